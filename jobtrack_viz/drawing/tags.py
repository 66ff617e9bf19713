"""SVG elements as text; every text and attribute is escaped here."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from jobtrack_viz.drawing.rounding import number

__all__ = ["group", "rect", "tag", "text_lines"]


def tag(name: str, attributes: Mapping[str, str], *content: str) -> str:
    """An element: ``content`` is markup, attributes are plain text; empty ones are left out."""
    listed = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{listed}>{''.join(content)}</{name}>"


def group(name: str, content: Iterable[str]) -> str:
    """Decoration: a group that screen readers skip."""
    return tag("g", {"class": name, "aria-hidden": "true"}, *content)


def rect(name: str, left: float, top: float, right: float, bottom: float, **more: str) -> str:
    """An upright rectangle."""
    place = {
        "x": number(left),
        "y": number(top),
        "width": number(right - left),
        "height": number(bottom - top),
    }
    return tag("rect", {"class": name, **place, **more})


def text_lines(
    name: str,
    lines: Sequence[str],
    x: float,
    y: float,
    step: float,
    more: Mapping[str, str],
) -> str:
    """Text on several lines, with a space after each, so that words stay apart when read.

    Lines that are not flush left would be moved by a space of their own: there it has a place to
    itself.
    """
    flush = more.get("text-anchor", "") in ("", "start")
    places = [{"x": number(x), "y": number(y + step * i)} for i in range(len(lines))]
    spans = [
        tag("tspan", place, escape(line) + " ")
        if flush
        else tag("tspan", place, escape(line)) + tag("tspan", place, " ")
        for place, line in zip(places, lines, strict=True)
    ]
    return tag("text", {"class": name, **more}, *spans)
