"""What the explorers of the part keep in every state, and that each number in their texts is a computed one."""

from items import drawn, numbers, said, sweep
from matplotlib.text import Text
from mlprojects.archetypes import guides, key_questions, placing
from mlprojects.archetypes import lesson_acting as lesson
from mlprojects.archetypes.archetype_table import ARCHETYPES, LOOP, NAMES, SOFTWARE

SWITCHES = list(lesson.move_it.controls)[1:]


# Who acts -------------------------------------------------------------------------------------------------------------


def test_each_archetype_is_shown_with_its_own_row():
    for state, view in sweep(lesson.three_archetypes):
        shown = list(NAMES) if state["shown"] == lesson.ALL else [state["shown"]]
        assert list(view.table.index) == shown
        assert list(view.table.iloc[:, 1]) == list(ARCHETYPES.loc[shown, state["side"]])
        for name in shown:
            assert name.lower() in view.says.lower()


# Moves ----------------------------------------------------------------------------------------------------------------


def test_the_switches_are_the_moves_in_their_order():
    labels = [lesson.move_it.controls[name].label for name in SWITCHES]
    assert [label.lower() for label in labels] == [move.name for move in placing.MOVES]
    for name, move in zip(SWITCHES, placing.MOVES, strict=True):
        assert lesson.move_it.controls[name].when == ("archetype", move.archetype)


def test_the_sentence_says_where_the_moves_lead():
    for state, view in sweep(lesson.move_it):
        taken = [move.name for name, move in zip(SWITCHES, placing.MOVES, strict=True) if state[name]]
        start, now = placing.PLACES[state["archetype"]], placing.after(state["archetype"], taken)
        assert list(view.table.index[view.table["Made"]]) == [name.capitalize() for name in taken]
        assert ("That is in the top right." in view.says) == now.high, state
        if taken:
            gained, changed = now.feasibility - start.feasibility, now.impact - start.impact
            way = "falls" if changed < 0 else "rises"
            assert f"Feasibility rises by {gained}, impact {way} by {abs(changed)} (our sizes)." in view.says
            low = [now.feasibility <= placing.MIDDLE, now.impact <= placing.MIDDLE]
            assert (" too low." in view.says) == any(low), state
            assert ("feasibility and impact are too low" in view.says) == all(low)
            made = [move for move in placing.MOVES if move.name in taken]
            assert all(move.name in view.says and move.costs in view.says for move in made), state
            assert ("If all waits for them, it is human in the loop" in view.says) == (placing.PEOPLE in taken)
        else:
            assert f"({start.feasibility} of 100)" in view.says
            assert "judgement" in view.says
            for points, what in ((start.feasibility, "feasibility"), (start.impact, "impact")):
                near = abs(points - placing.MIDDLE) <= placing.ROUGH
                assert (f"{what} about the middle" in view.says) == near


def test_the_picture_tells_of_every_move_what_it_changes_and_costs_and_numbers_those_made():
    for state, view in sweep(lesson.move_it):
        shown = [" ".join(text.split()) for text in shown_in(view)]
        made = [state[name] for name in SWITCHES if state[name]]
        for move in placing.moves_of(state["archetype"]):
            assert move.gains[1:] in " ".join(shown)
            assert f"Costs: {move.costs}" in shown
        assert shown.count("\N{WHITE CIRCLE}") == len(placing.moves_of(state["archetype"])) - len(made), state
        assert all(shown.count(str(number)) == 2 for number in range(1, len(made) + 1)), "on the way and in the list"


# The design check -----------------------------------------------------------------------------------------------------


def test_the_sentence_gives_the_verdict_of_its_question():
    for state, view in sweep(lesson.design_check):
        found = guides.check(state["question"]).of(state["product"])
        assert view.table["Verdict"][state["question"]] == found.verdict
        assert f"{state['product']}: {found.verdict}." in view.says
        counts = view.table["Verdict"].value_counts()
        apply = counts.sum() - counts.get(guides.NOT_ASKED, 0)
        assert f"meets {counts[guides.MET]} of the {apply} questions" in view.says


# The robot ------------------------------------------------------------------------------------------------------------


def test_only_as_software_is_the_robot_what_it_is_today():
    for state, view in sweep(lesson.robot_answers):
        assert ("today" in view.says.split(":")[0]) == (state["archetype"] == key_questions.TODAY == SOFTWARE)
        assert ("It would take" in view.table) == state["taken"]
        still = view.table.index[view.table["Still open"]]
        assert all(question in view.says for question in still)
        assert f"Of {len(view.table)} key questions {len(still)} is open" in view.says


# Pictures -------------------------------------------------------------------------------------------------------------


def shown_in(view):
    return [text.get_text() for text in drawn(view).findobj(Text) if text.get_text().strip() and text.get_visible()]


def test_the_picture_of_the_check_shows_a_remedy_only_where_one_is_needed():
    for question in ("By hand first", "Several answers", "Left alone"):
        for product in guides.PRODUCTS:
            asked = guides.check(question)
            texts = shown_in(lesson.design_check.at(product=product, question=question))
            shown = {" ".join(text.split()) for text in texts}
            verdict = asked.of(product).verdict
            assert f"{product}: {verdict}" in shown
            assert (asked.remedy in shown) == (verdict == guides.NOT_YET)


def test_the_picture_of_the_robot_shows_what_it_takes_only_on_request():
    for state, view in sweep(lesson.robot_answers):
        shown = shown_in(view)
        asked = key_questions.asked_of(state["archetype"])
        assert all((f"It would take {takes}" in shown) == state["taken"] for takes in asked["takes"])
        assert shown.count("still open") == asked["open"].sum()


# Texts ----------------------------------------------------------------------------------------------------------------


def test_what_is_said_of_the_top_right():
    text = said(lesson.top_right)
    places = placing.PLACES
    auto, loop, soft = places["Autonomous"], places[LOOP], places[SOFTWARE]
    assert f"at {auto.feasibility} for feasibility and {auto.impact} for impact" in text
    assert f"human in the loop at {loop.feasibility} and {loop.impact}" in text
    assert f"Software 2.0 at {soft.feasibility} and {soft.impact}" in text
    assert numbers(text) <= {"15", "64", "38", "45", "63", "29", "100", "2.0"}
    reach = [places[name].feasibility + placing.ROUGH for name in (LOOP, "Autonomous")]
    assert max(reach) < placing.MIDDLE > soft.impact + placing.ROUGH, "ten points move none into the corner"
    assert lesson.top_right.truth() == "none of them"
    assert tuple(lesson.top_right.entry["options"][:3]) == NAMES


def test_the_answer_on_the_top_right_follows_the_places(monkeypatch):
    monkeypatch.setitem(placing.PLACES, LOOP, placing.Place(60, 60))
    assert lesson.top_right.truth() == LOOP


def test_what_is_said_of_code_completion():
    assert lesson.code_completion.truth() == SOFTWARE
    assert tuple(lesson.code_completion.entry["options"]) == NAMES
    assert numbers(said(lesson.code_completion)) <= {"2.0"}


def test_predictions_come_before_what_they_ask_about():
    assert lesson.three_archetypes.after is lesson.code_completion
    assert lesson.move_it.after is lesson.top_right
