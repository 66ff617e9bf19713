"""Lists on a sheet: which one a header row announces, and its rows as records."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jobtrack_viz.workbook.grids import Cell, Grid, address
from jobtrack_viz.workbook.text import fold

__all__ = ["NOT_USED_YET", "Entry", "Header", "Record", "find_header", "records"]

_KINDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "Grades": {
        "grade": ("grade",),
        "order": ("order",),
        "name": ("name", "level name"),
        "note": ("note", "notes"),
        "link": ("link", "pay scale"),
    },
    "Tracks": {
        "track": ("track",),
        "colour": ("colour", "color"),
        "group": ("group", "job family"),
        "description": ("description",),
        "order": ("order",),
        "status": ("status",),
    },
    "Roles": {
        "role": ("role", "job title", "title"),
        "id": ("id",),
        "grade": ("grade",),
        "track": ("track", "tracks"),
        "aliases": ("also known as", "aliases", "former titles"),
        "summary": ("summary",),
        "status": ("status",),
        "manages": ("manages people",),
        "hera": ("hera reference",),
        "reviewed": ("hera reviewed",),
        "reports": ("reports to",),
        "link": ("link",),
    },
    "Moves": {
        "from": ("from",),
        "to": ("to",),
        "kind": ("kind",),
        "note": ("how it happens", "note"),
        "link": ("link",),
        "both": ("both ways",),
    },
    "Skills": {
        "skill": ("skill", "skill or knowledge"),
        "track": ("track", "tracks"),
        "role": ("role", "roles"),
        "kind": ("kind",),
        "category": ("category",),
        "technology": ("technology",),
        "equivalent": ("equivalent experience",),
    },
    "Matrix (long)": {
        "role": ("role", "job title"),
        "competency": ("competency", "skill"),
        "level": ("level",),
        "track": ("track",),
        "grade": ("grade",),
    },
    "Ladder (long)": {
        "competency": ("competency", "skill"),
        "level": ("level",),
        "descriptor": ("descriptor", "statement"),
        "group": ("group", "cluster", "domain"),
        "definition": ("definition", "description"),
        "order": ("level order",),
    },
    "Development": {
        "competency": ("competency", "skill"),
        "level": ("to level", "target level", "level to reach"),
        "job": ("on the job", "on-the-job", "on the job learning", "on-the-job learning"),
        "others": ("with others", "interactions with others", "learning with others"),
        "formal": ("formal training", "formal learning"),
    },
    "Level profiles": {
        "level": ("level", "band"),
        "grades": ("grades", "indicative grade", "indicative grades"),
        "grade": ("grade",),
        "track": ("track", "tracks"),
        "description": ("description",),
        "section": ("section",),
        "topic": ("topic",),
        "text": ("text",),
        "link": ("link",),
    },
    "How moves happen": {
        "kind": ("kind",),
        "title": ("title",),
        "text": ("text",),
        "link": ("link",),
    },
    "Case studies": {
        "title": ("title",),
        "from": ("from",),
        "to": ("to",),
        "story": ("story", "case study"),
        "link": ("link",),
        "consent": ("consent",),
    },
    "Job descriptions": {
        "role": ("role", "job title"),
        "section": ("section",),
        "text": ("text",),
        "heading": ("heading",),
        "order": ("order",),
        "kind": ("kind",),
    },
}
_REQUIRED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "Grades": (("grade",),),
    "Tracks": (("track",),),
    "Roles": (("role", "grade"), ("role", "track"), ("role", "aliases"), ("role", "summary")),
    "Moves": (("from", "to"),),
    "Skills": (("skill", "track"), ("skill", "role")),
    "Matrix (long)": (("role", "competency", "level"),),
    "Ladder (long)": (("competency", "level", "descriptor"),),
    "Development": (("competency", "level"),),
    "Level profiles": (
        ("level", "grades"),
        ("level", "grade", "text"),
        ("level", "section", "text"),
    ),
    "How moves happen": (("kind", "title", "text"),),
    "Case studies": (("title", "story"),),
    "Job descriptions": (("role", "section", "text"),),
}
NOT_USED_YET = frozenset({"Matrix (long)", "Ladder (long)"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A filled cell together with its sheet."""

    sheet: str
    cell: Cell

    @property
    def text(self) -> str:
        """The cell's text, with its line feeds."""
        return self.cell.text

    @property
    def line(self) -> str:
        """The cell's text on one line."""
        return self.cell.line

    @property
    def address(self) -> str:
        """Such as ``C14``."""
        return address(self.cell.row, self.cell.column)


@dataclass(frozen=True, slots=True)
class Header:
    """A header row: which list it announces, each field's column, and columns of no known name."""

    kind: str
    row: int
    columns: Mapping[str, int]
    unknown: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a list: the filled cells by field. ``start`` is its first filled cell.

    ``columns`` are the list's columns by field, filled in this row or not.
    """

    kind: str
    fields: Mapping[str, Entry]
    start: Entry
    columns: Mapping[str, int]

    def address(self, field: str) -> str:
        """Where a field of this row stands or should stand."""
        column = self.columns.get(field, self.start.cell.column)
        return address(self.start.cell.row, column)

    def line(self, field: str) -> str:
        """A field's text on one line, empty if it is blank."""
        entry = self.fields.get(field)
        return entry.line if entry else ""


def find_header(grid: Grid) -> Header | None:
    """The header row that names the most columns of a known list; the sheet's name breaks ties."""
    rows: dict[int, list[Cell]] = {}
    for (row, _), cell in grid.cells.items():
        rows.setdefault(row, []).append(cell)
    found = [header for row in rows.values() for header in _readings(row, grid.name)]
    named = fold(grid.name)
    return max(
        found,
        key=lambda h: (len(h.columns), fold(h.kind) == named, -len(h.unknown), -h.row),
        default=None,
    )


def _readings(row: list[Cell], sheet: str) -> Iterator[Header]:
    for kind, fields in _KINDS.items():
        columns: dict[str, int] = {}
        unknown = []
        for cell in row:
            text = fold(cell.text).rstrip(" :*")
            field = next((f for f, names in fields.items() if text in names), None)
            if field and field not in columns:
                columns[field] = cell.column
            else:
                unknown.append(cell)
        named = fold(sheet) == fold(kind)
        enough = any(columns.keys() >= set(needed) for needed in _REQUIRED[kind])
        alone = named and next(iter(fields)) in columns
        lonely = len(columns) == 1 and unknown and not named
        if (enough or alone) and not lonely:
            yield Header(kind, row[0].row, columns, tuple(unknown))


def records(grid: Grid, header: Header) -> Iterator[Record]:
    """The rows below a header that fill at least one of its columns."""
    fields = {column: field for field, column in header.columns.items()}
    rows: dict[int, dict[str, Entry]] = {}
    for (row, column), cell in grid.cells.items():
        if row > header.row and column in fields:
            rows.setdefault(row, {})[fields[column]] = Entry(grid.name, cell)
    for found in rows.values():
        yield Record(header.kind, found, next(iter(found.values())), header.columns)
