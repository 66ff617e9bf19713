"""Every law of the map on frameworks that nobody chose, and maps that do not depend on chance."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from jobtrack_viz.metro import lay_out
from jobtrack_viz.network import build_network
from tests.metro import test_laws
from tests.metro.frameworks import wild

ROOT = Path(__file__).resolve().parents[2]
LAWS = [law for name, law in vars(test_laws).items() if name.startswith("test_")]

MAP = """
import json, sys
from tests.metro.frameworks import wild
from openpyxl import load_workbook

from jobtrack_viz.metro import lay_out
from jobtrack_viz.network import build_network
metro = lay_out(build_network(wild(3, 9)))
places = {s.role_id: [round(v, 1) for v in (s.x, s.top, s.bottom, *s.label.box)]
          for s in metro.stations}
ways = sorted([w.source, w.target, [[round(v, 1) for v in p] for p in w.points]]
              for w in (*metro.walkways, *metro.pieces))
print(json.dumps([places, ways, sorted(metro.colours.items())], sort_keys=True))
"""


FIXED = settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)


@FIXED
@given(st.integers(0, 2**16), st.sampled_from((1, 2, 3, 5, 8, 13, 20, 30)))
def test_every_law_holds(seed, tracks):
    """Whatever the framework, the engine ends and its map keeps every law."""
    keeps_every_law(seed, tracks)


@pytest.mark.long
@FIXED
@given(st.integers(0, 2**16), st.sampled_from((1, 2, 3, 5, 8, 13, 20, 30, 45, 60)))
def test_every_law_holds_on_large_maps(seed, tracks):
    """The same up to 60 tracks, which take a minute; one of 40 is among those of every run."""
    keeps_every_law(seed, tracks)


def keeps_every_law(seed, tracks):
    """Every law of the map, asked of one framework."""
    network = build_network(wild(seed, tracks))
    drawn = lay_out(network), network

    for law in LAWS:
        law(drawn)


@pytest.mark.parametrize("seed", ["0", "1"])
def test_two_processes_draw_the_same_map(seed):
    """The order in which Python keeps sets and texts changes nothing."""
    runs = [
        subprocess.run(
            [sys.executable, "-c", MAP],
            cwd=ROOT,
            env={"PYTHONHASHSEED": hashes, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for hashes in (seed, "4711")
    ]

    assert json.loads(runs[0]) == json.loads(runs[1])


@pytest.mark.parametrize("seed", [3, 8, 21])
def test_the_order_of_rows_that_have_none_changes_nothing(seed):
    """Moves and roles may be listed in any order: the map is the same to a tenth of a unit."""
    framework = wild(seed, 7)
    chance = Random(seed)
    shuffled = replace(
        framework,
        roles=tuple(chance.sample(framework.roles, len(framework.roles))),
        moves=tuple(chance.sample(framework.moves, len(framework.moves))),
    )
    one, other = (lay_out(build_network(f)) for f in (framework, shuffled))

    assert places(one) == places(other)


def places(metro):
    """Where everything stands, rounded to a tenth."""
    boxes = {s.role_id: (s.x, s.top, s.bottom, *s.label.box) for s in metro.stations}
    ways = {
        (frozenset((w.source, w.target)), tuple(sorted(rounded(p) for p in w.points)))
        for w in (*metro.walkways, *metro.pieces)
    }
    return {role: rounded(box) for role, box in boxes.items()}, ways


def rounded(values):
    """Each value to a tenth."""
    return tuple(round(value, 1) for value in values)


@pytest.mark.parametrize("seed", ["1", "2"])
def test_a_shuffled_workbook_gives_the_same_map(seed, tmp_path):
    """Sheets, and rows of roles, moves and matrices in any order: every place to a tenth."""
    book = load_workbook(ROOT / "data" / "sample.xlsx")
    plain = layout_of(ROOT / "data" / "sample.xlsx", "0")
    chance = Random(seed)
    for sheet in book:
        if sheet.title not in ("About", "Grades", "Tracks", "Ladder"):
            rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
            chance.shuffle(rows)
            for number, row in enumerate(rows, 2):
                for column, value in enumerate(row, 1):
                    sheet.cell(number, column).value = value
    book._sheets = chance.sample(book._sheets, len(book._sheets))
    shuffled = tmp_path / "shuffled.xlsx"
    book.save(shuffled)

    assert plain == layout_of(shuffled, seed)


def layout_of(path, hashes):
    """What `layout --geojson` prints, by what each feature is, rounded to a tenth."""
    done = subprocess.run(
        [sys.executable, "-m", "jobtrack_viz", "layout", str(path), "--geojson"],
        cwd=ROOT,
        env={"PYTHONHASHSEED": hashes, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    found = {}
    for feature in json.loads(done.stdout)["features"]:
        told = feature["properties"]
        way = json.loads(
            json.dumps(feature["geometry"]["coordinates"]), parse_float=lambda n: round(float(n), 1)
        )
        box = [round(edge, 1) for edge in told.get("label_box", [])]
        ends = sorted((told.get("from", told.get("id")), told.get("to", "")))
        if ends != [told.get("from"), told.get("to")] and "from" in told:
            way = way[::-1]
        found[told.get("track", told.get("kind", "role")), *ends] = way, box
    return found
