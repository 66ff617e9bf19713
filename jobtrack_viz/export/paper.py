"""How much room a plan takes on A4, so that the page knows how small to print it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from jobtrack_viz.export.aims import Aim
from jobtrack_viz.export.plan import Plan
from jobtrack_viz.export.strip import Strip
from jobtrack_viz.export.wording import (
    aim_change,
    aims_beyond,
    in_short,
    no_aims,
    no_description,
    no_options,
    rest_of_how,
)
from jobtrack_viz.metro.text_width import text_width

__all__ = ["Paper", "paper_of"]

_LEAST_ROWS, _MOST_ROWS, _ROOM_OF_A_ROW = 4, 9, 36.0

_WIDTH, _HEIGHT = 703.0, 1047.0
"""A sheet between its margins, in CSS pixels."""
_SIZE, _LINE = 11.33, 14.17
"""Of the type, and from line to line, in the largest print."""
_SMALL = 10.0
"""Of the small print's type."""
_FIRST_COLUMN, _COLUMN, _COLUMN_GAP = 0.34 * _WIDTH, 0.22 * _WIDTH, 11.5
_PART, _ROW, _LIST = 30.5, 5.6, 2.3
"""What a section has above its text, a row of a table beside it, a text of a list below it."""
_FIXED = 393.0
"""Title, lines to write on, and the small print."""
_TIGHT = 0.89
"""What all but the strip takes in smaller print, of its height in the largest: as measured."""


@dataclass(frozen=True, slots=True)
class Paper:
    """``print`` is the class of the sheet in assets/plan.css, ``rows`` is how many to fill in."""

    print: Literal["", "tight", "tightest"]
    rows: int = _LEAST_ROWS


def paper_of(plan: Plan, strip: Strip) -> Paper:
    """The largest print in which the plan takes one sheet, as near as its lines can be counted.

    What is too long for any takes the smallest, and goes on on a second sheet. What is left over
    is for more rows.
    """
    picture = strip.height * _WIDTH / strip.width
    text = _FIXED + sum(_parts(plan))
    left = _HEIGHT - picture - text
    if left >= 0:
        return Paper("", min(_MOST_ROWS, _LEAST_ROWS + int(left / _ROOM_OF_A_ROW)))
    return Paper("tight" if picture + text * _TIGHT <= _HEIGHT else "tightest")


def _parts(plan: Plan) -> Iterator[float]:
    yield (_lines(plan.sentence, _WIDTH * _SIZE / 13.4) - 1) * 18.7
    yield (_lines(plan.title, _WIDTH * _SIZE / 21.5) - 1) * 25.0
    small = (_lines(text, _WIDTH * _SIZE / _SMALL) for text in (plan.disclaimer, in_short(plan)))
    yield sum(lines - 1 for lines in small) * _LINE
    for move, stop in zip(plan.moves, plan.stops[1:], strict=False):
        if move.note or move.possible:
            yield _lines(f"{stop.name}  {move.note}", _WIDTH - 19) * _LINE + 1.2
    yield _PART + _aims(plan) + _text(aims_beyond(plan), no_aims(plan))
    if plan.skills:
        skills = (f"{found.title} {' · '.join(found.names)}" for found in plan.skills)
        yield _PART + sum(_lines(text, _WIDTH) * _LINE + _LIST for text in skills)
    if plan.how or plan.undescribed:
        texts = (f"{how.title} ({how.moves}) {' '.join(how.lines)}" for how in plan.how)
        told = sum(_lines(text, _WIDTH) * _LINE + _LIST for text in texts)
        yield _PART + told + _text(rest_of_how(plan), no_description(plan))


def _aims(plan: Plan) -> float:
    if any(aim.helps for aim in plan.aims.few):
        rows = [max(_cells(plan, aim)) * _LINE + _ROW for aim in plan.aims.few]
        return _LINE + _ROW + sum(rows)
    lines = sum(_aim(plan, aim, _WIDTH) for aim in plan.aims.few)
    helps = (f"{each.kind} {line}" for each in plan.aims.helps for line in each.lines)
    common = sum(_lines(text, _WIDTH) + 1 for text in helps)
    return (lines + common + 1) * _LINE if plan.aims.few else 0.0


def _cells(plan: Plan, aim: Aim) -> Iterator[int]:
    yield _aim(plan, aim, _FIRST_COLUMN - _COLUMN_GAP)
    if not aim.helps:
        yield _lines(no_options(plan), 3 * _COLUMN - _COLUMN_GAP)
    for each in aim.helps:
        yield sum(_lines(line, _COLUMN - _COLUMN_GAP) for line in each.lines)


def _aim(plan: Plan, aim: Aim, room: float) -> int:
    name = _lines(f"{aim.name} {aim_change(plan, aim)}", room * 0.96)
    return name + sum(_lines(line, room) for line in aim.words)


def _text(*texts: str) -> float:
    return sum(_lines(text, _WIDTH) * _LINE for text in texts if text)


def _lines(text: str, room: float) -> int:
    """How many lines a text takes, word by word."""
    space = text_width(" ", _SIZE)
    lines, left = 1, room
    for width in _widths(text.split()):
        if width > left and left < room:
            lines, left = lines + 1, room
        left -= width + space
    return lines


def _widths(words: Iterable[str]) -> Iterator[float]:
    for word in words:
        yield text_width(word, _SIZE)
