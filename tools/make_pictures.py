"""Draw the pictures of docs/workbook.md: parts of sheets, as a spreadsheet shows them.

Run it from the project's root after the sample or the template has changed, or ``make pictures``:
``python tools/make_pictures.py [folder]``. It needs Chromium, as the browser tests do.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.bring_chromium import found

__all__ = ["PICTURES", "Picture", "page_of"]

ROOT = Path(__file__).resolve().parent.parent
SAMPLE, TEMPLATE = ROOT / "data" / "sample.xlsx", ROOT / "data" / "template.xlsx"
MOST_CHARACTERS = 90
STYLE = """
body { margin: 0; padding: 12px; width: max-content; color: #16203c; background: #fff;
  font: 13px/1.35 "Liberation Sans", Arial, sans-serif; }
table { border-collapse: collapse; }
th { padding: 2px 6px; font-weight: 400; color: #5a6378; background: #eef0f4;
  border: 1px solid #c9cfdb; }
td { max-width: 230px; padding: 4px 8px; vertical-align: top; white-space: pre-line;
  border: 1px solid #d9dde6; }
td.head { font-weight: 700; color: #fff; background: #1b2a5c; }
td.side { font-weight: 700; }
.tab { display: inline-block; margin-left: 32px; padding: 4px 14px; font-weight: 700;
  color: #1b2a5c; border: 1px solid #c9cfdb; border-top: 3px solid #1b2a5c; }
"""


@dataclass(frozen=True)
class Picture:
    """A part of a sheet: its file's name, and the columns and rows that are shown.

    Without a book ``cells`` are shown: forms of a table that neither workbook uses.
    """

    name: str
    sheet: str
    columns: Sequence[int] = ()
    rows: Sequence[int] = ()
    book: Path | None = SAMPLE
    cells: tuple[tuple[str, ...], ...] = ()


LONG_MATRIX = (
    ("Role", "Competency", "Level"),
    ("Developer (6)", "Problem Solving", "Low"),
    ("Developer (6)", "Data modelling", "High"),
    ("IT Security Analyst (6)", "Problem Solving", "Med"),
    ("IT Security Analyst (6)", "Incident response", "Med"),
)
LONG_LADDER = (
    ("Competency", "Group", "Level", "Descriptor"),
    ("Problem Solving", "Thinking", "Low", "Uses methods that are known to work"),
    ("Problem Solving", "Thinking", "Med", "Looks for the cause before choosing a method"),
    ("Problem Solving", "Thinking", "High", "Sees problems coming and prevents them"),
)
TURNED = (
    ("Job title", "Grade", "Problem Solving", "Creativity"),
    ("Developer", "6", "Low", "Low"),
    ("Senior Developer", "7", "Med", "High"),
)
TWO_ROWS = (
    ("Competency", "Developer", "Senior Developer"),
    ("", "Grade 6", "Grade 7"),
    ("Problem Solving", "Low", "Med"),
    ("Creativity", "-", "High"),
)
PICTURES = (
    Picture("template", "Track name", range(1, 5), range(1, 5), TEMPLATE),
    Picture("matrix", "Developer", range(1, 6), range(1, 7)),
    Picture("matrix-two-rows", "Developer", book=None, cells=TWO_ROWS),
    Picture("matrix-turned", "Developer", book=None, cells=TURNED),
    Picture("matrix-long", "Matrix, long form", book=None, cells=LONG_MATRIX),
    Picture("ladder", "Ladder", (1, 2, 4, 5, 6), range(1, 4)),
    Picture("ladder-long", "Ladder, long form", book=None, cells=LONG_LADDER),
    Picture("grades", "Grades", range(1, 4), range(1, 6)),
    Picture("tracks", "Tracks", range(1, 5), range(1, 6)),
    Picture("roles", "Roles", range(1, 7), range(1, 5)),
    Picture("moves", "Moves", range(1, 6), range(1, 6)),
    Picture("skills", "Skills", range(1, 8), range(1, 6)),
    Picture("development", "Development", range(1, 6), range(1, 4)),
    Picture("level-profiles", "Level profiles", range(1, 7), range(1, 6)),
    Picture("how-moves-happen", "How moves happen", range(1, 4), range(1, 5)),
    Picture("case-studies", "Case studies", range(1, 6), range(1, 4)),
    Picture("job-descriptions", "Job descriptions", range(1, 6), (1, 2, 3, 6, 7)),
    Picture("about", "About", (1, 2), range(1, 8)),
)


def main() -> None:
    """Write each picture as ``<folder>/<name>.png``."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found(), args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1100, "height": 900})
        for picture in PICTURES:
            page.set_content(page_of(picture))
            target = folder / f"{picture.name}.png"
            page.locator("body").screenshot(path=target)
            print(f"{target}: {target.stat().st_size:,} bytes")
        browser.close()


def page_of(picture: Picture) -> str:
    """The part of the sheet as a web page, with letters, numbers and the sheet's tab."""
    rows = list(_rows(picture))
    columns = picture.columns or range(1, len(rows[0][1]) + 1)
    letters = "".join(f"<th>{get_column_letter(column)}</th>" for column in columns)
    headed = picture.sheet != "About"
    body = "".join(
        f"<tr><th>{number}</th>{_cells(texts, headed and number == 1)}</tr>"
        for number, texts in rows
    )
    tab = f'<div class="tab">{escape(picture.sheet)}</div>'
    table = f"<table><tr><th></th>{letters}</tr>{body}</table>"
    return f"<!DOCTYPE html><meta charset=utf-8><style>{STYLE}</style><body>{table}{tab}"


def _rows(picture: Picture) -> Iterator[tuple[int, list[str]]]:
    """Each row's number and its texts."""
    if picture.book is None:
        yield from enumerate((list(texts) for texts in picture.cells), start=1)
        return
    sheet = load_workbook(picture.book, read_only=True)[picture.sheet]
    cells = list(sheet.iter_rows(values_only=True))
    for number in picture.rows:
        values = cells[number - 1] if number <= len(cells) else ()
        yield number, [_shortened(values, column) for column in picture.columns]


def _shortened(values: Sequence[object], column: int) -> str:
    value = values[column - 1] if column <= len(values) else None
    text = "" if value is None else str(value)
    if len(text) <= MOST_CHARACTERS:
        return text
    return text[:MOST_CHARACTERS].rsplit(maxsplit=1)[0] + " ..."


def _cells(texts: Sequence[str], heading: bool) -> str:
    first, rest = ("head", "head") if heading else ("side", "")
    return "".join(
        f'<td class="{rest if i else first}">{escape(text)}</td>' for i, text in enumerate(texts)
    )


if __name__ == "__main__":
    main()
