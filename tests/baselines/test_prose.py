"""Every number in the notebook's prose, and every verdict, is what the model computes."""

import jupytext
from mlprojects.baselines import budget, bugs, crowd, floors, hand, hand_poses, ladder, lesson, model, sources
from mlprojects.course.house import NOTEBOOKS
from prose import left_over, prose

STEM = "05_baselines"
DOLLARS = 300
"""What the worked cell of part 6 spends."""


def text():
    return " ".join(prose(STEM).split())


def code():
    return "\n".join(cell.source for cell in jupytext.read(NOTEBOOKS / f"{STEM}.py").cells if cell.cell_type == "code")


def fragments():
    low, high = (round(100 * end) for end in hand.interval(2, 20))
    one, three = (100 * budget.wrong(way) for way in ("one person", "three votes"))
    return [
        f"An error of {floors.VALIDATION:g} % may be",
        f"on the same {len(ladder.split().test)} images",
        "for people who reach 28 % and 33 %:",
        f"has a {100 * hand.LEVEL:g} % interval from {low} to {high} %",
        f"CIFAR-10N: one worker is wrong in {one:.1f} %, three in {three:.1f} %",
        f"a correlation of {budget.correlation():.2f}. Then no crowd of any size gets below "
        f"{100 * budget.floor_of_crowds():.1f} %",
        "each right in 80 %",
        f"Labels that {DOLLARS} dollars buy",
        "Dawid and Skene (1979)",
        f"in {100 * hand_poses.clean_sweep():.0f} % of the cases, by luck alone",
        "the labels of CIFAR-10N",
        "chapters 20 to 27 and 33 to 36",
    ]


def test_every_number_in_the_prose_is_a_computed_one():
    assert left_over(STEM, fragments()) == []


def test_worked_cells_ask_what_the_prose_says():
    said = code()
    assert "for human in (28, 33)" in said
    assert "model.majority(0.8, voters)" in said
    assert f"model.purchases({DOLLARS})" in said


def test_the_numbers_that_are_written_out_are_right():
    said = text()
    outside = [family for family in sources.FAMILIES if family.side == "external"]
    written = {
        "six places to look": len(sources.FAMILIES) == 6,
        "two outside, four that you make yourself": len(outside) == 2,
        "Six cases; one of them is fair": len(lesson.is_it_fair.pages) == 6,
        "Four small networks, three of them with a bug that we planted": len(bugs.CASES) == 4,
        "Your twenty": len(hand.CASES) == 20,
        "five ways to spend it": len(model.purchases(DOLLARS)) == 5,
        "the same five poses": len(hand_poses.CASES) == hand_poses.FIVE == 5,
        "Two small functions": len(lesson.TASKS) == 2,
    }
    for words, right in written.items():
        assert words in said, words
        assert right, words


def test_three_of_the_four_networks_have_a_bug_and_one_has_seen_too_little():
    verdicts = [bugs.found(case) for case in bugs.CASES]
    assert verdicts.count(bugs.MORE_DATA) == 1
    assert sum("bug" in str(verdict) for verdict in verdicts) == 3


def test_the_advice_flips_between_the_two_lines_of_the_worked_cell():
    assert 28 < floors.flip(floors.TRAIN, floors.VALIDATION) < 33


def test_total_ink_hardly_helps_and_the_network_is_beaten_in_a_third_of_the_time():
    rungs = model.digits_ladder()
    assert rungs["removed"]["total ink"] < 0.1
    assert 3 * rungs["minutes"][ladder.SVM] == rungs["minutes"][ladder.NETWORK] == rungs["minutes"].max()
    assert rungs["error"][ladder.SVM] < rungs["error"][ladder.NETWORK]
    assert ladder.compare(ladder.NETWORK, ladder.SVM)[2] < 0.05, "by more than luck"


def test_votes_help_as_far_as_errors_are_independent():
    assert crowd.majority(0.8, 9) > crowd.majority(0.8, 9, 0.5) > crowd.majority(0.8, 9, 1)


def test_to_train_on_many_labels_win_and_to_test_with_they_do_not():
    bought = model.purchases(DOLLARS)
    assert bought["images"].idxmax() == bought["error"].idxmin()
    assert bought["images"].idxmax() == bought["off"].idxmax()
