"""The journey's strip: geometry, SVG and PNG."""

import io
import re
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

import pytest
from PIL import Image

from jobtrack_viz.export.strip import Strip, paper_width, strip_of
from jobtrack_viz.export.strip_png import strip_png
from jobtrack_viz.export.strip_svg import strip_svg
from jobtrack_viz.metro.shapes import Look
from jobtrack_viz.metro.text_width import text_width


def of_length(plan, count):
    """A plan with that many stops; every second move leaves the line."""
    first, last = plan.stops[0], plan.stops[-1]
    between = [
        replace(first, mark=str(i), title=f"Senior widget {i} administrator")
        for i in range(1, count - 1)
    ]
    move = plan.moves[0]
    moves = [
        replace(move, along=i % 2 == 0, way=f"Progression on Long track name {i}")
        for i in range(count - 1)
    ]
    return replace(plan, stops=(first, *between, last), moves=tuple(moves))


@pytest.fixture
def plan(framework, plan_for):
    """The shortest plan with a move."""
    return plan_for(framework, "trainee", "coder")


def boxes(strip):
    """Every text as (left, top, right, bottom)."""
    for text in (*strip.names, *strip.ways, *strip.details):
        for line, y in text.baselines:
            half = text_width(line, text.size, text.weight) / 2
            yield text.x - half, y - text.size * 0.7, text.x + half, y + text.size * 0.2


LONG = "Telecommunications Manager and Deputy to the Head of Services for Visitors and Partners"


@pytest.mark.parametrize("title", ["", LONG, "X" * 300])
@pytest.mark.parametrize("width", [336.0, 700.0, 884.0])
@pytest.mark.parametrize("count", [2, 3, 5, 7, 8, 15, 40])
def test_no_text_covers_another(plan, looks, count, width, title):
    """Whatever the number of stops and the length of titles, texts keep apart and inside, and
    rings keep clear of them.
    """
    told = of_length(plan, count)
    stops = tuple(replace(stop, title=title or stop.title) for stop in told.stops)
    strip = strip_of(replace(told, stops=stops), looks, width)
    found = list(boxes(strip))

    assert len(strip.stops) == count
    assert len(strip.legs) == count - 1
    assert all(left >= -0.5 and right <= width + 0.5 for left, _, right, _ in found)
    assert all(top >= 0 and bottom <= strip.height for _, top, _, bottom in found)
    assert not [
        (a, b)
        for a, b in combinations(found, 2)
        if a[0] < b[2] - 1 and b[0] < a[2] - 1 and a[1] < b[3] and b[1] < a[3]
    ]
    for stop in strip.stops:
        x, y, r = stop.at.x, stop.at.y, stop.radius
        assert not [
            b for b in found if b[0] < x + r and b[2] > x - r and b[1] < y + r and b[3] > y - r
        ]


def test_a_line_goes_on_in_the_next_row(plan, looks):
    """It leaves at the right edge and comes back at the left one."""
    strip = strip_of(of_length(plan, 15), looks, 884.0)
    broken = [leg for leg in strip.legs if len(leg.stretches) == 2]

    assert len({stop.at.y for stop in strip.stops}) == 2
    assert len(broken) == 1
    (out, back) = broken[0].stretches
    assert (out[1].x, back[0].x) == (884.0, 0.0)


def test_the_marks_and_the_words(plan, looks):
    """Ends A and B, numbers between; the picture says the journey in words."""
    svg = strip_svg(strip_of(of_length(plan, 4), looks, 700.0))
    root = ElementTree.fromstring(svg)

    assert [e.text for e in root.iter() if str(e.get("class")).endswith("-mark")] == [
        "A",
        "1",
        "2",
        "B",
    ]
    assert root.get("role") == "img"
    assert root.get("aria-label", "").startswith("From A, Trainee (4). Progression on Long")


def test_lines_by_day_and_by_night(plan, looks):
    """A leg along its track has the track's colours; one that leaves it is a walkway."""
    svg = strip_svg(strip_of(of_length(plan, 3), {**looks, "Code": Look("#ca043a", True)}, 700.0))

    assert 'class="strip-way by-day" d=' in svg
    assert 'stroke="#ca043a"' in svg
    assert 'class="strip-way by-night"' in svg
    assert svg.count('class="strip-core"') == 1
    assert svg.count('class="strip-walk"') == 1
    assert "style=" not in svg


def test_text_of_a_workbook_is_text(plan, looks):
    """Markup in a title is shown as it is written."""
    stops = (replace(plan.stops[0], title="<script>alert(1)</script> & 'x'"), plan.stops[1])
    svg = strip_svg(strip_of(replace(plan, stops=stops), looks, 700.0))

    assert "<script" not in svg
    assert "&lt;script&gt;" in re.sub(r"</?tspan[^>]*>", "", svg)


def test_the_picture_for_word(plan, looks):
    """220 dots per inch at its width on paper, with the track's colour, the ink and white in it."""
    strip = strip_of(
        plan, {**looks, "Code": Look("#ca043a"), "Desk": Look("#ca043a")}, paper_width(plan)
    )
    picture = Image.open(io.BytesIO(strip_png(strip, 180)))
    colours = {colour for _, colour in picture.getcolors(1_000_000)}

    assert picture.format == "PNG"
    assert picture.width == pytest.approx(180 / 25.4 * 220, abs=2)
    assert picture.info["dpi"][0] == pytest.approx(220, abs=1)
    assert {(0xCA, 0x04, 0x3A), (0x1B, 0x2A, 0x5C), (255, 255, 255)} <= colours


def test_a_strip_of_many_rows_has_fewer_dots():
    """A short one is printed at 220 dots per inch, a very tall one at 150."""
    dots = []
    for height in (100.0, 3000.0):
        strip = Strip(700.0, height, (), (), (), (), (), "")
        picture = Image.open(io.BytesIO(strip_png(strip, 180)))
        dots.append((round(picture.info["dpi"][0]), picture.width))

    assert [(220, 1559), (150, 1063)] == dots
