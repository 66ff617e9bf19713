"""Write data/sample.xlsx from the words in data/sample/: the workbook that HR may copy.

    python data/make_sample.py [where.xlsx]

The same words always give the same bytes. `sample_check.py` says what must hold first.
"""

import io
import re
import sys
import zipfile
from math import ceil
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from sample import (
    development,
    documents_digital,
    documents_technical,
    framework,
    ladder,
    levels,
    moves,
    processes,
    profiles,
    roles_digital,
    roles_technical,
    skills,
    stories,
)
from sample_check import check_guidance, check_sample, roles_on

ROLES = roles_digital.ROLES + roles_technical.ROLES
DOCUMENTS = documents_digital.DOCUMENTS | documents_technical.DOCUMENTS
TRACK_NAMES = [name for name, *_ in framework.TRACKS]
HEADER = {
    "font": Font(name="Calibri", bold=True, color="FFFFFF"),
    "fill": PatternFill("solid", fgColor="1B2A5C"),
    "alignment": Alignment(wrap_text=True, vertical="center"),
}
CELL = {
    "alignment": Alignment(wrap_text=True, vertical="top"),
    "border": Border(bottom=Side("thin", color="D5DAE5")),
}
LONG_AGO = (2026, 9, 1, 0, 0, 0)


def tables() -> dict[str, tuple[list, list[int]]]:
    """Every sheet with a header row: name -> (rows, column widths)."""
    return {
        "Ladder": (ladder_rows(), [26, 20, 34, 44, 44, 44]),
        "Grades": ([("Grade", "Name", "Note"), *framework.GRADES], [8, 16, 80]),
        "Tracks": (
            [("Track", "Group", "Status", "Description", "Posts"), *framework.TRACKS],
            [32, 16, 16, 80, 8],
        ),
        "Roles": (role_rows(), [33, 8, 34, 36, 64, 10, 10, 15, 32, 8]),
        **{
            name: (matrix_rows(name), [36] + [15] * len(roles_on(name, ROLES)))
            for name in TRACK_NAMES
        },
        "Moves": (
            [("From", "To", "Kind", "How it happens", "Both ways"), *moves.MOVES],
            [32, 32, 16, 70, 10],
        ),
        "Skills": (skill_rows(), [42, 34, 36, 12, 15, 12, 13]),
        "Development": (development_rows(), [36, 10, 60, 60, 50]),
        "Level profiles": (profile_rows(), [14, 8, 44, 28, 20, 70]),
        "How moves happen": (process_rows(), [22, 32, 100, 44]),
        "Case studies": (story_rows(), [32, 32, 32, 100, 10]),
        "Job descriptions": (document_rows(), [24, 14, 40, 80, 12, 8]),
    }


def ladder_rows() -> list:
    plain = ["Competency", "Group", "Definition"]
    rows = [
        [entry[name] for name in plain] + ["\n".join(entry[level]) for level in ladder.LEVELS]
        for entry in ladder.LADDER
    ]
    return [plain + ladder.LEVELS, *rows]


def role_rows() -> list:
    names = [
        "Role",
        "Grade",
        "Track",
        "Also known as",
        "Summary",
        "Status",
        "Manages people",
        "HERA reference",
        "Reports to",
        "Posts",
    ]
    usual = {"Status": "open", "Manages people": "no"}
    return [names, *([role.get(name, usual.get(name)) for name in names] for role in ROLES)]


def matrix_rows(track: str) -> list:
    """Competencies down the side, roles from left to right by grade."""
    titles = [f"{role['Role']} ({role['Grade']})" for role in roles_on(track, ROLES)]
    columns = [levels.LEVELS_OF_ROLE[title].replace(" ", "") for title in titles]
    rows = [
        [entry["Competency"], *(levels.LETTERS[column[i]] for column in columns)]
        for i, entry in enumerate(ladder.LADDER)
    ]
    return [[f"{track} track", *titles], *rows]


def skill_rows() -> list:
    header = ["Skill", "Track", "Role", "Kind", "Category", "Technology", "Equivalent experience"]
    rows = []
    for skill, where, kind, category, *marks in skills.TRACK_SKILLS:
        rows.append([skill, "; ".join(where), None, kind, category, *yes(marks)])
    for skill, where, kind, category, *marks in skills.ROLE_SKILLS:
        rows.append([skill, None, "; ".join(where), kind, category, *yes(marks)])
    return [header, *rows]


def development_rows() -> list:
    """Competencies in the ladder's order, the lower level first."""
    header = ["Competency", "To level", "On the job", "With others", "Formal training"]
    rows = [
        [competency, level, *("\n".join(options) for options in ways)]
        for (competency, level), ways in development.DEVELOPMENT.items()
    ]
    return [header, *rows]


def profile_rows() -> list:
    """A row for each text of a level; its description stands on the first."""
    rows = []
    for level, grade, about, experiences, transferable, options, behaviours in profiles.PROFILES:
        doing, transfers, towards, behaving = profiles.SECTIONS
        texts = [
            (doing, None, experiences),
            (transfers, None, transferable),
            *((towards, way, lines) for way, lines in zip(profiles.WAYS, options, strict=True)),
            *((behaving, at, lines) for at, lines in zip(profiles.WHERE, behaviours, strict=True)),
        ]
        for number, (section, topic, lines) in enumerate(texts):
            first = None if number else about
            rows.append([level, grade, first, section, topic, "\n".join(lines)])
    return [["Level", "Grades", "Description", "Section", "Topic", "Text"], *rows]


def process_rows() -> list:
    rows = [
        (kind, title, "\n".join(paragraphs), link)
        for kind, title, paragraphs, link in processes.PROCESSES
    ]
    return [("Kind", "Title", "Text", "Link"), *rows]


def story_rows() -> list:
    rows = [
        (title, start, end, "\n".join(paragraphs), "yes")
        for title, start, end, paragraphs in stories.STORIES
    ]
    return [("Title", "From", "To", "Story", "Consent"), *rows]


def document_rows() -> list:
    header = ["Role", "Section", "Heading", "Text", "Kind", "Order"]
    rows = [
        [role, section, heading or None, "\n".join(said) or None, kind or None, number]
        for role, parts in DOCUMENTS.items()
        for number, (section, heading, kind, said) in enumerate(parts, start=1)
    ]
    return [header, *rows]


def yes(marks: list[str]) -> list[str | None]:
    return ["yes" if mark in marks else None for mark in (skills.TECH, skills.OR)]


def dress(sheet: Worksheet, widths: list[int]) -> None:
    """Make a sheet pleasant to read and safe to edit: nothing here carries meaning."""
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for row in sheet.iter_rows():
        style = HEADER if row[0].row == 1 and sheet.title != "About" else CELL
        for cell in row:
            for name, value in style.items():
                setattr(cell, name, value)
        sheet.row_dimensions[row[0].row].height = 6 + 15 * max(
            lines(str(cell.value or ""), width) for cell, width in zip(row, widths, strict=True)
        )
    for row in sheet.iter_rows(min_row=1 if sheet.title == "About" else 2):
        row[0].font = Font(name="Calibri", bold=True)
    if sheet.title != "About":
        sheet.freeze_panes = "B2"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1" if sheet.title != "About" else None


def lines(text: str, width: int) -> int:
    return sum(max(1, ceil(len(line) / (width - 1))) for line in text.split("\n"))


def write_sample() -> bytes:
    book = Workbook()
    about = book.active
    about.title = "About"
    for row in framework.ABOUT:
        about.append(row)
    dress(about, [16, 80])
    for name, (rows, widths) in tables().items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        dress(sheet, widths)
        if name in TRACK_NAMES:
            choices = DataValidation(
                "list", formula1='"Low,Med,High"', allow_blank=True, showErrorMessage=True
            )
            choices.add(f"B2:{sheet.cell(sheet.max_row, sheet.max_column).coordinate}")
            sheet.add_data_validation(choices)
    for row in book["Roles"].iter_rows(min_col=2, max_col=2, min_row=2):
        row[0].number_format = "@"  # as text, so that Excel never turns 5/6 into a date
    book.properties.creator = "Northgate University"
    book.properties.title = "Digital careers at Northgate"
    raw = io.BytesIO()
    book.save(raw)
    return without_clock(raw.getvalue())


def without_clock(workbook: bytes) -> bytes:
    """The same workbook with fixed dates, so that the same words give the same bytes."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(fixed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(
                    rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2026-09-01T00:00:00Z", content
                )
            member = zipfile.ZipInfo(name, LONG_AGO)
            member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            new.writestr(member, content)
    return fixed.getvalue()


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("sample.xlsx")
    check_sample(ROLES)
    check_guidance(ROLES, DOCUMENTS)
    target.write_bytes(write_sample())
    print(f"{target}: {len(ROLES)} roles, {len(moves.MOVES)} moves")
