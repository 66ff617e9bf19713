"""Frameworks by level: what is expected at a role's level, and two levels side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from jobtrack_viz.drawing.level_words import bare_names, level_names
from jobtrack_viz.guidance import LevelProfile, ProfileText
from jobtrack_viz.profiles import Expectation, ProfileComparison, texts_by_use
from layouts import html
from layouts.parts import end_disc, heading, outward, paragraphs, plain_list

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
            sides = [_side("A", compared.start, each.start), _goal_side(compared, each)]
            yield html.Div(sides, className="pair")
            for link in each.links:
                yield from outward(f"More about {(each.topic or section).lower()}", link)


def _goal_side(compared: ProfileComparison, each: Expectation) -> html.Div:
    """The goal's lines; where some stay, marks tell them from those that are new."""
    if not compared.kept or not (each.new or each.kept):
        return _side("B", compared.goal, each.goal)
    items = []
    for line in each.goal:
        kind, word = ("is-new", "New: ") if line in each.new else ("is-kept", "As before: ")
        items.append(html.Li([html.Span(word, className="unseen"), line], className=kind))
    return _side("B", compared.goal, items)


def _side(letter: str, profiles: Sequence[LevelProfile], lines: Sequence[Any]) -> html.Div:
    name = html.P([end_disc(letter), bare_names(profiles)], className="side-name")
    if not lines:
        return html.Div([name, html.P("Nothing is said about this.", className="hint")])
    if isinstance(lines[0], str):
        return html.Div([name, plain_list(lines, "statements")])
    return html.Div([name, html.Ul(list(lines), className="statements marked")])


def _texts(texts: Sequence[ProfileText], level: int) -> Iterator[Any]:
    for section, found in groupby(texts, key=lambda text: text.section):
        if section:
            yield heading(level, section)
        for text in found:
            if text.topic:
                yield heading(level + bool(section), text.topic)
            yield plain_list(text.lines, "statements")
            yield from outward(f"More about {(text.topic or text.section).lower()}", text.link)
