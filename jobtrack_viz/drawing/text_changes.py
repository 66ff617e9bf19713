"""What has changed in a text, shortly: words where they are few, else how it reads now."""

from collections import Counter
from difflib import SequenceMatcher

from jobtrack_viz.drawing.phrases import count_of, joined

__all__ = ["lines_changed", "quoted", "shortened", "what_changed"]

_SHORT = 60
"""Two texts up to this many characters are both told in full."""
_LONGEST = 90
_FEW_WORDS = 8
_FEW_PLACES = 2
_FEW_LINES = 3


def shortened(text: str) -> str:
    """One line of at most 90 characters, cut between words."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    cut = line[:_LONGEST]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut}…"


def quoted(text: str) -> str:
    """The text, shortened, in quotation marks."""
    return f"“{shortened(text)}”"


def what_changed(was: str, now: str) -> str:
    """What follows a text's name: ``now “b”, was “a”``; ``: “weighs” in place of “adds”``."""
    if not was or not now:
        return (
            f"now {quoted(now)}, was not stated" if now else f"no longer stated, was {quoted(was)}"
        )
    if max(len(was), len(now)) <= _SHORT and "\n" not in was + now:
        return f"now {quoted(now)}, was {quoted(was)}"
    came, left = _came_and_left(was, now)
    if not came and not left:
        return "in another order"
    if len(came) == len(left) == 1:
        return _words_changed(left[0], came[0])
    if len(came) + len(left) <= _FEW_LINES:
        return lines_changed(was, now)
    lines = [f"{count_of(len(came), 'line')} new" if came else ""]
    lines += [f"{count_of(len(left), 'line')} gone" if left else ""]
    return f"reworded: {joined([line for line in lines if line])}"


def lines_changed(was: str, now: str) -> str:
    """Which values of a list came and went."""
    came, left = _came_and_left(was, now)
    if not came and not left:
        return "in another order"
    parts = [f"now also {joined([quoted(line) for line in came])}" if came else ""]
    parts += [f"no longer {joined([quoted(line) for line in left])}" if left else ""]
    return "; ".join(part for part in parts if part)


def _came_and_left(was: str, now: str) -> tuple[list[str], list[str]]:
    one, other = was.split("\n") if was else [], now.split("\n") if now else []
    came, left = Counter(other) - Counter(one), Counter(one) - Counter(other)
    return list(came.elements()), list(left.elements())


def _words_changed(was: str, now: str) -> str:
    """The words that differ, if they stand in one or two places; else the text as it is now."""
    one, other = was.split(), now.split()
    places = [
        (" ".join(one[a:b]), " ".join(other[c:d]), max(b - a, d - c))
        for code, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
        if code != "equal"
    ]
    if len(places) > _FEW_PLACES or any(size > _FEW_WORDS for _, _, size in places) or not places:
        return f"reworded, now {quoted(now)}"
    return joined([_place(before, after) for before, after, _ in places])


def _place(before: str, after: str) -> str:
    if not before:
        return f"with {quoted(after)} added"
    return f"with “{after}” in place of “{before}”" if after else f"without {quoted(before)}"
