"""Small pieces that several parts of the page are made of."""

from collections.abc import Iterable
from typing import Any

from dash import html

from jobtrack_viz.metro.colours import night_colour
from jobtrack_viz.model import About, Role
from layouts.outcome import Outcome

__all__ = ["contact", "end_disc", "facts", "goal_link", "heading", "line_style", "plain_list"]


def heading(level: int, *children: Any, **properties: Any) -> html.H2:
    """A heading of the given level."""
    kind = {2: html.H2, 3: html.H3, 4: html.H4}[level]
    return kind(list(children), **properties)


def end_disc(letter: str) -> html.Span:
    """The navy disc of a journey's end, as on the map."""
    return html.Span(letter, className="disc", **{"aria-hidden": "true"})


def facts(*parts: str) -> html.P:
    """Short facts in one line."""
    return html.P([html.Span(part) for part in parts if part], className="facts")


def line_style(colour: str) -> dict[str, str]:
    """What gives a text the colour of its line, on light and on dark paper."""
    return {"--line": colour, "--line-by-night": night_colour(colour)}


def plain_list(items: Iterable[Any], kind: str = "") -> html.Ul:
    """An unordered list."""
    return html.Ul([html.Li(item) for item in items], className=kind)


def goal_link(outcome: Outcome, role: Role) -> html.A:
    """A link to a role: it becomes the goal if a start is known, else the start."""
    start = outcome.start_id
    href = outcome.link(start, role.id) if start else outcome.link(role.id, outcome.goal_id)
    return html.A(role.name, href=href, **{"data-id": role.id})


def contact(about: About, otherwise: str) -> list[Any]:
    """Whom to talk to: a link for an e-mail or web address, else the text as it is."""
    text = about.contact.strip()
    if "@" in text and " " not in text:
        return [html.A(text, href=f"mailto:{text}")]
    if text.startswith(("https://", "http://")):
        return [html.A("the contact for this map", href=text)]
    return [text or otherwise]
