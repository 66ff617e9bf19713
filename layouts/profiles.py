"""Frameworks by level: what is expected at a role's level, and two levels side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from dash import html

from jobtrack_viz.advice import profiles_of
from jobtrack_viz.drawing.phrases import grades_in_words
from jobtrack_viz.gaps import Comparison
from jobtrack_viz.guidance import LevelProfile, ProfileText
from jobtrack_viz.model import Framework
from jobtrack_viz.profiles import (
    Expectation,
    ProfileComparison,
    compare_profiles,
    texts_by_use,
)
from layouts.parts import end_disc, heading, outward, paragraphs, plain_list
from layouts.words import count_of, joined

__all__ = ["by_level", "expected", "level_names", "level_sentence", "levels_compared", "towards"]

_ONE_SIDE = "Only this level is described. The workbook describes none for the other role."


def levels_compared(framework: Framework, comparison: Comparison) -> ProfileComparison:
    """Both roles by the levels that describe them; nobody works towards a lower grade."""
    ends = (profiles_of(framework, role) for role in (comparison.start, comparison.goal))
    compared = compare_profiles(*ends)
    lower = comparison.grades_up is not None and comparison.grades_up < 0
    return replace(compared, towards=()) if lower else compared


def level_names(profiles: Sequence[LevelProfile]) -> str:
    """``Independent (grade 7)``, or several of them."""
    return joined([_with_grades(profile) for profile in profiles])


def expected(profiles: Sequence[LevelProfile], level: int) -> Iterator[Any]:
    """What is expected, section by section; headings begin at the given level."""
    for profile in profiles:
        if len(profiles) > 1:
            yield heading(level, _with_grades(profile))
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
        title = heading(level, f"What helps to work towards {_bare(there)}")
        parts += [title, *towards(compared.towards, level + 1)]
    return parts


def level_sentence(compared: ProfileComparison) -> str:
    """``9 points are new at Advanced, 3 are as at Independent.`` For roles with a level."""
    if compared.start == compared.goal:
        return f"Both roles are at the level {level_names(compared.goal)}."
    if not compared.start or not compared.goal:
        return f"Only this level is described: {level_names(compared.start or compared.goal)}."
    goal = _bare(compared.goal)
    if not compared.new and not compared.kept:
        return f"Nothing is written yet about what {goal} expects."
    verb = "is" if compared.new == 1 else "are"
    new = f"{count_of(compared.new, 'point')} {verb} new" if compared.new else "Nothing is new"
    words = f"{new} at {goal}"
    if compared.kept:
        kept = str(compared.kept) if compared.new else count_of(compared.kept, "point")
        words += f", {kept} {'is' if compared.kept == 1 else 'are'} as at {_bare(compared.start)}"
    return f"{words}."


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
    name = html.P([end_disc(letter), _bare(profiles)], className="side-name")
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


def _with_grades(profile: LevelProfile) -> str:
    grades = grades_in_words(profile.grades)
    return f"{profile.level} ({grades})" if grades else profile.level


def _bare(profiles: Sequence[LevelProfile]) -> str:
    return joined([profile.level for profile in profiles])
