"""The check of the audit log: whether its hash chain holds, and goes on from a known digest."""

import re
from collections.abc import Iterator, Mapping, Sequence

from jobtrack_viz.doctor.checks import Check, finding, fine
from jobtrack_viz.errors import InvalidSetting
from jobtrack_viz.store import Found, Inspection, check_chain

__all__ = ["anchors_of", "check_log"]

_ANCHOR = re.compile(r"(\d{1,9}):([0-9a-f]{64})")


def anchors_of(texts: Sequence[str]) -> Mapping[int, str]:
    """Digests that somebody wrote down, by the number of their entry.

    Raises:
        InvalidSetting: one is not written as this command prints them.
    """
    found = {}
    for text in texts:
        parts = _ANCHOR.fullmatch(text.strip().lower())
        if parts is None:
            raise InvalidSetting(
                "--anchor takes a digest as doctor prints it: the number of an entry, a colon, 64 "
                "characters"
            )
        found[int(parts[1])] = parts[2]
    return found


def check_log(inspection: Inspection, anchors: Mapping[int, str]) -> Iterator[Check]:
    """Whether every entry fits the one before it, and what was written down elsewhere."""
    with inspection.reading() as db:
        found = check_chain(db, frozenset(anchors))
    faults = list(_faults(found))
    for sentence in faults:
        yield finding("audit log", sentence)
    if not faults:
        yield fine("audit log", _holds(found))
    if not faults and found.ends is not None and found.ends.newest:
        yield fine("digest", f"{found.ends.newest}:{found.ends.newest_hash}")
    for number, digest in anchors.items():
        yield _against(found, number, digest)


def _faults(found: Found) -> Iterator[str]:
    ends = found.ends
    if ends is None:
        yield "The row that holds both ends of the chain is missing; somebody has taken it out."
        return
    if found.broken is not None:
        yield (
            f"Entry {found.broken} does not fit what stands before it: it, or one just before it, "
            "was changed, put in or taken out from outside of the product."
        )
    elif not found.end_fits:
        yield (
            f"Entry {ends.newest} was written last, and the log ends with {found.last}: entries "
            "at the end were taken out or put in from outside of the product."
        )
    if ends.anchor and found.deletion != (ends.anchor, ends.anchor_hash):
        yield (
            f"Entries up to {ends.anchor} are missing, and the log does not say that the product "
            "deleted them because their time was over."
        )


def _holds(found: Found) -> str:
    if found.ends is None or not found.ends.newest:
        return "The log is empty."
    words = ["Each entry fits the one before it."]
    if found.ends.anchor:
        words.append(f"Those up to {found.ends.anchor} were deleted when their time was over.")
    if found.ends.legacy > found.ends.anchor:
        words.append(
            f"Those up to {found.ends.legacy} were chained when the database was brought up to "
            "date; nothing is proved of the time before."
        )
    return " ".join(words)


def _against(found: Found, number: int, digest: str) -> Check:
    """What a digest shows that was written down where nobody who writes the database can write."""
    if found.hashes.get(number) == digest:
        return fine("anchor", f"Everything up to entry {number} is as it was when it was noted.")
    if found.ends is not None and number < found.ends.anchor:
        return finding(
            "anchor",
            f"Entry {number} was deleted since; compare with a newer digest than that of {number}.",
        )
    return finding(
        "anchor",
        f"The log is not the one that had entry {number} with this digest: it was written anew, "
        "or belongs to another database or an older copy.",
    )
