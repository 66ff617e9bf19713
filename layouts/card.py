"""The station card: what a role is, and where one can go from there."""

from typing import Any

from jobtrack_viz.drawing.phrases import grade_in_words
from jobtrack_viz.gaps import compare
from jobtrack_viz.model import Framework, Role
from jobtrack_viz.network import Link, Network
from layouts import html
from layouts.library import documents
from layouts.outcome import Outcome
from layouts.parts import facts, heading, outward
from layouts.practice import how_things_happen, stories, stories_about
from layouts.words import (
    count_of,
    grades_higher,
    joined,
    kind_of_move,
    levels_more,
    new_skills,
)

__all__ = ["card", "moves_from"]

_MOST_POSSIBLE = 12


def card(network: Network, outcome: Outcome, role: Role, *, as_goal: bool = False) -> html.Section:
    """One chosen station: it is the start, unless ``as_goal``."""
    framework: Framework = network.graph["framework"]
    told = stories_about(framework, *(("", role.id) if as_goal else (role.id, "")))
    return html.Section(
        [
            html.P("You want to go here" if as_goal else "You start here", className="eyebrow"),
            heading(2, role.name, id="result-heading", tabIndex=-1),
            *about(framework, role),
            html.Div(_actions(outcome, role, as_goal), className="actions"),
            html.P(
                "Now choose where you start: on the map, in the list, or by its title."
                if as_goal
                else "Now choose a goal: on the map, in the list, or by its title.",
                className="hint",
            ),
            *documents(framework, role),
            *([] if as_goal else moves_from(network, outcome, role)),
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
            grade[:1].upper() + grade[1:],
            f"on {joined(role.tracks)}" if role.tracks else "",
            "shared role" if len(role.tracks) > 1 else "",
            "manages people" if role.manages_people else "",
        )
    ]
    if role.status == "closed":
        parts.append(html.P("This role is no longer recruited to.", className="status"))
    elif role.status == "planned":
        parts.append(html.P("This role is planned; nobody works in it yet.", className="status"))
    if role.summary:
        parts.append(html.P(role.summary, className="summary"))
    if role.aliases:
        parts.append(html.P(["Also known as ", joined(role.aliases), "."], className="former"))
    if role.reports_to:
        parts.append(html.P(["Reports to ", role.reports_to, "."], className="former"))
    return [*parts, *outward("Job description", role.link)]


def moves_from(network: Network, outcome: Outcome, role: Role) -> list[Any]:
    """Every move from a role, in words, each a link that makes its end the goal.

    Of the moves that nobody has described, those that ask for least, and how many more there are.
    """
    found = [link for _, _, link in network.out_edges(role.id, data="link")]
    if not found:
        return [
            heading(3, "Moves from here"),
            html.P("Nobody has described a move from here. You can still compare any two roles."),
        ]
    possible = sorted(
        (link for link in found if link.origin == "possible"),
        key=lambda link: (link.steps_up or 0, network.nodes[link.target]["role"].rank or 0),
    )
    shown = [link for link in found if link.origin != "possible"] + possible[:_MOST_POSSIBLE]
    parts: list[Any] = [
        heading(3, "Moves from here"),
        html.Ul([_move(network, outcome, role, link) for link in shown], className="moves"),
    ]
    more = len(found) - len(shown)
    if more:
        words = f"{count_of(more, 'more possible move')}, which nobody has described. "
        parts.append(html.P(words + "Choose any role as your goal to compare.", className="hint"))
    return parts


def _move(network: Network, outcome: Outcome, role: Role, link: Link) -> html.Li:
    goal = network.nodes[link.target]["role"]
    comparison = compare(network.graph["framework"], role, goal)
    new = new_skills(comparison)
    parts: list[Any] = [
        html.A(goal.name, href=outcome.link(role.id, goal.id)),
        facts(
            kind_of_move(link.kind),
            grades_higher(comparison.grades_up),
            levels_more(comparison),
            f"{count_of(new, 'new skill')}" if new else "",
        ),
    ]
    if link.origin == "possible":
        parts.append(html.P("Nobody has described this move.", className="hint"))
    if link.note:
        parts.append(html.P(link.note, className="how"))
    if goal.status == "closed":
        parts.append(html.P("No longer recruited to.", className="status"))
    return html.Li(parts)


def _actions(outcome: Outcome, role: Role, as_goal: bool) -> list[html.A]:
    if as_goal:
        return [
            html.A("Start here", href=outcome.link(role.id), className="button"),
            html.A("Change goal", href=outcome.link(None), className="button"),
        ]
    return [
        html.A("Go here", href=outcome.link(None, role.id), className="button"),
        html.A("Change start", href=outcome.link(None), className="button"),
    ]
