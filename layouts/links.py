"""Addresses of our own pages as a browser asks for them: below the path of JOBTRACK_ADDRESS.

Everywhere else an address of ours is written from the root, ``/text``. What writes it for a
browser puts the path before it: ``html.A`` and ``html.Form``, the ``link`` filter and ``root()``
of the templates, and for everything else the functions here.
"""

from flask import has_request_context, request
from flask import redirect as to_location
from werkzeug.wrappers import Response

__all__ = ["link", "redirect"]


def link(address: str) -> str:
    """The address with the path of this installation before it, if it is one of ours.

    Fragments, queries and addresses of the web stay as they are, and so does everything outside
    of a request.
    """
    ours = address.startswith("/") and not address.startswith("//")
    return request.script_root + address if ours and has_request_context() else address


def redirect(address: str, code: int = 303) -> Response:
    """An answer that leads to an address of ours; it names no host, so none can be smuggled in."""
    return to_location(link(address), code)
