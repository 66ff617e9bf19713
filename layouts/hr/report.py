"""What the check found, for the page: by severity, then by kind."""

from collections.abc import Sequence
from typing import Any

from jobtrack_viz.drawing.phrases import count_of, joined
from jobtrack_viz.model import Problem
from jobtrack_viz.workbook.words import sentence

__all__ = ["report_of"]

_SHOWN = 100
"""Places of one kind on the page."""
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
    kinds = _kinds([problem for problem in problems if problem.severity == name])
    return {
        "name": name,
        "title": _TITLES[name],
        "tone": _TONES[name],
        "lead": _LEADS[name],
        "kinds": kinds,
    }


def _kinds(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """Problems with the same words together, in the order of the first of each."""
    by_code: dict[str, list[Problem]] = {}
    for problem in problems:
        by_code.setdefault(problem.code, []).append(problem)
    return [
        {
            "heading": code.replace("-", " ").capitalize(),
            "count": len(found),
            "found": [_place(problem) for problem in found[:_SHOWN]],
            "more": f"And {len(found) - _SHOWN} more." if len(found) > _SHOWN else "",
        }
        for code, found in by_code.items()
    ]


def _place(problem: Problem) -> dict[str, str]:
    return {
        "sheet": problem.sheet or "",
        "cell": problem.cell or "",
        "sentence": sentence(problem),
    }
