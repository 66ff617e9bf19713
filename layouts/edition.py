"""Which map a page shows, and how it says so: today's, an older version, or a shared draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Flask, Response, request
from werkzeug.exceptions import BadRequest

from jobtrack_viz.atlas import Atlas, MapNotReady, Published, draft_id
from jobtrack_viz.dates import day
from layouts import html
from layouts.address import VERSION
from layouts.links import link
from layouts.parts import contact
from layouts.referrer import query_of_page
from layouts.watched import shown_by_name

__all__ = ["Edition", "add_edition_headers", "banner", "edition_of", "look"]

_LONGEST = 200
_DRAFT = draft_id("")


@dataclass(frozen=True, slots=True)
class Edition:
    """A version of the map as somebody asked for it.

    ``version`` is what the address says of it, empty where the address leaves it open. ``newest``
    says that no other map is in force.
    """

    published: Published
    version: str = ""
    newest: bool = True

    @property
    def kind(self) -> str:
        """``draft``, ``old``, or nothing for the map in force."""
        if self.published.kind == "draft":
            return "draft"
        return "" if self.newest else "old"

    @property
    def sentence(self) -> str:
        """What a reader must know before anything else; empty for the map in force."""
        published = self.published
        if self.kind == "draft":
            until = f", until {day(published.expires)}" if published.expires else ""
            return f"Draft for consultation{until}. Not in force."
        if self.kind == "old":
            of = f"the map of {day(published.at)}" if published.at else "an earlier map"
            return f"You are looking at {of}."
        return ""

    @property
    def caution(self) -> str:
        """The same on what leaves the screen."""
        of = f"The map of {day(self.published.at)}" if self.published.at else "An earlier map"
        return f"{of}. It is no longer in force." if self.kind == "old" else self.sentence

    @property
    def imprint(self) -> str:
        """The version on paper and in saved files: ``12 of 3 March 2026, no longer in force``."""
        published = self.published
        if self.kind == "draft":
            until = f" until {day(published.expires)}" if published.expires else ""
            return f"draft (for consultation{until}, not in force)"
        name = published.id if published.kind == "version" else published.id[:8]
        of = f" of {day(published.at)}" if published.at else ""
        return f"{name}{of}{', no longer in force' if self.kind else ''}"


def edition_of(atlas: Atlas, query: Mapping[str, Sequence[str]]) -> Edition:
    """The version that an address names with ``v``, else the map in force.

    Raises:
        UnknownVersion: nobody knows the version that is named.
        WithdrawnVersion: it was taken back, or the draft is no longer shared.
        MapNotReady: none is named, and there is no map.
    """
    version = next((text for text in query.get(VERSION, ()) if text), "")[:_LONGEST]
    if not version:
        return Edition(atlas.current())
    published = atlas.at(version)
    try:
        newest = atlas.current().id == published.id
    except MapNotReady:
        newest = False
    return Edition(published, version, newest)


def banner(edition: Edition, today: str) -> html.Aside | str:
    """What stands on top of every page of an older map or a draft; ``today`` is a link's address.

    Nothing for the map in force.
    """
    if not edition.kind:
        return ""
    said: list[Any] = [edition.sentence, " "]
    if edition.kind == "draft":
        about = edition.published.framework.about
        comments = html.Span(["Comments to ", *contact(about, "HR"), ". "], className="comments")
        said = [html.Strong(edition.sentence), " ", comments]
    words = "See today’s map" if edition.kind == "draft" else "See today’s"
    said.append(html.Span([html.A(words, href=today), "."], className="today"))
    return html.Aside(
        html.P(said),
        id="edition",
        className=f"edition {edition.kind}",
        **{"aria-label": "About this map"},
    )


def look(edition: Edition) -> str:
    """A link to the look of what ``banner`` says."""
    if not edition.kind:
        return ""
    return f'<link rel="stylesheet" href="{link("/assets/edition.css")}">'


def add_edition_headers(server: Flask) -> None:
    """Keep named versions out of search engines, and drafts out of every cache.

    What counts is what the request was shown, in whichever way it named that.
    """

    @server.after_request
    def mark(response: Response) -> Response:
        named = {*shown_by_name(), *filter(None, request.args.getlist(VERSION))}
        of_draft = any(version.startswith(_DRAFT) for version in named)
        if named:
            response.headers["X-Robots-Tag"] = "noindex"
        if of_draft:
            response.headers["Referrer-Policy"] = _tells(request.path)
        if of_draft or _comes_from_draft():
            response.headers["Cache-Control"] = "no-store"
        return response


def _comes_from_draft() -> bool:
    """Whether the page that asks is one of a draft."""
    try:
        named = query_of_page(request).get(VERSION, ())
    except BadRequest:
        return False
    return any(version.startswith(_DRAFT) for version in named)


def _tells(path: str) -> str:
    """Whom a page tells its own address, which opens the draft: nobody.

    Only the map's page tells it to this server, which makes the panel from it.
    """
    return "same-origin" if path == "/" else "no-referrer"
