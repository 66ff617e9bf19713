"""Faults that deserve a second look, and things that only look like faults."""

from tests.workbook.faults.changes import (
    TOP,
    Fault,
    column,
    drop_row,
    hide,
    note,
    put,
    row,
    then,
    warning,
)
from tests.workbook.pages import Book, Formula, Page

__all__ = ["NOTES", "WARNINGS"]


def _with_leavers(book: Book) -> None:
    book.pages.append(Page("Leavers", "prose", [["Role", "Name"], ["Analyst", "Quentin Quill"]]))


WARNINGS = (
    Fault(
        "a sheet that lists people",
        _with_leavers,
        warning("list-of-people", "Leavers", "B1"),
    ),
    Fault(
        "half a post",
        column("Tracks", "G", "Posts", 12, "7.5", 0),
        warning("posts-unclear", "Tracks", "G3"),
    ),
    Fault(
        "posts in words",
        column("Roles", "L", "Number of posts", 3, "a few", "1,016"),
        warning("posts-unclear", "Roles", "L3"),
    ),
    Fault(
        "a misspelt competency",
        put({"Analyst!A4": "Weighing Evidense"}),
        warning("competency-not-on-ladder", "Analyst", "A4"),
    ),
    Fault(
        "a competency that no role uses",
        row("Ladder", 10, "Juggling", "Delivery", "Balls.", "One ball.", "Two balls.", "Three."),
        warning("competency-unused", "Ladder", "A10"),
    ),
    Fault(
        "a level in use without words",
        put({"Ladder!E3": None}),
        warning("descriptor-missing", "Ladder", "A3"),
    ),
    Fault("a level without words that nobody has", put({"Ladder!F3": None}), ()),
    Fault(
        "a role in no matrix",
        row("Roles", 12, None, "Gardener", 6, "Analyst"),
        warning("role-without-levels", "Roles", "B12"),
    ),
    Fault(
        "a column without levels",
        column("Service Desk", "C", "Senior Desk Adviser (5)", *[None] * 8),
        warning("role-without-levels", "Roles", "B10"),
    ),
    Fault(
        "a role without grade",
        column("Analyst", "F", "Intern", *TOP),
        warning("grade-missing", "Analyst", "F1"),
    ),
    Fault(
        "a title of 61 characters",
        column("Analyst", "F", f"{'Keeper of ' * 6}x (8)", *TOP),
        warning("title-long", "Analyst", "F1"),
    ),
    Fault(
        "a title of 60 characters",
        column("Analyst", "F", f"{'Keeper of ' * 5}everything (8)", *TOP),
        (),
    ),
    Fault(
        "a former title of two roles",
        put({"Roles!E10": "helper"}),
        warning("alias-shared", "Roles", "E10"),
    ),
    Fault("a pale colour", put({"Tracks!B2": "#ffff00"}), warning("colour-pale", "Tracks", "B2")),
    Fault(
        "a step up on the same grade",
        put({"Moves!C2": "step up"}),
        warning("kind-contradicts-grades", "Moves", "C2"),
    ),
    Fault(
        "a transfer to a higher grade",
        put({"Moves!C5": "transfer"}),
        warning("kind-contradicts-grades", "Moves", "C5"),
    ),
    Fault("a hidden row", hide("Analyst", row=4), warning("rows-hidden", "Analyst", "A4")),
    Fault(
        "two hidden rows",
        then(hide("Analyst", row=4), hide("Analyst", row=7)),
        warning("rows-hidden", "Analyst", "A4"),
    ),
    Fault("a hidden column", hide("Grades", column=4), warning("columns-hidden", "Grades", "D1")),
    Fault(
        "a level that falls",
        put({"Analyst!D4": "Low"}),
        warning("level-falls", "Analyst", "D4"),
    ),
    Fault(
        "a level that falls to not required",
        put({"Analyst!D8": "-"}),
        warning("level-falls", "Analyst", "D8"),
    ),
    Fault(
        "neighbours alike",
        column(
            "Analyst",
            "D",
            "Senior Analyst (7)",
            *("Medium", "Low", "Medium", "Low", "Low", "Low", "Medium", "Low"),
        ),
        warning("neighbours-alike", "Analyst", "D1"),
    ),
    Fault(
        "a line that ends early",
        drop_row("Moves", 5),
        warning("line-ends-early", "Roles", "B11"),
    ),
    Fault(
        "a station that nothing leads to",
        row("Moves", 6, "Desk Adviser", "Desk Manager", "progression"),
        warning("station-unreachable", "Roles", "B10"),
    ),
)

NOTES = (
    Fault(
        "a story without consent",
        put({"Case studies!F2": "no"}),
        note("story-without-consent", "Case studies", "F2"),
    ),
    Fault(
        "a section of their own",
        put({"Job descriptions!B3": "Perks"}),
        note("section-own", "Job descriptions", "B3"),
    ),
    Fault(
        "an order that is no number",
        put({"Job descriptions!E3": "second"}),
        note("order-unclear", "Job descriptions", "E3"),
    ),
    Fault(
        "an option that nobody wrote",
        put({"Development!E3": None}),
        note("row-without-text", "Development", "A3"),
    ),
    Fault(
        "no address in a process",
        put({"How moves happen!D2": "on the door"}),
        note("link-unusable", "How moves happen", "D2"),
    ),
    Fault("no address", put({"Moves!E5": "ask me"}), note("link-unusable", "Moves", "E5")),
    Fault("no address at all", put({"About!B5": "the door"}), note("link-unusable", "About", "B5")),
    Fault("a grade twice", row("Grades", 7, 6, 6), note("listed-twice", "Grades", "A7")),
    Fault("a track twice", row("Tracks", 5, "developer"), note("listed-twice", "Tracks", "A5")),
    Fault("a name of a colour", put({"Tracks!B2": "gold"}), note("colour-unknown", "Tracks", "B2")),
    Fault(
        "a track that is not listed",
        drop_row("Tracks", 4),
        note("track-not-listed", "Service Desk", "A1"),
    ),
    Fault("a blank kind", put({"Moves!C2": None}), note("kind-inferred", "Moves", "A2")),
    Fault(
        "a column of an unknown name",
        put({"Moves!G1": "Comments", "Moves!G2": "To be agreed"}),
        note("column-not-used", "Moves", "G1"),
    ),
    Fault("a hidden sheet", hide("Skills"), note("sheet-hidden", "Skills", "A1")),
    Fault(
        "a formula with a value",
        put({"Developer!C4": Formula("Medium")}),
        note("formula-read", "Developer", "C4"),
    ),
    Fault(
        "a zero-width space",
        put({"Developer!C4": "Med\u200bium"}),
        note("text-cleaned", "Developer", "C4"),
    ),
    Fault("a level that is not stated", put({"Developer!C4": None}), ()),
    Fault("a level that is not required", put({"Developer!B4": "n/a"}), ()),
)
