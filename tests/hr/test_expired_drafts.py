"""A draft whose time is over is found by no page, form or download."""

from datetime import timedelta

import pytest

from jobtrack_viz import store as stored
from jobtrack_viz.errors import StoreUnavailable
from jobtrack_viz.store import Original, Store
from tests.hr.place import Browser, Place

FORMS = ("publish", "settle", "share", "stop-sharing", "discard")
PAGES = {"": 410, "/files/1": 404, "/files/1/marked.xlsx": 404, "/before.svg": 410}


@pytest.fixture
def draft(place: Place) -> str:
    """The address of a draft that was being drawn, whose time has come."""
    with place.store.writing() as db:
        made = stored.add_draft(
            db,
            place.clock(),
            person="ann@example.ac.uk",
            mode="update",
            base=None,
            files=[Original("book.xlsx", b"PK")],
            expires_at=place.clock() + timedelta(days=30),
        )
        stored.set_stage(db, made, "drawing", place.clock())
    place.clock.on(days=30)
    return f"/hr/drafts/{made}"


def kept(store: Store, address: str) -> bool:
    """Whether the draft is in the database."""
    with store.reading() as db:
        return bool(stored.draft_files(db, address.rpartition("/")[2]))


@pytest.mark.parametrize(("path", "status"), PAGES.items())
def test_looking_at_it_purges_it(place: Place, draft: str, path: str, status: int):
    """It is gone and not taken up again, and nothing of it is in the database."""
    ann = place.signed_in("ann@example.ac.uk")

    assert (status, False) == (ann.get(draft + path).status_code, kept(place.store, draft))


def test_any_page_purges_it(place: Place, draft: str):
    """Whoever opens the overview need not know of it."""
    place.signed_in("ann@example.ac.uk")

    assert not kept(place.store, draft)


def test_who_is_not_signed_in_purges_nothing(place: Place, draft: str):
    """Strangers cause no writing."""
    place.browser().get("/hr/sign-in")

    assert kept(place.store, draft)


@pytest.mark.parametrize("form", FORMS)
def test_no_form_of_it_is_taken_where_nothing_can_be_purged(
    place: Place, draft: str, form: str, monkeypatch: pytest.MonkeyPatch
):
    """On a full disk the draft is refused all the same."""

    def full(*_: object) -> int:
        raise StoreUnavailable("full")

    monkeypatch.setattr("layouts.hr.publishing.purge_expired", full)
    ann: Browser = place.signed_in("ann@example.ac.uk")

    assert 410 == ann.send(f"{draft}/{form}", days="3").status_code
