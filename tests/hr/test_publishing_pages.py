"""From the upload form to the history, as HR's browser meets it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from jobtrack_viz.canonical import framework_from, framework_json, to_json
from jobtrack_viz.differences import differences
from jobtrack_viz.store import (
    Original,
    Store,
    add_draft,
    add_version,
    current,
    open_store,
    payload,
    set_stage,
)
from jobtrack_viz.workbook import read_workbook
from layouts.hr.files import sent_table
from tests.frameworks.books import xlsx
from tests.hr.place import Browser, Place, place_with, wait_for_workshops

MATRIX = [["Baker track", "Baker (3)", "Head Baker (5)"], ["Tact", "Low", "High"]]
COOKS = [["Cook track", "Cook (3)", "Chef (5)"], ["Tact", "Low", "Med"]]
STORIES = [
    ["Title", "From", "To", "Story", "Consent"],
    ["A <i>baker</i> who cooks", "Baker", "Cook", "It went well.", "yes"],
]
BOOK = {"Baker": MATRIX, "Cook": COOKS, "Stories": STORIES}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A database of one test."""
    found = open_store(f"sqlite:///{tmp_path / 'hr.sqlite3'}")
    yield found
    found.close()


@pytest.fixture
def place(store: Store) -> Place:
    """HR's pages and nothing else."""
    return place_with(store)


def number_now(store: Store) -> int | None:
    """The version that readers see."""
    with store.reading() as db:
        return current(db).number


def level_now(store: Store, role: str) -> int:
    """The level in tact that readers see."""
    with store.reading() as db:
        framework = framework_from(payload(db, current(db).number or 0).framework)
    return framework.role(role).levels["Tact"]


def uploaded(browser: Browser, *books: dict[str, list[list[str]]] | bytes, mode: str = "replace"):
    """The address of the draft of these workbooks, when it is prepared."""
    browser.get("/hr/upload")
    files = [
        (BytesIO(book if isinstance(book, bytes) else xlsx(book)), f"book {place}.xlsx")
        for place, book in enumerate(books, start=1)
    ]
    answer = browser.send("/hr/upload", files=files, mode=mode)
    assert answer.status_code == 303
    return prepared(browser, answer)


def prepared(browser: Browser, answer) -> str:
    """The address that the answer leads to, when the draft there is prepared; the page is open."""
    wait_for_workshops()
    browser.get(answer.headers["Location"])
    return str(answer.headers["Location"])


@cache
def framework(*books: str) -> bytes:
    """What is stored of a framework: BOOK with other levels for bakers."""
    rows = {**BOOK, "Baker": [MATRIX[0], ["Tact", *books]]}
    found = read_workbook(xlsx(rows)).framework
    assert found is not None
    return framework_json(found)


def put(store: Store, low: str, high: str = "High") -> None:
    """A version with these levels for bakers is in force, and nobody had to wait for its map."""
    after = framework(low, high)
    with store.writing() as db:
        parent = current(db).number
        before = payload(db, parent).framework if parent else after
        told = differences(framework_from(before), framework_from(after))
        add_version(
            db,
            datetime(2026, 3, 1, tzinfo=UTC),
            framework=after,
            drawn=None,
            former={},
            differences=to_json(told),
            originals=[Original("book.xlsx", b"PK")],
            person="cat@example.ac.uk",
            note="As <b>agreed</b>",
            parent=parent,
            restores=None,
        )


def with_level(content: bytes, sheet: str, cell: str, level: str) -> bytes:
    """A downloaded workbook, edited in one cell."""
    book = openpyxl.load_workbook(BytesIO(content))
    book[sheet][cell] = level
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_nothing_is_lost_when_a_number_must_be_typed(ann: Browser, store: Store):
    """Much would go: it must be typed how much, and the note stays where it was written."""
    put(store, "Low")
    draft = uploaded(ann, {"Baker": MATRIX})
    assert "This removes 2 roles of 4 and 1 track." in ann.page
    answer = ann.send(f"{draft}/publish", note="We <close> the kitchen", typed="3")
    assert (422, 1) == (answer.status_code, number_now(store))
    assert "We &lt;close&gt; the kitchen</textarea>" in ann.page
    assert 'value="3"' in ann.page
    answer = ann.send(f"{draft}/publish", note="x" * 1001, typed="2")
    assert (422, 1) == (answer.status_code, number_now(store))
    assert "This has 1,001 characters." in ann.page
    answer = ann.send(f"{draft}/publish", note="We close the kitchen", typed="2")
    assert ("/hr/versions/2/published", 2) == (answer.headers["Location"], number_now(store))


def test_somebody_publishes_meanwhile(ann: Browser, place: Place, store: Store):
    """The second is told, reads a new comparison with their note in it, and can publish then."""
    put(store, "Low")
    bob = place.signed_in("bob@example.ac.uk")
    late = uploaded(bob, {"Cook": [COOKS[0], ["Tact", "High", "High"]]}, mode="update")
    put(store, "Med")
    answer = bob.send(f"{late}/publish", note="Cooks are tactful")
    assert (303, 2) == (answer.status_code, number_now(store))
    prepared(bob, answer)
    assert "Somebody published meanwhile" in bob.page
    assert "Compared with version 2." in bob.page
    assert "Cooks are tactful</textarea>" in bob.page
    bob.send(f"{late}/publish", note="Cooks are tactful")
    assert 3 == number_now(store)
    assert (2, 3) == (level_now(store, "baker"), level_now(store, "cook"))


def test_the_same_cell_changed_by_two(ann: Browser, store: Store):
    """A downloaded copy asks what stands where others have changed the same cell; then it is so."""
    put(store, "Low")
    copy = ann.client.get("/hr/framework.xlsx").data
    mine = with_level(copy, "Baker", "B2", "High")
    put(store, "Med")
    draft = uploaded(ann, mine, mode="update")
    assert "Changed by you and by others" in ann.page
    assert "Publish now" not in ann.page
    key = ann.page.split('name="key-1" value="')[1].split('"')[0]
    answer = ann.send(f"{draft}/settle", **{"key-1": key})
    assert 422 == answer.status_code
    assert 'href="#choice-1"' in ann.page
    prepared(ann, ann.send(f"{draft}/settle", **{"key-1": key, "choice-1": "edited"}))
    ann.send(f"{draft}/publish")
    assert (3, 3) == (number_now(store), level_now(store, "baker"))


def test_restoring_asks_again_if_the_map_has_changed(ann: Browser, store: Store):
    """What is confirmed is what was shown."""
    put(store, "Low")
    put(store, "Med")
    ann.get("/hr/versions/1/restore")
    assert "Baker (3): Tact from Medium to Low" in ann.page
    ann.get("/hr/compare?from=1&to=2")
    assert "Baker (3): Tact from Low to Medium" in ann.page
    table = ann.client.get("/hr/compare.csv?from=1&to=2").get_data(as_text=True)
    assert "Baker (3): Tact from Low to Medium." in table
    assert 303 == ann.get("/hr/compare?from=1").status_code
    ann.get("/hr/versions/1/restore")
    assert 409 == ann.send("/hr/versions/1/restore", **{"instead-of": "1"}).status_code
    assert 2 == number_now(store)
    ann.send("/hr/versions/1/restore", **{"instead-of": "2"}, note="Too early")
    assert (3, 1) == (number_now(store), level_now(store, "baker"))


def test_taking_back(ann: Browser, store: Store):
    """Each asks for a reason, a deletion for typing; the history says what was done."""
    put(store, "Low")
    put(store, "Med")
    assert 422 == ann.send("/hr/versions/1/withdraw", why="").status_code
    assert 409 == ann.send("/hr/versions/2/withdraw", why="wrong").status_code
    assert 303 == ann.send("/hr/versions/1/withdraw", why="A level was wrong").status_code
    assert 410 == ann.get("/hr/versions/1/restore").status_code
    assert 404 == ann.get("/hr/compare?from=1&to=2").status_code
    ann.get("/hr/versions/2")
    assert 422 == ann.send("/hr/versions/2/purge", why="Names in it", typed="delete").status_code
    assert "Type delete 2 to confirm." in ann.page
    assert b"PK" == ann.client.get("/hr/versions/2/originals/1").data
    ann.get("/hr/versions/2")
    ann.send("/hr/versions/2/purge", why="Names in it", typed="Delete 2")
    assert 404 == ann.get("/hr/versions/2/originals/1").status_code
    ann.get("/hr/stories")
    assert "A &lt;i&gt;baker&lt;/i&gt; who cooks" in ann.page
    key = ann.page.split("/hr/stories/withdraw?key=")[1].split('"')[0]
    ann.get(f"/hr/stories/withdraw?key={key}")
    asked = ann.page.split('name="key" value="')[1].split('"')[0].replace("&lt;", "<")
    ann.send("/hr/stories/withdraw", key=asked.replace("&gt;", ">"), why="Consent ended")
    ann.get("/hr/stories")
    assert "is withdrawn from 2 versions" in ann.page
    ann.get("/hr/stories")
    assert "baker" not in ann.page
    ann.get("/hr/history")
    assert "Withdrawn" in ann.page


def test_other_files_than_those_that_were_shown(ann: Browser, store: Store):
    """What was answered for one file is not taken for another; nothing is stored until then."""
    book = openpyxl.load_workbook(BytesIO(xlsx(BOOK)))
    book.create_sheet("Salaries")["A1"] = "secret"
    book["Salaries"].sheet_state = "hidden"
    out = BytesIO()
    book.save(out)
    ann.get("/hr/upload")
    ann.send("/hr/upload", files=[(BytesIO(out.getvalue()), "ours/<ours>.xlsx")], mode="replace")
    assert "The sheet “Salaries” is hidden." in ann.page
    assert '<h2 id="file-1">&lt;ours&gt;.xlsx</h2>' in ann.page
    shown = ann.page.split('name="shown" value="')[1].split('"')[0]
    book["Salaries"]["A2"] = "more"
    other = BytesIO()
    book.save(other)
    answer = ann.send(
        "/hr/upload",
        files=[(BytesIO(other.getvalue()), "ours.xlsx")],
        extras="keep",
        shown=shown,
        mode="replace",
    )
    assert 422 == answer.status_code
    assert "These are not the same files" in ann.page
    ann.get("/hr")
    assert "There are none." in ann.page


def test_why_there_are_no_pictures(ann: Browser, monkeypatch: pytest.MonkeyPatch):
    """The first map has none to be compared with; very large ones are told in words."""
    first = uploaded(ann, BOOK)
    assert "It would be the first map, so there is none to compare it with." in ann.page

    ann.send(f"{first}/publish", note="")
    monkeypatch.setattr("jobtrack_viz.publishing.uploads.drawn_map", lambda *_: None)
    uploaded(ann, {**BOOK, "Baker": [MATRIX[0], ["Tact", "High", "High"]]})
    assert "takes more computing time or memory to draw than is allowed" in ann.page


def test_what_cannot_be_read(ann: Browser, place: Place):
    """A refused file, too many and too much get a page that says what to do."""
    most = place.server.config.get("MAX_CONTENT_LENGTH")
    ann.get("/hr/upload")
    answer = ann.send("/hr/upload", files=[(BytesIO(b"%PDF-1.4"), "cv.pdf")], mode="update")
    assert (422, True) == (answer.status_code, 'href="#files"' in ann.page)
    many = [(BytesIO(b"x"), f"{number}.xlsx") for number in range(21)]
    assert 422 == ann.send("/hr/upload", files=many).status_code
    assert "These are 21 files. Upload 20 at most." in ann.page
    large = [(BytesIO(bytes(10_000_001)), f"{number}.xlsx") for number in range(1)]
    assert 422 == ann.send("/hr/upload", files=large).status_code
    huge = [(BytesIO(bytes(9_000_000)), f"{number}.xlsx") for number in range(6)]
    assert 413 == ann.send("/hr/upload", files=huge).status_code
    assert "Together they are larger than 50 MB." in ann.page
    assert most == place.server.config.get("MAX_CONTENT_LENGTH")


def test_a_draft_whose_process_was_ended_is_taken_up(ann: Browser, place: Place, store: Store):
    """Its stage stands still; after a while whoever looks at it goes on with it."""
    with store.writing() as db:
        files = [Original("book.xlsx", xlsx(BOOK))]
        lost = add_draft(
            db,
            place.clock(),
            person="bob@example.ac.uk",
            mode="replace",
            base=None,
            files=files,
            expires_at=place.clock() + timedelta(days=1),
        )
        set_stage(db, lost, "reading", place.clock())
    state = f"/hr/drafts/{lost}/state"
    first = ann.client.get(state).get_json()
    assert [False, "done", "now", "later"] == [
        first["done"],
        *(stage["state"] for stage in first["stages"][:3]),
    ]
    ann.get(f"/hr/drafts/{lost}")
    assert (
        f'action="/hr/drafts/{lost}/discard"' in ann.page
    )  # what was a mistake need not end first
    place.clock.on(seconds=151)
    ann.client.get(state)
    wait_for_workshops()
    assert {"done": True, "stages": []} == ann.client.get(state).get_json()


def test_no_cell_of_a_table_is_a_formula():
    """What a spreadsheet would calculate begins with an apostrophe."""
    table = sent_table([["=1+1", "-x", "+44", "@you", "plain"]], "table.csv")

    assert "\ufeff'=1+1,'-x,'+44,'@you,plain\r\n" == table.get_data(as_text=True)
