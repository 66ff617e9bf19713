"""The journey's strip as SVG, without styles: its look is in assets/plan.css."""

from collections.abc import Iterator

from jobtrack_viz.drawing.rounding import number
from jobtrack_viz.drawing.tags import tag, text_lines
from jobtrack_viz.export.strip import Strip, StripLeg, StripStop, StripText
from jobtrack_viz.metro.colours import night_colour

__all__ = ["strip_svg"]


def strip_svg(strip: Strip, kind: str = "") -> str:
    """A picture with a text alternative; ``kind`` is one more class."""
    width, height = number(strip.width), number(strip.height)
    return tag(
        "svg",
        {
            "class": f"strip {kind}".rstrip(),
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {width} {height}",
            "width": width,
            "height": height,
            "role": "img",
            "aria-label": strip.in_words,
        },
        *(edge for leg in strip.legs for edge in _edges(leg)),
        *(way for leg in strip.legs for way in _ways(leg)),
        *(_stop(stop) for stop in strip.stops),
        *(_text("strip-name", text) for text in strip.names),
        *(_text("strip-way-name", text) for text in strip.ways),
        *(_text("strip-detail", text) for text in strip.details),
    )


def _edges(leg: StripLeg) -> Iterator[str]:
    if leg.look is not None:
        yield from _paths(leg, "strip-edge")


def _ways(leg: StripLeg) -> Iterator[str]:
    if leg.look is None:
        yield from _paths(leg, "strip-walk possible" if leg.possible else "strip-walk")
        return
    yield from _paths(leg, "strip-way by-day", leg.look.colour)
    yield from _paths(leg, "strip-way by-night", night_colour(leg.look.colour))
    if leg.look.cored:
        yield from _paths(leg, "strip-core")


def _paths(leg: StripLeg, kind: str, colour: str = "") -> Iterator[str]:
    for a, b in leg.stretches:
        line = f"M{number(a.x)},{number(a.y)}H{number(b.x)}"
        yield tag("path", {"class": kind, "d": line, "stroke": colour})


def _stop(stop: StripStop) -> str:
    x, y = number(stop.at.x), number(stop.at.y)
    kind = "end" if stop.end else "via"
    middle = {"x": x, "y": number(stop.at.y + stop.radius * 0.4), "text-anchor": "middle"}
    ring = {"class": f"strip-{kind}", "cx": x, "cy": y, "r": number(stop.radius)}
    return tag("circle", ring) + tag("text", {"class": f"strip-{kind}-mark", **middle}, stop.mark)


def _text(kind: str, text: StripText) -> str:
    (_, first), *_rest = text.baselines
    step = [y for _, y in text.baselines][1] - first if len(text.lines) > 1 else 0.0
    more = {"text-anchor": "middle", "font-size": number(text.size)}
    return text_lines(kind, text.lines, text.x, first, step, more)
