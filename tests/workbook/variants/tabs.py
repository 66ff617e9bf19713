"""Variants in which sheet holds what, and in the sheets themselves."""

from tests.workbook.clean import LISTS
from tests.workbook.pages import Book, Page, pad
from tests.workbook.variants.registry import variant

__all__: list[str] = []


_BESIDE = "tabs hidden beside below above between repeated"
"""What cannot be where tables stand beside each other."""


# --- Several tables on one sheet -------------------------------------------------------------


def _stacked(pages: list[Page], name: str) -> Page:
    """The pages below each other on one sheet, with two blank rows between."""
    stack = Page(name, "several", [])
    for page in pages:
        down = len(stack.rows)
        stack.rows += [*page.rows, [], []]
        stack.merged += [(t + down, a, b + down, z) for t, a, b, z in page.merged]
        stack.hidden_rows |= {row + down for row in page.hidden_rows}
        stack.looks += page.looks
    return stack


def _side_by_side(pages: list[Page], name: str) -> Page:
    """The pages beside each other on one sheet, with an empty column between."""
    row_count = max(len(page.rows) for page in pages)
    side = Page(name, "several", [[] for _ in range(row_count)])
    for page in pages:
        across = side.width + (side.width > 0)
        for row, values in zip(side.rows, page.rows, strict=False):
            pad(row, across)
            row.extend(values)
        side.merged += [(t, a + across, b, z + across) for t, a, b, z in page.merged]
        side.looks += page.looks
    return side


@variant("tabs", "tabs corner names")
def matrices_below_each_other(book: Book) -> None:
    """All matrices on one sheet, each under its own corner."""
    book.add(_stacked(book.take("matrix"), "Matrices"))


@variant(
    "tabs", "tabs corner names hidden beside below above blank-left between repeated side-by-side"
)
def matrices_beside_each_other(book: Book) -> None:
    """All matrices on one sheet, an empty column between."""
    book.add(_side_by_side(book.take("matrix"), "Matrices"))


@variant(
    "tabs", "tabs corner names hidden beside below above blank-left between repeated side-by-side"
)
def matrices_close_beside_each_other(book: Book) -> None:
    """All matrices on one sheet, nothing between: a corner begins each."""
    side = Page("Matrices", "several", [])
    for page in book.take("matrix"):
        side.rows += [[] for _ in range(len(page.rows) - len(side.rows))]
        across = side.width
        side.merged += [(t, a + across, b, z + across) for t, a, b, z in page.merged]
        for row, values in zip(side.rows, page.rows, strict=False):
            pad(row, across)
            row.extend(values)
            pad(row, across + page.width)
    book.add(side)


@variant("tabs", "tabs list-tabs hidden", bare=False)
def lists_below_each_other(book: Book) -> None:
    """Grades, tracks and roles on one sheet; moves and skills on another."""
    first = book.take("grades", "tracks", "roles")
    second = book.take("moves", "skills", "development", "profiles", "stories")
    book.add(_stacked(first, "Structure"), _stacked(second, "Ways"))


@variant("tabs", f"{_BESIDE} list-tabs", bare=False)
def lists_beside_each_other(book: Book) -> None:
    """Grades beside tracks, moves beside skills."""
    first = book.take("grades", "tracks")
    second = book.take("moves", "skills")
    book.add(_side_by_side(first, "Structure"), _side_by_side(second, "Ways"))


@variant("tabs", "tabs list-tabs corner names hidden", bare=False)
def the_ladder_above_the_matrices(book: Book) -> None:
    """Everything about competencies on one sheet."""
    pages = book.take("ladder", "long ladder") + book.take("matrix", "long")
    book.add(_stacked(pages, "Competencies"))


@variant("tabs", "tabs list-tabs corner names hidden", bare=False)
def everything_on_one_sheet(book: Book) -> None:
    """Ladder, lists and matrices below each other; only About stands apart."""
    book.add(
        _stacked(
            book.take("ladder", "long ladder", *LISTS) + book.take("matrix", "long"), "Framework"
        )
    )


# --- Sheets ----------------------------------------------------------------------------------


@variant("sheets", "tab-order")
def sheets_in_another_order(book: Book) -> None:
    """Their order means nothing."""
    book.pages.reverse()


@variant("sheets", "tab-order")
def sheets_interleaved(book: Book) -> None:
    """Matrices first, in another order, then the rest."""
    book.pages = book.pages[::-2] + book.pages[-2::-2]


@variant("sheets", "names tab-order")
def sheets_with_default_names(book: Book) -> None:
    """Sheet1, Sheet2 and so on; what stands on them says what they are."""
    for number, page in enumerate(book.pages, 1):
        page.name = f"Sheet{number}"


@variant("sheets", "names", bare=False)
def sheets_with_names_that_say_nothing(book: Book) -> None:
    """Names with years, versions and copies."""
    for number, page in enumerate(book.pages):
        page.name = f"v{number} final ({page.name[:9]}) copy"


@variant("sheets", "names", bare=False)
def sheets_with_names_of_others(book: Book) -> None:
    """Every sheet has the name of the one after it: contents come first."""
    names = [page.name for page in book.pages]
    for page, name in zip(book.pages, names[1:] + names[:1], strict=True):
        page.name = name


@variant("sheets", "stale", notes="sheet-hidden")
def a_hidden_sheet_of_last_year(book: Book) -> None:
    """A hidden matrix is left out."""
    rows = [["Gardener track", "Gardener (6)"], ["Digging", "High"]]
    book.pages.insert(1, Page("Old matrix", "stale", rows, hidden=True))


@variant("sheets", "stale", notes="sheet-hidden")
def a_hidden_copy_with_other_levels(book: Book) -> None:
    """A hidden copy of a matrix contradicts nothing."""
    rows = [["Analyst track", "Analyst (6)"], ["Planning", "High"], ["Coaching", "High"]]
    book.pages.insert(0, Page("Analyst (old)", "stale", rows, hidden=True))


@variant("sheets", "prose", notes="sheet-not-used")
def a_sheet_of_prose(book: Book) -> None:
    """Sentences are no table."""
    rows = [
        ["About this workbook"],
        [],
        ["Each sheet describes one track. Each column is a role and its grade."],
        ["Please read the guidance before you change a level."],
    ]
    book.pages.insert(0, Page("Read me", "prose", rows))


@variant("sheets", "prose", notes="sheet-not-used")
def a_sheet_of_prose_in_our_words(book: Book) -> None:
    """Words such as Role and Track in a text announce no list."""
    rows = [
        ["Role", "A generic job that many people may hold."],
        ["Track", "A family of roles that lead to each other."],
        ["Grade", "How broad and complex a role is."],
        ["Level", "Low, Medium or High."],
    ]
    book.add(Page("Glossary", "prose", rows))


@variant("sheets", "empty")
def sheets_without_anything(book: Book) -> None:
    """Empty sheets at both ends."""
    book.pages = [Page("Blank", "empty", []), *book.pages, Page("Sheet 99", "empty", [])]


@variant("sheets", "prose", notes="sheet-not-used")
def a_sheet_of_figures(book: Book) -> None:
    """A table about something else."""
    rows = [["Month", "Leavers", "Joiners"], ["January", 3, 4], ["February", 2, 5]]
    book.add(Page("Turnover", "prose", rows))
