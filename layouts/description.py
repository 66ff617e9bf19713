"""A role's generic job description: sections in their order, essential apart from desirable."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from jobtrack_viz.guidance import JobDescription, Passage
from layouts import html
from layouts.parts import heading, paragraphs, plain_list

__all__ = ["description"]

_KINDS = {"essential": "Essential", "desirable": "Desirable"}


def description(found: JobDescription, level: int) -> Iterator[Any]:
    """The whole document; headings begin at the given level."""
    for section, passages in groupby(found.passages, key=lambda passage: passage.section):
        if section:
            yield heading(level, section)
        for title, parts in groupby(passages, key=lambda passage: passage.heading):
            if title:
                yield heading(level + bool(section), title)
            yield from _by_kind(section, list(parts))


def _by_kind(section: str, passages: Sequence[Passage]) -> Iterator[Any]:
    for kind, found in groupby(passages, key=lambda passage: passage.kind):
        lines = [line for passage in found for line in passage.lines]
        if kind:
            yield html.P(_KINDS.get(kind, kind.capitalize()), className="kind")
        if section.lower() == "summary" or (len(lines) == 1 and not kind):
            yield from paragraphs(lines)
        elif lines:
            yield plain_list(lines, "statements")
