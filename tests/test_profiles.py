"""Two levels side by side, topic by topic."""

import pytest

from jobtrack_viz.guidance import LevelProfile, ProfileText
from jobtrack_viz.profiles import compare_profiles, texts_by_use


def profile(level: str, *texts: tuple[str, str, str]) -> LevelProfile:
    """A level whose texts are (section, topic, lines separated by slashes)."""
    told = tuple(ProfileText(section, topic, tuple(x.split("/"))) for section, topic, x in texts)
    return LevelProfile(level, ("6",), ((0.0, 0.0),), texts=told)


LOW = profile(
    "Skilled",
    ("Experiences", "", "Works to a plan/Asks for help"),
    ("Behaviours", "Together", "Shares what they know"),
)
HIGH = profile(
    "Advanced",
    ("Behaviours", "together", "Shares  what they Know/Settles disagreements"),
    ("Experiences", "", "Sets the plan"),
    ("Development options", "On-the-job learning", "Deputise for a lead"),
)


def test_topic_by_topic():
    """The goal's order of sections; lines that only differ in spaces and case are kept."""
    compared = compare_profiles([LOW], [HIGH])

    assert [
        ("Behaviours", ("Shares what they know",), {"Settles disagreements"}),
        ("Experiences", ("Works to a plan", "Asks for help"), {"Sets the plan"}),
    ] == [(each.section, each.start, set(each.new)) for each in compared.expectations]
    assert (compared.new, compared.kept, compared.differ) == (2, 1, True)


def test_a_line_that_moves_to_another_section_is_not_new():
    """The start's level says it, wherever it stands."""
    moved = profile("Lead", ("Other", "", "Works to a plan"))

    assert compare_profiles([LOW], [moved]).new == 0


def test_what_only_the_start_has_comes_last():
    """Nothing of the start's level is lost."""
    compared = compare_profiles([LOW], [profile("Lead", ("Reach", "", "The whole place"))])

    assert ["Reach", "Experiences", "Behaviours"] == [e.section for e in compared.expectations]
    assert [(), ("Shares what they know",)] == [
        compared.expectations[0].start,
        compared.expectations[2].start,
    ]


def test_options_for_the_goals_level_stand_apart():
    """They are of the goal's level alone, and none is needed to stay."""
    assert ["Deputise for a lead"] == [
        line for text in compare_profiles([LOW], [HIGH]).towards for line in text.lines
    ]
    assert compare_profiles([HIGH], [HIGH]).towards == ()
    assert compare_profiles([HIGH], [LOW]).towards == ()


@pytest.mark.parametrize("sides", [([LOW], []), ([], [LOW]), ([LOW], [LOW]), ([], [])])
def test_levels_that_do_not_differ(sides):
    """One level alone, the same twice, or none."""
    assert not compare_profiles(*sides).differ


@pytest.mark.parametrize(
    ("section", "topic", "is_towards"),
    [
        ("Development options", "", True),
        ("Working towards this level", "Any", True),
        ("Personal and professional development", "", True),
        ("How to get there", "On the job", True),
        ("Software development", "", False),
        ("Behaviours", "Working with others", False),
        ("Developing others", "", False),
    ],
)
def test_which_sections_are_about_working_towards_a_level(section, topic, is_towards):
    """By the section's name, or by a way to learn among its topics."""
    expected, towards = texts_by_use([profile("Lead", (section, topic, "Something"))])

    assert (len(expected), len(towards)) == ((0, 1) if is_towards else (1, 0))


def test_a_whole_section_is_about_working_towards_a_level():
    """Topics of one section are not torn apart."""
    level = profile(
        "Lead",
        ("Growing", "With others", "Ask somebody"),
        ("Growing", "Formal training", "A course"),
    )

    assert len(texts_by_use([level])[1]) == 2


def test_topics_without_a_text():
    """They are lines of their section."""
    told = (
        ProfileText("Skills", "Planning", ()),
        ProfileText("Skills", "Writing", ()),
        ProfileText("Skills", "Speaking", ("To a room",)),
    )
    expected, _ = texts_by_use([LevelProfile("Lead", (), (), texts=told)])

    assert [("", ("Planning", "Writing")), ("Speaking", ("To a room",))] == [
        (text.topic, text.lines) for text in expected
    ]


def test_example_titles_are_not_counted():
    """They are shown, but nobody has to meet them."""
    titled = profile("Lead", ("Example job titles", "", "Head of Desk"), ("Reach", "", "All of it"))
    compared = compare_profiles([LOW], [titled])

    assert ("Head of Desk",) == compared.expectations[0].goal
    assert (1, 0) == (compared.new, compared.kept)


def test_a_role_that_two_levels_describe():
    """Lines of both are read as one list, each once."""
    both = [LOW, profile("Skilled plus", ("Experiences", "", "asks for help/Trains others"))]

    assert compare_profiles([], both).expectations[0].goal == (
        "Works to a plan",
        "asks for help",
        "Trains others",
    )
