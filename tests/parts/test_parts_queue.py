"""Parts are drawn outside of requests: two at a time, each once, none of them again and again."""

import os
import stat
import time
from threading import Event, Lock
from unittest.mock import patch

import pytest

from jobtrack_viz import parts
from jobtrack_viz.metro.overview import Overview
from jobtrack_viz.metro.shapes import MetroMap
from jobtrack_viz.network import build_network
from jobtrack_viz.parts import PartQueue, SegmentedCache, SharedFolder
from jobtrack_viz.parts.drawing import draw
from jobtrack_viz.sandbox import ChildDied, TooSlow
from jobtrack_viz.selection import Selection
from jobtrack_viz.views import Drawers, PartsBusy, Views
from tests.metro.frameworks import framework

PATIENCE = 20


class Painter:
    """Draws when it is let, and remembers how many it drew at the same time."""

    def __init__(self) -> None:
        self.free = Event()
        self.drawn: list[bytes] = []
        self.most = self._now = 0
        self._lock = Lock()

    def __call__(self, task: bytes) -> bytes:
        """The task itself."""
        with self._lock:
            self._now += 1
            self.most = max(self.most, self._now)
        assert self.free.wait(PATIENCE)
        with self._lock:
            self._now -= 1
            self.drawn.append(task)
        return task


def until(holds) -> bool:
    """Whether something comes to hold before patience ends."""
    end = time.monotonic() + PATIENCE
    while not holds() and time.monotonic() < end:
        time.sleep(0.005)
    return holds()


def asked(queue: PartQueue, name: str):
    """What the queue says of a part whose task is its name."""
    return queue.ask(name, name.encode)


def test_each_part_is_drawn_once():
    """However often and by however many it is asked for."""
    painter = Painter()
    queue = PartQueue(None, painter)
    first = [asked(queue, name) for name in "aabab"]
    painter.free.set()

    assert ["waiting"] * 5 == first
    assert until(lambda: {asked(queue, "a"), asked(queue, "b")} == {b"a", b"b"})
    assert [b"a", b"b"] == sorted(painter.drawn)


def test_two_at_a_time_and_a_bounded_queue():
    """Two are drawn, eight wait, and all others are sent away; nobody waits in the queue's call."""
    painter = Painter()
    queue = PartQueue(None, painter)
    asked(queue, "0"), asked(queue, "1")
    assert until(lambda: painter.most == 2)
    told = [asked(queue, str(number)) for number in range(2, 15)]
    painter.free.set()

    assert ["waiting"] * 8 + ["busy"] * 5 == told
    assert until(lambda: len(painter.drawn) == 10)
    assert 2 == painter.most


def test_what_nobody_wants_any_more_is_not_drawn():
    """A part that waits is forgotten half a minute after somebody asked for it last."""
    now, painter = [0.0], Painter()
    queue = PartQueue(None, painter, lambda: now[0])
    asked(queue, "0"), asked(queue, "1")
    assert until(lambda: painter.most == 2)
    asked(queue, "left"), asked(queue, "wanted")
    now[0] = 25.0
    assert "waiting" == queue.outlook("wanted")
    now[0] = 45.0
    painter.free.set()

    assert until(lambda: queue.outlook("wanted") == "settled")
    assert "unknown" == queue.outlook("left")
    assert b"left" not in painter.drawn


@pytest.mark.parametrize("error", [TooSlow("cpu", 30), ChildDied("It ended.")])
def test_what_cannot_be_drawn_is_not_tried_again_and_again(error):
    """A part beyond the bounds is left at that; a child that died is given another chance later."""
    now, tries = [0.0], []

    def fail(task: bytes) -> bytes:
        tries.append(task)
        raise error

    queue = PartQueue(None, fail, lambda: now[0])
    asked(queue, "a")
    assert until(lambda: asked(queue, "a") == "failed")
    now[0] = 599.0
    assert "failed" == asked(queue, "a")
    assert 1 == len(tries)
    now[0] = 601.0
    assert ("failed" if isinstance(error, TooSlow) else "waiting") == asked(queue, "a")


@pytest.mark.skipif(os.name == "nt", reason="there is no such folder on Windows")
def test_workers_share_what_is_drawn(tmp_path):
    """Two queues with one folder draw a part once, and two parts at a time together."""
    painter = Painter()
    queues = [PartQueue(SharedFolder(tmp_path), painter) for _ in range(2)]
    for queue in queues:
        for name in ("aa", "bb", "cc", "dd"):
            asked(queue, name)
    assert until(lambda: painter.most == 2)
    painter.free.set()

    assert until(lambda: all(asked(q, n) == n.encode() for q in queues for n in ("aa", "dd")))
    assert until(lambda: all(q.outlook(n) == "settled" for q in queues for n in ("bb", "cc")))
    assert [b"aa", b"bb", b"cc", b"dd"] == sorted(painter.drawn)
    assert 2 == painter.most


@pytest.mark.skipif(os.name == "nt", reason="there is no such folder on Windows")
def test_the_folder_is_private_and_bounded(tmp_path):
    """Nobody else may look into it; a folder of somebody else's is not used; old files go."""
    with patch("tempfile.gettempdir", return_value=str(tmp_path)):
        folder = SharedFolder.of_installation()
        place = next(tmp_path.iterdir())
        folder.write("a" * 64, b"x")
        modes = {stat.S_IMODE(path.stat().st_mode) for path in (place, *place.iterdir())}
        os.utime(place / f"{'a' * 64}.part", (0, 0))
        folder.write("b" * 64, b"y")
        place.chmod(0o755)
        shared = SharedFolder.of_installation()

    assert {0o700, 0o600} == modes
    assert (None, b"y", None) == (folder.read("a" * 64), folder.read("b" * 64), shared)


def test_a_flood_of_values_pushes_out_nothing_that_is_used():
    """Ten thousand values that are asked for once leave the few that are asked for again."""
    cache: SegmentedCache[int] = SegmentedCache(1000)
    for number in range(5):
        cache.put(f"used {number}", number, 100)
        cache.get(f"used {number}")
    for number in range(10_000):
        cache.put(f"once {number}", number, 50)

    assert list(range(5)) == [cache.get(f"used {number}") for number in range(5)]
    assert cache.bytes <= 1000
    cache.put("too large", 0, 2000)
    assert cache.bytes <= 1000


def test_what_was_used_before_leaves_room_for_what_is_used_now():
    """However much is asked for twice, a new value is kept until it is asked for again."""
    cache: SegmentedCache[int] = SegmentedCache(1000)
    for number in range(30):
        cache.put(f"used {number}", number, 100)
        cache.get(f"used {number}")
        cache.put(f"new {number}", number, 100)

        assert (number, number) == (cache.get(f"used {number}"), cache.get(f"new {number}"))


@pytest.fixture
def three():
    """Three tracks, two of which share a role."""
    return build_network(framework({"A": "a3 b4", "B": "c3 d4", "C": "b4 e5"}, ["a>d"]))


def test_an_overview_stands_in_until_the_part_is_drawn(three):
    """The page is told so; then it is the map that would have been drawn at once."""
    painter = Painter()

    def drawn(task: bytes) -> bytes:
        painter(task)
        return draw(task)

    views = Views(three, None, Drawers(PartQueue(None, drawn)))
    part = Selection(tracks=("A", "C"))
    first = views.of(part)
    assert (True, "waiting", False) == (
        isinstance(first.drawn, Overview),
        first.instead,
        views.is_settled(part),
    )
    painter.free.set()
    assert until(lambda: views.is_settled(part))
    then, once = views.of(part), Views(three).of(part)

    assert isinstance(then.drawn, MetroMap)
    assert (once.svg, once.drawn, once.framework, "") == (
        then.svg,
        then.drawn,
        then.framework,
        then.instead,
    )
    assert then is views.of(part)
    assert 1 == len(painter.drawn)


def test_a_part_that_cannot_be_drawn_stays_an_overview(three):
    """The page says so, and does not wait for it."""

    def fail(_: bytes) -> bytes:
        raise TooSlow("cpu", 30)

    views = Views(three, None, Drawers(PartQueue(None, fail)))
    part = Selection(tracks=("A", "C"))
    views.of(part)

    assert until(lambda: views.is_settled(part))
    assert "failed" == views.of(part).instead


def test_a_full_queue_sends_away(three):
    """Whoever asks for a further part is told at once; a page that is open shows the overview."""
    painter = Painter()
    queue = PartQueue(None, painter)
    views = Views(three, None, Drawers(queue))
    for number in range(2):
        asked(queue, str(number))
    assert until(lambda: painter.most == 2)
    for number in range(2, 10):
        asked(queue, str(number))
    with pytest.raises(PartsBusy):
        views.of(Selection(tracks=("A",)))

    assert "waiting" == views.stand_in(Selection(tracks=("A",))).instead
    assert not views.is_settled(Selection(tracks=("A",)))
    painter.free.set()


def test_a_part_is_drawn_in_a_child_process(three):
    """The real child draws what this process would."""
    views = Views(three, None, Drawers(PartQueue()))
    part = Selection(tracks=("A", "B"))
    views.of(part)

    assert until(lambda: views.is_settled(part))
    assert Views(three).of(part).svg == views.of(part).svg


def test_equal_choices_are_one_part(three):
    """Versions that say the same share it; another framework does not."""
    other = build_network(framework({"A": "a3 b4", "B": "c3 d5", "C": "b4 e5"}, ["a>d"]))
    keys = [Views(network)._key(Selection(tracks=("A",))) for network in (three, three, other)]

    assert keys[0] == keys[1] != keys[2]
    assert 64 == len(keys[0])
    assert parts.BOUNDS.memory_bytes <= 1_000_000_000
