"""A job and person specification on grade H, and the role that it reports to.

Six numbered tasks with 11, 9, 4, 4, 2 and 0 parts; one qualification; essential and desirable
experience; six competencies with 5, 7, 7, 4, 3 and 4 behaviours.
"""

__all__ = ["SHEETS"]

_ROLE = "Web Publishing Manager"
_TASKS = {
    "1. Look after the public website": (
        "Write the plan for it and keep to it.",
        "Run the system that pages are edited in.",
        "Lead its redesign, from structure to look.",
        "Bring stray sites home.",
        "Write the rules for editors.",
        "Watch over how pages are made and sent out.",
        "Set standards for film and sound.",
        "Keep it running from day to day.",
        "Help people find it with a search engine.",
        "Advise the director on what touches it.",
        "Bring in a tool for newsletters.",
    ),
    "2. Coordinate everything that we do online": (
        "Serve all departments with one web team.",
        "Have small applications made for them.",
        "Speak for users in technical projects.",
        "Renew the intranet together with IT.",
        "Choose and renew the supplier of the shared workspace.",
        "Keep the picture library, with keywords and rights.",
        "Check sites that others build for us.",
        "Put the plan for social channels to work and teach it.",
        "Count visits and explain the counts.",
    ),
    "3. Write our online policies": (
        "Find out what publishers need before anything is bought.",
        "Advise offices abroad.",
        "Bring departments together that publish on one subject.",
        "Be the person to ask about good practice.",
    ),
    "4. Run the web team": (
        "Plan its money, people and rooms.",
        "Line-manage four colleagues.",
        "Manage contracts with designers.",
        "Spend the budget well.",
    ),
    "5. Work with partner organisations": (
        "Be their contact for the summit's website.",
        "Share what we know with their web teams.",
    ),
    "6. Other duties that the director asks for": (),
}
_COMPETENCIES = {
    "Respect": (
        "Works well with people of every background.",
        "Treats women and men alike.",
        "Hears other views and uses them.",
        "Knows own bias and acts against it.",
        "Changes a procedure that is unfair.",
    ),
    "Working with others": (
        "Clears away what keeps a team apart.",
        "Advises with tact.",
        "Says at the start who does what.",
        "Knows people at every level.",
        "Promises what can be kept.",
        "Negotiates with senior colleagues.",
        "Goes to other departments first.",
    ),
    "Managing resources": (
        "Sets targets and follows them up.",
        "Plans spending and stays within it.",
        "Finds a way round a setback.",
        "Praises the team and each person in it.",
        "Puts people where their strengths are.",
        "Gets results through others.",
        "Looks after the team's health.",
    ),
    "Deciding": (
        "Weighs reasons for and against.",
        "Looks at the setting.",
        "Decides for an absent manager, with advice.",
        "Treats the cause, not the symptom.",
    ),
    "Answering for it": (
        "Owns a task until it is done.",
        "Delivers on time, at cost, to standard.",
        "Admits a mistake.",
    ),
    "Leading and growing": (
        "Coaches colleagues towards a goal.",
        "Gives feedback that helps.",
        "Asks for feedback and acts on it.",
        "Carries others along.",
    ),
}


def _document():
    """The rows of the document, numbered through."""
    yield "Summary", None, "Plans and leads all that we publish online.\nReports on it.", None
    for task, parts in _TASKS.items():
        yield "Duties", task, "\n".join(parts) or None, None
    yield "Education", None, "A degree in web publishing, or what comes close to it.", "essential"
    yield (
        "Experience",
        None,
        "Five years with a large website.\nProjects, content and design led.\nIn any sector.",
        "essential",
    )
    yield "Experience", None, "Graphic design\nSearch engines\nSystems for contacts", "desirable"
    for competency, behaviours in _COMPETENCIES.items():
        yield "Competencies", competency, "\n".join(behaviours), None


SHEETS = {
    "Roles": [
        ("Role", "Grade", "Track", "Reports to", "Summary"),
        ("Director of Communications", "K", "Communications", None, "Leads the division."),
        (_ROLE, "H", "Communications", "Director of Communications", "Leads web publishing."),
    ],
    "Job descriptions": [
        ("Role", "Section", "Heading", "Text", "Kind", "Order"),
        *(
            (f"{_ROLE} (H)", section, heading, text, kind, number)
            for number, (section, heading, text, kind) in enumerate(_document(), start=1)
        ),
    ],
}
"""The role on Roles, its document on Job descriptions."""
