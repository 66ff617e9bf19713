"""How somebody wants to travel: the further fields of the planner, and what is set in them."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from jobtrack_viz.atlas import Published
from jobtrack_viz.network import links
from jobtrack_viz.views import MOST_TRACKS
from jobtrack_viz.workbook.text import closest
from layouts import html, ids
from layouts.address import MOST_VIA, Wishes
from layouts.outcome import Outcome
from layouts.parts import search_field
from layouts.words import joined

__all__ = ["answers", "fields", "in_force", "texts", "track_options", "unfit"]

_QUESTIONS = (
    (ids.PEOPLE, "Roles that manage people", "fine", "avoid", "no"),
    (ids.DOWN, "A move down on the way", "avoid", "allow", "1"),
    (ids.POSSIBLE, "Moves nobody has described", "do not count", "count", "1"),
)
"""Name, question, the answer that is no wish, the one that is, and its value in an address."""
_NEAREST = 3


def fields(published: Published, outcome: Outcome) -> html.Details:
    """The further wishes behind one line: what is set stands below it, so it opens for more."""
    avoid = html.Div(
        search_field("avoid", "Avoid", "Track", ids.TRACKS, ""),
        className="field",
        hidden="avoid" not in _offers(published),
    )
    return html.Details(
        [
            html.Summary("Via, avoid and more", id=ids.FURTHER),
            html.Div(
                search_field("via", "Via", "Role or old job title", ids.TITLES, _unclear(outcome)),
                className="field",
            ),
            avoid,
            *_questions(published, outcome),
        ],
        className="further",
        open=bool(_unclear(outcome)),
    )


def answers(outcome: Outcome) -> list[list[html.Option]]:
    """The two answers to each question, the wished one chosen; questions in their order."""
    return [
        [html.Option(no, value=""), html.Option(yes, value=value, selected=chosen)]
        for (_, _, no, yes, value), chosen in zip(_QUESTIONS, _chosen(outcome), strict=True)
    ]


def _questions(published: Published, outcome: Outcome) -> list[html.Label]:
    """A question for each wish with two answers; those that make no difference here are hidden."""
    return [
        html.Label(
            [html.Span(question), html.Select(options, id=name, name=name)],
            className="choose",
            hidden=name not in _offers(published),
        )
        for (name, question, *_), options in zip(_QUESTIONS, answers(outcome), strict=True)
    ]


def _chosen(outcome: Outcome) -> tuple[bool, bool, bool]:
    return outcome.wishes.people, outcome.wishes.down, outcome.wishes.possible


def in_force(published: Published, outcome: Outcome) -> list[Any]:
    """What is set, each with one click to take it away, and hidden fields that keep it.

    Without a script the form also keeps the part of the map that is shown, and its version.
    """
    found = _set(published, outcome)
    chips = [
        html.Li(
            html.A(
                [
                    html.Span("Remove: ", className="unseen"),
                    words,
                    html.Span("×", className="cross", **{"aria-hidden": "true"}),
                ],
                href=outcome.link(outcome.start_id, outcome.goal_id, wishes=without),
                className="chip",
            )
        )
        for words, without in found
    ]
    wishes = outcome.wishes
    pairs = [("via", role) for role in wishes.via] + [("avoid", track) for track in wishes.avoid]
    hidden = [
        html.Select(html.Option(value, value=value), name=name, hidden=True)
        for name, value in (*pairs, *outcome.frame)
    ]
    return [*([html.Ul(chips, className="chips")] if chips else []), *hidden]


def texts(outcome: Outcome) -> tuple[str, str]:
    """What the searches for a role to pass and a track to avoid show: what was not understood."""
    return _unclear(outcome), ""


def track_options(published: Published) -> html.Datalist | str:
    """The names of tracks that the search for one offers; very many stand in another form."""
    tracks = published.framework.tracks
    if not 1 < len(tracks) <= MOST_TRACKS:
        return ""
    return html.Datalist([html.Option(value=track.name) for track in tracks], id=ids.TRACKS)


def unfit(published: Published, outcome: Outcome) -> Iterator[html.P]:
    """A friendly sentence about each wish that could not be taken, or makes no difference."""
    for kind, name in outcome.unfit:
        yield html.P(_remark(published, outcome, kind, name), className="note")
    if not outcome.journeys or outcome.goal is None:
        return
    for role_id in (*outcome.wishes.via, outcome.goal.id):
        role = published.framework.role(role_id)
        if role.tracks and set(role.tracks) <= set(outcome.wishes.avoid):
            words = f"{role.name} is on {joined(role.tracks)}, which you avoid. "
            more = "Since you named it, every journey goes there all the same."
            yield html.P(words + more, className="note")


def _remark(published: Published, outcome: Outcome, kind: str, name: str) -> list[Any]:
    if kind == "end":
        return [f"{name} is an end of your journey, so every journey passes it anyway."]
    if kind == "many":
        return [
            f"A journey can pass at most {MOST_VIA} roles that you name; “{name}” is one too many."
        ]
    parts: list[Any] = [f"This map has no track “{name}”."]
    near = closest(name, [track.name for track in published.framework.tracks], _NEAREST)
    for number, track in enumerate(near):
        wishes = replace(outcome.wishes, avoid=(*outcome.wishes.avoid, track))
        link = html.A(track, href=outcome.link(outcome.start_id, outcome.goal_id, wishes=wishes))
        parts += [" or " if number else " Avoid ", link]
    return [*parts, "?"] if near else parts


def _set(published: Published, outcome: Outcome) -> list[tuple[str, Wishes]]:
    """What is wished for, in words, each with the wishes that are left without it."""
    wishes, framework = outcome.wishes, published.framework
    found = [
        (f"via {framework.role(role).name}", replace(wishes, via=_less(wishes.via, role)))
        for role in wishes.via
    ]
    found += [
        (f"avoid {track}", replace(wishes, avoid=_less(wishes.avoid, track)))
        for track in wishes.avoid
    ]
    if wishes.people:
        found.append(("no roles that manage people", replace(wishes, people=False)))
    if wishes.down:
        found.append(("a move down is allowed", replace(wishes, down=False)))
    if wishes.possible:
        found.append(("moves nobody has described count", replace(wishes, possible=False)))
    return found


def _less(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(each for each in names if each != name)


def _unclear(outcome: Outcome) -> str:
    """The text for a role on the way that does not mean exactly one, as it was asked."""
    return next((text for end, text, _ in outcome.asked if end == "via"), "")


@lru_cache(maxsize=4)
def _offers(published: Published) -> frozenset[str]:
    """The names of the wishes that can make a difference in a framework."""
    framework = published.framework
    graded = [role for role in framework.roles if role.rank is not None]
    already = any(link.origin == "possible" for link in links(published.network))
    several = len(framework.tracks) > 1
    found = {
        ids.AVOID: several,
        ids.PEOPLE: any(role.manages_people for role in framework.roles),
        ids.DOWN: len({role.rank for role in graded}) > 1,
        ids.POSSIBLE: several and not already and any(role.levels for role in graded),
    }
    return frozenset(name for name, offered in found.items() if offered)
