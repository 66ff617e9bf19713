"""Every hostile file gets one plain sentence, quickly, from a process that stays small."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from jobtrack_viz.settings import Limits
from tests.hostile import READ, REFUSED, Readable, Refused

LONGEST_SENTENCE = 400
READ_ALL = """
import json
import resource
import time
from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.cells import read_grids
from tests.hostile import READ, REFUSED

found = {}
for case in (*REFUSED, *READ):
    data = case.make()
    begun = time.perf_counter()
    said = cells = None
    try:
        grid = read_grids(data, Limits())[0]
        cells = [[*place, c.text, c.kind, c.formula, c.cleaned] for place, c in grid.cells.items()]
    except UnreadableWorkbook as error:
        said = str(error)
    found[case.name] = said, cells, time.perf_counter() - begun
print(json.dumps([found, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss]))
"""


@pytest.fixture(scope="module")
def answers() -> tuple[dict[str, Any], int]:
    """(sentence, cells, seconds) of each file; the memory of the largest child.

    A process of its own reads them, for it has no other children, such as browsers.
    """
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", READ_ALL], cwd=root, capture_output=True, text=True, check=True
    )
    found, largest = json.loads(done.stdout)
    return found, largest


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.name)
def test_refused(case: Refused, answers: tuple[dict[str, Any], int]):
    """The refusal is one line that says what was found, within five seconds."""
    message, cells, seconds = answers[0][case.name]

    assert cells is None
    assert case.says in message
    assert message.isprintable()
    assert "Traceback" not in message
    assert len(message) < LONGEST_SENTENCE
    assert seconds < 5


@pytest.mark.parametrize("case", READ, ids=lambda case: case.name)
def test_read_literally(case: Readable, answers: tuple[dict[str, Any], int]):
    """Odd contents are neither lost nor obeyed: they are text, or bear a flag."""
    _, cells, _ = answers[0][case.name]
    found = {(row, column): tuple(rest) for row, column, *rest in cells}

    assert case.cells == found


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts no children's memory")
def test_no_child_was_large(answers: tuple[dict[str, Any], int]):
    """No child that reads one of these holds more than it is allowed."""
    unit = 1 if sys.platform == "darwin" else 1024

    assert answers[1] * unit < Limits().memory_bytes
