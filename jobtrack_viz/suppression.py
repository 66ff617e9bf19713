"""Small-number suppression: counts of posts by which readers could tell who is meant.

Whatever is decided here depends on what readers see anyway, never on a small count itself: a
framework with one gives the same as the same framework without it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from jobtrack_viz.differences import Difference
from jobtrack_viz.model import Framework, Track

__all__ = ["FEWEST_POSTS", "for_readers", "without_counts"]

FEWEST_POSTS = 5
"""The smallest count that readers see, unless the installation chose another."""


def for_readers(framework: Framework, fewest: int = FEWEST_POSTS) -> Framework:
    """The framework without counts of posts below ``fewest``, nor any from which these follow."""
    roles = tuple(
        role if _large(role.posts, fewest) else replace(role, posts=None)
        for role in framework.roles
    )
    shown = {role.id: role.posts for role in roles if role.posts is not None}
    tracks = []
    told: set[str] = set()
    for track in framework.tracks:
        unseen = set(track.roles) - shown.keys()
        if _tells_too_much(track, shown, unseen, told, fewest):
            tracks.append(replace(track, posts=None))
        else:
            told |= unseen if track.posts is not None else set()
            tracks.append(track)
    return replace(framework, roles=roles, tracks=tuple(tracks))


def without_counts(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """What differs besides counts of posts: two of them beside each other tell who came or went."""
    return tuple(difference for difference in differences if difference.piece != "posts")


def _tells_too_much(
    track: Track, shown: Mapping[str, int], unseen: set[str], told: set[str], fewest: int
) -> bool:
    """Whether a track's count is small, or leaves few posts for roles whose count is not seen.

    If those roles stand on another track with a count, the two together may leave fewer still.
    """
    if track.posts is None or track.posts < fewest:
        return True
    rest = track.posts - sum(shown.get(role, 0) for role in track.roles)
    return bool(unseen) and (rest < fewest or not unseen.isdisjoint(told))


def _large(posts: int | None, fewest: int) -> bool:
    return posts is None or posts >= fewest
