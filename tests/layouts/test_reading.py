"""Pages of our own words: help, accessibility, privacy; with a workbook and without."""

import re
from dataclasses import replace
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest

from jobtrack_viz.model import About, Track
from jobtrack_viz.workbook.headers import ABOUT, KINDS
from layouts.frame import footer, header
from layouts.markup import to_html
from layouts.reading import reading_page, reading_paths

PATHS = ("/help", "/accessibility", "/privacy")
PARTS = (
    "How accessible this map is",
    "Feedback and contact information",
    "Reporting accessibility problems with this map",
    "Enforcement procedure",
    "Technical information about this map's accessibility",
    "Compliance status",
    "Non-accessible content",
    "Disproportionate burden",
    "Content that is not within the regulations",
    "What is being done to improve accessibility",
    "Preparation of this statement",
)
"""The parts of the model statement for UK public bodies, in its order."""


def words(page):
    """The page's text without its elements."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


def headings(page):
    """(level, text) of each heading."""
    found = re.findall(r"<h([1-6])[^>]*>(.*?)</h\1>", page)
    return [(int(level), unescape(re.sub("<[^>]*>", "", text))) for level, text in found]


def test_the_pages_are_there():
    """Three addresses, and no other."""
    assert PATHS == tuple(reading_paths())


@pytest.mark.parametrize("path", PATHS)
def test_headings_are_an_outline(framework, path):
    """One heading of the first level; none is skipped on the way down."""
    levels = [level for level, _ in headings(reading_page(path, framework, ""))]

    assert [1, 2] == levels[:2]
    assert 1 == levels.count(1)
    assert [] == [(a, b) for a, b in pairwise(levels) if b > a + 1]


@pytest.mark.parametrize("path", PATHS)
def test_every_link_within_a_page_leads_somewhere(framework, path):
    """Contents lead to sections; no place is there twice."""
    page = reading_page(path, framework, "")
    places = re.findall(r' id="([^"]*)"', page)

    assert len(set(places)) == len(places)
    assert [] == [to for to in re.findall(r'href="#([^"]*)"', page) if to not in places]


@pytest.mark.parametrize("path", PATHS)
def test_no_script_and_no_style(framework, path):
    """The pages are plain documents under the strict policy."""
    page = reading_page(path, framework, "")

    assert "<script" not in page
    assert "<style" not in page
    assert " style=" not in page


@pytest.mark.parametrize("path", PATHS)
def test_the_workbooks_text_is_not_markup(framework, path):
    """Angle brackets, asterisks and brackets of the sheet About are shown as they are."""
    hostile = "<b>*x* [y](https://evil.example)</b>"
    about = About(title=hostile, institution=hostile, contact=hostile, owner=hostile)
    page = reading_page(path, replace(framework, about=about), "")

    assert "<b>*x*" not in page
    assert "&lt;b&gt;*x* [y](https://evil.example)&lt;/b&gt;" in page
    assert 'href="https://evil.example' not in page


@pytest.mark.parametrize(
    ("path", "current"), [("/", "Map"), ("/text", "Map as text"), ("/help", "Help"), ("/x", None)]
)
def test_the_header_marks_the_current_page(path, current):
    """The same three places everywhere; the one at hand says so to everybody."""
    page = to_html(header(About(), path))
    places = re.findall(r"<li><a ([^>]*)>([^<]*)</a></li>", page)
    marked = [name for attributes, name in places if 'aria-current="page"' in attributes]

    assert ["Map", "Map as text", "Help"] == [name for _, name in places]
    assert ([current] if current else []) == marked


def test_both_privacy_pages_are_in_the_footer():
    """Ours is always there; the institution's own has its name."""
    about = About(institution="A place", privacy="https://place.example/privacy")
    page = to_html(footer(about, "/privacy"))

    assert '<a href="/privacy" aria-current="page">Privacy</a>' in page
    assert '<a href="https://place.example/privacy">Privacy at A place</a>' in page
    assert 'href="/privacy"' in to_html(footer(About(privacy="javascript:alert(1)"), "/"))
    assert "javascript" not in to_html(footer(About(privacy="javascript:alert(1)"), "/"))


def test_the_statement_has_the_parts_of_the_model(framework):
    """In the order of the model for UK public bodies."""
    page = reading_page("/accessibility", framework, "")

    assert list(PARTS) == [text for level, text in headings(page) if level > 2][1:]


def test_the_statement_names_law_and_bodies(framework):
    """The regulations, the standard and both ways to complain."""
    page = reading_page("/accessibility", framework, "")

    for link in (
        "https://www.legislation.gov.uk/uksi/2018/952",
        "https://www.w3.org/TR/WCAG22/",
        "https://www.equalityadvisoryservice.com/",
        "https://www.equalityni.org/",
    ):
        assert f'href="{link}"' in page
    assert "A place is committed to making its websites accessible" in words(page)
    assert 'href="mailto:hr@example.org"' in page


@pytest.mark.parametrize(
    ("path", "keys"), [("/accessibility", {"Institution", "Contact", "Feedback"})]
)
def test_what_only_the_institution_knows(path, keys):
    """Without a map or with an empty sheet About, each gap says which row would fill it."""
    page = reading_page(path, None, "")
    asked = set(re.findall(r"in the row (\w+) of its sheet About", page))

    assert keys == asked
    assert asked <= {key.capitalize() for key in ABOUT}


def test_nothing_to_fill_in_where_all_is_known(framework):
    """A workbook with institution, contact and feedback leaves no gap."""
    about = replace(framework.about, feedback="https://place.example/feedback")
    pages = [reading_page(path, replace(framework, about=about), "") for path in PATHS]

    assert [] == [page for page in pages if "to-fill" in page]


def test_the_institutions_own_notice_is_named(framework):
    """Our page is about the map only, and says where the rest is."""
    about = replace(framework.about, privacy="https://place.example/privacy")
    page = reading_page("/privacy", replace(framework, about=about), "")

    link = '<a href="https://place.example/privacy">privacy notice of A place</a>'
    assert link in page


def test_help_knows_every_sheet():
    """Each kind of sheet that is read stands in the table for HR, and no other."""
    rows = re.findall(r'<th scope="row">([^<]*)</th>', reading_page("/help", None, ""))
    kinds = {kind.split(" (")[0] for kind in KINDS} | {"Matrix", "Ladder", "About"}

    assert kinds <= set(rows)


def test_scripts_that_keep_something_are_few():
    """Whatever stores anything belongs on the page about privacy; these are on it."""
    stores = re.compile(r"Storage|indexedDB|document\.cookie|caches\.|serviceWorker|sendBeacon")
    scripts = Path("assets").glob("*.js")
    found = {script.name for script in scripts if stores.search(script.read_text("utf-8"))}

    assert found <= {"aside.js", "marks-store.js"}


def test_columns_are_grades_only_where_there_are_grades(framework):
    """A map without grades has no columns to explain."""
    bare = tuple(replace(role, grade=None, rank=None) for role in framework.roles)
    without = replace(framework, grades=(), roles=bare)

    assert "<b>column</b>" in reading_page("/help", framework, "")
    assert "<b>column</b>" not in reading_page("/help", without, "")


def test_the_example_is_of_this_map(framework):
    """Help leads to a journey between roles that exist; without tracks to none."""
    page = reading_page("/help", framework, "")
    alone = replace(framework, tracks=(Track("Island", ("keeper",)),))

    assert '<a href="/?start=trainee&amp;goal=desk-lead">' in page
    assert "An example on this map" not in reading_page("/help", alone, "")
