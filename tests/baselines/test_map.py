"""The wing's map for newcomers names every file of the wing, and no other."""

import re
from pathlib import Path

import mlprojects.baselines as wing

FOLDER = Path(wing.__file__).parent


def test_the_map_names_every_file_and_no_other():
    files = {path.stem for path in FOLDER.glob("*.py")} | {path.name for path in FOLDER.glob("*.toml")}
    assert set(re.findall(r"`([\w.]+)`", wing.__doc__)) == files - {"__init__"}
