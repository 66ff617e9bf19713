"""The server's clock is set back: by a minute, an hour or a year. Nobody is told nonsense."""

import re
from datetime import timedelta

import pytest

from jobtrack_viz import accounts
from jobtrack_viz.errors import LinkGone, SignInRefused
from jobtrack_viz.store import add_draft, check_chain, entries, forget_entries, record
from tests.hr.place import PASSWORD
from tests.hr.test_lock_out import ANN, WRONG, place_on
from tests.stores import KINDS

MINUTE, HOUR, YEAR = timedelta(minutes=1), timedelta(hours=1), timedelta(days=365)
BACK = pytest.mark.parametrize("back", [MINUTE, HOUR, YEAR], ids=["minute", "hour", "year"])
LONGEST = 15 * MINUTE


@pytest.fixture(params=KINDS)
def there(request, tmp_path):
    """HR's pages on each kind of database."""
    with place_on(request.param, tmp_path) as place:
        yield place


def told(place, password) -> str:
    """What a stranger's browser is told; nothing if it is let in."""
    try:
        accounts.sign_in(place.store, place.clock(), "k" * 40, ANN, password)
    except SignInRefused as refusal:
        return str(refusal)
    return ""


@BACK
def test_waiting(there, back):
    """No longer than right before, and it gets less from then on."""
    there.signed_in(ANN)
    for _ in range(5):
        told(there, WRONG)
    there.clock.now -= back
    waiting = told(there, WRONG), told(there, PASSWORD)
    there.clock.on(seconds=20)
    less = told(there, PASSWORD)
    there.clock.on(seconds=11)

    assert ("There were too many attempts. Try again in 30 seconds.",) * 2 == waiting
    assert "There were too many attempts. Try again in 10 seconds." == less
    assert "" == told(there, PASSWORD)


@BACK
def test_the_longest_pause(there, back):
    """A quarter of an hour is the most that anybody is told, whatever the clock did."""
    there.signed_in(ANN)
    for _ in range(14):
        told(there, WRONG)
        there.clock.on(minutes=16)
    told(there, WRONG)
    there.clock.now -= back
    first = told(there, PASSWORD)
    there.clock.now += LONGEST

    assert "There were too many attempts. Try again in 15 minutes." == first
    assert "" == told(there, PASSWORD)


@pytest.mark.parametrize(("back", "status"), [(MINUTE, 200), (HOUR, 200), (YEAR, 303)])
def test_sessions(there, back, status):
    """They go on over an hour at most, and then end after half an hour without use as ever."""
    ann = there.signed_in(ANN)
    there.clock.now -= back
    first = ann.get("/hr").status_code
    there.clock.on(minutes=31)
    idle = ann.get("/hr").status_code
    again = ann.sign_in(ANN)

    assert (status, 303, 303) == (first, idle, again.status_code)
    assert 200 == ann.get("/hr").status_code


@BACK
def test_no_session_is_immortal(there, back):
    """With a request each 20 minutes it lasts nine hours at most."""
    ann = there.signed_in(ANN)
    there.clock.now -= back
    lasted = 0
    while ann.get("/hr").status_code == 200 and lasted < 100:
        there.clock.on(minutes=20)
        lasted += 1

    assert lasted <= 27


def works(place, link: str) -> bool:
    """Whether a one-time link still works."""
    try:
        accounts.invitation(place.store, place.clock(), link.rpartition("/")[2])
    except LinkGone:
        return False
    return True


@pytest.mark.parametrize(("back", "first"), [(MINUTE, True), (HOUR, True), (YEAR, False)])
def test_links(there, back, first):
    """They work for an hour more at most; a new one can always be had."""
    link = there.link(ANN)
    there.clock.now -= back
    now = works(there, link)
    there.clock.now += HOUR + 31 * MINUTE
    late = works(there, link)
    with there.store.reading() as db:
        ann = next(entry for entry in entries(db) if entry.action == "link-made")
    person = accounts.named(there.store, ann.subject)
    fresh = accounts.new_link(there.store, there.clock(), "command line", person)

    assert (first, False) == (now, late)
    assert works(there, fresh)


@BACK
def test_the_first_account(there, back):
    """After a restart the console says how to begin: with the link, or that it was printed."""
    first = accounts.how_to_begin(there.store, there.clock(), "http://here")
    there.clock.now -= back
    again = accounts.how_to_begin(there.store, there.clock(), "http://here")

    assert "/hr/password/" in first
    assert ("/hr/password/" in again) == (back == YEAR)
    assert again or back == MINUTE


@BACK
def test_the_audit_log(there, back):
    """It stays in the order in which things happened, and its chain holds."""
    ann = there.signed_in(ANN)
    there.clock.now -= back
    with there.store.writing() as db:
        record(db, there.clock(), ANN, "publish", "later", {})
        newest = entries(db)[0]
    there.clock.now += back
    page = ann.get("/hr/audit").get_data(as_text=True)
    with there.store.reading() as db:
        found = check_chain(db)

    assert "later" == newest.subject
    assert page.index("<td>later</td>") < page.index("<td>Chose a password</td>")
    assert (None, True) == (found.broken, found.end_fits)


@BACK
def test_deleting_by_time(there, back):
    """Nothing goes too early; what an early clock wrote does not keep the rest for ever."""
    store, begin = there.store, there.clock()
    day = timedelta(days=1)
    with store.writing() as db:
        record(db, begin, ANN, "publish", "old", {})
        record(db, begin + back, ANN, "publish", "ahead", {})
        record(db, begin + MINUTE / 2, ANN, "publish", "set back", {})
    with store.writing() as db:
        early = forget_entries(db, begin + 30 * day, begin)
        kept = [entry.subject for entry in entries(db)]
    with store.writing() as db:
        forget_entries(db, begin + 40 * day, begin + 10 * day)
        left = [entry.subject for entry in entries(db)]
        found = check_chain(db)

    assert (0, ["set back", "ahead", "old"]) == (early, kept)
    assert ["audit log"] == left
    assert (None, True) == (found.broken, found.end_fits)


@BACK
def test_drafts(there, back):
    """They are listed with the day until which they are kept, as before."""
    ann = there.signed_in(ANN)
    with there.store.writing() as db:
        add_draft(
            db,
            there.clock(),
            person=ANN,
            mode="replace",
            base=None,
            files=[],
            expires_at=there.clock() + timedelta(days=30),
        )
    before = re.findall(r"[Uu]ntil[^<.]*", ann.get("/hr").get_data(as_text=True))
    there.clock.now -= back
    ann.sign_in(ANN)
    after = re.findall(r"[Uu]ntil[^<.]*", ann.get("/hr").get_data(as_text=True))

    assert before
    assert before == after
