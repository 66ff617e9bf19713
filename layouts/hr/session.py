"""Who is signed in, from request to request: a cookie for HR's pages and a row in the database.

Readers' pages neither read nor set a cookie. Who is not signed in leaves nothing in the database:
their cookie only ties a form to the browser that asked for it.
"""

import hmac
import json
from datetime import timedelta
from typing import Any, cast

from flask import Flask, Request, Response, g, request, session
from flask.sessions import SessionInterface, SessionMixin

from jobtrack_viz import accounts
from jobtrack_viz.errors import StoreUnavailable
from jobtrack_viz.store import Person
from layouts.access import of_hr
from layouts.hr.cookies import KNOWN, SESSION, drop_cookie, hand_cookie
from layouts.hr.desk import Desk
from layouts.hr.sources import source_of_request

__all__ = ["HrSession", "HrSessions", "current", "visitor"]

_SEEN = timedelta(minutes=1)
_CSRF = "csrf_token"
"""Where Flask-WTF looks for what a form must prove to know."""


class HrSession(dict[str, Any], SessionMixin):
    """What one browser's requests remember; ``person`` is None as long as nobody is signed in."""

    def __init__(self, desk: Desk, came_with: str) -> None:
        super().__init__()
        self._desk = desk
        self._came_with = came_with
        self._found: accounts.Visit | None = None
        self._handed = False
        self._known = ""
        self.token = came_with
        self.person: Person | None = None
        self.unavailable = False
        self.why = ""
        try:
            found = accounts.visit(desk.store, desk.now(), came_with)
            self._tie_forms()
        except StoreUnavailable as error:
            self.unavailable, self.why = True, str(error)
            return
        if found is not None:
            self.person, self._found = found.person, found
            self.update(_remembered(found.data))

    def signed_in(self, entrance: accounts.Entrance) -> None:
        """From now on the browser comes with this token; the one before is worth nothing.

        It is known, too, the next time that somebody signs in with it.
        """
        self._go_on_with(entrance.token)
        self._handed = True
        self.known_as(entrance.browser)

    def known_as(self, cookie: str) -> None:
        """The browser keeps the cookie of one that somebody has signed in with."""
        self._known = cookie

    def signed_out(self) -> None:
        """The browser forgets who was here."""
        self._go_on_with("")

    def _go_on_with(self, token: str) -> None:
        self.clear()
        self.token, self.person, self._found = token, None, None

    def _tie_forms(self) -> None:
        """A form knows a secret that only this browser's cookie leads to."""
        if not accounts.is_token(self.token):
            self.token = accounts.new_token()
        made = hmac.digest(self._desk.key.encode(), b"form " + self.token.encode(), "sha256")
        self[_CSRF] = made.hex()

    def keep(self, response: Response, secure: bool) -> None:
        """Write down what is to be remembered, and give the browser its token if it is new.

        Who is not signed in needs none before there is a form on the page: Flask-WTF notes that.
        """
        if self._found is not None and not self.unavailable:
            self._remember(self._found)
        if not self.token:
            drop_cookie(response, SESSION, secure=secure)
        elif self.token != self._came_with and (self._handed or _CSRF in g):
            hand_cookie(response, SESSION, self.token, secure=secure)
        if self._known:
            hand_cookie(response, KNOWN, self._known, secure=secure, kept=accounts.KNOWN_FOR)

    def _remember(self, found: accounts.Visit) -> None:
        """Write what changed; that somebody is there, once a minute."""
        data = json.dumps({name: value for name, value in self.items() if name != _CSRF})
        now = self._desk.now()
        # A clock that was set back makes the moment one to come, which is to be put right, too.
        if data == (found.data or "{}") and abs(now - found.seen_at) < _SEEN:
            return
        try:
            accounts.save(self._desk.store, now, self.token, found.person, data)
        except StoreUnavailable:
            self.unavailable = True


def _remembered(data: str) -> dict[str, Any]:
    """What was kept of a session; nothing where that is damaged."""
    try:
        found = json.loads(data or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


class HrSessions(SessionInterface):
    """Sessions below /hr; elsewhere there is nothing to remember."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def open_session(self, app: Flask, asked: Request) -> SessionMixin:
        if not of_hr(asked.path):
            return self.make_null_session(app)
        opened = HrSession(self._desk, asked.cookies.get(SESSION, ""))
        if not opened.unavailable:
            app.secret_key = self._desk.key
        return opened

    def save_session(self, _: Flask, kept: SessionMixin, response: Response) -> None:
        if isinstance(kept, HrSession):
            secure = request.is_secure or self._desk.settings.https
            kept.keep(response, secure)


def current() -> HrSession:
    """The session of the request that is being answered, which is for one of HR's addresses."""
    return cast(HrSession, session)


def visitor(desk: Desk) -> accounts.Visitor:
    """Where the request comes from, and whether its browser says that it is known."""
    source = source_of_request(desk.settings.proxies)
    return accounts.Visitor(source, request.cookies.get(KNOWN, ""))
