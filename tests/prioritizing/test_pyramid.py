"""Feasibility from the pyramid: monotone in every answer, and each lost point is put down to one answer."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlprojects.prioritizing import pyramid, pyramid_questions
from mlprojects.prioritizing.pyramid import WEIGHTS
from mlprojects.prioritizing.pyramid_questions import DRIVERS, KEYS, QUESTIONS, ROBOT, question

BEST = {q.key: q.answers[2] for q in QUESTIONS}
WORST = {q.key: q.answers[0] for q in QUESTIONS}
ANSWERS = st.fixed_dictionaries({q.key: st.sampled_from(q.answers) for q in QUESTIONS})
EACH = st.floats(0, 100).map(lambda weight: round(weight, 3))
SOME = st.fixed_dictionaries(dict.fromkeys(DRIVERS, EACH)).filter(lambda weights: sum(weights.values()) > 0)


def raised(answers, key):
    """The same answers with the next better one to `key`."""
    words = question(key).answers
    return {**answers, key: words[min(words.index(answers[key]) + 1, 2)]}


@given(answers=ANSWERS, weights=SOME, key=st.sampled_from(KEYS))
def test_a_better_answer_never_lowers_any_score(answers, weights, key):
    before, after = pyramid.score(answers, weights), pyramid.score(raised(answers, key), weights)
    assert after.total >= before.total - 1e-9
    assert (after.drivers >= before.drivers).all()
    assert (after.lost <= before.lost + 1e-9).all()


@given(answers=ANSWERS, key=st.sampled_from(KEYS))
def test_a_better_answer_raises_the_score_where_its_driver_counts(answers, key):
    better = raised(answers, key)
    rises = better[key] != answers[key]
    assert (pyramid.score(better).total > pyramid.score(answers).total) == rises


@given(answers=ANSWERS, weights=SOME)
def test_every_point_that_is_lost_is_put_down_to_an_answer(answers, weights):
    scored = pyramid.score(answers, weights)
    assert scored.total == pytest.approx(100 - scored.lost.sum(), abs=1e-9)
    assert 0 <= scored.total <= 100 + 1e-9
    for key in KEYS:
        mended = pyramid.score({**answers, key: BEST[key]}, weights)
        assert mended.total - scored.total == pytest.approx(scored.lost[key], abs=1e-9)


@given(answers=ANSWERS, weights=SOME)
def test_no_answer_costs_more_than_the_costliest(answers, weights):
    scored = pyramid.score(answers, weights)
    named = pyramid.costliest(scored)
    gains = {key: pyramid.score({**answers, key: BEST[key]}, weights).total - scored.total for key in KEYS}
    assert bool(named) == (scored.lost.max() > 0)
    for key, other in itertools.product(named, KEYS):
        assert gains[key] >= gains[other] - 1e-8


@given(answers=ANSWERS, weights=SOME, factor=st.sampled_from([0.5, 2, 10]))
def test_only_the_proportions_of_the_weights_count(answers, weights, factor):
    scaled = {driver: factor * weight for driver, weight in weights.items()}
    assert pyramid.score(answers, scaled).total == pytest.approx(pyramid.score(answers, weights).total)


def test_the_ends_of_the_scale():
    assert pyramid.score(WORST).total == 0
    assert pyramid.score(BEST).total == pytest.approx(100)
    assert pyramid.costliest(pyramid.score(BEST)) == ()
    assert pyramid.stoppers(BEST) == ()
    assert pyramid.stoppers(WORST) == KEYS


def test_with_one_weight_the_total_is_that_driver():
    for driver in DRIVERS:
        alone = pyramid.score(ROBOT, {d: float(d == driver) for d in DRIVERS})
        assert alone.total == alone.drivers[driver]


def test_the_base_is_the_heaviest_and_every_driver_has_its_questions():
    assert list(WEIGHTS) == list(DRIVERS)
    assert list(WEIGHTS.values()) == sorted(set(WEIGHTS.values()), reverse=True)
    assert [sum(q.driver == driver for q in QUESTIONS) for driver in DRIVERS] == [5, 3, 4]
    assert len(set(KEYS)) == len(QUESTIONS) == 12
    table = pyramid_questions.questions()
    assert list(table.index) == list(KEYS)
    assert all(len(set(q.answers)) == 3 for q in QUESTIONS)
    assert [tuple(row) for row in table[list(pyramid_questions.COUNTS)].to_numpy()] == [q.answers for q in QUESTIONS]


def test_a_layer_spreads_its_weight_over_its_questions():
    costs = pyramid.worst_costs()
    for asked in QUESTIONS:
        one_worst = pyramid.score({**BEST, asked.key: asked.answers[0]})
        assert 100 - one_worst.total == pytest.approx(costs[asked.driver])
        half = pyramid.score({**BEST, asked.key: asked.answers[1]})
        assert 100 - half.total == pytest.approx(costs[asked.driver] / 2)


def test_a_whole_driver_of_worst_answers_costs_more_the_nearer_it_is_to_the_base():
    totals = [pyramid.score({k: (WORST if question(k).driver == d else BEST)[k] for k in KEYS}).total for d in DRIVERS]
    assert totals == sorted(totals)
    assert totals == pytest.approx([50, 100 - 100 / 3, 100 - 100 / 6])


def test_the_robot_loses_most_by_the_accuracy_that_it_needs():
    scored = pyramid.score(ROBOT)
    assert pyramid.costliest(scored) == ("good",)
    assert pyramid.stoppers(ROBOT) == ("good",)
    relaxed = pyramid.score({**ROBOT, "good": "mostly right"})
    assert relaxed.total > scored.total
    assert set(pyramid_questions.ROBOT_REASONS) == set(KEYS)
    assert all(reason.why for reason in pyramid_questions.ROBOT_REASONS.values())
    # Counted by hand: 5 + 4 + 6 steps of 10, 6 and 8.
    assert scored.drivers.to_list() == pytest.approx([100 * 7 / 10, 100 * 4 / 6, 100 * 5 / 8])
    assert scored.total == pytest.approx((3 * 70 + 2 * 200 / 3 + 62.5) / 6)


def test_a_score_can_be_high_where_one_answer_stops_the_project():
    locked = {**BEST, "secure": "never"}
    assert pyramid.score(locked).total == pytest.approx(90)
    assert pyramid.stoppers(locked) == ("secure",)


@given(data=st.data(), answered=st.sets(st.sampled_from(KEYS)))
def test_whatever_is_open_the_score_ends_between_the_bounds(data, answered):
    answers = {key: data.draw(st.sampled_from(question(key).answers)) for key in KEYS}
    low, high = pyramid.bounds({key: answers[key] for key in answered})
    assert low.total <= pyramid.score(answers).total + 1e-9
    assert pyramid.score(answers).total <= high.total + 1e-9
    assert (low.total == high.total) == (len(answered) == len(KEYS))


def test_nothing_answered_may_be_anything_and_an_unknown_answer_is_refused():
    low, high = pyramid.bounds({})
    assert (low.total, high.total) == (0, pytest.approx(100))
    with pytest.raises(ValueError, match="answer to 'label' 'cheap' is not known"):
        pyramid.bounds({"label": "cheap"})


@pytest.mark.parametrize(
    ("answers", "weights", "kind", "says"),
    [
        ({**ROBOT, "label": "cheap"}, WEIGHTS, ValueError, "answer to 'label' 'cheap' is not known"),
        ({**ROBOT, "label": 2}, WEIGHTS, ValueError, 'it may be "an expert\'s time"'),
        ({**ROBOT, "price": "low"}, WEIGHTS, ValueError, "key 'price' is not known"),
        ({k: v for k, v in ROBOT.items() if k != "human"}, WEIGHTS, ValueError, "no answer to 'human'"),
        ("easy", WEIGHTS, TypeError, "must be a dict"),
        (ROBOT, {DRIVERS[0]: 1}, ValueError, "no weight for 'accuracy requirement'"),
        (ROBOT, {**WEIGHTS, "luck": 1}, ValueError, "driver 'luck' is not known"),
        (ROBOT, dict.fromkeys(DRIVERS, 0), ValueError, "above 0"),
        (ROBOT, {**WEIGHTS, DRIVERS[1]: -1}, ValueError, "from 0 to"),
        (ROBOT, {**WEIGHTS, DRIVERS[1]: float("nan")}, ValueError, "nan"),
        (ROBOT, {**WEIGHTS, DRIVERS[1]: "2"}, TypeError, "must be a number"),
        (ROBOT, [3, 2, 1], TypeError, "must be a dict"),
    ],
)
def test_bad_input_gets_one_clear_sentence(answers, weights, kind, says):
    with pytest.raises(kind) as caught:
        pyramid.score(answers, weights)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
