"""`course lab`: lays out the learner's copies and starts JupyterLab on them."""

import argparse
import os
import sys
from pathlib import Path

from mlprojects.course.house import NOTEBOOKS, WORK_VARIABLE, notebook_sources, prefer_own_kernel, work_folder
from mlprojects.course.layout import lay_out

SETTINGS = Path(__file__).parent / "settings"
"""Holds overrides.json: the state of widgets is saved with a notebook, and no news is fetched from other hosts."""

FRONT = Path(__file__).parent / "front"
"""Holds our extension of JupyterLab as its server looks for it: in a folder of its name."""

CONNECTION = "mlprojects.course.server.PromptWebsocketConnection"


def main(arguments: list[str]) -> int:
    """Run `course lab [notebook] [any argument of jupyter lab]`; returns when JupyterLab was ended.

    Raises:
        CourseError: the learner's folder cannot be used or the notebook is not known.
    """
    name, passed_on = _parse(arguments)
    work = work_folder()
    for sentence in lay_out(NOTEBOOKS, work):
        print(sentence, flush=True)
    opened = f"{notebook_sources([name])[0].stem}.ipynb" if name else ""
    os.environ[WORK_VARIABLE] = str(work)
    prefer_own_kernel()
    if not os.access(work, os.W_OK):
        print(f"{work} is read-only: you can read and run, but nothing you do will be kept.", flush=True)
    start(jupyter_arguments(work, opened) + passed_on)
    return 0


def jupyter_arguments(work: Path, opened: str = "", settings: Path = SETTINGS) -> list[str]:
    """What `jupyter lab` is told; a learner's own arguments come after these and win.

    Args:
        work: Folder that JupyterLab shows as its root.
        opened: Path of a notebook in `work` to open; the folder alone where it is empty.
        settings: Folder of overrides.json.
    """
    own = [
        f"--ServerApp.root_dir={work}",
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.kernel_websocket_connection_class={CONNECTION}",
        f"--LabApp.app_settings_dir={settings}",
        f"--LabApp.extra_labextensions_path={FRONT}",
        "--LabApp.extension_manager=readonly",  # its list of extensions would be fetched from another host
    ]
    if opened:
        own.append(f"--LabApp.default_url=/lab/tree/{opened}")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        own.append("--allow-root")  # a container has no other user, and the server answers this machine alone
    return own


def _parse(arguments: list[str]) -> tuple[str, list[str]]:
    parser = argparse.ArgumentParser(
        prog="course lab",
        description="Open the notebooks in JupyterLab. Your copies are in work/ and are never overwritten.",
        epilog="Any argument of `jupyter lab` passes through, for example --no-browser or --port 8899.",
    )
    parser.add_argument("notebook", nargs="?", default="", help="the one to open, for example 04 or metrics")
    own = (
        arguments[:1]
        if arguments[:1] and (not arguments[0].startswith("-") or arguments[0] in {"-h", "--help"})
        else []
    )
    return parser.parse_args(own).notebook, arguments[len(own) :]


def start(arguments: list[str]) -> None:
    """Start JupyterLab; returns when it was ended."""
    from jupyterlab.labapp import LabApp  # noqa: PLC0415 (loads the whole server)

    sys.argv = ["jupyter-lab", *arguments]  # the server's extensions read it again
    LabApp.launch_instance(arguments)
