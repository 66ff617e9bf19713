"""Faults that keep a workbook from being published."""

from datetime import date, datetime

from tests.workbook.clean import bare_book
from tests.workbook.faults.changes import TOP, Fault, column, error, merge, note, put, row, then
from tests.workbook.pages import Book, Error, Formula, Page
from tests.workbook.variants.layout import a_row_for_each_level, roles_down_the_side

__all__ = ["ERRORS"]


def without_heading(book: Book) -> None:
    """A column of levels between others has no heading."""
    book.of("matrix")[0].insert_column(2, [None, *["Low"] * 8])


def words_of_an_unknown_scale(book: Book) -> None:
    """Levels that nobody has put in order."""
    words = {"Low": "Novice", "Medium": "Able", "High": "Expert"}
    for found in book.of("matrix"):
        found.map(lambda text: words.get(text, text), head=False)


def only_prose(book: Book) -> None:
    """No table at all."""
    book.pages = [Page("Notes", "prose", [["Remember the meeting on Monday."]])]


_LEVEL_CELLS = tuple(
    Fault(f"level {value!r}", put({"Developer!C4": value}), error(code, "Developer", "C4"))
    for value, code in (
        ("Mediocre", "level-unknown"),
        ("Hgih", "level-unknown"),
        (2, "level-unknown"),
        ("Low?", "level-unknown"),
        ("Low/Medium", "level-unknown"),
        ("Yes", "level-unknown"),
        (date(2026, 5, 6), "cell-date"),
        (datetime.fromisoformat("2026-05-06T10:30:00"), "cell-date"),
        (Error("#REF!"), "cell-error"),
        (Error("#N/A"), "cell-error"),
        (Formula(None), "formula-without-value"),
    )
)

_WORDS = tuple(
    Fault(f"{where} says {word!r}", put({where: word}), error("word-unknown", *where.split("!")))
    for where, word in (
        ("Moves!C2", "sideways"),
        ("Moves!F2", "perhaps"),
        ("Skills!D2", "vital"),
        ("Skills!E2", "gift"),
        ("Skills!F2", "maybe"),
        ("Skills!G4", "much"),
        ("Roles!G3", "vacant"),
        ("Roles!H2", "sometimes"),
        ("Tracks!F2", "finished"),
        ("Job descriptions!F4", "vital"),
    )
)

_REFERENCES = tuple(
    Fault(f"{where} names {word!r}", put({where: word}), error(code, *where.split("!")))
    for where, word, code in (
        ("Moves!A2", "Desk Advisr", "role-unknown"),
        ("Moves!B2", "Trainee Develper", "role-unknown"),
        ("Moves!B3", "Junior Analyst or Nobody", "role-unknown"),
        ("Moves!B2", "Desk Adviser", "move-to-itself"),
        ("Skills!C5", "Senior Anlyst", "role-unknown"),
        ("Roles!D2", "Develloper", "track-unknown"),
        ("Skills!B2", "Devloper", "track-unknown"),
        ("Skills!B3", "Analyst; Kitchen", "track-unknown"),
        ("Level profiles!C4", "Kitchen", "track-unknown"),
        ("Level profiles!B4", 9, "grade-unknown"),
        ("Development!A2", "Planing", "competency-unknown"),
        ("Development!B2", "Expert", "level-unknown"),
        ("Case studies!B2", "Desk Advisor", "role-unknown"),
        ("Job descriptions!A2", "Desk Boss", "role-unknown"),
    )
)

_ERRORS = (
    Fault(
        "levels merged across",
        merge("Analyst", 1, 2, 1, 3),
        error("level-merged", "Analyst", "C2", "D2"),
    ),
    Fault(
        "levels merged down",
        merge("Developer", 1, 2, 2, 2),
        error("level-merged", "Developer", "C2", "C3"),
    ),
    Fault(
        "a grade that became a date",
        put({"Roles!C3": date(2026, 6, 5)}),
        error("cell-date", "Roles", "C3"),
    ),
    Fault(
        "an error in a definition",
        put({"Ladder!C3": Error("#NAME?")}),
        error("cell-error", "Ladder", "C3"),
    ),
    Fault(
        "a formula without value in a list",
        put({"Moves!D2": Formula(None)}),
        error("formula-without-value", "Moves", "D2"),
    ),
    Fault(
        "an unfilled heading",
        put({"Analyst!F1": "Job Title (Grade)"}),
        error("heading-placeholder", "Analyst", "F1"),
    ),
    Fault(
        "levels without a heading between others",
        without_heading,
        error("heading-missing", "Analyst", "C2"),
    ),
    Fault(
        "levels without a heading behind the others",
        column("Analyst", "F", None, *TOP),
        error("heading-missing", "Analyst", "F2"),
    ),
    Fault(
        "levels without a competency",
        put({"Analyst!A4": None}),
        error("competency-missing", "Analyst", "B4"),
    ),
    Fault(
        "a competency twice",
        row("Analyst", 10, "problem  solving", "High"),
        error("competency-twice", "Analyst", "B10"),
    ),
    Fault(
        "two matrices that disagree",
        put({"Developer!E2": "Medium"}),
        error("matrices-disagree", "Developer", "E2"),
    ),
    Fault("an ID twice", put({"Roles!A2": "delivery"}), error("id-twice", "Roles", "A8")),
    Fault("no title", put({"Roles!B9": None}), error("role-title-missing", "Roles", "B9")),
    Fault("a move from nowhere", put({"Moves!A3": None}), error("value-missing", "Moves", "A3")),
    Fault("a move to nowhere", put({"Moves!B3": None}), error("value-missing", "Moves", "B3")),
    Fault("a skill without name", put({"Skills!A3": None}), error("value-missing", "Skills", "A3")),
    Fault(
        "a story without text",
        put({"Case studies!D2": None}),
        error("value-missing", "Case studies", "D2"),
    ),
    Fault(
        "a grade without label",
        row("Grades", 7, None, 6, "Spare"),
        error("value-missing", "Grades", "A7"),
    ),
    Fault(
        "a track without name",
        row("Tracks", 5, None, None, None, "Does something."),
        error("value-missing", "Tracks", "A5"),
    ),
    Fault(
        "a title of two roles",
        column("Analyst", "F", "Analyst (8)", *TOP),
        error("role-ambiguous", "Moves", "B4"),
    ),
    Fault(
        "a grade that is not listed",
        column("Analyst", "F", "Principal Analyst (9)", *TOP),
        error("grade-unknown", "Analyst", "F1"),
    ),
    Fault(
        "levels that need a ladder",
        words_of_an_unknown_scale,
        error("scale-unknown", "Analyst", "B2"),
        bare_book,
    ),
    Fault(
        "no role at all",
        only_prose,
        (*error("no-roles", None, None), *note("sheet-not-used", "Notes", "A1")),
        bare_book,
    ),
    Fault(
        "a misspelt level in the long form",
        then(a_row_for_each_level, put({"Levels!C5": "Mediocre"})),
        error("level-unknown", "Levels", "C5"),
    ),
    Fault(
        "a level twice in the long form",
        then(
            a_row_for_each_level,
            row("Levels", 90, "Junior Analyst", "Planning", "High", "Analyst", 5),
        ),
        error("competency-twice", "Levels", "C90"),
    ),
    Fault(
        "a misspelt level in a turned table",
        then(roles_down_the_side, put({"Developer!D3": "Mediocre"})),
        (
            *error("level-unknown", "Developer", "D3"),
            *(("note", "matrix-turned", s, "A1") for s in ("Analyst", "Developer", "Service Desk")),
        ),
    ),
)

ERRORS = (*_LEVEL_CELLS, *_WORDS, *_REFERENCES, *_ERRORS)
