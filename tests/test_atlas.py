"""The atlas draws each version once, sees a changed file, and keeps the versions before it."""

import shutil

import pytest

from jobtrack_viz.atlas import MapNotReady, WorkbookAtlas
from jobtrack_viz.atlas import of_workbook as atlas_module
from jobtrack_viz.errors import UnknownVersion
from jobtrack_viz.model import Problem
from jobtrack_viz.settings import Limits


class _Reading:
    def __init__(self, framework, problems=()):
        self.framework, self.problems = framework, problems


@pytest.fixture
def drawn(monkeypatch, framework):
    """Contents that were drawn, in order; reading a workbook gives the small framework."""
    seen = []

    def read(content, limits):
        seen.append(content)
        if content == b"broken":
            return _Reading(None, (Problem("error", "no-roles", None, None),))
        return _Reading(framework)

    monkeypatch.setattr(atlas_module, "read_workbook", read)
    return seen


@pytest.fixture
def book(tmp_path):
    """A workbook on disk."""
    path = tmp_path / "book.xlsx"
    path.write_bytes(b"one")
    return path


def test_drawn_once(book, drawn):
    """Asking again costs nothing."""
    atlas = WorkbookAtlas(book, Limits())

    assert atlas.current() is atlas.current()
    assert drawn == [b"one"]


def test_a_changed_file_is_seen_and_the_old_page_still_works(book, drawn):
    """The next request shows the new version; the one before stays known."""
    atlas = WorkbookAtlas(book, Limits())
    before = atlas.current()
    book.write_bytes(b"another")

    after = atlas.current()

    assert before.id != after.id
    assert before is atlas.at(before.id)


def test_the_same_content_again(book, drawn, tmp_path):
    """A copy with a new date is the same version and is not drawn again."""
    atlas = WorkbookAtlas(book, Limits())
    before = atlas.current()
    shutil.copy(book, tmp_path / "copy")
    (tmp_path / "copy").replace(book)

    assert before is atlas.current()
    assert drawn == [b"one"]


def test_only_a_few_versions_are_kept(book, drawn):
    """The fifth version pushes out the first, whose pages are then told so."""
    atlas = WorkbookAtlas(book, Limits())
    first = atlas.current()
    for number in range(4):
        book.write_bytes(b"x" * (number + 10))
        atlas.current()

    with pytest.raises(UnknownVersion):
        atlas.at(first.id)


def test_errors_in_the_workbook(book, drawn):
    """The problems travel with the exception, and the file is read only once."""
    book.write_bytes(b"broken")
    atlas = WorkbookAtlas(book, Limits())
    for _ in range(2):
        with pytest.raises(MapNotReady) as caught:
            atlas.current()

    assert [problem.code for problem in caught.value.problems] == ["no-roles"]
    assert drawn == [b"broken"]


def test_no_file_and_then_one(book, drawn):
    """A missing workbook is said plainly; once it is there, the map is."""
    book.unlink()
    atlas = WorkbookAtlas(book, Limits())
    with pytest.raises(MapNotReady, match=r"book\.xlsx"):
        atlas.current()
    book.write_bytes(b"one")

    assert atlas.current().framework.about.title == "Careers"
