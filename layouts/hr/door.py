"""HR's guard: who is not signed in comes no further than the door, whatever they ask for."""

import re
from collections.abc import Mapping
from logging import LogRecord
from urllib.parse import quote

from flask import Blueprint, Flask, Response, g, make_response, request
from flask_wtf.csrf import CSRFError, CSRFProtect
from werkzeug.exceptions import HTTPException, MethodNotAllowed
from werkzeug.routing import RequestRedirect

from jobtrack_viz.errors import OutcomeUnknown, StoreUnavailable
from layouts.access import ROUTES, may, of_hr
from layouts.hr.desk import Desk
from layouts.hr.frame import page
from layouts.hr.notice import what_readers_see
from layouts.hr.origin import no_cookie_by_http, wrong_address
from layouts.hr.session import HrSessions, current
from layouts.links import redirect

__all__ = ["add_door", "own_page", "refusal"]

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
_OWN_PAGE = re.compile(r"/hr(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*(\?[A-Za-z0-9._~=&%+-]*)?")
_LINK = re.compile(r"(/hr/password/)[^\s/]+")
_WORDS: Mapping[int, tuple[str, str]] = {
    400: ("This cannot be done", "What was sent is not complete. Go back and try again."),
    404: ("This page does not exist", "The address may be mistyped, or the page may have moved."),
    405: ("This cannot be done", "The address is right, but it takes another kind of request."),
    410: ("This is no longer there", "It may have been discarded, published or withdrawn."),
    413: ("This is too large", "What was sent is larger than this server takes."),
    500: (
        "Something went wrong",
        "It is not your fault. Nothing was changed; please try again.",
    ),
    503: (
        "The database does not answer",
        "Nothing was changed. Please try again in a minute.",
    ),
}


def own_page(text: str) -> str:
    """An address of our own that somebody wanted to see, or the overview for anything else."""
    return text if _OWN_PAGE.fullmatch(text) else "/hr"


def add_door(server: Flask, hr: Blueprint, desk: Desk) -> None:
    """Guard every address below /hr, those without a page too.

    After: who is not signed in reaches only the pages that are listed for anybody; a form is
    taken only from a page that this server gave to the same browser; nothing is kept by caches;
    every refusal is a page in plain words.
    """
    server.session_interface = HrSessions(desk)
    server.logger.addFilter(_without_links)
    server.config["WTF_CSRF_TIME_LIMIT"] = None  # as long as the session, which ends by itself
    forms = CSRFProtect()
    forms_are = {"WTF_CSRF_METHODS": {"POST"}, "WTF_CSRF_FIELD_NAME": "csrf_token"}
    # Where a form comes from is compared with JOBTRACK_ADDRESS too, which Flask-WTF does not know.
    server.config.update(forms_are, WTF_CSRF_HEADERS=["X-CSRFToken"], WTF_CSRF_SSL_STRICT=False)

    @server.before_request
    def guard() -> Response | None:
        if not of_hr(request.path):
            return None
        visit = current()
        if visit.unavailable:
            return _sealed(_unavailable(desk, visit.why))
        g.person = visit.person
        if isinstance(request.routing_exception, RequestRedirect) and g.person:
            return None
        if request.path == "/hr/" and request.method in ("GET", "HEAD"):
            return _sealed(make_response(redirect("/hr", 308)))
        if may(request.endpoint, request.method, signed_in=g.person is not None):
            return _check_form(forms, desk)
        if g.person is None:
            return _sealed(_to_the_door())
        known = (
            isinstance(request.routing_exception, MethodNotAllowed) or request.endpoint in ROUTES
        )
        return _sealed(refusal(405 if known else 404))

    @hr.after_request
    def seal(response: Response) -> Response:
        return _sealed(response)

    @hr.errorhandler(CSRFError)
    def not_our_form(_: CSRFError) -> Response:
        by_http = no_cookie_by_http(desk.settings)
        return _elsewhere(*by_http) if by_http else _send_again()

    @hr.errorhandler(StoreUnavailable)
    def no_database(error: StoreUnavailable) -> Response:
        if isinstance(error, OutcomeUnknown):
            return _unknown(error)
        return _unavailable(desk, str(error))

    def refused(error: HTTPException) -> Response:
        return refusal(error.code or 500)

    for status in _WORDS.keys() - {413}:  # What is too large is for the upload to say.
        hr.register_error_handler(status, refused)


def _check_form(forms: CSRFProtect, desk: Desk) -> Response | None:
    """Why a form is not taken because of where it comes from.

    Raises:
        CSRFError: it is not a form that this browser got from us.
    """
    wrong = wrong_address(desk.settings) if request.method == "POST" else None
    if wrong is not None:
        return _sealed(_elsewhere(*wrong))
    forms.protect()
    return None


def _unavailable(desk: Desk, why: str) -> Response:
    """The database cannot be used: why not, and what readers see meanwhile."""
    title = "The database cannot be used just now"
    rest = f"Nothing was changed. {what_readers_see(desk)}Please try again in a minute."
    return page("refused.html", 503, title=title, sentence=f"{why} {rest}")


def _unknown(error: OutcomeUnknown) -> Response:
    """It was cut off at the very end, so nobody may say that nothing was stored."""
    title = "It is not known whether this was stored"
    rest = "Look at the history, or at the page that you came from, before you try again."
    return page("refused.html", 503, title=title, sentence=f"{error} {rest}")


def _send_again() -> Response:
    return page(
        "refused.html",
        400,
        title="Please send this again",
        sentence="The page was open for too long, or in a window that is signed out. Nothing "
        "was changed. Go back, reload the page and send it again. If that does not help, your "
        "browser keeps no cookies for this site; signing in needs one.",
    )


def _elsewhere(heading: str, sentences: list[str]) -> Response:
    links = [("Sign in", "/hr/sign-in"), ("The map", "/")]
    return page("message.html", 400, heading=heading, sentences=sentences, links=links)


def _without_links(record: LogRecord) -> bool:
    """Whoever has a one-time link has the account, so the log names its page without it."""
    record.msg, record.args = _LINK.sub(r"\1...", record.getMessage()), ()
    return True


def refusal(status: int) -> Response:
    """The page that says in plain words why something cannot be had."""
    title, sentence = _WORDS.get(status, _WORDS[400 if status < 500 else 500])
    return page("refused.html", status, title=title, sentence=sentence)


def _to_the_door() -> Response:
    """To the sign-in page, and from there back to what was asked for, if that was a page."""
    return make_response(redirect(_door(), 303))


def _door() -> str:
    if request.method not in ("GET", "HEAD"):
        return "/hr/sign-in?why=ended"
    wanted = own_page(request.full_path.removesuffix("?"))
    return "/hr/sign-in" + ("" if wanted == "/hr" else "?next=" + quote(wanted, safe="/"))


def _sealed(response: Response) -> Response:
    """Kept by no cache, found by no search engine, with no styles but those of our files."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers.setdefault("Content-Security-Policy", _POLICY)
    return response
