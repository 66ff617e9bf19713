"""Who made a one-time link, and when it was used."""

import html
import re

from jobtrack_viz import accounts
from jobtrack_viz.store import entries, used_links
from tests.hr.place import PASSWORD

ANN, BOB = "ann@example.ac.uk", "bob@example.ac.uk"
TAGS = re.compile(r"<[^>]+>")


def words(page: str) -> str:
    """The text of a page, without its tags."""
    return " ".join(html.unescape(TAGS.sub("", page)).split())


def join(place, link):
    """A browser that has chosen a password with this link."""
    browser = place.browser()
    browser.get(link)
    browser.send(link, password=PASSWORD, again=PASSWORD)
    return browser


def test_a_link_of_a_colleague(place, ann):
    """One's own account and the list of people name who made it, when, and when it was used."""
    ann.get("/hr/people")
    shown = ann.send("/hr/people", email=BOB).get_data(as_text=True)
    place.clock.on(minutes=7)
    bob = join(place, re.search(r'value="http://localhost(/hr/password/[^"]+)"', shown)[1])
    account = words(bob.get("/hr/account").get_data(as_text=True))
    listed = words(ann.get("/hr/people").get_data(as_text=True))

    assert (
        f"You chose a password on 2 March 2026, 09:07 GMT, with a one-time link made by {ANN} on "
        "2 March 2026, 09:00 GMT." in account
    )
    assert (
        f"Chose a password on 2 March 2026, 09:07 GMT, with a link made by {ANN} on "
        "2 March 2026, 09:00 GMT" in listed
    )


def test_links_of_the_server(place):
    """The first one is made at its first start, others on its command line."""
    first = accounts.how_to_begin(place.store, place.clock(), "").rpartition("\n")[2]
    browser = place.browser()
    browser.get(first)
    browser.send(first, email=ANN, password=PASSWORD, again=PASSWORD)
    ann = words(browser.get("/hr/account").get_data(as_text=True))
    bob = words(join(place, place.link(BOB)).get("/hr/account").get_data(as_text=True))

    assert "with a one-time link made by the server at its first start on" in ann
    assert "with a one-time link made by somebody on the server's command line on" in bob


def test_the_log_names_the_maker(place, ann):
    """Making and using are two entries; the second repeats who made it and when."""
    person = accounts.add(place.store, place.clock(), ANN, BOB)
    token = accounts.new_link(place.store, place.clock(), ANN, person)
    made = place.clock()
    place.clock.on(minutes=3)
    join(place, f"/hr/password/{token}")
    with place.store.reading() as db:
        found = [each for each in entries(db) if each.subject == BOB]

    assert [
        (BOB, "password-set", {}),
        (BOB, "link-used", {"made by": ANN, "made at": made.isoformat()}),
        (ANN, "link-made", {}),
        (ANN, "person-added", {}),
    ] == [(each.person, each.action, dict(each.facts)) for each in found]


def test_the_first_link_stands_in_the_log(place):
    """Made by the program, used by whoever was first."""
    accounts.set_up_link(place.store, place.clock())
    with place.store.reading() as db:
        (made,) = entries(db)

    assert ("", "link-made", "the first account") == (made.person, made.action, made.subject)


def test_a_used_link_stays_known_and_works_no_more(place, ann):
    """A second use is refused; a newer used link takes its place."""
    link = place.link(BOB)
    bob = join(place, link)
    used = place.browser().get(link).status_code
    again = place.browser()
    again.get("/hr/sign-in")
    sent = again.send(link, password="another few words", again="another few words").status_code
    person = accounts.named(place.store, BOB)
    place.clock.on(days=100)
    newer = accounts.new_link(place.store, place.clock(), ANN, person)
    join(place, f"/hr/password/{newer}")
    with place.store.reading() as db:
        known = used_links(db)[person.id]

    assert (410, 410) == (used, sent)
    assert (ANN, place.clock()) == (known.made_by, known.used_at)
    assert 303 == bob.get("/hr").status_code, "a new password ended all sessions"


def test_a_password_that_was_changed_since(place, ann):
    """The page says when the one of today was chosen, besides how it began."""
    place.clock.on(days=3)
    ann.sign_in(ANN)
    ann.get("/hr/account")
    new = {"password": "other words than before", "again": "other words than before"}
    ann.send("/hr/account", old=PASSWORD, **new)
    ann.sign_in(ANN, new["password"])
    account = words(ann.get("/hr/account").get_data(as_text=True))

    assert "You chose a password on 2 March 2026, 09:00 GMT, with a one-time link" in account
    assert "Your present password was chosen on 5 March 2026, 09:00 GMT." in account
