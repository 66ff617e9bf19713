"""The station card: what a role is, and where one can go from there."""

from typing import Any

from jobtrack_viz.atlas import Published
from jobtrack_viz.drawing.phrases import grade_in_words, posts_in_words, tracks_in_words
from jobtrack_viz.model import Framework, Role
from jobtrack_viz.network import Network
from layouts import html
from layouts.history import what_changed
from layouts.library import documents
from layouts.moves import moves_from, moves_to
from layouts.outcome import Outcome
from layouts.parts import facts, heading, outward
from layouts.practice import how_things_happen, stories, stories_about
from layouts.reach import reach_link
from layouts.words import joined, sentence_case

__all__ = ["about", "card"]


def card(
    published: Published, outcome: Outcome, role: Role, *, as_goal: bool = False
) -> html.Section:
    """One chosen station: it is the start, unless ``as_goal``."""
    framework, network = published.framework, published.network
    told = stories_about(framework, *(("", role.id) if as_goal else (role.id, "")))
    return html.Section(
        [
            html.P("You want to go here" if as_goal else "You start here", className="eyebrow"),
            heading(2, role.name, id="result-heading", tabIndex=-1),
            *about(framework, role),
            html.Div(_actions(framework, outcome, role, as_goal), className="actions"),
            html.P(
                "Now choose where you start: on the map, in the list, or by its title."
                if as_goal
                else "Now choose a goal: on the map, in the list, or by its title.",
                className="hint",
            ),
            *documents(framework, role),
            *what_changed(published, role.id, 3),
            *([] if as_goal else moves_from(network, outcome, role)),
            *moves_to(network, outcome, role, as_goal=as_goal),
            *how_things_happen(framework, _kinds(network, role, as_goal)),
            *stories(framework, outcome, told),
        ],
        className="card",
    )


def _kinds(network: Network, role: Role, as_goal: bool) -> list[str]:
    """The kinds of moves from a role, or of those to it."""
    edges = network.in_edges if as_goal else network.out_edges
    return [link.kind for _, _, link in edges(role.id, data="link")]


def about(framework: Framework, role: Role) -> list[Any]:
    """Grade, tracks, status, summary and old titles of a role; no grade where nobody has one."""
    grade = grade_in_words(framework, role) if framework.grades else ""
    parts: list[Any] = [
        facts(
            sentence_case(grade),
            f"on {tracks_in_words(framework, role.tracks)}" if role.tracks else "",
            "shared role" if len(role.tracks) > 1 else "",
            "manages people" if role.manages_people else "",
            posts_in_words(role.posts),
        )
    ]
    if role.status == "closed":
        parts.append(html.P("This role is no longer recruited to.", className="role-status"))
    elif role.status == "planned":
        words = "This role is planned; nobody works in it yet."
        parts.append(html.P(words, className="role-status"))
    if role.summary:
        parts.append(html.P(role.summary, className="summary"))
    if role.aliases:
        parts.append(html.P(["Also known as ", joined(role.aliases), "."], className="former"))
    if role.reports_to:
        parts.append(html.P(["Reports to ", role.reports_to, "."], className="former"))
    return [*parts, *outward("Job description", role.link)]


def _actions(framework: Framework, outcome: Outcome, role: Role, as_goal: bool) -> list[html.A]:
    if as_goal:
        return [
            html.A("Start here", href=outcome.link(role.id), className="button"),
            html.A("Change goal", href=outcome.link(None), className="button"),
        ]
    return [
        *reach_link(framework, outcome, role),
        html.A("Go here", href=outcome.link(None, role.id), className="button"),
        html.A("Change start", href=outcome.link(None), className="button"),
    ]
