"""Help for HR, who keep the framework in Excel."""

from collections.abc import Iterator
from typing import Any

from layouts import html
from layouts.prose import Section, bullets, said, table

__all__ = ["for_hr"]

_SHEETS = (
    ("Matrix", "One track: competencies down the side, roles across, a level in each cell"),
    ("Ladder", "What each level of each competency looks like; also the scale and its order"),
    ("Grades", "The grades in order, their names, a link to the pay scale"),
    ("Tracks", "The order, colours and groups of tracks, and which are still drafts"),
    ("Roles", "Old job titles, summaries, planned roles and those no longer recruited to"),
    ("Moves", "Moves between tracks, and how they happen"),
    ("Skills", "What a track or a role needs to know: the other half of a comparison"),
    ("Development", "What helps to get to a level of a competency"),
    ("Level profiles", "A framework by level, such as descriptions of each band"),
    ("How moves happen", "The institution's processes: vacancies, secondment, regrading"),
    ("Case studies", "Stories of people who agreed; they are shown with Consent = yes only"),
    ("Job descriptions", "The generic document of each role"),
    ("About", "Title, institution, contact, links and licence"),
)
_BLANKS = (
    (
        "Lowest level",
        "A level, such as Low",
        "The role asks for it, at the lowest level",
        "It counts as a level",
    ),
    (
        "Not required",
        "A dash, N/A or “not required”",
        "The role does not ask for it at all",
        "It counts as below the lowest level",
    ),
    (
        "Not stated",
        "Leave the cell blank",
        "Nobody has decided yet",
        "It is never compared, and the page says so",
    ),
)


def for_hr() -> Section:
    """From a matrix to a map, and the three kinds of nothing."""
    return Section(
        "hr",
        "For HR",
        [
            said(
                "You go on working in Excel. The map is made from your workbook, and everything "
                "that it says is in a cell of yours."
            )
        ],
        (
            Section("workbook", "What a workbook needs", [*_workbook()]),
            Section("blanks", "Three kinds of nothing", [*_blanks()]),
            Section("checking", "What is checked", [*_checking()]),
            Section("publishing", "Upload, preview, publish", [*_publishing()]),
        ),
    )


def _workbook() -> Iterator[Any]:
    yield html.P(html.A("Download the template", href="/template.xlsx", className="button"))
    yield said(
        "One language matrix is enough: competencies in the first column, headings such as "
        "“Developer (6)” across the top, and a level in each cell. Tracks, roles and grades are "
        "read off it. Every other sheet only adds. Sheets are known by their headings, so their "
        "names and their order are up to you, and colours mean nothing."
    )
    yield table("Sheets of a workbook", ("Sheet", "What it adds"), _SHEETS)
    yield said(
        "The guide that comes with the program, docs/workbook.md, describes each sheet with a "
        "picture, each column, and each message."
    )


def _blanks() -> Iterator[Any]:
    yield said("These differ, and the map never turns one into another:")
    head = ("What you mean", "What you write", "What it says", "In a comparison")
    yield table("Levels and blanks", head, _BLANKS)


def _checking() -> Iterator[Any]:
    yield said(
        "Every problem is named with its sheet and cell, what was found and what to write instead, "
        "all at once. Errors must be put right before there is a map. Warnings deserve a second "
        "look. Notes say what was worked out, such as the order of grades, or left out."
    )
    yield bullets(
        "Give roles titles that say what somebody does. The grade in brackets makes the rest.",
        "Put old job titles on the sheet Roles, so that people find themselves.",
        "Publish a story only after the person has agreed to this use of it.",
    )


def _publishing() -> Iterator[Any]:
    yield said(
        "Whoever has an account signs in at the address of this map with /hr behind it. Readers "
        "see nothing of a draft until it is published."
    )
    yield bullets(
        "Download the published framework as a workbook, edit it in Excel and upload it: exactly "
        "what you edited changes. What colleagues published meanwhile stays; where both of you "
        "changed a cell you are asked which counts. A matrix of your own works too, and updates "
        "just the tracks that it holds.",
        "The report names each problem with its sheet and cell. You can have it as a copy of your "
        "workbook with those cells marked.",
        "The preview says what would change in words and shows the map before and after. A "
        "consultation link shows it to colleagues without an account until the day that you set.",
        "Publishing is one step, for everybody at once, and so is going back: every version stays "
        "in the history, and links to one show the map as it was.",
        "A story whose consent ends is withdrawn from all versions at once. A version can be "
        "withdrawn, and uploaded files can be purged. The audit log says who did it and when.",
    )
