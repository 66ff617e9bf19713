"""Levels side by side: what is expected at two of them, and what is new at the higher one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from jobtrack_viz.guidance import LevelProfile, ProfileText
from jobtrack_viz.workbook.text import fold

__all__ = ["Expectation", "ProfileComparison", "compare_profiles", "new_lines", "texts_by_use"]

_TOWARDS = re.compile(
    r"\btowards\b|\bdevelopment (?:options|activities|opportunities)\b"
    r"|\b(?:personal|professional|career|your|own) development\b|^(?:development|learning)$"
)
_EXAMPLES = re.compile(
    r"\b(?:example|typical|usual)\b.*\b(?:titles?|roles?|jobs?)\b|^(?:job )?titles$"
)
_WAYS_TO_LEARN = re.compile(r"\bon[ -]the[ -]job\b|\bformal (?:training|learning)\b")


@dataclass(frozen=True, slots=True)
class Expectation:
    """What two levels say about one topic of a section, a line for each statement.

    ``new`` are the lines of the goal's level that the start's level says nowhere, and ``kept`` its
    others; example titles of jobs are neither, because nobody has to meet them.
    """

    section: str
    topic: str
    start: tuple[str, ...]
    goal: tuple[str, ...]
    new: frozenset[str]
    kept: frozenset[str]
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProfileComparison:
    """Two roles by the levels that describe them; either side may have none.

    ``expectations`` keep the goal's order of sections and topics, then what only the start's level
    has. ``towards`` are options for working towards the goal's level, empty if the level is the
    same.
    """

    start: tuple[LevelProfile, ...]
    goal: tuple[LevelProfile, ...]
    expectations: tuple[Expectation, ...]
    towards: tuple[ProfileText, ...]

    @property
    def differ(self) -> bool:
        """True if both roles are described, by different levels."""
        return bool(self.start and self.goal) and self.start != self.goal

    @property
    def new(self) -> int:
        """How many lines are new at the goal's level."""
        return sum(len(found.new) for found in self.expectations)

    @property
    def kept(self) -> int:
        """How many lines of the goal's level the start's level says too."""
        return sum(len(found.kept) for found in self.expectations)


def compare_profiles(
    start: Sequence[LevelProfile], goal: Sequence[LevelProfile]
) -> ProfileComparison:
    """Compare the levels of two roles topic by topic.

    What is new is told as ``new_lines`` tells it.
    """
    here, _ = texts_by_use(start)
    there, towards = texts_by_use(goal)
    known = _known(line for text in here for line in text.lines)
    topics: dict[tuple[str, str], ProfileText] = {}
    for text in (*there, *here):
        topics.setdefault(_key(text), text)
    return ProfileComparison(
        tuple(start),
        tuple(goal),
        tuple(_expectation(text, here, there, known) for text in topics.values()),
        () if tuple(start) == tuple(goal) else tuple(towards),
    )


def new_lines(start: Iterable[str], goal: Iterable[str]) -> frozenset[str]:
    """The goal's lines that the start says nowhere.

    Lines are the same if they differ only in case, spaces, quotes and dashes.
    """
    return _new(_known(start), goal)


def _known(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(line) for line in lines)


def _new(known: frozenset[str], lines: Iterable[str]) -> frozenset[str]:
    return frozenset(line for line in lines if fold(line) not in known)


def texts_by_use(
    profiles: Iterable[LevelProfile],
) -> tuple[list[ProfileText], list[ProfileText]]:
    """What is expected at levels, and options for working towards them.

    A section is about working towards a level if its name says so, or if one of its topics is a
    way to learn, such as on-the-job learning. A topic without a text says all there is to say: it
    becomes a line of its section, together with its neighbours.
    """
    texts = [text for profile in profiles for text in _with_lines(profile.texts)]
    towards = {
        fold(text.section)
        for text in texts
        if _TOWARDS.search(fold(text.section)) or _WAYS_TO_LEARN.search(fold(text.topic))
    }
    options = [text for text in texts if fold(text.section) in towards]
    return [text for text in texts if fold(text.section) not in towards], options


def _with_lines(texts: Iterable[ProfileText]) -> Iterator[ProfileText]:
    """The same texts; topics that have no lines are lines of one text without a topic."""
    for (section, bare), found in groupby(texts, key=lambda text: (text.section, not text.lines)):
        if not bare:
            yield from found
        elif named := [text for text in found if text.topic]:
            link = next((text.link for text in named if text.link), "")
            yield ProfileText(section, "", tuple(text.topic for text in named), link)


def _expectation(
    named: ProfileText, here: list[ProfileText], there: list[ProfileText], known: frozenset[str]
) -> Expectation:
    start, goal = _lines(here, named), _lines(there, named)
    counted = () if _EXAMPLES.search(fold(named.section)) else goal
    new = _new(known, counted)
    return Expectation(
        named.section,
        named.topic,
        start,
        goal,
        new,
        frozenset(counted) - new,
        tuple(dict.fromkeys(t.link for t in (*there, *here) if t.link and _key(t) == _key(named))),
    )


def _lines(texts: list[ProfileText], named: ProfileText) -> tuple[str, ...]:
    """The lines about one topic, each once, where several levels describe a role."""
    found = {fold(line): line for text in texts if _key(text) == _key(named) for line in text.lines}
    return tuple(found.values())


def _key(text: ProfileText) -> tuple[str, str]:
    return fold(text.section), fold(text.topic)
