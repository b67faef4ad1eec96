"""What the field's explorers keep in every state, and the numbers in their texts."""

import re

from items import numbers, said, sweep
from mlprojects.lifecycle import golden, mining, picks
from mlprojects.lifecycle import lesson_field as lesson


def plain(item, field):
    return said(item, field).replace("*", "")


def found(pattern, sentence):
    return float(re.search(pattern, sentence).group(1))


# Errors and picks -----------------------------------------------------------------------------------------------------


def test_the_sentence_and_the_table_say_the_same_picks():
    for state, view in sweep(lesson.error_and_picks):
        table = view.table[view.table["Photographs"] == state["photographs"]].loc[state["labels"]]
        column = "Looking again" if state["again"] else "Picks an hour"
        pattern = r"picks (\d+) an hour\. From" if state["again"] else r", (\d+) picks an hour\."
        assert found(pattern, view.says) == table[column], state


def test_what_holds_is_said_of_first_grasps_since_covered_mugs_are_tried_again():
    for state, view in sweep(lesson.error_and_picks):
        shares = re.findall(r"(\d+) % of the first grasps hold", view.says)
        assert len(shares) == 1 + state["again"]
        assert " of the grasps hold" not in view.says
        table = view.table[view.table["Photographs"] == state["photographs"]].loc[state["labels"]]
        assert float(shares[0]) == table["First grasps that hold (%)"]


def test_looking_again_takes_more_photographs_the_stricter_the_threshold():
    for label in picks.LABELS:
        looks = [
            found(r"it takes ([\d.]+) photographs", view.says)
            for state, view in sweep(lesson.error_and_picks)
            if state["again"] and not state["stubborn"] and state["labels"] == label and state["photographs"] == 2000
        ]
        assert looks == sorted(looks, reverse=True)
        assert all(1 <= each <= picks.CYCLE.looks for each in looks)


def test_every_model_is_inside_the_picture():
    for threshold in picks.THRESHOLDS:
        table = picks.models(threshold, stubborn=False)
        assert table["median_angle"].between(2.6, 40).all()
        assert table[["picks_per_hour", "with_uncertainty"]].to_numpy().max() < 700
    for label in picks.LABELS:
        for size in picks.SIZES:
            errors = picks.judged(label, size).errors["angle"]
            assert (errors < 20).sum() < 440
    assert picks.TEST == 600  # an axis label says so


# What to add ----------------------------------------------------------------------------------------------------------


def test_the_sentence_gives_gain_interval_and_verdict_of_the_model():
    for state, view in sweep(lesson.hard_or_random):
        row = mining.compared(state["field"], state["added"]).loc[state["way"]]
        assert f"{row['held']:.0f} % of the grasps hold" in view.says
        if state["way"] == mining.RANDOM:
            better = mining.compared(state["field"], state["added"])["verdict"] == "better"
            assert ("clearly better:" in view.says) == better.any()
        else:
            assert f"{row['low']:+.1f} to {row['high']:+.1f}), {row['verdict']}." in view.says, state


def test_every_interval_is_inside_the_picture():
    for field in mining.FIELDS:
        for added in mining.ADDED:
            assert mining.compared(field, added)[["low", "high"]].abs().to_numpy().max() < 16


# Golden photographs ---------------------------------------------------------------------------------------------------


def test_each_golden_photograph_is_told_with_its_verdict():
    verdicts = golden.judged()["verdict"]
    for state, view in sweep(lesson.golden_cases):
        shown = golden.MODELS if state["model"] == lesson.BOTH else (state["model"],)
        assert (f"({verdicts[state['photograph']]})" in view.says) == (len(shown) == 2)
        for model in golden.MODELS:
            assert (f"the {model} model is" in view.says) == (model in shown)
        assert view.table["Verdict"].tolist() == verdicts.tolist()


# Predictions and their texts ------------------------------------------------------------------------------------------


def test_each_explorer_waits_for_its_prediction():
    assert lesson.error_and_picks.after is lesson.better_labels
    assert lesson.hard_or_random.after is lesson.where_hardest_wins
    assert lesson.golden_cases.after is lesson.golden_broken


def test_what_is_said_about_better_labels():
    hand, sensor = (picks.better_labels().loc[label] for label in picks.LABELS)
    prompt, after = plain(lesson.better_labels, "prompt"), plain(lesson.better_labels, "after")
    assert f"from {hand['median_angle']:.1f} to {sensor['median_angle']:.1f} degrees" in prompt
    assert f"forgives {picks.GRIPPER.angle:g} degrees" in prompt
    assert f"replaces {picks.SIZES[-1]:,} labels" in prompt
    assert f"in {10 * picks.COVERED.occlusion:.0f} of ten".replace("4", "four") in prompt
    assert f"From {hand['picks_per_hour']:.0f} to {sensor['picks_per_hour']:.0f} picks" in after
    assert f"{100 * sensor['failures_covered']:.0f} % of the failed grasps" in after
    assert f"{100 * hand['failures_covered']:.0f} % of the failed grasps" in after
    assert lesson.better_labels.truth() == "they hardly move (by 5 % at most)"
    assert f"{100 * lesson.NARROW:g} %" in lesson.better_labels.truth()
    stays = [picks.used(label, picks.SIZES[-1], stubborn=True)["picks_per_hour"] for label in picks.LABELS]
    assert "Where the cover stays, it is {:.0f} against {:.0f}".format(*stays) in after
    known = {"20", "2,000", "6.8", "3.3", "389", "377", "95", "248", "229"}
    assert numbers(prompt + after) == known


def test_what_is_said_about_the_hardest_photographs():
    night, covered, warehouse = mining.FIELDS
    prompt = plain(lesson.where_hardest_wins, "prompt")
    assert f"add {lesson.MANY} photographs" in prompt
    assert lesson.where_hardest_wins.truth() == f"only in the {night}"
    options = lesson.where_hardest_wins.entry["options"]
    assert {f"only in the {field}" for field in mining.FIELDS} < set(options)
    one_sided = mining.compared(warehouse, lesson.MANY)["one_sided"]
    assert one_sided[mining.HARDEST] > 2 * one_sided[mining.RANDOM]
    assert mining.compared(warehouse, lesson.MANY)["verdict"][mining.HARDEST] == "worse"
    hidden = mining.compared(covered, lesson.MANY)["covered"]
    assert f"{hidden[mining.HARDEST] / hidden[mining.RANDOM]:.1f} times as much" in said(
        lesson.where_hardest_wins, "after"
    )
    assert mining.compared(covered, lesson.MANY)["verdict"][mining.HARDEST] == "no clear difference"
    after, row = plain(lesson.where_hardest_wins, "after"), mining.compared(night, lesson.MANY).loc[mining.HARDEST]
    assert f"{row['gain']:.0f} percentage points" in after
    assert f"(95 % interval {row['low']:.0f} to {row['high']:.0f})" in after
    assert f"{-mining.compared(warehouse, lesson.MANY)['gain'][mining.HARDEST]:.0f} points worse" in after


def test_what_is_said_about_the_golden_photographs():
    means, judged = golden.averages(), golden.judged()
    prompt, after = plain(lesson.golden_broken, "prompt"), plain(lesson.golden_broken, "after")
    assert f"error of {means['angle'][golden.NEW]:.1f} degrees in the lab; the old one had" in prompt
    assert f"had {means['angle'][golden.OLD]:.1f}." in prompt
    assert f"the old model passes {judged['old passes'].sum()}." in prompt
    assert lesson.golden_broken.entry["high"] == judged["old passes"].sum()
    assert len(golden.NAMES) == 10
    assert (judged["verdict"] == "mended").sum() == 1
    assert f"by {judged['new angle']['lamp on the other side']:.0f} degrees" in after
    assert f"from {means['golden angle'][golden.OLD]:.0f} to {means['golden angle'][golden.NEW]:.0f} degrees" in after
    assert lesson.golden_broken.truth() == 1


def test_the_limits_in_the_task_are_the_grippers():
    prompt = lesson.broken.entry["prompt"]
    limits = golden.LIMITS
    assert f'{{"position": {limits["position"]}, "angle": {limits["angle"]}}}' in prompt
