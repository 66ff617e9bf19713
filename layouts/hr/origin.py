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
    """A heading and sentences on why a form is not taken; None where nothing is wrong.

    Without JOBTRACK_ADDRESS, by plain http, nothing is compared: the token of the form and the
    cookie say enough, and nobody has said what the address is.
    """
    if not settings.address and not request.is_secure:
        return None
    page = _claimed()
    here = _origin(f"{request.scheme}://{request.host}")
    own = _origin(settings.address)
    if page and own == page.replace("http:", "https:", 1) != page:
        return _not_by_https(settings)
    if not page:
        return _from_no_page() if settings.https or request.is_secure else None
    return None if page in (own, here) else _from_another_page(settings, page)


def no_cookie_by_http(settings: Settings) -> tuple[str, list[str]] | None:
    """The same where the cookie did not come back: None if that is not for want of https."""
    by_http = settings.https and _claimed().startswith("http:")
    return _not_by_https(settings) if by_http else None


def _claimed() -> str:
    """From where the browser says that the form was sent; empty if it does not say."""
    return _origin(request.headers.get("Origin") or request.referrer or "")


def _not_by_https(settings: Settings) -> tuple[str, list[str]]:
    return "Please open this page by https", [
        "You opened this page by http. Whoever signs in needs a cookie, and browsers send that by "
        f"https only. Nothing was changed. Open {settings.address}/hr and try again.",
    ]


def _from_no_page() -> tuple[str, list[str]]:
    return "This form came from no page", [
        "Your browser does not say from which page it was sent, so it was not taken, and nothing "
        "was changed.",
        "Something takes out Origin and Referer: an extension of the browser, or a proxy that "
        "sends a Referrer-Policy of its own. Let them keep both for this site.",
    ]


def _from_another_page(settings: Settings, page: str) -> tuple[str, list[str]]:
    known = f", and JOBTRACK_ADDRESS is {settings.address}" if settings.address else ""
    if settings.address:
        mend = (
            f"If {page} is where people reach this server, set JOBTRACK_ADDRESS to it; "
            f"else open {settings.address}/hr."
        )
    else:
        mend = (
            f"Whoever runs the server sets JOBTRACK_ADDRESS to {page}. Or the proxy before the "
            "server keeps Host, or it sends X-Forwarded-Host and X-Forwarded-Proto and "
            "JOBTRACK_PROXIES is 1."
        )
    return "This form came from another address", [
        f"Your browser says that it was sent from {page}. It reached this server as "
        f"{request.scheme}://{request.host[:_LONGEST]}{known}. So it was not taken, and nothing "
        "was changed.",
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
