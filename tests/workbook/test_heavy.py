"""Whatever a workbook within the limits holds, it is answered in time, and the parent does little.

Of thousands of problems of one kind the first 200 are listed. The figures are printed by
``make torture``.
"""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from jobtrack_viz.workbook.words import sentence
from tests.heavy import HEAVY
from tests.sheets import reading, sheet

ROOT = Path(__file__).resolve().parents[2]
MISSPELT = (("From", "To"), *(("Baker", f"Bakerr {number}") for number in range(250)))
CHECK = """
import sys, time
from jobtrack_viz.checking import Question, check
from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.words import sentence
data = sys.stdin.buffer.read()
spent = time.process_time()
try:
    found = check(Question(Limits(), {"book.xlsx": data}, "keep")).reading.problems
    said = f"{len(found)} problems, the first: {sentence(found[0]) if found else ''}"
except UnreadableWorkbook as refusal:
    said = str(refusal)
print(f"{time.process_time() - spent:.2f} {said}")
"""


def test_of_many_problems_the_first_are_listed():
    """200 of a kind are listed; the last of them says how many more there are."""
    found = reading(
        sheet("Roles", ("Role", "Grade"), ("Baker", "3"), ("Chef", "5")), sheet("Moves", *MISSPELT)
    )
    unknown = [p for p in found.problems if p.code == "role-unknown"]

    assert 200 == len(unknown)
    assert ("B2", "B201") == (unknown[0].cell, unknown[-1].cell)
    assert sentence(unknown[-1]).endswith(" There are 50 more of this kind.")
    assert "Did you mean one of: Baker (3)?" in sentence(unknown[0])
    assert [unknown[-1]] == [p for p in unknown if "more" in p.facts]


@pytest.mark.long
@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_workbook(name: str):
    """It is read or refused within 20 seconds of computing time; the parent spends none."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-c", CHECK],
        input=HEAVY[name](),
        capture_output=True,
        cwd=ROOT,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    own, _, said = done.stdout.decode().strip().partition(" ")
    print(f"\n{name}: {spent:.1f} s CPU, {own} of it in the parent, {said}")

    assert spent < 22
    assert float(own) < 1
    assert said
