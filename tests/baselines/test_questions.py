"""Three baseline questions: their numbers computed again, what is right, and the form of the brief."""

import pytest
from items import right, said
from mlprojects.baselines import budget, published
from mlprojects.baselines.texts import TEXTS
from mlprojects.engine import Form

CHOICES = ("paper_result", "best_achievable", "label_budget")
ENTRIES = {name: TEXTS.entry("questions", name) for name in CHOICES}


# Numbers --------------------------------------------------------------------------------------------------------------


def test_the_x_ray_numbers_are_the_published_ones_and_the_lowest_is_right():
    table = published.of(published.XRAYS)
    prompt = ENTRIES["best_achievable"]["prompt"]
    for who, error in zip(
        ("layperson", "junior doctor", "experienced doctor", "team of doctors"), table["error"], strict=True
    ):
        assert f"{who} {error:g} %" in prompt
    options = [option["text"] for option in ENTRIES["best_achievable"]["options"]]
    assert right(ENTRIES["best_achievable"])["text"].startswith(f"{table['error'].min():g} %")
    assert f"{table['error'].mean():g} %: the mean" in options[1]
    assert {option.split(" %")[0] for option in options} == {"5", "8", "2", "15"}


def test_the_budget_buys_what_the_options_say():
    text = said(ENTRIES["label_budget"])
    assert "**$1,000**" in text
    assert f"${budget.EXPERT_PRICES[0]:g} a label" in text
    assert f"${budget.VOTE:.2f}" in text
    assert f"That is {budget.bought(1000, budget.EXPERT)[0]} labels" in text
    assert f"{budget.bought(1000, budget.ONE)[0]:,} images" in text
    assert f"far less well than {budget.bought(1000, budget.ONE)[0]:,} would" in text
    assert f"is wrong in {100 * budget.wrong(budget.ONE):.1f} %" in text
    assert f"a majority of three in {100 * budget.wrong(budget.THREE):.0f} %" in text
    assert f"{100 * budget.wrong(budget.ONE):.1f} % wrong labels" in text


def test_half_of_the_wrong_labels_go_for_a_third_of_the_number():
    assert "Half of the wrong labels go, for a third of the number" in said(ENTRIES["label_budget"])
    assert budget.wrong(budget.THREE) / budget.wrong(budget.ONE) == pytest.approx(0.5, abs=0.02)
    assert budget.bought(1000, budget.THREE)[0] / budget.bought(1000, budget.ONE)[0] == pytest.approx(1 / 3, abs=0.01)


def test_three_votes_train_worse_than_single_labels_at_every_budget():
    assert "To train on that teaches less than single labels" in said(ENTRIES["label_budget"])
    for money in budget.BUDGETS:
        error = budget.purchases(money)["error"]
        assert error[budget.ONE] < error[budget.THREE], money


def test_single_labels_shift_what_is_measured():
    measured, _ = budget.as_test_set(2000, budget.wrong(budget.ONE), 0.10)
    assert f"a model that errs on 10 % is measured at {100 * measured:.0f} %" in said(ENTRIES["label_budget"])


def test_the_papers_gap_is_six_points():
    text = said(ENTRIES["paper_result"])
    assert "97 % right" in text
    assert "91 % on yours" in text
    assert "six points are missing" in text
    assert 97 - 91 == 6


# What is right --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("paper_result", "same photographs"),
        ("best_achievable", "the team"),
        ("label_budget", "Single crowd labels to train on; to test with"),
    ],
)
def test_what_is_right(name, says):
    assert says in right(ENTRIES[name])["text"]


def test_the_misconceptions_that_the_lecture_is_against_occur():
    names = {option.get("misconception") for entry in ENTRIES.values() for option in entry["options"]}
    for name in ("a baseline is a luxury", "floor and ceiling are the same", "the record elsewhere is my target"):
        assert name in names


# The page of the brief ------------------------------------------------------------------------------------------------


def test_the_form_asks_for_the_baselines_in_order_and_who_labels():
    form = Form(TEXTS, "baselines")
    fields = {field["name"]: field for field in form.entry["fields"]}
    numbers = ["constant", "script", "simple", "people"]
    assert [name for name, field in fields.items() if field["kind"] == "number"] == numbers
    assert list(fields)[-2:] == ["labels", "first"]
    numbered = [field["label"].split(".")[0] for field in fields.values()][:-2]
    assert numbered == sorted(numbered)
    assert set(numbered) == {"1", "2", "3", "4", "5"}
    assert form.save(constant="61", labels=fields["labels"]["options"][3]) == {}
    assert form.values["constant"] == 61
    assert "experts" in form.save(labels="my cousin")["labels"]
