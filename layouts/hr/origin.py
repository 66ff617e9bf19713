"""Whether a form of HR comes from a page of this installation, and what is wrong if it does not.

A browser says with each form from where it was sent (Origin, or Referer), and that has to be
JOBTRACK_ADDRESS or the Host that arrives. A proxy that keeps neither makes the two differ.
"""

from urllib.parse import urlsplit

from flask import request

from jobtrack_viz.settings import Settings

__all__ = ["no_cookie_by_http", "wrong_address"]

_PORTS = {"http": 80, "https": 443}
_LONGEST = 200


def wrong_address(settings: Settings) -> tuple[str, list[str]] | None:
    """A heading and sentences on why a form is not taken or not kept; None where nothing is wrong.

    Without JOBTRACK_ADDRESS, by plain http, nothing is compared: the token of the form and the
    cookie say enough, and nobody has said what the address is.
    """
    if not settings.address and not request.is_secure:
        return None
    claimed, page = _claimed()
    here = _origin(f"{request.scheme}://{request.host}")
    own = _origin(settings.address)
    if own.startswith("https:") and page == f"http:{own.partition(':')[2]}":
        return _not_by_https(settings)
    if page and page in (own, here):
        return None
    if not claimed and not request.is_secure:
        return None
    return _another_address(settings, page)


def no_cookie_by_http(settings: Settings) -> tuple[str, list[str]] | None:
    """The same where the cookie did not come back: None if that is not for want of https."""
    return _not_by_https(settings) if settings.https and _claimed()[1][:5] == "http:" else None


def _claimed() -> tuple[str, str]:
    """From where the browser says that the form was sent: in its words, and in one spelling."""
    claimed = request.headers.get("Origin") or request.referrer or ""
    return claimed, _origin(claimed)


def _not_by_https(settings: Settings) -> tuple[str, list[str]]:
    return "Please open this page by https", [
        "You opened this page by http. Whoever signs in needs a cookie, and browsers send that by "
        f"https only. Nothing was changed. Open {settings.address}/hr and try again.",
    ]


def _another_address(settings: Settings, page: str) -> tuple[str, list[str]]:
    sent = (
        f"Your browser says that it was sent from {page}"
        if page
        else ("Your browser does not say from which page it was sent")
    )
    reached = f"reached this server as {request.scheme}://{request.host[:_LONGEST]}"
    known = f", and JOBTRACK_ADDRESS is {settings.address}" if settings.address else ""
    address = page or "the address that people open"
    if settings.address:
        mend = (
            f"If {address} is where people reach this server, set JOBTRACK_ADDRESS to it; "
            f"else open {settings.address}/hr."
        )
    else:
        mend = (
            f"Whoever runs the server sets JOBTRACK_ADDRESS to {address}. Or the proxy before the "
            "server keeps Host, or it sends X-Forwarded-Host and X-Forwarded-Proto and "
            "JOBTRACK_PROXIES is 1."
        )
    return "This form came from another address", [
        f"{sent}. It {reached}{known}. So it was not taken, and nothing was changed.",
        mend,
    ]


def _origin(address: str) -> str:
    """Protocol, host and port in one spelling; empty for anything that is no address."""
    try:
        found = urlsplit(address[:_LONGEST])
        port = found.port or _PORTS[found.scheme]
    except (KeyError, ValueError):
        return ""
    host = found.hostname or ""
    shown = "" if port == _PORTS[found.scheme] else f":{port}"
    return f"{found.scheme}://{f'[{host}]' if ':' in host else host}{shown}" if host else ""
