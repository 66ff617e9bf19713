"""What stands beside levels and moves: what helps, levels, documents, processes and stories."""

from dataclasses import replace

import pytest

from jobtrack_viz.gaps import Change, compare
from jobtrack_viz.guidance import (
    CaseStudy,
    DevelopmentOptions,
    JobDescription,
    LevelProfile,
    Passage,
    Process,
    ProfileText,
)
from jobtrack_viz.model import Competency, Skill
from layouts import html
from layouts.answer import detail, result, shown
from layouts.changes import change_list
from layouts.comparison import breadth
from layouts.ladder_words import words_in_the_panel
from layouts.levels import levels_asked_for
from layouts.map_page import layout
from layouts.markup import to_html
from layouts.outcome import outcome_of

MIDDLE = LevelProfile(
    "Middle",
    ("5",),
    ((1.0, 1.0),),
    texts=(
        ProfileText("Experiences", "", ("Works to a plan.", "Asks early.")),
        ProfileText("Behaviours", "Together", ("Shares <b>notes</b>.",)),
    ),
)
UPPER = LevelProfile(
    "Upper",
    ("6",),
    ((2.0, 2.0),),
    texts=(
        ProfileText("Experiences", "", ("Sets the plan.", "Asks early.")),
        ProfileText("Working towards", "On the job", ("Deputise for a lead.",)),
    ),
)
GUIDED = {
    "development": (
        DevelopmentOptions("Listening", 2, ("Take minutes.",), ("Ask for a mentor.",)),
        DevelopmentOptions("Listening", 3, formal_training=("A course.",)),
        DevelopmentOptions("Deciding", 2, ("Choose a tool.",)),
    ),
    "processes": (
        Process("vacancy", "Applying for a vacancy", ("Posts are advertised.",), "https://a.org/"),
        Process("transfer", "Moving across", ("Both managers agree.",)),
        Process("shadowing", "Shadowing", ("A day beside somebody.",)),
    ),
    "stories": (
        CaseStudy("Across the hall", "adviser", "coder", ("It began with a broken form.",)),
        CaseStudy("Back to the desk", "coder", "adviser", ("I missed people.",)),
        CaseStudy("Keeping", "", "keeper", ("Alone with the light.",)),
    ),
    "descriptions": (
        JobDescription(
            "coder",
            (
                Passage("Summary", "", ("Writes code that lasts.",)),
                Passage("Duties", "Build", ("Write it.", "Test it.")),
                Passage("Education", "", ("Any degree.",), "essential"),
                Passage("Education", "", ("A second one.",), "desirable"),
            ),
        ),
    ),
}


@pytest.fixture
def say(publish, framework, texts_of):
    """The panel's words for a start and a goal of the framework with all its texts."""

    def words(start="", goal="", **more):
        version = publish(framework, **{**GUIDED, **more})
        outcome = outcome_of(version, {"start": start, "goal": goal})
        return texts_of([result(version, outcome), detail(version, outcome)])

    return words


def without_levels(framework):
    """The same roles, without any competency."""
    bare = tuple(replace(role, levels={}) for role in framework.roles)
    return {"roles": bare, "competencies": (), "scale": (), "profiles": (MIDDLE, UPPER)}


def test_what_helps_on_the_way_to_a_level(say):
    """Each level on the way is named with its options, under its competency."""
    words = say("trainee", "senior-coder")

    assert (
        "Listening from Low to High Listening at level 3. What Low and Medium say about Listening "
        "Low Listening at level 1. Medium Listening at level 2. What helps with Listening "
        "Towards Medium On the job Take minutes. With others Ask for a mentor. "
        "Towards High Formal training A course. Deciding" in words
    )
    assert "What helps with Deciding On the job Choose a tool." in words


def test_what_helps_waits_until_it_is_wanted(publish, framework):
    """The options are folded, and open with the keyboard as any disclosure does."""
    version = publish(framework, **GUIDED)
    outcome = outcome_of(version, {"start": "trainee", "goal": "coder"})
    page = to_html(detail(version, outcome))

    assert '<details class="fold"><summary>What helps<span class="unseen"> with Listening' in page
    assert "<details open" not in page


def test_a_competencys_own_words_for_levels(framework, texts_of):
    """The rank counts, the competency's name for it is shown."""
    first, *others = framework.competencies
    named = replace(first, level_names=("Aware", "", "Expert"))
    changed = replace(framework, competencies=(named, *others))
    comparison = compare(changed, changed.role("trainee"), changed.role("senior-coder"))
    words = texts_of(breadth(changed, comparison, words_in_the_panel))

    assert "Listening from Aware to Expert" in words
    assert "Deciding from Low to Medium" in words


def test_how_moves_of_a_journey_happen(say):
    """Each text once, at the first move that it serves; the vacancy text serves the others."""
    assert "How this happens here: Moving across Both managers agree." in say("adviser", "coder")
    words = say("trainee", "senior-coder")
    assert "here: Applying for a vacancy Posts are advertised. Read more: Applying" in words
    assert "How this happens here: Applying for a vacancy , as above B Senior coder" in words
    assert words.count("Posts are advertised.") == 1
    assert "Shadowing" not in words


def test_a_kind_of_move_that_nobody_described(say):
    """Said in words, where other kinds have a text."""
    words = say("trainee", "coder", processes=GUIDED["processes"][1:])

    assert "Nobody has described how progressions happen here. Ask hr@example.org ." in words


def test_every_process_on_a_card(say):
    """A station's card has all of them: those for moves from here first, then the others."""
    words = say("adviser")

    assert "How moves happen here Moving across (transfers)" in words
    assert "Applying for a vacancy (moves up and progressions)" in words
    assert "Other ways to move and to grow (1) Shadowing A day beside somebody." in words


def test_stories(say):
    """Along a move at that move; then those to or from one of the roles; never all of them."""
    words = say("adviser", "coder")

    assert "Story: Across the hall It began with a broken form." in words
    assert words.index("Across the hall") < words.index("Stories Back to the desk")
    assert words.count("It began with a broken form.") == 1
    alone = CaseStudy("Far away", "trainee", "keeper", ("By the sea.",))
    assert "Far away From Trainee (4) to Keeper (6) By the sea." in say(
        "trainee", "keeper", stories=(alone,)
    )
    assert "Keeping" not in words
    assert "Keeping Alone with the light." in say("keeper")


def test_a_job_description(say):
    """Sections in order with their headings; essential and desirable in words."""
    assert (
        "Job description Summary Writes code that lasts. Duties Build Write it. Test it. "
        "Education Essential Any degree. Desirable A second one." in say("coder")
    )
    assert "Job description of Coder (5) Summary" in say("adviser", "coder")
    assert "no job description for Adviser (5)" in say("adviser")
    assert "job description" not in say("adviser", descriptions=())


def test_the_level_of_a_station(say):
    """What is expected, the options to get there apart; folded while the role has levels."""
    words = say("senior-coder", profiles=(MIDDLE, UPPER))

    assert "What is expected: Upper (grade 6) Experiences Sets the plan. Asks early." in words
    assert "What helps to get here On the job Deputise for a lead. By competency" in words
    assert "No level is described for this role's grade." in say("trainee", profiles=(UPPER,))


def test_a_framework_by_level(say, publish, framework):
    """Without levels of competencies both profiles stand side by side; nothing is empty."""
    bare = without_levels(framework)
    words = say("coder", "senior-coder", **bare)

    assert "1 point is new at Upper, 1 is as at Middle. 1 qualification is required." in words
    assert (
        "Experiences A Middle Works to a plan. Asks early. "
        "B Upper New: Sets the plan. As before: Asks early." in words
    )
    assert "B Upper Nothing is said about this." in words
    assert "What helps to work towards Upper On the job Deputise for a lead." in words
    assert "states no competency" not in words
    assert "levels not stated" not in words


def test_only_one_level_is_described(say, framework):
    """Said so, with that level's text, whichever side it is."""
    bare = without_levels(framework)

    for ends in (("trainee", "coder"), ("coder", "trainee")):
        words = say(*ends, **bare)
        assert "Only this level is described: Middle (grade 5)." in words
        assert "Works to a plan." in words


def test_two_roles_of_one_level(say, framework):
    """The level is told once."""
    words = say("adviser", "coder", **without_levels(framework))

    assert "Both roles are at the level Middle (grade 5)." in words
    assert words.count("Works to a plan.") == 1


def test_neither_role_is_described(say, framework):
    """An answer in words."""
    bare = {**without_levels(framework), "profiles": ()}

    assert "states no competency and describes no level for these roles" in say(
        "adviser", "coder", **bare
    )


def test_no_levels_to_show_along_the_way(publish, framework):
    """The button for the heat map is there only where there is something to draw."""
    query = {"start": "coder", "goal": "senior-coder"}
    bare, full = publish(framework, **without_levels(framework)), publish(framework)

    assert 'id="levels-box" class="levels-box" hidden' in panel(bare, query)
    assert 'id="levels-box" class="levels-box" hidden' not in panel(full, query)


def panel(version, query):
    return to_html(layout(version, outcome_of(version, query)))


def test_the_workbooks_text_is_not_markup(publish, framework):
    """Angle brackets of a profile are shown."""
    version = publish(framework, **without_levels(framework))

    assert "Shares &lt;b&gt;notes&lt;/b&gt;." in panel(version, {"start": "coder"})


def test_what_the_status_line_says(publish, framework):
    """The same sentence as the panel's headline."""
    version = publish(framework, **without_levels(framework))
    outcome = outcome_of(version, {"start": "coder", "goal": "senior-coder"})

    assert "1 move. 1 point is new at Upper" in shown(version, outcome)["said"]


def changes(*groups: tuple[str, int]) -> list[Change]:
    return [Change(f"{group} {i}", group, 1, 2) for group, count in groups for i in range(count)]


def listed(found):
    return to_html(change_list("To develop", found, lambda change: [html.B(change.competency)]))


def test_a_short_list_has_no_groups():
    """Headings would be more than what they head."""
    assert "<h5>" not in listed(changes(("Data", 4), ("People", 4)))


def test_a_list_by_group():
    """Nine rows of two groups: each group with its count; those without one last."""
    page = listed(changes(("", 2), ("Data", 4), ("People", 3)))

    assert [
        page.index(words) for words in ("Data (4)", "People (3)", "Other competencies (2)")
    ] == sorted(page.index(words) for words in ("Data (4)", "People (3)", "Other competencies (2)"))
    assert "<details" not in page


def test_a_long_list_opens_group_by_group():
    """Above 25 rows each group is folded; no row is lost."""
    page = listed(changes(("Data", 20), ("People", 6)))

    assert page.count("<details") == 2
    assert page.count("<li>") == 26
    assert "To develop (26)" in page


def test_a_long_list_without_groups():
    """The first 25 rows, then the rest behind a line that counts them."""
    page = listed(changes(("", 30)))

    assert "<summary>5 more</summary>" in page
    assert page.count("<li>") == 30


def test_only_the_competencies_that_either_role_states(say, framework):
    """Of very many competencies a comparison shows those of the two roles."""
    many = tuple(Competency(f"Nobody's {i}") for i in range(188))
    words = say("trainee", "coder", competencies=(*framework.competencies, *many))

    assert "Nobody's" not in words


def test_levels_along_the_way_of_very_many_competencies(publish, framework, texts_of):
    """What the picture leaves out is counted in words."""
    many = tuple(Competency(f"C{i}") for i in range(40))
    names = [competency.name for competency in many]
    levels = {"trainee": names[:10], "coder": names[8:38], "senior-coder": names[35:]}
    roles = tuple(
        replace(role, levels=dict.fromkeys(levels.get(role.id, ()), 1)) for role in framework.roles
    )
    version = publish(framework, competencies=many, roles=roles)
    outcome = outcome_of(version, {"start": "trainee", "goal": "senior-coder"})

    assert "Not shown: 25 competencies that only one role in between states." in texts_of(
        levels_asked_for(version.framework, outcome, {"chart": "journey"})
    )


def test_a_link_that_is_no_address_of_the_web(say, publish, framework):
    """Nothing to click on."""
    wicked = replace(GUIDED["processes"][0], link="javascript:alert(1)")
    version = publish(framework, processes=(wicked,))

    assert "Read more" not in say("adviser", processes=(wicked,))
    assert "javascript" not in panel(version, {"start": "adviser"})


def test_texts_with_holes(say, framework):
    """A level without texts, a passage without a section, a process without a title."""
    words = say(
        "coder",
        profiles=(LevelProfile("Empty", ("5",), ((1.0, 1.0),)),),
        descriptions=(JobDescription("coder", (Passage("", "", ("Something.",)),)),),
        processes=(Process("accelerated increments", "", ("Ask.",)),),
    )

    assert "What is expected: Empty (grade 5)" in words
    assert "Job description Something." in words
    assert "Accelerated increments Ask." in words


def test_very_many_skills(say, framework):
    """The first 25, then the others behind a line that counts them."""
    many = tuple(Skill(f"Skill {i}", ("Code",)) for i in range(60))

    assert "New to learn (60)" in say("adviser", "coder", skills=many)
    assert "35 more Skill 25" in say("adviser", "coder", skills=many)


def test_a_lower_level(say, framework):
    """Compared like any other, but nothing helps to work towards it."""
    low = replace(MIDDLE, texts=(*MIDDLE.texts, ProfileText("Working towards", "", ("Listen.",))))
    bare = {**without_levels(framework), "profiles": (low, UPPER)}

    assert "1 point is new" not in say("senior-coder", "coder", **bare)
    assert "2 points are new at Middle" in say("senior-coder", "coder", **bare)
    assert "to work towards Middle" not in say("senior-coder", "coder", **bare)
    assert "to work towards Middle Listen." in say("trainee", "coder", **bare)


def test_grades_on_a_card(say, framework):
    """In words; nothing about grades where no role has one."""
    bare = tuple(replace(role, grade=None, rank=None) for role in framework.roles)
    one, *others = framework.roles
    between = (replace(one, grade="4/5", rank=0.5), *others)

    assert "Trainee (4) Grade 4 on Desk" in say("trainee")
    assert "Grades 4 and 5 on Desk" in say("trainee", roles=between)
    assert "Grade not stated" in say("trainee", roles=(bare[0], *others))
    assert "rade" not in say("trainee", roles=bare, grades=(), profiles=())


def test_how_a_move_would_happen_that_nobody_described(say):
    """By its grades and tracks, as if it were given."""
    up, across = say("trainee", "keeper"), say("desk-lead", "keeper")

    assert "No one has described a way" in up
    assert "How this happens here Applying for a vacancy (moves up)" in up
    assert "How this happens here Moving across (transfers)" in across


def test_a_level_that_says_nothing_new(say, framework):
    """No sentence counts to nought."""
    bare = without_levels(framework)
    empty = {**bare, "profiles": (MIDDLE, replace(UPPER, texts=()))}
    same = {**bare, "profiles": (MIDDLE, replace(UPPER, texts=MIDDLE.texts))}

    assert "Nothing is written yet about what Upper expects." in say(
        "coder", "senior-coder", **empty
    )
    assert "Nothing is new at Upper, 3 points are as at Middle." in say(
        "coder", "senior-coder", **same
    )
