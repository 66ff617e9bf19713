"""Two frameworks differ by exactly what was edited, forwards and backwards."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import combinations
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jobtrack_viz.canonical import from_json, to_json
from jobtrack_viz.differences import (
    GROUPS,
    Difference,
    Group,
    changed_roles,
    differences,
    of_role,
)
from jobtrack_viz.drawing.difference_words import HEADINGS, sentence
from jobtrack_viz.model import Framework
from tests.differences.edits import EDITS

MIRRORED = {"added": "removed", "removed": "added"}
FOLLOWS = {"Grade.rank", "Role.rank", "LevelProfile.ranks"}
"""Fields that follow from the order of grades, which is told instead."""
OF_TEXTS = {"aliases", "level_names"}
"""Lists that are empty everywhere in the small framework, and hold texts."""
REFERENCES = {"id", "role", "roles", "tracks", "source", "target", "competency"}
"""Fields that name another value; single edits change them."""


def said(difference: Difference) -> tuple[str, ...]:
    """What a difference says, without whom it concerns."""
    return (
        difference.area,
        difference.kind,
        difference.subject,
        difference.piece,
        difference.detail,
        difference.was,
        difference.now,
    )


def turned(difference: Difference) -> tuple[object, ...]:
    """What it must be called seen from the other side; names may differ."""
    kind = MIRRORED.get(difference.kind, difference.kind)
    return kind, *seen(difference)[1:3], *seen(difference)[:2:-1]


def seen(d: Difference) -> tuple[object, ...]:
    """Kind, area and piece; then what turns around: texts, except names, and roles."""
    names = d.kind == "order" or d.piece in ("roles", "tracks")
    was, now = ("", "") if names else (d.was, d.now)
    return d.kind, d.area, d.piece, (was, d.before), (now, d.after)


@pytest.mark.parametrize("name", EDITS)
def test_one_edit(whole: Framework, name: str):
    """One edit is one difference, which names it."""
    edit = EDITS[name]

    assert [edit.said] == [said(found) for found in differences(whole, edit.do(whole))]


def test_any_two_edits(whole: Framework):
    """Two edits of different kinds of things are those two differences."""
    apart = {name: edit for name, edit in EDITS.items() if name not in ("role removed", "id")}
    # Every fourth pair: all of them say no more.
    for (one, first), (other, second) in [*combinations(apart.items(), 2)][::4]:
        if first.said[0] != second.said[0]:
            found = differences(whole, second.do(first.do(whole)))
            expected = Counter([first.said[:2], second.said[:2]])

            assert (one, other, expected) == (
                one,
                other,
                Counter((found.area, found.kind) for found in found),
            )


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.sets(st.sampled_from(sorted(EDITS)), max_size=4),
    st.sets(st.sampled_from(sorted(EDITS)), max_size=4),
)
def test_forwards_and_backwards(whole: Framework, one: set[str], other: set[str]):
    """What came goes, what was is, and nothing differs exactly if the frameworks are equal."""
    before, after = made(whole, one), made(whole, other)
    there, back = differences(before, after), differences(after, before)

    assert (before == after) == (not there)
    assert Counter(map(seen, there)) == Counter(map(turned, back))


def test_every_field_is_told(whole: Framework):
    """Another text, figure or sign in any field is a difference of that thing, not of the rest."""
    silent = []
    for name, changed in other_fields(whole):
        found = differences(whole, changed)
        follows = name in FOLLOWS
        if not found or (found[0].area == "framework") != follows:
            silent.append((name, found))

    assert [] == silent


def test_what_concerns_a_role(whole: Framework):
    """A role's own changes, its moves and its skills; those of others are not among them."""
    after = made(whole, {"level", "move removed", "skill of more", "grade named", "status"})
    found = differences(whole, after)

    assert ["levels", "", "tracks"] == [d.piece for d in of_role(found, "adviser")]
    assert {"adviser", "senior-coder", "coder", "trainee", "desk-lead"} == set(changed_roles(found))
    assert () == of_role(found, "keeper")


def test_kept_and_read_again(whole: Framework):
    """The store keeps differences as they are."""
    found = differences(whole, made(whole, set(EDITS) - {"role removed", "id"}))

    assert found == from_json(to_json(found), tuple[Difference, ...])


def test_every_group_has_a_heading(whole: Framework):
    """Groups are read in one order and each has its words."""
    assert set(GROUPS) == set(HEADINGS) == set(get_args(Group))
    assert all(
        sentence(d).endswith(".") for e in EDITS.values() for d in differences(whole, e.do(whole))
    )


def other_fields(whole: Framework) -> Iterator[tuple[str, Framework]]:
    """For each field of each kind of value, the framework with another text or sign in it."""
    done = set()
    for change in _others(whole):
        name, made = change
        if name not in done and name.split(".")[1] not in REFERENCES:
            done.add(name)
            yield name, made


def _others(value: Any) -> Iterator[tuple[str, Any]]:
    """(type and field, value with that field changed) for all fields, those within too."""
    for field in fields(value):
        held = getattr(value, field.name)
        inner = held if isinstance(held, tuple) else (held,)
        for i, item in enumerate(inner):
            for name, other in _others(item) if is_dataclass(item) else ():
                many = (*inner[:i], other, *inner[i + 1 :])
                changed = many if isinstance(held, tuple) else other
                yield name, replace(value, **{field.name: changed})
        if not any(map(is_dataclass, inner)) and (held != () or field.name in OF_TEXTS):
            name = f"{type(value).__name__}.{field.name}"
            yield name, replace(value, **{field.name: _other(held)})


def _other(held: Any) -> Any:
    if isinstance(held, bool) or held is None:
        return not held
    if isinstance(held, str):
        return f"{held} more"
    if isinstance(held, tuple):
        return (*held[:-1], _other(held[-1])) if held else ("more", "", "")
    return {**held, "Deciding": 3} if isinstance(held, dict) else held + 1


def made(whole: Framework, names: set[str]) -> Framework:
    """The framework after these edits, in the order in which they are listed."""
    for name, edit in EDITS.items():
        if name in names and not (name == "level" and "role removed" in names):
            whole = edit.do(whole)
    return whole
