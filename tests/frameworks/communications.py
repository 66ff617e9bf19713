"""A framework by level: four levels of communications work, and no role at all.

For each level: example titles, transferable skills, experiences, development options of three
kinds, and behaviours in three groups of four.
"""

__all__ = ["SHEETS"]

_OPTIONS, _BEHAVIOURS = "Options for working towards this level", "Behaviours"


def _level(name, grades, titles, skills, experiences, options, behaviours):
    """The rows of one level: a text in each, its statements one a line."""
    yield name, grades, "Example job titles", None, "\n".join(titles)
    for skill in skills:
        yield name, grades, "Transferable skills", skill, None
    yield name, grades, "Experiences", None, "\n".join(experiences)
    for topic, texts in zip(("On the job", "With others", "Formal training"), options, strict=True):
        yield name, grades, _OPTIONS, topic, "\n".join(f"• {text}" for text in texts)
    for topic, texts in zip(("My work", "My colleagues", "Our purpose"), behaviours, strict=True):
        yield name, grades, _BEHAVIOURS, topic, "\n".join(texts)


_SKILLED = _level(
    "Learning or skilled",
    "5/6",
    ("News Aide", "News Officer"),
    ("Keeping a diary of work", "Working to a brief", "Writing plainly"),
    (
        "Writes short posts for a channel and puts them in the calendar.",
        "Answers or passes on what readers ask.",
        "Tells a senior colleague at once when a thread turns sour.",
        "Sends out what others have planned, at the hour they chose.",
        "Keeps the list of contacts and the picture library in order.",
    ),
    (
        ("Read the house rules on tone and on pictures.",),
        ("Sit in with the editors' circle.", "Look at how a charity and a museum post."),
        ("A short course on the tools we publish with.", "An hour with the reach figures."),
    ),
    (
        (
            "Says so when somebody is treated badly.",
            "Gives callers a useful answer on the same day.",
            "Does what was promised, or says early that it will be late.",
            "Leaves enough time for those who come next.",
        ),
        (
            "Takes a share of the dull work.",
            "Asks what could have been better.",
            "Talks easily with people from other teams.",
            "Changes a draft without taking offence.",
        ),
        (
            "Can say what the team's work is good for.",
            "Tries a new way before judging it.",
            "Takes on what can be done and puts it in order.",
            "Sees a late delivery coming and says so.",
        ),
    ),
)
_INDEPENDENT = _level(
    "Independent",
    "7",
    ("News Officer", "Senior News Officer"),
    ("Reading figures", "Speaking to a room", "Finding a new angle"),
    (
        "Writes for several audiences and signs off routine pieces.",
        "Plans a campaign and carries it through.",
        "Watches all channels and calls for help when it gets rough.",
        "Reports what worked, with figures.",
        "Shows other teams how to publish.",
        "Hands on work with enough context.",
        "Looks after a junior colleague or a freelance photographer.",
    ),
    (
        (
            "Write down how a post goes from idea to archive.",
            "Choose a group of readers and reach them.",
            "Draw up the monthly figures.",
            "Look after the publishing calendar for a month.",
        ),
        ("Host a session of the editors' circle.",),
        (
            "A certificate in public relations.",
            "A course on running small projects.",
            "A plan for a professional qualification.",
        ),
    ),
    (
        (
            "Is kind under pressure.",
            "Keeps helping when the first answer did not help.",
            "Thinks before sending.",
            "Stops a joke that goes too far.",
        ),
        (
            "Explains the why with the task.",
            "Gives feedback within the week.",
            "Makes room for others to learn.",
            "Writes down how a thing was solved.",
        ),
        (
            "Tries small changes and measures them.",
            "Ties the team's plan to the five-year plan.",
            "Joins a group from across the institution.",
            "Knows which task waits for which.",
        ),
    ),
)
_ADVANCED = _level(
    "Advanced",
    "8",
    ("Channels Manager", "News Manager"),
    ("Leading a small team", "Agreeing what good looks like", "Deciding"),
    (
        "Sets goals for all channels for the year.",
        "Writes the plan of a faculty and checks it against results.",
        "Signs off campaigns and answers for them.",
        "Handles most crises, and knows which to pass up.",
        "Turns figures into next year's plan.",
        "Leads staff and agencies.",
    ),
    (
        ("Draft a chapter of the faculty's plan.", "Try a channel that nobody here uses yet."),
        ("Meet heads of department, one a month.", "Speak at the managers' meeting."),
        ("A diploma in public relations.", "A course on campaign budgets."),
    ),
    (
        (
            "Notices what students need before they ask.",
            "Asks who is missing from the table.",
            "Goes home on time, and is seen to.",
            "Keeps commitments to people as well as to plans.",
        ),
        (
            "Listens first, then speaks so that all follow.",
            "Shares what others could use.",
            "Gives away credit and freedom.",
            "Keeps everybody who is touched by a change informed.",
        ),
        (
            "Can tell the team's part in the institution's plan.",
            "Writes goals that can be checked.",
            "Keeps several projects in sight.",
            "Stands by a decision that went wrong.",
        ),
    ),
)
_SENIOR = _level(
    "Senior",
    "9",
    ("Head of News",),
    ("Thinking like an owner", "Winning people over", "Writing a strategy"),
    (
        "Leads all communications and finds new ways for them.",
        "Writes the rules that many teams work by.",
        "Builds a team and develops its people.",
        "Ties the channels' strategy to the department's goals.",
        "Plans for crises with other senior staff.",
        "Weighs the risk of a contract and signs it.",
    ),
    (
        ("Manage a team.", "Carry a strategy through.", "Plan a year's spending and keep to it."),
        ("Join the senior network.", "Chair a seminar.", "Stand in for the department."),
        ("A course on leading.", "A course on budgets."),
    ),
    (
        (
            "Does what was agreed, for people and for plans.",
            "Looks for a better way, again.",
            "Acts on who is left out.",
            "Supports people where all can see it.",
        ),
        (
            "Talks with everybody about where they want to go.",
            "Takes criticism as fast as giving it.",
            "Works with other departments unasked.",
            "Lets nobody hear it from elsewhere.",
        ),
        (
            "Says where we are going, and provides the means.",
            "Backs new ways that rest on how things really work.",
            "Sets a stretch that can be reached.",
            "Lets people own their decisions.",
        ),
    ),
)
SHEETS = {
    "Level profiles": [
        ("Level", "Indicative grade", "Section", "Topic", "Text"),
        *_SKILLED,
        *_INDEPENDENT,
        *_ADVANCED,
        *_SENIOR,
    ]
}
"""One sheet, as HR would type it."""
