from mlprojects.record import current_ledger
from sample_texts import winner


def test_a_right_answer_opens_the_solution_without_the_hints():
    question = winner()
    question.answer("Model 3")
    assert question.solution() == "Model 3 does."
    assert question.solution() == "Model 3 does."
    assert len(current_ledger().records("hint")) == 1


def test_without_a_right_answer_the_hints_come_first():
    question = winner()
    question.hear({"type": "solution"})
    assert question.state()["solution"] == ""
    assert question.state()["hints"] == ["<p>Look at the recall column.</p>"]
