"""A copy of a workbook in which its problems are marked. In the child process only.

Parts that nothing is added to are copied byte for byte.
"""

from collections.abc import Mapping, Sequence
from html import escape
from io import BytesIO
from itertools import count
from zipfile import ZIP_DEFLATED, ZipFile

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook import marking_editors as editors
from jobtrack_viz.workbook import marks
from jobtrack_viz.workbook.gate import Inspection
from jobtrack_viz.workbook.grids import Grid
from jobtrack_viz.workbook.package import Package, open_package
from jobtrack_viz.workbook.parts import MAIN, Elements, Tags
from jobtrack_viz.workbook.problem_sheet import (
    LOOKS,
    Listed,
    cell_looks,
    is_problem_list,
    problem_sheet,
)
from jobtrack_viz.workbook.rewriting import Editor, rewritten
from jobtrack_viz.workbook.surroundings import Relation, hear, relations_of

__all__ = ["marked_copy"]

_SHEETML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_NAME = "Problems"
_TYPES = "[Content_Types].xml"
_SPARE = "career-map"
"""Begins the names and relationships of parts that are added."""
_MOST_COMMENTS = 5_000
_LONGEST = 1_000
_MOST_TAGS_BESIDE = 800_000
"""In one part of comments or their boxes: 60,000 comments have some 600,000."""
_SEVERITIES = ("error", "warning", "note")


def marked_copy(
    data: bytes,
    inspection: Inspection,
    grids: Sequence[Grid],
    problems: Sequence[Mapping[str, str]],
    limits: Limits,
) -> bytes:
    """The workbook with a first sheet that lists the problems, and marks at their cells.

    Each problem has the texts severity, sheet, cell, found and write; a sheet that the workbook
    does not have is named in the list only. Marks of an earlier check are replaced.

    Raises:
        UnreadableWorkbook: the workbook holds more than the limits allow.
    """
    return _Copy(open_package(data, limits), inspection, grids, problems, limits).written()


class _Copy:
    """One copy: parts that were changed or added, and what is said of them elsewhere."""

    def __init__(
        self,
        package: Package,
        inspection: Inspection,
        grids: Sequence[Grid],
        problems: Sequence[Mapping[str, str]],
        limits: Limits,
    ) -> None:
        self._package = package
        self._contents = inspection.contents
        self._tags = Tags(100_000 + 12 * limits.cells)
        self._sheets = {
            grid.name: entry
            for (entry, _), grid in zip(inspection.sheets, grids, strict=True)
            if not is_problem_list(grid)
        }
        self._old = [
            entry
            for (entry, _), grid in zip(inspection.sheets, grids, strict=True)
            if is_problem_list(grid)
        ]
        self._listed = [self._row(problem) for problem in problems]
        self._of_sheet: dict[str, list[Listed]] = {}
        for each in self._listed:
            if each.cell:
                self._of_sheet.setdefault(each.sheet, []).append(each)
        self._needed = {entry.part for entry, _ in inspection.sheets} | {
            _TYPES,
            self._contents.workbook_part,
            self._contents.strings_part,
        }
        self._parts: dict[str, bytes] = {}
        self._types: list[str] = []
        self._vml = False
        self._links: dict[str, list[Relation]] = {}

    def written(self) -> bytes:
        first_mark, first_look = self._add_looks()
        comments_left = _MOST_COMMENTS
        for name, entry in self._sheets.items():
            texts = self._texts(name)
            some = dict(list(texts.items())[:comments_left])
            comments_left -= len(some)
            self._mark(entry.part, self._cells(name), some, first_mark)
        for link in self._book_links():
            if link.kind in ("chartsheet", "dialogsheet"):
                self._try(link.part, editors.SheetEditor({}, first_mark, ""))
        self._add_list(problem_sheet(self._listed, first_look))
        self._add_types()
        for part, links in self._links.items():
            self._add_links(part, links)
        return self._zipped()

    def _row(self, problem: Mapping[str, str]) -> Listed:
        entry = self._sheets.get(problem["sheet"])
        return Listed(
            problem["severity"],
            problem["sheet"],
            problem["cell"],
            problem["found"],
            problem["write"],
            entry.name if entry else "",
        )

    def _cells(self, name: str) -> dict[str, list[str]]:
        """The cells of each severity, once, by the worst of its problems."""
        found: dict[str, list[str]] = {severity: [] for severity in _SEVERITIES}
        seen = set()
        for each in sorted(
            self._of_sheet.get(name, ()), key=lambda e: _SEVERITIES.index(e.severity)
        ):
            if each.cell not in seen:
                seen.add(each.cell)
                found[each.severity].append(each.cell)
        return found

    def _texts(self, name: str) -> dict[str, str]:
        """What the comment at each cell says."""
        texts: dict[str, list[str]] = {}
        for each in self._of_sheet.get(name, ()):
            said = f"{each.severity.capitalize()}: {each.found} {each.write}".strip()
            texts.setdefault(each.cell, []).append(said)
        joined = {cell: "\n\n".join(said) for cell, said in texts.items()}
        return {
            cell: text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
            for cell, text in joined.items()
        }

    def _add_looks(self) -> tuple[int, int]:
        """The numbers of the first mark and of the first look of the list."""
        part = next((link.part for link in self._book_links() if link.kind == "styles"), "")
        if part not in self._package.names:
            part = "xl/styles.xml"
            if part not in self._package.names:
                self._parts[part] = f'<styleSheet xmlns="{MAIN.strip()}"/>'.encode()
            self._types.append(_override(part, f"{_SHEETML}.styles+xml"))
            self._link(
                self._contents.workbook_part, Relation(f"{_SPARE}-styles", "styles", part, "")
            )
        added = {**LOOKS, "dxfs": tuple(marks.LOOKS.values())}
        first = editors.StylesEditor(added)
        self._edit(part, first)
        looks = cell_looks(first.first["fonts"], first.first["fills"])
        second = editors.StylesEditor({"cellXfs": looks})
        self._edit(part, second)
        return first.first["dxfs"], second.first["cellXfs"]

    def _mark(
        self, part: str, cells: Mapping[str, list[str]], texts: Mapping[str, str], first_mark: int
    ) -> None:
        links = relations_of(self._package, part, self._tags)
        notes = next((link.part for link in links if link.kind == "comments"), "")
        if notes in self._package.names:
            threads = any(link.kind == "threadedComment" for link in links)
            adding = editors.CommentsEditor(texts, threads=threads)
            added = self._try(notes, adding)
            texts = {cell: texts[cell] for cell in adding.new} if added else {}
        new = f"{_SPARE}-shapes" if texts else ""
        editor = editors.SheetEditor(cells, first_mark, new)
        self._edit(part, editor)
        if not texts:
            return
        drawing = next((link.part for link in links if link.id == editor.drawing), "")
        if drawing and not self._try(drawing, editors.ShapesEditor(texts)):
            self._parts.pop(notes, None)
            return
        if notes not in self._package.names:
            self._add_comments(part, texts)
        if not drawing:
            added_part = self._free("shapes", "vml")
            self._parts[added_part] = marks.shapes_part(texts).encode()
            self._vml = True
            self._link(part, Relation(editor.drawing, "vmlDrawing", added_part, ""))

    def _add_comments(self, part: str, texts: Mapping[str, str]) -> None:
        added = self._free("comments", "xml")
        self._parts[added] = marks.comments_part(texts).encode()
        self._types.append(_override(added, f"{_SHEETML}.comments+xml"))
        self._link(part, Relation(f"{_SPARE}-comments", "comments", added, ""))

    def _free(self, name: str, ending: str) -> str:
        """The name of a part that is not there yet."""
        taken = self._package.names | self._parts.keys()
        tried = (f"xl/{_SPARE}-{name}{number}.{ending}" for number in count(1))
        return next(part for part in tried if part not in taken)

    def _add_list(self, sheet: str) -> None:
        """In the place of an earlier list, or as the first sheet."""
        if self._old:
            self._parts[self._old[0].part] = sheet.encode()
            return
        part = self._free("problems", "xml")
        book = self._contents.workbook_part
        elements = Elements()
        hear(self._package, book, elements, self._tags)
        listed = [attributes for name, attributes in elements.found if name == f"{MAIN}sheet"]
        names = {attributes.get("name", "").casefold() for attributes in listed}
        numbers = [int(a["sheetId"]) for a in listed if editors.is_number(a.get("sheetId", ""))]
        tried = (f"{_NAME} {number}" if number > 1 else _NAME for number in count(1))
        free = next(name for name in tried if name.casefold() not in names)
        link = f"{_SPARE}-problems"
        self._edit(book, editors.BookEditor(free, link, max(numbers, default=0) + 1))
        self._parts[part] = sheet.encode()
        self._types.append(_override(part, f"{_SHEETML}.worksheet+xml"))
        self._link(book, Relation(link, "worksheet", part, ""))

    def _add_types(self) -> None:
        default = (
            '<Default xmlns="http://schemas.openxmlformats.org/package/2006/content-types" '
            'Extension="vml" ContentType="application/vnd.'
            'openxmlformats-officedocument.vmlDrawing"/>'
        )
        known = b'extension="vml"' in b"".join(self._package.chunks(_TYPES)).lower()
        added = "".join(self._types) + (default if self._vml and not known else "")
        self._edit(_TYPES, editors.AppendEditor(added))

    def _add_links(self, part: str, links: Sequence[Relation]) -> None:
        folder, slash, file = part.rpartition("/")
        listed = f"{folder}{slash}_rels/{file}.rels"
        namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
        added = "".join(
            f'<Relationship xmlns="{namespace}" Id="{link.id}" Type="{marks.OFFICE}/{link.kind}" '
            f'Target="/{escape(link.part)}"/>'
            for link in links
        )
        if listed not in self._package.names:
            self._parts[listed] = f'<Relationships xmlns="{namespace}"/>'.encode()
        self._edit(listed, editors.AppendEditor(added))

    def _link(self, part: str, link: Relation) -> None:
        self._links.setdefault(part, []).append(link)

    def _book_links(self) -> tuple[Relation, ...]:
        return relations_of(self._package, self._contents.workbook_part, self._tags)

    def _edit(self, part: str, editor: Editor) -> None:
        body = self._parts.get(part)
        chunks = self._package.chunks(part) if body is None else [body]
        self._parts[part] = rewritten(part, chunks, editor, self._tags)

    def _try(self, part: str, editor: Editor) -> bool:
        """Whether the part could be changed; if it is damaged or strange it stays as it is."""
        if part not in self._package.names or part in self._needed:
            return False
        try:
            body = self._parts.get(part)
            chunks = self._package.chunks(part) if body is None else [body]
            self._parts[part] = rewritten(part, chunks, editor, Tags(_MOST_TAGS_BESIDE))
        except UnreadableWorkbook:
            return False
        return True

    def _zipped(self) -> bytes:
        out = BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED) as archive:
            archive.writestr(_TYPES, self._parts.pop(_TYPES))
            for part in sorted(self._package.names - self._parts.keys() - {_TYPES}):
                if not part.endswith("/"):
                    with archive.open(part, "w") as target:
                        for chunk in self._package.chunks(part):
                            target.write(chunk)
            for part, body in self._parts.items():
                archive.writestr(part, body)
        return out.getvalue()


def _override(part: str, kind: str) -> str:
    return (
        '<Override xmlns="http://schemas.openxmlformats.org/package/2006/content-types" '
        f'PartName="/{escape(part)}" ContentType="{kind}"/>'
    )
