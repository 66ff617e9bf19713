"""What a scan tells about one sheet, before any value is read."""

from dataclasses import dataclass, field

from jobtrack_viz.workbook.references import Area

__all__ = ["SheetFacts"]


@dataclass(slots=True)
class SheetFacts:
    """Filled in while the sheet's part is scanned.

    ``filled`` are the places of cells that hold something, in order; ``uncached`` formulas hold
    no value. ``filtered`` are areas whose filter is in use, below a header row; an advanced
    filter (``filter_mode``) does not say which area is its. ``characters`` counts all texts.
    """

    filled: list[tuple[int, int]] = field(default_factory=list)
    formulas: set[tuple[int, int]] = field(default_factory=set)
    uncached: set[tuple[int, int]] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    filter_mode: bool = False
    filtered: list[Area] = field(default_factory=list)
    last_column: int = 0
    characters: int = 0
