"""Parts of the map on the page: what is shown, what is not, and addresses that keep it."""

import re
from dataclasses import replace
from html import unescape

import pytest

from jobtrack_viz.atlas import Published
from jobtrack_viz.network import build_network
from jobtrack_viz.selection import Selection
from jobtrack_viz.views import MOST_TRACKS, Views
from layouts.answer import result, shown
from layouts.card import about
from layouts.markup import to_html
from layouts.outcome import outcome_of
from layouts.overlay import overlay, svg_with_outcome
from layouts.part_form import part_form
from layouts.planner import all_titles, title_options
from layouts.role_list import role_list
from layouts.whereabouts import shown_part
from tests.metro.frameworks import framework as made_of


@pytest.fixture(scope="module")
def many():
    """A track more than a map takes, each with two roles; the first two share one."""
    lines = {f"Track {t}": f"{'a' * (t + 1)}3 {'b' * (t + 1)}4" for t in range(MOST_TRACKS + 1)}
    lines["Track 1"] += " b4"
    made = made_of(lines, ["a>bbb"])
    network = build_network(made)
    return Published("1" * 64, made, network, Views(network))


def test_an_address_chooses_a_part(published):
    """Tracks, grades and unknown names are read; the address of the answer keeps the known ones."""
    query = {"track": ["code", "Nowhere"], "to": "5", "start": ["coder"]}
    outcome = outcome_of(published, query)

    assert Selection(("Code",), (), "", "5") == outcome.selection
    assert ("Nowhere",) == outcome.unknown
    assert "?start=coder&track=Code&to=5" == outcome.address


def test_the_page_sends_its_part_as_one_text(published):
    """What the page knows of the part is a query text, and means the same."""
    there = shown(published, outcome_of(published, {"track": "Code", "from": "5"}))
    again = outcome_of(published, {"start": "coder", "view": there["view"]})

    assert "track=Code&from=5" == there["view"]
    assert "?start=coder&track=Code&from=5" == again.address


def test_every_link_of_the_panel_keeps_the_part(published):
    """Swap, clear, moves, choices and the list lead on within the part."""
    outcome = outcome_of(published, {"start": "trainee", "track": "Code"})
    html = to_html([result(published, outcome), role_list(published, outcome)])
    links = [unescape(link) for link in re.findall(r'href="(\?[^"]*)"', html)]

    assert links
    assert [] == [link for link in links if "track=Code" not in link]


def test_stations_keep_the_part(published):
    """Without a script, a station's link stays on the part and keeps the start."""
    outcome = outcome_of(published, {"start": "trainee", "track": "Code"})
    svg = unescape(svg_with_outcome(published, outcome))

    assert 'href="?start=trainee&goal=coder&track=Code"' in svg
    assert "s-adviser" not in svg


def test_what_is_shown(published, texts_of):
    """A part says how much of the map it is; the whole map says nothing."""
    part = outcome_of(published, {"track": ["Code", "Desk"], "from": "5", "to": "6"})

    assert "Desk and Code : 2 of 3 tracks, 4 roles, grades 5 to 6. Show all" == texts_of(
        shown_part(published, part)
    )
    assert "" == texts_of(shown_part(published, outcome_of(published, {})))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"from": "5"}, "3 of 3 tracks, 5 roles, from grade 5. Show all"),
        ({"to": "4"}, "2 of 3 tracks, 1 role, up to grade 4. Show all"),
        ({"track": "Island", "to": "4"}, "No role fits what you chose, so everything is shown."),
        ({"track": "Nowhere"}, "This map has no track, group or grade “Nowhere”."),
        ({"track": ["Desk", "Code", "Island"]}, ""),
    ],
)
def test_what_is_shown_in_other_words(published, texts_of, asked, words):
    """Bounds on one side, nothing that fits, names that are unknown, everything by name."""
    assert words == texts_of(shown_part(published, outcome_of(published, asked)))


def test_an_overview_says_what_it_is(many, texts_of):
    """Numbers of tracks, roles and groups, and what to do."""
    words = texts_of(shown_part(many, outcome_of(many, {})))

    assert words.startswith("61 tracks with 122 roles, as an overview of 60 groups.")


def test_the_list_shows_what_the_map_shows(many, texts_of):
    """Groups on an overview, each a link; roles of the tracks on a part."""
    whole = to_html(role_list(many, outcome_of(many, {})))
    part = texts_of(role_list(many, outcome_of(many, {"group": "Track 2"})))

    assert 60 == whole.count("<li>")
    assert 'href="/?group=Track+0+and+1+more"' in whole
    assert "These roles by track Track 2 Role aaa (3) Role bbb (4)" == part


def test_a_role_that_is_not_on_the_overview(many, texts_of):
    """The chosen role's group is one link away, and the role is marked on its group's line."""
    outcome = outcome_of(many, {"start": "aaaa"})
    html = to_html(result(many, outcome))

    assert "Role aaaa (3) has no station on the overview. Show it on the map" in texts_of(
        result(many, outcome)
    )
    assert 'href="/?start=aaaa&amp;group=Track+3"' in html
    assert 1 == overlay(many, outcome).count('class="end"')


def test_a_journey_that_leaves_the_part(many, texts_of):
    """Stops that are not there are counted; the link shows the tracks that the journey needs."""
    outcome = outcome_of(many, {"start": "a", "goal": "bbb", "group": "Track 2"})
    html = to_html(result(many, outcome))

    assert "1 of 2 stops is not on this part of the map." in texts_of(result(many, outcome))
    assert 'href="/?start=a&amp;goal=bbb&amp;track=Track+0&amp;track=Track+2"' in html
    assert 1 == overlay(many, outcome).count('class="end"')
    assert 'class="way' not in overlay(many, outcome)


def test_a_journey_on_its_own_tracks(many, texts_of):
    """Where all stops are on the map there is nothing to say, and the way is drawn."""
    asked = {"start": "a", "goal": "bbb", "track": ["Track 0", "Track 2"]}
    outcome = outcome_of(many, asked)

    assert "this part of the map" not in texts_of(result(many, outcome))
    assert 'class="way' in overlay(many, outcome)


def test_the_form_knows_what_is_chosen(published):
    """Boxes and grades stand as in the address; what is chosen on the map goes along."""
    form = part_form(
        published, outcome_of(published, {"start": "coder", "track": "Code", "to": "5"})
    )

    assert '<input type="checkbox" name="track" value="Code" checked>' in form
    assert '<input type="checkbox" name="track" value="Desk">' in form
    assert '<select name="to"><option value="">any</option><option value="4">4</option>' in form
    assert '<option value="5" selected>5</option>' in form
    assert '<input type="hidden" name="start" value="coder">' in form
    assert '<input type="hidden" name="goal" value="" disabled>' in form


def test_the_form_of_many_tracks(many):
    """A box for each group, none for each track: those are found by typing."""
    form = part_form(many, outcome_of(many, {"track": "Track 5", "group": "Track 9"}))

    assert 60 == form.count('name="group"')
    assert form.index("Track 9") < form.index("Track 0 and 1 more")
    assert '<input type="checkbox" name="track" value="Track 5" checked>' in form
    assert '<option value="Track 60">' in form


def test_titles_are_offered_in_bounds(many, published, monkeypatch):
    """Very many titles are not in the first answer: they wait at an address of their own."""
    few = to_html(title_options(published))
    monkeypatch.setattr("layouts.planner._MOST_TITLES", 100)
    empty = to_html(title_options(many))

    assert '<option value="Programmer" label="now Coder (5)"></option>' in few
    assert '<datalist id="titles" data-from="/titles"></datalist>' == empty
    assert 122 == to_html(all_titles(many)).count("<option")


def test_status_and_posts_of_tracks(framework, publish, texts_of):
    """The list tells both, the form only what is not agreed; a card tells them of its role."""
    desk, code, island = framework.tracks
    tracks = (replace(desk, status="draft", posts=12), replace(code, status="agreed"), island)
    roles = [replace(role, posts=0) if role.id == "keeper" else role for role in framework.roles]
    published = publish(framework, tracks=tracks, roles=tuple(roles))
    outcome = outcome_of(published, {})
    listed = texts_of(role_list(published, outcome))

    assert "Desk Draft, covers 12 posts Trainee (4)" in listed
    assert "Code Agreed Trainee (4)" in listed
    assert "Island Keeper (6)" in listed
    assert '> Desk <span class="quiet">draft</span></label>' in part_form(published, outcome)
    assert "> Code</label>" in part_form(published, outcome)
    about_trainee = texts_of(about(published.framework, published.framework.role("trainee")))
    assert "on Desk (draft) and Code" in about_trainee
    about_keeper = texts_of(about(published.framework, published.framework.role("keeper")))
    assert "posts" not in about_keeper
