"""What the explorers of the part keep in every state, and that each number in their texts is a computed one."""

import re
from functools import cache

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from mlprojects.archetypes import asking, claims, miles, picking, says_claims
from mlprojects.archetypes import lesson_claims as lesson

RATE, MILES, NOW = lesson.failure_rate, lesson.miles_to_drive, lesson.release_now
ASK, PICKED = lesson.ask_a_person, lesson.where_picked


@cache
def sweep(explorer):
    return list(explorer.sweep())


@pytest.mark.parametrize("explorer", lesson.EXPLORERS, ids=lambda explorer: explorer.name)
def test_every_state_says_a_sound_sentence_beside_a_short_table(explorer):
    for state, view in sweep(explorer):
        assert re.fullmatch(r"[A-Z0-9“].*[^.?!][.?!]", view.says), (state, view.says)
        assert not re.search(r"\bnan\b|\binf\b|None|  |\{|\}|e[+-]\d", view.says), (state, view.says)
        assert not re.search(r"(?<![.,\d])1 (?!finds)\w+s\b", view.says), "a plural of one"
        assert len(view.says) <= 320, (state, len(view.says))
        assert len(view.table) <= 12
        assert all(name[0].isupper() and "_" not in name for name in view.table.columns)
        assert np.isfinite(view.table.select_dtypes("number").to_numpy(dtype=float)).all()
    assert len(explorer) <= 150


@pytest.mark.parametrize("explorer", lesson.EXPLORERS, ids=lambda explorer: explorer.name)
def test_every_control_changes_what_is_said_or_shown(explorer):
    for name, control in explorer.controls.items():
        texts = {}
        for state, view in sweep(explorer):
            others = tuple((key, value) for key, value in state.items() if key != name)
            texts.setdefault(others, set()).add((view.says, view.table.to_csv()))
        assert any(len(different) > 1 for different in texts.values()), (name, control.label)


def test_predictions_come_before_what_they_ask_about():
    assert tuple(explorer.after for explorer in lesson.EXPLORERS) == lesson.PREDICTIONS


# What is said is true -------------------------------------------------------------------------------------------------


def test_the_claim_that_is_said_is_the_bound():
    for state, view in sweep(RATE):
        failures, trials, confidence = state.values()
        bound = says_claims.share(claims.upper_bound(failures, trials, confidence))
        assert f"a failure rate of at most {bound}." in view.says
        assert f"takes {claims.trials_for(0.01, failures, confidence):,} trials with" in view.says
        assert f"at {100 * confidence:.0f} % confidence" in view.says
        assert f"less than {100 * (1 - confidence):.0f} %" in view.says
        row = view.table.loc[failures]
        assert (row["Failed (%)"] < row["Claim: at most (%)"]) or failures == 0


def test_rands_numbers_are_said():
    assert "275 million miles" in MILES.at().says
    assert "takes 12.5 years" in MILES.at().says
    assert "8.8 billion miles" in MILES.at(shows=False).says
    assert "takes 402 years" in MILES.at(shows=False).says


def test_the_fleet_and_its_speed_shorten_the_time_and_not_the_way():
    for event in miles.EVENTS.index:
        one, other = MILES.at(event=event, cars=100, speed=50), MILES.at(event=event, cars=1000, speed=25)
        assert one.table["Miles to drive"].equals(other.table["Miles to drive"])
        assert not one.table["Time"].equals(other.table["Time"])


@pytest.mark.parametrize(
    ("years", "text"),
    [
        (402.3, "402 years"),
        (12.549, "12.5 years"),
        (2.1 / 12, "2.1 months"),
        (26.3 / 365, "26 days"),
        (1.2 / 365, "29 hours"),
        (1 / 8760, "1 hour"),
    ],
)
def test_a_span_is_told_in_the_unit_that_fits(years, text):
    assert says_claims.span(years) == text


def test_whether_waiting_costs_lives_is_what_the_totals_say():
    verdicts = set()
    for state, view in sweep(NOW):
        total = miles.outlook(state["truth"], state["proof"], state["learning"]).over()
        gap = total["proof"] - total["now"]
        verdict = "Waiting costs lives" if gap > 0.5 else "Waiting saves lives" if gap < -0.5 else "It hardly matters"
        verdicts.add(verdict)
        assert f"{verdict}, in this reckoning of ours." in view.says, state
        assert f"they bring {view.table.iloc[0, 1]:.0f} % of" in view.says
        assert f"{view.table.iloc[1, 1]:.0f} %. {verdict}" in view.says
        assert ("not released" in view.says) == (
            miles.outlook(state["truth"], state["proof"], state["learning"]).released is None
        )
    assert {"Waiting costs lives", "Waiting saves lives"} <= verdicts


def test_a_promise_may_be_made_where_the_bound_allows_it_and_was_kept_where_the_error_did():
    for state, view in sweep(ASK):
        part = asking.TEST if state["test"] else asking.VALIDATION
        row = asking.by_threshold(asking.scores(part), state["person"]).T[state["threshold"]]
        if state["test"]:
            assert ("was kept" in view.says) == (row["error"] <= state["promise"]), state
        else:
            assert ("That allows a promise" in view.says) == (row["bound"] <= state["promise"]), state
        assert f"{row['wrong']:.0f} are wrong" in view.says


def test_the_least_cost_is_told_in_one_state_a_price_and_promise():
    for promise in lesson.PROMISES:
        for person in lesson.PERSONS:
            views = {t: ASK.at(threshold=t, promise=promise, person=person) for t in asking.THRESHOLDS}
            best = [t for t, view in views.items() if "no other allows it for less" in view.says]
            table = asking.by_threshold(asking.scores(asking.VALIDATION), person)
            assert best == [asking.cheapest(table, promise)]
            least = views[best[0]].table.query("`May be promised`")["Cost"].min()
            assert views[best[0]].table["Cost"].iloc[asking.THRESHOLDS.index(best[0])] == least


def test_what_the_story_rests_on():
    """Picked by the bound, every promise is kept on the test set; picked by the error, some are broken."""
    validation, test = (asking.by_threshold(asking.scores(part), 3) for part in (asking.VALIDATION, asking.TEST))
    kept = {
        column: [test["error"].to_dict()[asking.cheapest(validation, rate, column)] <= rate for rate in lesson.PROMISES]
        for column in ("bound", "error")
    }
    assert all(kept["bound"])
    assert not all(kept["error"])
    cheap = asking.by_threshold(asking.scores(asking.VALIDATION), 10)
    assert cheap["cost"].idxmin() == 0, "with dear people and no promise, nobody would be asked"


def test_the_teams_are_counted():
    for state, view in sweep(PICKED):
        teams = picking.promises(state["way"], state["promise"], state["images"])
        found = teams[teams["threshold"].notna()]
        if found.empty:
            assert "No team finds one" in view.says
            continue
        assert f"in truth {found['kept'].sum()} do" in view.says, state
        assert f"{(found['reported'] <= state['promise']).sum()} of " in view.says
        assert view.table["Kept in truth (%)"].iloc[picking.WAYS.index(state["way"])] == teams["kept"].sum()


# Pictures -------------------------------------------------------------------------------------------------------------


def drawn(view):
    figure = Figure(figsize=(7.2, 4.05), dpi=50)
    canvas = FigureCanvasAgg(figure)
    view.figure(figure)
    canvas.draw()
    return canvas.get_width_height(), [t for t in figure.findobj(Text) if t.get_text().strip() and t.get_visible()]


SHOWN = [
    pytest.param(explorer, key, id=f"{explorer.name}-{key}")
    for explorer, step in ((RATE, 17), (MILES, 11), (NOW, 7), (ASK, 23), (PICKED, 5))
    for key in explorer.keys()[::step]
]


@pytest.mark.parametrize(("explorer", "key"), SHOWN)
def test_texts_are_large_enough_inside_the_picture_and_apart(explorer, key):
    (width, height), texts = drawn(explorer.view(key))
    boxes = [text.get_window_extent() for text in texts]
    for text, box in zip(texts, boxes, strict=True):
        assert text.get_fontsize() >= 9
        assert -1 <= box.x0 <= box.x1 <= width + 1, text
        assert -1 <= box.y0 <= box.y1 <= height + 1, text
    for place, one in enumerate(boxes):
        for other_place in range(place):
            other = boxes[other_place]
            apart = one.x1 <= other.x0 + 1 or other.x1 <= one.x0 + 1 or one.y1 <= other.y0 + 1 or other.y1 <= one.y0 + 1
            assert apart, (texts[place], texts[other_place])


# Texts ----------------------------------------------------------------------------------------------------------------


def said(item):
    return " ".join(" ".join(str(item.entry.get(part, "")) for part in ("prompt", "after", "solution")).split())


def numbers(text):
    return set(re.findall(r"\d+(?:[.,]\d+)*", text))


def test_what_is_said_of_a_thousand_clean_trials():
    text = said(lesson.thousand_clean)
    assert lesson.thousand_clean.truth() == round(100 * claims.upper_bound(0, 1000), 1) == 0.3
    assert f"in {100 * 0.998**1000:.0f} % of all tests" in text
    assert "Only from 0.3 % on" in text
    assert numbers(text) <= {"1,000", "95", "0", "0.2", "14", "0.3", "5"}


def test_what_is_said_of_the_years():
    text = said(lesson.years_to_drive)
    assert lesson.years_to_drive.truth() == round(miles.years(miles.show("deaths"), 100, 25), 1) == 12.5
    assert f"**{miles.EVENTS['per_100_million_miles']['deaths']} deaths per 100 million miles**" in text
    assert f"It takes {miles.show('deaths') / 1e6:.0f} million miles" in text
    assert f"people cause {miles.show('deaths') * miles.rate_of('deaths'):.1f} deaths" in text
    assert (miles.CARS, miles.SPEED) == (100, 25)
    assert numbers(text) <= {"1.09", "100", "2013", "25", "95", "275", "1478", "2016", "3.0"}


def test_what_is_said_of_release_and_proof():
    text = said(lesson.release_or_wait)
    truth, proof, learning = lesson.WAITED
    total, still = miles.outlook(*lesson.WAITED).over(), miles.outlook(truth, proof, miles.NOTHING).over()
    assert learning == miles.ON_ROAD
    assert f"**{100 * (truth - 1):.0f} % more dangerous**" in text
    assert f"a proof first that takes {proof} years" in text
    assert (miles.LEARNED, miles.BEST) == (0.1, 0.1), "a tenth of the way to 90 % fewer"
    assert (
        f"they bring {total['now']:.0f} % of the deaths of people alone; with the proof first {total['proof']:.0f} %"
        in text
    )
    assert f"{still['now']:.0f} % and {still['proof']:.0f} %" in text
    assert miles.outlook(*lesson.WAITED).released is None
    assert lesson.release_or_wait.truth() == "release now"
    assert numbers(text) <= {"20", "90", "30", "12", "46", "100", "117", "2150", "2017"}


def test_what_is_said_of_the_share_that_is_asked():
    text = said(lesson.share_asked)
    table = asking.by_threshold(asking.scores(asking.VALIDATION), lesson.PERSON)
    assert f"errs on **{100 * table['error'][0.0]:.1f} %** of {asking.EACH} images" in text
    assert f"**at most {100 * lesson.ASKED_FOR:.0f} %**" in text
    assert len(asking.THRESHOLDS) == 8
    assert "eight thresholds" in text
    truth = lesson.share_asked.truth()
    assert truth == round(100 * table["asked"].to_dict()[asking.cheapest(table, lesson.ASKED_FOR)])
    assert truth > 100 * table["error"][0.0], "more than the errors' share"
    assert numbers(text) <= {"10.7", "700", "95", "3"}


def test_what_is_said_of_the_promises():
    text = said(lesson.promises_kept)
    promise, images = lesson.STARTED
    truth = lesson.promises_kept.truth()
    assert f"takes {images} images as its **test set**, tries {len(picking.CHOICE)} thresholds" in text
    assert f"**at most {100 * promise:.0f} %**" in text
    assert f"{picking.TEAMS} teams" in text
    assert 40 <= truth <= 60
    assert "About half" in text
    assert numbers(text) <= {"100", "300", "25", "5"}


def test_the_question_on_a_failure_is_computed():
    entry = lesson.one_may_fail.entry
    assert entry["answer"] == claims.trials_for(0.01, 1) == 473
    assert claims.trials_for(0.01) == 299
    whys = {mistake["value"]: mistake["why"] for mistake in entry["mistakes"]}
    for trials, why in whys.items():
        assert f"you may claim {says_claims.share(claims.upper_bound(1, trials))}" in why
    assert f"take {claims.trials_for(0.01, 2)}" in entry["solution"]
    assert lesson.one_may_fail.grade("473").result == "right"
    assert len({lesson.one_may_fail.grade(value).misconceptions for value in whys}) == len(whys)
    assert eval(re.search(r"`(claims\.trials_for\(.*?\))`", entry["solution"])[1], {"claims": claims}) == 473  # noqa: S307 - the code that we print


@pytest.mark.parametrize(
    ("question", "right"),
    [(lesson.after_the_update, "count starts again"), (lesson.picked_on_the_test, "by the bound")],
)
def test_each_wrong_option_has_a_reason_and_a_misconception_of_its_own(question, right):
    outcomes = {text: question.grade(text) for text in question.options}
    assert [text for text, outcome in outcomes.items() if outcome.result == "right" and right in text]
    wrong = [outcome for outcome in outcomes.values() if outcome.result == "wrong"]
    assert len(outcomes) == 4
    assert len(wrong) == 3
    assert len({outcome.misconceptions for outcome in wrong}) == 3
    assert all(30 < len(outcome.because) <= 200 for outcome in outcomes.values())


def test_the_numbers_of_the_choices_are_the_models():
    assert f"{claims.trials_for(0.001):,} independent runs" in lesson.after_the_update.entry["prompt"]
    assert f"You tried {len(picking.CHOICE)} thresholds" in lesson.picked_on_the_test.entry["prompt"]
