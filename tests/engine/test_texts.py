import pytest
from mlprojects.engine.texts import TextError, html, parse_texts, plain, read_texts
from sample_texts import TOML


def broken(old, new):
    assert TOML.count(old) >= 1
    return TOML.replace(old, new, 1)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (', misconception = "best precision wins"', "", "[questions.winner] options[2] lacks 'misconception'"),
        ('why = "Its recall is 0.9."', 'wy = "x"', "[questions.winner] options[0] lacks 'why'"),
        ("hints = [", "hnits = [", "[questions.winner] lacks 'hints'"),
        ('kind = "one"', 'kind = "many"', "[questions.winner] kind must be one of one, several, number, and is 'many'"),
        ('solution = "Model 3 does."', 'solution = "  "', "[questions.winner] solution must not be empty"),
        ("right = true, why", "right = true, wyh = '', why", "has an unknown field 'wyh' (did you mean 'why'?)"),
        (
            '{ text = "Model 3", right = true, ',
            '{ text = "Model 3", misconception = "m", ',
            "exactly one must be right, and 0",
        ),
        ('"Model 2", why', '"Model 3", why', "options: two of them have the same text"),
        ("value = 90", "value = 50", "mistakes: 50 is as near as the right answer"),
        ("answer = 50", "answer = nan", "[questions.score] answer must be a finite number"),
        ("within = 0.5\nwhy", "within = inf\nwhy", "[questions.score] within must be a finite number"),
        ("value = 90", "value = inf", "[questions.score] mistakes[0].value must be a finite number"),
        ("value = 90, within = 0.5", "value = 50.4, within = 0.01", "mistakes: 50.4 is as near as the right answer"),
        (
            'right = true, why = "Its',
            'right = true, misconception = "m", why = "Its',
            "options[0].misconception: a right option has none",
        ),
        ("[tasks.best]", "[tasks.winner]", "[tasks.winner] has the name of [questions.winner]"),
        ("[questions.winner]", '[questions."a b"]', "[questions.a b] needs a name of small letters"),
        ("answer = 50", 'answer = "50"', "[questions.score] answer must be number"),
        (', options = ["higher", "lower"] ', " ", "[forms.metric] fields[2] lacks 'options'"),
        ('name = "limit"', 'name = "Limit!"', "[forms.metric] fields[1].name cannot be 'Limit!'"),
        ("[tasks.best]", "[task.best]", "the file has an unknown field 'task' (did you mean 'tasks'?)"),
        (
            '["halved"]',
            '["halvd"]',
            "[series.symptoms] pages[1]: there is no [questions.halvd] (did you mean 'halved'?)",
        ),
        ('["halved"]', '["halved", "guess"]', "[series.symptoms] pages[1]: there is no [questions.guess]"),
        ('["slow"]', '["lamps"]', "pages[2]: 'lamps' stands on [series.symptoms] pages[0] already"),
        ('["halved"]', '["halved", "halved"]', "'halved' stands on [series.symptoms] pages[1] already"),
        ('["halved"]', "[]", "[series.symptoms] pages[1] must not be empty"),
        ('[["lamps", "lamps_reason"], ["halved"], ["slow"]]', "[]", "[series.symptoms] pages must not be empty"),
        ('pages = [["lamps"', 'page = [["lamps"', "[series.symptoms] lacks 'pages'"),
        ('["halved"]', '"halved"', "[series.symptoms] pages[1] must be array"),
        ("[series.symptoms]", "[series.lamps]", "[series.lamps] has the name of [questions.lamps]"),
        ('after = "Move the slider."', "", "[predictions.guess] lacks 'after'"),
        ('after = "Move the slider."', 'after = "x"\nsource = ""', "[predictions.guess] source must not be empty"),
        (
            'label = "Limit", kind = "number"',
            'label = "Limit", kind = "number", low = 2, high = 1',
            "[forms.metric] fields[1] must have a low below its high",
        ),
        (
            'label = "Name", kind',
            'label = "Name", whole = true, kind',
            "[forms.metric] fields[0] has 'whole', and is no",
        ),
        ("low = 0\nhigh = 1", "low = 1\nhigh = 1", "[predictions.weight] must have a low below its high"),
        ("low = 0\nhigh = 1", "low = 1\nshare = 1", "[predictions.weight] share must be same as const definition"),
        ("answer = 5\n", "answer = 5.5\nwhole = true\n", "[questions.halved] must have whole numbers only"),
        ("mistakes = [{ value = 90", "whole = true\nmistakes = [{ value = 90.5", "as `whole` says, and one is 90.5"),
    ],
)
def test_a_fault_is_named_by_file_entry_and_field(old, new, says):
    with pytest.raises(TextError) as refused:
        parse_texts(broken(old, new), "sample", "sample/questions.toml")
    message = str(refused.value)
    assert message.startswith("sample/questions.toml: ")
    assert says in message
    assert "\n" not in message


def test_a_package_without_texts_is_named():
    with pytest.raises(TextError, match=r"^engine: there is no text file \(\*\.toml\) in mlprojects\.engine\.$"):
        read_texts("mlprojects.engine")


def test_a_question_stands_in_one_series_only():
    more = '\n[series.again]\nprompt = "Once more"\npages = [["slow"]]\n'
    with pytest.raises(
        TextError, match=r"\[series.again\] pages\[0\]: 'slow' stands on \[series.symptoms\] pages\[2\]"
    ):
        parse_texts(TOML + more, "sample", "sample/questions.toml")


def test_broken_toml_is_named_with_its_line():
    with pytest.raises(TextError, match=r"questions\.toml: is not valid TOML: .*line 2"):
        parse_texts("a = 1\nb = c\n", "sample", "questions.toml")


def test_a_missing_entry_suggests_the_nearest():
    texts = parse_texts(TOML, "sample", "sample/questions.toml")
    with pytest.raises(TextError, match=r"no \[questions\.winer\] \(did you mean 'winner'\?\)"):
        texts.entry("questions", "winer")


def test_markdown_becomes_html_and_html_stays_text():
    assert html("a **b** `c`") == "<p>a <strong>b</strong> <code>c</code></p>"
    assert "<script>" not in html("<script>alert(1)</script> [x](javascript:alert(1)) ![i](http://host/i.png)")
    assert "<img" not in html("![i](http://host/i.png)")


def test_plain_text_has_no_marks():
    assert plain("a **b** `c` `d**2 * e` *f*") == "a b c d**2 * e f"
