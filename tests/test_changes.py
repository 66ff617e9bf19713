"""What an upload adds, changes and removes is known before it takes the place of what was."""

from jobtrack_viz.changes import Consequences, consequences
from tests.sheets import LADDER, reading, sheet

BAKERS = sheet(
    "Bakers", ("Baker track", "Baker (3)", "Head Baker (5)"), ("Creativity", "Low", "High")
)
COOKS = sheet("Cooks", ("Cook track", "Cook (3)", "Chef (5)"), ("Creativity", "Low", "Med"))
BESIDE = (
    sheet("Moves", ("From", "To"), ("Head Baker", "Chef"), ("Baker", "Cook")),
    sheet(
        "Skills",
        ("Skill", "Role"),
        ("Ovens", "Head Baker"),
        ("Hygiene", "Head Baker; Chef"),
    ),
    sheet(
        "Case studies",
        ("Title", "From", "To", "Story", "Consent"),
        ("Up", "Baker", "Head Baker", "It went well", "yes"),
    ),
    sheet("Job descriptions", ("Role", "Section", "Text"), ("Head Baker", "Summary", "Bakes")),
)


def framework(*sheets):
    """The framework of these sheets and a ladder."""
    made = reading(sheet("Ladder", *LADDER), *sheets).framework
    assert made is not None
    return made


def ids(roles):
    """The roles' ids."""
    return [role.id for role in roles]


def test_nothing_follows_from_the_same():
    """A framework in its own place changes nothing."""
    same = framework(BAKERS, COOKS, *BESIDE)

    assert Consequences() == consequences(same, same)


def test_what_goes_with_a_role():
    """A role that goes takes its moves, stories, documents and its own skills along."""
    found = consequences(
        framework(BAKERS, COOKS, *BESIDE),
        framework(sheet("Bakers", ("Baker track", "Baker (3)"), ("Creativity", "Low")), COOKS),
    )

    assert ["head-baker"] == ids(found.roles_removed)
    assert ["Baker"] == list(found.tracks_changed)
    assert [("head-baker", "chef")] == [(move.source, move.target) for move in found.moves]
    assert ["Ovens"] == [skill.name for skill in found.skills]
    assert ["Up"] == [story.title for story in found.stories]
    assert ["head-baker"] == [text.role for text in found.descriptions]
    assert ([], []) == (ids(found.roles_added), ids(found.roles_changed))


def test_tracks_and_roles_that_come_and_go():
    """Another track in the place of one: its roles come, the other's go."""
    found = consequences(framework(BAKERS), framework(COOKS))

    assert (("Cook",), ("Baker",)) == (found.tracks_added, found.tracks_removed)
    assert ["cook", "chef"] == ids(found.roles_added)
    assert ["baker", "head-baker"] == ids(found.roles_removed)


def test_a_track_under_another_name():
    """It has changed; neither it nor its roles have come or gone."""
    other = sheet(
        "Bakery", ("Bakery track", "Baker (3)", "Head Baker (5)"), ("Creativity", "Low", "High")
    )
    found = consequences(framework(BAKERS, COOKS), framework(other, COOKS))

    assert ((), ("Bakery",), ()) == (found.tracks_added, found.tracks_changed, found.tracks_removed)
    assert ((), ()) == (found.roles_added, found.roles_removed)


def test_a_changed_role_changes_its_tracks():
    """One level more is a changed role, and its track is named."""
    other = sheet(
        "Bakers", ("Baker track", "Baker (3)", "Head Baker (5)"), ("Creativity", "Med", "High")
    )
    found = consequences(framework(BAKERS, COOKS), framework(other, COOKS))

    assert (["baker"], ("Baker",)) == (ids(found.roles_changed), found.tracks_changed)


def test_a_role_with_another_grade_is_the_same_role():
    """A regraded role keeps its id, so it is changed, and not removed and added."""
    other = sheet(
        "Bakers", ("Baker track", "Baker (4)", "Head Baker (5)"), ("Creativity", "Low", "High")
    )
    found = consequences(framework(BAKERS), framework(other))

    assert (["baker"], [], []) == tuple(
        map(ids, (found.roles_changed, found.roles_added, found.roles_removed))
    )


def test_a_role_whose_id_changes_is_the_same_role():
    """A second role of that title changes an id; title and grade tell that nothing else does."""
    found = consequences(
        framework(BAKERS),
        framework(BAKERS, sheet("Cooks", ("Cook track", "Baker (4)"), ("Creativity", "Low"))),
    )

    assert {"baker": "baker-3"} == found.renamed
    assert (["baker-4"], [], ()) == (
        ids(found.roles_added),
        ids(found.roles_changed),
        found.tracks_changed,
    )
