"""What a variant is: a change of the clean workbook that changes nothing of what it means."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.workbook.pages import Book

__all__ = ["STAGES", "VARIANTS", "Variant", "variant"]

STAGES = ("values", "layout", "characters", "surroundings", "tabs", "sheets")
"""In a pair, what cells say changes first, then how each table lies, how cells are typed, what is
around a table, which tables share a sheet, and last the sheets."""


@dataclass(frozen=True)
class Variant:
    """One variant. Two of them go together unless both use one of the same things.

    ``bare``: also of a workbook that holds nothing but matrices. ``respelled``: the display of
    quotes, dashes and case may be another. ``warnings`` and ``notes`` are the codes that the
    reader owes it; there is never an error and no other warning.
    """

    name: str
    change: Callable[[Book], None]
    stage: int
    uses: frozenset[str]
    bare: bool
    respelled: bool
    warnings: frozenset[str]
    notes: frozenset[str]

    def of(self, book: Book) -> Book:
        """The variant of a book, which stays as it is."""
        changed = book.copy()
        self.change(changed)
        return changed

    def goes_with(self, other: "Variant") -> bool:
        """True if both may be applied to one book."""
        return self is not other and not self.uses & other.uses


VARIANTS: list[Variant] = []


def variant(
    stage: str,
    uses: str = "",
    *,
    bare: bool = True,
    respelled: bool = False,
    warnings: str = "",
    notes: str = "",
) -> Callable[[Callable[[Book], None]], Callable[[Book], None]]:
    """The function is a variant of this stage; several words are separated by spaces."""

    def register(change: Callable[[Book], None]) -> Callable[[Book], None]:
        VARIANTS.append(
            Variant(
                change.__name__,
                change,
                STAGES.index(stage),
                frozenset(uses.split()),
                bare,
                respelled,
                frozenset(warnings.split()),
                frozenset(notes.split()),
            )
        )
        return change

    return register
