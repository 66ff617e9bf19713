"""Whatever the sheets hold: pages are made, their headings are an outline, and no text is lost."""

import re
from html import unescape
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jobtrack_viz.guidance import (
    CaseStudy,
    DevelopmentOptions,
    JobDescription,
    LevelProfile,
    Passage,
    Process,
    ProfileText,
)
from layouts.answer import detail, result
from layouts.markup import to_html
from layouts.outcome import outcome_of
from layouts.text_page import text_page

WORDS = st.sampled_from(["Reach", "Working towards", "On the job", "Summary", "<b>", "Ask & tell"])
NAMES = st.one_of(st.just(""), WORDS)
LINES = st.lists(WORDS, max_size=3).map(tuple)
ENDS = st.sampled_from(["trainee", "adviser", "coder", "senior-coder", "keeper", ""])
ROLES = st.sampled_from(["trainee", "adviser", "coder"])

TEXTS = st.lists(st.builds(ProfileText, NAMES, NAMES, LINES), max_size=4).map(tuple)
PROFILES = st.builds(
    lambda level, rank, texts: LevelProfile(
        level, (str(rank + 4),), ((float(rank), float(rank)),), (), level, texts
    ),
    WORDS,
    st.integers(0, 2),
    TEXTS,
)
PASSAGES = st.lists(
    st.builds(Passage, NAMES, NAMES, LINES, st.sampled_from(["", "essential", "desirable"])),
    max_size=4,
).map(tuple)
KINDS = st.sampled_from(["vacancy", "transfer", "progression", "shadowing"])
GUIDANCE = st.fixed_dictionaries(
    {
        "development": st.lists(
            st.builds(
                DevelopmentOptions,
                st.sampled_from(["Listening", "Deciding"]),
                st.integers(1, 3),
                LINES,
                LINES,
                LINES,
            ),
            max_size=3,
        ).map(tuple),
        "profiles": st.lists(PROFILES, max_size=3).map(tuple),
        "processes": st.lists(st.builds(Process, KINDS, NAMES, LINES), max_size=3).map(tuple),
        "stories": st.lists(st.builds(CaseStudy, WORDS, ENDS, ENDS, LINES), max_size=3).map(tuple),
        "descriptions": st.lists(
            st.builds(JobDescription, ROLES, PASSAGES), max_size=2, unique_by=lambda d: d.role
        ).map(tuple),
    }
)


def outline(page: str) -> list[int]:
    """The levels of a page's headings, in order."""
    return [int(level) for level in re.findall(r"<h([1-6])", page)]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(GUIDANCE, ENDS, ENDS)
def test_any_panel(publish, framework, guidance, start, goal):
    """No heading skips a level, and no text of the workbook becomes an element."""
    version = publish(framework, **guidance)
    outcome = outcome_of(version, {"start": start, "goal": goal})
    page = to_html([result(version, outcome), detail(version, outcome)])

    assert [(a, b) for a, b in pairwise([1, *outline(page)]) if b > a + 1] == []
    assert page.count("<b>") == page.count("</b>")


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(GUIDANCE)
def test_any_text_page(publish, framework, guidance):
    """Every line of every sheet is on the page; headings are an outline, places are unique."""
    page = to_html(text_page(publish(framework, **guidance)))
    told = unescape(re.sub(r"<[^>]*>", "\n", page))
    places = re.findall(r' id="([^"]*)"', page)
    lines = [line for p in guidance["profiles"] for text in p.texts for line in text.lines]
    lines += [x for d in guidance["descriptions"] for p in d.passages for x in p.lines]
    lines += [line for text in guidance["processes"] for line in text.lines]
    lines += [line for text in guidance["stories"] for line in text.lines]
    lines += [x for d in guidance["development"] for x in (*d.on_the_job, *d.with_others)]

    assert [(a, b) for a, b in pairwise([1, *outline(page)]) if b > a + 1] == []
    assert [line for line in lines if line not in told] == []
    assert len(places) == len(set(places))
