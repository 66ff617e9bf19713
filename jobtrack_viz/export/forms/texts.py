"""The sheets of longer texts, and the long forms for frameworks with many competencies."""

from jobtrack_viz.export.forms.columns import YES_OR_NO, Column, Table
from jobtrack_viz.model import MOVE_KINDS

__all__ = [
    "DESCRIPTIONS",
    "DEVELOPMENT",
    "LEVEL_PROFILES",
    "LONG_LADDER",
    "LONG_MATRIX",
    "PROCESSES",
    "STORIES",
]

LINK = Column("Link", 36, "A page that says more.\nExample: https://www.example.org/careers")

DEVELOPMENT = Table(
    "Development",
    "What helps somebody who works towards a level of a competency.",
    (
        Column("Competency", 28, "The name as on the ladder.", names="competencies"),
        Column(
            "To level", 14, "The level to reach.\nExample: Medium", names="levels", as_text=True
        ),
        Column(
            "On the job",
            50,
            "What helps while working, one option a line.\nExample: Lead one "
            "change from request to review",
        ),
        Column(
            "With others",
            50,
            "What helps together with colleagues.\nExample: Shadow a colleague for a week",
        ),
        Column(
            "Formal training",
            50,
            "Courses and qualifications.\nExample: A one-day course on facilitation",
        ),
    ),
)

LEVEL_PROFILES = Table(
    "Level profiles",
    "What a level asks for, whatever the role. For frameworks that describe levels.",
    (
        Column(
            "Level", 20, "The level's name, repeated in each of its rows.\nExample: Independent"
        ),
        Column(
            "Grades",
            14,
            "The grades that it covers, separated by semicolons.\nExamples: 7; 5/6",
            names="grades",
            as_text=True,
        ),
        Column("Track", 26, "Blank: it holds for all tracks.", names="tracks"),
        Column("Description", 44, "A sentence or two, in one row of the level."),
        Column("Section", 24, "Examples: Transferable skills; Experiences; Behaviours"),
        Column("Topic", 24, "What the text is about. May stay blank.\nExample: Working together"),
        Column("Text", 60, "The statements, one a line."),
        LINK,
    ),
)

PROCESSES = Table(
    "How moves happen",
    "Your own processes: how somebody is appointed, regraded, seconded.",
    (
        Column(
            "Kind",
            24,
            "The kind of move it explains. The text for vacancy serves every kind "
            "without a text of its own.",
            words=(
                *MOVE_KINDS,
                "vacancy",
                "regrade agreed",
                "regrade direct",
                "redeployment",
                "accelerated increments",
                "shadowing",
                "mentoring",
            ),
        ),
        Column("Title", 32, "A short heading.\nExample: How a secondment works"),
        Column("Text", 70, "One paragraph a line."),
        LINK,
    ),
)

STORIES = Table(
    "Case studies",
    "Stories of colleagues who moved. Shown only with their consent.",
    (
        Column(
            "Title",
            32,
            "A short heading without a name.\nExample: From the service desk to security",
        ),
        Column("From", 30, "The role before the move.", names="roles"),
        Column("To", 30, "The role after it.", names="roles"),
        Column("Story", 70, "What happened, one paragraph a line."),
        LINK,
        Column("Consent", 12, "The story is shown only with yes.", words=YES_OR_NO),
    ),
)

DESCRIPTIONS = Table(
    "Job descriptions",
    "The generic documents of your roles, one passage a row.",
    (
        Column("Role", 32, "The title as on its matrix.", names="roles"),
        Column(
            "Section",
            18,
            "The part of the document. Others than those of the list may stand.",
            usual=("Summary", "Duties", "Education", "Experience", "Skills", "Competencies"),
        ),
        Column("Heading", 28, "Rows with the same heading belong together. May stay blank."),
        Column("Text", 70, "One statement a line."),
        Column("Kind", 14, "For criteria.", words=("essential", "desirable")),
        Column("Order", 10, "A number, if the rows are not in order."),
    ),
)

LONG_MATRIX = Table(
    "Matrix, long form",
    "Instead of a matrix: one row for each level. For roles that use a few of many competencies.",
    (
        Column(
            "Role",
            34,
            "The title, with its grade in brackets.\nExample: Developer (6)",
            names="roles",
        ),
        Column("Competency", 30, "What has no row is not stated.", names="competencies"),
        Column(
            "Level",
            14,
            "A level of your scale, or - if the role does without.",
            names="levels",
            as_text=True,
        ),
        Column("Track", 28, "May stay blank if Roles has it.", names="tracks"),
        Column(
            "Grade", 12, "May stay blank if it stands in brackets.", names="grades", as_text=True
        ),
    ),
)

LONG_LADDER = Table(
    "Ladder, long form",
    "Instead of the ladder: one row for each level of each competency.",
    (
        Column("Competency", 28, "The name as on your matrices."),
        Column("Level", 14, "The level's name, lowest first.", as_text=True),
        Column("Descriptor", 70, "What the level looks like, one statement a line."),
        Column("Group", 22, "Competencies that belong together."),
        Column("Definition", 40, "One sentence on what is meant."),
    ),
)
