"""Links that a mail or chat program has escaped once too often: ``?start=a&amp;goal=b``."""

import re
from urllib.parse import quote

from flask import Flask, Response, request
from flask import redirect as to_location

__all__ = ["add_unescaping", "unescaped"]

_ESCAPED = re.compile(r"(?:^|(?<=&))(?:amp(?:;|%3B))+", re.IGNORECASE)
"""What is left of ``&amp;``, ``&amp;amp;`` and so on where a name begins."""
_AS_IT_IS = "!$%&'()*+,-./:;=?@_~[]"


def unescaped(query: str) -> str:
    """The query with ``&`` between its names, however often that was escaped; values stay."""
    return _ESCAPED.sub("", query)


def add_unescaping(server: Flask) -> None:
    """Lead from such a link to the right one, so that every page reads and shows only that.

    The answer names neither host nor path: it leads to the same place with another query.
    """

    @server.before_request
    def lead_to_the_right_link() -> Response | None:
        asked = request.query_string.decode("latin-1")
        right = unescaped(asked)
        if right == asked or request.method not in ("GET", "HEAD"):
            return None
        place = "?" + quote(right.encode("latin-1"), safe=_AS_IT_IS)
        answer = server.make_response(to_location(place, 302))
        answer.headers["Cache-Control"] = "no-store"
        return answer
