"""The address of the page that asks, as its browser names it; anybody may send anything."""

from urllib.parse import parse_qs, urlsplit

from flask import Request
from werkzeug.exceptions import BadRequest

__all__ = ["query_of_page"]

_MOST_FIELDS = 2000


def query_of_page(request: Request) -> dict[str, list[str]]:
    """The query of the page from which a request comes, by name; empty without a ``Referer``.

    Raises:
        BadRequest: the header is no address, as ``http://[::1`` is none.
    """
    try:
        query = urlsplit(request.referrer or "").query
        return parse_qs(query, max_num_fields=_MOST_FIELDS)
    except ValueError:
        raise BadRequest("The Referer header is no address.") from None
