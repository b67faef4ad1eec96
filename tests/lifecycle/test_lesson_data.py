"""What the explorers on data and requirements keep in every state, and the numbers in their texts."""

import re

import pytest
from items import numbers, said, sweep, swept
from mlprojects.lifecycle import figures_data, tradeoff
from mlprojects.lifecycle import label_noise as noise
from mlprojects.lifecycle import labelling_cost as labelling
from mlprojects.lifecycle import lesson_data as lesson
from mlprojects.lifecycle import says_data as says
from mlprojects.words import percent

# Wrong labels ---------------------------------------------------------------------------------------------------------


def test_what_is_said_to_win_errs_less():
    for state, view in swept(lesson.more_or_better, wrong_test=False):
        error = view.table["Error (%)"]
        if view.says.startswith("More images win"):
            assert error["more images"] < error["better labels"], state
        elif view.says.startswith("Better labels win"):
            assert error["better labels"] < error["more images"], state
        else:
            assert view.says.startswith("Too close to call"), state


def test_what_wrong_labels_are_worth_is_said_and_never_beyond_the_data():
    for state, view in swept(lesson.more_or_better, wrong_test=False):
        if state["share"] == 0:
            assert "checking only costs" in view.says
            continue
        checked = state["budget"] // state["price"]
        match = noise.noisy_equivalent(state["share"], checked)
        takes = "more than 960" if match is None else f"about {says.rounded(match)}"
        assert f"to match {checked} with right labels takes {takes} unchecked" in view.says
    assert "The 960 are worth about 430 with right labels" in lesson.more_or_better.at().says


def test_every_budget_is_spent_to_the_last_label():
    for state, view in sweep(lesson.more_or_better):
        assert (view.table["Images"] * [1, state["price"]]).tolist() == [state["budget"], state["budget"]]


def test_wrong_test_labels_hide_differences_and_set_a_floor():
    for state, view in swept(lesson.more_or_better, wrong_test=True):
        clean = lesson.more_or_better.at(**{**state, "wrong_test": False}).table["Error (%)"]
        seen = view.table["Error (%)"]
        assert (seen >= 100 * state["share"]).all()
        assert abs(seen.diff().iloc[-1]) <= abs(clean.diff().iloc[-1]) + 0.11, state
        if state["share"] > 0:
            assert f"would be measured at {percent(state['share'])}" in view.says


@pytest.mark.parametrize("wrong", noise.SHARES)
def test_every_curve_is_inside_the_picture(wrong):
    curves = lesson._curves(wrong)
    assert list(curves.columns) == ["0 %", "10 %", "20 %", "30 %", "40 %"]
    assert (curves > figures_data.LOWEST).all(axis=None)
    assert (curves < figures_data.HIGHEST).all(axis=None)


# Two requirements -----------------------------------------------------------------------------------------------------


def test_what_is_said_to_keep_both_does_and_an_empty_corner_names_a_way_out():
    for state, view in sweep(lesson.two_requirements):
        kept = view.table["Keeps both"]
        assert ("The corner is empty" in view.says) == (not kept.any()), state
        for name in kept.index[kept]:
            assert name in view.says
        if not kept.any():
            assert "Relax" in view.says or "Both must give way" in view.says


def test_a_limit_that_is_relaxed_as_said_lets_in_the_model_that_is_said():
    for state, view in sweep(lesson.two_requirements):
        ways = re.findall(
            r"(accuracy|computing|position error|multiply-adds) to ([\d.,]+)[^(]*\(lets in (.+?)\)(?= or |\.)",
            view.says,
        )
        assert bool(ways) == ("Relax" in view.says)
        for metric, told, name in ways:
            value, own = float(told.replace(",", "")), lesson._models(state["models"])[metric][name]
            assert (value <= own) if metric in tradeoff.HIGHER_IS_BETTER else (value >= own), (state, metric)
            assert value == pytest.approx(own, abs=0.01)


@pytest.mark.parametrize(
    ("value", "metric", "told"),
    [
        (77.692, "accuracy", "77.69 %"),
        (71.878, "accuracy", "71.87 %"),
        (76.13, "accuracy", "76.13 %"),
        (11.511, "computing", "11.52 GFLOPs"),
        (0.3, "computing", "0.30 GFLOPs"),
        (0.43, "position error", "0.43 cm"),
        (34439.5, "multiply-adds", "34,440"),
    ],
)
def test_lower_limits_are_rounded_down_and_upper_ones_up(value, metric, told):
    assert says.limit(value, metric) == told


def test_loosening_either_limit_never_loses_a_model():
    for models in (lesson.NETWORKS, *lesson.ROBOT):
        upwards = "accuracy" if models == lesson.NETWORKS else "position"
        across = "computing" if models == lesson.NETWORKS else "operations"
        kept = {}
        for state, view in swept(lesson.two_requirements, models=models):
            kept[state[upwards], state[across]] = set(view.table.index[view.table["Keeps both"]])
        for (a, b), names in kept.items():
            for (c, d), others in kept.items():
                looser = (c <= a if upwards == "accuracy" else c >= a) and d >= b
                assert not looser or names <= others


@pytest.mark.parametrize("models", lesson.PANELS)
def test_every_choice_of_models_has_empty_and_filled_corners(models):
    filled = {view.table["Keeps both"].any() for _, view in swept(lesson.two_requirements, models=models)}
    assert filled == {True, False}


@pytest.mark.parametrize("models", lesson.PANELS)
def test_every_model_and_limit_is_inside_the_picture(models):
    for metric, scale in lesson.PANELS[models].items():
        assert lesson._models(models)[metric].between(scale.low, scale.high).all(), metric


def test_every_source_is_named():
    assert "torchvision" in lesson.SOURCES[lesson.NETWORKS]
    assert set(lesson.SOURCES) == set(lesson.PANELS)


# Labelling cost -------------------------------------------------------------------------------------------------------


def test_a_task_fits_if_the_budget_pays_for_what_is_needed():
    for state, view in sweep(lesson.labelling_cost):
        tasks = view.table
        assert (tasks["Fits"] == (tasks["Images for the budget"] >= state["needed"])).all()
        assert ("labelling poses by hand fits" in view.says) == tasks["Fits"][labelling.POSE]
        assert tasks["Source"][labelling.POSE] == "your guess"


def test_only_quicker_labels_are_called_easier_and_all_of_them_are_that_fit():
    for state, view in sweep(lesson.labelling_cost):
        tasks = view.table
        quicker = tasks["Minutes a label"] < state["minutes"]
        assert quicker.any(), "a guess for a pose below every published time would leave nothing easier"
        for task in tasks.index[tasks.index != labelling.POSE]:
            named = task in view.says.partition("within the budget:")[2]
            assert named == (quicker[task] and tasks["Fits"][task] and not tasks["Fits"][labelling.POSE]), (state, task)


def test_every_number_of_images_is_inside_the_picture():
    images = [view.table["Images for the budget"] for _, view in sweep(lesson.labelling_cost)]
    assert min(each.min() for each in images) > 5
    assert max(each.max() for each in images) < 3e6


def test_times_are_told_as_people_tell_them():
    told = [says.duration(minutes) for minutes in (7 / 60, 35 / 60, 1.32, 1, 3, 90)]
    assert told == ["7 s", "35 s", "79 s", "1 min", "3 min", "90 min"]


# Texts ----------------------------------------------------------------------------------------------------------------


def test_960_images_with_wrong_labels_are_worth_what_the_text_says():
    worth = {share: says.rounded(noise.clean_equivalent(share, 960)) for share in (0.2, 0.4)}
    assert lesson.worth_in_clean_images.truth() == f"about {worth[0.2]}"
    text = said(lesson.worth_in_clean_images, "after")
    assert f"960 images with 20 % wrong labels are worth about {worth[0.2]} with right labels" in text
    assert f"With 40 % wrong they are worth about {worth[0.4]}" in text
    assert numbers(text) == {"960", "20", "40", *map(str, worth.values())}
    options = lesson.worth_in_clean_images.entry["options"]
    assert f"about {says.rounded(0.8 * 960)}: the 80 % that are right" in options
    assert sum(option.startswith(f"about {worth[0.2]}") for option in options) == 1


def test_the_empty_corner_is_left_as_the_text_says():
    assert {"80", "5"} <= set(re.findall(r"\*\*(\d+)", said(lesson.corner_to_relax, "prompt")))
    ways = tradeoff.nearest(tradeoff.NETWORKS, {"accuracy": 80, "computing": 5})
    name, accuracy = ways["model"]["accuracy"], ways["limit"]["accuracy"]
    computing, factor = ways["limit"]["computing"], ways["factor"]["computing"]
    text = said(lesson.corner_to_relax, "after")
    assert f"down to {accuracy:.2f} %: {name} has it at {tradeoff.NETWORKS['computing'][name]:g} GFLOPs" in text
    assert f"it needs {computing:.1f} GFLOPs, {factor:.2f} times the limit" in text
    assert f"Only {ways['model']['computing']} is that accurate" in text
    assert (tradeoff.NETWORKS["accuracy"] >= 80).sum() == 1
    assert lesson.corner_to_relax.truth() in lesson.corner_to_relax.entry["options"]
    assert lesson.corner_to_relax.truth() == f"about {factor:.1f} times"


def test_the_budget_buys_what_the_text_says():
    assert lesson.masks_for_the_budget.truth() == labelling.affordable(5000, 1.32, 20) == 11363
    minutes, text = labelling.TASKS["minutes"], said(lesson.masks_for_the_budget, "after")
    assert f"buys {labelling.hours(5000, 20):g} hours, and 22 hours buy 1,000 masks" in text
    assert "**22 hours** for 1,000" in said(lesson.masks_for_the_budget, "prompt")
    boxes = labelling.affordable(5000, minutes["clicked box"], 20)
    assert f"at 7 seconds, would be {boxes:,}; a pose at 3 minutes only {labelling.affordable(5000, 3, 20):,}" in text
    assert round(60 * minutes["mask"], -1) == 80
    assert "about 80 seconds" in said(lesson.masks_for_the_budget, "prompt")
