"""Sums over what is published, so that damage is noticed instead of shown."""

import hashlib
from datetime import UTC, datetime

from jobtrack_viz.store.tables import storable

__all__ = ["hash_of_entry", "seal_of", "sealed", "sum_of"]


def sealed(
    framework: bytes, drawn: bytes | None, former: bytes, differences: bytes
) -> dict[str, str | bytes | None]:
    """The columns of a version's content, with the sums that are checked when it is read."""
    return {
        "framework": framework,
        "drawn": drawn,
        "former": former,
        "differences": differences,
        "sha256": sum_of(framework),
        "seal": seal_of(framework, drawn, former, differences),
    }


def sum_of(framework: bytes) -> str:
    """The sum by which a version's framework is known."""
    return hashlib.sha256(framework).hexdigest()


def seal_of(*parts: bytes | None) -> str:
    """One sum of all parts, each with its length, so that nothing can pass from one to the next."""
    total = hashlib.sha256()
    for part in parts:
        total.update(b"-" if part is None else f"{len(part)}:".encode() + part)
    return total.hexdigest()


def hash_of_entry(
    before: str, number: int, at: datetime, person: str, action: str, subject: str, facts: str
) -> str:
    """The hash of an entry that follows the one with the hash ``before``."""
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    parts = (before, str(number), moment, person, action, subject, facts)
    return seal_of(*(storable(part).encode() for part in parts))
