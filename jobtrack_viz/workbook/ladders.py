"""The language ladder: competencies, their levels, and what each level looks like."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress

from jobtrack_viz.workbook.grades import split_title
from jobtrack_viz.workbook.grids import Cell, own_name
from jobtrack_viz.workbook.headers import Entry
from jobtrack_viz.workbook.remarks import is_remark
from jobtrack_viz.workbook.rows import Area, Row, Rows
from jobtrack_viz.workbook.scale import Scale, is_level_like, is_vocabulary
from jobtrack_viz.workbook.signs import GRADE_WORDS
from jobtrack_viz.workbook.text import fold, plain_heading

__all__ = [
    "Ladder",
    "LadderRow",
    "LadderTable",
    "find_ladders",
    "is_matrix_of",
    "ladder_table",
    "longest",
    "scale_of",
    "without_sections",
]

_FIELDS: Mapping[str, tuple[str, ...]] = {
    "competency": (
        "competency",
        "competencies",
        "skill",
        "skills",
        "behaviour",
        "behaviours",
    ),
    "group": ("group", "cluster", "domain", "groups", "clusters", "domains"),
    "definition": ("definition", "description", "definitions", "descriptions"),
}
_NO_LEVELS = frozenset(
    {
        "note",
        "notes",
        "comment",
        "comments",
        "source",
        "order",
        "id",
        "code",
        "no",
        "no.",
        "number",
        "ref",
        "#",
        "key",
        "legend",
        "example",
        "examples",
        "evidence",
        "owner",
        "status",
        "weight",
        "weighting",
    }
)
_NO_LADDER = frozenset(
    {"role", "roles", "level", "to level", "track", "tracks", "descriptor", "statement", "kind"}
)
_KNOWN_HEADING = 3
_LONGEST_LEVEL = 40


@dataclass(frozen=True, slots=True)
class LadderRow:
    """One competency. ``statements`` are the filled descriptor cells by level, from 0.

    ``names`` are its own words for levels, by level, where they are not the ladder's.
    """

    competency: Entry
    group: str
    definition: str
    statements: Mapping[int, Entry]
    names: Mapping[int, str] = field(default_factory=dict)

    @property
    def bare(self) -> bool:
        """True if nothing stands beside the name."""
        return not (self.group or self.definition or self.statements)


@dataclass(frozen=True, slots=True)
class Ladder:
    """The ladder's level headers, lowest first, and its rows."""

    sheet: str
    levels: tuple[Entry, ...]
    rows: tuple[LadderRow, ...]


@dataclass(frozen=True, slots=True)
class LadderTable:
    """A wide ladder, the area it takes, and the number of cells that this reading explains.

    ``filled`` is the heading of the groups, if their labels stood on the first rows only.
    """

    ladder: Ladder
    area: Area
    score: float
    unused: tuple[Cell, ...] = ()
    filled: tuple[Cell, ...] = ()


def find_ladders(rows: Rows) -> Iterator[tuple[int, bool]]:
    """The rows that may head a wide ladder: Competency, then levels without a grade.

    With each, whether more than the one word says so: a level's name, Group or Definition.
    """
    for number, row in rows.items():
        fields = _fields(row)
        if "competency" not in fields:
            continue
        words = {plain_heading(cell.text) for cell in row.values()}
        if not words & _NO_LADDER:
            levels = _levels(row, fields)
            graded = any(split_title(cell.text)[1] for cell in levels)
            first = all(cell.column > fields["competency"] for cell in levels)
            short = all(len(cell.text) <= _LONGEST_LEVEL for cell in levels)
            named = 2 * _named(levels) >= len(levels)
            if levels and short and not graded and (first or named):
                yield number, named or len(fields) > 1


def ladder_table(header: Row, below: Rows, sheet: str) -> LadderTable | None:
    """The ladder under a header row.

    None for a table whose cells are mostly levels, or that has a few short words over and over
    on a sheet that is not called a ladder: that is a matrix. Short words that are levels of another
    ladder can only be told by that one, see ``is_matrix_of``.
    """
    fields = _fields(header)
    levels = _levels(header, fields)
    body = _body(below, fields["competency"])
    levels = _beside(levels, fields, body)
    if body and fold(body[0][fields["competency"]].text) in GRADE_WORDS:
        return None  # the grades of roles, under their titles
    texts = [cells[c.column].text for cells in body for c in levels if c.column in cells]
    matrix = 2 * sum(is_level_like(text, None) for text in texts) >= len(texts)
    named = _named(levels)
    called = "ladder" in fold(own_name(sheet))
    if (texts and matrix) or (not called and named < len(levels) and is_vocabulary(texts)):
        return None
    if not (texts or named or called):
        return None
    filled = _groups_stand_once(body, fields)
    ladder = _ladder(sheet, fields, levels, body, filled)
    columns = [*fields.values(), *(cell.column for cell in levels)]
    right = max(columns)
    number = _row_number(header)
    area = (number, min(columns), max((_row_number(row) for row in body), default=number), right)
    unused = [c for c in header.values() if c.column not in columns and c.column < right]
    explained = sum(column in columns for row in body for column in row)
    score = _KNOWN_HEADING * (len(fields) + named) + len(levels) - named + explained
    groups = (header[fields["group"]],) if filled else ()
    return LadderTable(ladder, area, score, tuple(unused), groups)


def is_matrix_of(ladder: Ladder, scale: Scale) -> bool:
    """True if most descriptors are levels of a scale: then the table is a matrix after all."""
    texts = [entry.line for row in ladder.rows for entry in row.statements.values()]
    return bool(texts) and 2 * sum(scale.rank(text) is not None for text in texts) >= len(texts)


def longest(ladders: Sequence[Ladder]) -> Ladder:
    """The ladder of most competencies, whose levels are the scale; of equals, the first."""
    return max(ladders, key=lambda ladder: len(ladder.rows))


def scale_of(ladders: Sequence[Ladder]) -> Scale | None:
    """The scale of the longest ladder, and the own words of competencies that have others."""
    if not ladders:
        return None
    levels = tuple(entry.line for entry in longest(ladders).levels)
    own: dict[str, tuple[str, ...]] = {}
    for ladder in ladders:
        words = tuple(entry.line for entry in ladder.levels)
        for row in ladder.rows:
            names = words
            if row.names:
                names = tuple(row.names.get(i, "") for i in range(max(row.names) + 1))
            if list(map(fold, names)) != list(map(fold, levels)):
                own.setdefault(fold(row.competency.line), names)
    return Scale(levels, own)


def without_sections(ladder: Ladder, used: frozenset[str]) -> tuple[Ladder, tuple[Entry, ...]]:
    """The ladder without rows that only name a section, and these rows' names.

    A section says nothing and no role uses it, on a ladder that describes most competencies.
    """
    said = [not row.bare or fold(row.competency.line) in used for row in ladder.rows]
    if 2 * sum(said) <= len(said):
        return ladder, ()
    rows = zip(ladder.rows, said, strict=True)
    titles = tuple(row.competency for row, kept in rows if not kept)
    return replace(ladder, rows=tuple(compress(ladder.rows, said))), titles


def _fields(header: Row) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for column, cell in header.items():
        word = plain_heading(cell.text) if len(cell.text) <= _LONGEST_LEVEL else ""
        for name, words in _FIELDS.items():
            if word in words and name not in found:
                found[name] = column
    return found


def _levels(header: Row, fields: Mapping[str, int]) -> list[Cell]:
    """The headings that may name levels."""
    taken = set(fields.values())
    return [
        cell
        for column, cell in header.items()
        if column not in taken and plain_heading(cell.text) not in _NO_LEVELS
    ]


def _named(levels: Sequence[Cell]) -> int:
    return sum(is_level_like(cell.text, None) for cell in levels)


def _beside(levels: Sequence[Cell], fields: Mapping[str, int], body: Sequence[Row]) -> list[Cell]:
    """The headings without those behind an empty column that hardly describe anything."""
    columns = {*fields.values(), *(cell.column for cell in levels)}
    filled = columns | {column for row in body for column in row}
    kept: list[Cell] = []
    last = fields["competency"]
    for cell in sorted(levels, key=lambda cell: cell.column):
        gap = any(column not in filled for column in range(last + 1, cell.column))
        described = sum(cell.column in row for row in body)
        if not gap or 2 * described >= len(body):
            kept.append(cell)
            last = max(last, cell.column)
    return kept


def _body(rows: Rows, side: int) -> list[Row]:
    """Rows below that begin with a competency, down to the remarks at the end."""
    body = list(rows.values())
    while body and is_remark(body[-1]) and not len(body[-1]) > 2:
        body.pop()
    return [row for row in body if side in row]


def _groups_stand_once(body: Sequence[Row], fields: Mapping[str, int]) -> bool:
    """True if group labels stand left of the competencies, on the first row of each group only."""
    column = fields.get("group")
    if column is None or column > fields["competency"]:
        return False
    described = [row for row in body if len(row) > 1]
    said = [fold(row[column].text) if column in row else "" for row in described]
    labels = [text for text in said if text]
    return bool(labels) and said[0] != "" and "" in said and len(set(labels)) == len(labels)


def _ladder(
    sheet: str,
    fields: Mapping[str, int],
    levels: Sequence[Cell],
    body: Sequence[Row],
    filled: bool,
) -> Ladder:
    rows = []
    group = ""
    for cells in body:
        own = _text(cells, fields.get("group"))
        group = own or (group if filled and len(cells) > 1 else "")
        statements = {
            i: Entry(sheet, cells[level.column])
            for i, level in enumerate(levels)
            if level.column in cells
        }
        definition = _text(cells, fields.get("definition"))
        name = Entry(sheet, cells[fields["competency"]])
        rows.append(LadderRow(name, group, definition, statements))
    return Ladder(sheet, tuple(Entry(sheet, level) for level in levels), tuple(rows))


def _row_number(row: Row) -> int:
    return next(iter(row.values())).row


def _text(cells: Row, column: int | None) -> str:
    return cells[column].line if column in cells and column is not None else ""
