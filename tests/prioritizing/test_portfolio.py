"""The board of the lesson as a table of projects that can be ranked."""

import pytest
from mlprojects.prioritizing import lesson, portfolio, pyramid, pyramid_questions, ranking
from mlprojects.prioritizing.ranking import COLUMNS
from mlprojects.prioritizing.texts import TEXTS


def board(**places):
    lesson.portfolio.place("own", **places)
    return lesson.portfolio.points


def test_places_become_scores_and_the_range_the_spread_of_both():
    projects = portfolio.from_board(board(x=30, y=90, range=20, label="Sorting waste"))
    assert projects.loc["Sorting waste", list(COLUMNS)].to_list() == [9.0, 2.0, 3.0, 2.0]
    assert len(projects) == len(lesson.portfolio.points)
    assert ranking.top(ranking.rank_probabilities(projects, count=200)).sum() == pytest.approx(3)


def test_the_best_in_both_without_doubt_is_first_in_every_draw():
    projects = portfolio.from_board(board(x=100, y=100, range=0, label="Mine"))
    assert ranking.rank_probabilities(projects, count=200).probabilities.loc["Mine", 1] == 1
    assert ranking.plain_order(projects)[0] == "Mine"


def test_a_name_that_is_there_already_is_told_apart():
    names = portfolio.from_board(board(label="Search ranking")).index
    assert names.is_unique
    assert "Search ranking (own)" in names


def test_what_is_no_board_is_refused():
    points = lesson.portfolio.points
    with pytest.raises(ValueError, match="no column 'range'"):
        portfolio.from_board(points.drop(columns="range"))
    with pytest.raises(ValueError, match="from 0 to 100"):
        portfolio.from_board(points.assign(x=101))
    with pytest.raises(TypeError, match="pandas DataFrame"):
        portfolio.from_board(None)


def test_the_robot_stands_on_the_board_where_the_pyramid_and_the_six_projects_have_it():
    (robot,) = [point for point in TEXTS.entry("boards", "portfolio")["points"] if point["name"] == "robot"]
    assert robot["x"] == round(pyramid.score(pyramid_questions.ROBOT).total)
    grasping = portfolio.PORTFOLIO.loc["grasp by sight"]
    assert (robot["x"] / 10, robot["y"] / 10) == (grasping[ranking.FEASIBILITY], grasping[ranking.IMPACT])
    assert robot["range"] / 10 == grasping["impact_spread"] == grasping["feasibility_spread"]


def test_the_first_eleven_are_those_that_real_firms_do():
    points = TEXTS.entry("boards", "portfolio")["points"]
    assert [point["name"] for point in points[11:]] == ["robot", "own"]
    assert "The first eleven are done by real firms" in " ".join(TEXTS.entry("boards", "portfolio")["prompt"].split())
