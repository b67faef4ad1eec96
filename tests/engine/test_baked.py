import base64
import json
import re

import pandas as pd
from mlprojects.engine import Switch, View, explorer
from mlprojects.engine.baked import page
from sample import make


def test_baking_visits_every_state_and_tells_how_far_it_is():
    slope = make()
    seen = []

    def progress(keys):
        for key in keys:
            seen.append(key)
            yield key

    baked = slope.bake(progress)
    assert list(baked.frames) == seen == slope.keys()
    assert baked.frames[slope.key(rule=2)].says == "The line rises by 0.00."


def test_the_payload_is_json_that_cannot_leave_its_script_element():
    @explorer(loud=Switch("</script><script>alert(1)</script>"))
    def hostile(loud):
        """Title with </script> & <!-- in it."""
        return View(pd.DataFrame({"<i>": ["</script>"]}), "Says </script>\u2028 <!-- it.", lambda figure: figure)

    text = hostile.bake().payload()
    assert "<" not in text
    data = json.loads(text)
    assert data["frames"]["0"]["says"] == "Says </script>\u2028 <!-- it."
    assert base64.b64decode(data["frames"]["1"]["png"]).startswith(b"\x89PNG")


def test_a_page_names_no_other_host():
    text = page("Title & more", [make().bake()])
    assert "<title>Title &amp; more</title>" in text
    assert not re.findall(r"""(?:src|href)=|https?://|@import|url\(""", text)


def test_a_page_knows_which_pictures_keep_their_colours():
    assert [json.loads(make(natural=natural).bake().payload())["spec"]["natural"] for natural in (False, True)] == [
        False,
        True,
    ]
