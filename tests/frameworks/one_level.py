"""One level of an employer's framework: four groups of 9, 10, 11 and 8 statements, no grade."""

__all__ = ["AS_LADDER", "AS_PROFILES"]

_GROUPS = {
    ("The whole picture", "partners, other services"): (
        "Knows what is changing outside and what it will ask of us.",
        "Reads the service's priorities and plans by them.",
        "Learns from other teams and writes it into our plans.",
        "Makes sure that what we know reaches those who decide.",
        "Keeps up a circle of contacts who can help.",
        "Cares for people and is easy to reach.",
        "Lends a hand where it is needed more.",
        "Settles quarrels early and calmly.",
        "Looks for a result that both sides can live with.",
    ),
    ("Getting it done", "improving, pace, growing people"): (
        "Checks results and puts right what went wrong.",
        "Gives work to those who will grow by it.",
        "Asks whether a tool could do it.",
        "Goes through a procedure each year and shortens it.",
        "Praises an idea even if it failed.",
        "Seeks opinions that differ.",
        "Speaks up for a change and knows its costs.",
        "Keeps everybody's eyes on what matters.",
        "Stays steady when it gets hard.",
        "Plans again when two demands meet.",
    ),
    ("The people we serve", "value, quality"): (
        "Proposes what saves money or earns it.",
        "Gets more out of a budget that is given.",
        "Reads a forecast and keeps to it.",
        "Compares options with figures.",
        "Sets priorities with the team.",
        "Keeps the standard of the profession.",
        "Tells customers what is possible and when.",
        "Knows the rules on safety, data and fairness, and keeps them.",
        "Reports a rule that does harm.",
        "Makes fraud hard.",
        "Improves the service with those who use it.",
    ),
    ("Fair and open", "leading, deciding"): (
        "Explains how a task serves the plan.",
        "Sees what each person adds, and says so.",
        "Speaks of the work plainly and honestly.",
        "Decides when it is time, also against the wind.",
        "Keeps data safe and uses it well.",
        "Chooses sources that can be trusted.",
        "Knows what to decide and what to pass on.",
        "Asks for objections before deciding.",
    ),
}
AS_PROFILES = {
    "Level two": [
        ("Level", "Grades", "Description", "Section", "Topic", "Text"),
        *(
            ("Level two", None, "Officers and team leaders", group, topic, "\n".join(lines))
            for (group, topic), lines in _GROUPS.items()
        ),
    ]
}
"""Typed as a level's profile: the level is the only role."""
AS_LADDER = {
    "Ladder": [
        ("Competency", "Definition", "Level two"),
        *((group, topic, "\n".join(lines)) for (group, topic), lines in _GROUPS.items()),
    ],
    "Officers": [
        ("Officers track", "Officer", "Team leader"),
        *((group, "Level two", "Level two") for group, _ in _GROUPS),
    ],
}
"""Typed as a ladder with one level, and two roles that have it."""
