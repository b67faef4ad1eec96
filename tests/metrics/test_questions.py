"""Right passes, each wrong answer is told why, and every number in the texts is what the model computes."""

import re

import numpy as np
import pytest
from mlprojects.metrics import lesson, model, tasks

BY_NAME = {item.name: item for item in (*lesson.QUESTIONS, *lesson.PREDICTIONS, *lesson.TASKS, *lesson.FORMS)}
LECTURE = model.LECTURE_MODELS


@pytest.fixture(autouse=True)
def _own_ledger(tmp_path, monkeypatch):
    monkeypatch.setenv("MLPROJECTS_WORK", str(tmp_path))


def said(name):
    """All words of an item in one text."""
    entry = BY_NAME[name].entry
    options = [
        option if isinstance(option, str) else f"{option['text']} {option['why']}"
        for option in entry.get("options", [])
    ]
    parts = [entry["prompt"], *options, *entry.get("hints", []), entry.get("solution", ""), entry.get("after", "")]
    return " ".join(" ".join(parts).split())


def option(name, start):
    """What is said to the option whose text starts like this."""
    (found,) = [o for o in BY_NAME[name].entry["options"] if o["text"].startswith(start)]
    return found["why"]


# Grading --------------------------------------------------------------------------------------------------------------


def test_all_texts_of_the_file_are_used_by_the_lesson():
    for part, known in lesson.TEXTS.parts.items():
        items = {"questions": lesson.QUESTIONS, "predictions": lesson.PREDICTIONS, "tasks": lesson.TASKS}
        assert [item.name for item in items.get(part, lesson.FORMS)] == sorted(
            known, key=[item.name for item in items.get(part, lesson.FORMS)].index
        )


@pytest.mark.parametrize("question", lesson.QUESTIONS, ids=lambda question: question.name)
def test_right_passes_and_each_wrong_option_has_its_own_reason(question):
    options = question.entry["options"]
    right = [o["text"] for o in options if o.get("right")]
    given = right if question.entry["kind"] == "several" else right[0]
    assert question.grade(given).result == "right"
    assert question.grade(None).result == "not attempted"
    reasons, names = set(), set()
    for wrong in (o for o in options if not o.get("right")):
        outcome = question.grade([wrong["text"]])
        assert outcome.result == "wrong"
        assert wrong["why"] in outcome.because
        assert outcome.misconceptions == (wrong["misconception"],)
        reasons.add(wrong["why"])
        names.add(wrong["misconception"])
    assert len(reasons) == len(names) == len(options) - len(right)


def test_misconceptions_have_names_of_their_own_across_the_lesson():
    names = [o["misconception"] for q in lesson.QUESTIONS for o in q.entry["options"] if not o.get("right")]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("question", lesson.QUESTIONS, ids=lambda question: question.name)
def test_the_right_option_is_not_always_in_one_place(question):
    places = [[o.get("right", False) for o in q.entry["options"]].index(True) for q in lesson.QUESTIONS]
    assert len(set(places)) >= 3
    assert question.entry["hints"]


@pytest.mark.parametrize(
    ("prediction", "truth"),
    [
        (lesson.never_alone, "Model 2"),
        (lesson.cheapest_threshold, 0.03),
        (lesson.winner_under_10, "15 neighbours"),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_a_prediction_is_compared_with_what_the_model_says(prediction, truth):
    assert prediction.truth() == truth
    if isinstance(truth, str):
        assert truth in prediction.entry["options"]
    assert not prediction.locked
    assert "so says the model" in prediction.lock(truth)
    assert prediction.locked


def test_the_first_three_explorers_wait_for_their_predictions():
    waiting = [explorer.after for explorer in lesson.EXPLORERS]
    assert waiting == [*lesson.PREDICTIONS, None, None]


# Tasks ----------------------------------------------------------------------------------------------------------------


def solved(name):
    """The function that the task's own solution defines."""
    code = re.search(r"```python\n(.*?)```", BY_NAME[name].entry["solution"], re.DOTALL).group(1)
    space = {}
    exec(code, space)  # noqa: S102 - the solution that we ship
    return space[name]


@pytest.mark.parametrize("task", lesson.TASKS, ids=lambda task: task.name)
def test_the_solution_shown_passes(task):
    assert task.grade(solved(task.name)).result == "right"


@pytest.mark.parametrize(
    ("task", "mistake"),
    [(task, m) for task in lesson.TASKS for m in task.mistakes],
    ids=lambda v: getattr(v, "name", ""),
)
def test_each_typical_mistake_is_recognised_by_name(task, mistake):
    outcome = task.grade(mistake.function)
    assert (outcome.result, outcome.misconceptions) == ("wrong", (mistake.name,))
    assert outcome.because == mistake.says


def harmonic(precision, recall, beta):
    """The same by another way: a weighted harmonic mean."""
    if not precision or not recall:
        return 0
    weights = np.array([1.0, beta**2])
    return np.array([weights.sum() / (weights / np.array([precision, recall])).sum()])


def by_loop(table, limit):
    best = None
    for name, row in table.iterrows():
        if row["latency"] <= limit and (best is None or row["accuracy"] > table["accuracy"][best]):
            best = name
    return best


@pytest.mark.parametrize(("task", "function"), [(lesson.f_beta, harmonic), (lesson.best_under_limit, by_loop)])
def test_any_algorithm_passes(task, function):
    assert task.grade(function).result == "right"


def test_an_unguarded_division_is_told_where_it_fails():
    outcome = lesson.f_beta.grade(lambda p, r, b: (1 + b**2) * p * r / (b**2 * p + r))
    assert outcome.result == "wrong"
    assert "`f_beta(0, 0, 1)`" in outcome.because
    assert "ZeroDivisionError" in outcome.because


def test_an_unknown_mistake_is_told_what_should_happen_in_that_case():
    outcome = lesson.f_beta.grade(lambda p, r, b: (1 + b**3) * p * r / (b**3 * p + r) if p else 0.0)
    assert "recall is the weak side here and now counts more" in outcome.because


def test_untouched_tasks_are_not_attempted():
    def f_beta(_precision, _recall, _beta): ...

    assert lesson.f_beta.grade(f_beta).result == "not attempted"
    assert lesson.best_under_limit.grade(...).result == "not attempted"


def test_a_function_that_changes_the_table_is_told_so_and_the_table_is_unharmed():
    before = model.NG_MODELS.copy()

    def careless(table, limit):
        table["fast enough"] = table["latency"] <= limit
        return table["accuracy"][table["fast enough"]].idxmax() if table["fast enough"].any() else None

    assert "changed one of its arguments" in lesson.best_under_limit.grade(careless).because
    assert model.NG_MODELS.equals(before)


@pytest.mark.parametrize("case", tasks.F_BETA_CASES[1:4], ids=repr)
def test_what_a_case_says_about_f1_is_true(case):
    precision, recall, beta = case.args
    rises = model.f_beta(precision, recall, beta) > model.f_beta(precision, recall, 1)
    assert ("rises above F1" in case.why) == rises
    assert ("falls below F1" in case.why) == (not rises)


def test_what_a_case_says_about_f1_and_the_mean_is_true():
    assert abs(model.f_beta(0.9, 0.5, 1) - 0.5) < abs(model.f_beta(0.9, 0.5, 1) - 0.9)


def test_the_cases_of_the_second_task_say_who_wins():
    answers = [tasks.best_under_limit(*case.args) for case in tasks.BEST_CASES]
    assert answers == ["Classifier B", "small network", "small network", None]
    assert (model.EXERCISE_MODELS["latency"] <= 70).sum() == 4


def test_the_form_asks_for_the_learners_own_metric():
    fields = [field["name"] for field in lesson.own_metric.entry["fields"]]
    assert fields == ["name", "unit", "direction", "formula", "thresholds", "why"]
    assert lesson.own_metric.save(name="angle error", direction="lower", unit="degrees") == {}
    assert lesson.own_metric.values["name"] == "angle error"
    assert "higher, lower" in lesson.own_metric.save(direction="sideways")["direction"]


# Numbers in the texts -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["never_alone"])
def test_the_lectures_models_are_quoted_right(name):
    for model_name, row in LECTURE.iterrows():
        assert re.search(
            rf"{model_name} has (precision )?{row['precision']:g} and (recall )?{row['recall']:g}", said(name)
        )


def test_the_recall_floor_question():
    text = said("which_under_floor")
    assert model.winners(model.rank(LECTURE, "precision at a recall floor", floor=0.8)) == ["Model 3"]
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
    text = said("weight_for_model_2")
    assert f"beta between {low:.3f} and {high:.3f}" in text
    floors = model.winning_intervals(LECTURE, "precision at a recall floor").set_index("winner")
    assert f"above {floors['start']['Model 2']:g}, up to {floors['stop']['Model 2']:g}" in text
    steps = LECTURE[["precision", "recall"]].diff().dropna().round(9)
    assert (steps == [-0.1, 0.2]).all(axis=None)
    assert "precision falls by 0.1 while recall rises by 0.2" in text


def test_the_constant_is_quoted_right():
    slide, constant = model.REVIEW_SLIDE, model.always_yes(model.REVIEW_SLIDE)
    texts = [o["text"] for o in BY_NAME["always_yes"].entry["options"]]
    right = next(o["text"] for o in BY_NAME["always_yes"].entry["options"] if o.get("right"))
    assert right == f"{constant.accuracy:.0%}, {constant.precision:.0%}, {constant.recall:.0%}".replace("%", " %")
    assert texts[0] == f"{slide.accuracy:.0%}, {slide.precision:.0%}, {slide.recall:.0%}".replace("%", " %")
    assert constant.accuracy > slide.accuracy
    assert constant.recall > slide.recall
    assert constant.precision == slide.precision
    assert f"({slide.tn} and {slide.tp} right out of {slide.total})" in said("always_yes")


@pytest.mark.parametrize(
    ("stage", "name", "ratios"),
    [("first models", "pose_first", "1, 12 and 3"), ("label bug found", "formula_after_fix", "")],
)
def test_the_pose_projects_numbers_are_quoted_right(stage, name, ratios):
    gaps, text = model.gaps(stage), said(name)
    angle, latency = gaps.loc["angle error"], gaps.loc["latency"]
    assert ratios in text
    if ratios:
        assert ratios == "{:g}, {:g} and {:g}".format(*gaps["ratio"])
        assert f"{angle['measured']:g} / {angle['needed']:g} = {angle['ratio']:g} times" in text
        assert f"{latency['measured']:g} of {gaps['measured'].sum():g} would be milliseconds" in text
    else:
        assert (
            f"{angle['measured']:g} / {angle['needed']:g} and {latency['measured']:g} / {latency['needed']:g}" in text
        )
        assert f"Angle is now at {angle['ratio']:g} times, latency at {latency['ratio']:g} times" in text
        assert model.optimised(gaps) == ["latency"]


def test_what_is_said_about_the_cheapest_threshold():
    confusion = model.confusion_at(*model.tumours(), 0.03)
    text = said("cheapest_threshold")
    assert confusion.fn == 0
    assert f"misses no tumour and gives {confusion.fp} false alarms" in text
    assert "1 / (1 + 10), about 0.09" in text
    assert round(1 / 11, 2) == 0.09


def test_what_is_said_about_the_limit_of_10_microseconds():
    table, text = model.digit_table("whole batch"), said("winner_under_10")
    assert table["accuracy"].idxmax() == "support vectors"
    assert f"about {table['latency']['support vectors']:.0f} millionths" in text
    winner, loser = table.loc["15 neighbours"], table.loc["support vectors"]
    assert f"accuracy {winner['accuracy']:.3f} at about {winner['latency']:.0f} µs" in text
    assert f"one point of accuracy, from {loser['accuracy']:.3f}" in text
    assert set(table.index[table["latency"] > 10]) == {"support vectors", "forest of 300"}
    assert set(lesson.winner_under_10.entry["options"]) == set(table.index) - {"support vectors"}
