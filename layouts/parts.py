"""Small pieces that several parts of the page are made of."""

from collections.abc import Iterable, Sequence
from typing import Any

from dash import dcc

from jobtrack_viz.metro.colours import night_colour
from jobtrack_viz.model import About, Role
from jobtrack_viz.workbook.text import is_web_address
from layouts import html
from layouts.outcome import Outcome

__all__ = [
    "MOST_ITEMS",
    "contact",
    "disc",
    "facts",
    "folded",
    "goal_link",
    "half_heading",
    "heading",
    "line_style",
    "long_list",
    "outward",
    "paragraphs",
    "plain_list",
    "search_field",
]

MOST_ITEMS = 25
"""Items that a reader can survey in one list."""
_HEADINGS: list[type[html.Element]] = [html.H1, html.H2, html.H3, html.H4, html.H5, html.H6]


def heading(level: int, *children: Any, **properties: Any) -> html.Element:
    """A heading of the given level, at least 2; below the sixth there is no other."""
    return _HEADINGS[min(level, 6) - 1](list(children), **properties)


def half_heading(title: str, what: str) -> html.Element:
    """The heading of one half of a comparison, and what that half is about."""
    return heading(3, title, html.Span(f" ({what})", className="quiet"))


def folded(
    title: Any, content: Sequence[Any], kind: str = "more", **properties: Any
) -> html.Details:
    """What waits behind its title until somebody wants it; on paper it is open."""
    return html.Details([html.Summary(title), *content], className=kind, **properties)


def disc(mark: str) -> html.Span:
    """The disc of a stop, as on the map: navy with a letter for an end, a ring with a number."""
    kind = "disc" if mark in "AB" else "disc via"
    return html.Span(mark, className=kind, **{"aria-hidden": "true"})


def search_field(name: str, label: Any, hint: str, options: str, value: str) -> list[Any]:
    """A text field that offers a list of names, with its label."""
    return [
        html.Label(label, htmlFor=name),
        dcc.Input(
            id=name,
            name=name,
            value=value,
            type="text",
            list=options,
            placeholder=hint,
            autoComplete="off",
            spellCheck="false",
        ),
    ]


def facts(*parts: str) -> html.P:
    """Short facts in one line."""
    return html.P([html.Span(part) for part in parts if part], className="facts")


def line_style(colour: str) -> dict[str, str]:
    """What gives a text the colour of its line, on light and on dark paper."""
    return {"--line": colour, "--line-by-night": night_colour(colour)}


def plain_list(items: Iterable[Any], kind: str = "") -> html.Ul:
    """An unordered list."""
    return html.Ul([html.Li(item) for item in items], className=kind)


def long_list(items: Sequence[Any], kind: str = "") -> list[Any]:
    """An unordered list; what comes after its first 25 items is folded."""
    parts: list[Any] = [plain_list(items[:MOST_ITEMS], kind)]
    if rest := items[MOST_ITEMS:]:
        parts.append(folded(f"{len(rest)} more", [plain_list(rest, kind)], "fold"))
    return parts


def paragraphs(lines: Iterable[str]) -> list[html.P]:
    """A paragraph for each line."""
    return [html.P(line) for line in lines]


def outward(words: str, address: str) -> list[html.P]:
    """A link to an address of the web; nothing for any other text."""
    if not is_web_address(address):
        return []
    return [html.P(html.A(words, href=address))]


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
    if is_web_address(text):
        return [html.A("the contact for this map", href=text)]
    return [text or otherwise]
