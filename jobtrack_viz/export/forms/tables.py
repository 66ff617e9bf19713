"""The sheets that describe tracks, roles and how they differ."""

from jobtrack_viz.export.forms.columns import YES_OR_NO, Column, Table
from jobtrack_viz.model import MOVE_KINDS

__all__ = ["GRADES", "LADDER", "MOVES", "ROLES", "SKILLS", "TRACKS"]

LADDER = Table(
    "Ladder",
    "What each level of each competency looks like. Its level columns are your scale.",
    (
        Column("Competency", 28, "The name as on your matrices.\nExample: Problem Solving"),
        Column(
            "Group", 20, "Competencies that belong together. May stay blank.\nExample: Thinking"
        ),
        Column("Definition", 36, "One sentence on what is meant. May stay blank."),
        Column(
            "Low",
            42,
            "The lowest level. Rename the level columns, add more to the right or "
            "delete some: from left "
            "to right they are your scale, lowest first.\nStatements stand one a "
            "line (Alt+Enter).\n"
            "Example: Solves everyday problems with a known method",
        ),
        Column("Medium", 42, "The next level.\nExample: Finds the cause before choosing a method"),
        Column("High", 42, "The highest level.\nExample: Sees problems coming and prevents them"),
    ),
)

GRADES = Table(
    "Grades",
    "Your grades, lowest first. Needed only where numbers or letters do not say the order.",
    (
        Column("Grade", 12, "One grade a row, lowest first.\nExamples: 6; H; Senior", as_text=True),
        Column("Name", 22, "What the grade is called.\nExample: Skilled"),
        Column("Note", 60, "A sentence that readers see with the grade."),
        Column("Link", 36, "Where the pay scale stands.\nExample: https://www.example.org/pay"),
    ),
)

TRACKS = Table(
    "Tracks",
    "The lines of the map, in the order in which you want them.",
    (
        Column(
            "Track",
            30,
            "The name as on its matrix, with or without the word track.\nExample: Developer",
        ),
        Column("Group", 22, "Tracks that belong together.\nExample: Digital"),
        Column(
            "Status",
            18,
            "How far the track is. Blank counts as agreed.",
            words=("draft", "in consultation", "agreed"),
        ),
        Column("Description", 60, "One sentence on what people on this track do."),
        Column(
            "Colour",
            12,
            "Leave it blank: the map chooses colours that everybody can tell "
            "apart. Otherwise write it "
            "like #1f77b4.",
        ),
        Column("Posts", 10, "How many posts the track covers, if you like to say so.\nExample: 14"),
    ),
)

ROLES = Table(
    "Roles",
    "More about roles: former titles, a summary, links. Or all roles of a "
    "draft map without matrices.",
    (
        Column(
            "Role", 32, "The title as on its matrix, without the grade.\nExample: Senior Developer"
        ),
        Column("Grade", 12, "As on its matrix.\nExamples: 7; 5/6", names="grades", as_text=True),
        Column(
            "Track",
            30,
            "May stay blank if the role stands in a matrix. Several are separated "
            "by a semicolon.\n"
            "Example: Developer; Analyst",
            names="tracks",
        ),
        Column(
            "Also known as",
            34,
            "Titles that people had before, separated by semicolons.\nExample: "
            "Programmer; Web Officer",
        ),
        Column("Summary", 60, "Two or three sentences on what the job is there for."),
        Column(
            "Status",
            12,
            "open: people are appointed to it. planned: not yet. closed: no longer recruited to.",
            words=("open", "planned", "closed"),
        ),
        Column("Manages people", 12, "yes or no", words=YES_OR_NO),
        Column(
            "HERA reference",
            16,
            "Where its job evaluation is filed.\nExample: HE-2041",
            as_text=True,
        ),
        Column("Reports to", 30, "The role it reports to.", names="roles"),
        Column("Link", 36, "A page about the role.\nExample: https://www.example.org/developer"),
        Column(
            "ID",
            16,
            "Only if two roles share title and grade: any short word that tells them apart.",
        ),
        Column("Posts", 10, "How many posts the role covers, if you like to say so.\nExample: 3"),
    ),
)

MOVES = Table(
    "Moves",
    "Ways from one role to another. Progressions along a track are worked "
    "out and need not be listed.",
    (
        Column(
            "From",
            32,
            "A role's title, with its grade in brackets if there are "
            "several.\nExample: Developer (6)",
            names="roles",
        ),
        Column(
            "To",
            32,
            "The role that the move leads to.\nExample: IT Security Analyst (6)",
            names="roles",
        ),
        Column(
            "Kind",
            18,
            "Blank: it is worked out from tracks and grades.",
            words=MOVE_KINDS,
        ),
        Column(
            "How it happens",
            60,
            "What somebody does to make this move.\nExample: Apply after a "
            "placement of three months",
        ),
        Column(
            "Both ways",
            12,
            "yes if the way back is open too. Blank: yes for a transfer, no for the rest.",
            words=YES_OR_NO,
        ),
        Column("Link", 36, "A page about this move."),
    ),
)

SKILLS = Table(
    "Skills",
    "What a track or a role needs to know: the half of a comparison that is not about grade.",
    (
        Column("Skill", 40, "One skill a row.\nExample: Data modelling"),
        Column(
            "Track",
            30,
            "The track that needs it; several are separated by semicolons.",
            names="tracks",
        ),
        Column("Role", 34, "Or the role, if only some roles of the track need it.", names="roles"),
        Column("Kind", 14, "Blank counts as essential.", words=("essential", "desirable")),
        Column(
            "Category",
            16,
            "Blank counts as skill.",
            words=("skill", "knowledge", "qualification", "experience"),
        ),
        Column(
            "Technology",
            13,
            "yes if it is a tool or a product that changes with time.",
            words=YES_OR_NO,
        ),
        Column(
            "Equivalent experience",
            14,
            "yes if experience counts as much as the qualification.",
            words=YES_OR_NO,
        ),
    ),
)
