"""Who is let in, for how long, and what they are told."""

import html
import re

import pytest

from jobtrack_viz import accounts
from jobtrack_viz.store import entries, people
from tests.hr.place import PASSWORD, place_with

ANN = "ann@example.ac.uk"
NOT_TOGETHER = "This e-mail address and this password do not go together."
SUMMARY = re.compile(r'class="error-summary".*?</div>', re.DOTALL)


def errors(page: str) -> list[tuple[str, str]]:
    """The summary of what is wrong: the field that each sentence links to, and the sentence."""
    found = SUMMARY.search(page)
    pairs = re.findall(r'<a href="#([^"]+)">([^<]+)</a>', found[0]) if found else []
    return [(field, html.unescape(sentence)) for field, sentence in pairs]


def where(answer) -> tuple[int, str | None]:
    """Status and target of a redirect."""
    return answer.status_code, answer.headers.get("Location")


def begun(place) -> str:
    """What the console says when a server starts."""
    return accounts.how_to_begin(place.store, place.clock(), "http://here")


def test_the_first_account(place):
    """One set-up link, for one start and one account; then nobody can set up another."""
    first, second = (begun(place) for _ in range(2))
    place.clock.on(minutes=5)
    later = begun(place)
    link, browser = first.split("\nhttp://here")[1], place.browser()
    browser.get(link)
    nobody = browser.send(link, email="not an address", password=PASSWORD, again=PASSWORD)
    made = browser.send(link, email=" Ann@Example.ac.uk ", password=PASSWORD, again=PASSWORD)
    inside = browser.get("/hr").get_data(as_text=True)
    place.clock.on(hours=1)

    assert "" == second, "two workers that start together"
    assert "was printed less than 30 minutes ago" in later
    assert "/hr/password" not in later
    assert [("email", "Write an e-mail address, such as name@example.ac.uk.")] == errors(
        nobody.get_data(as_text=True)
    )
    assert (303, "/hr") == where(made)
    assert ANN in inside
    assert 410 == place.browser().get(link).status_code
    assert "" == begun(place)


@pytest.mark.parametrize(
    ("new", "again", "field"),
    [
        ("", "", "password"),
        ("eleven char", "eleven char", "password"),
        ("Password1234", "Password1234", "password"),
        ("zzzzzzzzzzzzzz", "zzzzzzzzzzzzzz", "password"),
        (ANN, ANN, "password"),
        ("a" * 150 + "bcd" * 20, "a" * 150 + "bcd" * 20, "password"),
        (PASSWORD, PASSWORD + " ", "again"),
    ],
)
def test_passwords_that_are_not_taken(place, new, again, field):
    """Too short, too long, too well known, or not the same twice; the link goes on working."""
    browser, link = place.browser(), place.link(ANN)
    browser.get(link)
    answer = browser.send(link, password=new, again=again)

    assert 422 == answer.status_code
    assert [field] == [named for named, _ in errors(browser.page)]
    assert 200 == browser.get(link).status_code


def test_a_link_works_once_and_for_half_an_hour(place):
    """Two browsers have it open, one is faster; another link is too old."""
    link, late = place.link(ANN), place.link("late@example.ac.uk")
    first, second = place.browser(), place.browser()
    first.get(link), second.get(link)
    place.clock.on(minutes=29)
    taken = first.send(link, password=PASSWORD, again=PASSWORD)
    gone = second.send(link, password="another few words", again="another few words")
    place.clock.on(minutes=2)

    assert [303, 410] == [taken.status_code, gone.status_code]
    assert 410 == place.browser().get(late).status_code
    assert 410 == place.browser().get("/hr/password/" + "x" * 43).status_code


def test_signing_in_goes_on_to_the_page_that_was_wanted(place, ann):
    """And to the overview, whatever else an address asks for."""
    browser = place.browser()
    sent_away = browser.get("/hr/people?a=b")
    wanted = browser.get(sent_away.headers["Location"])
    answer = browser.send("/hr/sign-in", email=ANN, password=PASSWORD, next="/hr/people?a=b")

    assert (303, "/hr/sign-in?next=/hr/people%3Fa%3Db") == where(sent_away)
    assert 'name="next" value="/hr/people?a=b"' in wanted.get_data(as_text=True)
    assert (303, "/hr/people?a=b") == where(answer)
    for elsewhere in (
        "https://evil.example/hr",
        "//evil.example",
        "/\\evil.example",
        "/hr/../evil",
        "/hr//evil.example",
        "/hr\r\nX: y",
        "/hrevil",
        "javascript:alert(1)",
    ):
        assert (303, "/hr") == where(place.browser().sign_in(ANN, next=elsewhere)), elsewhere
        assert (303, "/hr") == where(browser.get("/hr/sign-in", query_string={"next": elsewhere}))


def test_no_answer_tells_who_has_an_account(place, ann):
    """A wrong password, an unknown address and one that was taken out get the same page."""
    place.signed_in("out@example.ac.uk")
    with place.store.reading() as db:
        out = next(each for each in people(db) if each.email.startswith("out"))
    accounts.disable(place.store, place.clock(), ANN, out.id)
    tries = [
        (ANN, "wrong wrong wrong"),
        ("nobody@example.ac.uk", "wrong wrong wrong"),
        (out.email, PASSWORD),
    ]
    answers = [place.browser().sign_in(*each) for each in tries]

    assert [[("email", NOT_TOGETHER)]] * 3 == [errors(a.get_data(as_text=True)) for a in answers]
    assert [422] * 3 == [answer.status_code for answer in answers]


@pytest.mark.parametrize("email", [ANN, "nobody@example.ac.uk"])
def test_guessing_takes_longer_and_longer(place, ann, email):
    """Five tries are free, then each is twice as far away; even the right password waits."""
    browser = place.browser()
    for _ in range(5):
        browser.sign_in(email, "wrong wrong wrong")
    right = browser.sign_in(email)
    place.clock.on(seconds=31)
    browser.sign_in(email, "wrong wrong wrong")
    waiting = errors(browser.sign_in(email).get_data(as_text=True))
    place.clock.on(minutes=10)
    at_last = browser.sign_in(email)

    assert [("email", "There were too many attempts. Try again in 30 seconds.")] == errors(
        right.get_data(as_text=True)
    )
    assert [("email", "There were too many attempts. Try again in 1 minute.")] == waiting
    assert (303 if email == ANN else 422) == at_last.status_code


def test_a_session_ends(place, ann):
    """After half an hour without a request, after eight hours with them, and when one signs out."""
    place.clock.on(minutes=29)
    there = ann.get("/hr").status_code
    place.clock.on(minutes=31)
    idle = ann.get("/hr").status_code
    ann.sign_in(ANN)
    for _ in range(20):
        place.clock.on(minutes=25)
        long = ann.get("/hr").status_code
    ann.sign_in(ANN)
    ann.get("/hr")
    copied = place.browser()
    copied.client.set_cookie("hr", ann.client.get_cookie("hr", path="/hr").value, path="/hr")
    same = copied.get("/hr").status_code
    ann.send("/hr/sign-out")

    assert [200, 303, 303, 200] == [there, idle, long, same]
    assert 303 == copied.get("/hr").status_code, "the session has ended on all machines"


def test_a_new_token_for_whoever_signs_in(place, ann):
    """A cookie that somebody planted before is worth nothing after."""
    browser = place.browser()
    browser.client.set_cookie("hr", "p" * 43, path="/hr")
    browser.sign_in(ANN)
    token = browser.client.get_cookie("hr", path="/hr").value
    planted = place.browser()
    planted.client.set_cookie("hr", "p" * 43, path="/hr")

    assert "p" * 43 != token
    assert (200, 303) == (browser.get("/hr").status_code, planted.get("/hr").status_code)


def test_the_cookie(place, ann):
    """It goes to HR's pages only, is out of reach for scripts, and is secure where the page is."""
    plain = place.browser().get("/hr/sign-in").headers["Set-Cookie"]
    secure = place.browser().get("/hr/sign-in", base_url="https://localhost").headers["Set-Cookie"]

    assert "Set-Cookie" not in place.browser().get("/hr").headers, "there is no form on the way"
    assert ["HttpOnly", "Path=/hr", "SameSite=Lax"] == plain.split("; ")[1:]
    assert {"Secure", "HttpOnly", "Path=/hr", "SameSite=Lax"} == set(secure.split("; ")[1:])


def test_ones_own_password(place, ann):
    """Changing it needs the old one, and ends every session."""
    other = place.browser()
    other.sign_in(ANN)
    ann.get("/hr/account")
    new = {"password": "other words than before", "again": "other words than before"}
    wrong = errors(ann.send("/hr/account", old="not the old one", **new).get_data(as_text=True))
    changed = ann.send("/hr/account", old=PASSWORD, **new)

    assert [("old", "This is not the password that you have now.")] == wrong
    assert (303, "/hr/sign-in?why=changed") == where(changed)
    assert 303 == other.get("/hr").status_code
    assert [422, 303] == [
        place.browser().sign_in(ANN, each).status_code for each in (PASSWORD, new["again"])
    ]


def test_signing_out_everywhere(place, ann):
    """One button ends the sessions of all machines, and nobody else's."""
    bob, other = place.signed_in("bob@example.ac.uk"), place.browser()
    other.sign_in(ANN)
    ann.get("/hr/account")
    ann.send("/hr/account/sign-out-everywhere")

    assert [303, 303, 200] == [each.get("/hr").status_code for each in (ann, other, bob)]


def test_people(place, ann):
    """Added with a link, taken out at once, let in again; nobody takes out themselves."""
    ann.get("/hr/people")
    added = ann.send("/hr/people", email="Bob@example.ac.uk").get_data(as_text=True)
    again = errors(ann.send("/hr/people", email="bob@example.ac.uk").get_data(as_text=True))
    link = re.search(r'value="http://localhost(/hr/password/[^"]+)"', added)[1]
    bob = place.browser()
    bob.get(link)
    bob.send(link, password=PASSWORD, again=PASSWORD)
    numbers = {
        email: n
        for n, email in re.findall(
            r"people/(\d+)/link.*?for (\S+?)</s",
            ann.get("/hr/people").get_data(as_text=True),
            re.DOTALL,
        )
    }
    there = bob.get("/hr").status_code
    out = ann.send(f"/hr/people/{numbers['bob@example.ac.uk']}/disable")
    said = ann.get("/hr/people").get_data(as_text=True)
    myself = ann.send(f"/hr/people/{numbers[ANN]}/disable")

    assert [("email", "bob@example.ac.uk is already among those who may publish.")] == again
    assert [200, 303] == [there, bob.get("/hr").status_code]
    assert 303 == out.status_code
    assert "bob@example.ac.uk may publish no longer." in said
    assert "may publish no longer." not in ann.get("/hr/people").get_data(as_text=True)
    assert 422 == myself.status_code
    assert 404 == ann.send("/hr/people/99/disable").status_code
    ann.send(f"/hr/people/{numbers['bob@example.ac.uk']}/enable")
    assert 303 == bob.sign_in("bob@example.ac.uk").status_code


def test_what_the_log_keeps(place, ann):
    """Everything about accounts, by whom and about whom; no password, no token."""
    ann.get("/hr/people")
    ann.send("/hr/people", email="bob@example.ac.uk")
    ann.send("/hr/people/2/disable")
    ann.send("/hr/people/2/enable")
    ann.send("/hr/sign-out")
    ann.sign_in(ANN, "wrong wrong wrong")
    with place.store.reading() as db:
        found = entries(db, limit=100, offset=0)
    bob = "bob@example.ac.uk"

    assert [
        ("command line", "person-added", ANN),
        ("command line", "link-made", ANN),
        (ANN, "link-used", ANN),
        (ANN, "password-set", ANN),
        (ANN, "person-added", bob),
        (ANN, "link-made", bob),
        (ANN, "person-disabled", bob),
        (ANN, "person-enabled", bob),
        (ANN, "signed-out", ANN),
        (ANN, "sign-in-refused", ANN),
    ] == [(each.person, each.action, each.subject) for each in reversed(found)]


def test_behind_a_proxy(place):
    """Only proxies that a setting counts are believed that the page is secure."""
    told = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "careers.example.ac.uk"}
    before, after = (
        place_with(place.store, proxies).browser().get("/hr/sign-in", headers=told).headers
        for proxies in (0, 1)
    )

    assert "Secure" not in before["Set-Cookie"]
    assert "Strict-Transport-Security" not in before
    assert "Secure" in after["Set-Cookie"]
    assert "Strict-Transport-Security" in after


def test_a_failure_does_not_write_down_a_link(place, monkeypatch, caplog):
    """The page of a one-time link fails: the log says where, and not with which link."""
    link = place.link("bea@example.ac.uk")
    monkeypatch.setattr(accounts, "invitation", lambda *_: 1 / 0)
    answer = place.browser().get(link)

    assert 500 == answer.status_code
    assert "Exception on /hr/password/... [GET]" in caplog.text
    assert link.rpartition("/")[2] not in caplog.text
