"""What a reader sees when there is nothing to show: what happened, and where to go."""

from collections.abc import Callable
from urllib.parse import urlencode

from dash.exceptions import DependencyException
from flask import Flask, Response, request

from jobtrack_viz.atlas import MapNotReady, MapUnavailable
from jobtrack_viz.errors import (
    DamagedVersion,
    StoreUnavailable,
    UnknownVersion,
    WithdrawnVersion,
)
from layouts.address import VERSION
from layouts.no_map import why_no_map
from layouts.shell import message_document

__all__ = ["add_error_pages"]


_ASKED_OF_A_MAP = ("/", "/text", "/plan")


def add_error_pages(server: Flask, stylesheets: Callable[[], str]) -> None:
    """Every failure has a page; none shows a traceback."""

    def page(status: int, title: str, sentences: list[str], items: list[str]) -> Response:
        links = [("Go to the map" if status in (400, 404) else "Try again", "/")]
        if status == 404:
            links += [("Read the map as text", "/text"), ("Read the help", "/help")]
        if status == 503:
            links += [("Download the template", "/template.xlsx"), ("Help for HR", "/help#hr")]
        document = message_document(title, sentences, items, stylesheets(), links)
        return Response(document, status, mimetype="text/html")

    @server.errorhandler(400)
    def not_understood(_: Exception) -> Response:
        words = "What was asked could not be understood. Go to the map and choose again."
        return page(400, "This could not be read", [words], [])

    @server.errorhandler(DependencyException)
    @server.errorhandler(404)
    def not_found(_: Exception) -> Response:
        words = "The address may be mistyped, or the page may have moved."
        return page(404, "This page does not exist", [words], [])

    @server.errorhandler(UnknownVersion)
    def no_such_version(_: UnknownVersion) -> Response:
        words = "The link names a version that was never published, or that is no longer kept."
        return of_version(404, "This version of the map is not known", words)

    @server.errorhandler(DamagedVersion)
    def damaged(error: DamagedVersion) -> Response:
        words = f"{error} Whoever looks after the server is told so in its log."
        return of_version(500, "This map cannot be shown", words)

    @server.errorhandler(WithdrawnVersion)
    def taken_back(error: WithdrawnVersion) -> Response:
        return of_version(410, "This map is no longer shown", str(error))

    def of_version(status: int, title: str, words: str) -> Response:
        """The same question can be asked of the map in force."""
        rest = [(n, text) for n, text in request.args.items(multi=True) if n != VERSION]
        path = request.path if request.path in _ASKED_OF_A_MAP else "/"
        links = [("See today’s map", f"{path}?{urlencode(rest)}" if rest else path)]
        document = message_document(title, [words], [], stylesheets(), links)
        return Response(document, status, mimetype="text/html")

    @server.errorhandler(MapNotReady)
    def not_ready(error: MapNotReady) -> Response:
        return page(503, "There is no map yet", *why_no_map(error))

    @server.errorhandler(MapUnavailable)
    @server.errorhandler(StoreUnavailable)
    def not_reachable(error: Exception) -> Response:
        words = "Please try again in a moment. HR is told the same on its pages."
        return page(503, "The map cannot be shown just now", [str(error), words], [])

    @server.errorhandler(500)
    def failed(_: Exception) -> Response:
        words = "It is not your fault, and nothing is lost. Please try again in a moment."
        return page(500, "Something went wrong", [words], [])
