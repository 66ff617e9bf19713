"""A value as its author sees it: one way to write each text, number and date."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from typing import Literal

__all__ = ["as_written", "clean"]

_ESCAPE = re.compile(r"_x00([01][0-9A-Fa-f]|5[Ff])_")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_MARKS = re.compile(r"[^\w\s]{31,}")
_MOST_MARKS = 30
"""Unicode's own bound for a run of combining marks (UAX 15): ordering them takes its square."""
_EXACT = 10**15


def clean(text: str) -> tuple[str, bool]:
    """The text in NFC, its white space collapsed in each line, empty lines dropped.

    The second value says whether characters were removed: zero-width, bidirectional and other
    controls, combining marks beyond reason.
    """
    if text.isascii() and text.isprintable() and "_x00" not in text:
        return " ".join(text.split()), False
    decoded = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    seen = _MARKS.sub(_fewer_marks, _UNSEEN.sub("", decoded))
    lines = (" ".join(line.split()) for line in unicodedata.normalize("NFC", seen).splitlines())
    return "\n".join(line for line in lines if line), seen != decoded


def as_written(value: object) -> tuple[str, Literal["text", "number", "date"]]:
    """The text of a value that is not text, and the kind of its cell."""
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), "text"
    if isinstance(value, int | float):
        return _number(value), "number"
    if isinstance(value, datetime):
        return (value.date() if value.time() == time.min else value).isoformat(), "date"
    if isinstance(value, date | time):
        return value.isoformat(), "date"
    if isinstance(value, timedelta):
        return str(value), "date"
    return str(value), "text"


def _fewer_marks(run: re.Match[str]) -> str:
    characters = enumerate(run[0])
    return "".join(c for n, c in characters if n < _MOST_MARKS or not unicodedata.combining(c))


def _number(value: float) -> str:
    """As Excel shows it: no more than 15 digits, whole numbers without a decimal point."""
    if abs(value) < _EXACT and value == int(value):
        return str(int(value))
    return format(value, ".15g")
