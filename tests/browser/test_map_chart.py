"""The map as a Plotly figure looks like the SVG: both are painted by Chromium and compared."""

import json
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from jobtrack_viz.drawing.charts import map_figure
from jobtrack_viz.drawing.svg import draw_svg
from jobtrack_viz.metro import lay_out
from jobtrack_viz.metro.shapes import MetroMap
from jobtrack_viz.network import Network, build_network
from jobtrack_viz.workbook import read_workbook

ROOT = Path(__file__).resolve().parents[2]
ORIGIN = "http://map.test/"
MOST_OF_SHAPES, MOST_OF_ALL = 0.0002, 0.01
"""Shares of pixels that may differ: without text, where every pixel is in its place, and with it,
where letters stand up to half a pixel beside each other."""
TOLERANCE = 48
"""Of 255, in the channel that differs most: edges are smoothed a little differently."""
COUNT = """async ([one, other, tolerance]) => {
    const pixels = async (png) => {
        const image = new Image();
        image.src = `data:image/png;base64,${png}`;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext("2d");
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height).data;
    };
    const [a, b] = [await pixels(one), await pixels(other)];
    if (a.length !== b.length) return 1;
    let found = 0;
    for (let i = 0; i < a.length; i += 4) {
        const apart = [0, 1, 2].map((c) => Math.abs(a[i + c] - b[i + c]));
        found += Math.max(...apart) > tolerance;
    }
    return found / (a.length / 4);
}"""


@pytest.fixture(scope="module")
def network() -> Network:
    """The sample's roles and moves."""
    return build_network(read_workbook((ROOT / "data" / "sample.xlsx").read_bytes()).framework)


@pytest.fixture(scope="module")
def metro(network: Network) -> MetroMap:
    """The sample's map; one line with a white core, which maps of many tracks have."""
    metro = lay_out(network)
    track = metro.pieces[-1].track
    looks = {**metro.looks, track: metro.looks[track]._replace(cored=True)}
    return replace(metro, looks=looks)


@pytest.fixture
def scratch(browser: Browser, metro: MetroMap) -> Iterator[Page]:
    """An empty page with the product's styles and fonts, as large as the map, without a network."""
    styles = [f'<link rel="stylesheet" href="{p.name}">' for p in (ROOT / "assets").glob("*.css")]
    own = "body { display: block; margin: 0 } .map { display: block } .legend { display: none }"
    own += " .bare text { visibility: hidden }"
    head = f"<!DOCTYPE html><html class=js>{''.join(sorted(styles))}<style>{own}</style>"
    blank = f"{head}<body><div id=here></div>"

    def serve(route: Route) -> None:
        name = route.request.url.removeprefix(ORIGIN)
        if name:
            route.fulfill(path=ROOT / "assets" / name)
        else:
            route.fulfill(body=blank, content_type="text/html")

    size = {"width": int(metro.width) + 20, "height": int(metro.height) + 200}
    context = browser.new_context(viewport=size, color_scheme="light")
    context.route("**/*", serve)
    page = context.new_page()
    page.goto(ORIGIN)
    page.add_script_tag(
        content=resources.files("plotly").joinpath("package_data/plotly.min.js").read_text()
    )
    page.evaluate(
        "Promise.all(['', '600 '].map(w => document.fonts.load(w + '16px \"Career Sans\"')))"
    )
    yield page
    context.close()


def shot(page: Page, metro: MetroMap) -> str:
    """What is painted above the key, as text."""
    clip = {"x": 0, "y": 0, "width": int(metro.width), "height": int(metro.bottom)}
    found = page.screenshot(clip=clip)
    return b64encode(found).decode()


def paint_svg(page: Page, metro: MetroMap, network: Network) -> str:
    """The SVG at natural size."""
    page.evaluate("svg => { here.className = ''; here.innerHTML = svg }", draw_svg(metro, network))
    return shot(page, metro)


def paint_figure(page: Page, metro: MetroMap, figure: dict) -> str:
    """The figure at natural size, its letters as far apart as in the map."""
    page.evaluate("here.className = 'map'; here.innerHTML = ''")
    page.evaluate(
        "async figure => { const { data, layout } = JSON.parse(figure);"
        " await Plotly.newPlot(here, data, layout, { displayModeBar: false }) }",
        json.dumps(figure),
    )
    return shot(page, metro)


def shares(
    page: Page, metro: MetroMap, network: Network, figures: dict[str, dict]
) -> dict[str, float]:
    """How much of the SVG's picture each figure paints in another way."""
    svg = paint_svg(page, metro, network)
    found = {
        what: page.evaluate(COUNT, [svg, paint_figure(page, metro, figure), TOLERANCE])
        for what, figure in figures.items()
    }
    print(", ".join(f"{what}: {share:.4%}" for what, share in found.items()))
    return found


def test_lines_and_marks_are_those_of_the_svg(scratch: Page, metro: MetroMap, network: Network):
    """Hardly a pixel differs; a station that moved and another colour would be noticed."""
    scratch.evaluate("document.body.className = 'bare'")
    roles = network.graph["framework"].roles
    first = metro.stations[0]
    moved = replace(metro, stations=(replace(first, x=first.x + 12), *metro.stations[1:]))
    recoloured = map_figure(metro, roles)
    shapes = recoloured["layout"]["shapes"]
    line = next(shape for shape in shapes if shape["line"]["width"] == metro.line_width)
    line["line"]["color"] = "#ffe000"
    figures = {
        "nothing changed": map_figure(metro, roles),
        "one station moved": map_figure(moved, roles),
        "one line recoloured": recoloured,
    }
    found = shares(scratch, metro, network, figures)

    assert found["nothing changed"] <= MOST_OF_SHAPES
    assert found["one station moved"] > MOST_OF_SHAPES
    assert found["one line recoloured"] > MOST_OF_SHAPES


def test_the_words_are_those_of_the_svg(scratch: Page, metro: MetroMap, network: Network):
    """Few pixels differ; names that stand two pixels lower would be noticed."""
    roles = network.graph["framework"].roles
    lower = [
        replace(s, label=replace(s.label, at=s.label.at._replace(y=s.label.at.y + 2)))
        for s in metro.stations
    ]
    figures = {
        "nothing changed": map_figure(metro, roles),
        "names lower": map_figure(replace(metro, stations=tuple(lower)), roles),
    }
    found = shares(scratch, metro, network, figures)

    assert found["nothing changed"] <= MOST_OF_ALL
    assert found["names lower"] > MOST_OF_ALL


def test_a_click_tells_the_role(scratch: Page, metro: MetroMap, network: Network):
    """What the figure reports for a station is the role's id; hostile names stay words."""
    hostile = "<b>Head</b> of $x$ &amp; <a href='javascript:1'>y</a>"
    first = metro.stations[0]
    label = replace(first.label, lines=(hostile,))
    changed = replace(metro, stations=(replace(first, label=label), *metro.stations[1:]))
    paint_figure(scratch, changed, map_figure(changed))
    scratch.evaluate(
        "here.on('plotly_click', found => { here.title = found.points[0].customdata })"
    )
    scratch.mouse.click(first.x, (first.top + first.bottom) / 2)

    expect(scratch.locator("#here")).to_have_attribute("title", first.role_id)
    expect(scratch.locator(".hoverlayer text").first).to_have_text(hostile)
    expect(scratch.locator(".textpoint text", has_text="javascript")).to_have_text(hostile)
    assert scratch.locator("#here a").count() == 0
