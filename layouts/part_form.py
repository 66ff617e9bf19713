"""Show only some tracks, groups or grades: a form that asks the server, with or without script."""

from collections.abc import Iterator, Mapping
from html import escape

from jobtrack_viz.atlas import Published
from jobtrack_viz.views import MOST_TRACKS
from layouts.address import VERSION, address
from layouts.links import link
from layouts.outcome import Outcome

__all__ = ["part_form"]


def part_form(published: Published, outcome: Outcome) -> str:
    """The form as HTML text: boxes for tracks, or for groups where tracks are very many; grades.

    It stands beside the part of the page that Dash makes; what is chosen on the map goes along in
    hidden fields, which assets/parts.js keeps up to date.
    """
    some = " open" if outcome.unknown else ""
    version = address(None, version=outcome.version)
    home = escape(link("/"))
    everything = f"{home}{escape(version)}" if outcome.version else home
    return (
        f'<details class="part-form" id="part-form"{some}>'
        "<summary><h2>Show a part of the map</h2></summary>"
        f'<form action="{home}" method="get" aria-label="Part of the map">{"".join(_kept(outcome))}'
        f"{_boxes(published, outcome)}"
        f"{_range(published, outcome)}"
        '<div class="actions"><button type="submit" class="button primary">Show only these'
        f'</button><a class="button" href="{everything}">Show all</a></div></form></details>'
    )


def _kept(outcome: Outcome) -> Iterator[str]:
    pick = str(outcome.picked) if outcome.picked > 1 else ""
    for name, value in (("start", outcome.start_id), ("goal", outcome.goal_id), ("pick", pick)):
        off = "" if value else " disabled"
        yield f'<input type="hidden" name="{name}" value="{escape(value or "")}"{off}>'
    if outcome.version:
        yield f'<input type="hidden" name="{VERSION}" value="{escape(outcome.version)}">'
    for name, value in outcome.wishes.query:
        yield f'<input type="hidden" class="wish" name="{name}" value="{escape(value)}">'


def _boxes(published: Published, outcome: Outcome) -> str:
    """Few tracks: a box each. Very many: a box for each group and chosen track, and a search."""
    framework, asked = published.framework, outcome.selection
    groups = {group.name: group.tracks for group in published.views.groups}
    if len(framework.tracks) <= MOST_TRACKS:
        chosen = {*asked.tracks, *(name for group in asked.groups for name in groups[group])}
        names = {track.name: track.status for track in framework.tracks}
        return _fieldset("Tracks", "track", names, chosen)
    others = [name for name in groups if name not in asked.groups]
    options = "".join(f'<option value="{escape(track.name)}">' for track in framework.tracks)
    return (
        _fieldset(
            "Groups of tracks",
            "group",
            dict.fromkeys([*asked.groups, *others], ""),
            set(asked.groups),
        )
        + (
            _fieldset("Single tracks", "track", dict.fromkeys(asked.tracks, ""), set(asked.tracks))
            if asked.tracks
            else ""
        )
        + '<label class="one-track">Add a track <input name="track" type="text" list="tracks" '
        'autocomplete="off" spellcheck="false"></label>'
        f'<datalist id="tracks">{options}</datalist>'
    )


def _fieldset(legend: str, field: str, names: Mapping[str, str], chosen: set[str]) -> str:
    """A box for each name; a status that is not agreed stands behind it."""
    boxes = "".join(
        f'<label><input type="checkbox" name="{field}" value="{escape(name)}"'
        f"{' checked' if name in chosen else ''}> {escape(name)}{_remark(status)}</label>"
        for name, status in names.items()
    )
    return f'<fieldset><legend>{legend}</legend><div class="boxes">{boxes}</div></fieldset>'


def _remark(status: str) -> str:
    return f' <span class="quiet">{status}</span>' if status not in ("", "agreed") else ""


def _range(published: Published, outcome: Outcome) -> str:
    if not published.framework.grades:
        return ""
    lowest = _grades(published, "from", "Lowest grade", outcome.selection.lowest)
    highest = _grades(published, "to", "Highest grade", outcome.selection.highest)
    return f'<div class="grades">{lowest}{highest}</div>'


def _grades(published: Published, field: str, label: str, chosen: str) -> str:
    options = "".join(
        f'<option value="{escape(grade.label)}"{" selected" if grade.label == chosen else ""}>'
        f"{escape(grade.label)}</option>"
        for grade in published.framework.grades
    )
    return (
        f'<label>{label} <select name="{field}"><option value="">any</option>{options}</select>'
        "</label>"
    )
