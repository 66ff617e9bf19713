"""One clean workbook, of every kind of sheet that a map is drawn from, as plain tables."""

from tests.workbook.pages import Book, Page

__all__ = ["COMPETENCIES", "GROUPS", "LISTS", "bare_book", "clean_book", "matrix_of"]

COMPETENCIES = (
    "Problem Solving",
    "Raison d'être",
    "Weighing Evidence",
    "Face-to-face Service",
    "Team Spirit",
    "Coaching",
    "Planning",
    "Drive for Results",
)
LISTS = (
    "grades",
    "tracks",
    "roles",
    "moves",
    "skills",
    "development",
    "profiles",
    "processes",
    "stories",
    "descriptions",
)
"""The kinds of pages that are lists with a header row."""
GROUPS = ("Thinking",) * 3 + ("People",) * 3 + ("Delivery",) * 2
WORDS = {"L": "Low", "M": "Medium", "H": "High", "-": "-", ".": None}

# A letter for each competency, from top to bottom: - is not required, a full stop is not stated.
TRACKS = {
    "Analyst": {
        "Junior Analyst (5)": "LLMLL-L.",
        "Analyst (6)": "MLMLLLML",
        "Senior Analyst (7)": "MMHMMLMM",
        "Delivery Lead (8)": "HMHMHMHH",
    },
    "Developer": {
        "Trainee Developer (4)": "L.L-L-LL",
        "Developer (5/6)": "LLMLL-LM",
        "Senior Developer (7)": "MMMLMLMH",
        "Delivery Lead (8)": "HMHMHMHH",
    },
    "Service Desk": {
        "Desk Adviser (4)": "L-LML-LL",
        "Senior Desk Adviser (5)": "LLLHMLLL",
        "Desk Manager (7)": "MLMHMMMM",
    },
}


def matrix_of(track: str) -> Page:
    """A track's language matrix."""
    roles = TRACKS[track]
    rows = [[f"{track} track", *roles]]
    for number, competency in enumerate(COMPETENCIES):
        rows.append([competency, *(WORDS[letters[number]] for letters in roles.values())])
    return Page(track, "matrix", rows)


def bare_book() -> Book:
    """Three matrices and nothing else: a complete workbook."""
    return Book([matrix_of(track) for track in TRACKS])


def clean_book() -> Book:
    """The same with a ladder, the lists and a sheet about itself."""
    return Book(
        [
            Page("About", "about", [list(row) for row in ABOUT]),
            *(
                Page(name, kind, [list(row) for row in rows])
                for name, kind, rows in (
                    ("Ladder", "ladder", LADDER),
                    ("Grades", "grades", GRADES),
                    ("Tracks", "tracks", TRACK_LIST),
                    ("Roles", "roles", ROLES),
                    ("Moves", "moves", MOVES),
                    ("Skills", "skills", SKILLS),
                    ("Development", "development", DEVELOPMENT),
                    ("Level profiles", "profiles", PROFILES),
                    ("How moves happen", "processes", PROCESSES),
                    ("Case studies", "stories", STORIES),
                    ("Job descriptions", "descriptions", DESCRIPTIONS),
                )
            ),
            *bare_book().pages,
        ]
    )


ABOUT = (
    ("Title", "Careers at the Institute"),
    ("Institution", "The Institute of Gardens"),
    ("Owner", "People team"),
    ("Contact", "people@example.org"),
    ("Vacancies", "https://example.org/jobs"),
    ("Licence", "CC BY 4.0"),
)
LADDER = (
    ("Competency", "Group", "Definition", "Low", "Medium", "High"),
    *(
        (
            competency,
            group,
            f"What {competency} is about.",
            f"Shows {competency} with help.\nAsks early.",
            f"Shows {competency} alone.\nPasses it on.",
            f"Shapes {competency} for others.\nSets the tone.\nLooks ahead.",
        )
        for competency, group in zip(COMPETENCIES, GROUPS, strict=True)
    ),
)
GRADES = (
    ("Grade", "Order", "Name", "Note", "Link"),
    (4, 1, "Entry", None, "https://example.org/pay/4"),
    (5, 2, "Skilled", None, None),
    (6, 3, "Independent", "Most posts", None),
    (7, 4, "Advanced", None, None),
    (8, 5, "Leading", None, None),
)
TRACK_LIST = (
    ("Track", "Colour", "Group", "Description", "Order", "Status"),
    ("Developer", "#1f77b4", "Making", "Writes software.", 1, "agreed"),
    ("Analyst", "#8c2d04", "Making", "Finds out what is needed.", 2, "in consultation"),
    ("Service Desk", None, "Serving", "Helps people on the day.", 3, None),
)
ROLES = (
    (
        "ID",
        "Role",
        "Grade",
        "Track",
        "Also known as",
        "Summary",
        "Status",
        "Manages people",
        "HERA reference",
        "Reports to",
        "Link",
    ),
    (None, "Trainee Developer", 4, "Developer", None, "Learns the trade.", None, "no"),
    (None, "Developer", "5/6", "Developer", "Programmer; Code Writer", None, "open", "no", "H-12"),
    (None, "Senior Developer", 7, "Developer", "Programmer II", None, None, None, "H-13"),
    (None, "Junior Analyst", 5, "Analyst", None, None, "planned"),
    (None, "Analyst", 6, "Analyst", "Protégé Analyst", None, None, None),
    (None, "Senior Analyst", 7, "Analyst", None, "Leads enquiries.", None, "yes"),
    ("delivery", "Delivery Lead", 8, "Developer; Analyst", None, None, None, "yes"),
    (None, "Desk Adviser", 4, "Service Desk", "Helper", None, None, None, None, "Desk Manager"),
    (None, "Senior Desk Adviser", 5, "Service Desk", None, None, "closed"),
    (
        None,
        "Desk Manager",
        7,
        "Service Desk",
        None,
        "Runs the desk.",
        None,
        "yes",
        None,
        None,
        "https://example.org/desk",
    ),
)
MOVES = (
    ("From", "To", "Kind", "How it happens", "Link", "Both ways"),
    ("Desk Adviser", "Trainee Developer", "transfer", "A trial month comes first.", None, "yes"),
    ("Senior Desk Adviser", "Junior Analyst", "transfer", None, None, "no"),
    ("Developer", "Analyst", "secondment", "Agreed by both managers.", None, None),
    ("Desk Manager", "Delivery Lead", "step up", None, "https://example.org/up", None),
)
SKILLS = (
    ("Skill", "Track", "Role", "Kind", "Category", "Technology", "Equivalent experience"),
    ("Version control", "Developer", None, "essential", "skill", "yes", None),
    ("Interviewing users", "Analyst; Service Desk", None, "desirable", "knowledge", None, None),
    ("Ticket handling", "Service Desk", None, "essential", None, "yes", "no"),
    ("A degree", None, "Senior Analyst", "essential", "qualification", None, "yes"),
)
DEVELOPMENT = (
    ("Competency", "To level", "On the job", "With others", "Formal training"),
    ("Planning", "Medium", "Plan a release.\nReview it.", "Shadow a lead.", None),
    ("Planning", "High", None, None, "A course on portfolios."),
    ("Coaching", "Medium", "Take a trainee.", None, None),
)
PROFILES = (
    ("Level", "Grades", "Track", "Description", "Section", "Topic", "Text", "Link"),
    ("Skilled", "4; 5", None, "Learns and helps.", "Behaviours", "Care", "Asks.\nListens.", None),
    ("Skilled", "4; 5", None, None, "Experience", None, "Has helped a team.", None),
    ("Leading", 8, "Developer", "Leads others.", "Behaviours", "Care", "Sets the tone.", None),
)
PROCESSES = (
    ("Kind", "Title", "Text", "Link"),
    ("vacancy", "Apply", "Look at the list.\nTalk to the manager.", "https://example.org/jobs"),
    ("secondment", "Try it", "Half a year, with the right to return.", None),
)
STORIES = (
    ("Title", "From", "To", "Story", "Link", "Consent"),
    (
        "From the desk to code",
        "Desk Adviser",
        "Trainee Developer",
        "I tried.\nI stayed.",
        None,
        "yes",
    ),
)
DESCRIPTIONS = (
    ("Role", "Section", "Text", "Heading", "Order", "Kind"),
    ("Desk Manager", "Summary", "Runs the desk every day.", None, 1, None),
    ("Desk Manager", "Duties", "Plans rotas.\nSpeaks for users.", "People", 2, None),
    ("Desk Manager", "Experience", "Has led a team.", None, 3, "essential"),
)
