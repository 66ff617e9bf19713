"""A small framework made of values: every kind of role, move and skill, and nothing else."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from jobtrack_viz.model import (
    About,
    Competency,
    Framework,
    Grade,
    Move,
    Role,
    Skill,
    Track,
)

# Importing the application starts it; what it shows then must not be the developer's database.
os.environ.setdefault(
    "JOBTRACK_WORKBOOK", str(Path(__file__).resolve().parent.parent / "data" / "sample.xlsx")
)

NAMES = ("Listening", "Deciding", "Planning")


def role(role_id: str, grade: str, tracks: tuple[str, ...], levels: str, **more: object) -> Role:
    """A role whose levels are written as one digit a competency; ``-`` is not stated."""
    ranks = {name: int(digit) for name, digit in zip(NAMES, levels, strict=True) if digit != "-"}
    title = role_id.replace("-", " ").capitalize()
    return Role(role_id, title, grade, float(grade) - 4, tracks, ranks, **more)


@pytest.fixture
def framework() -> Framework:
    """Two tracks that share their lowest role, and a third that nothing leads to."""
    return Framework(
        about=About(title="Careers", institution="A place", contact="hr@example.org"),
        scale=("Low", "Medium", "High"),
        grades=tuple(Grade(label, rank) for rank, label in enumerate("456")),
        tracks=(
            Track("Desk", ("trainee", "adviser", "desk-lead")),
            Track("Code", ("trainee", "coder", "senior-coder")),
            Track("Island", ("keeper",)),
        ),
        roles=(
            role("trainee", "4", ("Desk", "Code"), "111", aliases=("Apprentice",)),
            role("adviser", "5", ("Desk",), "211", aliases=("Helpdesk officer", "Officer")),
            role("desk-lead", "6", ("Desk",), "222", status="closed"),
            role("coder", "5", ("Code",), "211", aliases=("Programmer", "Officer")),
            role("senior-coder", "6", ("Code",), "32-", summary="Shapes <b>systems</b>."),
            role("keeper", "6", ("Island",), "112", status="planned"),
        ),
        competencies=tuple(
            Competency(
                name,
                "Thinking",
                statements=tuple((f"{name} at level {level}.",) for level in (1, 2, 3)),
            )
            for name in NAMES
        ),
        moves=(
            Move("adviser", "coder", "transfer", both_ways=True, note="After a trial month."),
            Move("adviser", "senior-coder", "step up"),
        ),
        skills=(
            Skill("Telephone manner", ("Desk",)),
            Skill("Patience", ("Desk", "Code")),
            Skill("Python", ("Code",), technology=True),
            Skill("A degree", (), ("senior-coder",), category="qualification"),
        ),
    )


@pytest.fixture
def texts_of() -> Callable[[object], str]:
    """The words of a component, as a reader meets them, separated by one space."""

    def words(node: object) -> str:
        if node is None or isinstance(node, bool):
            return ""
        if isinstance(node, list | tuple):
            return " ".join(filter(None, (words(child) for child in node)))
        if hasattr(node, "to_plotly_json"):
            node = node.to_plotly_json()
        if isinstance(node, dict):
            return words(node["props"].get("children"))
        return " ".join(str(node).split())

    return words
