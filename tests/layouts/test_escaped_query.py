"""Links that a mail or chat program has escaped once too often lead where they were meant to."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import create_app
from jobtrack_viz.settings import Settings
from layouts.escaped_query import unescaped

SAMPLE = Path(__file__).resolve().parent.parent.parent / "data" / "sample.xlsx"
RIGHT = "start=developer&goal=it-security-analyst"
ESCAPED = (
    "start=developer&amp;goal=it-security-analyst",
    "start=developer&amp;amp;goal=it-security-analyst",
    "start=developer&amp%3Bgoal=it-security-analyst",
    "start=developer&AMP;goal=it-security-analyst",
    "amp;start=developer&amp;goal=it-security-analyst",
)
PAGES = ("/", "/text", "/plan", "/plan.docx", "/comparison.xlsx", "/titles", "/help", "/nowhere")


@pytest.fixture(scope="module")
def client():
    """A browser of somebody who got such a link."""
    return create_app(Settings(workbook=SAMPLE)).server.test_client()


@pytest.mark.parametrize("query", ESCAPED)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_leads_to_the_right_link(client, page, query):
    """The address bar then shows the link as it was copied, and nothing of this is kept."""
    answer = client.get(f"{page}?{query}")

    assert (302, f"?{RIGHT}") == (answer.status_code, answer.location)
    assert "no-store" == answer.headers["Cache-Control"]


def test_the_link_then_shows_the_journey(client):
    """What the link was made for is what somebody sees."""
    asked = client.get("/?start=developer&amp;goal=it-security-analyst")
    page = client.get("/" + asked.location).get_data(as_text=True)

    assert "<title>Developer (6) to IT Security Analyst (6)" in page


@pytest.mark.parametrize(
    "query",
    [
        "",
        RIGHT,
        "start=R%26amp;D",
        "start=a;amp;b",
        "start=amp;",
        "amplitude=1",
        "q=&start=x&goal=",
    ],
)
def test_values_stay_as_they_are(client, query):
    """Only the beginning of a name is looked at."""
    assert query == unescaped(query)
    assert 302 != client.get(f"/?{query}").status_code


NAMES = st.text("abcmp;&=%3B", max_size=8)


@given(st.lists(st.tuples(NAMES, st.integers(1, 3)), max_size=5))
def test_once_is_enough(parts):
    """The right link leads nowhere else, however often and wherever it was escaped."""
    query = "".join(f"&{'amp;' * times}{name}" for name, times in parts)

    assert unescaped(query) == unescaped(unescaped(query))


def test_a_link_never_leads_to_another_host(client):
    """The answer names neither host nor path, whatever was asked for."""
    for path in ("//evil.example/", "/\\evil.example", "/%0d%0aX: y"):
        answer = client.get(
            "/", query_string="a=1&amp;b=%0d%0a\xff", environ_overrides={"PATH_INFO": path}
        )

        assert ("", "", "") == urlsplit(answer.location)[:3]
        assert "\n" not in answer.location
