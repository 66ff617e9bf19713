"""Moves from a role and to it, in words; each is a link to the comparison of its ends."""

from collections.abc import Sequence
from typing import Any

from jobtrack_viz.gaps import compare
from jobtrack_viz.model import Role
from jobtrack_viz.network import Link, Network
from layouts import html
from layouts.outcome import Outcome
from layouts.parts import facts, folded, heading
from layouts.words import count_of, grades_higher, kind_of_move, levels_more, new_skills_counted

__all__ = ["moves_from", "moves_to"]

_MOST_POSSIBLE = 12


def moves_from(network: Network, outcome: Outcome, role: Role) -> list[Any]:
    """Every move from a role, each a link that makes its end the goal.

    Of the moves that nobody has described, those that ask for least, and how many more there are.
    """
    found = [link for _, _, link in network.out_edges(role.id, data="link")]
    title = heading(3, "Moves from here")
    if not found:
        words = "Nobody has described a move from here. You can still compare any two roles."
        return [title, html.P(words)]
    told = _told(network, outcome, found, to=False)
    return [title, *told, *_more(found, "Choose any role as your goal to compare.")]


def moves_to(network: Network, outcome: Outcome, role: Role, *, as_goal: bool) -> list[Any]:
    """Every move that leads to a role, each a link that makes its other end the start.

    Open on the card of a goal, folded elsewhere; limited as moves from a role are.
    """
    found = [link for _, _, link in network.in_edges(role.id, data="link")]
    if not found:
        words = "Nobody has described a move to this role. You can still compare any two roles."
        return [heading(3, "What leads here"), html.P(words)] if as_goal else []
    told = _told(network, outcome, found, to=True)
    told += _more(found, "Choose any role as your start to compare.")
    if as_goal:
        return [heading(3, "What leads here"), *told]
    return [folded(heading(3, f"What leads here ({len(found)})"), told)]


def _told(network: Network, outcome: Outcome, found: Sequence[Link], *, to: bool) -> list[Any]:
    shown = _shown(network, found, to=to)
    return [html.Ul([_move(network, outcome, link, to=to) for link in shown], className="moves")]


def _shown(network: Network, found: Sequence[Link], *, to: bool) -> list[Link]:
    """All that are described, then the possible ones that ask for least."""

    def asks(link: Link) -> tuple[int, float]:
        other = network.nodes[link.source if to else link.target]["role"]
        return link.steps_up or 0, other.rank or 0.0

    possible = sorted((link for link in found if link.origin == "possible"), key=asks)
    return [link for link in found if link.origin != "possible"] + possible[:_MOST_POSSIBLE]


def _more(found: Sequence[Link], advice: str) -> list[html.P]:
    more = sum(link.origin == "possible" for link in found) - _MOST_POSSIBLE
    if more <= 0:
        return []
    words = f"{count_of(more, 'more possible move')}, which nobody has described. {advice}"
    return [html.P(words, className="hint")]


def _move(network: Network, outcome: Outcome, link: Link, *, to: bool) -> html.Li:
    """The role at the other end, what the move asks for, and how it is described."""
    start, goal = (network.nodes[end]["role"] for end in (link.source, link.target))
    comparison = compare(network.graph["framework"], start, goal)
    other = start if to else goal
    parts: list[Any] = [
        html.A(other.name, href=outcome.link(start.id, goal.id)),
        facts(
            kind_of_move(link.kind),
            grades_higher(comparison.grades_up),
            levels_more(comparison),
            new_skills_counted(comparison),
        ),
    ]
    if link.origin == "possible":
        parts.append(html.P("Nobody has described this move.", className="hint"))
    if link.note:
        parts.append(html.P(link.note, className="how"))
    if other.status == "closed":
        parts.append(html.P("No longer recruited to.", className="role-status"))
    return html.Li(parts)
