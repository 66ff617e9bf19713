"""What the passes hand to each other: columns, threads, their order and their places."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import TypeAlias

__all__ = ["Columns", "Figure", "Key", "Node", "Order", "Places", "Thread", "Walk"]

Key: TypeAlias = tuple[str, int]
"""A node's id and the number of a thread that runs through it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """How many of something a map has, and a number that no map can undercut."""

    value: float
    bound: float

    def __add__(self, other: "Figure") -> "Figure":
        return Figure(self.value + other.value, self.bound + other.bound)


@dataclass(frozen=True, slots=True)
class Node:
    """Where threads meet a column: a role, or a thread that only passes (``role_id`` is None).

    A role at which lines from all over the map begin or end may have several nodes; the first of
    them has the role's id.
    """

    id: str
    column: int
    threads: tuple[int, ...]
    role_id: str | None


@dataclass(frozen=True, slots=True)
class Thread:
    """A track's line, or one branch of it, from column ``first`` on: a node in every column."""

    track: str
    first: int
    nodes: tuple[str, ...]

    def at(self, column: int) -> str | None:
        """The node in a column, None where the thread does not run."""
        if 0 <= column - self.first < len(self.nodes):
            return self.nodes[column - self.first]
        return None

    def legs(self) -> Iterator[tuple[int, str, str]]:
        """(column, node, node of the next column) for each gap between columns."""
        for step, (here, there) in enumerate(pairwise(self.nodes)):
            yield self.first + step, here, there


@dataclass(frozen=True, slots=True)
class Walk:
    """A move that no line shows. ``source`` stands in no later column than ``target`` if both."""

    source: str
    target: str
    kind: str
    both_ways: bool


@dataclass(frozen=True, slots=True)
class Columns:
    """Roles and lines on the axis of grades.

    ``zones`` are (heading, number of columns); a column without heading is the border between two
    zones, on which roles stand that span both, such as 5/6. ``full`` are the columns of whole
    grades. ``yards`` are the width and the height of the list that hangs from a node's line, from
    ``SIZES.yard_lead`` left of the node. ``grade_names`` are by heading.
    """

    zones: tuple[tuple[str, int], ...]
    nodes: Mapping[str, Node]
    threads: tuple[Thread, ...]
    walks: tuple[Walk, ...]
    track_order: Mapping[str, int]
    full: frozenset[int]
    yards: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    grade_names: Mapping[str, str] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many columns there are."""
        return sum(size for _, size in self.zones)

    @property
    def borders(self) -> frozenset[int]:
        """Columns on the border of two zones."""
        ends = accumulate(size for _, size in self.zones)
        return frozenset(
            end - size for end, (heading, size) in zip(ends, self.zones, strict=True) if not heading
        )

    def in_column(self, column: int) -> list[Node]:
        """Nodes of a column, in the workbook's order."""
        return [node for node in self.nodes.values() if node.column == column]

    def branches(self, node: Node, track: str, side: int) -> tuple[int, ...]:
        """Threads of a track that run on from a node to the next column: right 1, left -1."""
        there = node.column + side
        threads = ((t, self.threads[t]) for t in node.threads)
        return tuple(t for t, thread in threads if thread.track == track and thread.at(there))

    def running(self, column: int) -> list[int]:
        """Threads that run from a column to the next."""
        return [i for i, t in enumerate(self.threads) if t.at(column) and t.at(column + 1)]


@dataclass(frozen=True, slots=True)
class Order:
    """Top to bottom: node ids of each column, and threads inside each node.

    ``lines`` and ``walkways`` say how many crossings this order has, and that none has fewer than
    so many. The bound of walkways holds among orders with so few crossings of lines whose groups
    of tracks stand in one block each.
    """

    columns: tuple[tuple[str, ...], ...]
    inside: Mapping[str, tuple[int, ...]]
    lines: Figure
    walkways: Figure


@dataclass(frozen=True, slots=True)
class Places:
    """x of each column; y of each thread at each of its nodes; how much the map was stretched."""

    x: tuple[float, ...]
    y: Mapping[Key, float]
    width: float
    stretch: float

    def span(self, node: Node) -> tuple[float, float]:
        """Topmost and lowest line of a node."""
        ys = [self.y[node.id, thread] for thread in node.threads]
        return min(ys), max(ys)
