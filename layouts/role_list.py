"""Every role by track and grade, as links: the map for thumbs, eyes and screen readers alike."""

from dash import html

from jobtrack_viz.atlas import Published
from jobtrack_viz.model import Role
from layouts import ids
from layouts.outcome import Outcome
from layouts.parts import goal_link, heading, line_style

__all__ = ["role_list"]


def role_list(published: Published, outcome: Outcome) -> html.Details:
    """A folded list once something is chosen; open before."""
    chosen = outcome.start or outcome.goal
    start = outcome.start.id if outcome.start else None
    roles = {role.id: role for role in published.framework.roles}
    groups = [
        _group(track.name, [roles[role_id] for role_id in track.roles], start, colour)
        for track in published.framework.tracks
        for colour in [published.metro.colours.get(track.name, "")]
    ]
    return html.Details(
        [html.Summary(heading(2, "All roles by track")), *groups],
        id=ids.ROLES,
        open=not chosen,
        className="role-list",
    )


def _group(track: str, roles: list[Role], start: str | None, colour: str) -> html.Section:
    lowest_first = sorted(roles, key=lambda role: (role.rank is None, role.rank or 0))
    items = [html.Li([goal_link(start, role), *_status(role)]) for role in lowest_first]
    return html.Section([heading(3, track), html.Ul(items)], style=line_style(colour))


def _status(role: Role) -> list[html.Span]:
    words = {"closed": " no longer recruited to", "planned": " planned"}.get(role.status)
    return [html.Span(words, className="quiet")] if words else []
