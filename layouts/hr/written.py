"""What somebody writes into a form: a note, a reason."""

from flask import request

__all__ = ["LONGEST", "too_long", "written"]

LONGEST = 1000
"""Characters of a note or a reason."""


def written(name: str) -> str:
    """What stands in a field, without space around it."""
    return request.form.get(name, "").strip()


def too_long(name: str, text: str) -> list[tuple[str, str]]:
    """The field and what is wrong with it, if more was written than is kept."""
    if len(text) <= LONGEST:
        return []
    return [(name, f"This has {len(text):,} characters. Shorten it to {LONGEST:,}.")]
