"""My own levels: the place in the panel for them, and the ladder that they are marked on.

What somebody marks stays in the browser. The page only gets the ranks that the roles ask for, and
assets/marks.js subtracts.
"""

import json
from collections.abc import Mapping
from typing import Any

from jobtrack_viz.atlas import Published
from jobtrack_viz.model import NOT_REQUIRED, Competency, Framework, Role
from layouts import html
from layouts.links import link
from layouts.outcome import Outcome
from layouts.parts import folded, heading

__all__ = ["TITLE", "ladder", "marks_for", "my_own_levels"]

TITLE = "My own levels"
_NONE = "None of these yet"


def my_own_levels(published: Published, outcome: Outcome) -> list[Any]:
    """The folded place where own levels are marked against the goal.

    Empty without a goal, where the goal asks for no level of any competency, and while the screen
    is shared.
    """
    goal = outcome.goal
    if goal is None or not any(goal.levels.values()) or outcome.wishes.present:
        return []
    words = (
        f"Mark your own levels in place of those of a role, and read what {goal.name} asks for "
        "beyond them. It helps a conversation; it is no assessment."
    )
    private = (
        "What you mark stays in this browser. It is never sent, and no link holds it. "
        "Your own marks appear in print while they are shown, not in Word."
    )
    parts = [html.P(words), html.P(private, className="hint")]
    place = marks_for(published, goal, outcome.start)
    return [folded(heading(3, TITLE), parts, "more marks", **place)]


def marks_for(published: Published, goal: Role, start: Role | None = None) -> dict[str, str]:
    """The attributes of an element that assets/marks.js fills: the goal and what it asks for.

    ``data-asks`` and ``data-here`` are JSON objects of ranks by competency: 0 is not required, an
    absent competency is not stated.
    """
    found = {
        "data-marks-for": goal.id,
        "data-goal": goal.name,
        "data-asks": _ranks(goal.levels),
        "data-ladder": link(f"/ladder?version={published.id}"),
    }
    if start is not None and start.id != goal.id:
        found |= {"data-start": start.name, "data-here": _ranks(start.levels)}
    return found


def ladder(framework: Framework) -> dict[str, Any]:
    """Every competency with its levels, lowest first, each with its rank, words and statements."""
    return {
        "none": {"rank": NOT_REQUIRED, "label": _NONE},
        "competencies": [
            {
                "name": competency.name,
                "group": competency.group,
                "definition": competency.definition,
                "levels": _levels(framework, competency),
            }
            for competency in framework.competencies
        ],
    }


def _levels(framework: Framework, competency: Competency) -> list[dict[str, Any]]:
    """The positions that a competency has; those without a word of their own are not its own."""
    found = []
    for rank in range(1, len(framework.scale) + 1):
        if competency.level_names and not competency.level_names[rank - 1]:
            continue
        name = framework.level_name(rank, competency)
        statements = competency.statements[rank - 1] if competency.statements else ()
        label = f"Level {name}" if name[:1].isdigit() else name
        found.append({"rank": rank, "name": name, "label": label, "statements": list(statements)})
    return found


def _ranks(levels: Mapping[str, int]) -> str:
    return json.dumps(dict(levels), ensure_ascii=False, separators=(",", ":"))
