"""The XML parts of a workbook, scanned piece by piece and never held as a tree."""

from collections.abc import Iterable, Iterator
from typing import Protocol
from xml.parsers import expat

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.workbook.formats import SAVE_AGAIN

__all__ = [
    "MAIN",
    "Element",
    "Elements",
    "PartReader",
    "Tags",
    "feed",
    "prolog",
    "safe_parser",
    "scan",
]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main "
"""The namespace of workbooks, with the blank that ends it in a name."""

_LONGEST_TAG = 256 * 1024
_DEEPEST = 100

Element = tuple[str, dict[str, str]]


class PartReader(Protocol):
    """Listens to one part. Names are namespace, blank, local name."""

    def start(self, name: str, attributes: dict[str, str], /) -> None:
        """An element begins."""

    def end(self, name: str, /) -> None:
        """An element ends."""

    def text(self, text: str, /) -> None:
        """A piece of text."""


class Tags:
    """How many tags may still be read; shared by the parts of one workbook."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._seen = 0

    def spend(self, part: str, tags: int) -> None:
        """The tags are counted.

        Raises:
            UnreadableWorkbook: there are more than allowed.
        """
        self._seen += tags
        if self._seen > self._most:
            raise UnreadableWorkbook(
                f"The part {part!r} brings the workbook to more than {self._most:,} XML tags, the "
                "most that are read. Copy your tables, as values, into a new workbook."
            )


class Elements:
    """Collects the elements of a small part."""

    def __init__(self) -> None:
        self.found: list[Element] = []
        self._depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """The element is kept."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise UnreadableWorkbook(f"The workbook is nested too deeply. {SAVE_AGAIN}")
        self.found.append((name, attributes))

    def end(self, _name: str) -> None:
        """The depth is counted down."""
        self._depth -= 1

    def text(self, _text: str) -> None:
        """Text is not kept."""


def scan(part: str, chunks: Iterable[bytes], reader: PartReader, tags: Tags) -> Iterator[bytes]:
    """Yield each piece after the reader has heard it, in memory that does not grow.

    Raises:
        UnreadableWorkbook: not well-formed, declares a document type, one endless tag, too many.
    """
    parser = safe_parser(part)
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    yield from feed(part, parser, chunks, tags)


def feed(
    part: str, parser: expat.XMLParserType, chunks: Iterable[bytes], tags: Tags
) -> Iterator[bytes]:
    """Yield each piece after the parser has heard it; all of it is well-formed at the end.

    Raises:
        UnreadableWorkbook: as for ``scan``.
    """
    fed = 0
    for chunk in chunks:
        tags.spend(part, chunk.count(b"<"))
        _parse(part, parser, chunk, final=False)
        fed += len(chunk)
        if fed - max(parser.CurrentByteIndex, 0) > _LONGEST_TAG:
            raise UnreadableWorkbook(
                f"The part {part!r} holds one tag of more than {_LONGEST_TAG:,} bytes. {SAVE_AGAIN}"
            )
        yield chunk
    _parse(part, parser, b"", final=True)


def prolog(part: str, chunks: Iterable[bytes]) -> None:
    """The part, which nobody reads, was inflated and declares no document type."""
    parser = safe_parser(part)
    begun = False

    def start(_name: str, _attributes: dict[str, str]) -> None:
        nonlocal begun
        begun = True

    parser.StartElementHandler = start
    fed = 0
    for chunk in chunks:
        fed += len(chunk)
        if begun or fed > _LONGEST_TAG:
            continue
        try:
            parser.Parse(chunk, False)
        except expat.ExpatError:
            begun = True


def safe_parser(part: str) -> expat.XMLParserType:
    """A parser that refuses document types and entities; names are namespace, blank, local."""

    def refuse(*_: object) -> None:
        raise UnreadableWorkbook(
            f"The part {part!r} declares a document type (DOCTYPE), which no Excel workbook needs "
            f"and attacks use. {SAVE_AGAIN}"
        )

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = False
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    return parser


def _parse(part: str, parser: expat.XMLParserType, chunk: bytes, *, final: bool) -> None:
    try:
        parser.Parse(chunk, final)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise UnreadableWorkbook(
            f"The workbook is damaged: its part {part!r} is not well-formed XML. {SAVE_AGAIN}"
        ) from error
