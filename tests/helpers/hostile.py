"""What somebody may type into any field of the course: kept and shown as text, whatever it looks like."""

TEXTS = {
    "script": "<script>document.title='taken'</script><img src=x onerror=alert(1)>",
    "attribute": '" onmouseover="alert(1)" x=\'',
    "jinja": "{{ 7 * 7 }} {% raw %} {# gone #} ${7*7}",
    "markdown": "# A heading\n\n- item\n1. one\n> quote\n[link](javascript:alert(1)) **b** `c` http://x.example ~~~",
    "table": "| a | b |\n|---|---|\n| 1 | 2 |\n===\n+ plus\n    indented",
    "korean": "로봇이 컵을 집습니다. 빛이 바뀌면 어떻게 됩니까?",
    "arabic": "روبوت يمسك الأكواب في المستودع، ولا يخطئ كثيرا.",
    "directions": "safe \u202etxt.exe\u202c \u200f\u061c end",
    "emoji": "🤖☕👩🏽\u200d🔬 ok",
    "entities": "&lt;b&gt; &amp; &#60; \\&copy;",
    "comment": "<!-- --> ]]> </style></title></svg></body>",
    "long": "0123456789" * 1000,
    "unbroken": "x" * 200,
}
"""Each as it is typed, and none with spaces at its ends."""
HALF = "half \ud83d of a pair, a NUL \x00 and a bell \x07"
"""What no file in UTF-8 and no HTML can hold as it is; JSON can."""
