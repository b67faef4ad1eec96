"""What the explorers of the judgement part keep in every state, and that each number in their texts is computed."""

import pytest
from items import right, said, sweep
from mlprojects.prioritizing import adoption, forecasts, robot_steps, says_judgement, steps
from mlprojects.prioritizing import lesson as whole
from mlprojects.prioritizing import lesson_judgement as lesson
from mlprojects.words import percent

STEPS, OTHERS, RULE, GO = lesson.seven_steps, lesson.what_others_do, lesson.one_second_rule, lesson.forecast_of_go
KINDS, PYRAMID = lesson.kinds_of_hard, lesson.pyramid_today


# The seven steps ------------------------------------------------------------------------------------------------------


def test_a_step_says_its_verdict_and_the_table_tells_no_more():
    for state, view in sweep(STEPS):
        step = state["step"]
        verdicts = view.table["Verdict"].tolist()
        assert view.says.startswith(f"Step {step}, {steps.STEPS[step - 1].name}: {verdicts[step - 1]}.")
        assert verdicts[step:] == ["not yet asked"] * (7 - step)


def test_rules_win_at_step_7_in_exactly_the_states_in_which_they_suffice():
    for state, view in sweep(STEPS):
        if state["step"] == 7:
            wins = view.table["Verdict"].iloc[-1] == steps.NO_ML
            reached = state["found"] == robot_steps.NOTHING and state["labelled_by"] == robot_steps.SENSORS
            share = robot_steps.share(robot_steps.SCRIPT, state["place"], within=state["within"])
            assert wins == (reached and steps.interval(share, robot_steps.TESTED)[0] > state["success"]), state


def test_step_7_tells_what_the_networks_get():
    for state, view in sweep(STEPS):
        told = "The small networks tried here get" in view.says
        walk = robot_steps.walk(
            state["found"], *(state[name] for name in ("place", "labelled_by", "success", "within"))
        )
        assert told == (state["step"] == 7 and walk.at(7) is not None)
        if told:
            shares = robot_steps.shares(state["place"], state["labelled_by"], state["within"])
            network, script = shares[robot_steps.NETWORK], shares[robot_steps.SCRIPT]
            assert f"get {percent(network)}, {'less' if network < script else 'more'} than the rules." in view.says


def test_it_can_end_without_ml_at_step_1_and_at_step_7():
    ends = {
        (view.says.split(",")[0], steps.NO_ML in view.says.partition(": ")[2][: len(steps.NO_ML)])
        for _, view in sweep(STEPS)
    }
    assert {(step, True) for step in ("Step 1", "Step 7")} == {end for end in ends if end[1]}


# What others do, the rule, the forecast -------------------------------------------------------------------------------


def test_each_use_is_said_with_its_share_and_with_those_without_a_model_only_where_asked():
    for state, view in sweep(OTHERS):
        read = adoption.read(state["use"])
        assert f"{read['percent']:.0f} %" in view.says
        assert f"{read['others']:.0f} % did not" in view.says
        assert ("a share of firms, not of persons: 55 %" in view.says) == state["beside"] == (len(view.table) == 5)
        assert (f"chance would leave open {read['low']:.0f} % to {read['high']:.0f} %" in view.says) != state["beside"]
        if not state["beside"]:
            others = [use for use in adoption.USES.index if f"“{use}”" in view.says.split("Had those")[1]]
            assert others == adoption.not_apart(state["use"])
        assert view.table["Of"].tolist() == ["persons asked"] * 4 + ["firms"] * state["beside"]


def test_the_rule_is_said_to_hold_to_fail_or_to_say_nothing():
    for state, view in sweep(RULE):
        verdict = forecasts.task(state["task"]).verdict
        word = {forecasts.SUPPORTS: "supports", forecasts.CONTRADICTS: "contradicts", forecasts.SILENT: "says nothing"}
        assert word[verdict] in view.says


def test_in_the_year_of_the_forecast_it_is_said_how_long_it_will_take():
    assert f"take {forecasts.WON - forecasts.MADE} years until a program beats one of the world's best" in GO.at().says


def test_the_years_that_are_said_are_those_of_the_table():
    for state, view in sweep(GO):
        told, true = view.table["Years until then"]
        assert told - true >= 100 - 19 or state["year"] > forecasts.WON
        if 1997 < state["year"] < forecasts.WON:
            assert f"{told} years of its hundred were left" in view.says
            assert f"in truth it was {true} year" in view.says
        if state["year"] == forecasts.WON:
            assert view.says.endswith("that year AlphaGo beat Lee Sedol.")


def test_what_is_added_to_the_pyramid_is_marked_as_ours_and_shown_on_request_only():
    for state, view in sweep(PYRAMID):
        assert ("our addition" in view.says) == state["today"] == ("Added by us" in view.table)
        assert forecasts.PYRAMID_TODAY["lecture"][state["driver"]] in view.says


def test_a_kind_is_said_with_its_instances_and_examples():
    for state, view in sweep(KINDS):
        assert all(text in view.says for text in forecasts.KINDS.loc[state["kind"]])


# Texts ----------------------------------------------------------------------------------------------------------------


def test_what_is_said_of_the_script():
    text = said(lesson.rules_reach)
    script, network = (robot_steps.share(name, "lab") for name in (robot_steps.SCRIPT, robot_steps.NETWORK))
    assert lesson.rules_reach.truth() == round(100 * script)
    assert f"**{robot_steps.NEEDED_CM:g} cm and {robot_steps.NEEDED_DEGREES:g} degrees**" in text
    assert f"what percentage of {robot_steps.TESTED} photographs" in text
    assert f"learnt from {robot_steps.TRAINING} photographs" in text
    assert (round(10 * script), "About seven in ten") == (7, "About seven in ten")
    assert "About seven in ten" in text
    assert round(10 * network) == 4
    assert "about four in ten" in text
    assert min(robot_steps.LEVELS) <= script < robot_steps.LEVELS[1]
    assert "If 60 % was agreed, the project is over" in text
    assert "If 80 % was agreed, the script is the number to beat" in text
    assert robot_steps.LEVELS[:2] == (0.6, 0.8)


def test_what_the_literature_reached_stands_beside_what_is_needed():
    for within in (robot_steps.NEEDED_CM, robot_steps.STRICT_CM):
        walk = robot_steps.walk(robot_steps.NOTHING, "lab", robot_steps.SENSORS, 0.8, within)
        text = says_judgement.what_a_step_leaves(walk, 4, robot_steps.shares("lab"))
        assert f"to about {robot_steps.PUBLISHED_CM:g} cm; we need {within:g} cm" in text


def test_sensors_in_the_warehouse_are_said_to_be_paid_for_and_ours():
    for place in robot_steps.PLACES:
        for by in robot_steps.LABELS:
            walk = robot_steps.walk(robot_steps.NOTHING, place, by, 0.8)
            text = says_judgement.what_a_step_leaves(walk, 5, robot_steps.shares(place))
            paid = place == "warehouse" and by == robot_steps.SENSORS
            assert ("if you pay for sensors there; ours" in text) == paid


def test_what_is_said_of_go_and_of_the_survey():
    assert lesson.go_years.truth() == 19
    assert f"**{forecasts.MADE}**" in said(lesson.go_years)
    assert f"in {forecasts.WON}" in said(lesson.go_years)
    assert lesson.top_use.truth() == 38
    assert f"{adoption.ASKED} persons" in said(lesson.top_use)
    assert "cutting costs" in said(lesson.top_use)
    assert adoption.USES["percent"].idxmax() == "cutting costs"


def test_predictions_come_before_what_they_ask_about():
    assert STEPS.after is lesson.rules_reach
    assert OTHERS.after is lesson.top_use
    assert GO.after is lesson.go_years
    assert RULE.after is lesson.against_the_rule
    assert KINDS.after is lesson.rare_cases


def test_what_is_said_of_the_rule():
    text = said(lesson.against_the_rule)
    names = [task.name for task in forecasts.TASKS]
    assert f"Eight tasks: {'; '.join(names)}." in text.replace(" that you saw once", "")
    assert lesson.against_the_rule.truth() == 3
    against = [task.name for task in forecasts.TASKS if task.verdict == forecasts.CONTRADICTS]
    assert against == ["notice sarcasm", "turn a pen in one hand", "know a new animal again"]
    assert "Sarcasm, the pen and the new animal. The first three support the rule. Of the last two" in text
    assert [task.verdict for task in forecasts.TASKS[:3]] == [forecasts.SUPPORTS] * 3
    assert [task.verdict for task in forecasts.TASKS[-2:]] == [forecasts.SILENT] * 2


def test_the_question_on_the_rule_is_about_a_task_that_the_explorer_has_not():
    assert right(whole.one_second_counter)["text"] == "Getting a joke"
    assert not any("joke" in task.name for task in forecasts.TASKS)


def test_rare_cases_are_where_the_lecturers_put_them():
    assert lesson.rare_cases.entry["options"] == list(forecasts.KINDS.index)
    assert lesson.rare_cases.truth() == "generalization required"
    assert sum("rare cases" in examples for examples in forecasts.KINDS["examples"]) == 1


# The learner's own ----------------------------------------------------------------------------------------------------

ANSWERS = {
    "without_ml": False,
    "success": 0.9,
    "harm_settled": True,
    "published": True,
    "labelled": 50,
    "simple": 0.7,
}


def test_own_steps_are_the_findings_line_by_line():
    findings = steps.assess(steps.Answers(**ANSWERS))
    lines = lesson.own_steps(**ANSWERS).split("\n")
    assert lines == [f"Step {each.step}: {each.verdict}. {each.reason}" for each in findings]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"success": 90}, "`success` must be a share from 0 to 1: give 0.9 for 90 %."),
        ({"simple": "most"}, "`simple` must be a number"),
        ({"without_ml": "no"}, "`without_ml` must be True or False; got 'no'."),
        ({"labelled": ...}, "the number of labelled cases, must be a number"),
        ({"sucess": 0.9}, "There is no answer `sucess`; there are `without_ml`"),
    ],
)
def test_an_own_answer_that_cannot_be_is_told_in_one_sentence(changes, says):
    told = lesson.own_steps(**{**ANSWERS, **changes})
    assert says in told
    assert "\n" not in told


def test_an_own_answer_that_is_missing_is_named():
    assert lesson.own_steps(without_ml=False) == "The answer `success` is missing."


def test_the_list_of_2021_shows_what_was_answered_right_and_no_more():
    assert set(whole.list_of_2021().to_numpy().ravel()) == {"answer its card"}
    question = whole.still_hard["word_groups"]
    question.answer(right(question)["text"])
    shown = whole.list_of_2021()
    assert shown.loc["word puzzles"].tolist() == forecasts.LIST_2021.loc["word puzzles"].tolist()
    assert (shown.drop(index="word puzzles") == "answer its card").all(axis=None)
