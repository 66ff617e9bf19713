"""Whatever happens to a workbook, reading it ends, and no level is changed in silence."""

import random
import time
from collections.abc import Iterable
from itertools import pairwise

import pytest

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.gaps import compare
from jobtrack_viz.health import findings
from jobtrack_viz.model import Framework
from jobtrack_viz.network import build_network
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook import Reading, read_tables
from jobtrack_viz.workbook.grids import Grid, place
from jobtrack_viz.workbook.words import sentence
from tests.workbook.clean import bare_book, clean_book
from tests.workbook.mutations import grids_without_file, mutate
from tests.workbook.pages import grids_of
from tests.workbook.sameness import level_of
from tests.workbook.variants import VARIANTS

WORKBOOKS = 400
"""Tried in every run: about a quarter of a minute; `make torture` goes on for a whole one."""
SECONDS = 60


def mutant(seed: int) -> tuple[tuple[Grid, ...], list[str]]:
    """The sheets of a workbook after some accidents, and what happened; the same for one seed."""
    dice = random.Random(seed)
    one = dice.choice(VARIANTS)
    book = bare_book() if one.bare and dice.random() < 0.4 else clean_book()
    told = [one.name]
    if dice.random() < 0.7:
        book = one.of(book)
    told += mutate(book, dice, dice.choice((1, 1, 2, 3, 5, 8)))
    if dice.random() < 0.1:
        try:
            return grids_of(book.data()), told
        except UnreadableWorkbook:
            return (), told
    return grids_without_file(book), told


def broken_laws(reading: Reading, grids: Iterable[Grid]) -> list[str]:
    """What must hold of every reading and does not."""
    sheets = {grid.name: grid for grid in grids}
    found = []
    for problem in reading.problems:
        if problem.sheet not in {None, *sheets}:
            found.append(f"{problem.code}: there is no sheet {problem.sheet!r}")
        if problem.cell is not None:
            place(problem.cell)
        if not sentence(problem):
            found.append(f"{problem.code} says nothing")
    errors = any(problem.severity == "error" for problem in reading.problems)
    if errors != (reading.framework is None):
        found.append("a framework exactly if there is no error")
    if reading.framework is not None:
        found += _loose_ends(reading.framework)
        found += _changed_levels(reading, sheets)
        findings(build_network(reading.framework), reading.places)
        for one, other in pairwise(reading.framework.roles):
            compare(reading.framework, one, other)
    return found


def _loose_ends(framework: Framework) -> Iterable[str]:
    ids = [role.id for role in framework.roles]
    tracks = {track.name for track in framework.tracks}
    names = {competency.name for competency in framework.competencies}
    if len(ids) != len(set(ids)):
        yield "two roles have one id"
    for track in framework.tracks:
        yield from (f"{track.name}: no role {role}" for role in set(track.roles) - set(ids))
    for role in framework.roles:
        yield from (f"{role.id}: no track {track}" for track in set(role.tracks) - tracks)
        yield from (f"{role.id}: no {name}" for name in role.levels.keys() - names)
    for move in framework.moves:
        if not {move.source, move.target} <= set(ids) or move.source == move.target:
            yield f"a move from {move.source} to {move.target}"


def _changed_levels(reading: Reading, sheets: dict[str, Grid]) -> Iterable[str]:
    """Levels that do not stand at the cell that the reading names, or stand nowhere."""
    framework = reading.framework
    stated = set()
    for (role, competency, _), (sheet, address) in reading.places.levels.items():
        stated.add((role, competency))
        rank = framework.role(role).levels.get(competency)
        text = sheets[sheet].cells[place(address)].line
        own = next(c for c in framework.competencies if c.name == competency)
        if level_of(text, [*framework.scale]) != rank and (
            not own.level_names or level_of(text, [*own.level_names]) != rank
        ):
            yield f"{role}, {competency}: {sheet} {address} says {text!r}, the framework {rank}"
    for role in framework.roles:
        yield from (f"{role.id}, {c}: no cell" for c in role.levels if (role.id, c) not in stated)


def check(seed: int) -> None:
    """The mutant of this seed breaks no law."""
    grids, told = mutant(seed)
    try:
        broken = broken_laws(read_tables(grids, Limits()), grids)
    except UnreadableWorkbook:
        return
    except Exception as crash:
        raise AssertionError(f"seed {seed}: {told}") from crash
    assert not broken, f"seed {seed}: {told}: {broken}"


def test_no_accident_breaks_the_reader():
    """No crash, no loose end, no level that stands at no cell: the same workbooks each time."""
    for seed in range(WORKBOOKS):
        check(seed)


@pytest.mark.long
def test_no_other_accident_breaks_the_reader():
    """The same for a minute, from another seed each day; a failure names its seed."""
    first = int(time.time()) // 86_400 * 1_000_000
    end = time.monotonic() + SECONDS
    count = 0
    while time.monotonic() < end:
        check(first + count)
        count += 1
    print(f"{count} workbooks from seed {first}")
