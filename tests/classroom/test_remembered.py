"""What is remembered of calculations: only what still holds, and never at the price of an error."""

import pytest
from mlprojects.classroom.remembered import fingerprint, recall, remember

GAVE = {"a/number": 0.1 + 0.2, "a/text": "성공 <b>", "a/whole": 3}


def test_it_is_found_again_exactly_but_not_for_another_course(tmp_path):
    file = tmp_path / "folder" / "kept.json"
    assert recall(file, "one") == {}
    remember(file, "one", GAVE)
    assert recall(file, "one") == GAVE
    assert recall(file, "two") == {}
    assert [path.name for path in file.parent.iterdir()] == ["kept.json"]


@pytest.mark.parametrize(
    "content", ["", "[]", "null", '{"made_from": "one"}', '{"made_from": "one", "gave": 3}', "[" * 9999]
)
def test_a_damaged_file_is_as_none(tmp_path, content):
    (tmp_path / "kept.json").write_text(content, encoding="utf-8")
    assert recall(tmp_path / "kept.json", "one") == {}


def test_what_cannot_be_kept_costs_nothing(tmp_path):
    remember(tmp_path / "kept.json", "one", {"a/thing": object()})
    remember(tmp_path / "no" / "such" / "kept.json", "one", GAVE)
    (tmp_path / "folder").mkdir()
    remember(tmp_path / "folder", "one", GAVE)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder"]


def test_the_fingerprint_changes_with_any_source_its_name_and_the_versions(tmp_path, monkeypatch):
    (tmp_path / "wing").mkdir()
    source, other = tmp_path / "wing" / "model.py", tmp_path / "wing" / "texts.toml"
    source.write_text("1", encoding="utf-8")
    seen = [fingerprint(tmp_path, ["numpy"])]
    (tmp_path / "wing" / "model.pyc").write_text("not a source", encoding="utf-8")
    assert fingerprint(tmp_path, ["numpy"]) == seen[0]
    source.write_text("2", encoding="utf-8")
    seen.append(fingerprint(tmp_path, ["numpy"]))
    source.rename(other)
    seen += [fingerprint(tmp_path, ["numpy"]), fingerprint(tmp_path, ["numpy", "pandas"])]
    monkeypatch.setattr("platform.python_version", lambda: "4.0")
    seen.append(fingerprint(tmp_path, ["numpy"]))
    assert len(set(seen)) == len(seen)
