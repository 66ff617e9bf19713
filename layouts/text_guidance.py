"""The map as text, its second part: levels, what helps, how moves happen, stories, documents."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import quote

from jobtrack_viz.advice import profiles_of
from jobtrack_viz.drawing.level_words import level_names
from jobtrack_viz.guidance import CaseStudy, DevelopmentOptions, LevelProfile
from jobtrack_viz.model import Framework, Role
from jobtrack_viz.profiles import texts_by_use
from layouts import html
from layouts.description import description
from layouts.helps import options
from layouts.parts import heading, outward, paragraphs
from layouts.practice import process_told
from layouts.profiles import expected, towards
from layouts.words import joined, sentence_case

__all__ = ["Chapter", "GuidanceInText"]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One part of the page: its place, its title and what stands below the title."""

    place: str
    title: str
    content: tuple[Any, ...]


class GuidanceInText:
    """What a framework says beside its tracks; roles lead to their levels and documents."""

    def __init__(self, framework: Framework) -> None:
        self._framework = framework
        self._roles: Mapping[str, Role] = {role.id: role for role in framework.roles}
        self._places = {each.name: i for i, each in enumerate(framework.competencies)}
        self._documents = {found.role for found in framework.descriptions}
        self._levels = {id(profile): f"level-{i}" for i, profile in enumerate(framework.profiles)}

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """The chapters that have something to say, in the order of the page."""
        told = (
            Chapter("levels", "What each level expects", tuple(self._levels_told())),
            Chapter("helps", "What helps to develop", tuple(self._helps())),
            Chapter("practice", "How moves happen here", tuple(self._processes())),
            Chapter("stories", "Stories", tuple(self._stories())),
            Chapter("documents", "Job descriptions", tuple(self._descriptions())),
        )
        return tuple(chapter for chapter in told if chapter.content)

    def of_role(self, role_id: str) -> Iterator[html.P]:
        """Links from a role to its levels and to its job description."""
        found: list[Any] = [
            html.A(level_names([profile]), href=f"#{self._levels[id(profile)]}")
            for profile in profiles_of(self._framework, self._roles[role_id])
        ]
        if found:
            between = [part for link in found for part in (", ", link)][1:]
            yield html.P(["Level: ", *between, "."])
        if role_id in self._documents:
            yield html.P(html.A("Job description", href=f"#job-{quote(role_id)}"))

    def _levels_told(self) -> Iterator[Any]:
        for profile in self._framework.profiles:
            title = level_names([profile])
            if profile.tracks:
                title = f"{title}, on {joined(profile.tracks)}"
            yield heading(4, title, id=self._levels[id(profile)])
            yield from expected([profile], 5)
            yield from _towards(profile)

    def _helps(self) -> Iterator[Any]:
        by_competency = sorted(self._framework.development, key=self._place)
        for name, found in groupby(by_competency, key=lambda each: each.competency):
            yield heading(4, name)
            for each in found:
                competency = self._framework.competency(name)
                yield heading(5, f"Towards {self._framework.level_name(each.rank, competency)}")
                yield options(each)

    def _place(self, found: DevelopmentOptions) -> tuple[int, int]:
        return self._places[found.competency], found.rank

    def _processes(self) -> Iterator[Any]:
        for process in self._framework.processes:
            yield heading(4, process.name)
            yield from process_told(process)

    def _stories(self) -> Iterator[Any]:
        for story in self._framework.stories:
            yield heading(4, story.title)
            if ends := self._ends(story):
                yield html.P(ends, className="quiet")
            yield from paragraphs(story.lines)
            yield from outward(f"Read more: {story.title}", story.link)

    def _ends(self, story: CaseStudy) -> str:
        """``From Developer (6) to Business Analyst (6)``, as much of it as is known."""
        ends = (("from", story.source), ("to", story.target))
        words = " ".join(f"{word} {self._roles[end].name}" for word, end in ends if end)
        return sentence_case(words)

    def _descriptions(self) -> Iterator[Any]:
        for found in self._framework.descriptions:
            role = self._roles[found.role]
            yield heading(4, role.name, id=f"job-{role.id}")
            yield from description(found, 5)


def _towards(profile: LevelProfile) -> Iterator[Any]:
    texts = texts_by_use([profile])[1]
    if texts:
        yield heading(5, "What helps to work towards this level")
        yield from towards(texts, 6)
