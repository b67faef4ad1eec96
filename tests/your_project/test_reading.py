"""The references are real ones: author, title, place, year and link, each once."""

import re
from datetime import UTC, datetime

from mlprojects.your_project.reading import ADDED, COLUMNS, LECTURE, QUOTED, bibliography, reading

FRAME = reading()


def test_each_has_author_title_place_year_and_link():
    assert tuple(FRAME.columns) == COLUMNS
    for column in ("author", "title", "where", "about"):
        assert FRAME[column].str.len().ge(4).all()
        assert (FRAME[column] == FRAME[column].str.strip()).all()
    assert FRAME["year"].between(2000, datetime.now(UTC).year).all()
    assert FRAME["link"].str.fullmatch(r"https://[a-z.]+/\S*").all()
    assert FRAME["title"].is_unique
    assert FRAME["link"].is_unique


def test_it_is_said_who_names_it_and_the_lectures_list_comes_first():
    assert set(FRAME["named"]) == {LECTURE, QUOTED, ADDED}
    assert FRAME["named"].tolist() == sorted(FRAME["named"], key=[LECTURE, QUOTED, ADDED].index)
    for author in ("Ng", "Karpathy", "Agrawal", "Huyen", "Apple", "Zinkevich"):
        assert FRAME.loc[FRAME["author"].str.contains(author), "named"].tolist() == [LECTURE]


def test_the_bibliography_has_a_numbered_line_for_each():
    lines = bibliography().splitlines()
    assert len(lines) == len(FRAME)
    for number, (line, row) in enumerate(zip(lines, FRAME.itertuples(), strict=True), start=1):
        assert line.startswith(f"{number}. {row.author}, [*{row.title}*]({row.link}), ")
        assert re.search(rf", {row.year}\. .*[.)]$", line)
