"""An upload costs two children and no more, waits for its turn, and is refused in a sentence."""

import sys
from io import BytesIO

import pytest

from jobtrack_viz import checking
from jobtrack_viz.sandbox import Busy
from jobtrack_viz.store import drafts
from layouts.hr import upload
from tests.frameworks.books import xlsx
from tests.hr.place import Browser, Place, wait_for_workshops

BOOK = xlsx({"Baker": [["Baker track", "Baker (3)", "Chef (5)"], ["Tact", "Low", "High"]]})


def send(browser: Browser):
    """The answer to an upload of a small workbook."""
    browser.get("/hr/upload")
    return browser.send("/hr/upload", files=[(BytesIO(BOOK), "book.xlsx")], mode="update")


def test_one_upload_is_two_children(ann: Browser, monkeypatch: pytest.MonkeyPatch):
    """From the form to the preview one child reads and one draws; both updates and first maps."""
    module = sys.modules["jobtrack_viz.sandbox.run"]
    started, children = module._started, []
    monkeypatch.setattr(module, "_started", lambda *a: children.append(a[0]) or started(*a))
    for _ in range(2):
        answer = send(ann)
        wait_for_workshops()
        ann.get(answer.headers["Location"])
        assert "Preview of book.xlsx" in ann.page
        ann.send(f"{answer.headers['Location']}/publish", note="")

    assert ["jobtrack_viz.checking.child:check", "jobtrack_viz.bounded_layout:draw"] * 2 == children


def test_too_many_at_a_time(ann: Browser, place: Place, monkeypatch: pytest.MonkeyPatch):
    """An upload that finds no turn is told when to come again, and nothing of it is stored."""

    def busy(*_: object) -> None:
        raise Busy("All are busy.")

    monkeypatch.setattr(upload, "read_upload", busy)
    answer = send(ann)
    with place.store.reading() as db:
        kept = drafts(db, place.clock())

    assert (503, "30") == (answer.status_code, answer.headers["Retry-After"])
    assert "Nothing was stored." in ann.page
    assert () == kept


@pytest.mark.parametrize(
    ("deed", "said"),
    [("swell", "more memory than the allowed 536,870,912 bytes"), ("abort", "failed part-way")],
)
def test_a_refused_upload(
    ann: Browser, place: Place, monkeypatch: pytest.MonkeyPatch, deed: str, said: str
):
    """What cannot be read within the limits is refused on the form, and nothing is stored."""
    monkeypatch.setattr(checking, "_ENTRY", f"tests.sandbox.tasks:{deed}")
    answer = send(ann)
    with place.store.reading() as db:
        kept = drafts(db, place.clock())

    assert (422, True, ()) == (answer.status_code, said in ann.page, kept)
