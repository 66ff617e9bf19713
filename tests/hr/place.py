"""A server with HR's pages, its clock, and browsers that send its forms."""

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from flask import Flask
from werkzeug.test import Client, TestResponse

from jobtrack_viz import accounts
from jobtrack_viz.atlas import Standing
from jobtrack_viz.settings import Settings
from jobtrack_viz.store import Store
from layouts.delivery import deliver, policy
from layouts.hr import add_hr
from layouts.mount import mount

PASSWORD = "four words of mine"
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


@dataclass
class Clock:
    """The time on which everything here agrees."""

    now: datetime = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def on(self, **time: float) -> None:
        self.now += timedelta(**time)


@dataclass
class Browser:
    """One browser: it keeps its cookies, and sends forms with the token of the page it is on."""

    client: Client
    page: str = field(default="", repr=False)
    address: str = "127.0.0.1"
    """From which it comes, as the server sees it."""

    def get(self, path: str, **more: Any) -> TestResponse:
        answer = self.client.get(path, environ_overrides=self._from, **more)
        self.page = answer.get_data(as_text=True)
        return answer

    @property
    def _from(self) -> dict[str, str]:
        return {"REMOTE_ADDR": self.address}

    def send(self, path: str, headers: dict[str, str] | None = None, **fields: Any) -> TestResponse:
        found = _TOKEN.search(self.page)
        token = {"csrf_token": found[1]} if found else {}
        answer = self.client.post(
            path, data={**token, **fields}, environ_overrides=self._from, headers=headers
        )
        if answer.status_code < 300 or answer.status_code >= 400:
            self.page = answer.get_data(as_text=True)
        return answer

    def sign_in(self, email: str, password: str = PASSWORD, **more: str) -> TestResponse:
        self.get("/hr/sign-in")
        return self.send("/hr/sign-in", email=email, password=password, **more)


@dataclass
class Place:
    """The server, its database and its clock."""

    server: Flask
    store: Store
    clock: Clock

    def browser(self) -> Browser:
        return Browser(self.server.test_client())

    def link(self, email: str) -> str:
        """The address with which a new person chooses a password."""
        person = accounts.add(self.store, self.clock(), "command line", email)
        token = accounts.new_link(self.store, self.clock(), "command line", person)
        return f"/hr/password/{token}"

    def signed_in(self, email: str) -> Browser:
        """A browser in which a new person is signed in, on the overview."""
        browser, link = self.browser(), self.link(email)
        browser.get(link)
        browser.send(link, password=PASSWORD, again=PASSWORD)
        browser.get("/hr")
        return browser


def wait_for_workshops() -> None:
    """What is prepared in the background is ready."""
    for thread in threading.enumerate():
        if thread.name.startswith("workshop"):
            thread.join(60)


def place_with(
    store: Store,
    proxies: int = 0,
    standing: Callable[[], Standing] | None = None,
    **settings: Any,
) -> Place:
    """HR's pages and nothing else, behind so many proxies; ``standing`` is what readers see."""
    clock, server = Clock(), Flask("hr", static_folder=None)
    chosen = Settings(secret_key="k" * 40, proxies=proxies, **settings)
    add_hr(server, store, chosen, (), now=clock, standing=standing)
    mount(server, chosen.path)
    deliver(server, policy((), "'none'"), proxies)
    return Place(server, store, clock)
