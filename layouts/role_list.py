"""Every role by track and grade, as links: the map for thumbs, eyes and screen readers alike."""

from urllib.parse import urlencode

from jobtrack_viz.atlas import Published
from jobtrack_viz.drawing.phrases import status_in_words, track_facts
from jobtrack_viz.model import Role, Track
from jobtrack_viz.views import View
from layouts import html, ids
from layouts.address import VERSION
from layouts.outcome import Outcome, view_of
from layouts.parts import goal_link, heading, line_style
from layouts.words import count_of, sentence_case

__all__ = ["role_list"]


def role_list(published: Published, outcome: Outcome) -> html.Details:
    """What the map shows, as a list: folded once something is chosen, open before.

    On an overview it lists the groups instead, so that the first answer stays small.
    """
    view = view_of(published, outcome)
    if view.metro is None:
        rows = "tracks" if len(view.opening) == len(view.framework.tracks) else "groups of tracks"
        all_or_these = "All" if view is published.views.whole else "These"
        title = f"{all_or_these} {rows}"
        listed: list[html.Element] = [_groups(view, outcome)]
    else:
        title = "All roles by track" if view is published.views.whole else "These roles by track"
        roles = {role.id: role for role in view.framework.roles}
        listed = [
            _track(number, track, [roles[role_id] for role_id in track.roles], outcome, colour)
            for number, track in enumerate(view.framework.tracks)
            for colour in [published.colours.get(track.name, "")]
        ]
    return html.Details(
        [html.Summary(heading(2, title)), *listed],
        id=ids.ROLES,
        open=not (outcome.start or outcome.goal),
        className="role-list",
    )


def _groups(view: View, outcome: Outcome) -> html.Element:
    """Each row of an overview as a link that opens it."""
    version = f"&{urlencode({VERSION: outcome.version})}" if outcome.version else ""
    items = []
    for line in getattr(view.drawn, "lines", ()):
        several = len(view.opening) < len(view.framework.tracks)
        tracks = f" {count_of(len(line.group.tracks), 'track')}," if several else ""
        words = f"{tracks} {count_of(line.roles, 'role')}"
        link = html.A(line.group.name, href=view.opening[line.group.name] + version)
        items.append(html.Li([link, html.Span(words, className="quiet")]))
    return html.Ul(items, className="groups")


def _track(
    number: int, track: Track, roles: list[Role], outcome: Outcome, colour: str
) -> html.Section:
    """One track; its heading has the number that the map's line has, for assets/isolate.js."""
    lowest_first = sorted(roles, key=lambda role: (role.rank is None, role.rank or 0))
    items = [html.Li([goal_link(outcome, role), *_status(role)]) for role in lowest_first]
    named = heading(3, track.name, **{"data-track": str(number)})
    words = track_facts(track)
    told = [html.P(sentence_case(words), className="quiet")] if words else []
    return html.Section([named, *told, html.Ul(items)], style=line_style(colour))


def _status(role: Role) -> list[html.Span]:
    words = status_in_words(role)
    return [html.Span(f" {words}", className="quiet")] if words else []
