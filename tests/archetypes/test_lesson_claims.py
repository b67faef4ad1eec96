"""What the explorers of the part keep in every state, and that each number in their texts is a computed one."""

import re

import pytest
from items import numbers, right, said, sweep
from mlprojects import binomial
from mlprojects.archetypes import asking, claims, miles, picking, says_claims
from mlprojects.archetypes import lesson_claims as lesson

RATE, MILES, NOW = lesson.failure_rate, lesson.miles_to_drive, lesson.release_now
ASK, PICKED = lesson.ask_a_person, lesson.where_picked


def test_predictions_come_before_what_they_ask_about():
    assert RATE.after is lesson.thousand_clean
    assert MILES.after is lesson.years_to_drive
    assert NOW.after is lesson.release_or_wait
    assert ASK.after is lesson.share_asked
    assert PICKED.after is lesson.promises_kept


# What is said is true -------------------------------------------------------------------------------------------------


def test_the_claim_that_is_said_is_the_bound():
    for state, view in sweep(RATE):
        failures, trials, confidence = state.values()
        bound = claims.upper_bound(failures, trials, confidence)
        assert f"a failure rate of at most {says_claims.at_most(bound)}." in view.says
        assert f"takes {claims.trials_for(0.01, failures, confidence):,} trials with" in view.says
        assert f"at {100 * confidence:.0f} % confidence" in view.says
        assert f"less than {100 * (1 - confidence):.0f} %" in view.says
        row = view.table.loc[failures]
        assert row["Failed (%)"] < row["Claim: at most (%)"]


def test_no_bound_is_told_smaller_than_it_is():
    for state, view in sweep(RATE):
        failures, trials, confidence = state.values()
        exact = 100 * claims.upper_bound(failures, trials, confidence)
        said = float(re.search(r"at most ([\d.]+) %\.", view.says)[1])
        assert exact <= said * (1 + 1e-9), state
        assert said <= 1.1 * exact, "two figures"
        assert said < 10 or said <= exact + 0.1, "and tenths from 10 % on"
        assert exact <= view.table["Claim: at most (%)"][failures] <= exact + 0.001
    for _, view in sweep(ASK):
        assert (view.table["Wrong (%)"] <= view.table["At most (%)"]).all()


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (0.009936, "1 %"),
        (0.09503, "9.6 %"),
        (0.38081, "38.1 %"),
        (0.1, "10 %"),
        (0.1 + 1e-15, "10 %"),
        (1, "100 %"),
        (0.00029, "0.029 %"),
    ],
)
def test_a_bound_is_told_by_two_figures_rounded_up(part, text):
    assert says_claims.at_most(part) == text


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
        (0.32 / 8760, "19 minutes"),
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
        assert f"they bring {view.table.iloc[0, 1]} % of" in view.says
        assert f"{view.table.iloc[1, 1]} %. {verdict}" in view.says
        assert view.table.iloc[:, 1].to_list() == [int(each + 0.5) for each in total], "halves go up"
        assert ("not released" in view.says) == (
            miles.outlook(state["truth"], state["proof"], state["learning"]).released is None
        )
    assert {"Waiting costs lives", "Waiting saves lives"} <= verdicts


def judged(part, confidence=0.95):
    return asking.by_threshold(asking.scores(part), asking.PERSON, confidence=confidence)


def test_a_promise_may_be_made_where_the_bound_allows_it_and_was_kept_where_the_error_did():
    for state, view in sweep(ASK):
        row = judged(asking.TEST if state["test"] else asking.VALIDATION, state["confidence"]).T[state["threshold"]]
        if state["test"]:
            assert ("was kept" in view.says) == (row["error"] <= state["promise"]), state
        else:
            assert ("That allows a promise" in view.says) == (row["bound"] <= state["promise"]), state
        bound = says_claims.rounded_up(row["bound"], 1)
        assert f"at {100 * state['confidence']:.0f} % confidence at most {bound:g} %" in view.says
        assert f"{row['wrong']:.0f} are wrong" in view.says
        assert f"costs {row['cost']:.2f} on average (an error 10, a person 3)" in view.says
        assert bound / 100 >= row["bound"]


def test_the_least_cost_is_told_in_one_state_a_confidence_and_promise():
    for promise in lesson.PROMISES:
        for confidence in lesson.CONFIDENCES:
            views = {t: ASK.at(threshold=t, promise=promise, confidence=confidence) for t in asking.THRESHOLDS}
            best = [t for t, view in views.items() if "no other allows it for less" in view.says]
            cheapest = asking.cheapest_threshold(judged(asking.VALIDATION, confidence), promise)
            assert best == [each for each in [cheapest] if each is not None]
            if best:
                table = views[best[0]].table
                least = table.query("`May be promised`")["Cost"].min()
                assert table["Cost"].iloc[asking.THRESHOLDS.index(best[0])] == least


def test_from_the_highest_threshold_down_the_same_promises_may_be_made():
    """So nothing is won by trying all: the thresholds that pass are those above the first that fails."""
    for confidence in lesson.CONFIDENCES:
        for promise in lesson.PROMISES:
            held = asking.keeps(judged(asking.VALIDATION, confidence), promise).to_list()
            assert held == sorted(held), (confidence, promise)


def test_what_the_story_rests_on():
    """Picked by the bound, every promise is kept on the test set; picked by the error, some are broken."""
    validation, test = judged(asking.VALIDATION), judged(asking.TEST)
    kept = {
        column: [
            test["error"].to_dict()[asking.cheapest_threshold(validation, rate, column)] <= rate
            for rate in lesson.PROMISES
        ]
        for column in ("bound", "error")
    }
    assert all(kept["bound"])
    assert not all(kept["error"])


def test_the_teams_are_counted_alike_in_sentence_and_table():
    for state, view in sweep(PICKED):
        teams = picking.promises(state["way"], state["promise"], state["images"])
        found = teams[teams["threshold"].notna()]
        row = view.table.iloc[picking.WAYS.index(state["way"])]
        assert row["Promise (%)"] == len(found)
        assert row["Kept in truth (%)"] == (found["true"] <= state["promise"]).sum()
        assert row["Kept in truth (%)"] + row["Broken in truth (%)"] == len(found)
        assert row["Kept, as reported (%)"] == (found["reported"] <= state["promise"]).sum()
        if found.empty:
            assert "No team finds one" in view.says
            continue
        assert re.search(
            rf"in truth {found['kept'].sum()} keeps? it and {(~found['kept']).sum()} breaks? it", view.says
        )
        assert re.search(rf"{row['Kept, as reported (%)']} seems? to keep", view.says)
        assert ("All find one" in view.says) == (len(found) == picking.TEAMS)


# Texts ----------------------------------------------------------------------------------------------------------------


def test_what_is_said_of_a_thousand_clean_trials():
    text = said(lesson.thousand_clean)
    assert lesson.thousand_clean.truth() == round(100 * claims.upper_bound(0, 1000), 1) == 0.3
    assert f"in {100 * 0.998**1000:.0f} % of all tests" in text
    assert "Only from 0.3 % on" in text
    assert numbers(text) <= {"1,000", "95", "0", "0.2", "14", "0.3", "5"}


def test_who_is_right_on_a_thousand_clean_trials_is_not_asked_for_another_number():
    assert "so says the calculation" in lesson.thousand_clean.lock("0.3")


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
    assert f"a proof first, which takes {proof} years, it would be {total['proof']:.0f} %" in text
    assert miles.SPREAD == 10, "evenly within ten years"
    assert (miles.LEARNED, miles.BEST) == (0.1, 0.1), "a tenth of the way to 90 % fewer"
    assert f"{still['now']:.0f} % if released now, and {still['proof']:.0f} %" in text
    assert miles.outlook(*lesson.WAITED).released is None
    assert lesson.release_or_wait.truth() == round(total["now"]) == 46
    by_year = miles.outlook(*lesson.WAITED).by_year["now"]
    assert by_year[1] > 100, "in the first years more"
    assert by_year[miles.YEARS] < 50, "later far fewer"
    assert numbers(text) <= {"20", "90", "30", "12", "100", "117", "2150", "2017"}


def test_what_is_said_of_the_share_that_is_asked():
    text = said(lesson.share_asked)
    table = judged(asking.VALIDATION)
    assert f"errs on **{100 * table['error'][0.0]:.1f} %** of {asking.EACH} images" in text
    assert f"**at most {100 * lesson.ASKED_FOR:.0f} %**" in text
    assert len(asking.THRESHOLDS) == 8
    assert "eight thresholds" in text
    truth = lesson.share_asked.truth()
    assert truth == round(100 * table["asked"].to_dict()[asking.cheapest_threshold(table, lesson.ASKED_FOR)])
    assert truth > 100 * table["error"][0.0], "more than the errors' share"
    assert f"an error costs {asking.ERROR:g}, a person's look {asking.PERSON:g}" in text
    finer = asking.least_asked(asking.scores(asking.VALIDATION), lesson.ASKED_FOR)
    assert f"{100 * finer:.0f} % would do" in text
    assert numbers(text) <= {"10.7", "700", "95", "3", "10", "22"}


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
        assert f"you may claim {says_claims.at_most(claims.upper_bound(1, trials))}" in why
    assert f"take {claims.trials_for(0.01, 2)}" in entry["solution"]
    assert lesson.one_may_fail.grade("473").result == "right"
    assert len({lesson.one_may_fail.grade(value).misconceptions for value in whys}) == len(whys)
    code = re.search(r"`(trials_for\(.*?\))`, from `mlprojects\.binomial`", entry["solution"])[1]
    assert eval(code, {"trials_for": binomial.trials_for}) == 473  # noqa: S307 - the code that we print


@pytest.mark.parametrize(
    ("question", "says"),
    [
        (lesson.after_the_update, "count starts again"),
        (lesson.least_cost, "99.9 %"),
        (lesson.picked_on_the_test, "by the bound"),
    ],
)
def test_what_is_right(question, says):
    assert says in right(question)["text"]


def test_the_numbers_of_the_choices_are_the_models():
    assert f"{claims.trials_for(0.001):,} independent runs" in lesson.after_the_update.entry["prompt"]
    assert f"You tried {len(picking.CHOICE)} thresholds" in lesson.picked_on_the_test.entry["prompt"]


def test_the_question_on_the_least_cost_is_computed():
    entry, table = lesson.least_cost.entry, judged(asking.VALIDATION)
    assert asking.cheapest_threshold(table, 0.02) == 0.999
    assert f"an error costs {asking.ERROR:g}, a person's look {asking.PERSON:g}" in entry["prompt"].lower().replace(
        "\n", " "
    )
    whys = {round(float(option["text"].removesuffix(" % sure")) / 100, 4): option["why"] for option in entry["options"]}
    assert set(whys) <= set(asking.THRESHOLDS)
    cost, error = table["cost"], table["error"]
    bounds = {at: f"{says_claims.rounded_up(bound, 1):g} %" for at, bound in table["bound"].items()}
    assert cost.idxmin() == 0.95
    assert f"{cost[0.95]:.2f} a decision. But the rate may be up to {bounds[0.95]}" in whys[0.95]
    assert asking.cheapest_threshold(table, 0.02, "error") == 0.99
    assert f"{100 * error[0.99]:.1f} % of these" in whys[0.99]
    assert f"up to {bounds[0.99]}" in whys[0.99]
    assert f"only {100 * error[0.995]:.1f} % are wrong. But the rate may be up to {bounds[0.995]}" in whys[0.995]
    assert cost[0.995] < cost[0.999]
    assert asking.keeps(table, 0.02).sum() == 1
    assert f"At {cost[0.999]:.2f} a decision" in whys[0.999]
    assert asking.cheapest_threshold(table, 0.03) == 0.995
    assert f"{cost[0.995]:.2f}" in entry["solution"]
