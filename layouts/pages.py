"""The pages beside the map, and what scripts ask for."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from flask import Flask, Response, abort, jsonify, request, send_file

from jobtrack_viz.atlas import Atlas, MapNotReady
from jobtrack_viz.errors import UnknownVersion, WithdrawnVersion
from layouts.edition import edition_of
from layouts.marks import ladder
from layouts.markup import to_html
from layouts.planner import all_titles
from layouts.reading import reading_page, reading_paths
from layouts.shell import text_document

__all__ = ["add_pages"]

_TEMPLATE = Path(__file__).resolve().parent.parent / "data" / "template.xlsx"


def add_pages(server: Flask, atlas: Atlas, stylesheets: Callable[[], str]) -> None:
    """Answer ``/text``, the pages of our own words, ``/template.xlsx`` and what scripts ask."""

    @server.get("/version")
    def version() -> Response:
        """Which map is in force: an open page asks now and then."""
        try:
            answer = jsonify(id=atlas.current().id)
        except MapNotReady:
            answer = jsonify(id=None)
        answer.headers["Cache-Control"] = "no-store"
        return answer

    @server.get("/titles")
    def titles() -> Response:
        published = edition_of(atlas, request.args.to_dict(flat=False)).published
        return Response(to_html(all_titles(published)), mimetype="text/html")

    @server.get("/ladder")
    def levels() -> Response:
        """The levels that own levels are marked on, of the version that a page shows."""
        try:
            return jsonify(ladder(atlas.at(request.args.get("version", "")).framework))
        except (UnknownVersion, WithdrawnVersion):
            abort(404)

    @server.get("/text")
    def text() -> Response:
        edition = edition_of(atlas, request.args.to_dict(flat=False))
        return Response(text_document(edition, stylesheets()), mimetype="text/html")

    for path in reading_paths():
        server.add_url_rule(path, path, partial(_read, atlas, stylesheets, path))

    @server.get("/template.xlsx")
    def template() -> Response:
        """The workbook to fill in, whether or not there is a map."""
        return send_file(_TEMPLATE, as_attachment=True)


def _read(atlas: Atlas, stylesheets: Callable[[], str], path: str) -> Response:
    """A page of our own words, which is there whether or not there is a map."""
    try:
        framework = atlas.current().framework
    except MapNotReady:
        framework = None
    return Response(reading_page(path, framework, stylesheets()), mimetype="text/html")
