"""What the check found, for the page: by severity, then by kind."""

from collections.abc import Sequence
from typing import Any

from jobtrack_viz.drawing.phrases import count_of, joined
from jobtrack_viz.model import Problem
from jobtrack_viz.workbook import grouped

__all__ = ["report_of"]

_TITLES = {"error": "Errors", "warning": "Warnings", "note": "Notes"}
_TONES = {"error": "bad", "warning": "odd", "note": "plain"}
_LEADS = {
    "error": "must be put right before anything can be published",
    "warning": "deserve a second look",
    "note": "say what was worked out or left out",
}


def report_of(problems: Sequence[Problem]) -> dict[str, Any]:
    """``lead`` in a sentence, and ``severities`` with their kinds and places."""
    counts = {name: sum(p.severity == name for p in problems) for name in _TITLES}
    said = [count_of(number, name) for name, number in counts.items() if number]
    return {
        "lead": f"The check found {joined(said)}." if said else "The check found nothing.",
        "severities": [_severity(name, problems) for name in _TITLES if counts[name]],
    }


def _severity(name: str, problems: Sequence[Problem]) -> dict[str, Any]:
    return {
        "name": name,
        "title": _TITLES[name],
        "tone": _TONES[name],
        "lead": _LEADS[name],
        "kinds": grouped(problem for problem in problems if problem.severity == name),
    }
