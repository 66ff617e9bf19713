"""What a reader is told who asks for an expensive answer while too many others do."""

from collections.abc import Callable

from flask import Flask, Response, request

from layouts.limiter import TooBusy
from layouts.shell import message_document

__all__ = ["add_busy_page"]

_SECONDS = 5
"""After which somebody who was sent away may ask again."""


def add_busy_page(server: Flask, stylesheets: Callable[[], str]) -> None:
    """A page for whoever has to ask again, with status 503."""

    @server.errorhandler(TooBusy)
    def too_busy(_: TooBusy) -> Response:
        words = [
            "Many readers ask for answers that take long to make, such as journeys past several "
            "roles, plans and files. Nothing is wrong with what you asked.",
            f"Try again in {_SECONDS} seconds.",
        ]
        links = [("Try again", request.full_path.rstrip("?")), ("Go to the map", "/")]
        document = message_document("The server is busy", words, [], stylesheets(), links)
        answer = Response(document, 503, mimetype="text/html")
        answer.headers.update({"Retry-After": str(_SECONDS), "Cache-Control": "no-store"})
        return answer
