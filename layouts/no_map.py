"""Why there is no map, in plain words."""

from jobtrack_viz.atlas import MapNotReady
from jobtrack_viz.model import Problem
from jobtrack_viz.workbook.words import sentence

__all__ = ["why_no_map"]

_MOST_SHOWN = 200


def why_no_map(error: MapNotReady) -> tuple[list[str], list[str]]:
    """What happened and what to do, then each error with its address."""
    errors = [problem for problem in error.problems if problem.severity == "error"]
    sentences = [str(error)]
    if errors:
        sentences.append("Correct the cells below in Excel, save, and reload this page.")
    else:
        sentences.append("Once a workbook that can be read is in its place, reload this page.")
    items = [_line(problem) for problem in errors[:_MOST_SHOWN]]
    if len(errors) > _MOST_SHOWN:
        items.append(f"And {len(errors) - _MOST_SHOWN} more.")
    return sentences, items


def _line(problem: Problem) -> str:
    place = " ".join(part for part in (problem.sheet, problem.cell) if part)
    return f"{place}: {sentence(problem)}" if place else sentence(problem)
