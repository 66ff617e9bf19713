"""The map as text says everything that the map shows; expected words are written by hand."""

from dataclasses import replace
from pathlib import Path

import pytest

from jobtrack_viz.drawing.sentences import Sentence
from jobtrack_viz.drawing.words import StopInWords, map_in_words
from jobtrack_viz.model import Framework, Move, Role, Track
from jobtrack_viz.network import build_network
from jobtrack_viz.workbook import read_workbook
from tools.networks import generated

ROOT = Path(__file__).resolve().parents[2]


def sample() -> Framework:
    """The sample workbook's framework."""
    return read_workbook((ROOT / "data" / "sample.xlsx").read_bytes()).framework


def middle() -> Framework:
    """40 tracks, 296 roles and 120 moves drawn by lot."""
    return generated("middle")


def said(*sentences: Sentence) -> list[str]:
    """Sentences as a reader meets them."""
    return ["".join(str(part) for part in sentence) for sentence in sentences]


def told(framework: Framework) -> list[str]:
    """The whole text, a line for each station, as somebody would type it."""
    text = map_in_words(build_network(framework))
    lines = [*text.counts]
    for line in text.lines:
        lines.append(" ".join((f"{line.track}:", *line.facts)))
        lines += [_station(stop) for stop in line.stops]
    return lines + [_station(stop) for stop in text.without_track]


def _station(stop: StopInWords) -> str:
    name = ", ".join(part for part in (stop.title, stop.grade) if part)
    parts = [f"- {name}.", *said(*stop.facts), stop.summary, *said(*stop.moves)]
    return " ".join(part for part in parts if part)


def test_a_whole_map(framework):
    """Every track with every role, its neighbours on other tracks, its state and its moves."""
    assert told(framework) == [
        "3 tracks",
        "6 roles",
        "1 role shared by tracks",
        "1 role planned",
        "1 role no longer recruited to",
        "3 grades",
        "2 moves besides the progressions along tracks",
        "Desk: 3 roles, from grade 4 to grade 6.",
        "- Trainee, grade 4. Shared with Code.",
        "- Adviser, grade 5. Transfer to Coder (5), on Code; open both ways. "
        "Move up to Senior coder (6), on Code.",
        "- Desk lead, grade 6. No longer recruited to.",
        "Code: 3 roles, from grade 4 to grade 6.",
        "- Trainee, grade 4. Shared with Desk.",
        "- Coder, grade 5. Transfer to Adviser (5), on Desk; open both ways.",
        "- Senior coder, grade 6. Shapes <b>systems</b>. Move up from Adviser (5).",
        "Island: 1 role, grade 6.",
        "- Keeper, grade 6. Planned.",
    ]


def test_codes_of_lines(framework):
    """What the map writes on a line is told beside the track's name."""
    lines = map_in_words(build_network(framework), {"Desk": "DE"}).lines

    assert [line.facts for line in lines[:2]] == [
        ("3 roles, from grade 4 to grade 6.", "DE on the map."),
        ("3 roles, from grade 4 to grade 6.",),
    ]


def test_forks_and_spans(framework):
    """A track that is not one plain line says at each role where it leads."""
    roles = (
        Role("a", "A", "4", 0.0, ("Tree",), {}, posts=1),
        Role("b", "B", "4/5", 0.5, ("Tree",), {}),
        Role("c", "C", "6", 2.0, ("Tree",), {}),
        Role("d", "D", "6", 2.0, ("Tree",), {}),
        Role("e", "E", None, None, ("Tree",), {}),
    )
    tracks = (Track("Tree", ("d", "e", "c", "b", "a"), group="Wood", status="draft", posts=1016),)
    moves = (Move("c", "d", "secondment"),)
    changed = replace(framework, tracks=tracks, roles=roles, moves=moves)

    assert told(changed)[5:] == [
        "Tree: 5 roles, from grade 4 to grade 6. This track is a draft. Covers 1,016 posts. "
        "Group: Wood.",
        "- A, grade 4. Covers 1 post. Goes on to B (4/5).",
        "- B, grades 4 and 5. From here the track forks: to D (6) and to C (6).",
        "- D, grade 6. A branch of the track ends here. Secondment from C (6).",
        "- C, grade 6. A branch of the track ends here. Secondment to D (6), on Tree.",
        "- E, grade not stated. No progression from or to here is described.",
    ]


def test_branches_that_meet(framework):
    """Two ways into a role are told at the role where they meet."""
    roles = (
        Role("a", "A", "4", 0.0, ("Two",), {}),
        Role("b", "B", "4", 0.0, ("Two",), {}),
        Role("c", "C", "5", 1.0, ("Two",), {}),
    )
    tracks = (Track("Two", ("a", "b", "c")),)
    changed = replace(framework, tracks=tracks, roles=roles, moves=())

    assert told(changed)[4:] == [
        "- A, grade 4. Goes on to C (5).",
        "- B, grade 4. A branch of the track begins here. Goes on to C (5).",
        "- C, grade 5. Branches of the track meet here: from A (4) and from B (4).",
    ]


def test_no_grades_and_no_tracks(framework):
    """Roles alone are still a text."""
    roles = (Role("a", "A", None, None, (), {}), Role("b", "B", None, None, (), {}))
    moves = (Move("a", "b", "regrade"),)
    changed = replace(framework, grades=(), tracks=(), roles=roles, moves=moves)

    assert told(changed) == [
        "2 roles",
        "no grades stated",
        "1 move besides the progressions along tracks",
        "- A. Regrade to B.",
        "- B. Regrade from A.",
    ]


def test_a_crowd_is_told_at_once(framework):
    """Of many roles without a progression the track says how many they are; no role repeats it."""
    roles = tuple(Role(i, i.upper(), "5", 1.0, ("Crew",), {}) for i in "abcde")
    lead = Role("z", "Z", "4", 0.0, ("Crew",), {})
    tracks = (Track("Crew", ("z", *"abcde")),)
    changed = replace(framework, tracks=tracks, roles=(lead, *roles), moves=())

    assert told(changed)[3:6] == [
        "Crew: 6 roles, from grade 4 to grade 5. "
        "No progression from or to any of them is described.",
        "- Z, grade 4.",
        "- A, grade 5.",
    ]


@pytest.mark.parametrize("framework_of", [sample, middle])
def test_nothing_is_left_out(framework_of):
    """Every track, every role on every track, and every move at both its ends."""
    framework = framework_of()
    text = map_in_words(build_network(framework))
    stops = {line.track: {stop.role_id for stop in line.stops} for line in text.lines}
    by_role = {stop.role_id: stop for line in text.lines for stop in line.stops}
    named = {
        role_id: {part.id for move in stop.moves for part in move if not isinstance(part, str)}
        for role_id, stop in by_role.items()
    }
    left_out = [
        move
        for move in framework.moves
        if move.kind != "progression"
        and (move.target not in named[move.source] or move.source not in named[move.target])
    ]

    assert stops == {track.name: set(track.roles) for track in framework.tracks}
    assert {role.id: role.title for role in framework.roles} == {
        role_id: stop.title for role_id, stop in by_role.items()
    }
    assert left_out == []
