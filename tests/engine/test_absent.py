import pytest
from mlprojects.metrics import lesson


def test_an_old_notebook_is_told_that_it_is_old():
    with pytest.raises(AttributeError, match=r"has no 'gone_question': this notebook was made for another version"):
        _ = lesson.gone_question


def test_python_s_own_questions_get_the_plain_answer():
    assert not hasattr(lesson, "__path__")
    assert getattr(lesson, "_ipython_display_", None) is None
