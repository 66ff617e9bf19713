"""Sums over what is published, so that damage is noticed instead of shown."""

import hashlib

__all__ = ["seal_of", "sealed"]


def sealed(
    framework: bytes, drawn: bytes | None, former: bytes, differences: bytes
) -> dict[str, str | bytes | None]:
    """The columns of a version's content, with the sums that are checked when it is read."""
    return {
        "framework": framework,
        "drawn": drawn,
        "former": former,
        "differences": differences,
        "sha256": hashlib.sha256(framework).hexdigest(),
        "seal": seal_of(framework, drawn, former, differences),
    }


def seal_of(*parts: bytes | None) -> str:
    """One sum of all parts, each with its length, so that nothing can pass from one to the next."""
    total = hashlib.sha256()
    for part in parts:
        total.update(b"-" if part is None else f"{len(part)}:".encode() + part)
    return total.hexdigest()
