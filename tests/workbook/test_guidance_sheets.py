"""What stands beside levels and moves: five lists as values, and each message at its cell."""

import pytest

from jobtrack_viz.advice import profiles_of
from jobtrack_viz.guidance import (
    CaseStudy,
    DevelopmentOptions,
    JobDescription,
    LevelProfile,
    Passage,
    Process,
    ProfileText,
)
from jobtrack_viz.workbook.grids import Cell
from tests.sheets import DEVELOPER, LADDER, problems, reading, sheet

DEVELOPMENT = ("Competency", "To level", "On the job", "With others", "Formal training")
PROFILES = ("Level", "Grades", "Track", "Description", "Section", "Topic", "Text", "Link")
PROCESSES = ("Kind", "Title", "Text", "Link")
STORIES = ("Title", "From", "To", "Story", "Link", "Consent")
DOCUMENTS = ("Role", "Section", "Heading", "Text", "Order", "Kind")
LINK = "https://example.org/more"


def book(*more):
    """A ladder and a matrix of two roles, with more sheets."""
    return (sheet("Ladder", *LADDER), sheet("Developer", *DEVELOPER), *more)


def development(*rows):
    """A Development sheet."""
    return sheet("Development", DEVELOPMENT, *rows)


def profiles(*rows):
    """A sheet of level profiles."""
    return sheet("Level profiles", PROFILES, *rows)


def processes(*rows):
    """A sheet of processes."""
    return sheet("How moves happen", PROCESSES, *rows)


def stories(*rows):
    """A sheet of case studies."""
    return sheet("Case studies", STORIES, *rows)


def documents(*rows):
    """A sheet of job descriptions."""
    return sheet("Job descriptions", DOCUMENTS, *rows)


def framework(*sheets):
    """The framework of these sheets, which have no errors."""
    result = reading(*sheets)
    assert result.framework is not None, result.problems
    return result.framework


def found(*more):
    """The problems of a sound book with these sheets."""
    return problems(*book(*more))


# Development


def test_options_stand_by_competency_and_level():
    """A cell's lines are single options without bullets; a level may be a synonym."""
    rows = (("creativity", "Med", "• Sketch\n• Try", "Ask a colleague", None),)

    assert (
        DevelopmentOptions("Creativity", 2, ("Sketch", "Try"), ("Ask a colleague",)),
    ) == framework(*book(development(*rows))).development


def test_rows_for_one_level_belong_together():
    """Two rows with the same competency and level are one set of options."""
    rows = (("Creativity", "High", "Lead", None, None), ("Creativity", "High", "Teach", None, "X"))

    assert (DevelopmentOptions("Creativity", 3, ("Lead", "Teach"), (), ("X",)),) == framework(
        *book(development(*rows))
    ).development


def test_options_for_an_unknown_competency():
    """A misspelt competency is an error at its cell, with the nearest."""
    result = reading(*book(development(("Creativty", "High", "Lead"))))
    problem = result.problems[0]

    assert ("error", "competency-unknown", "Development", "A2", "Creativity") == (
        problem.severity,
        problem.code,
        problem.sheet,
        problem.cell,
        problem.facts["nearest"],
    )


@pytest.mark.parametrize("level", ["Hgih", "7", "not required"])
def test_options_for_an_unknown_level(level):
    """A level that is none is an error at its cell; nobody works towards *not required*."""
    assert [("error", "level-unknown", "Development", "B2")] == found(
        development(("Creativity", level, "Lead"))
    )


def test_options_in_a_competencys_own_words():
    """Where a competency names its levels itself, its options do so too."""
    ladder = sheet(
        "Ladder",
        ("Competency", "Level order", "Level", "Descriptor"),
        ("Tact", 1, "Polite", "Greets"),
        ("Tact", 2, "Kind", "Listens"),
        ("Calm", 1, "Quiet", "Breathes"),
        ("Calm", 2, "Serene", "Sleeps"),
    )
    matrix = sheet("Dev", ("Dev track", "A (6)"), ("Tact", "Kind"), ("Calm", "Quiet"))
    more = development(("Tact", "Kind", "Ask"), ("Calm", "Serene", "Walk"))

    assert [("Tact", 2), ("Calm", 2)] == [
        (options.competency, options.rank)
        for options in framework(ladder, matrix, more).development
    ]
    assert ("error", "level-unknown", "Development", "B2") in problems(
        ladder, matrix, development(("Tact", "Serene", "Ask"))
    )


def test_options_that_lack_a_name_or_a_level():
    """Without its competency or level a row says nothing: an error where it is missing."""
    assert [
        ("error", "value-missing", "Development", "A2"),
        ("error", "value-missing", "Development", "B3"),
    ] == found(development((None, "High", "Lead"), ("Creativity", None, "Lead")))


def test_a_level_without_options():
    """A row that is not filled in yet is left out with a note."""
    more = development(("Creativity", "High"))

    assert [("note", "row-without-text", "Development", "A2")] == found(more)
    assert () == framework(*book(more)).development


def test_options_under_other_headings():
    """The kinds of options have the names that frameworks by level give them."""
    more = sheet(
        "Options",
        ("Skill", "To level", "On-the-job learning", "Interactions with others", "Formal training"),
        ("Creativity", "High", "A", "B", "C"),
    )

    assert (DevelopmentOptions("Creativity", 3, ("A",), ("B",), ("C",)),) == framework(
        *book(more)
    ).development


# Level profiles


def test_many_rows_make_one_level():
    """Rows of one level belong together; a section and topic that come again add lines."""
    rows = (
        ("Independent", "6", None, "Works alone.", "Skills", "Analysing", "Counts", None),
        ("Advanced", "7", "Developer", None, "Skills", None, "Leads", LINK),
        ("independent", 6, None, "Works alone.", "Skills", "Presenting", "Speaks", None),
        ("Independent", "Grade 6", None, None, "Skills", "Analysing", "• Weighs\n• Judges", None),
    )

    assert (
        LevelProfile(
            "Independent",
            ("6",),
            ((0.0, 0.0),),
            (),
            "Works alone.",
            (
                ProfileText("Skills", "Analysing", ("Counts", "Weighs", "Judges")),
                ProfileText("Skills", "Presenting", ("Speaks",)),
            ),
        ),
        LevelProfile(
            "Advanced",
            ("7",),
            ((1.0, 1.0),),
            ("Developer",),
            "",
            (ProfileText("Skills", "", ("Leads",), LINK),),
        ),
    ) == framework(*book(profiles(*rows))).profiles


@pytest.mark.parametrize(
    ("cell", "grades", "ranks"),
    [
        ("6", ("6",), ((0, 0),)),
        ("6/7", ("6/7",), ((0, 1),)),
        ("6-7", ("6/7",), ((0, 1),)),
        ("6 – 7", ("6/7",), ((0, 1),)),
        ("6 to 7", ("6/7",), ((0, 1),)),
        ("Grades 6-7", ("6/7",), ((0, 1),)),
        ("Indicative grade 6/7", ("6/7",), ((0, 1),)),
        ("6; 7", ("6", "7"), ((0, 0), (1, 1))),
        ("Grade 6\nGrade 7", ("6", "7"), ((0, 0), (1, 1))),
        ("6, 7 and 8", ("6", "7", "8"), ((0, 0), (1, 1), (2, 2))),
        ("6/7/8", ("6", "7", "8"), ((0, 0), (1, 1), (2, 2))),
    ],
)
def test_grades_of_a_level(cell, grades, ranks):
    """Single grades, spans, and several of either, as people write them."""
    (level,) = framework(*book(profiles(("L", cell, None, "Text")))).profiles

    assert (grades, ranks) == (level.grades, level.ranks)


def test_a_grade_that_no_role_has():
    """Without a Grades sheet a level's number joins the axis, as a role's would."""
    result = reading(*book(profiles(("L", "5", None, "Text"))))

    assert ["5", "6", "7"] == [grade.label for grade in result.framework.grades]
    assert 3 == result.summary.grades


def test_named_grades_of_a_level():
    """Among named grades a new name is a misspelling, with the nearest."""
    named = sheet("Ops", (None, "A", "B"), ("Grade", "Junior", "Senior"), ("Tact", "L", "H"))
    result = reading(named, profiles(("L", "Senoir", None, "Text")))
    problem = result.problems[0]

    assert ("grade-unknown", "Level profiles", "B2", "Senior") == (
        problem.code,
        problem.sheet,
        problem.cell,
        problem.facts["nearest"],
    )


def test_a_grade_that_is_not_listed():
    """With a Grades sheet a level names what is listed there, each end of a span too."""
    grades = sheet("Grades", ("Grade", "Name"), ("6", "Six"), ("7", "Seven"))

    assert [
        ("error", "grade-unknown", "Level profiles", "B2"),
        ("error", "grade-unknown", "Level profiles", "B3"),
    ] == found(grades, profiles(("L", "8", None, "T"), ("M", "6-9", None, "T")))


def test_a_level_named_like_a_grade():
    """Without grades a level means the grade of that name, and a note says so."""
    grades = sheet("Grades", ("Grade", "Name"), ("6", "Skilled"), ("7", "Independent"))
    more = (grades, profiles(("independent", None, None, "Text")))
    band = profiles(("Band 6", None, None, "Text"), ("Level 7", None, None, "Text"))

    assert [("note", "level-grade-inferred", "Level profiles", "A2")] == found(*more)
    assert ("7",) == framework(*book(*more)).profiles[0].grades
    assert [("6",), ()] == [level.grades for level in framework(*book(band)).profiles]


def test_a_level_without_grades():
    """A level that names no grades is a warning, since it is shown nowhere."""
    assert [("warning", "level-without-grades", "Level profiles", "A2")] == found(
        profiles(("Independent", None, None, "Text"))
    )


def test_a_level_of_an_unknown_track():
    """A level's track is a track of this workbook, written with or without that word."""
    more = profiles(("L", "6", "Devloper", "Text"), ("M", "6", "Developer track", "Text"))

    assert [("error", "track-unknown", "Level profiles", "C2")] == found(more)


def test_a_text_of_no_level():
    """A row without a level is an error where the level is missing."""
    more = profiles(("L", "6", None, "Text"), (None, "6", None, None, "S", None, "Text"))

    assert [("error", "value-missing", "Level profiles", "A3")] == found(more)


def test_a_span_that_became_a_date():
    """Excel's date for 5/6 is told once, as a date."""
    date = Cell(1, 1, "2026-06-05", "date")

    assert [("error", "cell-date", "Level profiles", "B2")] == [
        problem for problem in found(profiles(("L", date, None, "Text"))) if problem[0] == "error"
    ]


def test_a_later_row_without_grades():
    """A row that repeats only the level's name belongs to it."""
    rows = (("L", "6", "Developer", "About"), ("L", None, None, None, "Skills", None, "Counts"))
    (level,) = framework(*book(profiles(*rows))).profiles

    assert ("6",) == level.grades
    assert (ProfileText("Skills", "", ("Counts",)),) == level.texts


def test_levels_differ_by_track():
    """One level has other texts on other tracks."""
    other = sheet("Data", ("Data track", "Analyst (6)"), ("Creativity", "Low"))
    rows = (("L", "6", "Developer", "Codes"), ("L", "6", "Data", "Counts"))

    assert [(("Developer",), "Codes"), (("Data",), "Counts")] == [
        (level.tracks, level.description)
        for level in framework(*book(other, profiles(*rows))).profiles
    ]


def test_profiles_with_one_column_grade():
    """The column may be called Grade where sections and texts stand beside it."""
    more = sheet("P", ("Band", "Grade", "Section", "Text"), ("L", "6", "Skills", "Counts"))

    assert (("6",), (ProfileText("Skills", "", ("Counts",)),)) == (
        (level := framework(*book(more)).profiles[0]).grades,
        level.texts,
    )


# Levels alone


def test_levels_alone_are_a_map():
    """Without any role each level is one, with a note; example titles lead to it."""
    rows = (
        ("Skilled", "5/6", None, "Learns.", "Example job titles", None, "Press Aide/Press Officer"),
        ("Independent", "7", None, None, "Example job titles", None, "Editor; HR/Payroll Officer"),
        ("Senior", "8; 9", None, None, "Behaviours", None, "Leads"),
    )
    result = reading(profiles(*rows))
    roles = result.framework.roles

    assert ("note", "roles-from-levels", "Level profiles", "A2") in problems(profiles(*rows))
    assert ["Skilled (5/6)", "Independent (7)", "Senior (8/9)"] == [role.name for role in roles]
    assert [0.5, 2.0, 3.5] == [role.rank for role in roles]
    assert ("Press Aide", "Press Officer") == roles[0].aliases
    assert ("Editor", "HR/Payroll Officer") == roles[1].aliases
    assert "Learns." == roles[0].summary
    assert ["Levels"] == [track.name for track in result.framework.tracks]
    assert 3 == result.summary.roles == len(result.framework.profiles)


def test_levels_alone_on_tracks():
    """Levels of one name on two tracks are two roles; one row with two tracks is a shared role."""
    rows = (
        ("Skilled", "5", "Press", "A"),
        ("Skilled", "5", "Web", "B"),
        ("Senior", "6", "Press; Web", "C"),
    )
    book_of_levels = framework(profiles(*rows))

    assert [
        ("skilled-press", "Skilled, Press (5)", ("Press",)),
        ("skilled-web", "Skilled, Web (5)", ("Web",)),
        ("senior", "Senior (6)", ("Press", "Web")),
    ] == [(role.id, role.name, role.tracks) for role in book_of_levels.roles]
    assert [("A",), ("B",), ("C",)] == [
        tuple(level.description for level in profiles_of(book_of_levels, role))
        for role in book_of_levels.roles
    ]


def test_namesakes_without_grades():
    """Levels of one name on two tracks have their own texts, also where nothing gives a grade."""
    rows = (("Skilled", None, "Press", "A"), ("Skilled", None, "Web", "B"))
    book_of_levels = framework(profiles(*rows))

    assert [("A",), ("B",)] == [
        tuple(level.description for level in profiles_of(book_of_levels, role))
        for role in book_of_levels.roles
    ]


def test_levels_alone_with_named_grades():
    """Named grades are in the order of the rows, and a note says so."""
    rows = (("First", "Junior", None, "A"), ("Last", "Chief", None, "B"))

    assert ("note", "grade-order-inferred", "Level profiles", "B2") in problems(profiles(*rows))
    assert ["Junior", "Chief"] == [g.label for g in framework(profiles(*rows)).grades]


def test_levels_alone_without_grades():
    """A level without grades is still a role; that it has no grade is a warning."""
    assert [
        ("warning", "grade-missing", "Level profiles", "A2"),
        ("note", "roles-from-levels", "Level profiles", "A2"),
    ] == problems(profiles(("Level two", None, None, "Text")))


def test_levels_alone_with_listed_grades():
    """Levels that are named like listed grades are roles of these grades."""
    grades = sheet("Grades", ("Grade", "Name"), ("5", "Skilled"), ("6", "Senior"))
    levels = profiles(("Skilled", None, None, "A"), ("Senior", None, None, "B"))
    found_roles = framework(grades, levels).roles

    assert [("Skilled (5)", 0.0), ("Senior (6)", 1.0)] == [(r.name, r.rank) for r in found_roles]


def test_levels_alone_on_an_unlisted_track():
    """With a Tracks sheet a level's track is one of its tracks, even where levels are roles."""
    tracks = sheet("Tracks", ("Track", "Description"), ("Press", "Writes"))

    assert ("error", "track-unknown", "Level profiles", "C2") in problems(
        tracks, profiles(("Skilled", "5", "Web", "Text"))
    )


def test_neither_roles_nor_levels():
    """Without profiles a workbook without roles is still an error."""
    assert ("error", "no-roles", None, None) in problems(sheet("Ladder", *LADDER))


# How moves happen


def test_processes_keep_their_rows():
    """Paragraphs are lines; rows of one kind and title belong together."""
    rows = (
        ("Vacancy", "Apply", "Look.\nAsk.", LINK),
        ("Regrade agreed", "Agree", "All sign.", None),
        ("vacancy", "apply", "Send it.", LINK),
    )

    assert (
        Process("vacancy", "Apply", ("Look.", "Ask.", "Send it."), LINK),
        Process("regrade agreed", "Agree", ("All sign.",)),
    ) == framework(*book(processes(*rows))).processes


@pytest.mark.parametrize(
    "kind",
    [
        "progression",
        "transfer",
        "step up",
        "Step-down",
        "secondment",
        "apprenticeship",
        "regrade",
        "vacancy",
        "regrade agreed",
        "regrade direct",
        "redeployment",
        "accelerated increments",
        "shadowing",
        "mentoring",
    ],
)
def test_kinds_of_processes(kind):
    """Every kind of move, and what stands beside moves."""
    assert [] == found(processes((kind, "Title", "Text")))


def test_a_process_of_an_unknown_kind():
    """A word that is no kind is an error with the words that are."""
    assert [("error", "word-unknown", "How moves happen", "A2")] == found(
        processes(("promotion", "Title", "Text"))
    )


def test_a_process_that_lacks_something():
    """Kind, title, and a text or a link are needed."""
    assert [
        ("error", "value-missing", "How moves happen", "A2"),
        ("error", "value-missing", "How moves happen", "B3"),
        ("error", "value-missing", "How moves happen", "C4"),
    ] == found(
        processes(
            (None, "Title", "Text"),
            ("vacancy", None, "Text"),
            ("vacancy", "Title", None),
            ("transfer", "Title", None, LINK),
        )
    )


def test_a_process_with_a_link_that_is_none():
    """A link that cannot be followed is left out with a note."""
    more = processes(("vacancy", "Title", "Text", "the intranet"))

    assert [("note", "link-unusable", "How moves happen", "D2")] == found(more)
    assert "" == framework(*book(more)).processes[0].link


# Case studies


def test_a_story_with_consent():
    """A story knows its roles, by title or id."""
    rows = (("Up", "Developer", "senior-developer", "One.\nTwo.", LINK, "Yes"),)

    assert (CaseStudy("Up", "developer", "senior-developer", ("One.", "Two."), LINK),) == framework(
        *book(stories(*rows))
    ).stories


@pytest.mark.parametrize(("consent", "cell"), [("no", "F2"), (None, "A2")])
def test_a_story_without_consent(consent, cell):
    """Without yes a story is no part of the framework, and a note says so."""
    more = stories(("Up", "Developer", "Senior Developer", "One.", None, consent))

    assert [("note", "story-without-consent", "Case studies", cell)] == found(more)
    assert () == framework(*book(more)).stories


def test_an_unclear_consent():
    """Consent is yes or no, and anything else an error."""
    more = stories(("Up", "Developer", "Senior Developer", "One.", None, "verbally"))

    assert ("error", "word-unknown", "Case studies", "F2") in found(more)


def test_a_story_of_unknown_roles():
    """Both ends are roles of this workbook; one title of two roles is ambiguous."""
    twice = sheet("Ops", ("Ops track", "Clerk (5)", "Clerk (6)"), ("Creativity", "Low", "Low"))
    more = stories(("Up", "Clerk", "Developr", "One.", None, "yes"))

    assert [
        ("error", "role-ambiguous", "Case studies", "B2"),
        ("error", "role-unknown", "Case studies", "C2"),
    ] == found(twice, more)


def test_a_story_that_lacks_something():
    """A title, and a story or a link are needed."""
    assert [
        ("error", "value-missing", "Case studies", "A2"),
        ("error", "value-missing", "Case studies", "D3"),
    ] == found(
        stories(
            (None, "Developer", None, "One.", None, "yes"),
            ("Up", "Developer", None, None, None, "yes"),
        )
    )


def test_a_story_of_no_move():
    """A story without roles is kept, with a note."""
    more = stories(("Up", None, None, "One.", None, "yes"))

    assert [("note", "story-without-move", "Case studies", "A2")] == found(more)
    assert (CaseStudy("Up", "", "", ("One.",)),) == framework(*book(more)).stories


# Job descriptions


def test_a_document_in_the_order_of_its_rows():
    """Neighbouring rows of a heading and kind are one passage; several lines stand in a cell."""
    rows = (
        ("Developer", "Summary", None, "Makes things.", None, None),
        ("Developer", "Duties", "1. Build", "• Code\n• Test", None, None),
        ("developer", "duties", "1. build", "Release", None, None),
        ("Developer", "Experience", None, "Two years", None, "Essential"),
        ("Developer", "Experience", None, "A team", None, "desirable"),
    )

    assert (
        JobDescription(
            "developer",
            (
                Passage("Summary", "", ("Makes things.",)),
                Passage("Duties", "1. Build", ("Code", "Test", "Release")),
                Passage("Experience", "", ("Two years",), "essential"),
                Passage("Experience", "", ("A team",), "desirable"),
            ),
        ),
    ) == framework(*book(documents(*rows))).descriptions


@pytest.mark.parametrize(
    "orders",
    [(3, 1, 2, 4), ("2.10", "1", "2.9", "2.11"), (2, 1, 1, 3)],
    ids=["whole document", "points", "each section"],
)
def test_a_document_in_its_own_order(orders):
    """Order counts through the document or anew in each section; a section stays together."""
    rows = [
        ("Developer", "Duties", None, "second", orders[0], None),
        ("Developer", "Summary", None, "summary", orders[1], None),
        ("Developer", "Duties", None, "first", orders[2], None),
        ("Developer", "Duties", None, "third", orders[3], None),
    ]
    (document,) = framework(*book(documents(*rows))).descriptions
    local = orders == (2, 1, 1, 3)
    duties, summary = ("first", "second", "third"), ("summary",)

    assert ([duties, summary] if local else [summary, duties]) == [
        passage.lines for passage in document.passages
    ]


def test_rows_of_one_heading_find_together():
    """A heading whose rows lie apart is one heading, where its first row stands."""
    rows = (
        ("Developer", "Duties", "Build", "Code", None, None),
        ("Developer", "Duties", "Run", "Watch", None, None),
        ("Developer", "Duties", "Build", "Test", None, None),
    )
    (document,) = framework(*book(documents(*rows))).descriptions

    assert (
        Passage("Duties", "Build", ("Code", "Test")),
        Passage("Duties", "Run", ("Watch",)),
    ) == document.passages


def test_one_document_for_two_roles():
    """A row may name several roles; each has the passage."""
    rows = (("Developer; Senior Developer", "Summary", None, "Makes.", None, None),)

    assert ["developer", "senior-developer"] == [
        document.role for document in framework(*book(documents(*rows))).descriptions
    ]


def test_a_task_without_parts():
    """A heading may stand without a text."""
    rows = (("Developer", "Duties", "6. Anything else", None, None, None),)
    (document,) = framework(*book(documents(*rows))).descriptions

    assert (Passage("Duties", "6. Anything else", ()),) == document.passages


def test_a_document_of_an_unknown_role():
    """A job description belongs to a role of this workbook."""
    rows = (("Developr", "Summary", None, "Makes.", None, None),)

    assert [("error", "role-unknown", "Job descriptions", "A2")] == found(documents(*rows))


def test_a_document_that_lacks_something():
    """Role, section, and a text or a heading are needed."""
    assert [
        ("error", "value-missing", "Job descriptions", "A2"),
        ("error", "value-missing", "Job descriptions", "B3"),
        ("error", "value-missing", "Job descriptions", "D4"),
    ] == found(
        documents(
            (None, "Summary", None, "Makes.", None, None),
            ("Developer", None, None, "Makes.", None, None),
            ("Developer", "Summary", None, None, None, None),
        )
    )


def test_a_criterion_of_an_unknown_kind():
    """A criterion is essential or desirable."""
    rows = (("Developer", "Skills", None, "Tact", None, "nice"),)

    assert [("error", "word-unknown", "Job descriptions", "F2")] == found(documents(*rows))


def test_a_section_of_ones_own():
    """Another section than the usual ones is kept, and told once."""
    rows = (
        ("Developer", "Reports to", None, "The head", None, None),
        ("Developer", "Reports to", None, "The dean", None, None),
    )

    assert [("note", "section-own", "Job descriptions", "B2")] == found(documents(*rows))
    assert ["Reports to"] == [
        passage.section for passage in framework(*book(documents(*rows))).descriptions[0].passages
    ]


def test_an_order_that_is_no_number():
    """A word in the column Order is a note, and its row comes last."""
    rows = (
        ("Developer", "Duties", None, "late", "last", None),
        ("Developer", "Duties", None, "early", 1, None),
    )

    assert [("note", "order-unclear", "Job descriptions", "E2")] == found(documents(*rows))
    assert [("early", "late")] == [
        passage.lines for passage in framework(*book(documents(*rows))).descriptions[0].passages
    ]


def test_the_pay_scale_of_a_grade():
    """A link to the web is kept; any other text is none."""
    rows = (("Grade", "Pay scale"), (6, LINK), (7, "see the intranet"))
    grades = framework(*book(sheet("Grades", *rows))).grades

    assert [("6", LINK), ("7", "")] == [(grade.label, grade.link) for grade in grades]
