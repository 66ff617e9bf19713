"""A workbook's bytes become grids of addressed cells, read in a child process that may die."""

import json

from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.asking import Question, ask_child
from jobtrack_viz.workbook.grids import Grid
from jobtrack_viz.workbook.problem_sheet import is_problem_list
from jobtrack_viz.workbook.values import grids_of

__all__ = ["read_grids"]


def read_grids(data: bytes, limits: Limits) -> tuple[Grid, ...]:
    """One grid for each worksheet, hidden ones too, in the workbook's order.

    Chart and dialog sheets are left out, and so is a list of problems from an earlier check. The
    file is only ever opened in a child process, with the limits' memory and time.

    Raises:
        UnreadableWorkbook: it is not a harmless .xlsx within the limits; one sentence says why.
    """
    grids = grids_of(json.loads(ask_child(Question("cells", limits, {"": data}))))
    return tuple(grid for grid in grids if not is_problem_list(grid))
