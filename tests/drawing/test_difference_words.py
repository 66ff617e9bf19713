"""Differences read as plain sentences that name their subject, however long the texts are."""

from dataclasses import replace

import pytest

from jobtrack_viz.differences import Difference, differences
from jobtrack_viz.drawing.difference_groups import (
    ROW,
    as_groups,
    as_rows,
    in_one_sentence,
    sentences_of_role,
)
from jobtrack_viz.drawing.difference_words import sentence
from jobtrack_viz.drawing.text_changes import what_changed
from jobtrack_viz.model import Framework

ONE = {"before": ("dev",), "after": ("dev",), "tracks": ("Code",)}
DEV = Difference("role", "changed", "Developer (6)", **ONE)
LONG = "Plans the work of a team, agrees what comes first and tells everybody who waits for it."


OTHER = (
    "Keeps a list of what waits, asks each week what has become of it, and says so in the "
    "meeting that the whole team has on Fridays."
)


@pytest.mark.parametrize(
    ("difference", "words"),
    [
        (
            replace(DEV, piece="levels", detail="Creativity", was="Low", now="Medium"),
            "Developer (6): Creativity from Low to Medium.",
        ),
        (
            replace(DEV, piece="levels", detail="Creativity", was="", now="not required"),
            "Developer (6): Creativity from not stated to not required.",
        ),
        (
            replace(DEV, piece="title", was="Programmer", now="Developer"),
            "Programmer is now called Developer (6).",
        ),
        (
            replace(DEV, piece="grade", was="5", now="6"),
            "Developer (6): now grade 6, was grade 5.",
        ),
        (
            replace(DEV, piece="tracks", was="Desk", now="Desk\nCode"),
            "Developer (6): now also on Code.",
        ),
        (
            replace(DEV, piece="tracks", was="Desk", now="Code"),
            "Developer (6): now on Code, was on Desk.",
        ),
        (
            replace(DEV, piece="status", was="open", now="closed"),
            "Developer (6): status now no longer recruited to, was open.",
        ),
        (
            replace(DEV, kind="added", before=()),
            "Developer (6) is new, on Code.",
        ),
        (
            replace(DEV, kind="removed", after=()),
            "Developer (6) is removed; it was on Code.",
        ),
        (
            Difference("move", "added", "Developer (6) to Analyst (6)"),
            "Move Developer (6) to Analyst (6) is new.",
        ),
        (
            Difference("track", "order", "", now="Code\nDesk", was="Desk\nCode"),
            "Tracks are in another order: Code and Desk.",
        ),
        (
            Difference("scale", "changed", "", was="Low\nHigh", now="1\n2"),
            "The levels are now 1 and 2; they were Low and High.",
        ),
        (
            Difference("competency", "changed", "Tact", "statements", "Low", "Asks", ""),
            "Competency Tact: Low no longer stated, was “Asks”.",
        ),
    ],
)
def test_sentences(difference: Difference, words: str):
    """One plain sentence for each kind of difference."""
    assert words == sentence(difference)


@pytest.mark.parametrize(
    ("was", "now", "words"),
    [
        ("Asks", "Listens", "now “Listens”, was “Asks”"),
        (LONG, LONG.replace("first", "next"), "with “next” in place of “first”"),
        (LONG, f"{LONG} Reports.", "with “Reports.” added"),
        (LONG, LONG.replace(" for it", ""), "with “waits.” in place of “waits for it.”"),
        (f"{LONG}\nActs.", f"Acts.\n{LONG}", "in another order"),
        (f"{LONG}\nActs.", f"{LONG}\nActs.\nAsks.", "now also “Asks.”"),
        (f"{LONG}\n1\n2\n3", f"{LONG}\n4\n5", "reworded: 2 lines new and 3 lines gone"),
        (
            LONG,
            OTHER,
            "reworded, now “Keeps a list of what waits, asks each week what has become of it, and "
            "says so in the…”",
        ),
    ],
)
def test_texts(was: str, now: str, words: str):
    """Short texts in full; of long ones the words that differ, or how many lines do."""
    assert words == what_changed(was, now)


def test_groups_with_counts_and_a_limit():
    """A heading says how many there are; the last sentence how many are not shown."""
    levels = replace(DEV, piece="levels", detail="Tact", was="Low", now="High")
    found = [replace(levels, subject=f"R{i}", after=(f"r{i}",)) for i in range(50)]
    [group] = as_groups(found, most=3)

    assert "Levels (50)" == group.heading
    assert ("R0: Tact from Low to High.", "And 48 more.") == group.sentences[::2]
    assert "50 levels change in 50 roles." == in_one_sentence(found)
    assert "Nothing changes." == in_one_sentence([])


def test_levels_of_one_role():
    """Several levels of one role are one sentence, which tells the first of very many."""
    found = [replace(DEV, piece="levels", detail=f"C{i}", was="1", now="2") for i in range(8)]
    told = "C0 from 1 to 2; C1 from 1 to 2; C2 from 1 to 2; C3 from 1 to 2; C4 from 1 to 2"

    assert [("Levels (8)", (f"Developer (6): {told}; C5 from 1 to 2; and 2 levels more.",))] == [
        *as_groups(found)
    ]


def test_rows_hold_whole_texts():
    """A download has every text in full, in as many columns as there are headings."""
    level = replace(DEV, piece="levels", detail="Tact", was="Low", now="High")
    row, other = as_rows([replace(DEV, piece="hera_reviewed", was=LONG, now=LONG * 9), level])

    assert len(ROW) == len(row) == len(other)
    assert ("Facts of roles", "Changed", "Developer (6)", "HERA reviewed", LONG, LONG * 9) == row[
        :6
    ]
    assert ("Levels", "Changed", "Developer (6)", "Tact", "Low", "High", "Code") == other[:7]


def test_what_changed_for_this_role(framework: Framework):
    """A role's card does not repeat its name; a move names both ends."""
    roles = tuple(
        replace(role, title="Helper", levels=role.levels | {"Deciding": 3})
        if role.id == "adviser"
        else role
        for role in framework.roles
    )
    found = differences(framework, replace(framework, roles=roles, moves=framework.moves[:1]))

    assert (
        "It was called Adviser.",
        "Deciding from Low to High.",
        "Move Adviser (5) to Senior coder (6) is removed.",
    ) == sentences_of_role(found, "adviser")
