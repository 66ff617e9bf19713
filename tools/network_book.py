"""Write a generated network as a workbook, to be served and looked at.

    python tools/network_book.py large large.xlsx

More than 500 tracks need ``JOBTRACK_LIMIT_TRACKS`` when the workbook is read.
"""

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook

if TYPE_CHECKING:
    from jobtrack_viz.model import Framework

__all__ = ["write_book"]

ROOT = Path(__file__).resolve().parent.parent


def write_book(framework: "Framework", where: Path) -> None:
    """Put tracks, roles and moves on a sheet each; roles are told apart by their ids."""
    book = Workbook(write_only=True)
    about = book.create_sheet("About")
    about.append(["Title", framework.about.title])
    tracks = book.create_sheet("Tracks")
    tracks.append(["Track", "Group"])
    for track in framework.tracks:
        tracks.append([track.name, track.group])
    roles = book.create_sheet("Roles")
    roles.append(["ID", "Role", "Grade", "Track"])
    for role in framework.roles:
        roles.append([role.id, role.title, role.grade, "; ".join(role.tracks)])
    moves = book.create_sheet("Moves")
    moves.append(["From", "To", "Kind", "Both ways"])
    for move in framework.moves:
        both = "yes" if move.both_ways else "no"
        moves.append([move.source, move.target, move.kind, both])
    book.save(where)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    write_book(import_module("tools.networks").generated(sys.argv[1]), Path(sys.argv[2]))
