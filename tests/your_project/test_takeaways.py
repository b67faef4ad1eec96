"""The five takeaways: each number is computed again in the module that it comes from."""

import pytest
from mlprojects.archetypes import flywheel
from mlprojects.archetypes.lesson_wheel import USUAL
from mlprojects.baselines import ladder
from mlprojects.lifecycle import model as lifecycle
from mlprojects.metrics import model as metrics
from mlprojects.prioritizing import pyramid, pyramid_questions
from mlprojects.your_project import model
from wings import lessons


def numbers(module):
    row = model.takeaway(module)
    return row.before[1], row.after[1], row.number


def test_lifecycle_the_early_pilot():
    late, early = (lifecycle.expected(lifecycle.Project(pilot=pilot)).weeks for pilot in ("late", "early"))
    without, with_, says = numbers("Lifecycle")
    assert (without, with_) == (round(late, 1), round(early, 1))
    assert f"after {early:.0f} weeks on average, not after {late:.0f}" in says


def test_prioritizing_the_price_of_an_error():
    assert pyramid_questions.ROBOT["wrong"] == "a small annoyance"
    dear = pyramid.score({**pyramid_questions.ROBOT, "wrong": "a catastrophe"}).total
    cheap = pyramid.score(pyramid_questions.ROBOT).total
    without, with_, says = numbers("Prioritizing")
    assert (without, with_) == (round(dear), round(cheap))
    assert f"from {dear:.0f} to {cheap:.0f} of {pyramid.FULL} points" in says


def test_archetypes_the_wheel_with_and_without_its_first_link():
    still, turning = (flywheel.run(capture).iloc[-1]["error"] for capture in (0.0, USUAL))
    without, with_, says = numbers("Archetypes")
    assert (without, with_) == (pytest.approx(100 * still), round(100 * turning, 1))
    assert pytest.approx(0.05) == USUAL
    assert f"1 use in 20 bring the errors down from {without:g} % to {with_:g} % in {flywheel.WEEKS} weeks" in says


def test_metrics_each_model_wins_by_some_rule():
    table = metrics.LECTURE_MODELS
    rules = ("weighted average", "mAP", "F-beta")
    winners = {metrics.rank(table, rule, weight=0.5, beta=0.6).index[0] for rule in rules}
    without, with_, says = numbers("Metrics")
    assert (len(winners), len(table)) == (without, 3)
    assert with_ == 1
    assert "Each of the lecture's 3 models" in says


def test_baselines_the_rule_of_a_few_lines():
    table = ladder.ladder()
    constant, rule = table.loc[ladder.CONSTANT], table.loc["nearest mean image"]
    without, with_, says = numbers("Baselines")
    assert (without, with_) == (round(constant["error"], 1), round(rule["error"], 1))
    assert f"avoids {100 * rule['removed']:.0f} % of the errors" in says


def test_each_is_shown_by_an_explorer_of_its_module():
    for row in model.TAKEAWAYS:
        wing = row.notebook.partition("_")[2]
        assert row.module.lower() == wing
        assert row.seen in {explorer.title for explorer in lessons()[wing].EXPLORERS}
        assert row.tomorrow.endswith(".")


def test_the_table_has_five_rows_and_another_module_is_refused():
    assert list(model.takeaways().index) == ["Lifecycle", "Prioritizing", "Archetypes", "Metrics", "Baselines"]
    with pytest.raises(ValueError, match="it may be 'Lifecycle'"):
        model.takeaway("Teams")
