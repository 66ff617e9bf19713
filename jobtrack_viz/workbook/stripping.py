"""The workbook without what nobody means to give away, cell values as they were. In the child."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.contents import SheetEntry
from jobtrack_viz.workbook.gate import Inspection
from jobtrack_viz.workbook.grids import Grid
from jobtrack_viz.workbook.package import Package, open_package
from jobtrack_viz.workbook.parts import Tags
from jobtrack_viz.workbook.personal import personal_cells
from jobtrack_viz.workbook.redaction import Redaction, redactions
from jobtrack_viz.workbook.references import area
from jobtrack_viz.workbook.rewriting import Editor, rewritten
from jobtrack_viz.workbook.sheet_facts import SheetFacts
from jobtrack_viz.workbook.stripping_parts import BookEditor, StringsEditor, TableEditor
from jobtrack_viz.workbook.stripping_sheet import Cleared, SheetEditor
from jobtrack_viz.workbook.surroundings import Relation, relations_of

__all__ = ["stripped_copy"]

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEETML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TYPES = {
    "officeDocument": f"{_SHEETML}.sheet.main+xml",
    "worksheet": f"{_SHEETML}.worksheet+xml",
    "sharedStrings": f"{_SHEETML}.sharedStrings+xml",
    "styles": f"{_SHEETML}.styles+xml",
    "table": f"{_SHEETML}.table+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
}
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES = "xl/styles.xml"
"""Where all programs look for it, linked or not."""
_OUTSIDE = ("externalLink", "externalLinkPath")
_WEB = re.compile(r"https?://", re.IGNORECASE)


def stripped_copy(
    data: bytes, inspection: Inspection, grids: Sequence[Grid], limits: Limits
) -> bytes:
    """The workbook with its visible sheets, cells, looks and links to web pages, and no more.

    Cells of hidden rows and columns and those about people are empty. Of lists of people only the
    headings stay by which they are known; where there is one, nothing stays that may name people.
    Where what was taken out could have been part of a formula, the values that Excel stored stand
    instead of formulas.

    Raises:
        UnreadableWorkbook: the workbook holds more than the limits allow.
    """
    return _Copy(open_package(data, limits), inspection, grids, limits).written()


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A visible sheet and what is to be cleared on it."""

    entry: SheetEntry
    facts: SheetFacts
    cleared: Cleared


class _Copy:
    """One copy: its archive grows part by part, with the types and relationships of each."""

    def __init__(
        self, package: Package, inspection: Inspection, grids: Sequence[Grid], limits: Limits
    ) -> None:
        self._package = package
        self._contents = inspection.contents
        self._tags = Tags(50_000 + 10 * limits.cells)
        people = redactions(grids)
        self._near_people = any(one.rows for one in people)
        self._sheets = [
            _Sheet(entry, facts, _cleared(grid, here))
            for (entry, facts), grid, here in zip(inspection.sheets, grids, people, strict=True)
            if not entry.hidden
        ]
        self._links = relations_of(package, self._contents.workbook_part, self._tags)
        self._fewer_sheets = len(self._sheets) < self._contents.sheet_count
        outside = any(link.kind in _OUTSIDE for link in self._links)
        cleared = any(sheet.cleared for sheet in self._sheets)
        self._values_only = self._fewer_sheets or outside or cleared
        self._kinds: dict[str, str] = {}
        self._bytes = BytesIO()
        self._zip = ZipFile(self._bytes, "w", ZIP_DEFLATED)

    def written(self) -> bytes:
        if not self._sheets:
            raise UnreadableWorkbook(
                "Every sheet of the workbook is hidden, so nothing would be left. Unhide those "
                "with your tables."
            )
        used: set[int] = set()
        for sheet in self._sheets:
            used |= self._copy_sheet(sheet)
        strings = self._contents.strings_part
        if strings:
            self._copy(strings, "sharedStrings", StringsEditor(used))
        for link in self._links:
            themed = link.kind == "theme" and not relations_of(self._package, link.part, self._tags)
            known = link.part in self._package.names and link.part not in self._kinds
            if known and (link.kind == "styles" or themed):
                with suppress(UnreadableWorkbook):
                    self._copy(link.part, link.kind, Editor())
        if _STYLES in self._package.names and "styles" not in self._kinds.values():
            self._copy(_STYLES, "styles", Editor())
            self._links += (Relation("career-map-styles", "styles", _STYLES, ""),)
        book = self._contents.workbook_part
        kept = frozenset(sheet.entry.id for sheet in self._sheets)
        self._copy(book, "officeDocument", BookEditor(kept, values_only=self._values_only))
        self._relate(book, [link for link in self._links if link.part in self._kinds])
        self._relate("", [Relation("rId1", "officeDocument", book, "")])
        self._put("[Content_Types].xml", self._types())
        self._zip.close()
        return self._bytes.getvalue()

    def _copy_sheet(self, sheet: _Sheet) -> set[int]:
        """The numbers of the shared texts that the sheet still uses."""
        links = relations_of(self._package, sheet.entry.part, self._tags)
        kept = [link for link in links if self._keep(link, sheet)]
        editor = SheetEditor(
            sheet.cleared,
            frozenset(sheet.facts.uncached),
            frozenset(link.id for link in kept),
            values_only=self._values_only,
            fewer_sheets=self._fewer_sheets,
            near_people=self._near_people,
        )
        self._copy(sheet.entry.part, "worksheet", editor)
        self._relate(sheet.entry.part, kept)
        return editor.used

    def _keep(self, link: Relation, sheet: _Sheet) -> bool:
        """Links to web pages, and tables that stand alone and lose no heading."""
        if link.kind == "hyperlink":
            return not self._near_people and not link.part and bool(_WEB.match(link.target))
        if link.kind != "table" or link.part not in self._package.names:
            return False
        if link.part in self._kinds or relations_of(self._package, link.part, self._tags):
            return False
        editor = TableEditor(values_only=self._values_only)
        try:
            part = rewritten(link.part, self._package.chunks(link.part), editor, self._tags)
            if sheet.cleared.touches_headings(area(sheet.entry.name, editor.reference)):
                return False
        except UnreadableWorkbook:
            return False
        self._put(link.part, part)
        self._kinds[link.part] = "table"
        return True

    def _copy(self, part: str, kind: str, editor: Editor) -> None:
        self._put(part, rewritten(part, self._package.chunks(part), editor, self._tags))
        self._kinds[part] = kind

    def _put(self, part: str, body: bytes | str) -> None:
        self._zip.writestr(part, body)

    def _relate(self, part: str, links: Sequence[Relation]) -> None:
        """The part's relationships, unless it has none."""
        if not links:
            return
        folder, slash, file = part.rpartition("/")
        listed = "".join(
            f'<Relationship Id="{escape(link.id)}" Type="{_OFFICE}/{link.kind}" '
            + (
                f'Target="/{escape(link.part)}"/>'
                if link.part
                else f'Target="{escape(link.target)}" TargetMode="External"/>'
            )
            for link in links
        )
        self._put(
            f"{folder}{slash}_rels/{file}.rels",
            f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>',
        )

    def _types(self) -> str:
        listed = "".join(
            f'<Override PartName="/{escape(part)}" ContentType="{_TYPES[kind]}"/>'
            for part, kind in self._kinds.items()
        )
        return (
            f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
            f'<Default Extension="rels" ContentType="{_RELATIONS}"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
        )


def _cleared(grid: Grid, listed: Redaction) -> Cleared:
    people = {(row, found.column) for found in personal_cells(grid) for row in found.rows}
    return Cleared(
        frozenset(people),
        frozenset(row for row, _ in grid.cells if row in grid.hidden_rows),
        frozenset(column for _, column in grid.cells if column in grid.hidden_columns),
        grid.filtered_rows,
        listed,
    )
