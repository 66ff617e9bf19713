"""What stands beside levels and moves: development options, profiles, processes, stories."""

from dataclasses import dataclass

__all__ = [
    "BESIDE_MOVES",
    "CaseStudy",
    "DevelopmentOptions",
    "JobDescription",
    "LevelProfile",
    "Passage",
    "Process",
    "ProfileText",
]

BESIDE_MOVES = ("redeployment", "accelerated increments", "shadowing", "mentoring")
"""Kinds of process that are no kind of move, so the text about vacancies does not serve them."""


@dataclass(frozen=True, slots=True)
class DevelopmentOptions:
    """What helps somebody who works towards a level of a competency, one option a line.

    ``rank`` is the level to reach, counted from 1.
    """

    competency: str
    rank: int
    on_the_job: tuple[str, ...] = ()
    with_others: tuple[str, ...] = ()
    formal_training: tuple[str, ...] = ()

    @property
    def by_kind(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The three kinds of options, each with its name."""
        return (
            ("On the job", self.on_the_job),
            ("With others", self.with_others),
            ("Formal training", self.formal_training),
        )


@dataclass(frozen=True, slots=True)
class ProfileText:
    """One text of a level's profile, a line for each statement; section and topic may be empty."""

    section: str
    topic: str
    lines: tuple[str, ...]
    link: str = ""


@dataclass(frozen=True, slots=True)
class LevelProfile:
    """What is expected at some grades, whatever the role; ``level`` is its name.

    ``grades`` are the workbook's labels; ``ranks`` their (lowest, highest) places on the axis, the
    same twice for a single grade. ``tracks`` are names; without any it is meant for all tracks.
    """

    level: str
    grades: tuple[str, ...]
    ranks: tuple[tuple[float, float], ...]
    tracks: tuple[str, ...] = ()
    description: str = ""
    texts: tuple[ProfileText, ...] = ()


@dataclass(frozen=True, slots=True)
class Process:
    """How the institution handles one kind of move, a line for each paragraph.

    ``kind`` is a move's kind, or a word such as vacancy, redeployment or shadowing.
    """

    kind: str
    title: str
    lines: tuple[str, ...]
    link: str = ""

    @property
    def name(self) -> str:
        """Its title, else the kind of move it is about."""
        return self.title or self.kind.capitalize()


@dataclass(frozen=True, slots=True)
class CaseStudy:
    """Somebody's story, told with consent; ``source`` and ``target`` are role ids, or empty."""

    title: str
    source: str
    target: str
    lines: tuple[str, ...]
    link: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """One part of a job description. ``kind`` is essential, desirable or empty.

    ``heading`` may be empty; passages of one section and heading belong together.
    """

    section: str
    heading: str
    lines: tuple[str, ...]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class JobDescription:
    """The generic document of one role (an id), its passages in the document's order."""

    role: str
    passages: tuple[Passage, ...]
