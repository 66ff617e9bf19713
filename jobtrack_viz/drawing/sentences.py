"""Sentences that mention roles and tracks, and what they say about moves."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from jobtrack_viz.drawing.phrases import count_of, joined, kind_of_move
from jobtrack_viz.model import Role
from jobtrack_viz.network import Link, Network, links

__all__ = ["Mention", "Sentence", "listed", "mention_of", "moves_told"]

_MOST_TRACKS_NAMED = 3


class Mention(NamedTuple):
    """A role or a track that a sentence speaks of: a page may make a link of it."""

    kind: Literal["role", "track"]
    id: str
    words: str

    def __str__(self) -> str:
        return self.words


Sentence: TypeAlias = tuple[str | Mention, ...]
"""Put together without anything between, its parts are the sentence."""


def moves_told(network: Network) -> dict[str, list[Sentence]]:
    """For each role the moves from it, then those to it that are not open both ways."""
    told: dict[str, list[Sentence]] = defaultdict(list)
    found = [link for link in links(network) if not link.along and link.origin == "given"]
    for link in found:
        told[link.source].append(_move_to(link, network.nodes[link.target]["role"]))
    for link in found:
        if not link.both_ways:
            source = network.nodes[link.source]["role"]
            told[link.target].append((f"{kind_of_move(link.kind)} from ", mention_of(source), "."))
    return told


def _move_to(link: Link, target: Role) -> Sentence:
    where = ""
    if target.tracks:
        many = len(target.tracks) > _MOST_TRACKS_NAMED
        where = f", on {count_of(len(target.tracks), 'track') if many else joined(target.tracks)}"
    both = "; open both ways" if link.both_ways else ""
    return (f"{kind_of_move(link.kind)} to ", mention_of(target), f"{where}{both}.")


def mention_of(role: Role) -> Mention:
    """A role by its name, with its grade."""
    return Mention("role", role.id, role.name)


def listed(mentions: Sequence[Mention], each: str) -> Iterator[str | Mention]:
    """``to A, to B and to C``."""
    for i, mention in enumerate(mentions):
        between = "" if i == 0 else " and " if i == len(mentions) - 1 else ", "
        if between + each:
            yield between + each
        yield mention
