"""Finds the browser that the tests drive: one that is installed, before one that would have to be fetched."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
"""The shell is Chromium without its own windows and menus: the same pages, for less than half of the computing."""

APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
)

FETCHED = (
    "chromium_headless_shell-*/*/headless_shell",
    "chromium_headless_shell-*/*/chrome-headless-shell",
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    "chromium-*/chrome-win*/chrome.exe",
)
"""Where Playwright puts its own download, inside the folder of its cache."""

QUIET = (
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--disable-gpu",
)
"""A test's browser asks no other host for anything and shows no welcome page."""


def find_chromium() -> Path | None:
    """The Chromium, Chrome or Edge to drive: $CHROMIUM, one on PATH, one of the system, one that Playwright fetched."""
    named = os.environ.get("CHROMIUM")
    if named:
        return Path(named) if Path(named).is_file() else None
    on_path = (shutil.which(name) for name in NAMES)
    candidates = [*(Path(found) for found in on_path if found), *map(Path, APPLICATIONS), *_fetched()]
    return next((path for path in candidates if path.is_file()), None)


def launch_arguments() -> list[str]:
    """What the browser is started with; root, as in a container, cannot have Chromium's sandbox."""
    return [*QUIET, "--no-sandbox"] if _is_root() else list(QUIET)


def obtain_chromium() -> Path | None:
    """Find a browser or get one: by Playwright's own download, then by apt where this is root on Debian or Ubuntu.

    Returns:
        Its path, or None where none could be had.
    """
    found = find_chromium()
    if found is None and not os.environ.get("CHROMIUM"):
        print("No Chromium or Chrome found: trying to get one ...", flush=True)
        for command in _ways():
            unattended = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
            done = subprocess.run(command, check=False, env=unattended)  # noqa: S603 (of _ways alone)
            found = find_chromium() if done.returncode == 0 else None
            if found:
                break
    return found


def _ways() -> list[list[str]]:
    ways = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if _is_root() and shutil.which("apt-get"):
        install = "apt-get install -q -y --no-install-recommends chromium"
        ways.append(["sh", "-c", f"apt-get update -q && {{ {install}-headless-shell || {install}; }}"])
    return ways


def _fetched() -> list[Path]:
    home = Path.home()
    folders = [home / ".cache", home / "Library/Caches", home / "AppData/Local"]
    cache = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    roots = [Path(cache)] if cache else [folder / "ms-playwright" for folder in folders]
    return [path for root in roots for pattern in FETCHED for path in sorted(root.glob(pattern))]


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
