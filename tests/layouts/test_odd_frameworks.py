"""Pages of frameworks unlike the sample say what is there, and stay short."""

import re
from functools import cache

from jobtrack_viz.atlas import Published
from jobtrack_viz.network import build_network
from jobtrack_viz.views import Views
from jobtrack_viz.workbook import read_workbook
from layouts import moves
from layouts.answer import detail, result
from layouts.outcome import outcome_of
from layouts.part_form import part_form
from layouts.role_list import role_list
from layouts.text_page import text_page
from layouts.whereabouts import shown_part
from tests.metro.frameworks import framework
from tools.odd_frameworks import BOOKS, workbook


@cache
def published(name):
    """The map of a workbook."""
    made = read_workbook(workbook(BOOKS[name]())).framework
    network = build_network(made)
    return Published(name, made, network, Views(network))


def test_without_grades_nothing_speaks_of_them(texts_of):
    """No role is told to lack a grade, and no choice of grades is offered."""
    here = published("no grades")
    told = texts_of(text_page(here))

    assert "no grades stated Each track is told in the workbook’s order." in told
    assert "grade not stated" not in told
    assert "<select" not in part_form(here, outcome_of(here, {}))


def test_a_crowd_is_told_and_listed(texts_of):
    """Eighty-one consultants are on the page, and their lack of progressions is told once."""
    here = published("crowded")
    told = texts_of(text_page(here))

    assert 1 == told.count("No progression from or to 80 of them is described.")
    assert 81 == texts_of(role_list(here, outcome_of(here, {}))).count("Consultant in")


def test_very_sparse_roles_compare_in_few_lines(texts_of):
    """Of 188 competencies the page names those of the two roles, and no other."""
    here = published("sparse")
    roles = {role.id: role for role in here.framework.roles}
    outcome = outcome_of(here, {"start": "algebra-assistant", "goal": "algebra-manager"})
    words = texts_of(detail(here, outcome))
    stated = {
        name
        for end in outcome.journey.stops[:: len(outcome.journey.stops) - 1]
        for name in roles[end].levels
    }

    assert stated == {c.name for c in here.framework.competencies if c.name in words}
    assert len(stated) < 20


def test_a_card_shows_the_nearest_possible_moves(texts_of, monkeypatch):
    """Of eleven moves that nobody described, the card shows as many as it may and counts the rest.

    Those on the same level come before those that ask for more.
    """
    monkeypatch.setattr(moves, "_MOST_POSSIBLE", 4)
    here = published("letters")
    outcome = outcome_of(here, {"start": "lawns-officer"})
    words = texts_of(result(here, outcome))
    more = [int(n) for n in re.findall(r"Possible .*? (\d+|no) levels? more", words) if n != "no"]

    assert sorted(more) == more
    assert 4 == words.count("Nobody has described this move.")
    assert "7 more possible moves, which nobody has described." in words


def test_tracks_without_groups_are_not_called_groups(texts_of):
    """An overview of single tracks offers tracks."""
    lines = {
        f"T{t}": " ".join(f"r{'x' * t}y{'z' * i}{3 + i % 7}" for i in range(30)) for t in range(21)
    }
    made = framework(lines)
    network = build_network(made)
    here = Published("few", made, network, Views(network))
    outcome = outcome_of(here, {})
    words = texts_of([shown_part(here, outcome), role_list(here, outcome)])

    assert "21 tracks with 630 roles, as an overview. Choose a track to open it" in words
    assert "All tracks T0 30 roles" in words
