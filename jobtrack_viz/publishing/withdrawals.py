"""What was published is taken back: a story, a version, or the files of one. Each is audited."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from jobtrack_viz import store as stored
from jobtrack_viz.canonical import framework_from, framework_json, to_json
from jobtrack_viz.differences import differences
from jobtrack_viz.errors import (
    StoreDamaged,
    UnknownVersion,
    UnreadableRecord,
    WithdrawnVersion,
)
from jobtrack_viz.guidance import CaseStudy
from jobtrack_viz.merge import Change
from jobtrack_viz.model import Framework, Problem
from jobtrack_viz.publishing.readings import Copy, copy_of, made_from_withdrawn
from jobtrack_viz.store import Db, Store
from jobtrack_viz.workbook.text import fold

__all__ = [
    "copy_without",
    "purge",
    "refuse_withdrawn",
    "story_key",
    "withdraw_story",
    "withdraw_version",
    "without_withdrawn",
]


_STORIES = "Case studies"
"""The sheet that changes of stories name."""


def story_key(story: CaseStudy) -> str:
    """What makes a story the same one, however its text is edited."""
    return " | ".join((fold(story.title), story.source, story.target))


def without_withdrawn(
    framework: Framework, withdrawn: Collection[str]
) -> tuple[Framework, tuple[Problem, ...]]:
    """The framework without stories that were taken back, and a note about each of them."""
    gone = [story for story in framework.stories if story_key(story) in withdrawn]
    notes = tuple(
        Problem("note", "story-withdrawn", None, None, {"found": story.title}) for story in gone
    )
    kept = tuple(story for story in framework.stories if story not in gone)
    return (replace(framework, stories=kept) if gone else framework), notes


def copy_without(copy: Copy, key: str) -> Copy:
    """How a copy was merged, without the words of a story that was taken back."""
    return replace(copy, conflicts=_not_of(key, copy.conflicts), kept=_not_of(key, copy.kept))


def _not_of(key: str, changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes of all else; one that may be of the story counts as of it."""
    title = key.split(" | ")[0]
    return tuple(
        change
        for change in changes
        if not (change.area == _STORIES and fold(change.subject).startswith(title))
    )


def refuse_withdrawn(db: Db, framework: bytes, copy: Copy | None) -> None:
    """What was withdrawn as a version does not come back as a draft.

    Raises:
        WithdrawnVersion: the draft is a copy of a withdrawn version, or holds exactly the same.
    """
    if copy is not None:
        source = stored.version(db, copy.version)
        if source.withdrawn_at is not None:
            raise WithdrawnVersion(made_from_withdrawn(source.number))
    same = stored.withdrawn_with(db, sha256(framework).hexdigest())
    if same is not None:
        raise WithdrawnVersion(
            f"This is exactly what version {same} held, which was withdrawn and cannot come back."
        )


def withdraw_version(store: Store, now: datetime, person: str, number: int, why: str) -> None:
    """From now on links to this version say that it was withdrawn.

    Raises:
        UnknownVersion: there is no such version, or it is the one in force: restore another first.
    """
    with store.writing() as db:
        stored.lock_publication(db)
        if stored.current(db).number == number:
            raise UnknownVersion(
                "This version is the map that everybody sees. Restore another one first."
            )
        stored.withdraw_version(db, now, number, why)
        stored.record(db, now, person, "withdraw version", str(number), {"why": why})


def withdraw_story(store: Store, now: datetime, person: str, key: str, why: str) -> int:
    """In how many versions the story stood; it stands in none now, nor in any draft.

    A version that is damaged is left as it is: nobody is shown it. An upload that still holds it
    leaves it out. The files that were uploaded are not touched:
    ``purge`` removes them.
    """
    found = set()
    with store.writing() as db:
        stored.lock_publication(db)
        stored.add_withdrawn_story(db, now, key, why)
        every = stored.versions(db)
        for version in every:
            held = _framework(db, version.number)
            if held is None:
                continue
            rest, notes = without_withdrawn(held, {key})
            if notes:
                found.add(version.number)
                stored.replace_payload(db, version.number, framework_json(rest))
        for version in every:
            if version.parent is not None and found & {version.number, version.parent}:
                _tell_anew(db, version.number, version.parent)
        for draft in stored.drafts(db, now):
            if draft.framework is not None:
                rest, notes = without_withdrawn(framework_from(draft.framework), {key})
                if notes:
                    stored.replace_framework(db, draft.id, framework_json(rest))
            copy = copy_of(draft)
            if copy is not None:
                stored.replace_copy(db, draft.id, to_json(copy_without(copy, key)))
        stored.record(
            db, now, person, "withdraw story", key, {"versions": str(len(found)), "why": why}
        )
    return len(found)


def purge(store: Store, now: datetime, person: str, number: int, why: str) -> None:
    """The files that were uploaded for this version are gone; the map that was made of them stays.

    Raises:
        UnknownVersion: there is no such version.
    """
    with store.writing() as db:
        stored.purge_originals(db, now, number)
        stored.record(db, now, person, "purge files", str(number), {"why": why})


def _framework(db: Db, number: int) -> Framework | None:
    """What a version says; None if it is damaged, for then nobody is shown it either."""
    try:
        return framework_from(stored.payload(db, number).framework)
    except (StoreDamaged, UnreadableRecord):
        return None


def _tell_anew(db: Db, number: int, parent: int) -> None:
    """What a version is said to have changed holds no word of a story that is gone."""
    before, after = _framework(db, parent), _framework(db, number)
    if after is not None:
        told = differences(before, after) if before is not None else ()
        stored.replace_payload(db, number, framework_json(after), to_json(told))
