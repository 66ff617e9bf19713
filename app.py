"""The web application. The only file that knows every part."""

import os
import re
from functools import partial
from logging import getLogger
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from dash import Dash, html, set_props
from flask import Flask, Response, abort, has_request_context, jsonify, request, send_file
from werkzeug.exceptions import HTTPException
from werkzeug.serving import WSGIRequestHandler, make_server

from jobtrack_viz.atlas import Atlas, MapNotReady
from jobtrack_viz.errors import InvalidSetting, UnknownVersion
from jobtrack_viz.settings import Settings
from layouts import ids, map_page
from layouts.delivery import deliver, policy
from layouts.marks import ladder
from layouts.markup import to_html
from layouts.no_map import why_no_map
from layouts.outcome import outcome_of
from layouts.planner import all_titles
from layouts.reading import reading_page, reading_paths
from layouts.shell import map_document, message_document, text_document
from layouts.take_away import add_take_away

__all__ = ["app", "create_app", "server"]

_ASSETS = Path(__file__).resolve().parent / "assets"
_TEMPLATE = Path(__file__).resolve().parent / "data" / "template.xlsx"
_ON_REQUEST = r"^(export\.js|marks(-\w+)?\.(css|js)|plan\.(css|js)|present\.(css|js)|reading\.css)$"
"""Assets that the map loads when they are needed, or that only other pages link to."""
_LARGEST_REQUEST = 1_000_000
"""Bytes; a choice takes a few hundred."""
_UNUSED = re.compile(r'<script src="[^"]*/dash_table/[^"]*"></script>\s*')
"""A bundle that Dash would load although no part of the page uses it."""
_LATER = re.compile(r'<script src="([^"]*/deps/polyfill[^"]*)"></script>\s*')
"""A bundle that only charts use; assets/page.js loads it before the first one."""


def create_app(settings: Settings) -> Dash:
    """An application that serves the workbook named in the settings."""
    atlas = Atlas(settings.workbook, settings.limits)
    dash = Dash(
        __name__,
        title="Career map",
        update_title=None,
        assets_folder=str(_ASSETS),
        assets_ignore=_ON_REQUEST,
        use_pages=False,
        on_error=_say_sorry,
        enable_mcp=False,
    )
    _show_pages(dash, atlas)
    map_page.register(dash, atlas)
    server: Flask = dash.server
    server.config["MAX_CONTENT_LENGTH"] = _LARGEST_REQUEST
    server.config["draw_first_map"] = partial(_draw_first_map, server, atlas)
    _add_routes(server, dash, atlas)
    add_take_away(server, atlas, partial(_stylesheets, dash))
    _add_error_pages(server, dash)
    deliver(server, policy(dash.csp_hashes(), settings.frame_ancestors))
    return dash


def _draw_first_map(server: Flask, atlas: Atlas) -> str:
    """Draw the map and make a page of it now, and say in a few words what it shows.

    After: Dash has set itself up. It would do so during the first request, and refuse its scripts
    to others that come at the same moment, as the scripts of one page do.
    """
    server.test_client().get("/")
    try:
        framework = atlas.current().framework
    except MapNotReady as error:
        return f"No map yet: {error}"
    return f"{framework.about.title}: {len(framework.roles)} roles"


def _show_pages(dash: Dash, atlas: Atlas) -> None:
    """The first answer is the finished page; then React takes over the panel, and only that."""

    def first_answer(**parts: str) -> str:
        published = atlas.current()
        later = _LATER.search(parts["scripts"])
        scripts = _LATER.sub("", _UNUSED.sub("", parts["scripts"]))
        outcome = outcome_of(published, request.args.to_dict(flat=False))
        css, script = _shared_screen(dash) if outcome.wishes.present else ("", "")
        return map_document(
            published,
            outcome,
            css=parts["css"] + css,
            scripts=parts["config"] + scripts + parts["renderer"] + script,
            for_charts=later.group(1) if later else "",
        )

    def panel() -> html.Div:
        """The same panel again, for the page that asks for it: nothing changes on the screen."""
        if not has_request_context():
            return html.Div()
        published = atlas.current()
        query = parse_qs(urlsplit(request.referrer or "").query)
        return map_page.layout(published, outcome_of(published, query))

    dash.interpolate_index = first_answer
    dash.layout = panel


def _add_routes(server: Flask, dash: Dash, atlas: Atlas) -> None:
    @server.before_request
    def refuse_unknown_paths() -> None:
        """Dash answers every path with the map; here it has one page."""
        if request.endpoint == "/<path:path>":
            abort(404)
        if request.method == "POST":
            asked = request.get_json(silent=True)
            if not isinstance(asked, dict) or asked.get("output") not in dash.callback_map:
                abort(400)

    @server.get("/healthz")
    def health() -> Response:
        try:
            return jsonify(ok=True, version=atlas.current().id)
        except MapNotReady as error:
            return jsonify(ok=True, version=None, why=str(error))

    @server.get("/titles")
    def titles() -> Response:
        return Response(to_html(all_titles(atlas.current())), mimetype="text/html")

    @server.get("/ladder")
    def levels() -> Response:
        """The levels that own levels are marked on, of the version that a page shows."""
        try:
            return jsonify(ladder(atlas.at(request.args.get("version", "")).framework))
        except UnknownVersion:
            abort(404)

    @server.get("/text")
    def text() -> Response:
        return Response(text_document(atlas.current(), _stylesheets(dash)), mimetype="text/html")

    for path in reading_paths():
        server.add_url_rule(path, path, partial(_read, dash, atlas, path))

    @server.get("/template.xlsx")
    def template() -> Response:
        """The workbook to fill in, whether or not there is a map."""
        return send_file(_TEMPLATE, as_attachment=True)


def _read(dash: Dash, atlas: Atlas, path: str) -> Response:
    """A page of our own words, which is there whether or not there is a map."""
    try:
        framework = atlas.current().framework
    except MapNotReady:
        framework = None
    document = reading_page(path, framework, _stylesheets(dash))
    return Response(document, mimetype="text/html")


def _add_error_pages(server: Flask, dash: Dash) -> None:
    def page(status: int, title: str, sentences: list[str], items: list[str]) -> Response:
        links = [("Go to the map" if status == 404 else "Try again", "/")]
        if status == 404:
            links += [("Read the map as text", "/text"), ("Read the help", "/help")]
        if status == 503:
            links += [("Download the template", "/template.xlsx"), ("Help for HR", "/help#hr")]
        document = message_document(title, sentences, items, _stylesheets(dash), links)
        return Response(document, status, mimetype="text/html")

    @server.errorhandler(404)
    def not_found(_: HTTPException) -> Response:
        words = "The address may be mistyped, or the page may have moved."
        return page(404, "This page does not exist", [words], [])

    @server.errorhandler(MapNotReady)
    def not_ready(error: MapNotReady) -> Response:
        return page(503, "There is no map yet", *why_no_map(error))

    @server.errorhandler(500)
    def failed(_: Exception) -> Response:
        words = "It is not your fault, and nothing is lost. Please try again in a moment."
        return page(500, "Something went wrong", [words], [])


def _stylesheets(dash: Dash, own: str = "reading.css") -> str:
    """Links to what all pages share, then to the one that the map does without."""
    shared = sorted(path.name for path in _ASSETS.glob("*.css"))
    names = [*(name for name in shared if not re.match(_ON_REQUEST, name)), own]
    return "".join(_stylesheet(dash, name) for name in names)


def _stylesheet(dash: Dash, name: str) -> str:
    return f'<link rel="stylesheet" href="{dash.get_asset_url(name)}">'


def _shared_screen(dash: Dash) -> tuple[str, str]:
    """The look and the script that only a shared screen needs."""
    script = f'<script src="{dash.get_asset_url("present.js")}"></script>'
    return _stylesheet(dash, "present.css"), script


def _say_sorry(error: Exception) -> None:
    """A callback failed: log it, and say so in the panel; the map stays as it is."""
    getLogger(__name__).error("A callback failed", exc_info=error)
    note = "Something went wrong. Reload the page and try again."
    set_props(ids.TROUBLE, {"children": note})


class _Quiet(WSGIRequestHandler):
    """Keeps connections open, and no record of who asked for what; errors have no address."""

    protocol_version = "HTTP/1.1"

    def log_request(self, *_: object) -> None:
        return

    def address_string(self) -> str:
        return "-"


def main() -> None:
    """Serve on HOST and PORT, and say where once the first map is ready."""
    host, port = os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", "8050"))
    listener = make_server(host, port, server, threaded=True, request_handler=_Quiet)
    ready = server.config["draw_first_map"]()
    print(f"{ready}\nOpen http://{host}:{port}/ in your browser. Ctrl+C ends.", flush=True)
    try:
        listener.serve_forever()
    except KeyboardInterrupt:
        listener.server_close()


def _settings() -> Settings:
    try:
        return Settings.from_env()
    except InvalidSetting as error:
        raise SystemExit(str(error)) from None


app = create_app(_settings())
server = app.server

if __name__ == "__main__":
    main()
