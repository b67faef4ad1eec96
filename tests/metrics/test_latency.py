import pandas as pd
from mlprojects.course import latency
from mlprojects.metrics import model


def test_the_command_measures_all_and_writes_what_the_wing_reads(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(latency, "SINGLES", 3)
    monkeypatch.setattr(latency, "BATCHES", 1)
    few = {name: model.untrained()[name] for name in ("logistic", "naive Bayes")}
    monkeypatch.setattr(latency.model, "untrained", lambda: few)
    path = tmp_path / "latency.csv"
    assert latency.main(["--to", str(path)]) == 0
    table = pd.read_csv(path, comment="#", index_col="classifier")
    assert list(table.index) == list(few)
    assert list(table.columns) == list(model.LATENCIES)
    assert (table > 0).all(axis=None)
    assert (table["one image"] > table["whole batch"]).all()
    assert "median of 3 calls" in path.read_text(encoding="utf-8")
    assert "Written: latency.csv" in capsys.readouterr().out


def test_numbers_keep_three_digits_and_no_exponent():
    assert latency.text([("one tree", 12567.0, 0.14191)]).splitlines()[-1] == "one tree,12600,0.142"
