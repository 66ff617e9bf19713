"""How many legs are not level, and how many cannot be level in any order of rows."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple, TypeAlias

from jobtrack_viz.metro.grid import Columns, Figure, Node, Order, Places
from jobtrack_viz.metro.solver import INFINITY, Programme

__all__ = ["count_jogs"]

_MOST_NODES = 200
_FEW = 8
"""Lines that all stand within the least distance of two rows."""


class Span(NamedTuple):
    """A thread between two roles that follow each other on it, by their nodes."""

    thread: int
    left: str
    right: str


Meeting: TypeAlias = tuple[Node, int, list[tuple[Span, str]]]
"""A node, a side of it (right 1, left -1), and the spans there with their far ends."""


def count_jogs(columns: Columns, order: Order, places: Places) -> Figure:
    """Legs that go up or down, and a number that no map with as few crossings can undercut.

    Two lines that part at a role, to different roles, are never both level from there to the next
    roles, nor are two that meet; so of all stretches between roles, at least those beside a
    largest set without such a pair go up or down. Of branches with which a track begins or ends,
    the outer two do by the rule that they part up and down; and where no lines cross, so do other
    lines beside such branches.
    """
    jogs = sum(
        abs(places.y[here, number] - places.y[there, number]) > 1e-6
        for number, thread in enumerate(columns.threads)
        for _, here, there in thread.legs()
    )
    spans = list(_spans(columns))
    return Figure(jogs, min(jogs, len(spans) - _most_level(columns, order, spans)))


def _spans(columns: Columns) -> Iterator[Span]:
    for number, thread in enumerate(columns.threads):
        roles = [node for node in thread.nodes if columns.nodes[node].role_id]
        for here, there in pairwise(roles):
            yield Span(number, here, there)


def _most_level(columns: Columns, order: Order, spans: Sequence[Span]) -> int:
    """The size of a largest set of spans that can be level together, or a little more."""
    programme = Programme()
    level = {span: programme.switch(-1.0) for span in spans}
    for node, side, meeting in _meetings(columns, spans):
        ways = defaultdict(list)
        for span, far in meeting:
            ways[far].append(level[span])
        for one, other in combinations(ways.values(), 2):
            for switch in one:
                programme.limit(-INFINITY, 1, [(switch, 1.0), (other[0], 1.0)])
        for branches in _ends(columns, node, side, [span for span, _ in meeting]):
            terms = [(level[span], 1.0) for span in branches]
            programme.limit(-INFINITY, len(branches) - 2, terms)
            if order.lines.value == 0 and len(meeting) <= _FEW:
                others = [level[span] for span, _ in meeting if span not in branches]
                programme.limit(0, 0, [(switch, 1.0) for switch in others])
    solution = programme.solve(most_nodes=_MOST_NODES)
    return len(spans) if solution is None else int(-solution.bound + 1e-6)


def _meetings(columns: Columns, spans: Sequence[Span]) -> Iterator[Meeting]:
    """Spans that begin, and spans that end, at a node."""
    for side in (1, -1):
        found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        for span in spans:
            near, far = (span.left, span.right)[::side]
            found[near].append((span, far))
        for node, meeting in found.items():
            yield columns.nodes[node], side, meeting


def _ends(columns: Columns, node: Node, side: int, spans: Sequence[Span]) -> Iterator[list[Span]]:
    """Branches of one track at a node from which it does not go on to the other side."""
    tracks: dict[str, list[Span]] = defaultdict(list)
    for span in spans:
        tracks[columns.threads[span.thread].track].append(span)
    for track, own in tracks.items():
        if len(own) > 1 and not columns.branches(node, track, -side):
            yield own
