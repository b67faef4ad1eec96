"""Every number in the lesson's texts is what the model computes."""

import re

import pytest
from items import right, said
from mlprojects.metrics import lesson, model

BY_NAME = {item.name: item for item in (*lesson.QUESTIONS, *lesson.PREDICTIONS)}
LECTURE = model.LECTURE_MODELS


def option(name, start):
    """What is said to the option whose text starts like this."""
    (found,) = [o for o in BY_NAME[name].entry["options"] if o["text"].startswith(start)]
    return found["why"]


def strings(*values, form="{:g}"):
    return {form.format(value) for value in values}


def facts():
    """For each item, every number that its texts may contain, computed."""
    models = {"1", "2", "3", *strings(*LECTURE["precision"], *LECTURE["recall"])}
    slide, constant = model.REVIEW_SLIDE, model.always_yes(model.REVIEW_SLIDE)
    shares = [c.accuracy for c in (slide, constant)] + [c.precision for c in (slide, constant)] + [1, slide.recall]
    first, later = model.gaps("first models"), model.gaps("label bug found")
    pose = [first["needed"], first["measured"], first["ratio"], later["measured"], later["ratio"]]
    short = model.rank(LECTURE, "precision at a recall floor", floor=0.8)["misses_by"]["Model 2"]
    even, high = (model.rank(LECTURE, "weighted average", weight=w)["score"] for w in (0.5, 0.9))
    tie = model.rank(LECTURE, "weighted average", weight=2 / 3)["score"].iloc[0]
    table = model.digit_table("whole batch").loc[["support vectors", "15 neighbours"]]
    alarms = model.confusion_at(*model.tumours(), 0.03).fp
    return {
        "never_alone": models | {"0"},
        "cheapest_threshold": strings(
            10, 0, 1, 0.03, alarms, 0.5, model.confusion_at(*model.tumours(), 0.09).cost(10, 1)
        )
        | {"0.09"},
        "winner_under_10": strings(*table["accuracy"], form="{:.3f}")
        | strings(*table["latency"], form="{:.0f}")
        | {"10", "15", "1", "300"},
        "which_under_floor": models | strings(0.8, round(short, 9), 0.6),
        "weight_for_model_2": models
        | strings(*even, *high, form="{:.2f}")
        | strings(tie, *model.f_beta_switch_points(LECTURE), form="{:.3f}")
        | {"0.1", "0.2"},
        "always_yes": strings(*(100 * share for share in shares), *slide.counts().values(), *constant.counts().values())
        | {"2"},
        "which_to_threshold": set(),
        "threshold_value": strings(*model.POSITIONS_NEEDED) | {"99"},
        "one_point": strings(0.9, 0.5, (0.9 + 0.5) / 2, 0.9 * 0.5, LECTURE["mAP"]["Model 1"], 2) | {"1"},
        "pose_first": strings(*(value for column in pose for value in column), first["measured"].sum()),
        "formula_after_fix": strings(*(value for column in pose for value in column)) | {"0"},
    }


@pytest.mark.parametrize("name", BY_NAME)
def test_every_number_in_the_texts_is_a_computed_one(name):
    assert set(re.findall(r"\d+(?:\.\d+)?", said(BY_NAME[name]))) <= facts()[name]


@pytest.mark.parametrize("name", ["never_alone"])
def test_the_lectures_models_are_quoted_right(name):
    for model_name, row in LECTURE.iterrows():
        assert re.search(
            rf"{model_name} has (precision )?{row['precision']:g} and (recall )?{row['recall']:g}", said(BY_NAME[name])
        )


def test_the_recall_floor_question():
    text = said(lesson.which_under_floor)
    floor = float(re.search(r"at least (0\.\d)", text).group(1))
    ranking = model.rank(LECTURE, "precision at a recall floor", floor=floor)
    assert model.winners(ranking) == ["Model 3"]
    assert "Recall 0.5 and 0.7 are below 0.8" in text
    assert sorted(LECTURE["recall"][ranking["misses_by"] > 0]) == [0.5, 0.7]
    assert f"Model 3 is left, and wins with precision {ranking['score'].iloc[0]:g}" in text
    assert (
        f"The recalls are {', '.join(f'{r:g}' for r in LECTURE['recall'][:2])} and {LECTURE['recall'].iloc[2]:g}"
        in text
    )
    assert "if only by 0.1. It would win at a limit of 0.6" in text
    assert model.winners(model.rank(LECTURE, "precision at a recall floor", floor=0.6)) == ["Model 2"]


@pytest.mark.parametrize(("weight", "start", "pattern"), [(0.5, "0.5", "{:.2f}"), (0.9, "0.9", "{:.2f}")])
def test_the_scores_by_weight_are_quoted_right(weight, start, pattern):
    ranking = model.rank(LECTURE, "weighted average", weight=weight)
    a, b, c = (pattern.format(ranking["score"][name]) for name in LECTURE.index)
    why = option("weight_for_model_2", start)
    assert f"the scores are {a}, {b} and {c}: {model.winners(ranking)[0]} wins" in why


def test_the_tie_and_the_ranges_of_the_compromise_are_quoted_right():
    tie = model.rank(LECTURE, "weighted average", weight=2 / 3)
    assert f"all three score {tie['score'].iloc[0]:.3f}" in option("weight_for_model_2", "2/3")
    low, high = model.f_beta_switch_points(LECTURE)
    text = said(lesson.weight_for_model_2)
    assert f"beta between {low:.3f} and {high:.3f}" in text
    floors = model.winning_intervals(LECTURE, "precision at a recall floor").set_index("winner")
    assert f"above {floors['start']['Model 2']:g}, up to {floors['stop']['Model 2']:g}" in text
    steps = LECTURE[["precision", "recall"]].diff().dropna().round(9)
    assert (steps == [-0.1, 0.2]).all(axis=None)
    assert "precision falls by 0.1 while recall rises by 0.2" in text


def test_the_constant_is_quoted_right():
    slide, constant = model.REVIEW_SLIDE, model.always_yes(model.REVIEW_SLIDE)
    texts = [o["text"] for o in lesson.always_yes.entry["options"]]
    shares = right(lesson.always_yes)["text"]
    assert shares == f"{constant.accuracy:.0%}, {constant.precision:.0%}, {constant.recall:.0%}".replace("%", " %")
    assert texts[0] == f"{slide.accuracy:.0%}, {slide.precision:.0%}, {slide.recall:.0%}".replace("%", " %")
    assert constant.accuracy > slide.accuracy
    assert constant.recall > slide.recall
    assert constant.precision == slide.precision
    text, c = said(lesson.always_yes), constant
    assert f"({slide.tn} and {slide.tp} right out of {slide.total})" in text
    assert f"False alarms {c.fp}, misses {c.fn}. Accuracy {c.tn + c.tp} of {c.total}" in text
    assert f"precision {c.tp} of ({c.tp} + {c.fp}), recall {c.tp} of ({c.tp} + {c.fn})" in text
    assert f"has {c.tn + c.fp} cases of *no* and {c.tp + c.fn} of *yes*" in text


@pytest.mark.parametrize(
    ("stage", "name", "ratios"),
    [("first models", "pose_first", "1, 12 and 3"), ("label bug found", "formula_after_fix", "")],
)
def test_the_pose_projects_numbers_are_quoted_right(stage, name, ratios):
    gaps, text = model.gaps(stage), said(BY_NAME[name])
    position, angle, latency = (gaps.loc[metric] for metric in ("position error", "angle error", "latency"))
    assert ratios in text
    if ratios:
        assert ratios == "{:g}, {:g} and {:g}".format(*gaps["ratio"])
        assert f"{angle['measured']:g} / {angle['needed']:g} = {angle['ratio']:g} times" in text
        assert f"{latency['measured']:g} of {gaps['measured'].sum():g} would be milliseconds" in text
        for field in ("measured", "needed"):
            quoted = "{:g} cm, {}{:g} degrees, {}{:g} ms"
            words = ("angle error ", "latency ") if field == "measured" else ("", "")
            assert quoted.format(position[field], words[0], angle[field], words[1], latency[field]) in text
    else:
        assert (
            f"{angle['measured']:g} / {angle['needed']:g} and {latency['measured']:g} / {latency['needed']:g}" in text
        )
        assert f"Angle is now at {angle['ratio']:g} times, latency at {latency['ratio']:g} times" in text
        assert (
            f"falls from {model.gaps('first models')['measured']['angle error']:g} to **{angle['measured']:g}" in text
        )
        assert f"(needed: {angle['needed']:g}), latency is still {latency['measured']:g} ms" in text
        assert f"ms (needed: {latency['needed']:g})" in text
        assert model.optimised(gaps) == ["latency"]


def test_what_is_said_about_the_cheapest_threshold():
    confusion = model.confusion_at(*model.tumours(), 0.03)
    text = said(lesson.cheapest_threshold)
    assert confusion.fn == 0
    assert f"misses no tumour and gives {confusion.fp} false alarms" in text
    assert "1 / (1 + 10), about 0.09" in text
    assert "costs 38 here, against 32" in text
    assert [model.confusion_at(*model.tumours(), t).cost(10, 1) for t in (0.09, 1 / 11, 0.03)] == [38, 38, 32]
    assert round(1 / 11, 2) == 0.09


def test_what_is_said_about_the_limit_of_10_microseconds():
    table, text = model.digit_table("whole batch"), said(lesson.winner_under_10)
    assert table["accuracy"].idxmax() == "support vectors"
    assert f"about {table['latency']['support vectors']:.0f} millionths" in text
    winner, loser = table.loc["15 neighbours"], table.loc["support vectors"]
    assert f"accuracy {winner['accuracy']:.3f} at about {winner['latency']:.0f} µs" in text
    assert f"one point of accuracy, from {loser['accuracy']:.3f}" in text
    assert set(table.index[table["latency"] > 10]) == {"support vectors", "forest of 300"}
    assert set(lesson.winner_under_10.entry["options"]) == set(table.index) - {"support vectors"}
