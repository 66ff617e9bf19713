"""What all pages of the map share, as one stylesheet and one script: fewer and smaller answers."""

import hashlib
import re
from pathlib import Path

from flask import Flask, Response

__all__ = ["add_script", "add_stylesheet"]

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_INDENT = re.compile(r"\n\s*")
_APART = "try {{\n{}}} catch (error) {{ reportError(error); }}"
"""One script that fails must not keep the others from running."""


def add_stylesheet(server: Flask, assets: Path, on_request: str) -> str:
    """Serve every stylesheet of a folder as one, in order of their names; return its address.

    Names that match ``on_request`` are left out: they belong to single pages. The address changes
    with the content, so that browsers may keep the file for ever.
    """
    content = "\n".join(_contents(assets, "css", on_request))
    content = _INDENT.sub("\n", _COMMENT.sub("", content))
    return _add(server, "stylesheet", "shared.css", content, "text/css")


def add_script(server: Flask, assets: Path, on_request: str) -> str:
    """The same for scripts, which run in order of their names as if each were a file."""
    content = "\n".join(_APART.format(each) for each in _contents(assets, "js", on_request))
    return _add(server, "script", "shared.js", content, "text/javascript")


def _contents(assets: Path, kind: str, on_request: str) -> list[str]:
    names = sorted(p.name for p in assets.glob(f"*.{kind}") if not re.match(on_request, p.name))
    return [(assets / name).read_text(encoding="utf-8") for name in names]


def _add(server: Flask, endpoint: str, name: str, content: str, kind: str) -> str:
    """Beside the files that it is made of, so that what they refer to is found."""
    path = f"/assets/{name}"
    server.add_url_rule(path, endpoint, lambda: Response(content, mimetype=kind))
    return f"{path}?m={hashlib.sha256(content.encode()).hexdigest()[:12]}"
