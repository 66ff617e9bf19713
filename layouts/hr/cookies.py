"""HR's two cookies: what they are called, and that they go to HR's pages alone."""

from datetime import timedelta

from flask import Response

from layouts.links import link

__all__ = ["KNOWN", "SESSION", "drop_cookie", "hand_cookie"]

SESSION = "hr"
"""Who is signed in; it goes when the browser is closed."""
KNOWN = "hr-known"
"""That somebody has signed in with this browser before; it lets nobody in."""
_PATH = "/hr"
"""Below the path of this installation."""


def hand_cookie(
    response: Response, name: str, value: str, *, secure: bool, kept: timedelta | None = None
) -> None:
    """The browser keeps this, until it is closed or for so long; no script can read it."""
    response.set_cookie(
        name, value, max_age=kept, path=link(_PATH), secure=secure, httponly=True, samesite="Lax"
    )


def drop_cookie(response: Response, name: str, *, secure: bool) -> None:
    """The browser keeps nothing under this name."""
    response.delete_cookie(name, path=link(_PATH), secure=secure, httponly=True, samesite="Lax")
