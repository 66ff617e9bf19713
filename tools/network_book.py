"""Write a generated network as a workbook, to serve and look at: ``network_book.py large big.xlsx``.

More than 500 tracks need ``JOBTRACK_LIMIT_TRACKS`` when the workbook is read.
"""

import sys
from pathlib import Path

from openpyxl import Workbook

sys.path[:0] = [str(Path(__file__).resolve().parent.parent), str(Path(__file__).resolve().parent)]

from networks import generated

from jobtrack_viz.model import Framework

__all__ = ["write_book"]


def write_book(framework: Framework, where: Path) -> None:
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
    write_book(generated(sys.argv[1]), Path(sys.argv[2]))
