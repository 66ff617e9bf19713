"""Two servers, as production runs them, on one database: nobody is shown yesterday's map."""

import json
import os
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import timedelta
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from jobtrack_viz.atlas import MapUnavailable, StoreAtlas
from jobtrack_viz.canonical import framework_from, framework_json, map_json, to_json
from jobtrack_viz.errors import UnknownVersion
from jobtrack_viz.metro import lay_out
from jobtrack_viz.network import build_network
from jobtrack_viz.publishing import publish
from jobtrack_viz.store import (
    Original,
    Store,
    add_draft,
    current,
    open_store,
    payload,
    set_result,
    versions,
)
from jobtrack_viz.workbook import Summary
from tests.stores import KINDS, NOON, away, database, new_postgresql, until_reached
from tests.stores import publish as add_first
from tools.production import Production, started

HR = "hr@example.org"
READS, READERS, PAUSE = 2_000, 4, 40
"""Questions, who asks them at the same time, and how many lie between two publications."""
AWAY_SECONDS = 60


class Site:
    """One production server with two workers."""

    def __init__(self, running: Production) -> None:
        self.port = running.port

    def get(self, path: str) -> tuple[int, str]:
        """Status and text, over a connection of its own, so that any worker may answer."""
        line = HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            line.request("GET", path)
            answer = line.getresponse()
            return answer.status, answer.read().decode()
        finally:
            line.close()

    def shown(self) -> int:
        """The number of the version that readers see here."""
        return int(json.loads(self.get("/version")[1])["id"])


@contextmanager
def two_sites(database_url: str) -> Iterator[tuple[Site, Site]]:
    """Both begin at the same moment, on a database that may be empty."""
    env = {**os.environ, "DATABASE_URL": database_url, "JOBTRACK_WORKBOOK": ""}
    with ExitStack() as stack, ThreadPoolExecutor(2) as pool:
        folders = [Path(stack.enter_context(TemporaryDirectory())) for _ in range(2)]
        both = [started(folder, env) for folder in folders]
        first, second = pool.map(stack.enter_context, both)
        yield Site(first), Site(second)


def publish_title(store: Store, title: str) -> int:
    """The number of a new version: the one before, with another title."""
    with store.writing() as db:
        base = current(db).number
        before = payload(db, base)
        framework = framework_from(before.framework)
        draft = add_draft(
            db,
            NOON,
            person=HR,
            mode="update",
            base=base,
            files=[Original("Jobs.xlsx", b"PK")],
            expires_at=NOON + timedelta(days=30),
        )
        set_result(
            db,
            draft,
            base=base,
            stage="ready",
            refused="",
            problems=b"[]",
            framework=framework_json(
                replace(framework, about=replace(framework.about, title=title))
            ),
            drawn=before.drawn,
            conflicts=b"null",
            summary=to_json(Summary(0, 0, 0, 0, (), 0)),
        )
    return publish(store, NOON, HR, draft, title)


def stale_reads(store: Store, sites: tuple[Site, Site], reads: int) -> tuple[int, int]:
    """How many answers were older than what was acknowledged before the question; publications."""
    acknowledged, stale, done = [publish_title(store, "Begin")], [], threading.Event()

    def read(place: int) -> None:
        for turn in range(reads // READERS):
            at_least = acknowledged[-1]
            stale.append(sites[(place + turn) % 2].shown() < at_least)

    def write() -> None:
        while not done.wait(0.02):
            if len(stale) >= PAUSE * len(acknowledged):
                acknowledged.append(publish_title(store, f"Title {len(acknowledged)}"))

    readers = [threading.Thread(target=read, args=(place,)) for place in range(READERS)]
    writer = threading.Thread(target=write)
    for thread in (*readers, writer):
        thread.start()
    for thread in readers:
        thread.join()
    done.set()
    writer.join()
    assert reads == len(stale)
    return sum(stale), len(acknowledged)


def test_two_workers_on_one_database(framework, tmp_path):
    """What one publishes the other shows; both go on with it while the database is away."""
    drawn = map_json(lay_out(build_network(framework)))
    with database("postgresql", tmp_path) as url:
        stores = [open_store(url) for _ in range(2)]
        with stores[0].writing() as db:
            add_first(db, framework_json(framework), drawn=drawn)
        atlases = [StoreAtlas(store) for store in stores]
        before = [atlas.current().id for atlas in atlases]
        publish_title(stores[0], "Second")
        after = [atlas.current().framework.about.title for atlas in atlases]
        with away(url):
            meanwhile = [(atlas.current().id, atlas.standing().why == "") for atlas in atlases]
            named = [atlas.at(version).id for atlas in atlases for version in ("1", "2")]
            with pytest.raises(MapUnavailable, match="cannot be reached"):
                StoreAtlas(stores[1]).current()
        for store in stores:
            until_reached(store)
        publish_title(stores[1], "Third")
        back = [atlas.current().framework.about.title for atlas in atlases]
        well = [atlas.standing().why for atlas in atlases]
        for store in stores:
            store.close()

    assert (["1", "1"], ["Second", "Second"]) == (before, after)
    assert ([("2", False)] * 2, ["1", "2"] * 2) == (meanwhile, named)
    assert (["Third"] * 2, [""] * 2) == (back, well)


def test_versions_that_are_not_there(framework, tmp_path):
    """Asking for many of them pushes nothing out of what is kept."""
    store = open_store(f"sqlite:///{tmp_path}/jobtrack.sqlite3")
    with store.writing() as db:
        add_first(db, framework_json(framework), drawn=map_json(lay_out(build_network(framework))))
    atlas = StoreAtlas(store)
    kept = atlas.current()
    for number in range(2, 20):
        with pytest.raises(UnknownVersion):
            atlas.at(str(number))
    still = atlas.current()
    store.close()

    assert kept is still


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_two_servers_on_one_database(kind, tmp_path):
    """They begin together with one sample, and each publication is seen by the next reader."""
    with database(kind, tmp_path) as url:
        store = open_store(url)
        with two_sites(url) as sites:
            with store.reading() as db:
                begun = len(versions(db))
            stale, published = stale_reads(store, sites, READS)
            title = publish_title(store, "<b>Careers</b>")
            page = [site.get("/")[1] for site in sites]
            shown = [site.shown() for site in sites]
        store.close()
    print(f"\n{kind}, two servers: {READS} reads during {published} publications, stale {stale}")

    assert (1, 0) == (begun, stale)
    assert [title, title] == shown
    assert all("&lt;b&gt;Careers&lt;/b&gt;" in text for text in page)


@pytest.mark.long
def test_the_database_is_away_for_a_minute():
    """Readers go on with the last map, HR is told to wait, and afterwards nothing need be done."""
    server = new_postgresql(f"minute-{os.getpid()}")
    store = open_store(server.get_uri())
    with two_sites(server.get_uri()) as sites:
        last = publish_title(store, "Before")
        warm = [site.get("/")[0] for site in sites for _ in range(20)]
        server.stop()
        ended = time.monotonic() + AWAY_SECONDS
        statuses, shown, waits = [], set(), []
        while time.monotonic() < ended:
            for site in sites:
                asked = time.monotonic()
                statuses.append(site.get("/?start=x")[0])
                waits.append(time.monotonic() - asked)
                shown.add(site.shown())
        closed = {site.get("/hr/sign-in")[0] for site in sites}
        server.ensure_postgres_running()
        new = publish_title(store, "After")
        after = {site.shown() for site in sites for _ in range(20)}
    store.close()
    server.cleanup()
    print(
        f"\npostgresql away for {AWAY_SECONDS} s: {len(statuses)} pages, all 200:"
        f" {set(statuses) == {200}}, slowest {max(waits):.2f} s; then at once version {after}"
    )

    assert {200} == set(warm)
    assert ({200}, {last}) == (set(statuses), shown)
    assert ({503}, {new}) == (closed, after)
