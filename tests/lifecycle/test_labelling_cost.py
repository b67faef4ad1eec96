import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.lifecycle import labelling_cost as labelling

minutes = st.floats(0.01, 200)
wages = st.floats(1, 500)
images = st.integers(0, 10**6)
times = st.floats(0.1, 10)


@given(minutes, images, wages, times)
def test_cost_is_proportional_to_each_of_its_factors(each, number, wage, factor):
    plain = labelling.cost(each, number, wage)
    assert labelling.cost(factor * each, number, wage) == pytest.approx(factor * plain)
    assert labelling.cost(each, factor * number, wage) == pytest.approx(factor * plain)
    assert labelling.cost(each, number, factor * wage) == pytest.approx(factor * plain)


@given(minutes, images, wages)
def test_labelling_all_twice_doubles_the_cost(each, number, wage):
    assert labelling.cost(each, number, wage, 1) == pytest.approx(2 * labelling.cost(each, number, wage))


@given(minutes, st.integers(1, 10**5), wages, st.floats(0, 1))
def test_a_budget_buys_what_it_pays_for_and_not_one_more(each, number, wage, twice):
    budget = labelling.cost(each, number, wage, twice)
    assert labelling.affordable(budget, each, wage, twice) == number
    assert labelling.affordable(0.999999 * budget, each, wage, twice) < number or number > 10**5


def test_an_hour_of_one_minute_labels_is_sixty_images():
    assert labelling.affordable(30, 1, 30) == 60
    assert labelling.hours(5000, 20) == 250
    assert labelling.affordable(30, 1, 30, twice=0.2) == 50


def test_the_published_times():
    minutes = labelling.TASKS["minutes"]
    assert (60 * minutes).round().tolist() == [7, 35, 79, 5400]
    assert labelling.affordable(22, minutes["mask"], 1) == 1000
    assert labelling.TASKS["cited"].str.fullmatch(r".+ et al\. 20\d\d").all()


@given(st.sampled_from([1, 3, 10]), wages, st.floats(1, 10**5), st.integers(1, 10**5))
def test_side_by_side_slower_tasks_never_buy_more_and_fit_means_affordable(pose, wage, budget, needed):
    tasks = labelling.by_task(pose, wage, budget, needed)
    assert tasks["minutes"].is_monotonic_increasing
    assert tasks["images"].is_monotonic_decreasing
    assert tasks["cost"].is_monotonic_increasing
    assert tasks["minutes"][labelling.POSE] == pose
    for fits, cost in zip(tasks["fits"], tasks["cost"], strict=True):
        assert fits == (cost <= budget * (1 + 1e-9)) or cost == pytest.approx(budget)


def test_bad_input_gets_one_clear_sentence():
    with pytest.raises(ValueError, match=r"The wage must be a number of at least 1e-06; got 0"):
        labelling.affordable(100, 1, 0)
    with pytest.raises(ValueError, match="The share labelled twice must be a number from 0 to 1; got 2"):
        labelling.cost(1, 1, 1, twice=2)
    with pytest.raises(TypeError, match="The minutes for a pose must be a number of at least"):
        labelling.by_task("three", 1, 1, 1)
    with pytest.raises(ValueError, match="The budget must be a number of at least 0; got nan"):
        labelling.affordable(float("nan"), 1, 1)
