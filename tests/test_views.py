"""Views: the whole at once, parts when they are asked for, each drawn once and kept for a while."""

from dataclasses import replace
from threading import Event, Thread

import pytest

from jobtrack_viz import views as views_module
from jobtrack_viz.metro.overview import Overview
from jobtrack_viz.metro.shapes import MetroMap
from jobtrack_viz.network import build_network
from jobtrack_viz.selection import Selection
from jobtrack_viz.views import MOST_ROLES_OF_A_PART, MOST_TRACKS, Views
from tests.metro.frameworks import framework


def tracks_of(count, roles=2):
    """So many tracks apart, each with some roles at grades 3, 4 and so on."""
    return framework(
        {
            f"T{t}": " ".join(f"r{'x' * t}{'y' * r}{3 + r % 7}" for r in range(roles))
            for t in range(count)
        }
    )


@pytest.fixture
def laid_out(monkeypatch):
    """How many roles each map had that was laid out, in order."""
    seen = []
    real = views_module.lay_out

    def lay_out(network, *rest, **more):
        seen.append(len(network))
        return real(network, *rest, **more)

    monkeypatch.setattr(views_module, "lay_out", lay_out)
    return seen


def test_few_tracks_are_a_map(laid_out):
    """The whole is laid out at once; a part only when it is asked for, and then once."""
    views = Views(build_network(tracks_of(3)))
    part = Selection(tracks=("T1",))
    first = views.of(part)

    assert isinstance(views.whole.drawn, MetroMap)
    assert first is views.of(part)
    assert [6, 2] == laid_out
    assert 's-rxy"' in first.svg
    assert 's-rxxy"' not in first.svg


def test_many_tracks_are_an_overview(laid_out):
    """Nothing is laid out at the start; a group is, when somebody opens it."""
    views = Views(build_network(tracks_of(MOST_TRACKS + 1)))
    opened = views.of(Selection(groups=("T7",)))

    assert isinstance(views.whole.drawn, Overview)
    assert 'href="/?group=T7"' in views.whole.svg
    assert isinstance(opened.drawn, MetroMap)
    assert [2] == laid_out


def test_many_roles_on_few_tracks_are_an_overview(laid_out):
    """So many stations could not be read, however few the lines."""
    few = views_module.MOST_ROLES // 20
    maps = [Views(build_network(tracks_of(count, roles=20))).whole.metro for count in (1, few + 1)]

    assert [True, False] == [metro is not None for metro in maps]
    assert [20] == laid_out


def test_a_single_track_is_a_map_however_many_its_roles(monkeypatch):
    """An overview of one track would lead to nothing but itself."""
    monkeypatch.setattr(views_module, "MOST_ROLES", 10)
    monkeypatch.setattr(views_module, "MOST_ROLES_OF_A_PART", 8)
    alone = Views(build_network(tracks_of(1, roles=11)))
    beside = Views(build_network(tracks_of(2, roles=11)))
    opened = beside.of(Selection(tracks=("T1",)))

    assert [True, False, True] == [v.metro is not None for v in (alone.whole, beside.whole, opened)]


def test_a_large_part_is_an_overview(laid_out):
    """What a reader chooses is laid out while somebody waits, so it is bounded."""
    views = Views(build_network(tracks_of(MOST_TRACKS + 40, roles=6)))
    labels = [f"T{i}" for i in range(MOST_ROLES_OF_A_PART // 6 + 1)]
    too_many = Selection(tracks=tuple(labels))

    assert not views.fits(too_many)
    assert isinstance(views.of(too_many).drawn, Overview)
    assert [] == laid_out
    assert views.fits(Selection(tracks=tuple(labels[1:])))


def test_a_group_too_large_for_a_map_opens_as_its_tracks():
    """One group alone has a row for each of its tracks, so that there is always a way on."""
    made = tracks_of(MOST_TRACKS + 1)
    tracks = tuple(replace(track, group="All") for track in made.tracks)
    view = Views(build_network(replace(made, tracks=tracks))).whole

    assert MOST_TRACKS + 1 == len(view.opening)
    assert "/?track=T5" == view.opening["T5"]


def test_opening_keeps_the_grades():
    """A row of a part leads on within the part: the same grades, and only chosen tracks."""
    made = tracks_of(MOST_TRACKS + 2)
    tracks = tuple(replace(t, group=f"G{i % 2}") for i, t in enumerate(made.tracks))
    views = Views(build_network(replace(made, tracks=tracks)))
    by_grade = views.of(Selection(lowest="3", highest="3"))
    by_track = views.of(Selection(tracks=tuple(f"T{i}" for i in range(MOST_TRACKS + 1))))

    assert "/?group=G0&from=3&to=3" == by_grade.opening["G0"]
    assert by_track.opening["G1"].startswith("/?track=T1&track=T3&")


def test_nothing_fits(laid_out):
    """Without any role there is nothing to draw: the whole is shown."""
    views = Views(build_network(tracks_of(2)))

    assert views.whole is views.of(Selection(tracks=("T1",), lowest="9"))
    assert [4] == laid_out


def test_everything_chosen_is_the_whole(laid_out):
    """Each track chosen by name: nothing is drawn again."""
    views = Views(build_network(tracks_of(2)))

    assert views.whole is views.of(Selection(tracks=("T0", "T1")))
    assert [4] == laid_out


def test_a_track_keeps_its_colour():
    """A part has the colours of the whole."""
    views = Views(build_network(tracks_of(8)))
    strokes = [
        view.svg.split('data-track="', 1)[1]
        for view in (views.of(Selection(tracks=("T5",))), views.of(Selection(tracks=("T5", "T6"))))
    ]
    colours = {text.split('stroke="#', 1)[1][:6] for text in strokes}

    assert 1 == len(colours)


def test_only_the_last_views_are_kept(laid_out):
    """Many choices do not fill the memory."""
    views = Views(build_network(tracks_of(30)))
    for number in range(30):
        views.of(Selection(tracks=(f"T{number}",)))
    before = len(laid_out)
    views.of(Selection(tracks=("T29",)))
    views.of(Selection(tracks=("T0",)))

    assert before + 1 == len(laid_out)


def test_a_slow_view_keeps_nobody_else_waiting(monkeypatch):
    """While one part is laid out, others are read; who wants the same part waits for it."""
    views = Views(build_network(tracks_of(3)))
    real, begun, go_on = views_module.lay_out, Event(), Event()

    def slow(network, *rest, **more):
        if "rx" in network:
            begun.set()
            assert go_on.wait(20)
        return real(network, *rest, **more)

    monkeypatch.setattr(views_module, "lay_out", slow)
    found = []
    askers = [
        Thread(target=lambda: found.append(views.of(Selection(tracks=("T1",))))) for _ in range(2)
    ]
    for asker in askers:
        asker.start()
    assert begun.wait(20)
    other = views.of(Selection(tracks=("T2",)))

    assert ["T2"] == [track.name for track in other.framework.tracks]
    assert [] == found
    go_on.set()
    for asker in askers:
        asker.join(20)
    assert found[0] is found[1]


def test_a_failure_is_not_kept(monkeypatch):
    """A part that could not be drawn is tried again."""
    views = Views(build_network(tracks_of(3)))
    part = Selection(tracks=("T1",))

    def fail(*_, **__):
        raise MemoryError

    with monkeypatch.context() as broken:
        broken.setattr(views_module, "lay_out", fail)
        with pytest.raises(MemoryError):
            views.of(part)

    assert part == views.of(part).selection
