"""Three frameworks become one: what an edited copy changed, on what was published since."""

from collections.abc import Mapping
from dataclasses import dataclass

from jobtrack_viz.merge.flat import flattened
from jobtrack_viz.merge.mended import mend
from jobtrack_viz.merge.rebuilt import rebuilt
from jobtrack_viz.merge.three_way import Choice, Sides, merge_entries
from jobtrack_viz.merge.words import Change, Words
from jobtrack_viz.model import Framework

__all__ = ["Change", "Choice", "Merge", "merged", "settle"]


@dataclass(frozen=True, slots=True)
class Merge:
    """What merging made, what it could not decide, and what it kept.

    ``framework`` is valid: every id and name in it refers to something it holds. In each of the
    ``conflicts`` the current value stands. ``kept`` are the changes that others published
    meanwhile and the edited copy did not touch.
    """

    framework: Framework
    conflicts: tuple[Change, ...]
    kept: tuple[Change, ...]


def merged(base: Framework, edited: Framework, current: Framework) -> Merge:
    """What the editor changed since ``base`` is applied to ``current``.

    Cell by cell: one level of one role, one field, one entry of a list. What both changed
    differently is a conflict, and so is what one removed and the other needs.
    """
    return settle(base, edited, current, {})


def settle(
    base: Framework, edited: Framework, current: Framework, choices: Mapping[str, Choice]
) -> Merge:
    """The same, with the conflicts decided for which there is a choice, by the conflict's key.

    A choice may bring a new conflict: keeping a role brings the question of what it needs.
    """
    sides = Sides(flattened(base, base), flattened(base, edited), flattened(base, current))
    taken = merge_entries(sides, choices)
    words = Words(sides)
    if current == base or edited == base:
        kept = tuple(map(words.change, taken.kept))
        return Merge(edited if current == base else current, (), kept)
    mend(sides, choices, taken)
    return Merge(
        rebuilt(taken.flat, frozenset(sides.current["roles",])),
        tuple(map(words.change, taken.clashes.values())),
        tuple(map(words.change, taken.kept)),
    )
