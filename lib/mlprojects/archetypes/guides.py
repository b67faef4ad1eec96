"""A dozen questions from four guides to the design of products with machine learning, asked of two products.

The lecture recommends three of the guides (Apple's, Microsoft's, Spotify's); Google's is our addition. The questions
are in our words, and which guide asks which is our reading: a guide says much more, and may ask elsewhere what we found
at one place. The two products are ours, and so are the verdicts.
"""

from dataclasses import dataclass

import pandas as pd

from mlprojects import checks

APPLE, MICROSOFT, GOOGLE, SPOTIFY = "Apple", "Microsoft", "Google", "Spotify"
GUIDES = {
    APPLE: "Human Interface Guidelines, Machine learning "
    "(https://developer.apple.com/design/human-interface-guidelines/machine-learning)",
    MICROSOFT: "Amershi et al., Guidelines for Human-AI Interaction, CHI 2019 "
    "(https://doi.org/10.1145/3290605.3300233); G1 to G18",
    GOOGLE: "People + AI Guidebook, by its People + AI Research (PAIR) (https://pair.withgoogle.com/guidebook/)",
    SPOTIFY: "Kizelshteyn and Budelman, Three Principles for Designing ML-Powered Products, 2019 "
    "(https://spotify.design/article/three-principles-for-designing-ml-powered-products)",
}
EMAIL, GRASP = "E-mail completion", "Grip screen"
MET, NOT_YET, NOT_ASKED = "met", "not yet", "not asked for here"
VERDICTS = (MET, NOT_YET, NOT_ASKED)
PRODUCTS = {
    EMAIL: "grey text goes on with your sentence; Tab takes it, typing on leaves it",
    GRASP: "a screen shows a photograph with grips marked; a person confirms one, or waits, and the arm moves",
}
"""Both ours, and each a first version."""


@dataclass(frozen=True)
class Found:
    """What a product does about a question.

    Attributes:
        verdict: One of `VERDICTS`; the last is for a question that this product does well not to meet.
        why: Why.
    """

    verdict: str
    why: str

    def __post_init__(self) -> None:
        """Refuse another verdict.

        Raises:
            ValueError: If it is none of `VERDICTS`.
        """
        checks.one_of("verdict", self.verdict, VERDICTS)


@dataclass(frozen=True)
class Check:
    """One question of the list.

    Attributes:
        name: Two or three words.
        asks: The question.
        asked_by: For each guide that asks it, where.
        email: What the e-mail completion does about it.
        grasp: What the grip screen does about it.
        remedy: What would meet it, for a product that does not.
    """

    name: str
    asks: str
    asked_by: dict[str, str]
    email: Found
    grasp: Found
    remedy: str

    def of(self, product: str) -> Found:
        """What a product does about it.

        Raises:
            ValueError: If there is no such product.
        """
        return self.email if checks.one_of("product", product, PRODUCTS) == EMAIL else self.grasp


CHECKS = (
    Check(
        "User's trouble",
        "Which trouble of its users does it take away?",
        {GOOGLE: "User Needs + Defining Success", SPOTIFY: "principle 1"},
        Found(MET, "Typing the same phrases again and again is a trouble that users name."),
        Found(MET, "Marking each grip by hand is slow, and people tire of it."),
        "Ask users where they are stuck, before anything is built.",
    ),
    Check(
        "Right question",
        "Is success what people gain, and not only what is easy to count?",
        {GOOGLE: "User Needs + Defining Success", SPOTIFY: "principle 2"},
        Found(NOT_YET, "It counts accepted completions; a short “Thanks!” counts as much as a saved minute."),
        Found(MET, "It is judged by picks per hour, not by the error of the pose."),
        "Count what people came for: here, minutes saved in a mail.",
    ),
    Check(
        "By hand first",
        "Did people play the model's part before one was trained?",
        {SPOTIFY: "principle 3"},
        Found(NOT_YET, "A model was trained at once; nobody knew whether completions are wanted at all."),
        Found(NOT_YET, "Nobody has yet marked grips for a colleague, to see what a perfect mark would save."),
        "Let a person give the answers to a few users for a week.",
    ),
    Check(
        "Works without",
        "Does the product still work where the model does not?",
        {APPLE: "Role: critical or complementary", GOOGLE: "Errors + Graceful Failure"},
        Found(MET, "Without grey text one types as ever."),
        Found(NOT_YET, "When the model fails, the arm waits: nobody can set a mark by hand."),
        "Leave the way by hand open: let people do it without the model.",
    ),
    Check(
        "Limits told",
        "Does it say what it can do, and what it cannot?",
        {APPLE: "Limitations", MICROSOFT: "G1, G2", GOOGLE: "Mental Models"},
        Found(MET, "It offers only to finish a sentence, and says in which languages."),
        Found(
            NOT_YET, "It has seen mugs only, and marks a plate with the same confidence; the screen does not say so."
        ),
        "Say on the screen what it was made for, and refuse the rest.",
    ),
    Check(
        "How sure",
        "Can people see how sure it is, in a way that helps them decide?",
        {APPLE: "Confidence", GOOGLE: "Explainability + Trust"},
        Found(NOT_YET, "All grey text looks alike: what is nearly certain, and what is only likely."),
        Found(MET, "The mark is solid where it is sure and dashed where not; dashed ones are looked at longer."),
        "Let what is doubtful look different: paler, or dashed.",
    ),
    Check(
        "Several answers",
        "Are several answers offered where one may well be wrong?",
        {APPLE: "Multiple options", GOOGLE: "Explainability + Trust"},
        Found(NOT_ASKED, "One completion at a time, and that is wise: reading three would take longer than typing."),
        Found(MET, "The three best grips are marked; a tap chooses one."),
        "Offer two or three, where reading them costs less than a miss.",
    ),
    Check(
        "Reason shown",
        "Can people see why it says what it says?",
        {APPLE: "Attribution", MICROSOFT: "G11", GOOGLE: "Explainability + Trust"},
        Found(NOT_YET, "Nothing tells where the words come from. For half a sentence few would ask."),
        Found(MET, "It outlines the handle that it has found: a wrong outline explains a wrong grip."),
        "Show the part of the input that it rests on.",
    ),
    Check(
        "Put right",
        "Can a wrong result be put right in a moment?",
        {APPLE: "Corrections", MICROSOFT: "G9", GOOGLE: "Errors + Graceful Failure"},
        Found(MET, "What was taken is plain text, and can be deleted or changed."),
        Found(NOT_YET, "A wrong mark can only be refused; it cannot be dragged to the right place."),
        "Let people change the result itself, not only refuse it.",
    ),
    Check(
        "Left alone",
        "Is it easy to ignore, and to switch off?",
        {MICROSOFT: "G8, G17", GOOGLE: "Feedback + Control"},
        Found(MET, "Typing on ignores it; a setting turns it off."),
        Found(NOT_YET, "Waiting counts as consent: who looks away for three seconds has confirmed."),
        "Let nothing happen unless a person says so.",
    ),
    Check(
        "Learns in use",
        "Does it learn from what people do with its answers?",
        {APPLE: "Implicit feedback", MICROSOFT: "G13", GOOGLE: "Feedback + Control"},
        Found(MET, "Taken and ignored completions are labels; users were asked, and can say no."),
        Found(NOT_YET, "What is refused is not stored: the data loop is open."),
        "Store what was taken and what was not, and say so.",
    ),
    Check(
        "In doubt",
        "When it is in doubt, does it do less, or ask?",
        {MICROSOFT: "G10", GOOGLE: "Errors + Graceful Failure"},
        Found(MET, "No grey text where nothing is likely."),
        Found(NOT_YET, "It marks its best guess in any case, even on an empty table."),
        "Below some certainty, show nothing, or ask.",
    ),
)


def check(name: str) -> Check:
    """The question of this name.

    Raises:
        ValueError: If there is none.
    """
    known = {each.name: each for each in CHECKS}
    return known[checks.one_of("question", name, known)]


def checklist(product: str) -> pd.DataFrame:
    """All questions, asked of one product.

    Returns:
        Index `question`; columns `verdict` (of `VERDICTS`), `why`, and `asked by` (guides, as a text).

    Raises:
        ValueError: If there is no such product.
    """
    found = [each.of(product) for each in CHECKS]
    return pd.DataFrame(
        {
            "verdict": [each.verdict for each in found],
            "why": [each.why for each in found],
            "asked by": [", ".join(each.asked_by) for each in CHECKS],
        },
        index=pd.Index([each.name for each in CHECKS], name="question"),
    )


def verdicts() -> pd.DataFrame:
    """The verdict on each product and question, one of `VERDICTS`: index `question`; a column a product."""
    return pd.DataFrame({product: checklist(product)["verdict"] for product in PRODUCTS})


def shared(guides: int) -> int:
    """How many questions at least so many of the guides ask.

    Raises:
        TypeError: If the number is none.
        ValueError: If it is not from 1 to the number of guides.
    """
    least = checks.whole("The number of guides", guides, 1, len(GUIDES))
    return sum(len(each.asked_by) >= least for each in CHECKS)
