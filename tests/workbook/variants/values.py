"""Variants in what single cells say: levels, titles, grades, references, answers."""

import re
from collections.abc import Callable
from itertools import count

from tests.workbook.pages import Book
from tests.workbook.variants.registry import variant

__all__: list[str] = []

_LEVELS = ("Low", "Medium", "High")
_REFERENCES = (
    ("moves", "From"),
    ("moves", "To"),
    ("skills", "Role"),
    ("stories", "From"),
    ("stories", "To"),
    ("descriptions", "Role"),
)


def _levels(book: Book, change: Callable[[str], str]) -> None:
    """Every level of the matrices becomes another text; *not required* is no level."""
    for page in book.of("matrix"):
        page.map(lambda text: change(text) if text in _LEVELS else text, head=False)


def _headings(book: Book, change: Callable[[str], str]) -> None:
    """Every role heading of the matrices becomes another text."""
    for page in book.of("matrix"):
        page.header[1:] = [change(str(text)) for text in page.header[1:]]


def _column(book: Book, kind: str, name: str, change: Callable[[object], object]) -> None:
    """Every filled cell of a list's column becomes another value."""
    page = book.page(kind)
    at = page.column(name)
    for row in page.body:
        if at < len(row) and row[at] is not None:
            row[at] = change(row[at])


# --- Levels ----------------------------------------------------------------------------------


@variant("values", "levels")
def levels_as_letters(book: Book) -> None:
    """L, M, H."""
    _levels(book, lambda text: text[0])


@variant("values", "levels")
def levels_as_small_letters(book: Book) -> None:
    """l, m, h."""
    _levels(book, lambda text: text[0].lower())


@variant("values", "levels")
def levels_abbreviated(book: Book) -> None:
    """Med., med, MED and so on, by turns."""
    spellings = (("Low", "LOW", "low"), ("Med.", "med", "MEDIUM", "Med"), ("High", "hIGH", "H"))
    turn = count()
    _levels(book, lambda text: (said := spellings[_LEVELS.index(text)])[next(turn) % len(said)])


@variant("values", "levels")
def levels_with_spaces(book: Book) -> None:
    """Blanks, tabs, hard spaces and line feeds around the levels."""
    edges = ("  %s", "%s ", "\t%s", "\u00a0%s\u00a0", "%s\n")
    turn = count()
    _levels(book, lambda text: edges[next(turn) % len(edges)] % text)


@variant("values", "not-required")
def not_required_spelled_in_many_ways(book: Book) -> None:
    """Dashes, N/A, none and so on, by turns."""
    ways = ("--", "–", "—", "N/A", "n/a", "NA", "not required", "Not required", "none", "None", "-")
    turn = count()
    for page in book.of("matrix"):
        page.map(lambda text: ways[next(turn) % len(ways)] if text == "-" else text, head=False)


# --- Titles and grades -----------------------------------------------------------------------


@variant("values", "headings")
def line_breaks_in_headings(book: Book) -> None:
    """The grade on a line of its own, and long titles on two."""
    _headings(book, lambda text: text.replace(" ", "\n"))


@variant("values", "titles", bare=False)
def line_breaks_in_titles_of_the_list(book: Book) -> None:
    """Titles on two lines on the sheet Roles."""
    _column(book, "roles", "Role", lambda title: str(title).replace(" ", "\n", 1))


@variant("values", "headings")
def grades_with_their_word(book: Book) -> None:
    """(Grade 6), (G6), (Band 6), (Level 6), (grade 6), by turns."""
    words = ("Grade ", "G", "Band ", "Level ", "grade ", "G ")
    turn = count()
    _headings(
        book, lambda text: re.sub(r"\((\d)\)", rf"({words[next(turn) % len(words)]}\1)", text)
    )


@variant("values", "headings")
def grades_in_loose_brackets(book: Book) -> None:
    """( 6 ), two blanks before, none before."""
    shapes = ("( {} )", " ({} )", "({})")
    turn = count()
    _headings(
        book, lambda t: re.sub(r"\s\(([^)]*)\)", lambda m: shapes[next(turn) % 3].format(m[1]), t)
    )


@variant("values", "headings spans")
def spans_with_dashes(book: Book) -> None:
    """5-6, 5–6, 5 / 6."""
    turn = count()
    shapes = ("5-6", "5–6", "5 / 6")
    _headings(book, lambda text: text.replace("5/6", shapes[next(turn) % 3]))


@variant("values", "spans grades", bare=False)
def spans_with_dashes_in_the_list(book: Book) -> None:
    """5–6 on the sheet Roles."""
    _column(book, "roles", "Grade", lambda grade: "5–6" if grade == "5/6" else grade)


@variant("values", "grades", bare=False)
def grades_as_text(book: Book) -> None:
    """Numbers typed as text."""
    _column(book, "grades", "Grade", str)
    _column(book, "grades", "Order", str)
    _column(book, "roles", "Grade", str)


@variant("values", "grades", bare=False)
def grades_as_floats(book: Book) -> None:
    """6.0, as some programs export whole numbers."""
    for kind, name in (("grades", "Grade"), ("grades", "Order"), ("roles", "Grade")):
        _column(book, kind, name, lambda value: float(value) if value != "5/6" else value)


@variant("values", "grades", bare=False)
def grades_with_their_word_in_the_list(book: Book) -> None:
    """Grade 6 on the sheet Roles."""
    _column(book, "roles", "Grade", lambda grade: f"Grade {grade}")


@variant("values", "grades titles", bare=False)
def grades_beside_titles_in_the_list(book: Book) -> None:
    """Developer (5/6) on the sheet Roles, and no column Grade."""
    page = book.page("roles")
    title, grade = page.column("Role"), page.column("Grade")
    for row in page.body:
        row[title] = f"{row[title]} ({row[grade]})"
    for row in page.rows:
        del row[grade]


@variant("values", "grades", bare=False)
def grades_only_in_matrices(book: Book) -> None:
    """A grade missing on one sheet is taken from another."""
    page = book.page("roles")
    for row in page.body:
        row[page.column("Grade")] = None


@variant("values", "headings split grades", bare=False)
def grades_only_in_the_list(book: Book) -> None:
    """Titles in matrices are unique, so the list's grades serve."""
    _headings(book, lambda text: text.partition(" (")[0])


# --- Lists -----------------------------------------------------------------------------------


@variant("values", "to-level", bare=False)
def levels_to_reach_abbreviated(book: Book) -> None:
    """M and H on the sheet Development."""
    _column(book, "development", "To level", lambda level: str(level)[0])


@variant("values", "profile-grades", bare=False)
def grades_of_profiles_in_other_words(book: Book) -> None:
    """Grade 4 and Grade 5, one a line; Grade 8."""
    _column(
        book,
        "profiles",
        "Grades",
        lambda text: "\n".join(f"Grade {grade}" for grade in str(text).split("; ")),
    )


@variant("values", "answers", bare=False)
def yes_and_no_in_other_words(book: Book) -> None:
    """Y, N, TRUE, FALSE and Excel's own truth values."""
    ways = {"yes": ("Y", "Yes", True, "TRUE"), "no": ("N", "NO", False, "False")}
    turn = count()
    for kind, name in (
        ("roles", "Manages people"),
        ("moves", "Both ways"),
        ("skills", "Technology"),
        ("skills", "Equivalent experience"),
        ("stories", "Consent"),
    ):
        _column(book, kind, name, lambda word: ways[str(word)][next(turn) % 4])


@variant("values", "kinds", bare=False)
def closed_words_in_capitals(book: Book) -> None:
    """Transfer, STEP-UP, Essential, Planned."""
    _column(book, "moves", "Kind", lambda kind: str(kind).title().replace(" ", "-"))
    _column(book, "skills", "Kind", lambda kind: str(kind).capitalize())
    _column(book, "skills", "Category", lambda kind: str(kind).upper())
    _column(book, "roles", "Status", lambda kind: str(kind).upper())
    _column(book, "tracks", "Status", lambda kind: str(kind).upper())


@variant("values", "references grades titles", bare=False)
def references_with_grades(book: Book) -> None:
    """Moves and skills name roles by title and grade."""
    grades = {row[1]: row[2] for row in book.page("roles").body}
    for kind, name in _REFERENCES:
        _column(book, kind, name, lambda title: f"{title} ({grades[title]})")


@variant("values", "references", bare=False)
def references_by_id(book: Book) -> None:
    """Moves and skills name roles by the end of their address on the web."""
    for kind, name in _REFERENCES:
        _column(
            book,
            kind,
            name,
            lambda t: "delivery" if t == "Delivery Lead" else str(t).lower().replace(" ", "-"),
        )


@variant("values", "references", bare=False)
def references_in_small_letters(book: Book) -> None:
    """Case means nothing."""
    for kind, name in (*_REFERENCES, ("skills", "Track"), ("profiles", "Track")):
        _column(book, kind, name, lambda title: str(title).lower())
    _column(book, "development", "Competency", lambda name: str(name).upper())


@variant("values", "references", bare=False)
def references_by_former_titles(book: Book) -> None:
    """A move may name a role by a title that it used to have."""
    old = {"Developer": "Programmer", "Desk Adviser": "Helper", "Analyst": "protégé analyst"}
    for name in ("From", "To"):
        _column(book, "moves", name, lambda title: old.get(str(title), title))


@variant("values", "track-words", bare=False)
def tracks_with_their_word(book: Book) -> None:
    """Developer track for Developer, in every list."""
    for kind in ("roles", "skills", "tracks"):
        _column(book, kind, "Track", lambda t: "; ".join(f"{x} track" for x in str(t).split("; ")))


@variant("values", "separators", bare=False)
def several_values_on_lines(book: Book) -> None:
    """A new line separates values as a semicolon does."""
    for kind, name in (("roles", "Track"), ("roles", "Also known as"), ("skills", "Track")):
        _column(book, kind, name, lambda text: str(text).replace("; ", "\n"))


@variant("values", "separators", bare=False)
def separators_too_many(book: Book) -> None:
    """A semicolon at the end, two in a row, none with a blank."""
    for kind, name in (("roles", "Track"), ("roles", "Also known as"), ("skills", "Track")):
        _column(book, kind, name, lambda text: str(text).replace("; ", ";;") + ";")


@variant("values", "statements", bare=False)
def bullets_before_statements(book: Book) -> None:
    """Bullets of many shapes, with and without indentation, empty lines between."""
    shapes = ("• ", "- ", "– ", "* ", "▪ ", "·\t", "  ● ", "◦ ", "‣ ")
    turn = count()
    page = book.page("ladder")
    for name in _LEVELS:
        _column(
            book,
            "ladder",
            page.header[page.header.index(name)],
            lambda text: "\n\n".join(
                shapes[next(turn) % len(shapes)] + line for line in str(text).split("\n")
            ),
        )


@variant("values", "statements", bare=False)
def windows_line_ends(book: Book) -> None:
    """Carriage returns and line feeds between statements."""
    for name in _LEVELS:
        _column(book, "ladder", name, lambda text: str(text).replace("\n", " \r\n"))
