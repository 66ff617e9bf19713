"""The lists of the contract: their columns, the words that head these, and a list's rows."""

from collections.abc import Mapping
from dataclasses import dataclass

from jobtrack_viz.workbook.grids import Cell, address

__all__ = ["ABOUT", "KEYS", "KINDS", "REQUIRED", "Entry", "Header", "Record"]

_COMPETENCY = ("competency", "skill", "competencies", "skills", "behaviour", "behaviours")
_POSTS = ("posts", "posts covered", "number of posts", "headcount")

KINDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "Grades": {
        "grade": ("grade", "grades"),
        "order": ("order",),
        "name": ("name", "level name"),
        "note": ("note", "notes"),
        "link": ("link", "pay scale"),
    },
    "Tracks": {
        "track": ("track", "tracks"),
        "colour": ("colour", "color"),
        "group": ("group", "job family"),
        "description": ("description",),
        "order": ("order",),
        "status": ("status",),
        "posts": _POSTS,
    },
    "Roles": {
        "role": (
            "role",
            "job title",
            "title",
            "roles",
            "job titles",
            "titles",
            "post title",
            "position title",
        ),
        "id": ("id", "role id", "position id"),
        "grade": ("grade", "job grade", "pay grade", "pay band"),
        "track": ("track", "tracks"),
        "aliases": ("also known as", "aliases", "former titles"),
        "summary": ("summary",),
        "status": ("status",),
        "manages": ("manages people",),
        "hera": ("hera reference",),
        "reviewed": ("hera reviewed",),
        "reports": ("reports to",),
        "link": ("link",),
        "posts": _POSTS,
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
        "skill": ("skill", "skill or knowledge", "skills", "skills or knowledge"),
        "track": ("track", "tracks"),
        "role": ("role", "roles"),
        "kind": ("kind",),
        "category": ("category",),
        "technology": ("technology",),
        "equivalent": ("equivalent experience",),
    },
    "Matrix (long)": {
        "role": ("role", "job title", "title", "roles"),
        "competency": _COMPETENCY,
        "level": ("level", "levels"),
        "track": ("track", "tracks"),
        "grade": ("grade",),
    },
    "Ladder (long)": {
        "competency": _COMPETENCY,
        "level": ("level", "levels"),
        "descriptor": ("descriptor", "statement", "descriptors", "statements"),
        "group": ("group", "cluster", "domain"),
        "definition": ("definition", "description"),
        "order": ("level order",),
        "scale": ("scale level",),
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
REQUIRED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "Grades": (("grade",),),
    "Tracks": (("track",),),
    "Roles": (
        ("role", "grade"),
        ("role", "track"),
        ("role", "aliases"),
        ("role", "summary"),
        ("role", "status"),
        ("role", "id"),
        ("role", "reports"),
    ),
    "Moves": (("from", "to"),),
    "Skills": (("skill", "track"), ("skill", "role")),
    "Matrix (long)": (("role", "competency", "level"),),
    "Ladder (long)": (("competency", "level", "descriptor"), ("competency", "level", "definition")),
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
ABOUT = (
    "title",
    "institution",
    "owner",
    "contact",
    "vacancies",
    "privacy",
    "feedback",
    "reviewed",
    "licence",
    "attribution",
)
"""What the sheet About may say, in its first column."""
KEYS: Mapping[str, tuple[str, ...]] = {
    "Roles": ("track",),
    "Skills": ("track", "role"),
    "Matrix (long)": ("track", "role", "grade", "competency"),
    "Ladder (long)": ("group", "competency"),
    "Development": ("competency",),
    "Level profiles": ("level", "grades", "grade", "track", "section"),
    "Job descriptions": ("role", "section", "heading"),
}
"""Fields that people like to fill on the first row of each group only."""


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
    """A header row: which list it announces, each field's column, and columns of no known name.

    ``left`` and ``right`` are its first and its last column.
    """

    kind: str
    row: int
    columns: Mapping[str, int]
    unknown: tuple[Cell, ...]
    left: int
    right: int


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
