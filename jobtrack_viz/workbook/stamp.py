"""The line by which a downloaded workbook tells which version of the map it was made from."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from jobtrack_viz.workbook.grids import Grid

__all__ = ["Stamp", "is_stamp", "stamp_text", "stamped_sheets", "the_stamp"]

_LINE = re.compile(
    r"version (?P<version>[\w.-]{1,64}) of (?P<at>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ), "
    r"check (?P<sha256>[0-9a-f]{64})"
)
_WRITTEN = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A version's id, a sum of its framework, and when it was published.

    ``at`` is aware; seconds are the finest that a workbook keeps.
    """

    version: str
    sha256: str
    at: datetime


def stamp_text(stamp: Stamp) -> str:
    """The line as it stands in a cell: plain text, which every program keeps."""
    at = stamp.at.astimezone(UTC).strftime(_WRITTEN)
    return f"version {stamp.version} of {at}, check {stamp.sha256}"


def is_stamp(line: str) -> bool:
    """True for such a line."""
    return _stamp(line) is not None


def stamped_sheets(grids: Iterable[Grid]) -> dict[str, Stamp]:
    """The sheets that hold such a line, by name; of several lines of a sheet the first counts."""
    found: dict[str, Stamp] = {}
    for grid in grids:
        for cell in grid.cells.values():
            stamp = _stamp(cell.line)
            if stamp is not None:
                found.setdefault(grid.name, stamp)
    return found


def the_stamp(stamps: Sequence[Stamp]) -> Stamp | None:
    """The earliest of several workbooks' stamps.

    What was published after it may be missing from one of the workbooks, and must not be lost.
    """
    return min(stamps, key=lambda stamp: (stamp.at, stamp.version), default=None)


def _stamp(line: str) -> Stamp | None:
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    try:
        at = datetime.strptime(found["at"], _WRITTEN).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Stamp(found["version"], found["sha256"], at)
