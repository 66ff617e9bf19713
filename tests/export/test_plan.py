"""What a plan says."""

from dataclasses import replace

from jobtrack_viz.export.wording import (
    aim_change,
    aims_beyond,
    imprint,
    no_aims,
    no_description,
    rest_of_how,
)
from jobtrack_viz.guidance import DevelopmentOptions, LevelProfile, Process, ProfileText
from jobtrack_viz.model import Competency, Move, Role, Skill, Track


def with_many(framework, steps):
    """Two roles that differ in as many competencies as there are steps, each by its step."""
    names = [f"Skill {i}" for i in range(len(steps))]
    low = Role("low", "Low", "4", 0.0, ("Desk",), dict.fromkeys(names, 1))
    high = Role(
        "high", "High", "5", 1.0, ("Desk",), dict(zip(names, (1 + s for s in steps), strict=True))
    )
    return replace(
        framework,
        scale=("One", "Two", "Three", "Four"),
        tracks=(Track("Desk", ("low", "high")),),
        roles=(low, high),
        competencies=tuple(Competency(name) for name in names),
        moves=(),
        skills=(),
    )


def test_both_ends_and_the_moves(framework, plan_for):
    """Marks, grades in words, tracks; each move's kind, and what it asks for."""
    plan = plan_for(framework, "trainee", "senior-coder")

    assert [(s.mark, s.name, s.grade) for s in plan.stops] == [
        ("A", "Trainee (4)", "grade 4"),
        ("1", "Coder (5)", "grade 5"),
        ("B", "Senior coder (6)", "grade 6"),
    ]
    assert [move.way for move in plan.moves] == ["Progression on Code", "Progression on Code"]
    assert plan.moves[1].facts == ("1 grade higher", "2 levels more, in 2 competencies")
    assert plan.figures == ("2 moves", "2 grades higher")
    assert plan.day == "3 November 2026"
    assert "Map version 01234567" in imprint(plan)


def test_what_a_kind_of_move_is(framework, plan_for):
    """A secondment is temporary, and the plan says so before the workbook's own note."""
    moves = (Move("trainee", "keeper", "secondment", note="Six months."),)
    plan = plan_for(replace(framework, moves=moves), "trainee", "keeper")

    assert [move.note for move in plan.moves] == ["Temporary; you return to your post. Six months."]


def test_without_a_way(framework, plan_for):
    """Roles that nothing joins still have a plan: both ends, and what to develop."""
    plan = plan_for(framework, "trainee", "keeper")

    assert [stop.mark for stop in plan.stops] == ["A", "B"]
    assert plan.moves == ()
    assert plan.in_words == "From Trainee (4) to Keeper (6). No way between them is described."
    assert [aim.name for aim in plan.aims.few] == ["Planning"]
    assert [stop.status for stop in plan.stops] == ["", "planned"]


def test_the_largest_rise_first(framework, plan_for):
    """Larger rises first, then the workbook's order; five of them, and how many more there are."""
    plan = plan_for(with_many(framework, (1, 3, 1, 2, 1, 0, 2)), "low", "high")

    assert [aim.name for aim in plan.aims.few] == [
        "Skill 1",
        "Skill 3",
        "Skill 6",
        "Skill 0",
        "Skill 2",
    ]
    assert plan.aims.few[0].change == "from One to Four"
    assert aims_beyond(plan) == "1 more is in the comparison."


def test_an_earlier_stop_first(framework, plan_for):
    """Of two equal rises the one comes first that an earlier stop asks for; stops are named."""
    listening, deciding = "Listening", "Deciding"
    roles = (
        Role("a", "A", "4", 0.0, ("Code",), {listening: 1, deciding: 1}),
        Role("b", "B", "5", 1.0, ("Code",), {listening: 1, deciding: 2}),
        Role("c", "C", "6", 2.0, ("Code",), {listening: 2, deciding: 2}),
    )
    told = replace(
        framework, tracks=(Track("Code", ("a", "b", "c")),), roles=roles, moves=(), skills=()
    )
    plan = plan_for(told, "a", "c")

    assert [(aim.name, aim.stop) for aim in plan.aims.few] == [(deciding, 1), (listening, 2)]
    assert aim_change(plan, plan.aims.few[0]) == "from Low to Medium, by stop\N{NO-BREAK SPACE}1"


def test_what_a_stop_asks_beyond_the_goal(framework, plan_for):
    """A level that only a stop on the way asks for is to develop too, after all others."""
    roles = (
        Role("a", "A", "4", 0.0, ("Code",), {"Listening": 1, "Deciding": 1}),
        Role("b", "B", "5", 1.0, ("Code",), {"Listening": 3, "Deciding": 1}),
        Role("c", "C", "6", 2.0, ("Code",), {"Listening": 1, "Deciding": 2}),
    )
    told = replace(
        framework, tracks=(Track("Code", ("a", "b", "c")),), roles=roles, moves=(), skills=()
    )
    plan = plan_for(told, "a", "c")

    assert [(aim.name, aim.change) for aim in plan.aims.few] == [
        ("Deciding", "from Low to Medium"),
        ("Listening", "from Low to High"),
    ]


def test_what_is_not_stated_is_no_aim(framework, plan_for):
    """What the start does not state is counted: nobody has said whether more is asked for."""
    plan = plan_for(framework, "senior-coder", "keeper")

    assert plan.aims.few == ()
    assert plan.aims.unknown == 1
    assert no_aims(plan).startswith("1 competency is stated for one of these roles only")
    assert "hr@example.org" in no_aims(plan)


def test_options_for_the_next_level(framework, plan_for):
    """Options are those for the first level on the way, which is named; or there are none."""
    options = (
        DevelopmentOptions(
            "Listening", 2, ("Take calls.", "Take more.", "Take all."), (), ("A day.",)
        ),
        DevelopmentOptions("Listening", 3, ("Lead calls.",)),
    )
    plan = plan_for(replace(framework, development=options), "trainee", "senior-coder")
    listening, deciding = plan.aims.few

    assert (listening.change, listening.towards) == ("from Low to High", "Medium")
    assert [(each.kind, each.lines) for each in listening.helps] == [
        ("On the job", ("Take calls.", "Take more.")),
        ("With others", ()),
        ("Formal training", ("A day.",)),
    ]
    assert (deciding.towards, deciding.helps) == ("", ())
    assert listening.words == ("Listening at level 3.",)


def test_skills_by_what_can_be_done(framework, plan_for):
    """Essential before desirable; a required degree is a condition, never something to learn."""
    skills = (*framework.skills, Skill("Rust", ("Code",), kind="desirable"))
    plan = plan_for(replace(framework, skills=skills), "adviser", "senior-coder")

    assert [(found.title.partition(":")[0], found.names) for found in plan.skills] == [
        ("New skills to learn", ("Python", "Rust (desirable)")),
        ("Required", ("A degree",)),
    ]


def test_how_moves_happen(framework, plan_for):
    """Each text once, with the moves that it is about; the only one has two of its paragraphs."""
    vacancy = Process("vacancy", "Applying", ("One.", "Two.", "Three."), "javascript:alert(1)")
    transfer = Process("transfer", "Changing", ("Both agree.", "More."), "https://example.org/t")
    alone = plan_for(replace(framework, processes=(vacancy,)), "trainee", "desk-lead")
    moves = (*framework.moves, Move("trainee", "adviser", "transfer"))
    told = replace(framework, processes=(vacancy, transfer), moves=moves)
    both = plan_for(told, "trainee", "desk-lead")

    assert [(how.title, how.moves, how.lines, how.link) for how in alone.how] == [
        ("Applying", "moves 1 and 2", ("One.", "Two."), "")
    ]
    assert [(how.title, how.moves, how.lines, how.link) for how in both.how] == [
        ("Changing", "move 1", ("Both agree.",), "https://example.org/t"),
        ("Applying", "move 2", ("One.",), ""),
    ]


def test_what_nobody_has_described(framework, plan_for):
    """A kind of move without a text is named, with whom to ask; nothing is made up for it."""
    plan = plan_for(framework, "trainee", "adviser")

    assert plan.how == ()
    assert no_description(plan) == (
        "Nobody has described how progressions happen here. Ask hr@example.org."
    )
    assert rest_of_how(plan) == ""


def test_whole_sentences(framework, plan_for):
    """Of several texts each gives its first sentences, never half of one."""
    processes = (
        Process("vacancy", "Applying", ("One two three four five. " * 30,)),
        Process("transfer", "Changing", ("A" * 400 + ". More.",)),
    )
    moves = (Move("trainee", "keeper", "transfer"), Move("keeper", "senior-coder", "step up"))
    told = replace(framework, processes=processes, moves=moves, tracks=framework.tracks[2:])
    plan = plan_for(told, "trainee", "senior-coder")
    texts = {how.title: how.lines for how in plan.how}

    assert texts["Changing"] == ("A" * 400 + ".",)
    assert texts["Applying"][0].endswith("five.")
    assert len(texts["Applying"][0]) <= 180


def test_frameworks_by_level(framework, plan_for):
    """Without competencies the new lines of the goal's level are what there is to develop."""
    roles = tuple(replace(role, levels={}) for role in framework.roles)
    profiles = (
        LevelProfile(
            "Basic", ("4",), ((0.0, 0.0),), texts=(ProfileText("Expected", "", ("Asks.",)),)
        ),
        LevelProfile(
            "Skilled",
            ("5",),
            ((1.0, 1.0),),
            texts=(
                ProfileText("Expected", "", ("Asks.", "Answers.")),
                ProfileText("Working towards this level", "On the job", ("Shadow somebody.",)),
            ),
        ),
    )
    plan = plan_for(replace(framework, roles=roles, profiles=profiles), "trainee", "adviser")

    assert [(aim.name, aim.change, aim.words) for aim in plan.aims.few] == [
        ("Expected", "new at Skilled", ("Answers.",))
    ]
    assert [(each.kind, each.lines) for each in plan.aims.helps] == [
        ("On the job", ("Shadow somebody.",))
    ]


def test_nothing_is_known(framework, plan_for):
    """Without levels and profiles the plan says so, and whom to ask."""
    roles = tuple(replace(role, levels={}) for role in framework.roles)
    plan = plan_for(replace(framework, roles=roles), "trainee", "adviser")

    assert no_aims(plan) == "The workbook says nothing about levels here. Ask hr@example.org."


def test_a_lower_goal(framework, plan_for):
    """A move down is a plan like any other."""
    plan = plan_for(framework, "senior-coder", "trainee", step_down=True)

    assert plan.figures[-1] == "2 grades lower"
    assert [move.way for move in plan.moves] == ["Move down on Code", "Move down on Code"]
    assert no_aims(plan) or plan.aims.few == ()
