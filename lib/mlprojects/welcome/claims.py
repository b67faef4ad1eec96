"""Seven much-quoted failure rates and what could be traced of each: data only; see `citations`.

The first row is the figure on the lecture's slide. All were looked up for this course; what a source may say where we
could not read it is not known to us, and is called "not stated in what we could trace". The words are ours.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Claim:
    """A failure rate as it is quoted, and where it comes from.

    Attributes:
        short: A few words for a picture.
        claim: What is said.
        source: The first source that could be traced.
        year: When that was.
        kind: What the number really is.
        definition: What counts as failing: (`STATED`, `PARTLY` or `NOT`, what was found).
        denominator: Of which projects, and how many: likewise.
        method: How it was counted: likewise.
        retold: What became of it on its way.
        url: Where it can be read; the course itself never opens it.
    """

    short: str
    claim: str
    source: str
    year: int
    kind: str
    definition: tuple[str, str]
    denominator: tuple[str, str]
    method: tuple[str, str]
    retold: str
    url: str


STATED, PARTLY, NOT = "stated", "partly", "not stated"
"""So that another could count again; in words that leave it open; not in what we could trace."""

CLAIMS = (
    Claim(
        short="85 % break promises",
        claim="85 % of AI projects do not deliver what was promised",
        source="TechRepublic, citing Pactera Technologies",
        year=2019,
        kind="a vendor's paper, quoted in the press",
        definition=(PARTLY, "not delivering what the business was promised; who judges that, and when, is left open."),
        denominator=(NOT, "“AI projects”; no sample was published that we could find."),
        method=(NOT, "we could trace none."),
        retold="it came to stand on the lecture's slide; the lecturer says that he does not know how it was made.",
        url="https://www.techrepublic.com/article/why-85-of-ai-projects-fail/",
    ),
    Claim(
        short="85 % will err",
        claim="85 % of AI projects will give erroneous outcomes, up to the year 2022",
        source="Gartner, press text on its survey of CIOs",
        year=2018,
        kind="a forecast about bias, not a count",
        definition=(
            PARTLY,
            "“erroneous outcomes” because of bias in data, algorithms or teams; how large, is left open.",
        ),
        denominator=(NOT, "“AI projects”, most of them not yet begun."),
        method=(NOT, "it is a forecast; the press text does not say what it rests on."),
        retold="a forecast of errors is quoted as a measured share of failed projects.",
        url="http://www.ictbusiness.biz/analysis/nearly-half-of-cios-are-planning-to-deploy-ai",
    ),
    Claim(
        short="85 % of big data",
        claim="Closer to 85 % than to 60 % of big-data projects fail",
        source="Nick Heudecker, an analyst at Gartner",
        year=2017,
        kind="an analyst's estimate, about big data",
        definition=(NOT, "“fail”; only the 60 % of the year before had one: never beyond piloting, and abandoned."),
        denominator=(NOT, "“big-data projects”."),
        method=(NOT, "it is an analyst's estimate."),
        retold="a figure about big data is listed as one about data science and machine learning.",
        url="https://www.globalbigdataconference.com/news/141927/"
        "85-of-big-data-projects-fail-but-your-developers-can-help-yours-succeed.html",
    ),
    Claim(
        short="87 % not in production",
        claim="87 % of data science projects never make it into production",
        source="VentureBeat, report on a panel at its conference Transform",
        year=2019,
        kind="a number in a conference report",
        definition=(PARTLY, "never in production; from which point on a project counts is left open."),
        denominator=(NOT, "“data science projects”; the same text also says one in ten succeeds."),
        method=(NOT, "the report gives no source for it."),
        retold="many texts cite this report; somebody who followed the trail found nothing behind it.",
        url="https://venturebeat.com/2019/07/19/why-do-87-of-data-science-projects-never-make-it-into-production/",
    ),
    Claim(
        short="46 % stop after a pilot",
        claim="54 % of AI projects make it from pilot to production (so 46 % do not)",
        source="Gartner, press text on a survey",
        year=2022,
        kind="an average over the answers to a survey",
        definition=(STATED, "from pilot to production."),
        denominator=(STATED, "AI projects at the pilot stage, in firms that use AI or mean to within three years."),
        method=(STATED, "an online survey, October to December 2021: 699 people in the US, Germany and the UK."),
        retold="in 2019 it was 53 % that got through; a news site (techcircle.in, 2022) made it 53 % that did not.",
        url="https://www.zawya.com/en/press-release/research-and-studies/"
        "gartner-survey-reveals-80-of-executives-think-automation-can-be-applied-to-any-business-decision-andejlge",
    ),
    Claim(
        short="over 80 % fail",
        claim="By some estimates more than 80 % of AI projects fail, twice the rate of other IT",
        source="RAND, report RRA2680-1 (Ryseff, De Bruhl & Newberry)",
        year=2024,
        kind="cited there; the report's own work is 65 interviews about causes",
        definition=(NOT, "“fail”; the report asks why, and leaves the number to others."),
        denominator=(NOT, "“AI projects”."),
        method=(NOT, "“by some estimates”; the 65 interviews are about causes and give no rate."),
        retold="a number that RAND cites is quoted as one that RAND found.",
        url="https://www.rand.org/pubs/research_reports/RRA2680-1.html",
    ),
    Claim(
        short="95 % without profit",
        claim="95 % of generative-AI pilots have no measurable effect on profit",
        source="MIT Project NANDA, The GenAI Divide",
        year=2025,
        kind="a preliminary report on interviews, a survey and public cases",
        definition=(PARTLY, "no measurable effect on profit; its summary says so of organisations, not of pilots."),
        denominator=(PARTLY, "interviews, a survey and public cases; retold with other numbers, and no list of cases."),
        method=(
            PARTLY,
            "52 organisations interviewed, 153 leaders surveyed, 300 cases read; how 95 % follows is not shown.",
        ),
        retold="“no measured profit yet” is quoted as “95 % of AI projects fail”.",
        url="https://mlq.ai/media/quarterly_decks/v0.1_State_of_AI_in_Business_2025_Report.pdf",
    ),
)
