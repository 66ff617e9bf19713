"""Files that come and go: names that are safe to show and to store, and workbooks as answers."""

import csv
import hashlib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO, StringIO

from flask import Response, send_file
from werkzeug.datastructures import FileStorage

__all__ = ["digest_of", "megabytes", "received", "sent_table", "sent_workbook"]

_LONGEST_NAME = 120
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def received(parts: Iterable[FileStorage]) -> dict[str, bytes]:
    """Each file's content by a name of its own; parts without a file are left out."""
    found: dict[str, bytes] = {}
    for part in parts:
        if part.filename:
            found[_free(_name(part.filename), found)] = part.read()
    return found


def digest_of(files: Mapping[str, bytes]) -> str:
    """The same text for the same contents, whatever the files are called."""
    parts = sorted(hashlib.sha256(content).digest() for content in files.values())
    return hashlib.sha256(b"".join(parts)).hexdigest()


def sent_workbook(content: bytes, name: str) -> Response:
    """An answer that is saved, never opened in the browser's own window."""
    return send_file(BytesIO(content), _EXCEL, as_attachment=True, download_name=name)


def sent_table(rows: Iterable[Sequence[str]], name: str) -> Response:
    """An answer in CSV, in which no cell is a formula."""
    out = StringIO()
    csv.writer(out).writerows([_literal(cell) for cell in row] for row in rows)
    headers = {"Content-Disposition": f"attachment; filename={name}"}
    return Response("\ufeff" + out.getvalue(), mimetype="text/csv", headers=headers)


def megabytes(size: int) -> str:
    """Such as ``10 MB``."""
    return f"{size / 1_000_000:g} MB"


def _literal(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _name(given: str) -> str:
    """The last part of a path, without characters that cannot be seen."""
    last = given.replace("\\", "/").rpartition("/")[2]
    seen = "".join(c for c in last if not unicodedata.category(c).startswith("C")).strip()
    stem, dot, ending = seen.rpartition(".")
    short = stem[: _LONGEST_NAME - len(ending)] if dot else seen[:_LONGEST_NAME]
    return f"{short}{dot}{ending}" if dot else short or "workbook"


def _free(name: str, taken: Mapping[str, bytes]) -> str:
    stem, dot, ending = name.rpartition(".")
    number, free = 2, name
    while free in taken:
        free = f"{stem or ending} ({number}){dot}{ending if stem else ''}"
        number += 1
    return free
