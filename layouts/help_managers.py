"""Help for managers who talk it through."""

from layouts.prose import Section, bullets, said

__all__ = ["for_managers"]

_BEFORE = (
    "Ask the person to look at the map alone first. It is theirs to explore.",
    "Choose your team's roles to see how they are connected. Read how moves happen here, so that "
    "you promise nothing that does not exist.",
    "Check that the job description still fits the job. If duties were added or given up, that is "
    "a conversation of its own, and comes first.",
)
_DURING = (
    "Begin with what the person wants: more breadth, another subject, more people, fewer people, "
    "another pattern of work. Then look at the map, not the other way round.",
    "Open two or three goals, not one. Compare what each asks for, and the ways to get there.",
    "Take a gap as a topic: where has this come up in your work? What could you try? Choose three "
    "to five things to develop, not all of them.",
    "Write down who does what by when, and when you will talk again: *A page to take away* has "
    "lines for it.",
)
_SHARING = (
    "*Screen-share view* opens what you chose in large type, with nothing else on it, so that it "
    "can be read through a video call. *Full screen* takes the rest of the screen.",
    "*Next*, or the right arrow key, leads from the whole journey to each of its moves and to the "
    "comparison, and the map follows. *Back*, or the left arrow key, goes back.",
    "*Exit*, or Esc, leads back to the page with everything on it.",
    "Nothing personal is shown there: not your own levels, and not where you have been.",
    "The view is a page like any other. Its link can be sent before the meeting.",
)
_NEVER = (
    "Do not turn a comparison into a score or a percentage. The number of levels says how much two "
    "roles differ. It says nothing about the person.",
    "Do not rank people, and do not compare two people with each other.",
    "Do not use it to decide about performance, pay or selection. It was not made for that, and a "
    "role is described more roughly than any job.",
    "Do not ask to see somebody's own levels, nor where they have been looking.",
    "Do not treat a move sideways, a specialist's path or a move down as a failure.",
)


def for_managers() -> Section:
    """A conversation aid: how to use it, and how not to."""
    return Section(
        "managers",
        "For managers",
        [
            said(
                "The map is an aid to conversation, for a one-to-one or a yearly review. You both "
                "see the same page, and each of you may see it differently."
            )
        ],
        (
            Section("before", "Before you meet", [bullets(*_BEFORE)]),
            Section("during", "In the conversation", [bullets(*_DURING)]),
            Section("share", "Share your screen", [bullets(*_SHARING)]),
            Section("never", "What not to do with it", [bullets(*_NEVER)]),
        ),
    )
