"""What a reader sees when there is nothing to show: what happened, and where to go."""

from collections.abc import Callable

from dash.exceptions import DependencyException
from flask import Flask, Response

from jobtrack_viz.atlas import MapNotReady
from jobtrack_viz.errors import StoreUnavailable
from layouts.no_map import why_no_map
from layouts.shell import message_document

__all__ = ["add_error_pages"]


def add_error_pages(server: Flask, stylesheets: Callable[[], str]) -> None:
    """Every failure has a page; none shows a traceback."""

    def page(status: int, title: str, sentences: list[str], items: list[str]) -> Response:
        links = [("Go to the map" if status == 404 else "Try again", "/")]
        if status == 404:
            links += [("Read the map as text", "/text"), ("Read the help", "/help")]
        if status == 503:
            links += [("Download the template", "/template.xlsx"), ("Help for HR", "/help#hr")]
        document = message_document(title, sentences, items, stylesheets(), links)
        return Response(document, status, mimetype="text/html")

    @server.errorhandler(DependencyException)
    @server.errorhandler(404)
    def not_found(_: Exception) -> Response:
        words = "The address may be mistyped, or the page may have moved."
        return page(404, "This page does not exist", [words], [])

    @server.errorhandler(MapNotReady)
    def not_ready(error: MapNotReady) -> Response:
        return page(503, "There is no map yet", *why_no_map(error))

    @server.errorhandler(StoreUnavailable)
    def not_reachable(_: StoreUnavailable) -> Response:
        words = "The database does not answer. Nothing is lost; please try again in a moment."
        return page(503, "The map cannot be shown just now", [words], [])

    @server.errorhandler(500)
    def failed(_: Exception) -> Response:
        words = "It is not your fault, and nothing is lost. Please try again in a moment."
        return page(500, "Something went wrong", [words], [])
