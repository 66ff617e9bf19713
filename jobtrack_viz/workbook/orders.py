"""Lists that are orders: rows by their numbers, and several such lists as one."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from math import inf
from typing import TypeVar

from jobtrack_viz.workbook.grades import order_grades
from jobtrack_viz.workbook.headers import Record
from jobtrack_viz.workbook.text import fold

__all__ = ["in_order", "lists_of_sheets", "merged_order", "natural_order", "order_number"]

_K = TypeVar("_K", bound=Hashable)


def merged_order(old: Sequence[_K], new: Sequence[_K]) -> list[_K]:
    """The old keys in their places, each new one right behind the key that it follows.

    New ones that follow no old key stand before the first that both have, or at the end if there
    is none. Keys that both have stand in the order of the new ones. Neither has a key twice.
    """
    known, coming = set(old), set(new)
    shared: Iterator[_K] = (key for key in new if key in known)
    first = next((key for key in new if key in known), None)
    behind: dict[_K | None, list[_K]] = {}
    last = None
    for key in new:
        if key in known:
            last = key
        else:
            behind.setdefault(last, []).append(key)
    found: list[_K] = []
    for key in old:
        here = next(shared) if key in coming else key
        found += behind.pop(None, ()) if here == first else ()
        found += (here, *(behind.get(here, ()) if here in coming else ()))
    return [*found, *behind.get(None, ())]


def natural_order(lists: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """All labels as numbers or letters ascend, if each list does; otherwise nothing."""
    found = order_grades((), [label for labels in lists for label in labels], ())
    ascend = all(order_grades((), labels, ()).labels == tuple(labels) for labels in lists)
    return found.labels if ascend and found.how in ("numbers", "letters") else ()


def order_number(text: str) -> float:
    """What a column Order says; infinite if it is blank or no number."""
    try:
        return float(text)
    except ValueError:
        return inf


def lists_of_sheets(records: Sequence[Record], field: str) -> Mapping[str, list[Record]]:
    """The rows that fill a field by sheet, each sheet's by their Order and those without behind."""
    sheets: dict[str, list[Record]] = {}
    for record in records:
        if field in record.fields:
            sheets.setdefault(record.start.sheet, []).append(record)
    return {name: sorted(rows, key=_order) for name, rows in sheets.items()}


def in_order(records: Sequence[Record], field: str) -> list[Record]:
    """Records that fill a field: by the numbers of their Order column, the rest after them.

    Lists on several sheets keep their own orders and are merged, unless they share one numbering.
    """
    sheets = lists_of_sheets(records, field)
    filled = [record for record in records if field in record.fields]
    numbers = {_order(r): fold(r.line(field)) for r in filled}
    names = {fold(record.line(field)) for record in filled}
    if len(sheets) < 2 or (inf not in numbers and len(numbers) == len(names)):
        return sorted(filled, key=_order)
    keys: list[str] = []
    for rows in sheets.values():
        keys = merged_order(keys, list(dict.fromkeys(fold(r.line(field)) for r in rows)))
    places = {key: place for place, key in enumerate(keys)}
    return sorted(filled, key=lambda record: places[fold(record.line(field))])


def _order(record: Record) -> float:
    return order_number(record.line("order"))
