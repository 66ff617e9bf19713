"""Bring an nginx for the tests behind another server: one that is there, or Debian's or Ubuntu's.

A package is unpacked below .venv and not installed, which would start a server on this machine.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

_HERE = Path(__file__).resolve().parent.parent / ".venv" / "nginx"
_PACKAGES = ("nginx", "nginx-core", "nginx-light")
"""Names that the program's package has had."""


def found() -> str | None:
    """The path of the nginx to use; NGINX of the environment counts first."""
    unpacked = _HERE / "usr" / "sbin" / "nginx"
    there = (os.environ.get("NGINX"), shutil.which("nginx"), shutil.which("/usr/sbin/nginx"))
    return next(filter(None, there), None) or (str(unpacked) if unpacked.exists() else None)


def main() -> int:
    """Bring an nginx if there is none; the exit code is 0 once there is one."""
    if found() or _unpacked():
        return 0
    sudo = [] if os.name == "posix" and os.geteuid() == 0 else ["sudo", "-n"]
    _run(*sudo, "apt-get", "update", "-qq")
    if _unpacked():
        return 0
    print("Please install nginx, or set NGINX to its path; its tests are skipped", file=sys.stderr)
    return 1


def _unpacked() -> bool:
    """Unpack the first package that holds the program, which then has to start."""
    for package in _PACKAGES:
        with tempfile.TemporaryDirectory() as folder:
            if not _run("apt-get", "download", "-qq", package, folder=folder):
                continue
            for file in Path(folder).glob("*.deb"):
                _run("dpkg-deb", "--extract", str(file), str(_HERE))
        program = _HERE / "usr" / "sbin" / "nginx"
        if program.exists() and _run(str(program), "-v"):
            return True
    shutil.rmtree(_HERE, ignore_errors=True)
    return False


def _run(*command: str, folder: str | None = None) -> bool:
    try:
        done = subprocess.run(command, cwd=folder, stderr=subprocess.DEVNULL)
    except FileNotFoundError:
        return False
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
