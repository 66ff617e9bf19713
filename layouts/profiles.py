"""Frameworks by level: what is expected at a role's level, and two levels side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from jobtrack_viz.drawing.level_words import bare_names, level_names
from jobtrack_viz.guidance import LevelProfile, ProfileText
from jobtrack_viz.profiles import Expectation, ProfileComparison, texts_by_use
from layouts import html
from layouts.parts import heading, outward, paragraphs, plain_list
from layouts.sides import bare_list, marked_list, pair, side

__all__ = ["by_level", "expected", "towards"]

_ONE_SIDE = "Only this level is described. The workbook describes none for the other role."


def expected(profiles: Sequence[LevelProfile], level: int) -> Iterator[Any]:
    """What is expected, section by section; headings begin at the given level."""
    for profile in profiles:
        if len(profiles) > 1:
            yield heading(level, level_names([profile]))
        if profile.description:
            yield from paragraphs(profile.description.split("\n"))
        yield from _texts(texts_by_use([profile])[0], level + (len(profiles) > 1))


def towards(texts: Sequence[ProfileText], level: int) -> Iterator[Any]:
    """Options for working towards a level; headings begin at the given level.

    Where all of them are of one section, its name would say nothing more.
    """
    if len({text.section for text in texts}) > 1:
        yield from _texts(texts, level)
    else:
        yield from _texts([replace(text, section="") for text in texts], level)


def by_level(compared: ProfileComparison, level: int) -> list[Any]:
    """Two levels topic by topic; one of them alone if the other is not described.

    Empty where neither role has a level. Headings begin at the given level, 4 or 5.
    """
    here, there = compared.start, compared.goal
    if not here and not there:
        return []
    if compared.differ:
        parts = list(_pairs(compared, level))
    else:
        words = "Both roles are at this level." if here and there else _ONE_SIDE
        parts = [heading(level, level_names(there or here)), html.P(words, className="note")]
        parts += expected(there or here, level + 1)
    if compared.towards:
        title = heading(level, f"What helps to work towards {bare_names(there)}")
        parts += [title, *towards(compared.towards, level + 1)]
    return parts


def _pairs(compared: ProfileComparison, level: int) -> Iterator[Any]:
    for section, found in groupby(compared.expectations, key=lambda each: each.section):
        if section:
            yield heading(level, section)
        for each in found:
            if each.topic:
                yield heading(level + bool(section), each.topic)
            here = side("A", bare_names(compared.start), bare_list(each.start))
            yield pair(here, side("B", bare_names(compared.goal), _goal_lines(compared, each)))
            for link in each.links:
                yield from outward(f"More about {(each.topic or section).lower()}", link)


def _goal_lines(compared: ProfileComparison, each: Expectation) -> list[Any]:
    """The goal's lines; where some stay, marks tell them from those that are new."""
    if not compared.kept or not (each.new or each.kept):
        return bare_list(each.goal)
    return marked_list(each.goal, each.new)


def _texts(texts: Sequence[ProfileText], level: int) -> Iterator[Any]:
    for section, found in groupby(texts, key=lambda text: text.section):
        if section:
            yield heading(level, section)
        for text in found:
            if text.topic:
                yield heading(level + bool(section), text.topic)
            yield plain_list(text.lines, "statements")
            yield from outward(f"More about {(text.topic or text.section).lower()}", text.link)
