"""The ladder's words for both ends of a rise, as a panel or a whole page has room for them."""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from jobtrack_viz.gaps import Change
from jobtrack_viz.model import Competency, Framework
from jobtrack_viz.profiles import new_lines
from layouts import html
from layouts.parts import folded
from layouts.sides import bare_list, marked_list, pair, side
from layouts.words import joined, sentence_case

__all__ = ["LadderWords", "words_in_the_panel", "words_side_by_side"]

LadderWords: TypeAlias = Callable[[Framework, Change], list[Any]]
"""What is said about a competency that asks for more."""


def words_in_the_panel(framework: Framework, change: Change) -> list[Any]:
    """The goal's words; those of the start's level, and of levels in between, wait in a fold."""
    competency = framework.competency(change.competency)
    start, goal = change.start, change.goal or 0
    behind = [rank for rank in range(start or goal, goal) if _lines(competency, rank)]
    return [*_goal_lines(competency, change), *_levels(framework, competency, behind)]


def words_side_by_side(framework: Framework, change: Change) -> list[Any]:
    """Both levels' words beside each other; levels in between wait in a fold."""
    competency = framework.competency(change.competency)
    start, goal = change.start, change.goal or 0
    if not start or not any(competency.statements):
        return words_in_the_panel(framework, change)
    between = [rank for rank in range(start + 1, goal) if _lines(competency, rank)]
    here = bare_list(_lines(competency, start)) or [_nothing(framework, competency, start)]
    there = _goal_lines(competency, change) or [_nothing(framework, competency, goal)]
    return [
        pair(
            side("A", sentence_case(_level(framework, competency, start)), here),
            side("B", sentence_case(_level(framework, competency, goal)), there),
        ),
        *_levels(framework, competency, between),
    ]


def _goal_lines(competency: Competency, change: Change) -> list[Any]:
    """The goal's words; where the start's level says some of them, marks tell which are new."""
    here = _lines(competency, change.start or 0)
    new = new_lines(here, change.statements)
    if len(new) == len(change.statements):
        return bare_list(change.statements)
    return marked_list(change.statements, new)


def _levels(framework: Framework, competency: Competency, ranks: Sequence[int]) -> list[Any]:
    """The words for some levels below the goal's, folded; nothing for no level."""
    if not ranks:
        return []
    names = [_level(framework, competency, rank) for rank in ranks]
    verb = "says" if len(names) == 1 else "say"
    title = [
        f"What {joined(names)} {verb}",
        html.Span(f" about {competency.name}", className="unseen"),
    ]
    content: list[Any] = []
    for rank, name in zip(ranks, names, strict=True):
        if len(names) > 1:
            content.append(html.P(sentence_case(name), className="kind"))
        content += bare_list(_lines(competency, rank))
    return [folded(title, content, "fold behind")]


def _lines(competency: Competency, rank: int) -> tuple[str, ...]:
    return competency.statements[rank - 1] if rank and competency.statements else ()


def _nothing(framework: Framework, competency: Competency, rank: int) -> html.P:
    words = f"Nothing is written about {_level(framework, competency, rank)}."
    return html.P(words, className="hint")


def _level(framework: Framework, competency: Competency, rank: int) -> str:
    """``Medium``, but ``level 4`` for a level that is a number."""
    name = framework.level_name(rank, competency)
    return f"level {name}" if name[0].isdigit() else name
