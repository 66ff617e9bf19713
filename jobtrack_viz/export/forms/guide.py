"""The words of the guide in a downloaded workbook."""

from jobtrack_viz.workbook.stamp import Stamp, stamp_text

__all__ = ["HINTS", "SHEETS", "STAMP", "STEPS", "introduction", "stamp_rows"]

_INTRODUCTION = (
    "Everything that the map shows{when}: change what is to change, leave the rest, upload it. "
    "Only what you changed will change."
)
STEPS = (
    (
        "To change",
        "Write over a cell. A dash says not required, an empty cell says not stated; the lowest "
        "level is a level.",
    ),
    (
        "To rename",
        "A role, a track or a competency is known by its name wherever it stands, so replace the "
        "name in the whole workbook at once (Ctrl+H, Within: Workbook).",
    ),
    (
        "To add a role",
        "Write a new row on Roles, with its ID blank, and its title and grade over a new column "
        "of each matrix that it stands in.",
    ),
    (
        "To remove",
        "Delete the whole row or column wherever it stands: a role on Roles, in its matrices, in "
        "moves and skills. What is left over is named when you upload.",
    ),
    (
        "To upload",
        "Save as Excel Workbook (.xlsx), upload, look at the preview. What others have published "
        "meanwhile is kept, and where both changed the same you are asked.",
    ),
)
SHEETS = "What each sheet is for"
HINTS = (
    "Good to know",
    (
        ("Notes", "Rest the pointer on a heading with a red corner to read what goes below it."),
        ("Lists", "Cells with a choice offer a list. Several values are separated by semicolons."),
        (
            "IDs",
            "The column ID on Roles keeps links working when a title changes: leave it as it is.",
        ),
        (
            "Stories",
            "Only stories with consent are here, since nothing else is published.",
        ),
        (
            "Colours",
            "Colours and bold type mean nothing to the map: write in words what they are to say.",
        ),
    ),
)
STAMP = "Made from"
_STAMP_NOTE = "Keep this line: by it the upload tells your changes from those of others."


def introduction(stamp: Stamp | None) -> str:
    """What this workbook is; with a stamp, of which version."""
    if stamp is None:
        return _INTRODUCTION.format(when="")
    day = f"{stamp.at.day} {stamp.at:%B %Y}"
    return _INTRODUCTION.format(when=f" in version {stamp.version} of {day}")


def stamp_rows(stamp: Stamp | None) -> tuple[tuple[str, str], ...]:
    """The line that reading looks for, and why it stands there; nothing without a stamp."""
    return ((STAMP, stamp_text(stamp)), ("", _STAMP_NOTE)) if stamp else ()
