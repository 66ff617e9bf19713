"""Three-way merging: what the editor changed goes onto what others published meanwhile."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from jobtrack_viz.canonical import framework_json
from jobtrack_viz.merge import merged, settle
from tests.sheets import reading, sheet

LADDER = (
    ("Competency", "Group", "Definition", "Low", "Medium", "High"),
    ("Tact", "", "", "Is kind", "Is patient", "Calms others"),
    ("Craft", "", "", "Follows", "Adapts", "Invents"),
)


@pytest.fixture
def base():
    """Two tracks, four roles, a move, a skill, a document."""
    return read()


def read(**other):
    """The framework of the sheets, some of them with other rows."""
    rows = {
        "Developer": (
            ("Developer track", "Coder (5)", "Lead (7)"),
            ("Tact", "Low", "High"),
            ("Craft", "Medium", "High"),
        ),
        "Desk": (("Desk track", "Helper (4)", "Keeper (5)"), ("Tact", "Medium", "High")),
        "Ladder": LADDER,
        "Roles": (
            ("Role", "Grade", "Track", "Also known as", "Summary", "ID"),
            ("Coder", 5, "Developer", "Programmer", "Writes.", "coder"),
            ("Lead", 7, "Developer", None, "Leads.", "lead"),
            ("Helper", 4, "Desk", None, "Helps.", "helper"),
            ("Keeper", 5, "Desk", None, None, "keeper"),
        ),
        "Moves": (("From", "To", "Kind", "How it happens"), ("helper", "coder", "step up", "Ask.")),
        "Skills": (("Skill", "Track", "Kind"), ("Patching", "Desk", "essential")),
        "Job descriptions": (("Role", "Section", "Text"), ("helper", "Duties", "Answer.")),
    }
    found = reading(*(sheet(name, *(other.get(name) or body)) for name, body in rows.items()))
    assert found.framework is not None, found.problems
    return found.framework


def with_role(framework, role_id, **fields):
    """The framework with some fields of a role changed."""
    levels = fields.pop("levels", {})
    roles = [
        replace(role, levels=MappingProxyType({**role.levels, **levels}), **fields)
        if role.id == role_id
        else role
        for role in framework.roles
    ]
    return replace(framework, roles=tuple(roles))


def without_roles(framework, *ids):
    """The framework without some roles and all that names them."""
    return replace(
        framework,
        roles=tuple(role for role in framework.roles if role.id not in ids),
        tracks=tuple(
            replace(track, roles=tuple(r for r in track.roles if r not in ids))
            for track in framework.tracks
        ),
        moves=tuple(m for m in framework.moves if not {m.source, m.target} & set(ids)),
        descriptions=tuple(d for d in framework.descriptions if d.role not in ids),
    )


def said(changes):
    """Changes as (sheet, thing, field, what it was, what the copy says, what stands)."""
    return [(c.area, c.subject, c.what, c.base, c.edited, c.current) for c in changes]


def test_nobody_else_published(base):
    """Then the copy is what comes of it, exactly."""
    edited = with_role(base, "coder", summary="Writes software.")

    assert edited == merged(base, edited, base).framework


def test_both_changed_different_cells(base):
    """Each cell is as its own editor left it, and what others changed is told."""
    edited = with_role(base, "coder", levels={"Tact": 3}, title="Engineer")
    current = with_role(base, "coder", levels={"Craft": 3}, summary="Writes software.")
    merge = merged(base, edited, current)
    role = merge.framework.role("coder")

    assert () == merge.conflicts
    assert ("Engineer", "Writes software.") == (role.title, role.summary)
    assert {"Tact": 3, "Craft": 3} == dict(role.levels)
    assert [
        ("Roles", "Coder (5)", "Summary", "Writes.", "Writes.", "Writes software."),
        ("Levels", "Coder (5)", "Craft", "Medium", "Medium", "High"),
    ] == said(merge.kept)


def test_both_changed_one_cell(base):
    """The published level stands until somebody settles it."""
    edited = with_role(base, "coder", levels={"Tact": 2})
    current = with_role(base, "coder", levels={"Tact": 0})
    merge = merged(base, edited, current)
    settled = settle(base, edited, current, {merge.conflicts[0].key: "edited"})

    assert [("Levels", "Coder (5)", "Tact", "Low", "Medium", "not required")] == said(
        merge.conflicts
    )
    assert current == merge.framework
    assert edited == settled.framework
    assert () == settled.conflicts
    assert current == settle(base, edited, current, {merge.conflicts[0].key: "current"}).framework


def test_both_changed_it_alike(base):
    """The same change on both sides is no conflict."""
    both = with_role(base, "coder", summary="Writes software.")

    assert ((), both) == (merged(base, both, both).conflicts, merged(base, both, both).framework)


def test_former_titles_are_merged_one_by_one(base):
    """One adds a former title, the other takes one away and adds another."""
    edited = with_role(base, "coder", aliases=("Programmer", "Hacker"))
    current = with_role(base, "coder", aliases=("Web Officer",))
    merge = merged(base, edited, current)

    assert ("Web Officer", "Hacker") == merge.framework.role("coder").aliases
    assert () == merge.conflicts


def test_a_removed_role_that_others_use(base):
    """It stays with all that belongs to it, and is asked about; settled, it goes with its move."""
    edited = without_roles(base, "helper")
    move = replace(base.moves[0], source="helper", target="lead", note="New.")
    current = replace(base, moves=(*base.moves, move))
    merge = merged(base, edited, current)
    settled = settle(base, edited, current, {merge.conflicts[0].key: "edited"})

    assert framework_json(current) == framework_json(merge.framework)
    assert [
        (
            "Roles",
            "Helper (4)",
            "",
            "as it was",
            "removed",
            "needed by Helper (4) to Lead (7) (Moves)",
        )
    ] == said(merge.conflicts)
    assert framework_json(edited) == framework_json(settled.framework)


def test_a_removed_role_that_others_changed(base):
    """The change stands, and all that the removal took along is there again."""
    current = with_role(base, "helper", summary="Helps everybody.")
    merge = merged(base, without_roles(base, "helper"), current)

    assert framework_json(current) == framework_json(merge.framework)
    assert ["helper"] == [conflict.role for conflict in merge.conflicts]


def test_a_use_of_what_others_removed(base):
    """The copy's new move waits until somebody wants the role back; then it is back as it was."""
    move = replace(base.moves[0], source="helper", target="lead", note="New.")
    edited = replace(base, moves=(*base.moves, move))
    current = without_roles(base, "helper")
    merge = merged(base, edited, current)
    settled = settle(base, edited, current, {merge.conflicts[0].key: "edited"})

    assert framework_json(current) == framework_json(merge.framework)
    assert 1 == len(merge.conflicts)
    assert framework_json(edited) == framework_json(settled.framework)


def test_a_new_level_and_a_new_role(base):
    """One puts a level between two others, the other adds a role: its levels keep their names."""
    ladder = tuple(
        (*row[:4], word, *row[4:]) for row, word in zip(LADDER, ("Fair", "", ""), strict=True)
    )
    edited = read(Ladder=ladder)
    desk = (
        ("Desk track", "Helper (4)", "Keeper (5)", "Boss (8)"),
        ("Tact", "Medium", "High", "High"),
    )
    merge = merged(base, edited, read(Desk=desk))
    framework = merge.framework

    assert ("Low", "Fair", "Medium", "High") == framework.scale
    assert ["High", "Medium"] == [
        framework.level_name(framework.role(role).levels["Tact"]) for role in ("boss", "helper")
    ]
    assert ["4", "5", "7", "8"] == [grade.label for grade in framework.grades]
    assert () == merge.conflicts


def test_a_role_that_one_renames(base):
    """A new title and a new track name meet new levels: it is one role on one track."""
    edited = read(
        Developer=(
            ("Software track", "Engineer (5)", "Lead (7)"),
            ("Tact", "Low", "High"),
            ("Craft", "Medium", "High"),
        ),
        Roles=(
            ("Role", "Grade", "Track", "Also known as", "Summary", "ID"),
            ("Engineer", 5, "Software", "Programmer", "Writes.", "coder"),
            ("Lead", 7, "Software", None, "Leads.", "lead"),
            ("Helper", 4, "Desk", None, "Helps.", "helper"),
            ("Keeper", 5, "Desk", None, None, "keeper"),
        ),
    )
    merge = merged(base, edited, with_role(base, "coder", levels={"Tact": 2}))
    role = merge.framework.role("coder")

    assert ("Engineer", ("Software",), 2) == (role.title, role.tracks, role.levels["Tact"])
    assert () == merge.conflicts
