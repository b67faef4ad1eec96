"""The seven questions on the archetypes: numbers computed again, what is right, and the form of the brief."""

import pandas as pd
import pytest
from items import right
from mlprojects.archetypes import claims, placing, says_claims, suggestions
from mlprojects.archetypes.archetype_table import AUTONOMOUS, NAMES
from mlprojects.archetypes.texts import TEXTS
from mlprojects.engine import Form

CHOICES = (
    "tab_completion",
    "quiet_chat",
    "clean_runs",
    "annoyed_users",
    "moves_to_make",
    "one_town",
    "better_not_more",
)
ENTRIES = {name: TEXTS.entry("questions", name) for name in CHOICES}
RUNS, CONFIDENCE = 300, 0.95


def why(name, start):
    (option,) = [option for option in ENTRIES[name]["options"] if option["text"].startswith(start)]
    return option["why"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("tab_completion", "Human in the loop"),
        ("quiet_chat", "From users to data"),
        ("clean_runs", "Not yet: so far it is below about 1 %"),
        ("moves_to_make", "People in the loop and a limited scope"),
        ("annoyed_users", "Show three"),
        ("one_town", "limited scope"),
        ("better_not_more", "make people use it more"),
    ],
)
def test_what_is_right(name, says):
    assert says in right(ENTRIES[name])["text"]


def test_the_misconceptions_that_the_lecture_is_against_all_occur():
    names = {option.get("misconception") for entry in ENTRIES.values() for option in entry["options"]}
    for name in (
        "an archetype is a type of model",
        "autonomous is always better",
        "human in the loop is a stop-gap",
        "Software 2.0 is low-impact forever",
        "more users always mean more useful data",
        "no failure seen means no failure",
        "a move costs nothing",
    ):
        assert name in names


# Runs without failure -------------------------------------------------------------------------------------------------


def test_the_bound_on_the_failure_rate_is_the_exact_one():
    from scipy.stats import beta, binom  # noqa: PLC0415 - only this test needs it

    bound = beta.ppf(CONFIDENCE, 1, RUNS)
    assert bound == pytest.approx(1 - (1 - CONFIDENCE) ** (1 / RUNS))
    assert f"= {100 * bound:.4f} %, so at most {says_claims.at_most(bound)}" in ENTRIES["clean_runs"]["solution"]
    assert binom.pmf(0, RUNS, 0.01) < 1 - CONFIDENCE, "so “below about 1 %” may be claimed"
    assert bound == pytest.approx(3 / RUNS, rel=0.01)
    assert f"**{RUNS}** runs" in ENTRIES["clean_runs"]["prompt"]
    assert "**at most 0.5 %**" in ENTRIES["clean_runs"]["prompt"]
    assert bound > 0.005, "so it may not be claimed yet"
    assert f"in {100 * binom.pmf(0, RUNS, 0.005):.0f} of 100 cases" in why("clean_runs", "Not yet")
    assert f"A claim of 0.5 % takes {claims.trials_for(0.005)} runs" in ENTRIES["clean_runs"]["solution"]


def test_each_wrong_claim_is_refuted_by_what_its_reason_says():
    from scipy.stats import binom  # noqa: PLC0415 - only this test needs it

    assert "one failure in 500" in why("clean_runs", "Yes: the rate")
    assert binom.pmf(0, RUNS, 1 / 500) > 0.5, "quite often"
    needed = next(n for n in range(2900, 3100) if binom.pmf(0, n, 0.001) <= 1 - CONFIDENCE)
    assert f"{needed:,} runs without a failure" in why("clean_runs", "Yes, and even 0.1 %")
    assert round(needed / RUNS) == 10, "ten times as many"
    assert "a rate of 5 %" in why("clean_runs", "No, nor")
    assert binom.pmf(0, RUNS, 0.05) < 1e-6, "hardly ever"


def test_three_forms_are_faster_than_one_where_a_miss_is_dear():
    prompt = " ".join(ENTRIES["annoyed_users"]["prompt"].split())
    assert "takes them **1 second**, finding a form among the 50 **30 seconds**" in prompt
    assert "among the first three in 95 %" in prompt
    total = suggestions.seconds(pd.Series([0.8, 0.95], index=[1, 3]), 1, 30)["total"]
    reason = why("annoyed_users", "Show three").replace("\N{MULTIPLICATION SIGN}", "x")
    assert f"3 + 0.05 x 30 = {total.loc[3]:g} seconds a letter in place of 1 + 0.2 x 30 = {total.loc[1]:g}" in reason
    assert total.loc[3] < total.loc[1]
    assert "thirty times as much as a look" in ENTRIES["annoyed_users"]["solution"]


def test_where_each_choice_of_moves_ends_is_told():
    told = {
        "Guardrails and people": (
            (placing.PEOPLE, placing.GUARDRAILS),
            "cost only {cost} of impact. But feasibility ends at {x}",
        ),
        "All three": (placing.MOVES[-3:], "Feasibility {x}, but impact {y}"),
        "People in the loop and": ((placing.PEOPLE, placing.SCOPE), "Feasibility {x}, impact {y}"),
        "A limited scope": ((placing.SCOPE,), "by {gain} points, at a price of {cost}. But feasibility is then {x}"),
    }
    start = placing.PLACES[AUTONOMOUS]
    for text, (moves, words) in told.items():
        end = placing.after(AUTONOMOUS, [getattr(move, "name", move) for move in moves])
        gain, cost = end.feasibility - start.feasibility, start.impact - end.impact
        assert words.format(x=end.feasibility, y=end.impact, gain=gain, cost=cost) in why("moves_to_make", text)
        best = right(ENTRIES["moves_to_make"])["text"]
        assert end.high == best.startswith(text)
    assert f"the middle is at {placing.MIDDLE}" in why("moves_to_make", "A limited scope")


def test_one_letter_in_five_is_what_the_tool_gets_wrong():
    assert "right in 80 % of the" in ENTRIES["annoyed_users"]["prompt"]
    assert "one letter in five" in why("annoyed_users", "File the letters")
    assert round(1 / (1 - 0.8)) == 5


# The page of the brief ------------------------------------------------------------------------------------------------


def test_the_form_asks_for_archetype_and_answers_and_offers_the_moves():
    form = Form(TEXTS, "archetypes")
    fields = {field["name"]: field for field in form.entry["fields"]}
    assert list(fields) == [
        "archetype",
        "acts",
        "enough",
        "worth",
        "labels",
        "failures",
        "failure_rate",
        "trials",
        "loop",
        "next",
    ]
    assert tuple(fields["archetype"]["options"]) == NAMES
    assert fields["next"]["options"] == [move.name for move in placing.MOVES]
    assert form.save(archetype=NAMES[1], acts="A clerk, a few seconds a letter.", failure_rate="0.1") == {}
    assert form.values["archetype"] == "Human in the loop"
    assert form.values["failure_rate"] == 0.1
    assert "Software 2.0" in form.save(archetype="Robot")["archetype"]


@pytest.mark.parametrize(
    ("name", "refused", "taken"),
    [("trials", ("-5", "0", "2.5"), ("1", "2,995")), ("failure_rate", ("-1", "101"), ("0", "0.1", "100"))],
)
def test_trials_are_whole_and_a_rate_is_in_percent(name, refused, taken):
    form = Form(TEXTS, "archetypes")
    for text in refused:
        assert name in form.save(**{name: text}), text
        assert form.values.get(name) is None
    for text in taken:
        assert form.save(**{name: text}) == {}, text
