"""Plant each known fault in a copy of the project and print which tests notice it.

``tests/planted_faults.toml`` lists the faults: what is replaced by what in which file, and the
tests that are to fail for it (mutation testing by hand: DeMillo, Lipton and Sayward, "Hints on test
data selection", 1978). Nothing but the copy is changed. Run it from the project's root, with names
of faults to try only those: ``python tools/planted_faults.py [NAME ...]``. The exit code is the
number of faults that no test has noticed.
"""

import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "tests" / "planted_faults.toml"
_SECONDS = 300
_LEFT_OUT = (".git", ".venv", "*.sqlite3*", "__pycache__", ".*_cache", ".hypothesis")


@dataclass(frozen=True, slots=True)
class Fault:
    """One change that makes the product wrong, and the tests that are to say so."""

    name: str
    file: str
    find: str
    replace: str
    tests: tuple[str, ...]


def faults() -> Iterator[Fault]:
    """All faults of the list, in its order."""
    for name, entry in tomllib.loads(LIST.read_text()).items():
        yield Fault(name, entry["file"], entry["find"], entry["replace"], tuple(entry["tests"]))


def noticed(fault: Fault, place: Path) -> str:
    """What the tests say of the fault in this copy: ``caught``, ``ESCAPED`` or why neither.

    After: the copy is as it was.
    """
    path = place / fault.file
    sound = path.read_text()
    path.write_text(sound.replace(fault.find, fault.replace))
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *fault.tests]
    try:
        done = subprocess.run(command, cwd=place, capture_output=True, text=True, timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        return f"not clear (the tests do not end within {_SECONDS} seconds)"
    finally:
        path.write_text(sound)
    if done.returncode == 1:
        failed = [line for line in done.stdout.splitlines() if line.startswith("FAILED")]
        return f"caught  {failed[0].split(' - ')[0].removeprefix('FAILED ') if failed else ''}"
    return "ESCAPED" if done.returncode == 0 else f"not run (pytest ended with {done.returncode})"


def main() -> int:
    """Try the faults that are named, or all; give the number that was not caught."""
    chosen = [fault for fault in faults() if not sys.argv[1:] or fault.name in sys.argv[1:]]
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "project"
        shutil.copytree(ROOT, place, ignore=shutil.ignore_patterns(*_LEFT_OUT))
        for fault in chosen:
            told = noticed(fault, place)
            missed += not told.startswith("caught")
            print(f"{fault.name:44} {told}", flush=True)
    print(f"{len(chosen) - missed} of {len(chosen)} faults were caught")
    return missed


if __name__ == "__main__":
    sys.exit(main())
