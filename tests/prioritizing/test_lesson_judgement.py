"""What the explorers of the judgement part keep in every state, and that each number in their texts is computed."""

from functools import cache

from mlprojects.prioritizing import adoption, forecasts, robot_steps, says_judgement, steps
from mlprojects.prioritizing import lesson_judgement as lesson

STEPS, OTHERS, RULE, GO = lesson.seven_steps, lesson.what_others_do, lesson.one_second_rule, lesson.forecast_of_go


KINDS, PYRAMID = lesson.kinds_of_hard, lesson.pyramid_today


@cache
def sweep(explorer):
    return list(explorer.sweep())


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
            share = robot_steps.share(robot_steps.SCRIPT, state["place"])
            assert wins == (reached and share >= state["success"]), state


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
        assert ("55 %" in view.says) == state["beside"] == (len(view.table) == 5)


def test_the_rule_is_said_to_hold_to_fail_or_to_say_nothing():
    for state, view in sweep(RULE):
        verdict = forecasts.task(state["task"]).verdict
        word = {forecasts.SUPPORTS: "supports", forecasts.CONTRADICTS: "contradicts", forecasts.SILENT: "says nothing"}
        assert word[verdict] in view.says


def test_the_years_that_are_said_are_those_of_the_table():
    for state, view in sweep(GO):
        told, true = view.table["Years until then"]
        assert told - true >= 100 - 19 or state["year"] > forecasts.WON
        if 1997 < state["year"] < forecasts.WON:
            assert f"{told} years of its hundred were left" in view.says
            assert f"in truth it was {true} year" in view.says


def test_what_is_added_to_the_pyramid_is_marked_as_ours_and_shown_on_request_only():
    for state, view in sweep(PYRAMID):
        assert ("our addition" in view.says) == state["today"] == ("Added by us" in view.table)
        assert forecasts.PYRAMID_TODAY["lecture"][state["driver"]] in view.says


def test_a_kind_is_said_with_its_instances_and_examples():
    for state, view in sweep(KINDS):
        assert all(text in view.says for text in forecasts.KINDS.loc[state["kind"]])


# Texts ----------------------------------------------------------------------------------------------------------------


def said(item):
    return " ".join(f"{item.entry['prompt']} {item.entry['after']}".split())


def test_what_is_said_of_the_script():
    text = said(lesson.rules_reach)
    script, network = (robot_steps.share(name, "lab") for name in (robot_steps.SCRIPT, robot_steps.NETWORK))
    assert lesson.rules_reach.truth() == round(100 * script)
    assert f"**{robot_steps.NEEDED_CM:g} cm and {robot_steps.NEEDED_DEGREES:g} degrees**" in text
    assert f"how many of {robot_steps.TESTED} photographs" in text
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
    walk = robot_steps.walk(robot_steps.NOTHING, "lab", robot_steps.SENSORS, 0.8)
    text = says_judgement.what_a_step_leaves(walk, 4, robot_steps.shares("lab"))
    assert f"to about {robot_steps.PUBLISHED_CM:g} cm; we need {robot_steps.NEEDED_CM:g} cm" in text


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
    assert RULE.after is None


def test_the_part_declares_each_of_its_items_once():
    names = [item.name for item in (*lesson.PREDICTIONS, *lesson.QUESTIONS, *lesson.FORMS)]
    assert len(names) == len(set(names)) == 3 + 6 + 12 + 9 + 1
