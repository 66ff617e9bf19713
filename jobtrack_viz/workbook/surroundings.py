"""What stands around a workbook's cells: comments, properties, links, embedded parts.

In the child process only. Parts are found by their relationships, whatever they are called.
"""

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.contents import Contents
from jobtrack_viz.workbook.package import Package, open_package
from jobtrack_viz.workbook.parts import Elements, PartReader, Tags, scan

__all__ = ["OURS", "Note", "Relation", "Surroundings", "hear", "relations_of", "surroundings_of"]

OURS = "Career tube map"
"""Who wrote the comments of the template and of marked copies."""

_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"
_KINDS = {
    "oleObject": "embedded",
    "package": "embedded",
    "image": "picture",
    "chart": "chart",
    "pivotCacheDefinition": "pivot",
    "connections": "connection",
    "revisionHeaders": "history",
}
_ROUTINE = ("_rels/.rels", "[Content_Types].xml")


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship; ``part`` is empty if it leads out of the file, to ``target``."""

    id: str
    kind: str
    part: str
    target: str


@dataclass(frozen=True, slots=True)
class Note:
    """One comment: where it is pinned, and who wrote it."""

    cell: str
    author: str


@dataclass(slots=True)
class Surroundings:
    """``comments`` by visible sheet, ``books`` are linked files, ``parts`` are counted by kind."""

    comments: dict[str, list[Note]] = field(default_factory=dict)
    properties: dict[str, str] = field(default_factory=dict)
    custom: list[str] = field(default_factory=list)
    books: list[str] = field(default_factory=list)
    parts: Counter[str] = field(default_factory=Counter)


def surroundings_of(data: bytes, contents: Contents, limits: Limits) -> Surroundings:
    """Everything around the cells of an inspected workbook; damaged parts are counted."""
    return _Survey(open_package(data, limits), contents, limits).survey()


def relations_of(package: Package, part: str, tags: Tags) -> tuple[Relation, ...]:
    """A part's relationships; none if what should list them is damaged."""
    folder, file = posixpath.split(part)
    listed = posixpath.join(folder, "_rels", f"{file}.rels")
    if listed not in package.names:
        return ()
    elements = Elements()
    hear(package, listed, elements, tags)
    found = []
    for name, attributes in elements.found:
        if name == _RELATION:
            target = attributes.get("Target", "")
            outside = attributes.get("TargetMode") == "External"
            path = target[1:] if target.startswith("/") else posixpath.join(folder, target)
            kind = attributes.get("Type", "").rpartition("/")[2]
            inside = "" if outside else posixpath.normpath(path)
            found.append(Relation(attributes.get("Id", ""), kind, inside, target))
    return tuple(found)


class _Survey:
    """One walk along the relationships, each part once."""

    def __init__(self, package: Package, contents: Contents, limits: Limits) -> None:
        self._package = package
        self._contents = contents
        self._tags = Tags(50_000 + 4 * limits.cells)
        self._names = {sheet.part: sheet.name for sheet in contents.sheets}
        self._hidden = {sheet.part for sheet in contents.sheets if sheet.hidden}
        self._found = Surroundings()
        self._seen: set[str] = set()
        self._people: dict[str, str] = {}

    def survey(self) -> Surroundings:
        walked = tuple(self._walk())
        for _, relation in walked:
            if relation.kind == "person" and relation.part:
                self._people |= self._people_of(relation.part)
        for source, relation in walked:
            self._note(source, relation)
        for part in self._package.names - self._seen:
            if part not in _ROUTINE and not part.endswith((".rels", "/")):
                self._found.parts["unused"] += 1
        return self._found

    def _walk(self) -> Iterator[tuple[str, Relation]]:
        book = self._contents.workbook_part
        self._seen.add(book)
        waiting = ["", book]
        while waiting:
            source = waiting.pop()
            for relation in relations_of(self._package, source, self._tags):
                new = relation.part in self._package.names and relation.part not in self._seen
                if new:
                    self._seen.add(relation.part)
                    waiting.append(relation.part)
                if new or not relation.part:
                    yield source, relation

    def _note(self, source: str, relation: Relation) -> None:
        kind, part = relation.kind, relation.part
        if kind == "externalLinkPath" or (kind == "externalLink" and not part):
            self._found.books.append(relation.target.replace("\\", "/").rpartition("/")[2])
        elif not part:
            return
        elif kind in ("comments", "threadedComment"):
            self._note_comments(source, part)
        elif kind in ("core-properties", "extended-properties"):
            self._note_properties(part)
        elif kind == "custom-properties":
            self._note_custom(part)
        elif kind in _KINDS:
            self._found.parts[_KINDS[kind]] += 1

    def _hear(self, part: str, reader: PartReader) -> None:
        if not hear(self._package, part, reader, self._tags):
            self._found.parts["unreadable"] += 1

    def _note_comments(self, sheet: str, part: str) -> None:
        if sheet not in self._names or sheet in self._hidden:
            return
        reader = _Comments(self._people)
        self._hear(part, reader)
        notes = [note for note in reader.notes() if not note.author.startswith(OURS)]
        if notes:
            self._found.comments.setdefault(self._names[sheet], []).extend(notes)

    def _note_properties(self, part: str) -> None:
        reader = _Texts()
        self._hear(part, reader)
        for name, text in reader.texts:
            line = " ".join(text.split())
            if line and line not in (OURS, "openpyxl"):
                self._found.properties.setdefault(name, line)

    def _note_custom(self, part: str) -> None:
        elements = Elements()
        self._hear(part, elements)
        names = [attributes.get("name", "") for _, attributes in elements.found]
        self._found.custom += [name for name in names if name and not name.startswith(OURS)]

    def _people_of(self, part: str) -> dict[str, str]:
        elements = Elements()
        self._hear(part, elements)
        return {
            attributes.get("id", ""): attributes.get("displayName", "")
            for name, attributes in elements.found
            if name.endswith(" person")
        }


class _Comments:
    """Listens to a part of comments, or of threaded ones."""

    def __init__(self, people: Mapping[str, str]) -> None:
        self._people = people
        self._authors: list[str] = []
        self._notes: list[tuple[str, str, bool]] = []
        self._in_author = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        if local == "author":
            self._authors.append("")
            self._in_author = True
        elif local == "comment":
            self._notes.append((attributes.get("ref", ""), attributes.get("authorId", ""), True))
        elif local == "threadedComment":
            person = self._people.get(attributes.get("personId", ""), "")
            self._notes.append((attributes.get("ref", ""), person, False))

    def end(self, _name: str) -> None:
        self._in_author = False

    def text(self, text: str) -> None:
        if self._in_author and len(self._authors[-1]) < 200:
            self._authors[-1] += text[:200]

    def notes(self) -> Iterator[Note]:
        """In the part's order; a thread's placeholder author, an id, is nobody's name."""
        for cell, who, by_number in self._notes:
            author = who
            if by_number:
                known = who.isdecimal() and len(who) < 6 and int(who) < len(self._authors)
                author = self._authors[int(who)] if known else ""
            yield Note(cell[:12], "" if author.startswith("tc={") else " ".join(author.split()))


class _Texts:
    """Collects the texts of elements that hold nothing else, by local name."""

    def __init__(self) -> None:
        self.texts: list[tuple[str, str]] = []
        self._text = ""

    def start(self, _name: str, _attributes: dict[str, str]) -> None:
        self._text = ""

    def end(self, name: str) -> None:
        if self._text.strip():
            self.texts.append((name.rpartition(" ")[2], self._text))
        self._text = ""

    def text(self, text: str) -> None:
        if len(self._text) < 500:
            self._text += text[:500]


def hear(package: Package, part: str, reader: PartReader, tags: Tags) -> bool:
    """Whether the reader has heard all of the part; if not, what came before it was damaged."""
    try:
        for _ in scan(part, package.chunks(part), reader, tags):
            pass
    except UnreadableWorkbook:
        return False
    return True
