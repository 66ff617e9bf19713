"""How moves happen in this institution, and stories of people who made them."""

from collections.abc import Iterable, Sequence
from typing import Any

from jobtrack_viz.advice import processes_for, stories_between
from jobtrack_viz.drawing.phrases import moves_of_kind
from jobtrack_viz.guidance import CaseStudy, Process
from jobtrack_viz.journeys import Leg
from jobtrack_viz.model import Framework
from layouts import html
from layouts.outcome import Outcome
from layouts.parts import contact, folded, heading, outward, paragraphs
from layouts.words import joined

__all__ = [
    "how_moves_happen",
    "how_things_happen",
    "not_described",
    "process_told",
    "stories",
    "stories_about",
    "stories_of_move",
]

_MOST_STORIES = 5


def how_moves_happen(framework: Framework, kinds: Iterable[str]) -> list[Any]:
    """The institution's texts about some kinds of move, each once and folded."""
    if not framework.processes:
        return not_described(framework, kinds)
    return [heading(3, "How this happens here"), *_about(framework, kinds)]


def not_described(framework: Framework, kinds: Iterable[str]) -> list[html.P]:
    """Of which kinds of move nobody has said how they happen here, and whom to ask."""
    missing = [moves_of_kind(k) for k in dict.fromkeys(kinds) if not processes_for(framework, k)]
    if not missing:
        return []
    words = f"Nobody has described how {joined(missing)} happen here. Ask "
    return [html.P([words, *contact(framework.about, "HR"), "."], className="hint")]


def how_things_happen(framework: Framework, kinds: Iterable[str]) -> list[Any]:
    """All of the institution's texts: some kinds of move first, the others behind one line."""
    if not framework.processes:
        return []
    first = dict.fromkeys(kinds)
    known = {process for kind in first for process in processes_for(framework, kind)}
    others = [_process(each, []) for each in framework.processes if each not in known]
    parts = [heading(3, "How moves happen here"), *_about(framework, first)]
    if others:
        title = f"Other ways to move and to grow ({len(others)})"
        parts.append(folded(title, others, "fold"))
    return parts


def _about(framework: Framework, kinds: Iterable[str]) -> list[Any]:
    """The texts for these kinds, each with those it serves; then which kinds have none."""
    serves: dict[Process, list[str]] = {}
    each_once = list(dict.fromkeys(kinds))
    for kind in each_once:
        for process in processes_for(framework, kind):
            serves.setdefault(process, []).append(moves_of_kind(kind))
    parts = [_process(process, served) for process, served in serves.items()]
    return [*parts, *not_described(framework, each_once)]


def process_told(process: Process) -> list[Any]:
    """The text of a process, and where to read more."""
    return [*paragraphs(process.lines), *_more(process.name, process.link)]


def _more(title: str, link: str) -> list[Any]:
    """A link that says what it leads to, for readers who go from link to link."""
    return outward(f"Read more: {title}", link)


def _process(process: Process, served: Sequence[str]) -> html.Details:
    title: list[Any] = [process.name]
    if served:
        title.append(html.Span(f" ({joined(served)})", className="quiet"))
    return folded(title, process_told(process), "fold")


def stories_about(
    framework: Framework, start: str, goal: str, legs: Sequence[Leg] = ()
) -> list[CaseStudy]:
    """Stories near a journey: from start to goal, then to or from either end.

    Those along one of its moves are told with that move, so they are not among them.
    """
    found = [*stories_between(framework, start, goal)]
    found += [each for each in framework.stories if goal and each.target == goal]
    found += [each for each in framework.stories if start and each.source == start]
    ends = {start, goal} - {""}
    found += [each for each in framework.stories if {each.source, each.target} & ends]
    told = {(leg.source, leg.target) for leg in legs}
    others = [each for each in found if (each.source, each.target) not in told]
    return list(dict.fromkeys(others))[:_MOST_STORIES]


def stories(framework: Framework, outcome: Outcome, found: Sequence[CaseStudy]) -> list[Any]:
    """Stories, each folded behind its title; nothing for none."""
    if not found:
        return []
    return [
        heading(3, "Stories"),
        *(folded(each.title, _story(framework, outcome, each), "fold") for each in found),
    ]


def _story(framework: Framework, outcome: Outcome, story: CaseStudy) -> list[Any]:
    parts: list[Any] = []
    ends = [framework.role(role_id).name for role_id in (story.source, story.target) if role_id]
    if len(ends) == 2:
        here = (outcome.start_id, outcome.goal_id) == (story.source, story.target)
        words = f"From {ends[0]} to {ends[1]}"
        link = html.A(words, href=outcome.link(story.source, story.target))
        parts.append(html.P(words if here else link, className="way"))
    return [*parts, *_story_told(story)]


def stories_of_move(framework: Framework, leg: Leg) -> list[html.Details]:
    """Who tells of one move, folded."""
    told = stories_between(framework, leg.source, leg.target)
    return [folded(f"Story: {story.title}", _story_told(story), "fold") for story in told]


def _story_told(story: CaseStudy) -> list[Any]:
    """The text of a story, and where to read more."""
    return [*paragraphs(story.lines), *_more(story.title, story.link)]
