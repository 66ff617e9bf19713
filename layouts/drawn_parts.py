"""Parts of the map that are being drawn: what pages and scripts are told meanwhile."""

from collections.abc import Callable

from flask import Flask, Response, g, jsonify, request

from jobtrack_viz.atlas import Atlas
from jobtrack_viz.views import PartsBusy
from layouts.edition import edition_of
from layouts.outcome import selection_of
from layouts.shell import message_document

__all__ = ["add_drawn_parts", "note_that_it_waits"]

_SECONDS = 15
"""After which somebody who was sent away may ask again; a part takes a few seconds."""


def add_drawn_parts(server: Flask, atlas: Atlas, stylesheets: Callable[[], str]) -> None:
    """Answer ``/part``: whether a part is drawn; keep pages that wait for one out of caches.

    After: where too many parts wait, another one is answered by a page with status 503.
    """

    @server.get("/part")
    def part_state() -> Response:
        """Whether the page of a part would show something else than that it is being drawn."""
        published = edition_of(atlas, query := request.args.to_dict(flat=False)).published
        settled = published.views.is_settled(selection_of(published, query))
        answer = jsonify(settled=settled)
        answer.headers["Cache-Control"] = "no-store"
        return answer

    @server.errorhandler(PartsBusy)
    def too_many(_: PartsBusy) -> Response:
        words = [
            "Many parts of the map are being drawn just now, so this one could not be begun.",
            f"Nothing is wrong with your choice. Try again in {_SECONDS} seconds.",
        ]
        links = [
            ("Try again", request.full_path),
            ("See the whole map", "/"),
            ("Read the map as text", "/text"),
        ]
        document = message_document("This part has to wait", words, [], stylesheets(), links)
        answer = Response(document, 503, mimetype="text/html")
        answer.headers.update({"Retry-After": str(_SECONDS), "Cache-Control": "no-store"})
        return answer

    @server.after_request
    def keep_nothing_that_waits(response: Response) -> Response:
        if g.get("part_waits"):
            response.headers["Cache-Control"] = "no-store"
        return response


def note_that_it_waits() -> None:
    """The page of this request is kept by no cache, since it fills itself soon."""
    g.part_waits = True
