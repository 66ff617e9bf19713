"""An XML part written again while it is read: elements left out, changed or added on the way."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from html import escape
from io import BytesIO

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.workbook.formats import SAVE_AGAIN
from jobtrack_viz.workbook.parts import Tags, feed, safe_parser

__all__ = ["Editor", "Write", "rewritten"]

_DEEPEST = 100
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_XML = "http://www.w3.org/XML/1998/namespace"

Write = Callable[[str], None]
"""Writes XML at the present place."""


class Editor:
    """Decides about the elements of one part; this one changes nothing.

    Names are namespace, blank, local; attributes without a namespace have their plain names.
    """

    def start(self, _name: str, _attributes: dict[str, str], _write: Write) -> bool:
        """Whether the element stays; attributes may be changed, and XML written before it."""
        return True

    def end(self, _name: str, _write: Write) -> None:
        """An element that stays is about to end; XML may be written as its last content."""

    def text(self, text: str) -> str:
        """What stands in the place of a text."""
        return text


def rewritten(part: str, chunks: Iterable[bytes], editor: Editor, tags: Tags) -> bytes:
    """The part as the editor wants it, in UTF-8; prefixes of names stay as they were.

    Comments and processing instructions are left out.

    Raises:
        UnreadableWorkbook: not well-formed, declares a document type, too many tags, too deep.
    """
    writer = _Writer(editor)
    parser = safe_parser(part)
    parser.namespace_prefixes = True
    parser.buffer_text = True
    parser.StartNamespaceDeclHandler = writer.declare
    parser.StartElementHandler = writer.start
    parser.EndElementHandler = writer.end
    parser.CharacterDataHandler = writer.text
    for _ in feed(part, parser, chunks, tags):
        pass
    return writer.written()


class _Writer:
    """Hears a parser and writes what the editor leaves."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor
        self._out = BytesIO()
        self._out.write(_HEAD)
        self._declared: list[str] = []
        self._open: list[str] = []
        self._pending = ""
        self._left_out = 0

    def declare(self, prefix: str | None, namespace: str | None) -> None:
        attribute = f"xmlns:{prefix}" if prefix else "xmlns"
        self._declared.append(f' {attribute}="{_attribute(namespace or "")}"')

    def start(self, name: str, attributes: dict[str, str]) -> None:
        declared, self._declared = "".join(self._declared), []
        if self._left_out:
            self._left_out += 1
            return
        if len(self._open) >= _DEEPEST:
            raise UnreadableWorkbook(f"The workbook is nested too deeply. {SAVE_AGAIN}")
        plain, written = _names(name)
        names = {key: _names(key) for key in attributes}
        kept = {names[key][0]: value for key, value in attributes.items()}
        before: list[str] = []
        if not self._editor.start(plain, kept, before.append):
            self._write("".join(before))
            self._left_out = 1
            return
        as_written = dict(names.values())
        said = "".join(
            f' {as_written.get(key, key)}="{_attribute(value)}"' for key, value in kept.items()
        )
        self._write("".join(before))
        self._fill()
        self._pending = f"<{written}{declared}{said}"
        self._open.append(written)

    def end(self, name: str) -> None:
        if self._left_out:
            self._left_out -= 1
            return
        last: list[str] = []
        self._editor.end(_names(name)[0], last.append)
        written = self._open.pop()
        self._write("".join(last))
        if self._pending:
            self._out.write(f"{self._pending}/>".encode())
            self._pending = ""
        else:
            self._write(f"</{written}>")

    def text(self, text: str) -> None:
        if not self._left_out:
            kept = self._editor.text(text)
            if kept:
                self._write(escape(kept, quote=False).replace("\r", "&#13;"))

    def written(self) -> bytes:
        return self._out.getvalue()

    def _write(self, xml: str) -> None:
        if xml:
            self._fill()
            self._out.write(xml.encode())

    def _fill(self) -> None:
        """The element that was begun turns out to have contents."""
        if self._pending:
            self._out.write(f"{self._pending}>".encode())
            self._pending = ""


@lru_cache(maxsize=2_048)
def _names(name: str) -> tuple[str, str]:
    """A name as namespace, blank, local, and as it is written."""
    parts = name.split(" ")
    if len(parts) == 3:
        namespace, local, prefix = parts
        plain = f"xml:{local}" if namespace == _XML else f"{namespace} {local}"
        return plain, f"{prefix}:{local}"
    return name, parts[-1]


def _attribute(value: str) -> str:
    plain = escape(value, quote=True)
    return plain.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")
