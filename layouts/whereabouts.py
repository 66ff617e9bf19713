"""Which part of the map is shown, in words; and the way to what is not on it."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from jobtrack_viz.atlas import Published
from jobtrack_viz.model import Role
from jobtrack_viz.selection import Selection, select
from jobtrack_viz.views import View
from layouts import html
from layouts.address import VERSION
from layouts.links import link
from layouts.outcome import Outcome, view_of
from layouts.overlay import spots_of
from layouts.words import count_of, joined

__all__ = ["off_the_map", "shown_part"]

_MOST_NAMES = 3


def shown_part(published: Published, outcome: Outcome) -> html.Div:
    """What the picture holds, where it is not simply the whole map."""
    return html.Div([*_shown_part(published, outcome)], className="part", id="part")


def _shown_part(published: Published, outcome: Outcome) -> Iterator[html.P]:
    asked, view = outcome.selection, view_of(published, outcome)
    if outcome.unknown:
        names = joined([f"“{name}”" for name in outcome.unknown[:_MOST_NAMES]], "or")
        yield html.P(f"This map has no track, group or grade {names}.", className="note")
    if asked != view.selection and not _fits(published, asked):
        yield html.P("No role fits what you chose, so everything is shown.", className="note")
    if view.selection != Selection():
        show_all = html.A("Show all", href=f"/{outcome.on(None)}")
        names = _names(asked)
        yield html.P(
            [html.B(names), ": " if names else "", _figures(published, view, asked), " ", show_all]
        )
        if view.instead:
            yield _instead(published, outcome, view)
        elif view.metro is None:
            yield html.P("This is too much for one map. Choose less, or open a line.")
    elif view.metro is None:
        tracks, roles = len(view.framework.tracks), len(view.framework.roles)
        single = tracks == len(view.opening)
        groups = "" if single else f" of {count_of(len(view.opening), 'group')}"
        yield html.P(
            f"{tracks:,} tracks with {roles:,} roles, as an overview{groups}. "
            f"Choose a {'track' if single else 'group'} to open it, or type the title of your role."
        )


def _fits(published: Published, asked: Selection) -> bool:
    return bool(select(published.framework, published.views.groups, asked).roles)


def _names(asked: Selection) -> str:
    names = (*asked.groups, *asked.tracks)
    if len(names) <= _MOST_NAMES:
        return joined(names)
    return f"{', '.join(names[:_MOST_NAMES])} and {len(names) - _MOST_NAMES} more"


def _instead(published: Published, outcome: Outcome, view: View) -> html.P:
    """Why an overview stands where a map was asked for; assets/drawn.js looks again by itself."""
    if view.instead == "failed":
        words = "This part is too large to be drawn as one map. Choose less, open a line, or "
        text = html.A("read it as text", href=f"/text{_version(outcome)}")
        return html.P([words, text, "."], className="note")
    words = "This part of the map is being drawn. Until then it is shown as an overview. "
    again = html.A("Look again", href=f"/{outcome.on(outcome.selection)}", id="look-again")
    state = link(f"/part?{urlencode([*outcome.selection.query, (VERSION, published.id)])}")
    return html.P([words, again], className="note", **{"data-drawn": state})


def _version(outcome: Outcome) -> str:
    return f"?{urlencode({VERSION: outcome.version})}" if outcome.version else ""


def _figures(published: Published, view: View, asked: Selection) -> str:
    """``3 of 11 tracks, 20 roles, grades 5 to 7.``"""
    shown = view.framework
    parts = [
        f"{len(shown.tracks):,} of {count_of(len(published.framework.tracks), 'track')}",
        f"{len(shown.roles):,} {'role' if len(shown.roles) == 1 else 'roles'}",
    ]
    if asked.lowest == asked.highest:
        parts += [f"grade {asked.lowest}"] if asked.lowest else []
    elif asked.lowest and asked.highest:
        parts.append(f"grades {asked.lowest} to {asked.highest}")
    else:
        parts.append(
            f"from grade {asked.lowest}" if asked.lowest else f"up to grade {asked.highest}"
        )
    return ", ".join(parts) + "."


def off_the_map(published: Published, outcome: Outcome) -> list[Any]:
    """Which of the chosen roles or stops have no station on the picture, with a link to them all.

    The link keeps the choice and shows the tracks that the journey runs along, or the groups of
    the chosen roles.
    """
    view = view_of(published, outcome)
    there = spots_of(view) if view.metro is not None else {}
    stops = _stops(published, outcome)
    missing = [role for role in stops if role.id not in there]
    if not missing:
        return []
    wider = _around(published, outcome, stops)
    if view.selection == wider:
        return []
    where = "this part of the map" if view.metro is not None else "the overview"
    if len(stops) == 1:
        words = f"{missing[0].name} has no station on {where}. "
    elif len(missing) == len(stops):
        words = f"None of the {len(stops)} stops has a station on {where}. "
    else:
        words = f"{len(missing)} of {len(stops)} stops are not on {where}. "
        if len(missing) == 1:
            words = f"1 of {len(stops)} stops is not on {where}. "
    way = html.A(
        "Show it on the map" if len(stops) == 1 else "Show all stops on the map",
        href=f"/{outcome.on(wider)}",
    )
    return [html.P([words, way, "."], className="note off-map")]


def _stops(published: Published, outcome: Outcome) -> list[Role]:
    if outcome.journey is not None:
        return [published.framework.role(role_id) for role_id in outcome.journey.stops]
    found = {role.id: role for role in (outcome.start, outcome.goal) if role is not None}
    return list(found.values())


def _around(published: Published, outcome: Outcome, stops: list[Role]) -> Selection:
    """The tracks of a journey's legs and of stops beside them, else the groups of the roles."""
    if outcome.journey is None:
        home = {name: group.name for group in published.views.groups for name in group.tracks}
        wanted = {home[name] for role in stops for name in role.tracks[:1]}
        names = [group.name for group in published.views.groups if group.name in wanted]
        groups = Selection(groups=tuple(names))
        if published.views.fits(groups):
            return groups
        legs: list[str] = []
    else:
        legs = [leg.track for leg in outcome.journey.legs]
    beside = [role.tracks[0] for role in stops if role.tracks and not set(role.tracks) & set(legs)]
    wanted = {*legs, *beside}
    return Selection(tuple(t.name for t in published.framework.tracks if t.name in wanted))
