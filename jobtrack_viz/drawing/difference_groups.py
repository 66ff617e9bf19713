"""Differences grouped for a page, in one sentence, for one role, and as rows of a table."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from jobtrack_viz.differences import GROUPS, Difference, Group, group_of, of_role
from jobtrack_viz.drawing.difference_words import (
    HEADINGS,
    piece_in_words,
    sentence,
    sentence_of_levels,
    sentence_of_role,
)
from jobtrack_viz.drawing.phrases import count_of, joined

__all__ = [
    "ROW",
    "SentenceGroup",
    "as_groups",
    "as_rows",
    "in_one_sentence",
    "sentences_by_role",
    "sentences_of_role",
]

_MOST = 40
"""Sentences of a group on a page; the rest is counted, and all of them are in the rows."""
ROW = ("About", "Change", "Subject", "What", "Was", "Is now", "Tracks", "In words")
"""The headings of ``as_rows``."""
_CHANGES = {"added": "New", "removed": "Removed", "changed": "Changed", "order": "Order"}


class SentenceGroup(NamedTuple):
    """A heading with its count, and its sentences; the last may say how many more there are."""

    heading: str
    sentences: tuple[str, ...]


def as_groups(differences: Sequence[Difference], most: int = _MOST) -> tuple[SentenceGroup, ...]:
    """What a page shows, the most important first; at most ``most`` sentences under a heading."""
    by_group: defaultdict[Group, list[Difference]] = defaultdict(list)
    for difference in differences:
        by_group[group_of(difference)].append(difference)
    return tuple(
        SentenceGroup(f"{HEADINGS[group]} ({len(by_group[group])})", _few(by_group[group], most))
        for group in GROUPS
        if group in by_group
    )


def in_one_sentence(differences: Sequence[Difference]) -> str:
    """``2 roles are new, 1 is removed, 5 levels change in 3 roles, 4 other things change.``"""
    if not differences:
        return "Nothing changes."
    found = Counter(group_of(difference) for difference in differences)
    told = [
        _counted(found.pop("roles added", 0), "role", "is new", "are new"),
        _counted(found.pop("roles removed", 0), "role", "is removed", "are removed"),
        _counted(found.pop("roles renamed", 0), "role", "is renamed", "are renamed"),
        _levels(differences, found.pop("levels", 0)),
        _counted(found.pop("moves", 0), "move", "changes", "change"),
    ]
    told = [part for part in told if part]
    rest = sum(found.values())
    if rest:
        one, many = ("other change", "other changes") if told else ("change", "changes")
        told.append(count_of(rest, one, many))
    return f"{joined(told)}."


def sentences_of_role(differences: Sequence[Difference], role_id: str) -> tuple[str, ...]:
    """What changed for the role with this id now, as its card says it."""
    return sentences_by_role(of_role(differences, role_id)).get(role_id, ())


def sentences_by_role(differences: Sequence[Difference]) -> Mapping[str, tuple[str, ...]]:
    """The same for every role that has changed."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for difference in differences:
        words = sentence_of_role(difference)
        for role_id in difference.after:
            found[role_id].append(words)
    return {role_id: tuple(told) for role_id, told in found.items()}


def as_rows(differences: Sequence[Difference]) -> tuple[tuple[str, ...], ...]:
    """A row for each difference, in the columns of ``ROW``, with whole texts."""
    return tuple(
        (
            HEADINGS[group_of(difference)],
            _CHANGES[difference.kind],
            difference.subject,
            piece_in_words(difference),
            difference.was,
            difference.now,
            "; ".join(difference.tracks),
            sentence(difference),
        )
        for difference in differences
    )


def _few(differences: Sequence[Difference], most: int) -> tuple[str, ...]:
    """Sentences, those about levels together for each role."""
    bundles: dict[object, list[Difference]] = {}
    for number, difference in enumerate(differences):
        key = difference.after if difference.piece == "levels" else number
        bundles.setdefault(key, []).append(difference)
    if len(bundles) <= most:
        return tuple(map(_told, bundles.values()))
    shown = list(bundles.values())[: most - 1]
    left = len(differences) - sum(map(len, shown))
    return (*map(_told, shown), f"And {left} more.")


def _told(bundle: Sequence[Difference]) -> str:
    return sentence(bundle[0]) if len(bundle) == 1 else sentence_of_levels(bundle)


def _counted(number: int, thing: str, one: str, many: str) -> str:
    return f"{count_of(number, thing)} {one if number == 1 else many}".strip() if number else ""


def _levels(differences: Sequence[Difference], number: int) -> str:
    if not number:
        return ""
    roles = {d.after for d in differences if group_of(d) == "levels"}
    change = "changes" if number == 1 else "change"
    return f"{count_of(number, 'level')} {change} in {count_of(len(roles), 'role')}"
