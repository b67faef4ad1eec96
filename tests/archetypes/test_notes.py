"""The numbers in the speaker's notes are the models'."""

import re
import tomllib

from mlprojects.archetypes import asking, claims, flywheel, miles, picking, placing, says_claims, suggestions
from mlprojects.archetypes import lesson_claims as lesson
from mlprojects.course.house import ROOT

NOTES = tomllib.loads((ROOT / "slides/notes/03_archetypes.toml").read_text(encoding="utf-8"))
APART = r"module \d|part \d|Software 2\.0|\b[Tt]wo\b"
ASKING = asking.by_threshold(asking.scores(asking.VALIDATION), asking.PERSON)


def told():
    """For each note with numbers: its pieces with the numbers put in."""
    ends = [flywheel.run(share).iloc[-1] for share in (0.01, 0.1)]
    three, hundred = (suggestions.accuracy(size)["right"] for size in (3, 100))
    as_if = suggestions.as_if_independent(three.loc[1], 3)
    seem, kept = (
        [
            f"{picking.counted(picking.promises(way, *lesson.STARTED), lesson.STARTED[0])[name] * 100:.0f}"
            for way in picking.WAYS
        ]
        for name in ("reported", "kept")
    )
    show, measure = (miles.years(of("deaths")) for of in (miles.show, miles.measure))
    crashes = 365 * miles.years(miles.show("reported crashes"))
    at = ASKING.T
    return {
        "ten_times_labels-answer": [
            f"{ends[1].labels / ends[0].labels:.0f} times the labels",
            f"{100 * ends[0].error:.1f} to {100 * ends[1].error:.1f} %",
        ],
        "flywheel": [f"to\n{100 * flywheel.run(0.05, value=0).iloc[-1].error:.1f} % wrong"],
        "three_guesses": [f"work out {100 * as_if:.0f} %"],
        "three_guesses-answer": [
            f"{100 * three.loc[3]:.1f} %:",
            f"the {100 * hundred.loc[1]:.1f} % of one guess after {100 / 3:.0f} times",
        ],
        "suggestions": ["from 1 to 5", "reading take 2 seconds"],
        "annoyed_users": ["1 second and 30"],
        "thousand_clean": ["0 %, because none failed, or 0.1 %"],
        "thousand_clean-answer": [
            f"{lesson.thousand_clean.truth():g} %.",
            f"fails in 0.2 % would pass such a test in {100 * 0.998**1000:.0f} of 100 cases",
        ],
        "failure_rate": [
            f"claim of 1 % takes {claims.trials_for(0.01, 1)} trials in place of {claims.trials_for(0.01)}",
            "1,000",
        ],
        "clean_runs": ['"about 1 %"', "whether 0.5 %"],
        "years_to_drive-answer": [f"{show:.1f} years"],
        "miles_to_drive": [f"{measure:.0f} years in place of {show:.1f}", f"{crashes:.0f} days"],
        "release_or_wait": ["above 100 and those below 100"],
        "release_or_wait-answer": [
            f"{lesson.release_or_wait.truth()} %, in",
            f"{miles.outlook(1.2, 12, miles.NOTHING).whole()['now']} %: it",
        ],
        "share_asked": [f"{100 * at[0.0].error:.1f} %"],
        "share_asked-answer": [f"A quarter goes to a person, {lesson.share_asked.truth():.0f} %"],
        "ask_a_person": [
            f"a promise of 3 % is allowed: at {100 * asking.cheapest_threshold(ASKING, 0.03):.1f} % sure",
            f"at 98 %, where {100 * at[0.98].error:.1f} %",
            f"still {says_claims.rounded_up(at[0.98].bound, 1):g} %",
        ],
        "least_cost": [f"{100 * ASKING['cost'].idxmin():.0f} % sure"],
        "promises_kept-answer": [f"{lesson.promises_kept.truth()} of 100"],
        "where_picked": [f"{', '.join(seem)}. In truth {', '.join(kept)}:"],
        "picked_on_the_test": ["promise 1.9 %"],
        "trials_needed": ["3 / rate", "99 % confidence"],
    }


def test_every_number_of_a_note_is_a_computed_one():
    pieces = told()
    for name, note in NOTES.items():
        text = re.sub(APART, "", note)
        for piece in pieces.get(name, ()):
            assert piece in text, name
            text = text.replace(piece, "")
        assert re.findall(r"\d[\d.,]*", text) == [], name


def test_the_moves_of_the_note_arrive_and_one_more_leaves_again():
    assert placing.after("Autonomous", (placing.PEOPLE, placing.SCOPE)).high
    assert not placing.after("Autonomous", (placing.PEOPLE, placing.SCOPE, placing.GUARDRAILS)).high


def test_with_dear_reading_one_suggestion_is_best():
    right = suggestions.accuracy(3)["right"]
    assert suggestions.fastest(suggestions.seconds(right, 2.0, 8.0)) == 1
    assert suggestions.fastest(suggestions.seconds(right, 0.5, 8.0)) > 1
