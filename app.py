"""The web application. The only file that knows every part."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from logging import getLogger
from pathlib import Path

from dash import Dash, html, set_props
from flask import Flask, has_request_context, request

from jobtrack_viz.accounts import how_to_begin, purge_attempts
from jobtrack_viz.atlas import Atlas, MapNotReady, StoreAtlas, WorkbookAtlas
from jobtrack_viz.errors import InvalidSetting, StoreUnavailable
from jobtrack_viz.parts import PartQueue, SharedFolder
from jobtrack_viz.publishing import ExpiryTimer, FirstPublication
from jobtrack_viz.serving import bound_to, host_and_port, serve
from jobtrack_viz.settings import Settings
from jobtrack_viz.store import Store, store_at
from jobtrack_viz.views import Drawers
from layouts import ids, map_page
from layouts.access import add_guard
from layouts.bundles import add_script, add_stylesheet
from layouts.busy_page import add_busy_page
from layouts.delivery import deliver, policy
from layouts.drawn_parts import add_drawn_parts, note_that_it_waits
from layouts.edition import Edition, add_edition_headers, edition_of
from layouts.error_pages import add_error_pages
from layouts.escaped_query import add_unescaping
from layouts.health import add_health
from layouts.hr import add_hr
from layouts.limiter import Limiter
from layouts.mount import mount
from layouts.outcome import Outcome, outcome_of, settled, view_of
from layouts.pages import add_pages
from layouts.posted import StrictJSON
from layouts.referrer import query_of_page
from layouts.shell import map_document
from layouts.take_away import add_take_away
from layouts.watched import WatchedAtlas

__all__ = ["app", "create_app", "server"]

_ASSETS = Path(__file__).resolve().parent / "assets"
_SAMPLE = Path(__file__).resolve().parent / "data" / "sample.xlsx"
_ON_REQUEST = (
    r"^((edition|reading)\.css|(drawn|export|newer)\.js"
    r"|((hr|marks)(-\w+)?|plan|present)\.(css|js))$"
)
"""Assets that the map loads when they are needed, or that only other pages link to."""
_LARGEST_REQUEST = 1_000_000
"""Bytes; a choice takes a few hundred."""
_UNUSED = re.compile(r'<script src="[^"]*/dash_table/[^"]*"></script>\s*')
"""A bundle that Dash would load although no part of the page uses it."""
_APART = re.compile(r'<link rel="stylesheet" href="[^"]*/assets/[^"]*">\s*')
"""The stylesheets that Dash would link to one by one."""
_SCRIPTS = re.compile(r'(<script src="[^"]*/assets/[^"]*"></script>\s*)+')
"""The scripts of ours that Dash would load one by one."""
_LATER = re.compile(r'<script src="([^"]*/deps/polyfill[^"]*)"></script>\s*')
"""A bundle that only charts use; assets/page.js loads it before the first one."""


def create_app(settings: Settings) -> Dash:
    """An application that serves the workbook named in the settings, or what HR has published.

    It starts whether or not the database can be used, and uses it as soon as it can.

    Raises:
        InvalidSetting: a setting cannot be used.
    """
    reached = _Reached(settings.address)
    store = None if settings.workbook else store_at(settings.database)
    drawers = Drawers(PartQueue(SharedFolder.of_installation()))
    fewest = settings.fewest_posts
    atlas = WatchedAtlas(
        _of_store(store, settings, drawers, reached)
        if store
        else WorkbookAtlas(settings.workbook or _SAMPLE, settings.limits, fewest, drawers)
    )
    dash = Dash(
        __name__,
        title="Career map",
        routes_pathname_prefix="/",
        requests_pathname_prefix=f"{settings.path}/",
        update_title=None,
        assets_folder=str(_ASSETS),
        assets_ignore=_ON_REQUEST,
        use_pages=False,
        on_error=_say_sorry,
        enable_mcp=False,
    )
    server: Flask = dash.server
    server.json = StrictJSON(server)
    look = settings.path + add_stylesheet(server, _ASSETS, _ON_REQUEST)
    script = settings.path + add_script(server, _ASSETS, _ON_REQUEST)
    limiter = Limiter()
    _show_pages(dash, atlas, limiter, _link_to(look), f'<script src="{script}"></script>')
    map_page.register(dash, atlas, limiter)
    server.config["MAX_CONTENT_LENGTH"] = _LARGEST_REQUEST
    server.config["draw_first_map"] = partial(_begin, server, atlas, store, reached)
    add_unescaping(server)
    add_guard(server, dash.callback_map)
    stylesheets = partial(_stylesheets, dash, _link_to(look))
    add_health(server, atlas)
    add_pages(server, atlas, stylesheets)
    add_take_away(server, atlas, limiter, stylesheets)
    add_busy_page(server, stylesheets)
    add_drawn_parts(server, atlas, stylesheets)
    add_error_pages(server, stylesheets)
    add_edition_headers(server)
    if store is not None:
        own = [dash.get_asset_url(name) for name in ("hr.css", "hr-publishing.css")]
        script_of_hr = dash.get_asset_url("hr.js")
        add_hr(server, store, settings, [look, *own], script_of_hr, standing=atlas.standing)
    mount(server, settings.path)
    deliver(server, policy(dash.csp_hashes(), settings.frame_ancestors), settings.proxies)
    return dash


class _Reached:
    """Where this server is reached: as its settings say, or where it listens once it does."""

    def __init__(self, told: str) -> None:
        self._told = told
        self.bound = ""

    @property
    def address(self) -> str:
        """The beginning of links that are printed."""
        return self._told or self.bound or "http://{}:{}".format(*host_and_port())


def _of_store(store: Store, settings: Settings, drawers: Drawers, reached: _Reached) -> Atlas:
    """What HR has published; the sample, as soon as there is a database without anything in it."""
    first = FirstPublication(
        store, _SAMPLE, settings.limits, lambda: _say(how_to_begin(store, _now(), reached.address))
    )
    try:
        store.prepare()
        first.publish()
    except StoreUnavailable as error:
        getLogger(__name__).warning("%s The server starts without it.", error)
    return StoreAtlas(
        store,
        fewest_posts=settings.fewest_posts,
        drawers=drawers,
        when_empty=first.publish_later,
    )


def _now() -> datetime:
    return datetime.now(UTC)


def _say(text: str) -> None:
    if text:
        print(text, flush=True)


def _begin(
    server: Flask, atlas: Atlas, store: Store | None, reached: _Reached, bound: str = ""
) -> str:
    """Draw the map and make a page of it now, and say in a few words what there is.

    After: Dash has set itself up. It would do so during the first request, and refuse its scripts
    to others that come at the same moment, as the scripts of one page do. While there is no
    account, one of the processes that begin together also says how the first is made. Where there
    is a database, drafts past their time are purged from now on, also while nobody visits.
    """
    reached.bound = bound
    server.test_client().get("/")
    if store:
        ExpiryTimer(store, _now, more=[purge_attempts]).start()
    try:
        how = how_to_begin(store, _now(), reached.address) if store else ""
    except StoreUnavailable:
        how = ""  # said on the pages too; accounts can be added by command
    return "\n".join(filter(None, (_what_there_is(atlas), how)))


def _what_there_is(atlas: Atlas) -> str:
    try:
        framework = atlas.current().framework
    except MapNotReady as error:
        return f"No map yet: {error}"
    return f"{framework.about.title}: {len(framework.roles)} roles"


def _show_pages(dash: Dash, atlas: Atlas, limiter: Limiter, look: str, script: str) -> None:
    """The first answer is the finished page; then React takes over the panel, and only that."""

    def first_answer(**parts: str) -> str:
        query = request.args.to_dict(flat=False)
        edition = edition_of(atlas, query)
        with limiter.place_for(query):
            outcome = settled(edition.published, outcome_of(edition.published, query))
            return page_of(edition, outcome, parts)

    def page_of(edition: Edition, outcome: Outcome, parts: Mapping[str, str]) -> str:
        later = _LATER.search(parts["scripts"])
        scripts = _LATER.sub("", _UNUSED.sub("", _SCRIPTS.sub(script, parts["scripts"])))
        if view_of(edition.published, outcome).instead == "waiting":
            note_that_it_waits()
        css, more = _shared_screen(dash) if outcome.wishes.present else ("", "")
        return map_document(
            edition,
            outcome,
            css=look + _APART.sub("", parts["css"]) + css,
            scripts=parts["config"] + scripts + parts["renderer"] + more,
            for_charts=later.group(1) if later else "",
        )

    def panel() -> html.Div:
        """The same panel again, for the page that asks for it: nothing changes on the screen."""
        if not has_request_context() or not request.path.endswith("/_dash-layout"):
            return html.Div()
        query = query_of_page(request)
        published = edition_of(atlas, query).published
        with limiter.place_for(query):
            outcome = settled(published, outcome_of(published, query), on_page=True)
            return map_page.layout(published, outcome)

    dash.interpolate_index = first_answer
    dash.layout = panel


def _stylesheets(dash: Dash, look: str, own: str = "reading.css") -> str:
    """Links to what all pages share, then to the one that the map does without."""
    return look + _stylesheet(dash, own)


def _stylesheet(dash: Dash, name: str) -> str:
    return _link_to(dash.get_asset_url(name))


def _link_to(stylesheet: str) -> str:
    return f'<link rel="stylesheet" href="{stylesheet}">'


def _shared_screen(dash: Dash) -> tuple[str, str]:
    """The look and the script that only a shared screen needs."""
    script = f'<script src="{dash.get_asset_url("present.js")}"></script>'
    return _stylesheet(dash, "present.css"), script


def _say_sorry(error: Exception) -> None:
    """A callback failed: log it, and say so in the panel; the map stays as it is."""
    getLogger(__name__).error("A callback failed", exc_info=error)
    note = "Something went wrong. Reload the page and try again."
    set_props(ids.TROUBLE, {"children": note})


def main() -> None:
    """Serve on HOST and PORT, and say where once the first map is ready."""
    try:
        bound = bound_to(*host_and_port())
    except InvalidSetting as error:
        raise SystemExit(str(error)) from None

    def ready(address: str) -> None:
        told = server.config["draw_first_map"](address)
        print(f"{told}\nOpen {address}/ in your browser. Ctrl+C ends.", flush=True)

    serve(server, bound, ready)


def _from_env() -> Dash:
    try:
        return create_app(Settings.from_env())
    except InvalidSetting as error:
        raise SystemExit(str(error)) from None


app = _from_env()
server = app.server

if __name__ == "__main__":
    main()
