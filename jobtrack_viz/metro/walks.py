"""Moves that no line shows."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from jobtrack_viz.metro.grid import Walk
from jobtrack_viz.network import Link, Network, links

__all__ = ["walks_beside"]


def walks_beside(network: Network, drawn: Collection[frozenset[str]]) -> Iterator[Walk]:
    """One walkway for each pair of roles with a described move between them that is not drawn."""
    pairs: dict[frozenset[str], list[Link]] = defaultdict(list)
    for link in links(network):
        pair = frozenset((link.source, link.target))
        if len(pair) == 2 and pair not in drawn and link.origin != "possible":
            pairs[pair].append(link)
    for pair in sorted(pairs, key=sorted):
        found = sorted(pairs[pair], key=lambda link: (link.source, link.target, link.kind))
        first = found[0]
        both = first.both_ways or any(link.source != first.source for link in found)
        yield Walk(first.source, first.target, first.kind, both)
