"""Bring a Chromium for the browser tests: one that is there, Playwright's, or the system's."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""Programs that will do, the best first: without windows to keep, a page costs half as much."""
_PACKAGES = ("chromium-headless-shell", "chromium")


def found() -> str | None:
    """The path of the Chromium to use; None for Playwright's own."""
    there = (shutil.which(name) for name in NAMES)
    return os.environ.get("CHROMIUM") or next(filter(None, there), None)


def main() -> int:
    """Bring a Chromium if there is none; the exit code is 0 once there is one."""
    if found() or _playwrights():
        return 0
    print("No Chromium found; fetching Playwright's", flush=True)
    if _run(sys.executable, "-m", "playwright", "install", "chromium") and _playwrights():
        return 0
    print("Playwright's download failed; installing the system's package", flush=True)
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    _run(*sudo, "apt-get", "update", "-qq")
    for package in _PACKAGES:
        _run(*sudo, "apt-get", "install", "-y", "-qq", "--no-install-recommends", package)
        if found():
            return 0
    print("Please install Chromium, or set CHROMIUM to its path", file=sys.stderr)
    return 1


def _playwrights() -> bool:
    """True if Playwright has a Chromium of its own that starts."""
    probe = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as p: p.chromium.launch().close()"
    )
    return subprocess.run([sys.executable, "-c", probe], capture_output=True).returncode == 0


def _run(*command: str) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        return subprocess.run(command, env=environment).returncode == 0
    except FileNotFoundError:
        return False


if __name__ == "__main__":
    sys.exit(main())
