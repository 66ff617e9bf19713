"""The planner's further wishes: what can be asked, what is set, and what could not be taken."""

import re
from dataclasses import replace
from urllib.parse import parse_qs

import pytest

from jobtrack_viz.model import Track
from jobtrack_viz.views import MOST_TRACKS
from layouts.answer import result
from layouts.markup import to_html
from layouts.no_way import no_way
from layouts.outcome import outcome_of
from layouts.part_form import part_form
from layouts.planner import planner, swap_address
from layouts.wishes import answers, in_force, track_options, unfit

MANAGER = "desk-lead"


@pytest.fixture
def form(published):
    """The planner as HTML for an address."""

    def html(address=""):
        return to_html(planner(published, outcome_of(published, parse_qs(address))))

    return html


@pytest.fixture
def chips(published):
    """What is set and the address without it, for each wish of an address."""

    def found(address):
        parts = in_force(published, outcome_of(published, parse_qs(address)))
        items = parts[0]["props"]["children"] if parts else []
        links = [item["props"]["children"]["props"] for item in items]
        return {link["children"][1]: link["href"] for link in links}

    return found


def told(published, texts_of, address):
    """What is said of wishes that could not be taken."""
    return texts_of(list(unfit(published, outcome_of(published, parse_qs(address)))))


def test_the_further_wishes_are_behind_one_line(form):
    """Closed, also while something is set: that stands below the line."""
    assert '<details class="further"><summary id="further">Via, avoid and more' in form()
    assert '<details class="further">' in form("start=trainee&goal=coder&avoid=Desk")


def test_an_unclear_role_on_the_way_opens_them(form):
    """The text is shown where it can be corrected."""
    page = form("start=trainee&goal=coder&via=officer")

    assert '<details class="further" open>' in page
    assert re.search(r'<input value="officer"[^>]* id="via"', page)


def test_an_unclear_role_on_the_way_is_asked_back(published):
    """Each role that it can mean is offered as a stop, after those that are clear."""
    address = parse_qs("start=trainee&goal=senior-coder&via=adviser&via=officer")
    page = to_html(result(published, outcome_of(published, address)))

    assert "“officer” can mean several roles" in page
    assert 'href="?start=trainee&amp;goal=senior-coder&amp;via=adviser&amp;via=coder"' in page


def test_what_is_set_goes_with_one_click(chips):
    """Every wish is named, and its link leads to the same question without it alone."""
    address = "start=trainee&goal=senior-coder&via=adviser&via=coder&avoid=Desk&people=no&down=1"

    assert chips(address) == {
        "via Adviser (5)": "?" + address.replace("&via=adviser", ""),
        "via Coder (5)": "?" + address.replace("&via=coder", ""),
        "avoid Desk": "?" + address.replace("&avoid=Desk", ""),
        "no roles that manage people": "?" + address.replace("&people=no", ""),
        "a move down is allowed": "?" + address.replace("&down=1", ""),
    }


def test_nothing_set(published):
    """No empty list."""
    assert [] == in_force(published, outcome_of(published, {"start": "trainee"}))


def test_a_form_without_script_keeps_what_is_set(form):
    """Stops in their order, tracks, and the part of the map that is shown."""
    page = form("start=trainee&goal=senior-coder&via=coder&via=adviser&avoid=Island&track=Desk")
    kept = '<select name="{}" hidden><option value="{}">'

    places = [
        page.index(kept.format(*pair))
        for pair in (("via", "coder"), ("via", "adviser"), ("avoid", "Island"), ("track", "Desk"))
    ]
    assert places == sorted(places)


def test_swap_passes_the_stops_the_other_way_round(published):
    """From B to A the last stop comes first."""
    address = parse_qs("start=trainee&goal=senior-coder&via=adviser&via=coder")

    assert "?start=senior-coder&goal=trainee&via=coder&via=adviser" == swap_address(
        outcome_of(published, address)
    )


def questions(version):
    """The names of the questions that the form asks."""
    page = to_html(planner(version, outcome_of(version, {})))
    return re.findall(r'<label class="choose"><span>[^<]*</span><select id="(\w+)"', page)


def test_only_wishes_that_can_make_a_difference(publish, framework):
    """No question about managers, grades or undescribed moves where there are none."""
    managed = tuple(replace(r, manages_people=r.id == MANAGER) for r in framework.roles)
    alike = tuple(replace(r, rank=0.0) for r in framework.roles)
    bare = tuple(replace(r, levels={}) for r in framework.roles)

    assert ["down", "possible"] == questions(publish(framework))
    assert ["people", "down", "possible"] == questions(publish(framework, roles=managed))
    assert ["possible"] == questions(publish(framework, roles=alike))
    assert ["down"] == questions(publish(framework, roles=bare))
    assert ["down"] == questions(publish(framework, moves=()))


def test_the_answers_that_are_wished(published):
    """The second answer is the wish."""
    outcome = outcome_of(published, {"start": "trainee", "down": ["1"]})

    assert [
        '<option value="">fine</option><option value="no">avoid</option>',
        '<option value="">avoid</option><option value="1" selected>allow</option>',
        '<option value="">do not count</option><option value="1">count</option>',
    ] == [to_html(pair) for pair in answers(outcome)]


def test_a_single_track_cannot_be_avoided(publish, framework):
    """No search for tracks, and no list of them."""
    ids = tuple(role.id for role in framework.roles)
    roles = tuple(replace(role, tracks=("All",)) for role in framework.roles)
    version = publish(framework, tracks=(Track("All", ids),), roles=roles, skills=())
    page = to_html(planner(version, outcome_of(version, {})))

    assert 'class="field" hidden><label for="avoid"' in page
    assert track_options(version) == ""


def test_names_of_tracks_are_offered(published):
    """Those of the workbook."""
    assert (
        '<datalist id="tracks"><option value="Desk"></option><option value="Code"></option>'
        '<option value="Island"></option></datalist>' == to_html(track_options(published))
    )


def test_wishes_are_text(publish, framework):
    """The name of a track is never markup."""
    wicked = '"><b>&track'
    tracks = tuple(replace(t, name=wicked) if t.name == "Island" else t for t in framework.tracks)
    roles = tuple(replace(r, tracks=(wicked,)) if r.id == "keeper" else r for r in framework.roles)
    version = publish(framework, tracks=tracks, roles=roles)
    outcome = outcome_of(version, {"start": "trainee", "goal": "coder", "avoid": [wicked]})
    page = to_html([planner(version, outcome), track_options(version)])

    assert "<b>" not in page
    assert "avoid &quot;&gt;&lt;b&gt;&amp;track" in page or 'avoid "&gt;&lt;b&gt;&amp;track' in page
    assert outcome.wishes.avoid == (wicked,)


def test_an_end_is_not_on_the_way(published, texts_of):
    """Said kindly, since every journey passes it."""
    assert "Coder (5) is an end of your journey, so every journey passes it anyway." == told(
        published, texts_of, "start=trainee&goal=coder&via=coder"
    )


def test_an_unknown_track(published, texts_of):
    """The nearest is offered; nothing where none is near."""
    page = to_html(
        list(unfit(published, outcome_of(published, parse_qs("start=trainee&avoid=Dest"))))
    )

    assert "This map has no track “Dest”. Avoid " in page
    assert '<a href="?start=trainee&amp;avoid=Desk">Desk</a>?' in page
    assert "This map has no track “qqq”." == told(published, texts_of, "start=trainee&avoid=qqq")


def test_named_roles_on_avoided_tracks_alone(published, texts_of):
    """Goal and stops are reached all the same, and it is said."""
    all_the_same = ", which you avoid. Since you named it, every journey goes there all the same."

    assert f"Senior coder (6) is on Code{all_the_same}" == told(
        published, texts_of, "start=trainee&goal=senior-coder&avoid=Code"
    )
    assert f"Adviser (5) is on Desk{all_the_same}" == told(
        published, texts_of, "start=trainee&goal=senior-coder&via=adviser&avoid=Desk"
    )


def test_too_many_stops(published, texts_of):
    """Five are passed, the sixth is named."""
    address = "start=trainee&" + "&".join(f"via=v{i}" for i in range(7))

    assert "A journey can pass at most 5 roles that you name; “v5” is one too many." == told(
        published, texts_of, address
    )


@pytest.fixture
def no_way_words(published, texts_of):
    """What is said where wishes leave no journey."""

    def words(address):
        found = list(no_way(published, outcome_of(published, parse_qs(address))))
        return texts_of(found), to_html(found)

    return words


def test_the_wish_that_is_in_the_way(no_way_words):
    """It is named, and one link leads to the journey without it."""
    words, page = no_way_words("start=trainee&goal=desk-lead&avoid=Desk&avoid=Island")

    assert "No described way from Trainee (4) to Desk lead (6) avoids Desk." in words
    assert "Show 1 journey that may use Desk" in words
    assert "Show 1 journey with moves that nobody has described" in words
    assert 'href="?start=trainee&amp;goal=desk-lead&amp;avoid=Island"' in page
    assert (
        'href="?start=trainee&amp;goal=desk-lead&amp;avoid=Desk&amp;avoid=Island&amp;possible=1"'
        in page
    )


def test_a_stop_that_shuts_out(no_way_words):
    """The role is named; so is the way with a move down."""
    words, _ = no_way_words("start=trainee&goal=senior-coder&via=desk-lead")

    assert "No described way from Trainee (4) to Senior coder (6) passes Desk lead (6)" in words
    assert "Show 1 journey that need not pass Desk lead (6)" in words


def test_wishes_that_shut_out_together(no_way_words):
    """All of them are given up at once."""
    words, page = no_way_words("start=trainee&goal=senior-coder&via=keeper&via=desk-lead&down=1")

    assert "fits all that you wish" in words
    assert "without these wishes" in words
    assert 'href="?start=trainee&amp;goal=senior-coder&amp;down=1"' in page


def test_no_way_at_all(no_way_words):
    """No wish is blamed where none is in the way."""
    words, _ = no_way_words("start=keeper&goal=trainee&avoid=Island")

    assert "No one has described a way from Keeper (6) to Trainee (4)." in words
    assert "Talk to your manager or hr@example.org" in words


def test_very_many_tracks_are_offered_once(publish, framework):
    """Beyond what a list of boxes shows, the other form has their names; the page repeats none."""
    names = [f"Track {number}" for number in range(MOST_TRACKS + 1)]
    tracks = (*framework.tracks, *(Track(name, ("keeper",)) for name in names))
    roles = tuple(
        replace(role, tracks=("Island", *names)) if role.id == "keeper" else role
        for role in framework.roles
    )
    version = publish(framework, tracks=tracks, roles=roles)

    assert track_options(version) == ""
    assert 1 == part_form(version, outcome_of(version, {})).count('<datalist id="tracks">')
