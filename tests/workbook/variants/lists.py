"""Variants in how the ladder and the lists are laid out."""

from itertools import pairwise

from tests.workbook.clean import COMPETENCIES, GROUPS, LISTS
from tests.workbook.pages import Book, Page
from tests.workbook.variants.registry import variant

__all__: list[str] = []

# --- The ladder ------------------------------------------------------------------------------


def _long_ladder(book: Book) -> list[list[object]]:
    """(competency, group, definition, level, its place, descriptor)."""
    [page] = book.take("ladder")
    return [
        [*row[:3], level, place, descriptor]
        for row in page.body
        for place, (level, descriptor) in enumerate(
            zip(page.header[3:], row[3:], strict=True), start=1
        )
    ]


@variant("layout", "ladder", bare=False)
def a_long_ladder(book: Book) -> None:
    """A row for each competency and level, lowest first."""
    rows = [[c, level, text, group, said] for c, group, said, level, _, text in _long_ladder(book)]
    header = ["Competency", "Level", "Descriptor", "Group", "Definition"]
    book.add(Page("Ladder", "long ladder", [header, *rows]))


@variant("layout", "ladder", bare=False)
def a_long_ladder_in_alphabetical_order(book: Book) -> None:
    """High, Low, Medium within each competency; the column Level order says which is lowest."""
    rows = sorted(_long_ladder(book), key=lambda row: COMPETENCIES.index(_plain(row[0])))
    for first in range(0, len(rows), 3):
        rows[first : first + 3] = sorted(rows[first : first + 3], key=lambda row: str(row[3]))
    header = ["Skill", "Domain", "Description", "Level", "Level order", "Statement"]
    book.add(Page("Words", "long ladder", [header, *rows]))


def _plain(name: object) -> str:
    return next(c for c in COMPETENCIES if c[:5].casefold() == str(name).strip()[:5].casefold())


@variant("layout", "ladder", bare=False)
def a_long_ladder_with_the_competency_once(book: Book) -> None:
    """Competency, group and definition stand on the first row only."""
    rows = [
        [*(row[:3] if row[4] == 1 else [None] * 3), row[3], row[5]] for row in _long_ladder(book)
    ]
    header = ["Competency", "Group", "Definition", "Level", "Descriptor"]
    book.add(Page("Ladder", "long ladder", [header, *rows]))


def _ladder_groups_first(book: Book) -> Page:
    page = book.page("ladder")
    for row in page.rows:
        row[0], row[1] = row[1], row[0]
    return page


@variant("layout", "ladder", bare=False)
def ladder_groups_on_their_first_row(book: Book) -> None:
    """The group stands once, blank below."""
    page = _ladder_groups_first(book)
    last: object = None
    for row in page.body:
        row[0], last = (None if row[0] == last else row[0]), row[0]


@variant("layout", "ladder", bare=False)
def ladder_groups_merged(book: Book) -> None:
    """The group is merged down its rows."""
    ladder_groups_on_their_first_row(book)
    page = book.page("ladder")
    starts = [n for n, row in enumerate(page.rows) if row[0] and n] + [len(page.rows)]
    page.merged += [(a, 0, b - 1, 0) for a, b in pairwise(starts)]


@variant("layout", "ladder", bare=False)
def ladder_columns_in_another_order(book: Book) -> None:
    """Definition, Low, Medium, High, Competency, Group."""
    page = book.page("ladder")
    page.rows = [[row[2], *row[3:], *row[:2]] for row in page.rows]


@variant("layout", "ladder body", bare=False)
def section_rows_in_the_ladder(book: Book) -> None:
    """A row with nothing but the group's name, and a blank row before it."""
    page = book.page("ladder")
    for group in reversed(list(dict.fromkeys(GROUPS))):
        page.insert_row(1 + GROUPS.index(group), [group.upper()])
        page.insert_row(1 + GROUPS.index(group))


# --- Lists -----------------------------------------------------------------------------------


@variant("layout", "columns-order", bare=False)
def list_columns_backwards(book: Book) -> None:
    """The last column of every list comes first."""
    for page in book.of(*LISTS):
        width = page.width
        page.rows = [(row + [None] * (width - len(row)))[::-1] for row in page.rows]


@variant("layout", "columns-order", bare=False)
def list_columns_cut_to_those_filled(book: Book) -> None:
    """Columns that hold nothing are not there."""
    for page in book.of(*LISTS):
        kept = [
            c
            for c in range(page.width)
            if any(len(row) > c and row[c] is not None for row in page.body)
        ]
        page.rows = [[row[c] if c < len(row) else None for c in kept] for row in page.rows]


@variant("layout", "rows-order", bare=False)
def grades_and_tracks_in_another_order_of_rows(book: Book) -> None:
    """The column Order counts, where there is one."""
    for page in book.of("grades", "tracks"):
        page.rows[page.head + page.heads :] = reversed(page.body)


@variant("layout", "rows-order order-column", bare=False)
def grades_and_tracks_without_their_order(book: Book) -> None:
    """Without the column, the order of rows counts."""
    for page in book.of("grades", "tracks"):
        at = next(n for n, h in enumerate(page.header) if str(h).strip(" :*").lower() == "order")
        for row in page.rows:
            del row[at]


@variant("layout", "first-rows columns-order", bare=False)
def names_on_their_first_row_in_lists(book: Book) -> None:
    """A level and its grades, and a role's name, stand once; its other rows are blank there."""
    for kind, labels in (("profiles", 2), ("descriptions", 1)):
        last: object = None
        for row in book.page(kind).body:
            again, last = row[0] == last, row[0]
            row[:labels] = [None] * labels if again else row[:labels]


@variant("layout", "about", bare=False)
def about_in_another_order(book: Book) -> None:
    """Its rows have no order; words that we do not know do no harm."""
    page = book.page("about")
    page.rows = [*reversed(page.rows), ["Version", "3.1"]]
