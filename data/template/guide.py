"""The first sheet of the template, and the sheets About and matrix."""

TITLE = "Your career map starts here"
INTRODUCTION = (
    "This workbook becomes a map: tracks are lines, roles are stations, grades are columns. "
    "One matrix is enough to begin with; every other sheet only adds something."
)
STEPS = (
    (
        "Step 1",
        "Go to the sheet “{matrix}”. Name its tab after the track, such as Developer. Write a job title and its "
        "grade over each column, such as Developer (6), and a competency in each row; then choose a level in each cell.",
    ),
    (
        "Step 2",
        "Copy that sheet for the next track: right-click its tab, Move or Copy, Create a copy. A role that stands in "
        "two matrices becomes a station on both lines.",
    ),
    (
        "Step 3",
        "Save as Excel Workbook (.xlsx) and let it be checked. Every message names its sheet and its cell, and says "
        "what to write instead.",
    ),
)
BLANKS = "Three cells that look alike and are not"
BLANK_MEANINGS = (
    ("The lowest level", "The role asks for the competency, at the first level of your scale."),
    ("A dash, or N/A", "Not required: the role does without this competency."),
    ("An empty cell", "Not stated: nobody has decided yet, and nothing is compared."),
)
SHEETS = "What each sheet is for"
OPTIONAL = "All of them are optional but one matrix. Leave the others as they are, or delete them."
MATRIX_PURPOSE = (
    "The language matrix of one track. The only sheet that you need; copy it for each track."
)
ABOUT_PURPOSE = "Title, contacts and licence, shown around the map."
HINTS = "Good to know"
GOOD_TO_KNOW = (
    ("Notes", "Rest the pointer on a heading with a red corner to read what goes below it."),
    (
        "Lists",
        "Cells with a choice offer a list. Lists of levels, grades, tracks, roles and competencies grow with the sheets that hold them.",
    ),
    ("Several values", "Separate them by semicolons or put each on a line of its own (Alt+Enter)."),
    (
        "Colours",
        "Colours and bold type mean nothing to the map: write in words what they are to say.",
    ),
    ("This sheet", "It is not read. Keep it or delete it."),
)

MATRIX_NAME = "Track name"
CORNER = (
    "Competency",
    "One competency a row, as on the ladder. The tab's name is the track; or write it here instead, such as "
    "Developer track.",
)
HEADING = (
    "Job Title (Grade)",
    "One role a column: its title, then its grade in brackets. Go on to the right for more roles, lowest grade first; "
    "clear the headings that you do not need.\nExamples: Developer (6); Senior Developer (7)",
)
ABOUT = (
    ("Title", "Career map", "The map's title."),
    ("Institution", None, "The name of your institution."),
    ("Owner", None, "Who answers for the framework.\nExample: Human Resources"),
    ("Contact", None, "Where questions go.\nExample: careers@example.org"),
    ("Vacancies", None, "The address of your vacancies.\nExample: https://jobs.example.org"),
    ("Privacy", None, "The address of your privacy notice."),
    ("Feedback", None, "Where readers say what they think of the map."),
    ("Reviewed", None, "When the framework was last looked through.\nExample: September 2026"),
    ("Licence", None, "Under which terms others may use it."),
    ("Attribution", None, "Whom to credit, if parts come from elsewhere."),
)
