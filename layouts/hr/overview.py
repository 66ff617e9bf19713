"""Where HR arrives: what is published, and what waits to be."""

from flask import Blueprint, Response

from layouts.hr.desk import Desk
from layouts.hr.frame import page

__all__ = ["add"]


def add(hr: Blueprint, _: Desk) -> None:
    """Add the first page."""

    @hr.get("")
    def overview() -> Response:
        return page("overview.html")
