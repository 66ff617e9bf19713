"""Charts of levels, drawn when somebody asks: along a journey, and the matrix of a track."""

from collections.abc import Mapping, Sequence
from typing import Any

from jobtrack_viz.drawing.charts import (
    gap_figure,
    largest_changes,
    levels_figure,
    rows_of_levels,
)
from jobtrack_viz.drawing.comparison_words import stop_marks
from jobtrack_viz.model import Framework, Role, Track
from layouts import html
from layouts.level_tables import (
    MOST_CELLS,
    MOST_ROWS,
    gap_table,
    hints,
    levels_table,
    parts_shown,
    picture,
)
from layouts.outcome import Outcome
from layouts.parts import heading
from layouts.track_matrix import roles_of, track_matrix
from layouts.words import count_of

__all__ = ["chart_buttons", "levels_asked_for"]


def chart_buttons(framework: Framework, outcome: Outcome) -> list[Any]:
    """A button for each chart of this answer, none of them pressed; nothing without any levels.

    assets/charts.js asks for the chart of the one that is pressed, and keeps it pressed.
    """
    parts: list[Any] = []
    if _has_journey(framework, outcome):
        parts.append(_button("Show the levels along the way", "journey", ""))
    if tracks := _tracks(framework, outcome):
        told = html.Span("The language matrix of ", className="unseen")
        title = html.Span("The language matrix of", **{"aria-hidden": "true"})
        buttons = [_button([told, track.name], "track", track.name) for track in tracks]
        parts.append(html.Div([title, *buttons], className="of-tracks"))
    return parts


def levels_asked_for(framework: Framework, outcome: Outcome, asked: Mapping[str, Any]) -> list[Any]:
    """The charts that a button stands for, with their tables; nothing for any other wish."""
    if asked.get("chart") == "journey" and _has_journey(framework, outcome):
        return _along_the_way(framework, outcome)
    if asked.get("chart") == "track":
        for track in _tracks(framework, outcome):
            if track.name == asked.get("name"):
                return track_matrix(framework, outcome, track)
    return []


def _button(words: Any, chart: str, name: str) -> html.Button:
    told = {"data-chart": chart, "data-name": name, "aria-pressed": "false"}
    return html.Button(words, type="button", className="button", **told)


def _has_journey(framework: Framework, outcome: Outcome) -> bool:
    """True if two roles are compared and a stop between them or one of them states a level."""
    return outcome.comparison is not None and any(
        role.levels for role in _stops(framework, outcome)[0]
    )


def _tracks(framework: Framework, outcome: Outcome) -> list[Track]:
    """The tracks of the chosen roles on which a role states a level."""
    names = {name for role in (outcome.start, outcome.goal) if role for name in role.tracks}
    return [
        track
        for track in framework.tracks
        if track.name in names and any(role.levels for role in roles_of(framework, track))
    ]


def _stops(framework: Framework, outcome: Outcome) -> tuple[list[Role], list[str]]:
    if outcome.journey is not None:
        roles = [framework.role(role_id) for role_id in outcome.journey.stops]
        return roles, stop_marks(outcome.journey)
    return [role for role in (outcome.start, outcome.goal) if role], ["A", "B"]


def _along_the_way(framework: Framework, outcome: Outcome) -> list[Any]:
    """What differs from start to goal, then the levels of every stop."""
    roles, marks = _stops(framework, outcome)
    rows = rows_of_levels(framework, roles)
    in_table = rows[: MOST_CELLS // len(roles)]
    in_picture = in_table[:MOST_ROWS]
    stated = len({name for role in roles for name in role.levels})
    hidden = count_of(stated - len(rows), "competency", "competencies")
    words = [f"Not shown: {hidden} that only one role in between states."]
    words = words if len(rows) < stated else []
    words += parts_shown("picture", (len(in_picture), len(rows)))
    words += parts_shown("table", (len(in_table), len(rows)))
    heads = [[html.B(mark), f" {role.name}"] for role, mark in zip(roles, marks, strict=True)]
    name = "Levels along the way"
    return [
        heading(3, "The levels along the way"),
        *_differences(framework, outcome, [heads[0], heads[-1]]),
        heading(4, "At every stop" if len(roles) > 2 else "All levels"),
        *hints(words),
        picture(levels_figure(framework, in_picture, marks), name, outcome.address),
        levels_table(framework, in_table, heads, name),
    ]


def _differences(framework: Framework, outcome: Outcome, heads: Sequence[Any]) -> list[Any]:
    """The gap chart and its table; nothing where no level differs."""
    comparison = outcome.comparison
    changes = (*comparison.develop, *comparison.ease) if comparison else ()
    if comparison is None or not changes:
        return []
    in_table = largest_changes(changes, MOST_CELLS // 3)
    in_picture = largest_changes(changes, MOST_ROWS)
    words = parts_shown("picture", (len(in_picture), len(changes)), which="the largest differences")
    words += parts_shown("table", (len(in_table), len(changes)))
    if unknown := len(comparison.not_stated):
        only = count_of(unknown, "competency", "competencies")
        words.append(f"Left out: {only} that only one of the roles states.")
    name = "Where the levels differ"
    return [
        heading(4, name),
        *hints(words),
        picture(gap_figure(framework, in_picture), name, outcome.address),
        gap_table(framework, in_table, heads, name),
    ]
