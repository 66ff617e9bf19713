"""An XML part written again while it is read: elements left out, changed or added on the way."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from html import escape
from io import BytesIO

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.workbook.formats import SAVE_AGAIN
from jobtrack_viz.workbook.parts import Tags, feed, safe_parser

__all__ = ["Editor", "Write", "rewritten"]

_DEEPEST = 100
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_AT_A_TIME = 5_000
_SPECIAL = re.compile(r"""[&<>"'\t\r\n]""")
_XML = "http://www.w3.org/XML/1998/namespace"

Write = Callable[[str], None]
"""Writes XML at the present place."""


class Editor:
    """Decides about the elements of one part; this one changes nothing.

    Names are namespace, blank, local; attributes without a namespace have their plain names.
    """

    hollow: frozenset[str] = frozenset()
    """Elements that are left out if nothing is left in them, because Excel refuses them so."""

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
    """Hears a parser and writes what the editor leaves, with little ado: cells come in numbers."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor
        self._bytes = BytesIO()
        self._out = [_HEAD]
        self._declared = ""
        self._open: list[str] = []
        self._pending = False
        self._hollow_at = -1
        self._left_out = 0

    def declare(self, prefix: str | None, namespace: str | None) -> None:
        attribute = f"xmlns:{prefix}" if prefix else "xmlns"
        self._declared += f' {attribute}="{_attribute(namespace or "")}"'

    def start(self, name: str, attributes: dict[str, str]) -> None:
        declared, self._declared = self._declared, ""
        if self._left_out:
            self._left_out += 1
            return
        if len(self._open) >= _DEEPEST:
            raise UnreadableWorkbook(f"The workbook is nested too deeply. {SAVE_AGAIN}")
        plain, written = _names(name)
        prefixed = {}
        if declared or any(" " in key for key in attributes):
            prefixed = dict(map(_names, attributes))
            attributes = {_names(key)[0]: value for key, value in attributes.items()}
        out = self._out
        at = len(out)
        stays = self._editor.start(plain, attributes, out.append)
        if self._pending and (stays or len(out) > at):
            out.insert(at, ">")
            self._pending = False
        if not stays:
            self._left_out = 1
            return
        if len(out) > _AT_A_TIME:
            self._flush()
        self._hollow_at = len(out) if plain in self._editor.hollow else -1
        out.append(f"<{written}{declared}")
        for key, value in attributes.items():
            out.append(f' {prefixed.get(key, key)}="{_attribute(value)}"')
        self._pending = True
        self._open.append(written)

    def end(self, name: str) -> None:
        if self._left_out:
            self._left_out -= 1
            return
        out = self._out
        at = len(out)
        self._editor.end(_names(name)[0], out.append)
        written = self._open.pop()
        if not self._pending:
            out.append(f"</{written}>")
        elif len(out) > at:
            out.insert(at, ">")
            out.append(f"</{written}>")
        elif self._hollow_at >= 0:
            del out[self._hollow_at :]
        else:
            out.append("/>")
        self._pending = False

    def text(self, text: str) -> None:
        if self._left_out:
            return
        kept = self._editor.text(text)
        blank = self._pending and self._hollow_at >= 0 and kept.isspace()
        if kept and not blank:
            if self._pending:
                self._out.append(">")
                self._pending = False
            self._out.append(escape(kept, quote=False).replace("\r", "&#13;"))

    def written(self) -> bytes:
        self._flush()
        return self._bytes.getvalue()

    def _flush(self) -> None:
        self._bytes.write("".join(self._out).encode())
        self._out.clear()


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
    """As it stands between quotes; hardly any needs more than to be looked at."""
    if not _SPECIAL.search(value):
        return value
    plain = escape(value, quote=True)
    return plain.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")
