"""Rules about the language ladder: its levels, its words, and the competencies that use them."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from jobtrack_viz.model import NOT_REQUIRED, Problem
from jobtrack_viz.workbook.draft import Draft
from jobtrack_viz.workbook.headers import Entry
from jobtrack_viz.workbook.ladders import Ladder, LadderRow, longest
from jobtrack_viz.workbook.rules import error, note, suggesting, warning
from jobtrack_viz.workbook.text import fold

__all__ = ["LADDER_RULES"]


def ladders_agree(draft: Draft) -> Iterator[Problem]:
    """Two ladders have as many levels; where only their names differ, the names are kept."""
    ladders = draft.tables.ladders
    first = longest(ladders) if ladders else None
    for ladder in ladders:
        if first is None or ladder is first:
            continue
        same = [fold(e.line) for e in ladder.levels] == [fold(e.line) for e in first.levels]
        if ladder.levels and len(ladder.levels) != len(first.levels):
            yield error("ladders-disagree", ladder.levels[0], other=first.sheet)
        elif ladder.levels and not same:
            yield note("level-names-differ", ladder.levels[0])
    for ladder in draft.tables.ladders:
        named = [row for row in ladder.rows if row.names]
        for row in named[:1]:
            yield note("level-names-differ", row.competency)


def competencies_are_on_the_ladder(draft: Draft) -> Iterator[Problem]:
    """With a ladder, every competency of a matrix stands on it."""
    known = {fold(r.competency.line): r for ladder in draft.tables.ladders for r in ladder.rows}
    told: set[str] = set()
    names = [row.competency.line for row in known.values()]
    for matrix in draft.tables.matrices if known else ():
        for row in matrix.rows:
            if row.competency and fold(row.competency.line) not in known.keys() | told:
                told.add(fold(row.competency.line))
                text = row.competency.line
                found = warning("competency-not-on-ladder", row.competency, found=text)
                yield suggesting(found, text, lambda: names)


def competencies_are_used(draft: Draft) -> Iterator[Problem]:
    """Every competency of the ladder is used by a role, once there are matrices.

    A level that is none is an error of its own, but it is a use.
    """
    used = {level.competency for level in draft.levels if level.rank != NOT_REQUIRED}
    for ladder in draft.tables.ladders if draft.levels else ():
        for row in ladder.rows:
            if fold(row.competency.line) not in used:
                yield warning("competency-unused", row.competency, competency=row.competency.line)


def levels_in_use_have_words(draft: Draft) -> Iterator[Problem]:
    """Every level that a role has is described on the ladder."""
    used: dict[str, set[int]] = defaultdict(set)
    for level in draft.levels:
        if level.rank is not None and level.rank != NOT_REQUIRED:
            used[level.competency].add(level.rank)
    for ladder in draft.tables.ladders:
        for row in ladder.rows:
            for rank in sorted(used[fold(row.competency.line)]):
                if rank - 1 not in row.statements and rank <= len(ladder.levels):
                    facts = {"competency": row.competency.line}
                    level_name = ladder.levels[rank - 1].line
                    yield warning("descriptor-missing", row.competency, level=level_name, **facts)


def ladders_say_the_same(draft: Draft) -> Iterator[Problem]:
    """A competency that stands on the ladder twice has the same words there; the first count."""
    seen: dict[str, tuple[Ladder, LadderRow]] = {}
    for ladder in draft.tables.ladders:
        for row in ladder.rows:
            first, words = seen.setdefault(fold(row.competency.line), (ladder, row))
            if words is not row and _words(words) != _words(row):
                other = f"{first.sheet} {words.competency.address}"
                yield note("listed-twice", row.competency, found=row.competency.line, other=other)


def _words(row: LadderRow) -> tuple[object, ...]:
    said = {rank: fold(entry.text) for rank, entry in row.statements.items()}
    return said, fold(row.group), fold(row.definition)


def long_rows_agree(draft: Draft) -> Iterator[Problem]:
    """The rows of one competency give it one group, one definition, one descriptor a level."""
    seen: dict[tuple[str, str, str], Entry] = {}
    for record in draft.records("Ladder (long)"):
        name = fold(record.line("competency"))
        level = fold(record.line("level"))
        one_a_row = "descriptor" if "descriptor" in record.columns else "definition"
        for field in ("group", "definition", "descriptor"):
            entry = record.fields.get(field)
            if entry is None:
                continue
            first = seen.setdefault((name, level if field == one_a_row else "", field), entry)
            if fold(first.text) != fold(entry.text):
                yield note("told-otherwise", entry, found=entry.line[:60], other=first.address)


LADDER_RULES: tuple[Callable[[Draft], Iterator[Problem]], ...] = (
    ladders_agree,
    competencies_are_on_the_ladder,
    competencies_are_used,
    levels_in_use_have_words,
    ladders_say_the_same,
    long_rows_agree,
)
