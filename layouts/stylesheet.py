"""The look that all pages share, as one file: one request, and smaller together than apart."""

import hashlib
import re
from pathlib import Path

from flask import Flask, Response

__all__ = ["add_stylesheet"]

_PATH = "/assets/shared.css"
"""Beside the files it is made of, so that what they refer to is found."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_INDENT = re.compile(r"\n\s*")


def add_stylesheet(server: Flask, assets: Path, on_request: str) -> str:
    """Serve every stylesheet of a folder as one, in order of their names; return its address.

    Names that match ``on_request`` are left out: they belong to single pages. The address changes
    with the content, so that browsers may keep the file for ever.
    """
    names = sorted(p.name for p in assets.glob("*.css") if not re.match(on_request, p.name))
    content = "\n".join((assets / name).read_text(encoding="utf-8") for name in names)
    content = _INDENT.sub("\n", _COMMENT.sub("", content))

    @server.get(_PATH, endpoint="stylesheet")
    def stylesheet() -> Response:
        return Response(content, mimetype="text/css")

    return f"{_PATH}?m={hashlib.sha256(content.encode()).hexdigest()[:12]}"
