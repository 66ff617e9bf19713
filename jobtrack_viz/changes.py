"""What becomes of a framework when another takes its place: the consequences of an upload."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from jobtrack_viz.differences import same_roles, same_tracks
from jobtrack_viz.guidance import CaseStudy, JobDescription
from jobtrack_viz.model import Framework, Move, Role, Skill, Track

__all__ = ["Consequences", "consequences"]


@dataclass(frozen=True, slots=True)
class Consequences:
    """What is added, changed and removed.

    Tracks are names, roles are whole; those removed are of the framework that was, all others of
    the one that comes. ``renamed`` maps former ids to new ones for roles that stay under another
    id. Moves, skills, stories and descriptions are those that go because a role of theirs goes;
    the ids in them are the former ones.
    """

    tracks_added: tuple[str, ...] = ()
    tracks_changed: tuple[str, ...] = ()
    tracks_removed: tuple[str, ...] = ()
    roles_added: tuple[Role, ...] = ()
    roles_changed: tuple[Role, ...] = ()
    roles_removed: tuple[Role, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    moves: tuple[Move, ...] = ()
    skills: tuple[Skill, ...] = ()
    stories: tuple[CaseStudy, ...] = ()
    descriptions: tuple[JobDescription, ...] = ()


def consequences(before: Framework, after: Framework) -> Consequences:
    """What changes if ``after`` takes the place of ``before``.

    Roles and tracks stay themselves as ``same_roles`` and ``same_tracks`` say. A role has changed
    if a reader sees it changed: in what it says, its levels' names, its grade or its tracks. A
    track has changed if its own words have, or the roles on it, their order, or one of them.
    """
    same = same_roles(before, after)
    taken = set(same.values())
    old = {role.id: role for role in before.roles}
    removed = tuple(role for role in before.roles if role.id not in same)
    added = tuple(role for role in after.roles if role.id not in taken)
    origin = {new: former for former, new in same.items()}
    changed = tuple(
        role
        for role in after.roles
        if role.id in origin and _seen(before, old[origin[role.id]]) != _seen(after, role)
    )
    tracks = same_tracks(before, after, same)
    former = {now: name for name, now in tracks.items()}
    were = {track.name: track for track in before.tracks}
    touched = {role.id for role in changed}
    gone = {role.id for role in removed}
    return Consequences(
        tuple(track.name for track in after.tracks if track.name not in former),
        tuple(
            track.name
            for track in after.tracks
            if track.name in former
            and (
                touched.intersection(track.roles) or _under(were[former[track.name]], same) != track
            )
        ),
        tuple(track.name for track in before.tracks if track.name not in tracks),
        added,
        changed,
        removed,
        {former: new for former, new in same.items() if former != new},
        tuple(move for move in before.moves if gone & {move.source, move.target}),
        tuple(skill for skill in before.skills if skill.roles and gone.issuperset(skill.roles)),
        tuple(story for story in before.stories if gone & {story.source, story.target}),
        tuple(text for text in before.descriptions if text.role in gone),
    )


def _seen(framework: Framework, role: Role) -> tuple[object, ...]:
    """A role as a reader sees it: the names of its levels, not their places; no id, no rank."""
    levels = {
        name: framework.level_name(rank, framework.competency(name))
        for name, rank in role.levels.items()
    }
    return levels, replace(role, id="", rank=None, levels={})


def _under(track: Track, same: Mapping[str, str]) -> Track:
    """The track with the ids that its roles have now."""
    return replace(track, roles=tuple(same.get(role, role) for role in track.roles))
