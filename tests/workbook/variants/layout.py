"""Variants in how a matrix is laid out: with other header rows, turned, long, in groups."""

import re
from itertools import pairwise

from tests.workbook.clean import GROUPS
from tests.workbook.pages import Book, Page
from tests.workbook.variants.registry import variant

__all__: list[str] = []

_HEADING = re.compile(r"^(.*?)\s*\(\s*(.*?)\s*\)\s*$", re.DOTALL)


def _split(page: Page) -> tuple[list[str], list[str]]:
    """The titles and grades of a matrix's headings."""
    parts = [_HEADING.match(str(heading)).groups() for heading in page.header[1:]]
    return [title for title, _ in parts], [grade for _, grade in parts]


def _typed(grade: str) -> object:
    """A grade as Excel takes it: a number where it is one."""
    return int(grade) if grade.isdecimal() else grade


def _two_rows(page: Page, first: list[object], second: list[object]) -> None:
    page.rows[0:1] = [first, second]
    page.heads = 2


def _under_heads(page: Page) -> list[object]:
    """Nothing, for each header row but the last."""
    return [None] * (page.heads - 1)


def _groups_of(page: Page) -> list[str]:
    """The group of each body row, by its place."""
    return list(GROUPS[: len(page.body)])


# --- Header rows -----------------------------------------------------------------------------


@variant("layout", "matrix split")
def titles_over_grades(book: Book) -> None:
    """Two header rows; "Grade" stands before the second."""
    for page in book.of("matrix"):
        titles, grades = _split(page)
        _two_rows(page, [page.header[0], *titles], ["Grade", *map(_typed, grades)])


@variant("layout", "matrix split")
def titles_over_grades_without_a_word(book: Book) -> None:
    """Two header rows; nothing stands before the second."""
    for page in book.of("matrix"):
        titles, grades = _split(page)
        _two_rows(page, [page.header[0], *titles], [None, *map(_typed, grades)])


@variant("layout", "matrix split")
def titles_over_grades_under_a_merged_corner(book: Book) -> None:
    """The track's cell is merged down both header rows."""
    for page in book.of("matrix"):
        titles, grades = _split(page)
        _two_rows(page, [page.header[0], *titles], [None, *map(_typed, grades)])
        page.merged.append((0, 0, 1, 0))


@variant("layout", "matrix split list-tabs")
def grades_over_titles(book: Book) -> None:
    """Two header rows the other way round, "Grade" before the first."""
    for page in book.of("matrix"):
        titles, grades = _split(page)
        _two_rows(page, ["Grade", *map(_typed, grades)], [page.header[0], *titles])


@variant("layout", "matrix split list-tabs")
def grades_over_titles_in_words(book: Book) -> None:
    """Grade 6 above the title, nothing before it."""
    for page in book.of("matrix"):
        titles, grades = _split(page)
        words = [grade if grade[0].isalpha() else f"Grade {grade}" for grade in grades]
        _two_rows(page, [None, *words], [page.header[0], *titles])


@variant("layout", "matrix")
def a_heading_above_the_headings(book: Book) -> None:
    """A row above that says what the columns are, over the first of them."""
    for page in book.of("matrix"):
        page.insert_row(0, [None, "Roles on this track"])


@variant("layout", "matrix")
def a_merged_heading_above_the_headings(book: Book) -> None:
    """The same, merged across all role columns."""
    for page in book.of("matrix"):
        page.insert_row(0, [None, "Professional roles"])
        page.merged.append((0, 1, 0, page.width - 1))


@variant("layout", "matrix")
def two_merged_headings_above_the_headings(book: Book) -> None:
    """Entry roles and senior roles, each merged across its columns."""
    for page in book.of("matrix"):
        page.insert_row(0, [None, "Entry roles", None, "Senior roles"])
        page.merged.append((0, 1, 0, 2))
        if page.width > 4:
            page.merged.append((0, 3, 0, page.width - 1))


# --- The track's name ------------------------------------------------------------------------


def _corner_row(page: Page) -> list[object]:
    """The header row that begins with the track's name."""
    heads = page.rows[page.head : page.head + page.heads]
    return next(row for row in heads if "track" in str(row[0]).lower())


def _rename_corner(page: Page, name: str | None) -> None:
    _corner_row(page)[0] = name


@variant("layout", "corner")
def corners_without_the_word_track(book: Book) -> None:
    """Developer for Developer track."""
    for page in book.of("matrix"):
        _rename_corner(page, re.sub(r"(?i)\s+track(?=\W*$)", "", str(_corner_row(page)[0])))


@variant("layout", "corner names")
def corners_that_say_competency(book: Book) -> None:
    """The sheet's name is the track."""
    for page in book.of("matrix"):
        _rename_corner(page, "Competency")


@variant("layout", "corner names")
def blank_corners(book: Book) -> None:
    """The sheet's name is the track."""
    for page in book.of("matrix"):
        _rename_corner(page, None)


@variant("layout", "corner names")
def sheets_named_matrix_of_a_track(book: Book) -> None:
    """Matrix - Developer, under a corner that names no track."""
    for page, dash in zip(book.of("matrix"), "-–—", strict=True):
        _rename_corner(page, "Competencies")
        page.name = f"Matrix {dash} {page.name}"


@variant("layout", "corner")
def corners_in_another_order(book: Book) -> None:
    """Track: Developer."""
    for page in book.of("matrix"):
        _rename_corner(page, f"Track: {page.name}")


# --- Turned ----------------------------------------------------------------------------------


def _turned(page: Page) -> list[list[object]]:
    width = page.width
    rows = [row + [None] * (width - len(row)) for row in page.rows]
    return [list(column) for column in zip(*rows, strict=True)]


@variant("layout", "matrix body side-by-side", notes="matrix-turned")
def roles_down_the_side(book: Book) -> None:
    """Competencies across, the track still in the corner."""
    for page in book.of("matrix"):
        page.rows = _turned(page)


@variant("layout", "matrix body corner names", notes="matrix-turned")
def roles_down_the_side_under_role(book: Book) -> None:
    """The corner says Role, and the sheet's name is the track."""
    for page in book.of("matrix"):
        page.rows = _turned(page)
        page.header[0] = "Role"


@variant("layout", "matrix body corner names split", notes="matrix-turned")
def roles_down_the_side_with_their_grades(book: Book) -> None:
    """Role, Grade, then a column for each competency."""
    for page in book.of("matrix"):
        titles, grades = _split(page)
        page.rows = _turned(page)
        page.header[0:1] = ["Role", "Grade"]
        for row, title, grade in zip(page.body, titles, grades, strict=True):
            row[0:1] = [title, _typed(grade)]


@variant("layout", "matrix body corner names split tabs", notes="matrix-turned")
def every_track_in_one_turned_table(book: Book) -> None:
    """Role, Grade, Track, then a column for each competency; all tracks below each other."""
    pages = book.take("matrix")
    rows: list[list[object]] = [["Role", "Grade", "Track", *(row[0] for row in pages[0].body)]]
    for page in pages:
        titles, grades = _split(page)
        levels = [row[1:] for row in _turned(page)[1:]]
        for title, grade, own in zip(titles, grades, levels, strict=True):
            rows.append([title, _typed(grade), page.name, *own])
    book.add(Page("All roles", "matrix", rows))


# --- Long ------------------------------------------------------------------------------------


def _long(book: Book) -> list[list[object]]:
    """(role, competency, level, track, grade) of every filled cell of the matrices."""
    rows = []
    for page in book.take("matrix"):
        titles, grades = _split(page)
        for column, (title, grade) in enumerate(zip(titles, grades, strict=True), 1):
            for row in page.body:
                if row[column] is not None:
                    rows.append([title, row[0], row[column], page.name, _typed(grade)])
    return rows


_LONG = ["Role", "Competency", "Level", "Track", "Grade"]
_ALL = "matrix body corner names split tabs"


@variant("layout", _ALL)
def a_row_for_each_level(book: Book) -> None:
    """The long form, with track and grade."""
    book.add(Page("Levels", "long", [_LONG, *_long(book)]))


@variant("layout", _ALL)
def a_row_for_each_level_under_other_names(book: Book) -> None:
    """Skill for Competency, grades beside the titles, another order of columns."""
    rows = [[t, f"{r} ({g})", level, c] for r, c, level, t, g in _long(book)]
    book.add(Page("Sheet7", "long", [["Track", "Role", "Level", "Skill"], *rows]))


@variant("layout", _ALL, bare=False)
def a_row_for_each_level_in_alphabetical_order(book: Book) -> None:
    """Sorted by role and competency: the order of a list is no order of grades."""
    rows = sorted(_long(book), key=lambda row: (str(row[0]), str(row[1])))
    book.add(Page("Levels", "long", [_LONG, *rows]))


@variant("layout", f"{_ALL} grades", bare=False)
def a_row_for_each_level_without_tracks(book: Book) -> None:
    """Track and grade come from the sheet Roles."""
    rows = [row[:3] for row in _long(book)]
    unique = list({tuple(row): row for row in rows}.values())
    book.add(Page("Levels", "long", [_LONG[:3], *unique]))


@variant("layout", _ALL)
def a_row_for_each_level_with_the_role_once(book: Book) -> None:
    """Role, track and grade stand on a role's first row only."""
    rows = []
    last: object = None
    for role, competency, level, track, grade in _long(book):
        again = (role, track) == last
        last = (role, track)
        first = [None] * 3 if again else [track, role, grade]
        rows.append([*first, competency, level])
    header = ["Track", "Role", "Grade", "Competency", "Level"]
    book.add(Page("Levels", "long", [header, *rows]))


@variant("layout", f"{_ALL} between")
def a_row_for_each_level_with_the_role_merged(book: Book) -> None:
    """The same with the cells of a role merged down."""
    a_row_for_each_level_with_the_role_once(book)
    page = book.page("long")
    starts = [n for n, row in enumerate(page.rows) if row[1]] + [len(page.rows)]
    for start, end in pairwise(starts[1:]):
        page.merged += [(start, column, end - 1, column) for column in range(3)]


# --- Groups in matrices ----------------------------------------------------------------------


@variant("layout", "body left")
def a_column_of_groups_in_matrices(book: Book) -> None:
    """The group stands before each competency."""
    for page in book.of("matrix"):
        page.insert_column(0, [*_under_heads(page), "Group", *_groups_of(page)])


@variant("layout", "body left")
def merged_groups_in_matrices(book: Book) -> None:
    """The group is merged down its rows, before the competencies."""
    for page in book.of("matrix"):
        groups = _groups_of(page)
        firsts = [g if n == groups.index(g) else None for n, g in enumerate(groups)]
        page.insert_column(0, [*_under_heads(page), "Group", *firsts])
        for group in dict.fromkeys(groups):
            top = page.head + page.heads + groups.index(group)
            page.merged.append((top, 0, top + groups.count(group) - 1, 0))


@variant("layout", "body left")
def groups_on_their_first_row_in_matrices(book: Book) -> None:
    """The group stands once before its competencies, under a blank heading."""
    for page in book.of("matrix"):
        groups = _groups_of(page)
        firsts = [g if n == groups.index(g) else None for n, g in enumerate(groups)]
        page.insert_column(0, [*_under_heads(page), None, *firsts])


@variant("layout", "body")
def section_rows_in_matrices(book: Book) -> None:
    """A row with nothing but the group's name before its competencies."""
    for page in book.of("matrix"):
        for group in reversed(list(dict.fromkeys(GROUPS))):
            page.insert_row(page.head + page.heads + GROUPS.index(group), [group.upper()])


@variant("layout", "body beside hidden")
def merged_section_rows_in_matrices(book: Book) -> None:
    """The same, merged across the table."""
    for page in book.of("matrix"):
        for group in reversed(list(dict.fromkeys(GROUPS))):
            at = page.head + page.heads + GROUPS.index(group)
            page.insert_row(at, [group])
            page.merged.append((at, 0, at, page.width - 1))
