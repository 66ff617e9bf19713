"""Bring an nginx for the tests behind another server, and the openssl that makes its certificate.

What is there is used. Debian's and Ubuntu's packages are unpacked below .venv and not installed,
which would start a server on this machine.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

_UNPACKED = Path(__file__).resolve().parent.parent / ".venv" / "packages"
_PACKAGES: Mapping[str, tuple[str, ...]] = {
    "nginx": ("nginx", "nginx-core", "nginx-light"),
    "openssl": ("openssl",),
}
"""Names that the package of each program has had."""
_FOLDERS = ("usr/sbin", "usr/bin")


def found(program: str) -> str | None:
    """The path of ``nginx`` or ``openssl``; NGINX and OPENSSL of the environment count first."""
    named = os.environ.get(program.upper())
    there = shutil.which(program) or shutil.which(f"/usr/sbin/{program}")
    unpacked = (_UNPACKED / folder / program for folder in _FOLDERS)
    return named or there or next((str(path) for path in unpacked if path.exists()), None)


def main() -> int:
    """Bring what is not there; the exit code is 0 once both are."""
    missing = [program for program in _PACKAGES if not (found(program) or _unpack(program))]
    if missing:
        sudo = [] if os.name == "posix" and os.geteuid() == 0 else ["sudo", "-n"]
        _run(*sudo, "apt-get", "update", "-qq")
        missing = [program for program in missing if not _unpack(program)]
    for program in missing:
        advice = f"Please install {program}, or set {program.upper()} to its path"
        print(f"{advice}; tests behind nginx are skipped", file=sys.stderr)
    return len(missing)


def _unpack(program: str) -> bool:
    """Unpack the first package that holds the program, which then has to start."""
    for package in _PACKAGES[program]:
        with tempfile.TemporaryDirectory() as folder:
            if not _run("apt-get", "download", "-qq", package, folder=folder):
                continue
            for file in Path(folder).glob("*.deb"):
                _run("dpkg-deb", "--extract", str(file), str(_UNPACKED))
        path = found(program)
        if path and _run(path, "-v" if program == "nginx" else "version"):
            return True
    return False


def _run(*command: str, folder: str | None = None) -> bool:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True)
    except FileNotFoundError:
        return False
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
