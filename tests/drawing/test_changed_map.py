"""Before and after: what differs is ringed and signed, whatever the paper and without styles."""

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from jobtrack_viz.differences import differences
from jobtrack_viz.drawing.changed_map import before_and_after
from jobtrack_viz.metro import lay_out
from jobtrack_viz.metro.sizes import SIZES
from jobtrack_viz.metro.text_width import text_width
from jobtrack_viz.model import Framework
from jobtrack_viz.network import build_network
from tests.metro.frameworks import CROWD, framework

SVG = "{http://www.w3.org/2000/svg}"
ASSETS = Path(__file__).resolve().parents[2] / "assets"
BEFORE = {"Developer": "a3 b4 c5", "Analyst <&>": "a3 d4 e6"}
AFTER = {"Developer": "a3 b4 c5", "Analyst <&>": "a3 d4 f6"}
TITLES = {"a": "Apprentice", "b": 'Junior "Web" <script>', "d": "Clerk", "e": "Head", "f": "Chief"}


def pictures(before: Framework, after: Framework) -> tuple[str, str]:
    """Both maps, as they are laid out."""
    one, other = build_network(before), build_network(after)
    return before_and_after(lay_out(one), one, lay_out(other), other, differences(before, after))


@pytest.fixture(scope="module")
def drawn() -> tuple[str, str]:
    """A role is gone, another new, one renamed, one changed; one move is gone and one new."""
    before = framework(BEFORE, ["b>d"], titles=TITLES)
    after = framework(AFTER, ["c>d"], titles=TITLES | {"a": "Trainee"})
    changed = tuple(replace(r, summary="x") if r.id == "b" else r for r in after.roles)
    return pictures(before, replace(after, roles=changed))


def told(svg: str) -> list[str | None]:
    """What each ring is called, by the order of stations."""
    groups = ElementTree.fromstring(svg).iter(SVG + "g")
    return [g.findtext(SVG + "title") for g in groups if g.get("role") == "img"]


def test_rings(drawn: tuple[str, str]):
    """Each picture rings what differs in it, by the name that it has there."""
    before, after = drawn

    assert [
        "Apprentice (3): renamed or moved",
        'Junior "Web" <script> (4): changed',
        "Role c (5): changed",
        "Clerk (4): changed",
        "Head (6): removed",
    ] == told(before)
    assert [
        "Trainee (3): renamed or moved",
        'Junior "Web" <script> (4): changed',
        "Role c (5): changed",
        "Clerk (4): changed",
        "Chief (6): new",
    ] == told(after)


def test_key_and_moves(drawn: tuple[str, str]):
    """The key says what is there, and moves that came or went are drawn."""
    for svg, words in zip(
        drawn, (("Role removed", "Move removed"), ("New role", "New move")), strict=True
    ):
        keys = [
            "".join(text.itertext()).strip()
            for text in ElementTree.fromstring(svg).iter(SVG + "text")
            if text.get("class") == "key"
        ]
        assert [words[0], "Renamed, or another grade or track", "Changed", words[1]] == keys
        assert 2 == svg.count('class="ring ring-move"')


def test_signs_differ_in_shape():
    """Each kind has a sign of its own, so that nothing is told by colour alone."""
    shapes = set()
    before = framework({"A": "a3 b4"})
    for after in (
        framework({"A": "a3 b4 c5"}),
        framework({"A": "a3 b5"}),
        replace(before, roles=(before.roles[0], replace(before.roles[1], summary="x"))),
    ):
        shapes |= set(re.findall(r'class="sign[^"]*" d="([^"]+)"', pictures(before, after)[1]))
    removed = pictures(framework({"A": "a3 b4 c5"}), before)[0]
    shapes |= set(re.findall(r'class="sign[^"]*" d="([^"]+)"', removed))

    assert 4 == len(shapes)


def test_a_picture_of_its_own(drawn: tuple[str, str]):
    """No style, script, link or id: it may stand in any page, twice, or alone as a file."""
    for svg in drawn:
        assert [] == re.findall(r"<(?:style|script|a)[ >]|\s(?:style|href|id|on\w+)=", svg)
        for shape in ElementTree.fromstring(svg).iter():
            if shape.tag in (SVG + "path", SVG + "rect") and shape.get("display") != "none":
                assert shape.get("fill") or shape.get("stroke"), shape.attrib


def test_the_paper_of_the_styles(drawn: tuple[str, str]):
    """Alone, the picture has the very colours that the styles give it by day."""
    tokens = (ASSETS / "00-tokens.css").read_text()
    of = dict(re.findall(r"--([\w-]+): (#\w{6});", tokens)[::-1])
    used = set(
        re.findall(r'(?:fill|stroke)="(#\w{6})"', re.sub(r"<[^<>]*by-\w+[^<>]*>", "", drawn[0]))
    )

    assert {of["paper"], of["paper-ink"], of["paper-quiet"], of["paper-tint"], of["ring"]} == used


def test_names_fit_in_any_font(drawn: tuple[str, str]):
    """A file cannot bring the map's font, so each line of text states how wide it was measured."""
    for svg in drawn:
        lines = [
            element
            for element in ElementTree.fromstring(svg).iter()
            if element.tag in (SVG + "text", SVG + "tspan") and (element.text or "").strip()
        ]
        assert {"spacingAndGlyphs"} == {line.get("lengthAdjust") for line in lines}
        clerk = next(float(line.get("textLength")) for line in lines if line.text == "Clerk")
        assert clerk == pytest.approx(text_width("Clerk", SIZES.label, "Semibold"), abs=0.01)


def test_signs_cover_no_words(drawn: tuple[str, str]):
    """Of the places around a ring the sign takes one where no name, badge or code stands."""
    metro = lay_out(build_network(framework(BEFORE, ["b>d"], titles=TITLES)))
    words = [
        *(s.label.box for s in metro.stations),
        *(b.box for b in (*metro.badges, *metro.codes)),
    ]
    middles = re.findall(r'role="img">.*?translate\(([\d.]+) ([\d.]+)\)', drawn[0])
    covered = [
        (x, y)
        for x, y in ((float(x), float(y)) for x, y in middles)
        for box in words
        if box.left < x + 8 and x - 8 < box.right and box.top < y + 8 and y - 8 < box.bottom
    ]

    assert (5, []) == (len(middles), covered)


def test_signs_in_a_list():
    """Where the next station is close, the sign takes the place of the mark and covers no name."""
    before = framework({"A": f"a4 {CROWD} b6"})
    roles = tuple(replace(r, summary="x") if r.id in ("h", "b") else r for r in before.roles)
    after = pictures(before, replace(before, roles=roles))[1]

    assert ["Role h (5): changed", "Role b (6): changed"] == told(after)
    assert 1 == after.count('<rect class="ring"')


def test_nothing_differs():
    """Two equal maps say that no station has changed."""
    same = framework(BEFORE)
    before, after = pictures(same, same)

    assert [] == told(before) == told(after)
    assert "none of them has changed" in before
    assert "No station has changed" in after
