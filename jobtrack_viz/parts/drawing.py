"""One part as a task for a child process, and the child's answer as values."""

from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx

from jobtrack_viz.canonical import from_json, to_json
from jobtrack_viz.drawing.svg import draw_svg
from jobtrack_viz.metro import lay_out
from jobtrack_viz.metro.shapes import Look, MetroMap
from jobtrack_viz.model import Framework
from jobtrack_viz.network import Link, Network, links

__all__ = ["DrawnPart", "draw", "part_from", "part_task"]


@dataclass(frozen=True, slots=True)
class _Task:
    """A part of a network, and how its tracks look in every view."""

    framework: Framework
    links: tuple[Link, ...]
    looks: Mapping[str, Look]


@dataclass(frozen=True, slots=True)
class DrawnPart:
    """A part laid out, and drawn as SVG."""

    metro: MetroMap
    svg: str


def part_task(network: Network, looks: Mapping[str, Look]) -> bytes:
    """Everything that drawing the network needs; equal networks give equal bytes."""
    return to_json(_Task(network.graph["framework"], tuple(links(network)), looks))


def part_from(answer: bytes) -> DrawnPart:
    """The part that a child has drawn.

    Raises:
        UnreadableRecord: nothing of ours wrote it.
    """
    return from_json(answer, DrawnPart)


def draw(task: bytes) -> bytes:
    """Lay out and draw the part of a task; runs in a child process."""
    asked = from_json(task, _Task)
    network: Network = nx.MultiDiGraph(framework=asked.framework)
    for role in asked.framework.roles:
        network.add_node(role.id, role=role)
    for link in asked.links:
        network.add_edge(link.source, link.target, link=link)
    metro = lay_out(network, looks=asked.looks)
    return to_json(DrawnPart(metro, draw_svg(metro, network)))
