"""What the explorers of the ranking part keep in every state, and that each number in their texts is a computed one."""

import re

import pytest
from items import said, sweep
from mlprojects.prioritizing import lesson_ranking as lesson
from mlprojects.prioritizing import order, pyramid, ranking, says_ranking
from mlprojects.prioritizing.portfolio import PORTFOLIO
from mlprojects.prioritizing.pyramid import WEIGHTS
from mlprojects.prioritizing.pyramid_questions import ACCURACY, DATA, DIFFICULTY, QUESTIONS, ROBOT
from mlprojects.words import percent

PYRAMID, STABLE = lesson.feasibility_pyramid, lesson.stable_ranking


# The pyramid ---------------------------------------------------------------------------------------------------------


def total(view):
    return int(re.search(r"feasibility is (\d+) of 100", view.says).group(1))


def test_a_better_answer_never_lowers_what_is_said():
    for state, view in sweep(PYRAMID):
        for name in ("good", "label", "secure", "published"):
            values = PYRAMID.controls[name].values
            later = values.index(state[name]) + 1
            if later < len(values):
                assert total(PYRAMID.at(**{**state, name: values[later]})) >= total(view)


def test_the_answers_that_are_named_cost_most_in_the_table():
    for state, view in sweep(PYRAMID):
        lost = view.table["Points lost"]
        assert f"{lost.max():.1f} points" in view.says
        tied = view.table.index[lost >= lost.max() - 0.05]
        if "stands out" not in view.says:
            told = view.says.split("Most is lost by ")[1].split(":")[0]
            assert all((short.lower() in told) == (short in tied) for short in view.table.index), state


def test_the_worst_answers_are_named_as_possible_stoppers():
    for state, view in sweep(PYRAMID):
        worst = [q.short.lower() for q in QUESTIONS if view.table["Answer"][q.short] == q.answers[0]]
        assert ("whatever its score" in view.says) == bool(worst), state
        if worst:
            tail = view.says.split("whatever its score: here ")[1]
            assert all(name in tail for name in worst)


def test_the_start_is_the_robot_with_our_weights():
    view = PYRAMID.at()
    assert view.table["Answer"].to_list() == list(ROBOT.values())
    assert lesson.WEIGHTS["3 : 2 : 1"] == WEIGHTS
    assert total(view) == round(pyramid.score(ROBOT).total)


# The ranking ---------------------------------------------------------------------------------------------------------


def test_the_chances_in_the_table_add_up():
    for _, view in sweep(STABLE):
        assert view.table["First (%)"].sum() == pytest.approx(100, abs=0.3)
        assert view.table["Best three (%)"].sum() == pytest.approx(300, abs=0.3)
        assert (view.table["Best three (%)"] >= view.table["First (%)"]).all()


def test_without_uncertainty_the_best_three_are_the_first_three():
    for state, view in sweep(STABLE):
        if state["uncertainty"] == 0:
            assert view.table["Best three (%)"].to_list() == [100] * 3 + [0] * 3
            assert "for sure" in view.says
        else:
            assert "for sure" not in view.says
        assert list(view.table.index) == ranking.plain_order(PORTFOLIO, state["weight"])


def test_in_no_state_a_dominated_project_is_more_often_first_or_among_the_best_three():
    for state, view in sweep(STABLE):
        projects = ranking.stretched(PORTFOLIO, state["uncertainty"])
        above = order.dominates(projects, shared=state["shared"])
        for better in projects.index:
            for worse in projects.index[above.loc[better]]:
                for column in ("First (%)", "Best three (%)"):
                    assert view.table[column][better] >= view.table[column][worse]


def test_more_uncertainty_leaves_the_plain_order_less_often():
    for weight in STABLE.controls["weight"].values:
        for shared in (False, True):
            kept = [1 - lesson._ranking(factor, weight, shared=shared).changed for factor in lesson.FACTORS]
            assert kept == sorted(kept, reverse=True)
            assert kept[0] == 1


def test_no_weight_on_the_slider_stands_on_a_swap():
    for weight in STABLE.controls["weight"].values:
        low, high = order.same_order(PORTFOLIO, weight)
        assert low + 0.01 < weight < high - 0.01


# Texts ---------------------------------------------------------------------------------------------------------------


def test_what_is_said_of_the_robots_answers():
    text, scored = said(lesson.robots_costliest), pyramid.score(ROBOT)
    assert f"**{' : '.join(f'{weight:g}' for weight in WEIGHTS.values())}**" in text
    assert f"accuracy costs {scored.lost['good']:.1f} of 100 points" in text
    assert f"one answer of five: {scored.lost['label']:.1f} points" in text
    assert sum(q.driver == DATA for q in QUESTIONS) == 5
    assert pyramid.stoppers(ROBOT) == ("good",)
    costs = pyramid.worst_costs()
    assert f"costs {costs[DATA]:.1f} points in data, {costs[ACCURACY]:.1f} in accuracy" in text
    assert f"accuracy, {costs[DIFFICULTY]:.1f} in difficulty" in text
    relaxed = pyramid.score({**ROBOT, "good": "mostly right"})
    assert f"rise from {scored.total:.0f} to {relaxed.total:.0f}" in text
    assert len(QUESTIONS) == 12
    offered = [says_ranking.answer_name(key, ROBOT) for key in ("label", "good", "published", "compute")]
    assert lesson.robots_costliest.entry["options"] == offered
    assert lesson.robots_costliest.truth() == offered[1]


def test_what_is_said_of_the_six_projects():
    text, found = said(lesson.second_chance), ranking.rank_probabilities(PORTFOLIO)
    scores = ranking.combined(PORTFOLIO)
    order = ranking.plain_order(PORTFOLIO)
    for place, name in enumerate(order, start=1):
        spreads = [f"{PORTFOLIO.loc[name, f'{score}_spread']:g}" for score in ranking.SCORES]
        told = "(impact {}, feasibility {})" if place == 1 else "({} and {})"
        assert f"{place}. {name}: {scores[name]:.2f} {told.format(*spreads)}" in text
    assert lesson.second_chance.entry["options"] == order[1:]
    assert lesson.second_chance.truth() == "sort returns" == order[2]
    chances = found.probabilities
    assert f"In {percent(chances.loc[order[0], 1])} of {ranking.COUNT:,} draws the first is the best" in text
    assert f"is the best in {percent(chances.loc['sort returns', 1])} of the draws" in text
    assert f"*foresee wear*, the second, in {percent(chances.loc['foresee wear', 1])}" in text
    low = chances[[5, 6]].sum(axis=1)
    assert f"is fifth or sixth in {percent(low['sort returns'])} of the draws" in text
    assert f"*foresee wear* in {percent(low['foresee wear'])}." in text


def test_predictions_come_before_what_they_ask_about():
    assert PYRAMID.after is lesson.robots_costliest
    assert STABLE.after is lesson.second_chance


# The learner's own ----------------------------------------------------------------------------------------------------


def test_the_form_asks_what_the_pyramid_asks():
    fields = {field["name"]: (field["label"], tuple(field["options"])) for field in lesson.own_pyramid.entry["fields"]}
    assert fields == {asked.key: (asked.text, asked.answers) for asked in QUESTIONS}


def test_own_answers_are_scored_as_far_as_they_are_given():
    assert lesson.own_feasibility() == "Nothing is answered yet: feasibility may be anything from 0 to 100."
    lesson.own_pyramid.save(secure="never", label="next to nothing")
    low, high = pyramid.bounds({"secure": "never", "label": "next to nothing"})
    said = lesson.own_feasibility()
    assert f"between {low.total:.0f} and {high.total:.0f} of 100, by the 10 answers that are open" in said
    assert "Most is lost by data security (never): 10.0 points." in said
    assert said.endswith("here data security.")
    lesson.own_pyramid.save(**ROBOT)
    assert lesson.own_feasibility().startswith(f"Feasibility is {pyramid.score(ROBOT).total:.0f} of 100. Most is lost")
    lesson.own_pyramid.save(human="")
    assert "by the one answer that is open" in lesson.own_feasibility()


def test_the_best_answers_lose_nothing():
    lesson.own_pyramid.save(**{asked.key: asked.answers[-1] for asked in QUESTIONS})
    assert lesson.own_feasibility() == "Feasibility is 100 of 100."
