"""Readers never see a small count of posts, nor anything from which one follows."""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app import create_app
from jobtrack_viz.atlas import StoreAtlas, WorkbookAtlas
from jobtrack_viz.canonical import framework_from
from jobtrack_viz.differences import differences
from jobtrack_viz.errors import InvalidSetting
from jobtrack_viz.export.framework_xlsx import workbook_of
from jobtrack_viz.model import About, Framework, Role, Track
from jobtrack_viz.publishing import begin, prepare, publish, publish_first, share, uploads
from jobtrack_viz.settings import Limits, Settings
from jobtrack_viz.store import open_store, payload
from jobtrack_viz.suppression import for_readers, without_counts
from jobtrack_viz.workbook import read_workbook
from tests.publishing.test_publishing import drawn_here

NOW = datetime(2026, 3, 3, 9, 30, tzinfo=UTC)
PAGES = (
    "/",
    "/?start=keeper",
    "/?goal=keeper",
    "/?start=trainee&goal=keeper",
    "/text",
    "/plan?start=trainee&goal=coder",
)
FILES = ("/plan.docx?start=trainee&goal=coder", "/comparison.xlsx?start=trainee&goal=coder")


def with_posts(framework: Framework, **posts: int | None) -> Framework:
    """The framework with these counts of its roles, by id, and of its tracks, by name."""
    roles = tuple(replace(role, posts=posts.get(role.id)) for role in framework.roles)
    tracks = tuple(replace(track, posts=posts.get(track.name)) for track in framework.tracks)
    return replace(framework, roles=roles, tracks=tracks)


def small(tracks: tuple[Track, ...], roles: tuple[Role, ...]) -> Framework:
    """A framework of nothing else."""
    return Framework(About("Careers"), (), (), tracks, roles, (), (), ())


def shown(**counts: int | None) -> Mapping[str, int | None]:
    """What readers see of a track with three roles, and of another with the last of them."""
    roles = tuple(
        Role(name, name, "4", 0.0, ("T",), {}, posts=counts.get(name)) for name in ("a", "b", "c")
    )
    tracks = (
        Track("T", ("a", "b", "c"), posts=counts.get("T")),
        Track("U", ("c",), posts=counts.get("U")),
    )
    found = for_readers(small(tracks, roles), 5)
    return {
        **{role.id: role.posts for role in found.roles if role.posts is not None},
        **{track.name: track.posts for track in found.tracks if track.posts is not None},
    }


def test_small_counts_are_not_shown():
    """Neither of roles nor of tracks, planned, closed or open; five are shown."""
    assert {"a": 5} == shown(a=5, b=4, c=0, T=1)


def test_a_count_that_follows_from_others_is_not_shown():
    """A track's count goes if it leaves fewer than five for roles whose count is not seen."""
    assert {"a": 9, "b": 8} == shown(a=9, b=8, c=3, T=20)
    assert {"a": 9, "b": 8} == shown(a=9, b=8, c=0, T=17)
    assert {"a": 9, "T": 20} == shown(a=9, b=4, c=3, T=20)
    assert {"a": 9, "b": 8, "c": 7, "T": 25} == shown(a=9, b=8, c=7, T=25)


def test_two_tracks_together_tell_nothing_either():
    """Of two tracks that share a role whose count is not seen, the second has none."""
    assert {"a": 9, "T": 19} == shown(a=9, b=4, c=4, T=19, U=6)


@pytest.mark.parametrize("small", range(5))
@pytest.mark.parametrize("total", [None, 3, 6, 9, 14, 30])
@pytest.mark.parametrize("other", [None, 2, 8])
def test_a_small_count_changes_nothing(small: int, total: int | None, other: int | None):
    """Readers see exactly what they would if the count had not been written down."""
    counts = {"a": 9, "b": other, "T": total, "U": total}

    assert shown(**counts, c=None) == shown(**counts, c=small)


def test_changes_of_counts_are_not_told():
    """From 6 to 5 posts is one person's news."""
    before = small((), (Role("a", "A", "4", 0.0, (), {}, posts=6),))
    after = small((), (Role("a", "A", "4", 0.0, (), {}, summary="B", posts=5),))

    assert ["summary"] == [one.piece for one in without_counts(differences(before, after))]


@pytest.fixture
def answers(framework: Framework, tmp_path: Path):
    """What every page and file says of a workbook with these counts."""

    def ask(**posts: int | None) -> dict[str, object]:
        path = tmp_path / "book.xlsx"
        path.write_bytes(workbook_of(with_posts(framework, **posts)))
        client = create_app(Settings(workbook=path)).server.test_client()
        pages = {page: client.get(page) for page in (*PAGES, *FILES)}
        assert {200} == {page.status_code for page in pages.values()}
        return {name: said(name, page.get_data()) for name, page in pages.items()}

    return ask


def said(name: str, data: bytes) -> object:
    """An answer without what differs between any two workbooks: sums of bytes, and their looks."""
    if name in FILES:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return {
                part: re.sub(
                    rb'[0-9a-f]{8,64}|\d{4}-\d\d-\d\dT[\d:.]+Z| s="\d+"', b"", package.read(part)
                )
                for part in package.namelist()
            }
    return re.sub(rb'[0-9a-f]{8,64}|"end_id":"[^"]*"', b"", data)


def test_no_page_and_no_file_differs_by_a_small_count(answers):
    """Pages, plan, Word and Excel are the same with small counts and without any."""
    large = {"trainee": 12}
    expected = answers(**large)

    assert b"covers 12 posts" in expected["/text"].lower()
    assert expected == answers(**large, keeper=1, coder=4, Island=1, Code=3)


def test_readers_of_what_is_published(framework: Framework, tmp_path: Path, monkeypatch):
    """Versions and shared drafts show no small count; what HR keeps and downloads is exact."""
    monkeypatch.setattr(uploads, "drawn_map", drawn_here)
    store = open_store(f"sqlite:///{tmp_path}/posts.sqlite3")
    publish_first(store, NOW, workbook_of(with_posts(framework, keeper=6, coder=3)), Limits())
    again = workbook_of(with_posts(framework, keeper=5, coder=2))
    drafts = [begin(store, NOW, "hr", {"a.xlsx": again}, "replace") for _ in range(2)]
    for draft in drafts:
        prepare(store, Limits(), draft)
    token = share(store, NOW, "hr", drafts[1], 7)
    atlas = StoreAtlas(store, lambda: NOW)
    draft = atlas.at(f"d-{token}")
    publish(store, NOW, "hr", drafts[0])
    after = atlas.current()

    assert [6, 5, 5] == [
        one.framework.role("keeper").posts for one in (atlas.at("1"), draft, after)
    ]
    assert {None} == {one.framework.role("coder").posts for one in (atlas.at("1"), draft, after)}
    assert [{}, {}] == [draft.changes, after.changes]
    with store.reading() as db:
        kept = framework_from(payload(db, 2).framework)
    assert [2, 2] == [
        kept.role("coder").posts,
        read_workbook(workbook_of(kept)).framework.role("coder").posts,
    ]


def test_the_setting(tmp_path: Path, framework: Framework):
    """Whoever runs the server may choose another number; it must be a whole one."""
    path = tmp_path / "book.xlsx"
    path.write_bytes(workbook_of(with_posts(framework, keeper=3, coder=2)))
    chosen = Settings.from_env({"JOBTRACK_FEWEST_POSTS": "3"}).fewest_posts
    seen = WorkbookAtlas(path, Limits(), chosen).current().framework

    assert (5, 3) == (Settings.from_env({}).fewest_posts, chosen)
    assert [3, None] == [seen.role(role).posts for role in ("keeper", "coder")]
    with pytest.raises(InvalidSetting):
        Settings.from_env({"JOBTRACK_FEWEST_POSTS": "few"})
