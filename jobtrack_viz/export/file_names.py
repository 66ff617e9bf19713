"""Names for files that every computer takes, and texts that every document takes."""

import re
import unicodedata

from jobtrack_viz.model import Role

__all__ = ["file_name", "printable"]

_LONGEST_END = 40
"""Letters of each role's name: some systems refuse paths of more than 255."""
_REFUSED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 refuses, and control characters that nobody can see; tab and line feed stay."""


def file_name(kind: str, start: Role, goal: Role, ending: str) -> str:
    """``career-plan-developer-6-to-it-security-manager-8.docx``: small letters, digits, hyphens."""
    return f"{kind}-{_slug(start.name)}-to-{_slug(goal.name)}.{ending}"


def printable(text: str) -> str:
    """The text without characters that XML refuses; everything else stands as it is."""
    return _REFUSED.sub("", text)


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return words[:_LONGEST_END].rstrip("-") or "role"
