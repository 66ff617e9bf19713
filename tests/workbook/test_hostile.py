"""Every hostile file gets one plain sentence, quickly, from a process that stays small."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.cells import read_grids
from tests.hostile import READ, REFUSED, Readable, Refused

LONGEST_SENTENCE = 400


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.name)
def test_refused(case: Refused):
    """The refusal is one line that says what was found, within five seconds."""
    data = case.make()
    begun = time.perf_counter()
    with pytest.raises(UnreadableWorkbook) as caught:
        read_grids(data, Limits())
    message = str(caught.value)

    assert case.says in message
    assert message.isprintable()
    assert "Traceback" not in message
    assert len(message) < LONGEST_SENTENCE
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize("case", READ, ids=lambda case: case.name)
def test_read_literally(case: Readable):
    """Odd contents are neither lost nor obeyed: they are text, or bear a flag."""
    grid = read_grids(case.make(), Limits())[0]
    found = {place: (c.text, c.kind, c.formula, c.cleaned) for place, c in grid.cells.items()}

    assert case.cells == found


READ_ALL = """
import resource
from contextlib import suppress
from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.cells import read_grids
from tests.hostile import READ, REFUSED

for case in (*REFUSED, *READ):
    with suppress(UnreadableWorkbook):
        read_grids(case.make(), Limits())
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts no children's memory")
def test_no_child_was_large():
    """No child that reads one of these holds more than it is allowed.

    A process of its own asks, for it has no other children, such as browsers.
    """
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", READ_ALL], cwd=root, capture_output=True, text=True, check=True
    )
    unit = 1 if sys.platform == "darwin" else 1024

    assert int(done.stdout) * unit < Limits().memory_bytes
