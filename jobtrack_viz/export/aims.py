"""The few things to develop that a plan names, and what the workbook offers for each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jobtrack_viz.advice import development_for
from jobtrack_viz.drawing.level_words import bare_names, levels_compared
from jobtrack_viz.gaps import Comparison
from jobtrack_viz.guidance import DevelopmentOptions
from jobtrack_viz.model import Competency, Framework, Role

__all__ = ["Aim", "Aims", "Help", "aims_of"]

_MOST_AIMS, _FEW_AIMS = 5, 3
"""As many as somebody can work on before the plan is looked at again; the fewer if the journey
takes room, because a plan is one sheet."""
_LONG_JOURNEY = 5
"""Moves, from which on there are fewer aims."""


@dataclass(frozen=True, slots=True)
class Help:
    """One kind of option, such as *On the job*, and its lines."""

    kind: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aim:
    """One thing to develop.

    ``change`` is such as ``from Low to High``; ``stop`` is the number of the first stop after the
    start that asks for more. ``words`` say what it looks like there. ``helps`` are the workbook's
    options for the next level on the way, whose name is in ``towards`` if it is not yet the last;
    empty if the workbook has none.
    """

    name: str
    change: str
    stop: int
    words: tuple[str, ...]
    towards: str = ""
    helps: tuple[Help, ...] = ()


@dataclass(frozen=True, slots=True)
class Aims:
    """What to develop, the most important first, and how much more there is.

    ``helps`` are options that serve all of it: for frameworks that describe levels only.
    ``unknown`` counts competencies that only one of both ends states.
    """

    few: tuple[Aim, ...] = ()
    left: int = 0
    unknown: int = 0
    helps: tuple[Help, ...] = ()


@dataclass(frozen=True, slots=True)
class _Rise:
    """A competency that some stop asks more of than the start does."""

    competency: Competency
    here: int
    there: int
    stop: int
    at_goal: bool


def aims_of(framework: Framework, comparison: Comparison, stops: Sequence[Role]) -> Aims:
    """At most five things to develop, three on a long journey; ``stops`` hold both ends.

    A competency is to develop if a stop asks for more of it than the start; it rises to the
    highest level that any stop asks for. What the goal asks for comes first, then the largest
    rise, then what an earlier stop asks for, then the workbook's order. Where the start does not
    state a level, nobody knows whether it is to develop, so it is only counted. Roles that state
    no level at all are compared by what is expected at theirs: then the first lines that are new.
    Of the ladder's words and of each kind of option the first two are given; on a long journey,
    or beside more than three aims, the first one.
    """
    most = _MOST_AIMS if len(stops) <= _LONG_JOURNEY else _FEW_AIMS
    if not comparison.states_levels:
        return _by_level(framework, comparison, most)
    rises = sorted(_rises(framework, stops), key=_importance)
    lines = 2 if most == _MOST_AIMS and len(rises) <= _FEW_AIMS else 1
    few = tuple(_aim(framework, rise, lines) for rise in rises[:most])
    return Aims(few, len(rises) - len(few), len(comparison.not_stated))


def _importance(rise: _Rise) -> tuple[bool, int, int]:
    return not rise.at_goal, rise.here - rise.there, rise.stop


def _rises(framework: Framework, stops: Sequence[Role]) -> Iterator[_Rise]:
    start, *later = stops
    for competency in framework.competencies:
        here = start.levels.get(competency.name)
        ranks = [role.levels.get(competency.name) or 0 for role in later]
        if here is not None and max(ranks) > here:
            first = next(i for i, rank in enumerate(ranks, 1) if rank > here)
            yield _Rise(competency, here, max(ranks), first, ranks[-1] > here)


def _aim(framework: Framework, rise: _Rise, lines: int) -> Aim:
    competency, there = rise.competency, rise.there
    low, high = (framework.level_name(rank, competency) for rank in (rise.here, there))
    words = competency.statements[there - 1] if competency.statements else ()
    options = development_for(framework, competency.name, rise.here, there)
    towards = ""
    if options and options[0].rank != there:
        towards = framework.level_name(options[0].rank, competency)
    return Aim(
        competency.name,
        f"from {low} to {high}",
        rise.stop,
        words[:lines],
        towards,
        _helps(options[0], lines) if options else (),
    )


def _helps(options: DevelopmentOptions, most: int) -> tuple[Help, ...]:
    return tuple(Help(kind, lines[:most]) for kind, lines in options.by_kind)


def _by_level(framework: Framework, comparison: Comparison, most: int) -> Aims:
    compared = levels_compared(framework, comparison)
    if not compared.differ:
        return Aims()
    change = f"new at {bare_names(compared.goal)}"
    new = [
        Aim(each.topic or each.section, change, 1, (line,))
        for each in compared.expectations
        for line in each.goal
        if line in each.new
    ]
    helps = tuple(Help(text.topic or text.section, text.lines) for text in compared.towards)
    return Aims(tuple(new[:most]), len(new[most:]), 0, helps)
