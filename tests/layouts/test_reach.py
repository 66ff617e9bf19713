"""Where one could go: the sentence, the list, the rings on the map and what leads to a role."""

import re
from dataclasses import replace
from functools import cache
from html import unescape

import pytest

from jobtrack_viz.atlas import Published
from jobtrack_viz.contrast import LEAST_TEXT, contrast
from jobtrack_viz.drawing.reach_marks import tone_of
from jobtrack_viz.model import Track
from jobtrack_viz.network import build_network
from jobtrack_viz.views import Views
from jobtrack_viz.workbook import read_workbook
from layouts.answer import detail, result, shown
from layouts.markup import to_html
from layouts.outcome import outcome_of
from layouts.overlay import svg_with_outcome
from tests.sheets import reading, sheet
from tools.odd_frameworks import BOOKS, workbook


def asked(published, start="trainee", **wishes):
    """Where one could go from a start, as the page finds it out."""
    query = {"start": start, "reach": "1", **{k: str(v) for k, v in wishes.items()}}
    return outcome_of(published, query)


def rows(published, outcome):
    """Each role of the list as the texts of its lines."""
    page = to_html(result(published, outcome))
    listed = page[page.index('<ul class="moves in-reach">') :].split('<p class="hint"')[0]
    items = re.findall(r"<li><a (.*?)(?=<li><a |$)", listed)
    return [re.findall(r">([^<>]+)<", f"<a {item}") for item in items]


def rings(svg):
    """The number in each ring, and whether a plus stands beside it."""
    found = re.findall(r'<g class="reached (t\w)[^"]*">(.*?)</g>', svg.split("reach-key")[0])
    return [
        (tone, re.search(r">([^<]+)</text>", ring)[1], 'class="plus"' in ring)
        for tone, ring in found
    ]


def test_the_sentence_counts_the_roles_that_are_listed(published, texts_of):
    """Five roles above the trainee; two of them ask for at most two levels more on grade 5."""

    def sentence(**wishes):
        said = shown(published, asked(published, **wishes))["said"]
        return said.removesuffix(" Numbers in the rings are levels more.")

    start = "From Trainee (4): "
    assert f"{start}there are 5 roles at the same or a higher grade." == sentence()
    assert f"{start}there are 2 roles one grade up." == sentence(grades="next")
    assert f"{start}3 roles at the same or a higher grade ask for at most 1 level more." == (
        sentence(within=1)
    )
    assert (
        f"{start}there is no role at the same or a higher grade that asks for no level more."
        == (sentence(within=0))
    )
    assert f"{start}there is no role at the same grade." == sentence(grades="here")


def test_each_role_says_what_it_asks_for(published):
    """Levels with their competencies, skills, a required degree, the way there, the status."""
    told = rows(published, asked(published, sort="title"))

    assert [
        ["Adviser (5)", "1 grade higher", "on Desk", "Progression"],
        ["Coder (5)", "1 grade higher", "on Code", "Progression"],
        ["Desk lead (6)", "2 grades higher", "on Desk", "2 moves away"],
        ["Keeper (6)", "2 grades higher", "on Island", "no described way"],
        ["Senior coder (6)", "2 grades higher", "on Code", "2 moves away"],
    ] == [row[:4] for row in told]
    assert [
        ["1 level more, in 1 competency; no new essential skill"],
        ["1 level more, in 1 competency; no new essential skill"],
        ["3 levels more, in 3 competencies; no new essential skill", "No longer recruited to."],
        ["1 level more, in 1 competency; no new essential skill", "Planned."],
        [
            "3 levels more, in 2 competencies; no new essential skill",
            "Required qualification: A degree",
        ],
    ] == [row[4:] for row in told]


def test_no_level_more_is_told_with_its_skills(published):
    """From adviser to coder nothing rises, and Python is new."""
    found = asked(published, "adviser", within=0)

    coder = ["Coder (5)", "same grade", "on Code", "Transfer"]
    assert [[*coder, "No level more; 1 new essential skill", "Python"]] == rows(published, found)
    assert [("t0", "0", True)] == rings(shown(published, found)["overlay"])


def test_rings_show_levels_more(published):
    """A plus stands only beside the role that requires a degree; the map says the same."""
    outcome = asked(published)
    first = svg_with_outcome(published, outcome)
    drawn = shown(published, outcome)["overlay"]

    assert sorted(rings(drawn)) == [
        ("t1", "1", False),
        ("t1", "1", False),
        ("t1", "1", False),
        ("t2", "3", False),
        ("t2", "3", True),
    ]
    assert rings(drawn) == rings(first)
    assert '<svg id="map" class="map reaching"' in first
    assert 1 == first.count("Levels more than the start asks for")


def test_stations_say_what_their_rings_show(published):
    """Whoever hears the map hears the facts of the list."""
    answer = shown(published, asked(published, within=3, grades="next"))

    assert {
        "adviser": "1 level more, in 1 competency; no new essential skill",
        "coder": "1 level more, in 1 competency; no new essential skill",
    } == answer["reach"]
    assert ["adviser", "coder"] == answer["stops"]
    assert shown(published, outcome_of(published, {"start": "trainee"}))["reach"] is None


def test_what_is_chosen_is_marked_and_kept(published):
    """One link of each row is current; each changes one wish and keeps the others."""
    page = to_html(result(published, asked(published, within=1, grades="next")))
    rows_of = re.findall(r"<a ([^>]*)>([^<]+)</a></li>", page.split("in-reach")[0])
    links = {words: unescape(attributes) for attributes, words in rows_of}

    current = [words for words, attributes in links.items() if "aria-current" in attributes]
    assert ["One grade up", "1", "Levels"] == current
    assert "?start=trainee&reach=1&within=1&grades=next&sort=title" in links["Title"]
    assert 'aria-label="2: at most 2 levels more"' in links["2"]
    assert 'href="?start=trainee&reach=1&within=1"' in links["Same or higher"]


def test_links_lead_to_the_comparison_and_back_to_the_card(published):
    """The question is left with the goal, and with the way back."""
    page = unescape(to_html(result(published, asked(published, within=1))))

    assert '<a href="?start=trainee&goal=adviser">Adviser (5)</a>' in page
    assert '<a href="?start=trainee">Back to Trainee (4)</a>' in page


def test_the_card_asks_the_question(published, texts_of):
    """A button on the start's card; none where there is no other role."""
    card = unescape(to_html(result(published, outcome_of(published, {"start": "trainee"}))))
    alone = reading(sheet("Roles", ("Role",), ("Keeper",))).framework
    network = build_network(alone)
    only = Published("1", alone, network, Views(network))

    assert '<a href="?start=trainee&reach=1" class="button primary">Where could I go' in card
    assert "Where could I" not in texts_of(result(only, outcome_of(only, {"start": "keeper"})))
    assert "Keeper is the only role on this map." in texts_of(result(only, asked(only, "keeper")))


def test_what_leads_to_a_goal(published, texts_of):
    """Every move to the role, with its kind and what it asks for; each link sets the start."""
    outcome = outcome_of(published, {"goal": "senior-coder"})
    page = unescape(to_html(result(published, outcome)))
    told = texts_of(result(published, outcome)).split("What leads here")[1]

    assert 'href="?start=adviser&goal=senior-coder"' in page
    assert "Adviser (5) Move up 1 grade higher 2 levels more, in 2 competencies 1 new skill" in told
    assert "Coder (5) Progression 1 grade higher" in told


def test_nothing_leads_to_the_keeper(published, texts_of):
    """It is said, on the card of a goal."""
    words = texts_of(result(published, outcome_of(published, {"goal": "keeper"})))

    assert "What leads here Nobody has described a move to this role." in words


def test_a_start_without_levels(publish, framework, texts_of):
    """Nothing is called no level more: rings ask, and the page says why."""
    roles = tuple(replace(r, levels={}) if r.id == "trainee" else r for r in framework.roles)
    here = publish(framework, roles=roles)
    outcome = asked(here)

    assert {("tx", "?", True)} >= set(rings(shown(here, outcome)["overlay"]))
    assert "No level is stated for Trainee (4)" in texts_of(result(here, outcome))
    assert "Levels not stated; 3 competencies stated only there" in texts_of(result(here, outcome))


def test_unknown_levels_are_counted_apart(publish, framework, texts_of):
    """Who asks for at most one level more is not told that a role without levels does."""
    roles = tuple(replace(r, levels={}) if r.id == "keeper" else r for r in framework.roles)
    here = publish(framework, roles=roles)
    words = texts_of(result(here, asked(here, within=1)))

    assert "2 roles at the same or a higher grade ask for at most 1 level more." in words
    assert "1 more role is not counted: no level is stated that could be compared." in words


def test_never_a_score_and_never_ready(published, texts_of):
    """No readiness, no percentages."""
    words = texts_of(result(published, asked(published, grades="all"))).lower()

    assert [] == [word for word in ("ready", "readiness", "%", "score", "step") if word in words]


@cache
def odd(name):
    """A workbook unlike the sample, published."""
    made = read_workbook(workbook(BOOKS[name]())).framework
    network = build_network(made)
    return Published(name, made, network, Views(network))


def test_without_grades_nothing_speaks_of_them(texts_of):
    """All roles, or those on other tracks."""
    here = odd("no grades")
    words = texts_of(result(here, asked(here, here.framework.roles[0].id)))

    assert "grade" not in words.lower().replace("higher grades come", "")
    assert "All roles Other tracks" in words


@pytest.fixture
def wide(publish, framework):
    """Sixty-five more tracks of two roles each: an overview, and a long list."""
    adviser, lead = framework.role("adviser"), framework.role("desk-lead")
    roles, tracks = [*framework.roles], [*framework.tracks]
    for number in range(65):
        name = f"Track {number}"
        pair = [
            replace(role, id=f"{role.id}-{number}", tracks=(name,), title=f"{role.title} {number}")
            for role in (adviser, lead)
        ]
        roles += pair
        tracks.append(Track(name, tuple(role.id for role in pair)))
    return publish(framework, roles=tuple(roles), tracks=tuple(tracks))


def test_a_long_list_comes_on_request(wide, texts_of):
    """The first 25 of 135 roles and a link; behind it every role once."""
    few, whole = asked(wide), asked(wide, more=1)

    assert 25 == len(rows(wide, few))
    assert "Show all 135 roles" in texts_of(result(wide, few))
    assert "?start=trainee&reach=1&more=1" in unescape(to_html(result(wide, few)))
    assert 135 == len(rows(wide, whole))
    assert "Show all" not in texts_of(result(wide, whole))


def test_an_overview_shows_what_asks_for_least(wide):
    """A group's mark has the number of its nearest role, at each grade; counts are put aside."""
    outcome = asked(wide)
    drawn = rings(shown(wide, outcome)["overlay"])

    assert wide.views.whole.metro is None
    assert {("t1", "1", False), ("t2", "3", False)} <= set(drawn)
    assert len(drawn) == sum(
        (count.rank or 0) > 0 for line in wide.views.whole.drawn.lines for count in line.counts
    )
    assert {} == shown(wide, outcome)["reach"]


@pytest.mark.parametrize("name", ["gaps", "letters", "no grades", "one level", "sub-grades"])
def test_any_framework_has_an_answer(name, texts_of):
    """A sentence, a list or a reason, and rings only for roles that are asked for."""
    here = odd(name)
    for role in here.framework.roles[:: max(1, len(here.framework.roles) // 3)]:
        outcome = asked(here, role.id, grades="all")
        answer = shown(here, outcome)

        assert role.name in texts_of(result(here, outcome))
        assert [] == detail(here, outcome)
        if here.views.whole.metro is not None:
            assert len(answer["reach"]) == len(rings(answer["overlay"]))


def test_tones():
    """Six tones, and one of its own for what nobody knows."""
    assert ["t0", "t1", "t1", "t2", "t3", "t4", "t5", "tx"] == [
        tone_of(n) for n in (0, 1, 2, 3, 6, 10, 20, None)
    ]


def test_numbers_can_be_read_on_every_tone():
    """Contrast by day and by night, from the style sheet itself."""
    with open("assets/26-reach.css", encoding="utf-8") as file:
        day, night = file.read().split("@media screen", 1)
    for part in (day, night.split("}\n}")[0]):
        tone = dict(re.findall(r"--reach-(\w+): (#\w+);", part))

        assert [] == [n for n in "012" if contrast(tone[n], tone["few"]) < LEAST_TEXT]
        assert [] == [n for n in "34" if contrast(tone[n], tone["many"]) < LEAST_TEXT]


def test_what_leads_to_a_start(published, texts_of):
    """Folded on the card of a start, each with the comparison from there to here."""
    outcome = outcome_of(published, {"start": "senior-coder"})
    page = unescape(to_html(result(published, outcome)))

    assert "<summary><h3>What leads here (2)</h3></summary>" in page
    assert 'href="?start=coder&goal=senior-coder"' in page
