"""What is installed is the same everywhere, to the byte, and is named with its licence."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
COMPILED = ("requirements.txt", "requirements-dev.txt")
_PIN = re.compile(r"([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^\s;\\]+)")


def _blocks(name: str) -> Iterator[str]:
    """Each requirement of a compiled file, its hashes included."""
    text = (ROOT / name).read_text()
    yield from re.split(r"\n(?=[A-Za-z])", re.sub(r"^ *#.*\n?", "", text, flags=re.M))


def _pins(name: str) -> dict[str, str]:
    lines = (ROOT / name).read_text().splitlines()
    found = [match for line in lines if (match := _PIN.match(line))]
    return {re.sub(r"[._-]+", "-", match[1]).lower(): match[2] for match in found}


@pytest.mark.parametrize("name", COMPILED)
def test_everything_is_pinned_with_a_hash(name):
    """No package, however indirect, can be installed in another version or with other bytes."""
    loose = [
        block.split("\n")[0]
        for block in _blocks(name)
        if not (_PIN.match(block) and re.search(r"--hash=sha256:[0-9a-f]{64}", block))
    ]

    assert [] == loose


@pytest.mark.parametrize("name", COMPILED)
def test_compiled_files_hold_what_the_short_ones_ask_for(name):
    """A version is changed in the short file, and the compiled file follows."""
    asked = _pins(name.replace(".txt", ".in"))

    assert asked.items() <= _pins(name).items()


def test_checks_run_with_what_is_served():
    """Developers install exactly the versions that the product runs with."""
    assert _pins("requirements.txt").items() <= _pins("requirements-dev.txt").items()


def test_every_package_is_named_with_its_licence():
    """THIRD-PARTY.md names each package, those that others bring along too."""
    told = re.sub(r"[._-]+", "-", (ROOT / "THIRD-PARTY.md").read_text().lower())
    words = set(re.findall(r"[a-z0-9][a-z0-9-]*", told))

    assert set() == _pins("requirements-dev.txt").keys() - words
