"""The project's own files agree with one another."""

import re
import subprocess
import sys
import tomllib

import pytest
from matplotlib.figure import Figure
from mlprojects import __version__
from mlprojects.course.house import ROOT
from packaging.requirements import Requirement

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCKS = {name: (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8") for name in ("lab", "test")}


def pins(lock):
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", lock, re.MULTILINE))


def entries(lock):
    """Each package's whole entry in a lock: version, marker and hashes."""
    return {entry.split("==")[0]: entry for entry in re.split(r"\n(?=\S)", lock.strip())}


def requirements(lines):
    return {requirement.name.lower(): requirement for requirement in map(Requirement, lines)}


def environment_yml():
    """Dependencies of environment.yml by name; the file is simple enough to be read line by line."""
    lines = (ROOT / "environment.yml").read_text(encoding="utf-8").splitlines()
    found = [re.fullmatch(r"\s*-\s+([A-Za-z0-9._-]+(?:[<>=!~]=?[^#]*)?)\s*(?:#.*)?", line) for line in lines]
    return {match[1].strip() for match in found if match}


def test_environment_yml_has_the_same_dependencies():
    wanted = {f"{r.name}{r.specifier}" for r in requirements(PROJECT["dependencies"]).values()}
    listed = environment_yml() - {"conda-forge", "pip", "--no-deps"}
    assert listed - {f"python{PROJECT['requires-python']}", *build_backend()} == wanted
    assert f"python{PROJECT['requires-python']}" in listed


def build_backend():
    return {f"{r.name}{r.specifier}" for r in requirements(PROJECT["optional-dependencies"]["build"]).values()}


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_host_and_hashes_every_package(name):
    lock = LOCKS[name]
    assert not re.search(r"https?:|file:|--(extra-)?index-url|--find-links|@ ", lock)
    assert all("--hash=sha256:" in entry for entry in entries(lock).values())


def test_the_labs_lock_is_part_of_the_tests_lock():
    lab, test = entries(LOCKS["lab"]), entries(LOCKS["test"])
    assert {name: entry for name, entry in test.items() if name in lab} == lab
    assert lab.keys() < test.keys()


@pytest.mark.parametrize(("name", "extras"), [("lab", ["build"]), ("test", ["build", "test"])])
def test_a_lock_serves_every_dependency(name, extras):
    locked = pins(LOCKS[name])
    wanted = requirements(PROJECT["dependencies"] + [r for e in extras for r in PROJECT["optional-dependencies"][e]])
    assert wanted
    for package, requirement in wanted.items():
        assert locked[package] in requirement.specifier, package


def test_versions_agree():
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert PROJECT["version"] == __version__
    assert f"\nversion: {__version__}\n" in citation


def test_the_readme_shows_what_is_there():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if not link.startswith("http")]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_arrows_between_packages_run_one_way():
    code = (
        "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command(['--no-cache']))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


def test_every_wing_is_held_apart_from_the_others():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    (independence,) = [contract for contract in contracts if contract["type"] == "independence"]
    wings = {f"mlprojects.{path.parent.name}" for path in (ROOT / "lib/mlprojects").glob("*/lesson.py")}
    assert set(independence["modules"]) == wings


def test_the_library_itself_is_light():
    code = "import sys, mlprojects; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "mlprojects" in loaded
    assert not loaded & {"sklearn", "matplotlib", "scipy", "ipywidgets", "jupyter_server", "pandas"}


def test_the_command_line_is_light():
    code = "import sys, mlprojects.course.cli; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & {"nbformat", "matplotlib", "jupyterlab", "nbclient", "playwright"}


def test_ci_runs_exactly_the_readmes_test_command():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    command = "python3 course.py test"
    assert command in (ROOT / "README.md").read_text(encoding="utf-8")
    assert script.rstrip().splitlines()[-1] == f"exec {command}"


def test_the_explorer_in_contributing_works():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    assert len([line for line in code.splitlines() if line.strip()]) <= 20
    names = {}
    exec(code, names)  # noqa: S102 (the example is the project's own)
    views = [view for _, view in names["one_sided"].sweep()]
    assert len(views) == 21
    assert names["one_sided"].at(recall=1).says == "With precision 1 and recall 1.00, F1 is 1.00."
    figure = Figure()
    views[3].figure(figure)
    assert figure.axes
