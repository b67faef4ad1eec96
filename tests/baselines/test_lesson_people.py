"""What the explorers of the part keep in every state, and that each number in their texts is a computed one."""

import re

import numpy as np
import pytest
from items import drawn, numbers, said, sweep
from mlprojects.baselines import budget, crowd, published, sources, unequal
from mlprojects.baselines import lesson_people as lesson
from mlprojects.words import capital

# Where to look, and the ladder ----------------------------------------------------------------------------------------


def test_each_family_is_said_with_its_example_or_its_trap():
    for state, view in sweep(lesson.where_to_look):
        family = sources.family(state["family"])
        assert (family.trap in view.says) == state["trap"]
        assert (family.robot in view.says) == (not state["trap"])
        assert ("a floor" in view.says) == (family.tells == sources.FLOOR and not state["trap"])
        assert ("asked for" in view.says) == (family.name == "requirements" and not state["trap"])
        assert ("possible elsewhere" in view.says) == (family.name == "published results" and not state["trap"])


def test_the_ladder_asks_everybody_who_was_measured_and_nobody_else():
    asked = []
    for state, view in sweep(lesson.human_ladder):
        field = state["field"]
        who = state[{published.XRAYS: "xrays", published.IMAGENET: "imagenet", published.CIFAR: "cifar"}[field]]
        row = published.of(field).loc[who]
        assert view.says.startswith(f"{capital(who)}: ")
        assert f"{row['high']:.3g} % wrong ({row['about']})" in view.says
        assert ("made up" in view.says) == (field == published.XRAYS)
        assert ("one of the three is wrong" in view.says) == (who == "a majority of three")
        assert list(view.table["Wrong (%)"]) == published.of(field)["error"].round(2).tolist()
        asked.append((field, who))
    assert asked == [(each.field, each.who) for each in published.ENTRIES]


def test_a_rung_without_a_number_says_so_in_the_picture():
    view = lesson.human_ladder.at(field=published.CIFAR)
    texts = [text.get_text() for text in drawn(view).axes[0].texts]
    empty = set(range(len(published.RUNGS))) - set(published.of(published.CIFAR)["rung"])
    assert sum("no number" in text for text in texts) == len(empty) == 2


# Crowds ---------------------------------------------------------------------------------------------------------------


def test_the_sentence_tells_gain_and_loss_as_the_formula_has_them():
    for state, view in sweep(lesson.crowd):
        right = crowd.majority(**state)
        gain = right - state["skill"]
        assert ("better than one person" in view.says) == (gain > 0.005), state
        assert ("worse than one person" in view.says) == (gain < -0.005), state
        assert view.table.loc["Majority", "Right (%)"] == pytest.approx(100 * right, abs=0.051)


def test_formula_and_simulation_stand_side_by_side_and_agree():
    for state, view in sweep(lesson.crowd):
        shares = view.table["Right (%)"]
        right = shares["Majority"] / 100
        error = 100 * np.sqrt(right * (1 - right) / crowd.SIMULATED)
        assert abs(shares["Majority, simulated"] - shares["Majority"]) <= 4 * error + 0.1, state


def test_what_correlation_takes_is_said_where_it_takes_something():
    for state, view in sweep(lesson.crowd):
        said = re.search(r"would reach (?:over )?(\d+) %; however many such people vote, at most (\d+) %", view.says)
        if said:
            assert 0 < state["correlation"] < 1
            assert int(said[2]) == round(100 * crowd.best_possible(state["skill"], state["correlation"]))
            assert crowd.majority(**state) < crowd.majority(state["skill"], state["voters"])


def test_the_reason_given_fits_the_shares():
    for state, view in sweep(lesson.unequal_crowd):
        shares = unequal.ways(**state)
        behind, blur = shares[unequal.KNOWING] - shares[unequal.WEIGHED], unequal.blur(**state)
        lead = shares[unequal.WEIGHED] - shares[unequal.MAJORITY]
        if "gives them away" in view.says:
            assert behind <= max(0.02, blur)
        elif "trusted most" in view.says:
            assert lead < -0.02 < -blur
        elif "in some crowds" in view.says:
            spread = unequal.leads(**state, crowds=20)
            assert spread.min() < 0.02
            assert spread.max() > 0.3, "in some it is as good as the judge, in others as good as a coin"
        elif "copied guess decides" in view.says:
            assert shares[unequal.MAJORITY] == pytest.approx(0.5)
        elif "Too few know" in view.says:
            assert behind > max(0.02, blur)
        else:
            assert state["guessers"] in {0, 8}


# The budget -----------------------------------------------------------------------------------------------------------


def test_the_sentence_reads_the_table_and_names_the_best():
    for state, view in sweep(lesson.spend):
        table = budget.purchases(state["budget"], expert_price=state["expert_price"])
        best = budget.best(table, state["purpose"])
        row = table.loc[state["way"]]
        assert f"buys {row['images']:.0f} label" in view.says
        assert f"on average {100 * row['wrong']:.0f} % are wrong" in view.says
        assert ("Nothing is better" in view.says) == (state["way"] == best), state
        assert (f": {best} (" in view.says) == (state["way"] != best), state
        column = "error" if state["purpose"] == budget.TRAINING else "off"
        assert ("Hardly better" in view.says) == (0 < row[column] - table[column].min() < 0.005), state
        shown = view.table[view.table.columns[-1]]
        assert shown[capital(best)] == shown.min()


def test_in_every_state_many_labels_train_best_and_never_test_best():
    for state, view in sweep(lesson.spend):
        if state["way"] == budget.ONE:
            assert ("many labels beat good ones" in view.says) == (state["purpose"] == budget.TRAINING)


# Texts ----------------------------------------------------------------------------------------------------------------


def test_predictions_come_before_what_they_ask_about():
    after = (lesson.crowd.after, lesson.unequal_crowd.after, lesson.spend.after)
    assert after == (lesson.nine_voters, lesson.who_decides, lesson.best_spent)


def test_what_is_said_of_nine_voters():
    text = said(lesson.nine_voters)
    assert lesson.nine_voters.truth() == round(100 * crowd.majority(0.7, 9, 0.5)) == 80
    assert f"majority is right in {100 * crowd.majority(0.7, 9):.0f} %" in text
    assert "In 80 % of the cases" in text
    assert crowd.majority(0.7, 9) - 0.7 == pytest.approx(2 * (crowd.majority(0.7, 9, 0.5) - 0.7)), "half of the gain"
    assert f"only {100 * crowd.best_possible(0.7, 0.5):.0f} %" in text
    assert numbers(text) <= {"70", "90", "80", "85"}


def test_what_is_said_of_who_decides():
    text, shares = said(lesson.who_decides), unequal.ways(5, 0.8)
    assert lesson.who_decides.truth().startswith("weighing")
    assert f"label {unequal.ITEMS} items" in text
    assert f"about {100 * shares[unequal.WEIGHED]:.0f} % right" in text
    assert f"against {100 * shares[unequal.MAJORITY]:.0f} % for the majority" in text
    assert f"{100 * shares[unequal.BEST]:.0f} % for one person" in text
    assert numbers(text) <= {"300", "80", "90", "81", "1979"}


def test_what_is_said_of_the_best_spent():
    text, options = said(lesson.best_spent, "prompt", "after"), lesson.best_spent.entry["options"]
    assert lesson.best_spent.truth() == options[0]
    assert f"${budget.VOTE:.2f} a label" in text
    assert f"wrong in {100 * budget.wrong(budget.ONE):.1f} %" in text
    assert f"three such people is wrong in {100 * budget.wrong(budget.THREE):.0f} %" in text
    assert f"costs ${budget.EXPERT_PRICES[0]:g} and is wrong in {100 * budget.EXPERT_WRONG:g} %" in text
    counts = [budget.bought(200, way) for way in (budget.ONE, budget.THREE, budget.EXPERT, budget.MIXED)]
    for option, (images, _) in zip(options, counts, strict=True):
        assert option.startswith(f"{images} labels")
    assert f"the {counts[-1][1]} most doubtful" in options[-1]
    assert "400 images teach far more than 20" in text
    share = budget.wrong(budget.ONE)
    measured = [budget.as_test_set(2000, share, error)[0] for error in (0.05, 0.15)]
    assert f"errs on 5 % looks like one of {100 * measured[0]:.0f} %" in text
    assert "shrink by a fifth" in text
    assert 1 - (measured[1] - measured[0]) / 0.1 == pytest.approx(1 / 5, abs=0.005)
    assert numbers(text) <= {"200", "0.50", "17.7", "10", "9", "1", "400", "20", "5", "22"}
