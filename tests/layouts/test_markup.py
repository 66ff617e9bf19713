"""Components become HTML; text from a workbook stays text."""

from dash import dcc, html

from layouts.markup import to_html


def test_elements_and_attributes():
    """Names are those of HTML; None and False are left out, True stands alone."""
    link = html.A("here", href="?a=1&b=2", className="x", hidden=False, **{"aria-current": "true"})
    details = html.Details([html.Summary("more"), None], open=True)

    assert to_html(link) == '<a class="x" href="?a=1&amp;b=2" aria-current="true">here</a>'
    assert to_html(details) == "<details open><summary>more</summary></details>"


def test_text_is_never_markup():
    """Tags and quotes in text and attributes are shown as they are."""
    hostile = '<script>alert("1")</script>'

    assert to_html(html.P(hostile)) == '<p>&lt;script&gt;alert("1")&lt;/script&gt;</p>'
    assert "<script" not in to_html(html.P(title=hostile))


def test_an_input_looks_as_dash_draws_it():
    """The search fields do not move when the script takes over."""
    drawn = to_html(dcc.Input(id="start", type="text", value="a", debounce=True))

    assert drawn.startswith('<div class="dash-input-container dash-input"><input ')
    assert 'class="dash-input-element"' in drawn
    assert "debounce" not in drawn


def test_stores_show_nothing():
    """Data of the script is not in the first picture."""
    assert to_html([dcc.Store(id="x", data={"a": 1}), "end"]) == "end"
