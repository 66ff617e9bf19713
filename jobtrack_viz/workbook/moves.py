"""Moves as the workbook gives them: what each row joins, and of which kind it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from jobtrack_viz.model import MOVE_KINDS
from jobtrack_viz.workbook.draft import Draft, Reference
from jobtrack_viz.workbook.headers import Entry, Record
from jobtrack_viz.workbook.roster import RosterRole
from jobtrack_viz.workbook.vocabulary import choice, yes_or_no

__all__ = ["GivenMove", "given_moves", "kind_of", "move_references"]


@dataclass(frozen=True, slots=True)
class GivenMove:
    """One described move between two known roles. ``inferred``: its kind was left blank."""

    record: Record
    entry: Entry
    source: RosterRole
    target: RosterRole
    kind: str
    inferred: bool
    both_ways: bool


def move_references(draft: Draft, record: Record, field: str) -> tuple[Reference, ...]:
    """The roles that one end of a row names."""
    entry = record.fields.get(field)
    return tuple(draft.references(entry)) if entry else ()


def given_moves(draft: Draft) -> Iterator[GivenMove]:
    """Every pair of known roles that a row of Moves joins, each pair and kind once."""
    seen: set[tuple[str, str, str]] = set()
    for record in draft.records("Moves"):
        for source in _known(move_references(draft, record, "from")):
            for target in _known(move_references(draft, record, "to")):
                written = choice(record.line("kind"), MOVE_KINDS)
                kind = written or kind_of(draft, source, target)
                if source.id == target.id or (source.id, target.id, kind) in seen:
                    continue
                seen.add((source.id, target.id, kind))
                both = yes_or_no(record.line("both"))
                ways = kind == "transfer" if both is None else both
                entry = record.fields.get("kind", record.fields["from"])
                yield GivenMove(record, entry, source, target, kind, not written, ways)


def kind_of(draft: Draft, source: RosterRole, target: RosterRole) -> str:
    """The kind that two roles' tracks and grades suggest."""
    here, there = draft.rank(source), draft.rank(target)
    if here is None or there is None or here == there:
        return "transfer"
    if there < here:
        return "step down"
    return "progression" if set(source.tracks) & set(target.tracks) else "step up"


def _known(references: tuple[Reference, ...]) -> Iterator[RosterRole]:
    for reference in references:
        if len(reference.roles) == 1:
            yield reference.roles[0]
