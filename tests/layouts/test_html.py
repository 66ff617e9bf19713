"""Elements are what Dash's components become on their way to the page."""

import json
from itertools import permutations

import pytest
from dash import html as dash_html
from plotly.io.json import to_json_plotly

from layouts import html
from layouts.answer import detail, result
from layouts.outcome import outcome_of

NAMES = [name for name in html.__all__ if name != "Element"]


@pytest.mark.parametrize("name", NAMES)
def test_an_element_is_sent_as_dash_sends_the_component(name):
    """The other side is Dash itself, with the same children and attributes."""
    properties = {"id": "x", "className": "y", "data-z": "1", "aria-label": "w"}
    inner = [html.B("a & b"), "c", None]
    dash_inner = [dash_html.B("a & b"), "c", None]

    sent = json.loads(to_json_plotly(getattr(html, name)(inner, **properties)))
    assert json.loads(to_json_plotly(getattr(dash_html, name)(dash_inner, **properties))) == sent


def test_pages_use_only_attributes_that_dash_knows(published):
    """What Dash's components would refuse, the page would silently not show."""
    seen = set()
    for start, goal in permutations(published.framework.roles[:6], 2):
        outcome = outcome_of(published, {"start": start.id, "goal": goal.id})
        seen |= set(_attributes([result(published, outcome), detail(published, outcome)]))

    assert seen
    assert [] == [
        (kind, name)
        for kind, name in sorted(seen)
        if name not in getattr(dash_html, kind)().available_properties
        and not name.startswith(("data-", "aria-"))
    ]


def _attributes(node):
    """Each element's type with each of its attributes."""
    if isinstance(node, list | tuple):
        for child in node:
            yield from _attributes(child)
    elif isinstance(node, html.Element):
        yield from ((node["type"], name) for name in node["props"])
        yield from _attributes(node["props"].get("children"))
