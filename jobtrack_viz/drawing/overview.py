"""The overview as one SVG without styles and scripts: each group's row is a link that opens it."""

from collections.abc import Iterator, Mapping

from jobtrack_viz.drawing.phrases import count_of
from jobtrack_viz.drawing.rounding import number
from jobtrack_viz.drawing.tags import group, rect, tag, text_lines
from jobtrack_viz.metro.colours import night_colour
from jobtrack_viz.metro.overview import LAYOUT, Count, GroupLine, Overview, Strand
from jobtrack_viz.metro.shapes import Zone
from jobtrack_viz.model import Framework

__all__ = ["draw_overview"]

_GROUPS = "A thick line is a group of tracks; its numbers count the roles at each grade."
_TRACKS = "A thick line is a track; its numbers count the roles at each grade."
_KEY, _NUMBER = 14.0, 13.0
_HEADINGS_BELOW = 1100.0
"""From this height on, the grades are named at the foot too."""
_ROUND = number(LAYOUT.mark)
_BASELINE = 0.34
"""How far below its middle a text of size 1 stands on its line."""


def draw_overview(
    overview: Overview, framework: Framework, colours: Mapping[str, str], links: Mapping[str, str]
) -> str:
    """The whole overview. ``links`` is the address that opens each group, by its name."""
    width, height = number(overview.width), number(overview.height)
    single = all(_is_track(line) for line in overview.lines)
    rows = count_of(len(overview.lines), "track" if single else "group")
    roles = count_of(len(framework.roles), "role")
    return tag(
        "svg",
        {
            "id": "map",
            "class": "map overview",
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {width} {height}",
            "width": width,
            "height": height,
            "role": "group",
            "aria-label": f"{framework.about.title}: overview of {rows}, {roles}",
        },
        group("legend", [_key(_TRACKS if single else _GROUPS)]),
        group("zones", _zones(overview)),
        tag(
            "g",
            {"class": "groups", "font-size": number(_NUMBER)},
            *(_row(line, colours, links[line.group.name]) for line in overview.lines),
        ),
        tag("g", {"id": "journey", "aria-hidden": "true"}),
    )


def _key(words: str) -> str:
    place = {"x": number(LAYOUT.margin), "y": number(LAYOUT.top - 18)}
    return tag("text", {"class": "key", **place, "font-size": number(_KEY)}, words)


def _zones(overview: Overview) -> Iterator[str]:
    for i, zone in enumerate(overview.zones):
        kind = "zone-odd" if i % 2 else "zone-even"
        yield rect(f"zone {kind}", zone.left, overview.top, zone.right, overview.bottom)
    for zone in overview.zones:
        yield _heading(zone, overview.top + LAYOUT.heading - 14)
        if overview.bottom - overview.top > _HEADINGS_BELOW:
            yield _heading(zone, overview.bottom - 12)


def _heading(zone: Zone, y: float) -> str:
    place = {"x": number(zone.label_x), "y": number(y), "data-x": number(zone.left + 8)}
    size = {"font-size": number(LAYOUT.zone_name), "text-anchor": "middle"}
    return text_lines("zone-name", (zone.label,), zone.label_x, y, 0, {**place, **size})


def _row(line: GroupLine, colours: Mapping[str, str], href: str) -> str:
    """A link over the whole row: hit area, strands, counts, name.

    Heights count from the row's upper edge, so that rows are alike and hundreds of them travel
    well compressed.
    """
    row = line.row
    place = {"transform": f"translate(0 {number(row.top)})"}
    return tag(
        "a",
        {"class": "group", "href": href, **place, "aria-label": _spoken(line)},
        rect("hit", row.left + 6, 2, row.right - 6, row.bottom - row.top - 2, rx="6"),
        *(_strand(strand, row.top, colours) for strand in line.strands),
        *(_mark(count, row.top) for count in line.counts),
        _name(line),
    )


def _strand(strand: Strand, top: float, colours: Mapping[str, str]) -> str:
    """A stretch of line; of a single grade, it reaches a little beyond its mark.

    Its ``stroke`` is the colour by day, its ``color`` that by night, which styles take instead.
    """
    left, right = strand.left, strand.right
    if left == right:
        left, right = left - 2 * LAYOUT.mark, right + 2 * LAYOUT.mark
    way = {
        "stroke-width": number(strand.width),
        "d": f"M{number(left)},{number(strand.y - top)}H{number(right)}",
    }
    if not strand.track:
        return tag("path", {"class": "strand many", **way})
    colour = colours[strand.track]
    both = {"stroke": colour, "color": night_colour(colour)}
    return tag("path", {"class": "strand", **both, **way})


def _mark(count: Count, top: float) -> str:
    box = count.box
    middle = (box.left + box.right) / 2
    y = (box.top + box.bottom) / 2 - top + _NUMBER * _BASELINE
    place = {"x": number(middle), "y": number(y), "text-anchor": "middle"}
    body = rect("mark", box.left, box.top - top, box.right, box.bottom - top, rx=_ROUND)
    return body + tag("text", {"class": "count", **place}, str(count.roles))


def _name(line: GroupLine) -> str:
    """The name with its figures, on a ground of its own: it may stay in view over the line."""
    box, top = line.name_box, line.row.top
    first = box.top - top + LAYOUT.name_line * 0.75
    last = first + LAYOUT.name_line * (len(line.lines) - 1) + LAYOUT.facts_line
    named = {"font-size": number(LAYOUT.name)}
    return tag(
        "g",
        {"class": "label"},
        rect("ground", 0, 0, box.right, line.row.bottom - top, fill="none"),
        text_lines("name", line.lines, box.left, first, LAYOUT.name_line, named),
        tag("text", {"class": "facts", "x": number(box.left), "y": number(last)}, _facts(line)),
    )


def _facts(line: GroupLine) -> str:
    roles = count_of(line.roles, "role")
    return roles if _is_track(line) else f"{count_of(len(line.group.tracks), 'track')}, {roles}"


def _is_track(line: GroupLine) -> bool:
    """True for a row that is one track and not named otherwise."""
    return line.group.tracks == (line.group.name,)


def _spoken(line: GroupLine) -> str:
    """Name and figures as they are seen, then the numbers at the grades in words."""
    counts = [f"{count_of(count.roles, 'role')} {_at(count)}" for count in line.counts]
    return f"{line.group.name}, {_facts(line)}: {', '.join(counts)}"


def _at(count: Count) -> str:
    """A zone's heading within a sentence."""
    if count.rank is None:
        return "without a grade"
    grade = count.grade
    return f"at {grade[0].lower()}{grade[1:]}" if grade.startswith("Grade ") else f"at {grade}"
