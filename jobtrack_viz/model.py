"""The framework: what one workbook says, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from jobtrack_viz.guidance import (
    CaseStudy,
    DevelopmentOptions,
    JobDescription,
    LevelProfile,
    Process,
)

__all__ = [
    "NOT_REQUIRED",
    "About",
    "Competency",
    "Framework",
    "Grade",
    "Move",
    "Problem",
    "Role",
    "RoleStatus",
    "Severity",
    "Skill",
    "SkillCategory",
    "SkillKind",
    "Track",
]

Severity = Literal["error", "warning", "note"]
RoleStatus = Literal["open", "planned", "closed"]
SkillKind = Literal["essential", "desirable"]
SkillCategory = Literal["skill", "knowledge", "qualification", "experience"]

NOT_REQUIRED = 0
"""The rank of a competency that a role states it does not require: below the lowest level."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing about a workbook, at its address.

    ``cell`` is such as ``C14``; both address fields are None for the workbook as a whole.
    ``facts`` fill the sentence of ``code`` in ``workbook/words.py``.
    """

    severity: Severity
    code: str
    sheet: str | None
    cell: str | None
    facts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Grade:
    """One pay grade. ``rank`` counts from 0, lowest first."""

    label: str
    rank: int
    name: str = ""
    note: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Track:
    """One line of the map. ``roles`` are role ids in the workbook's order of columns or rows.

    ``posts`` is how many posts it covers, None where that is not stated.
    """

    name: str
    roles: tuple[str, ...]
    colour: str = ""
    group: str = ""
    description: str = ""
    status: str = ""
    posts: int | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """One station: a generic job.

    ``grade`` is the workbook's text, or None. ``rank`` places it on the axis of grades: a whole
    number for one grade, the midpoint for a span such as 5/6, None without a grade.
    ``tracks`` are names, in the order of the workbook's tracks.
    ``levels`` maps a competency's name to its position on the scale, counted from 1;
    ``NOT_REQUIRED`` (0) is stated as such, and a competency that is absent was not stated.
    ``posts`` is how many posts the role covers, None where that is not stated.
    """

    id: str
    title: str
    grade: str | None
    rank: float | None
    tracks: tuple[str, ...]
    levels: Mapping[str, int]
    aliases: tuple[str, ...] = ()
    summary: str = ""
    status: RoleStatus = "open"
    manages_people: bool | None = None
    hera_reference: str = ""
    hera_reviewed: str = ""
    reports_to: str = ""
    link: str = ""
    posts: int | None = None

    @property
    def name(self) -> str:
        """Title and grade as on the page, such as ``Developer (6)``."""
        return f"{self.title} ({self.grade})" if self.grade else self.title


@dataclass(frozen=True, slots=True)
class Competency:
    """One row of the language ladder. ``statements[i]`` are the lines of level ``i + 1``.

    ``level_names`` are this competency's own words for the scale's positions, empty where the
    scale's words serve; a position that the competency does not have is an empty text.
    """

    name: str
    group: str = ""
    definition: str = ""
    statements: tuple[tuple[str, ...], ...] = ()
    level_names: tuple[str, ...] = ()


MOVE_KINDS = (
    "progression",
    "transfer",
    "step up",
    "step down",
    "secondment",
    "apprenticeship",
    "regrade",
)
"""What a workbook may call a move."""


@dataclass(frozen=True, slots=True)
class Move:
    """A way from one role to another that the workbook describes; ids of roles.

    ``both_ways`` says that the way back is open too.
    """

    source: str
    target: str
    kind: str
    both_ways: bool = False
    note: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Skill:
    """Something the job family needs: of whole tracks (names), of single roles (ids), or both."""

    name: str
    tracks: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    kind: SkillKind = "essential"
    category: SkillCategory = "skill"
    technology: bool = False
    equivalent_experience: bool = False


@dataclass(frozen=True, slots=True)
class About:
    """What the workbook says about itself."""

    title: str = "Career map"
    institution: str = ""
    owner: str = ""
    contact: str = ""
    vacancies: str = ""
    privacy: str = ""
    feedback: str = ""
    reviewed: str = ""
    licence: str = ""
    attribution: str = ""


@dataclass(frozen=True, slots=True)
class Framework:
    """One workbook without errors. Every id and name in it refers to something it holds.

    ``scale`` is the level names, lowest first. ``grades``, ``tracks``, ``roles`` and
    ``competencies`` keep the workbook's order; ``grades`` is lowest first.
    """

    about: About
    scale: tuple[str, ...]
    grades: tuple[Grade, ...]
    tracks: tuple[Track, ...]
    roles: tuple[Role, ...]
    competencies: tuple[Competency, ...]
    moves: tuple[Move, ...]
    skills: tuple[Skill, ...]
    development: tuple[DevelopmentOptions, ...] = ()
    profiles: tuple[LevelProfile, ...] = ()
    processes: tuple[Process, ...] = ()
    stories: tuple[CaseStudy, ...] = ()
    descriptions: tuple[JobDescription, ...] = ()

    def role(self, role_id: str) -> Role:
        """The role with this id.

        Raises:
            KeyError: no role has this id.
        """
        for role in self.roles:
            if role.id == role_id:
                return role
        raise KeyError(role_id)

    def competency(self, name: str) -> Competency:
        """The competency with this name.

        Raises:
            KeyError: no competency has this name.
        """
        for competency in self.competencies:
            if competency.name == name:
                return competency
        raise KeyError(name)

    def level_name(self, rank: int, competency: Competency | None = None) -> str:
        """The word for a rank: the competency's own if it has one, else the scale's.

        ``not required`` for ``NOT_REQUIRED``.
        """
        if not rank:
            return "not required"
        own = competency.level_names[rank - 1] if competency and competency.level_names else ""
        return own or self.scale[rank - 1]
