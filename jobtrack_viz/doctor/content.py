"""Checks of what is published and prepared: checksums, and whether it can be decoded."""

from collections.abc import Iterator

from jobtrack_viz import store as stored
from jobtrack_viz.canonical import framework_from, from_json, map_from
from jobtrack_viz.differences import Difference
from jobtrack_viz.doctor.checks import Check, finding, fine
from jobtrack_viz.errors import DraftGone, UnknownVersion, UnreadableRecord
from jobtrack_viz.model import Problem
from jobtrack_viz.publishing import Copy
from jobtrack_viz.store import Db, Inspection
from jobtrack_viz.workbook import Summary

__all__ = ["check_drafts", "check_publication", "check_versions"]

_NOTHING = b"null"


def check_publication(inspection: Inspection) -> Check:
    """Whether readers can be shown what was published last."""
    with inspection.reading() as db:
        published, numbers = stored.published_number(db), stored.version_numbers(db)
        rows = stored.count_standing(db)
    if rows != 1:
        return finding(
            "publication",
            f"The table standing has {rows} rows and needs one; nobody can publish safely.",
        )
    if published is None:
        return finding("publication", "Nothing is published, so readers see no map.")
    if published not in numbers:
        return finding(
            "publication", f"Readers are to see version {published}, which is not there."
        )
    return fine("publication", f"Version {published} was published last, and is there.")


def check_versions(inspection: Inspection) -> Check:
    """Whether each version is what was stored; they are looked at one by one."""
    with inspection.reading() as db:
        numbers = stored.version_numbers(db)
    bad = []
    for number in numbers:
        with inspection.reading() as db:
            if not _version_is_sound(db, number):
                bad.append(str(number))
    if bad:
        return finding(
            "versions",
            f"Damaged or unreadable: version {', '.join(bad)}, of {len(numbers)}. Restore the "
            "database from a copy in which it is whole.",
        )
    words = {0: "There are no versions.", 1: "The only version fits its checksums and can be read."}
    words[2] = "Both versions fit their checksums and can be read."
    many = f"All {len(numbers)} versions fit their checksums and can be read."
    return fine("versions", words.get(len(numbers), many))


def check_drafts(inspection: Inspection) -> Check:
    """Whether each draft can be decoded; they are looked at one by one and have no checksum."""
    with inspection.reading() as db:
        ids = stored.draft_ids(db)
    bad = []
    for draft_id in ids:
        with inspection.reading() as db:
            if not _draft_is_sound(db, draft_id):
                bad.append(draft_id)
    if bad:
        return finding(
            "drafts",
            f"Unreadable: draft {', '.join(bad)}, of {len(ids)}. Discard it and upload again.",
        )
    words = {0: "There are no drafts.", 1: "The only draft can be read."}
    return fine("drafts", words.get(len(ids), f"All {len(ids)} drafts can be read."))


def _version_is_sound(db: Db, number: int) -> bool:
    try:
        payload, known = stored.payload(db, number), stored.version(db, number)
        framework_from(payload.framework)
        if payload.drawn is not None:
            map_from(payload.drawn)
        from_json(payload.differences, tuple[Difference, ...])
    except UnknownVersion:
        return True  # It cannot be taken away; only the look at all numbers was earlier.
    except (UnreadableRecord, ValueError, TypeError, KeyError):
        return False
    return known.sha256 == stored.sum_of(payload.framework)


def _draft_is_sound(db: Db, draft_id: str) -> bool:
    try:
        for _ in _decoded(stored.draft(db, draft_id)):
            pass
    except DraftGone:
        return True  # It was discarded or forgotten meanwhile.
    except (UnreadableRecord, ValueError, TypeError, KeyError):
        return False
    return True


def _decoded(draft: stored.Draft) -> Iterator[object]:
    """Every part of a draft that holds something."""
    if draft.framework is not None:
        yield framework_from(draft.framework)
    if draft.drawn is not None:
        yield map_from(draft.drawn)
    if draft.problems != _NOTHING:
        yield from_json(draft.problems, tuple[Problem, ...])
    if draft.conflicts != _NOTHING:
        yield from_json(draft.conflicts, Copy)
    if draft.summary != _NOTHING:
        yield from_json(draft.summary, Summary)
