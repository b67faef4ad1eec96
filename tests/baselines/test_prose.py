"""Every number in the notebook's prose and in the speaker's notes, and every verdict, is what the model computes."""

import tomllib

import jupytext
from mlprojects.baselines import (
    budget,
    bugs,
    crowd,
    diabetes,
    floors,
    hand,
    hand_poses,
    ladder,
    lesson,
    model,
    published,
    sources,
    unequal,
)
from mlprojects.course.house import NOTEBOOKS, ROOT
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
    alone = 100 - 100 * crowd.majority(1 - one / 100, 3, 0, 10)
    two_classes = crowd.implied_correlation(1 - one / 100, 3, 1 - three / 100, 2)
    practised = published.of(published.IMAGENET).loc["Karpathy after practice"]
    assert "measured on 1,500" in practised["about"]
    crowd_errors = (
        f"In CIFAR-10N (labels by a crowd for CIFAR-10) one worker is wrong in {one:.1f} % and a majority of three in "
        f"{three:.1f} %, where independent errors that fall evenly on nine other classes would leave {alone:.1f} %"
    )
    return [
        f"An error of {floors.VALIDATION:g} % may be",
        f"on the same {len(ladder.split().test)} images",
        "parts 1 to 5 and the first task of part 8",
        "an error of 0 % at the top",
        "The trained person named 1,500 of the images",
        f"on these the winner of 2014 was wrong on {published.GOOGLENET} %",
        f"(the {len(ladder.split().test)} images of part 2 serve as validation)",
        "which end at 12 % and 20 %. What to do first, for people who reach 2 % and 10 %:",
        "the gap to people is below 0,",
        f"leave open any error from {low} to {high} %",
        "and CIFAR-10: small photographs of ten kinds",
        crowd_errors,
        f"{two_classes:.2f} if there were two classes, {budget.correlation():.2f} with ten",
        f"With {budget.correlation():.2f} no crowd of any size would get below {100 * budget.floor_of_crowds():.1f} %",
        "each right in 80 %",
        f"Labels that {DOLLARS} dollars buy",
        "Dawid and Skene (1979)",
        f"on photographs of the same five poses, and on {hand_poses.MANY} others",
        f"on {hand_poses.MANY} it is the worst of the four",
        f"There, on {hand_poses.MANY}, only the network",
        f"in {100 * hand_poses.clean_sweep():.0f} % of the cases, by luck alone",
        "the labels of CIFAR-10N",
        "chapters 20 to 27 and 33 to 36",
    ]


def test_every_number_in_the_prose_is_a_computed_one():
    assert left_over(STEM, fragments()) == []


def test_worked_cells_ask_what_the_prose_says():
    said = code()
    assert "model.advice(12, 20, human).step for human in (2, 10)" in said
    assert 'five_and_many("warehouse")' in said
    assert "model.majority(0.8, voters)" in said
    assert "model.beside(lesson.digits_by_hand.labels)" in said
    assert "model.poses_beside(lesson.poses_by_hand.labels)" in said
    assert f"model.purchases({DOLLARS})" in said


def test_the_numbers_that_are_written_out_are_right():
    said = text()
    outside = [family for family in sources.FAMILIES if family.side == "external"]
    written = {
        "six places to look": len(sources.FAMILIES) == 6,
        "two outside, four that you make yourself": len(outside) == 2,
        "then six cases": len(lesson.is_it_fair.pages) == 6,
        "how many of the eight hard ones": hand.HARD == 8,
        "the crowd and four rungs": len(hand.RUNGS) == 4,
        "the same twenty": len(hand.CASES) == 20,
        "at most half the errors": bugs.FALLS == 0.5,
        "eight times the images": bugs.SIZES[-1] == 8 * bugs.SIZES[0],
        "Can it learn ten by heart": bugs.HEART == 10,
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


def test_the_advice_flips_between_the_two_lines_of_the_worked_cell_which_are_not_those_asked():
    assert 2 < floors.flip(12, 20) < 10
    assert [floors.advice(12, 20, human).step for human in (2, 10)] == [floors.UNDERFITTING, floors.OVERFITTING]
    assert "36, 41" not in code()


def test_network_c_gets_better_with_more_but_not_clearly_and_does_as_well_as_a_on_relatives():
    more = bugs.looks(bugs.UPSIDE_DOWN).more
    assert bugs.FALLS * more.iloc[0] < more.iloc[-1] < more.iloc[0]
    assert model.relatives(bugs.UPSIDE_DOWN) == model.relatives(bugs.FEW)


def test_five_photographs_mislead_on_the_warehouse():
    table = model.five_and_many("warehouse")
    learned = [hand_poses.SCRIPT, hand_poses.RIDGE, hand_poses.NETWORK]
    assert table["five"].idxmin() == hand_poses.CONSTANT
    assert table["many"].idxmax() == hand_poses.CONSTANT
    ahead = table["many"][hand_poses.CONSTANT] - table["many"][learned]
    assert ahead[hand_poses.NETWORK] > 40
    assert ahead[[hand_poses.SCRIPT, hand_poses.RIDGE]].max() < 20


def test_a_network_that_loses_to_a_constant_may_overfit():
    errors = {rung: diabetes.measured(rung)["test"] for rung in diabetes.RUNGS.index}
    assert errors[diabetes.STOPPED] < errors[diabetes.MEAN] < errors[diabetes.NETWORK]


def test_copies_fool_the_method_in_some_crowds_and_not_in_others():
    many, few = (unequal.ways(guessers, 0.8, unequal.COPIED) for guessers in (4, 2))
    assert many[unequal.WEIGHED] < many[unequal.MAJORITY]
    assert few[unequal.WEIGHED] > few[unequal.MAJORITY]


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


# Speaker's notes ------------------------------------------------------------------------------------------------------


def notes():
    told = tomllib.loads((ROOT / "slides" / "notes" / f"{STEM}.toml").read_text(encoding="utf-8"))
    return {name: " ".join(note.split()) for name, note in told.items()}


def test_the_notes_on_floors_and_people_are_the_published_numbers():
    said = notes()
    years = [int((floors.CEILINGS[who] > floors.WINNERS).idxmax()) for who in (floors.TRAINED, floors.SECOND)]
    assert f"in {years[0]} the winner passes the line of the trained person" in said["floor_and_ceiling"]
    assert f"the line is passed in {years[1]}" in said["floor_and_ceiling"]
    people = published.of(published.IMAGENET)
    assert people["error"].min() < published.GOOGLENET < people["low"].drop(people["error"].idxmin()).min()
    assert f"the model of 2014, {published.GOOGLENET} %" in said["human_ladder"]
    assert 1.9 < sum(published.ONE_WORKER) / 3 / published.THREE_WORKERS < 2.1, "about half of the errors"


def test_the_notes_on_the_ladders_are_the_models():
    said, rungs, tested = notes(), model.digits_ladder(), len(ladder.split().test)
    error, wrong = rungs["error"], rungs["wrong"]
    assert f"{wrong[ladder.MEAN_IMAGE]} of {tested} wrong" in said["five_lines-answer"]
    assert f"errs on {error[ladder.NETWORK]:.1f} against {error[ladder.SVM]:.1f} %" in said["ladder_digits"]
    assert diabetes.RUNGS["minutes"][diabetes.RIDGE] == 15
    few, turned, still = (bugs.looks(case) for case in (bugs.FEW, bugs.UPSIDE_DOWN, bugs.STILL))
    assert min(still.train, still.heart) > bugs.STUCK
    first, last = ([round(seen.more.iloc[place]) for seen in (few, turned)] for place in (0, -1))
    assert f"{first[0]} down to {last[0]} % against {first[1]} down to {last[1]} %" in said["bug_or_data"]


def test_the_notes_on_people_and_their_labels_are_the_models():
    said, beside = notes(), hand.beside()["wrong"]
    told = f"{beside[hand.CROWD]} for the made-up crowd, {beside[ladder.SVM]} for the support vector machine and"
    assert f"{told} {beside[ladder.NEIGHBOURS]} for the three nearest" in said["digits_by_hand"]
    person = hand_poses.medians()["angle"][hand_poses.PERSON]
    assert f"made-up person has a median of {person:.0f}." in said["poses_by_hand"]
    for money in budget.BUDGETS:
        for price in budget.EXPERT_PRICES:
            bought = budget.purchases(money, price)
            assert bought["error"].idxmin() == bought["off"].idxmax() == budget.ONE, "best to train, worst to test"
    assert crowd.majority(0.4, 9) < 0.4, "at 40 % the majority is worse than one person"
    fooled, lost = unequal.ways(4, 0.8, unequal.COPIED), unequal.ways(8, 0.8)
    assert fooled[unequal.WEIGHED] < fooled[unequal.MAJORITY]
    assert lost[unequal.WEIGHED] < lost[unequal.MAJORITY]
