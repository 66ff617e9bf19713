"""The map as text tells what stands beside the tracks, too."""

import re
from itertools import pairwise

import pytest

from layouts.markup import to_html
from layouts.text_page import text_page
from tests.layouts.test_guidance import GUIDED, MIDDLE, UPPER


@pytest.fixture
def page(publish, framework):
    """The page of the framework with all its texts."""
    return to_html(text_page(publish(framework, **GUIDED, profiles=(MIDDLE, UPPER))))


def test_every_text_is_told(page):
    """Options, levels, processes, stories and documents; nothing is folded away."""
    texts = [*GUIDED["processes"], *GUIDED["stories"]]
    lines = [line for text in texts for line in text.lines]
    lines += [line for d in GUIDED["descriptions"] for p in d.passages for line in p.lines]
    lines += [line for p in (MIDDLE, UPPER) for t in p.texts for line in t.lines if "<" not in line]
    lines += ["Take minutes.", "Ask for a mentor.", "A course.", "Choose a tool."]

    assert [line for line in lines if line not in page] == []
    assert "Shares &lt;b&gt;notes&lt;/b&gt;." in page
    assert "<details" not in page


def test_chapters_in_the_contents(page):
    """Each is listed after the tracks, and has its place; levels of headings never jump."""
    contents = page[page.index("<nav") : page.index("</nav>")]
    outline = [int(level) for level in re.findall(r"<h(\d)", page)]

    assert [
        "Desk",
        "Code",
        "Island",
        "What each level expects",
        "What helps to develop",
        "How moves happen here",
        "Stories",
        "Job descriptions",
    ] == re.findall(r">([^<]+)</a>", contents)
    assert [b for a, b in pairwise(outline) if b > a + 1] == []


def test_links_from_a_role(page):
    """To its level and to its document, both of which are on the page."""
    places = re.findall(r' id="([^"]*)"', page)
    wanted = re.findall(r'href="#([^"]*)"', page)

    assert 'Level: <a href="#level-0">Middle (grade 5)</a>.' in page
    assert '<a href="#job-coder">Job description</a>' in page
    assert [place for place in wanted if place not in places] == []
    assert len(places) == len(set(places))


def test_a_story_names_its_roles(page):
    """Both ends, or the one that is known."""
    assert "From Adviser (5) to Coder (5)" in page
    assert ">To Keeper (6)<" in page


def test_nothing_more_for_a_framework_without_such_texts(published):
    """No empty chapter."""
    assert "chapter" not in to_html(text_page(published))
