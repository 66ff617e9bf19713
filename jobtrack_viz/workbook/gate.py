"""Is this file safe to open? And what does it hold that a reader of values does not tell?"""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.contents import Contents, SheetEntry, read_contents, relationships
from jobtrack_viz.workbook.formats import SAVE_AGAIN, refuse_other_formats
from jobtrack_viz.workbook.package import Package, open_package
from jobtrack_viz.workbook.parts import MAIN, Elements, PartReader, Tags, prolog, scan
from jobtrack_viz.workbook.references import Area, area
from jobtrack_viz.workbook.sheet_facts import SheetFacts
from jobtrack_viz.workbook.sheet_part import SheetReader
from jobtrack_viz.workbook.strings_part import SharedStrings
from jobtrack_viz.workbook.styles_part import NumberFormats

__all__ = ["Inspection", "inspect"]

_SPARE_TAGS = 50_000
_TAGS_PER_CELL = 8
_CHARACTERS_PER_CELL = 100
_STYLES = "xl/styles.xml"


@dataclass(frozen=True, slots=True)
class Inspection:
    """A workbook that may be opened.

    ``sheets`` are its worksheets, in order. ``vetted`` is an archive of only those parts that were
    scanned: what was judged is what will be read. ``contents`` is what the archive lists.
    """

    sheets: tuple[tuple[SheetEntry, SheetFacts], ...]
    vetted: BytesIO
    contents: Contents


def inspect(data: bytes, limits: Limits) -> Inspection:
    """The file is a harmless .xlsx workbook within the limits.

    Every part is inflated once, in small pieces, and scanned while it passes.

    Raises:
        UnreadableWorkbook: it is not; the message says what was found and what to do.
    """
    refuse_other_formats(data, limits.file_bytes)
    package = open_package(data, limits)
    return _Inspector(package, limits).inspect()


class _Inspector:
    """One inspection: its archive, its limits, and the copy it makes."""

    def __init__(self, package: Package, limits: Limits) -> None:
        self._package = package
        self._limits = limits
        self._tags = Tags(_SPARE_TAGS + _TAGS_PER_CELL * limits.cells)
        self._small_tags = Tags(_SPARE_TAGS + limits.cells)
        self._vetted = BytesIO()
        self._copied: set[str] = set()

    def inspect(self) -> Inspection:
        with ZipFile(self._vetted, "w", ZIP_STORED) as copy:
            contents = read_contents(self._package.names, lambda part: self._elements(copy, part))
            self._refuse_sheet_count(contents)
            strings = SharedStrings(self._limits)
            if contents.strings_part:
                self._copy(copy, contents.strings_part, strings, self._tags)
            self._reduce_styles(copy)
            sheets = tuple(self._sheets(copy, contents, strings.lengths))
        self._refuse_unused_text(strings.lengths)
        for part in sorted(self._package.names - self._copied):
            self._pass_by(part)
        self._vetted.seek(0)
        return Inspection(sheets, self._vetted, contents)

    def _sheets(
        self, copy: ZipFile, contents: Contents, strings: list[int]
    ) -> Iterator[tuple[SheetEntry, SheetFacts]]:
        cells_left = self._limits.cells
        characters = 0
        for sheet in contents.sheets:
            reader = SheetReader(sheet.name, strings, self._limits, cells_left)
            self._copy(copy, sheet.part, reader, self._tags)
            facts = reader.facts
            facts.filtered.extend(self._table_filters(copy, sheet))
            cells_left -= len(facts.filled)
            characters += facts.characters
            if characters > _CHARACTERS_PER_CELL * self._limits.cells:
                raise UnreadableWorkbook(
                    f"The cells hold {characters:,} characters together, reached on sheet "
                    f"{sheet.name!r}; at most {_CHARACTERS_PER_CELL * self._limits.cells:,} are "
                    "read. Split the workbook into several."
                )
            yield sheet, facts

    def _table_filters(self, copy: ZipFile, sheet: SheetEntry) -> Iterator[Area]:
        """Areas of tables on the sheet whose filter is in use."""
        folder, file = posixpath.split(sheet.part)
        part = f"{folder}/_rels/{file}.rels"
        if part not in self._package.names:
            return
        for link in relationships(part, self._elements(copy, part)):
            if link.kind != "table" or link.part in self._copied:
                continue
            filtered = ""
            for name, attributes in self._elements(copy, link.part):
                if name == f"{MAIN}autoFilter":
                    filtered = attributes.get("ref", "")
                elif name == f"{MAIN}filterColumn" and filtered:
                    yield area(sheet.name, filtered)

    def _elements(self, copy: ZipFile, part: str) -> list[tuple[str, dict[str, str]]]:
        reader = Elements()
        self._copy(copy, part, reader, self._small_tags)
        return reader.found

    def _copy(self, copy: ZipFile, part: str, reader: PartReader, tags: Tags) -> None:
        """The part was heard by its reader and stands in the copy."""
        if part in self._copied:
            raise UnreadableWorkbook(
                f"The workbook is damaged: its part {part!r} is used twice. {SAVE_AGAIN}"
            )
        self._copied.add(part)
        chunks = scan(part, self._package.chunks(part), reader, tags)
        with copy.open(part, "w") as target:
            for chunk in chunks:
                target.write(chunk)

    def _reduce_styles(self, copy: ZipFile) -> None:
        """The copy's styles hold only formats of numbers."""
        if _STYLES in self._package.names:
            self._copied.add(_STYLES)
            formats = NumberFormats()
            for _ in scan(_STYLES, self._package.chunks(_STYLES), formats, self._tags):
                pass
            copy.writestr(_STYLES, formats.written())

    def _pass_by(self, part: str) -> None:
        """A part that nobody reads is still what it claims to be."""
        chunks = self._package.chunks(part)
        if part.endswith((".xml", ".rels", ".vml")):
            prolog(part, chunks)
        else:
            for _ in chunks:
                pass

    def _refuse_sheet_count(self, contents: Contents) -> None:
        if contents.sheet_count > self._limits.sheets:
            raise UnreadableWorkbook(
                f"The workbook has {contents.sheet_count:,} sheets; at most "
                f"{self._limits.sheets:,} are read. Remove those that are not needed."
            )
        if not contents.sheets:
            raise UnreadableWorkbook(
                "The workbook has no worksheet with cells, so there is nothing to read. "
                "Put the tables on a worksheet and save it again."
            )

    def _refuse_unused_text(self, lengths: list[int]) -> None:
        longest = max(lengths, default=0)
        if longest > self._limits.cell_characters:
            raise UnreadableWorkbook(
                f"A text of the workbook has {longest:,} characters; at most "
                f"{self._limits.cell_characters:,} are read. Shorten it."
            )
