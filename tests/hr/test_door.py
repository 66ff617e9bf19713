"""Forms from elsewhere, a database that is away, a log that is kept for a while."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from urllib.parse import quote

import pytest

from jobtrack_viz import accounts
from jobtrack_viz.errors import SignInRefused, StoreUnavailable
from jobtrack_viz.store import Store, entries, open_store, people
from tests.hr.place import PASSWORD, place_with
from tests.stores import KINDS, NOON, database

ANN = "ann@example.ac.uk"


def emails(place) -> list[str]:
    """Who may publish."""
    with place.store.reading() as db:
        return [each.email for each in people(db)]


def test_forms_from_elsewhere(place, ann):
    """Without the token of the same browser, with another's or a forged one, nothing happens."""
    bob = place.signed_in("bob@example.ac.uk")
    ann.get("/hr/people")
    bob.get("/hr/people")
    theirs = bob.page.split('name="csrf_token" value="')[1].split('"')[0]
    tried = [
        ann.client.post("/hr/people", data={"email": "eve@example.ac.uk", **token})
        for token in ({}, {"csrf_token": ""}, {"csrf_token": "x.y.z"}, {"csrf_token": theirs})
    ]

    assert [400] * 4 == [answer.status_code for answer in tried]
    assert "Please send this again" in tried[0].get_data(as_text=True)
    assert [ANN, "bob@example.ac.uk"] == emails(place)
    assert 200 == ann.send("/hr/people", email="eve@example.ac.uk").status_code


def test_over_https_a_form_comes_from_our_own_page(place, ann):
    """A token alone is not enough there: the page must be one of this server."""
    secure = {"base_url": "https://careers.example.ac.uk"}
    browser = place.browser()
    browser.get("/hr/sign-in", **secure)
    token = browser.page.split('name="csrf_token" value="')[1].split('"')[0]
    fields = {"csrf_token": token, "email": ANN, "password": PASSWORD}
    answers = [
        browser.client.post("/hr/sign-in", data=fields, headers=headers, **secure).status_code
        for headers in (
            {},
            {"Referer": "https://evil.example/hr/sign-in"},
            {"Referer": "https://careers.example.ac.uk/hr/sign-in"},
        )
    ]

    assert [400, 400, 303] == answers


@pytest.mark.parametrize("path", ["/hr", "/hr/sign-in", "/hr/people", "/hr/nowhere"])
def test_without_the_database(place, ann, monkeypatch, path):
    """A page says so, whoever asks; afterwards the session is what it was."""

    @contextmanager
    def away(_: Store):
        raise StoreUnavailable("The database does not answer.")
        yield

    with monkeypatch.context() as patched:
        patched.setattr(Store, "reading", away)
        patched.setattr(Store, "writing", away)
        answer = ann.get(path)

    assert 503 == answer.status_code
    assert "The database does not answer" in ann.page
    assert "Set-Cookie" not in answer.headers
    assert 200 == ann.get("/hr").status_code


def test_the_log_is_kept_as_long_as_a_setting_says(place):
    """Older entries go when somebody signs in."""
    kept = place_with(place.store, audit_days=30)
    ann = kept.signed_in(ANN)
    kept.clock.on(days=31)
    ann.sign_in(ANN)
    with kept.store.reading() as db:
        found = [each.action for each in entries(db)]

    assert ["entries-deleted", "signed-in"] == found


@pytest.mark.parametrize("kind", KINDS)
def test_many_guesses_at_once_are_no_freer(kind, tmp_path):
    """Of thirty attempts that come together five are looked at."""

    def guess(_: int) -> str:
        try:
            return accounts.sign_in(store, NOON, "k", ANN, "wrong wrong wrong")
        except SignInRefused as refusal:
            return str(refusal)

    with database(kind, tmp_path) as url:
        store = open_store(url)
        with ThreadPoolExecutor(8) as together:
            answers = Counter(together.map(guess, range(30)))
        store.close()

    assert {
        "This e-mail address and this password do not go together.": 5,
        "There were too many attempts. Try again in 30 seconds.": 25,
    } == answers


STRANGE = (
    "\x00",
    "\ud800",
    "\u202eKU.CA",
    "a" * 300_000,
    "' OR 1=1; --",
    "{{ 7*7 }}%s%(x)s{0}",
    "<script>alert(1)</script>",
    "9" * 30,
    "-1",
)


@pytest.mark.parametrize("text", STRANGE, ids=range(len(STRANGE)))
def test_strange_texts(place, ann, text):
    """In every field and every question: refused in words, never a failure, never markup."""
    query = quote(text.encode("utf-8", "surrogatepass"))[:3000]
    text = text.encode("utf-8", "replace").decode()
    everybody = place.browser()
    everybody.get("/hr/sign-in")
    answers = [
        everybody.send("/hr/sign-in", email=text, password=text, next=text),
        everybody.get(f"/hr/sign-in?next={query}&why={query}"),
        everybody.get(f"/hr/password/{query}"),
        ann.get(f"/hr/audit?person={query}&action={query}&since={query}&page={query}"),
        ann.get(f"/hr/audit.csv?person={query}"),
        ann.get(f"/hr/{query}"),
        ann.get("/hr/people"),
        ann.send("/hr/people", email=text),
        ann.send(f"/hr/people/{query}/disable"),
        ann.get("/hr/account"),
        ann.send("/hr/account", old=text, password=text, again=text),
    ]

    assert [] == [(a.request.path, a.status_code) for a in answers if a.status_code >= 500]
    assert [] == [a.request.path for a in answers if b"<script>alert" in a.get_data()]
    assert [] == [a.request.path for a in answers if b"<td>49" in a.get_data()]
    assert [ANN] == emails(place)
