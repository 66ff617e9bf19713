"""The SVG is well formed, safe, and holds the hooks that the page is written against."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from jobtrack_viz.drawing.geojson import geojson
from jobtrack_viz.drawing.svg import draw_svg
from jobtrack_viz.metro import lay_out
from jobtrack_viz.model import Role
from jobtrack_viz.network import build_network
from tests.metro.frameworks import framework

SVG = "{http://www.w3.org/2000/svg}"
TRACKS = {"Developer": "a3 b4 c5", "Analyst <&>": "a3 d4"}
TITLES = {"a": "Apprentice", "b": "Junior \"Web\" & 'App' Developer <script>"}


def statuses(made):
    """The same framework with one planned and one closed role."""
    from dataclasses import replace

    known = {"c": "planned", "d": "closed"}
    roles = tuple(replace(role, status=known.get(role.id, "open")) for role in made.roles)
    return replace(made, roles=roles)


@pytest.fixture(scope="module")
def network():
    """Two tracks that share a role, one move, and hostile names."""
    return build_network(statuses(framework(TRACKS, ["b>d"], titles=TITLES)))


@pytest.fixture(scope="module")
def svg(network):
    """The text of the drawing."""
    return draw_svg(lay_out(network), network)


@pytest.fixture(scope="module")
def tree(svg):
    """The drawing as a tree; fails if it is not well formed."""
    return ElementTree.fromstring(svg)


def found(tree, name, kind):
    """Elements of a kind whose class list holds a name."""
    return [e for e in tree.iter(SVG + kind) if name in e.get("class", "").split()]


def test_the_map_has_a_name(tree):
    """The root says how many tracks and roles there are."""
    assert ("map", "Careers: 2 tracks, 4 roles") == (tree.get("id"), tree.get("aria-label"))


def test_nothing_is_styled_or_scripted(svg):
    """No style attribute, no style or script element, no handler: a strict page allows it."""
    assert [] == re.findall(r"<(?:style|script)|\sstyle=|\son\w+=", svg)


def test_layers_stand_in_their_order(tree):
    """Later layers cover earlier ones, so stations come after lines and names are never hidden."""
    layers = [child.get("id") or child.get("class") for child in tree]

    assert [
        "zones", "yards", "walkways", "lines", "joins", "codes", "badges", "journey", "stations",
        "legend",
    ] == layers  # fmt: skip


def test_only_stations_are_read_aloud(tree):
    """Every layer but the stations is hidden from screen readers."""
    assert ["stations"] == [c.get("class") for c in tree if c.get("aria-hidden") != "true"]


def test_a_station_is_a_link(tree):
    """Each role is a link that works without script, in the order of tracks, then of grades."""
    assert ["?start=a", "?start=b", "?start=c", "?start=d"] == [
        link.get("href") for link in found(tree, "station", "a")
    ]


def test_a_station_says_what_it_is(tree):
    """Title, grade, tracks, and the status if it is not open, are spoken."""
    spoken = {link.get("data-id"): link.get("aria-label") for link in found(tree, "station", "a")}

    assert {
        "a": "Apprentice, grade 3, Developer, Analyst <&>",
        "b": "Junior \"Web\" & 'App' Developer <script>, grade 4, Developer",
        "c": "Role c, grade 5, Developer, planned",
        "d": "Role d, grade 4, Analyst <&>, no longer recruited to",
    } == spoken


def test_the_spoken_name_starts_with_the_visible_one(tree):
    """What is seen is the beginning of what is said, word for word."""
    links = found(tree, "station", "a")
    seen = ["".join(found(link, "name", "text")[0].itertext()).strip() for link in links]

    assert [] == [
        s for s, a in zip(seen, links, strict=True) if not a.get("aria-label").startswith(s)
    ]


def test_a_station_has_room_to_be_hit(tree):
    """The place to click is at least 34 units wide and high."""
    hits = found(tree, "hit", "rect")

    assert [] == [h for h in hits if min(float(h.get("width")), float(h.get("height"))) < 34]


def test_shared_planned_and_closed_roles_are_marked(tree):
    """The kind of a station is in its class list."""
    kinds = {link.get("data-id"): link.get("class") for link in found(tree, "station", "a")}

    assert {
        "a": "station shared", "b": "station", "c": "station planned", "d": "station closed",
    } == kinds  # fmt: skip


def test_walkways_have_names(tree):
    """The page finds a walkway by its ends."""
    walks = {(w.get("id"), w.get("data-both")) for w in found(tree, "walkway", "g")}

    assert {("w-b-d", "no")} == walks


def test_a_track_is_one_path(tree):
    """Each track's line is one path in its colour of each mode, whatever it passes."""
    lines = [(line.get("data-track"), line.get("class")) for line in found(tree, "line", "path")]

    assert [(i, f"line by-{mode}") for i in "01" for mode in ("day", "night")] == lines


def test_ids_are_used_once(svg):
    """No id occurs twice."""
    ids = re.findall(r'\sid="([^"]*)"', svg)

    assert sorted(set(ids)) == sorted(ids)


def test_geojson_tells_the_same(network):
    """The layout as GeoJSON holds a point for each role and a line for each leg and move."""
    metro = lay_out(network)
    features = geojson(metro, network)["features"]
    kinds = [
        (f["geometry"]["type"], f["properties"].get("kind") or f["properties"].get("track"))
        for f in features
    ]

    assert [
        *[("Point", None)] * 4,
        *[("LineString", "Developer")] * 2,
        ("LineString", "Analyst <&>"),
        ("LineString", "move"),
    ] == kinds


def test_geojson_places_grades_on_their_axis(network):
    """A point has its role's title, rank, grade and tracks."""
    features = geojson(lay_out(network), network)["features"]
    role: Role = network.nodes["c"]["role"]
    point = next(f["properties"] for f in features if f["properties"].get("id") == "c")

    assert (role.title, 2.0, "5", ["Developer"]) == (
        point["label"], point["grade"], point["grade_label"], point["tracks"],
    )  # fmt: skip


def test_fonts_named_with_a_figure():
    """Without quotation marks a browser would pass over the whole list of fonts."""
    root = Path(__file__).resolve().parents[2]
    files = [*(root / "jobtrack_viz").rglob("*.py"), *(root / "assets").glob("*.*s")]
    bare = [file.name for file in files if re.search(r"[^'\"]Source Sans 3", file.read_text())]

    assert [] == bare
