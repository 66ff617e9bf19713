"""The map as text on a page: headings, places and links."""

import re

from layouts.edition import Edition
from layouts.markup import to_html
from layouts.shell import text_document
from layouts.text_page import text_page


def test_headings_are_an_outline(published):
    """A heading for the text, for each track, and for each of its roles."""
    page = to_html(text_page(published))
    found = re.findall(r"<h([234])[^>]*>(.*?)</h\1>", page)
    outline = [(int(level), re.sub("<[^>]*>", "", words)) for level, words in found]

    assert outline == [
        (2, "Map as text"),
        (3, "Contents"),
        (3, "Desk"),
        (4, "Trainee, grade 4"),
        (4, "Adviser, grade 5"),
        (4, "Desk lead, grade 6"),
        (3, "Code"),
        (4, "Trainee, grade 4"),
        (4, "Coder, grade 5"),
        (4, "Senior coder, grade 6"),
        (3, "Island"),
        (4, "Keeper, grade 6"),
    ]


def test_every_link_leads_somewhere(published):
    """Each name in a sentence has one place on the page; each heading leads to the map."""
    page = to_html(text_page(published))
    places = re.findall(r' id="([^"]*)"', page)
    inside = re.findall(r'href="#([^"]*)"', page)

    assert len(places) == len(set(places))
    assert [place for place in inside if place not in places] == []
    assert page.count('href="/?start=trainee"') == 2
    assert 'href="/?start=keeper"' in page


def test_the_workbooks_text_is_not_markup(published):
    """Angle brackets of a summary are shown, and no script is on the page."""
    page = text_document(Edition(published), "")

    assert "Shapes &lt;b&gt;systems&lt;/b&gt;." in page
    assert "<script" not in page
