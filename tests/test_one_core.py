import numpy as np
from mlprojects.one_core import one_core
from threadpoolctl import threadpool_info


def threads():
    np.ones((2, 2)) @ np.ones((2, 2))
    return {pool["num_threads"] for pool in threadpool_info()}


def test_inside_there_is_one_thread_and_afterwards_as_many_as_before():
    before = threads()
    with one_core():
        assert threads() == {1}
    assert threads() == before


def test_it_can_be_put_on_a_function():
    @one_core()
    def inside():
        return threads()

    assert inside() == {1}
    assert inside() == {1}, "more than once"
