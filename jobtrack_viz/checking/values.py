"""What is asked about an upload, and what the child finds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from jobtrack_viz.merge import Change, Choice
from jobtrack_viz.model import Framework
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook import Reading, Revealed, Stamp

__all__ = ["Answer", "Base", "Checked", "Question"]

Answer: TypeAlias = Literal["ask", "keep", "strip"]
"""What becomes of things that a file gives away: its reader asks first, keeps them, or not."""


@dataclass(frozen=True, slots=True)
class Base:
    """A published version that a workbook may be a copy of, and the sum in its stamp."""

    framework: Framework
    sha256: str


@dataclass(frozen=True, slots=True)
class Question:
    """The files of an upload, and what they are brought together with.

    ``current`` is the map in force, which is None for an upload that replaces everything.
    ``bases`` are published versions by their ids; None is one that no copy can be made of.
    ``choices`` decide conflicts by their keys.
    """

    limits: Limits
    files: Mapping[str, bytes]
    answer: Answer
    current: Framework | None = None
    bases: Mapping[str, Base | None] = field(default_factory=dict)
    choices: Mapping[str, Choice] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Checked:
    """What the files say.

    ``reading`` has no places, and all problems, of the framework too; it is None if somebody must
    answer first what becomes of what the files give away (``revealed``), or if the version of
    ``wanted`` is needed to tell what was edited. ``without`` are files from which something was
    taken out. ``conflicts`` and ``kept`` are those of an edited copy (``copied``).
    """

    revealed: Mapping[str, Revealed]
    reading: Reading | None = None
    wanted: Stamp | None = None
    without: Mapping[str, bytes] = field(default_factory=dict)
    copied: bool = False
    conflicts: tuple[Change, ...] = ()
    kept: tuple[Change, ...] = ()
