"""Help for staff: what a comparison says, and how a move happens."""

from collections.abc import Iterator
from typing import Any

from layouts.prose import Section, bullets, said

__all__ = ["about_comparing", "about_moving"]

_COMPETENCIES = (
    "*To develop*: competencies of which the other role asks for more. “2 levels more” means two "
    "places higher on the scale. Below it are the ladder's words for the level, with what is new "
    "in them marked, and what helps to get there.",
    "*Asks for less*: you may well use it less there, and you do not lose it.",
    "*Stays*: both roles ask for the same. Open it to see which.",
    "Stated only for one of the roles: nobody has written down what the other asks for. That is "
    "not the same as nothing, so the two cannot be compared. Ask.",
    "Not required: somebody has written down that the role does not need this competency.",
)
_SKILLS = (
    "Skills that you keep, that are new to learn, and that you would use less.",
    "Desirable skills are marked; all others are essential.",
    "A qualification that is required is a condition. The map never calls it something to learn, "
    "but says so where equivalent experience counts.",
)
_PICTURES = (
    "*Compare in full width* puts the words for here and there side by side. *Back to the map* "
    "returns.",
    "*Show the levels along the way* draws two charts. The gap chart has a line for each "
    "competency that differs: A is the level here, B the level there, and the arrow leads "
    "from one to the other. The heat map has a row for each competency and a column for each stop; "
    "the darker the field, the higher the level that is written in it, and a blank one is not "
    "stated.",
    "*The language matrix of* a track is a heat map of all its roles.",
    "Below each chart is a table that says the same.",
)


def about_comparing() -> Section:
    """Two halves, and the words in them."""
    return Section("comparison", "Read a comparison", [*_comparing()])


def about_moving() -> Section:
    """What the institution says about processes, stories and development."""
    return Section("happens", "How a move happens here", [*_moving()])


def _comparing() -> Iterator[Any]:
    yield said(
        "A comparison begins with one sentence, and then has two halves that are never mixed."
    )
    yield said(
        "**Breadth and complexity** is what the grade is about. Here competencies are compared, "
        "such as problem solving, on one scale for the whole organisation:"
    )
    yield bullets(*_COMPETENCIES)
    yield said(
        "**Skills and knowledge** is what the track is about, such as a method or a technology:"
    )
    yield bullets(*_SKILLS)
    yield said(
        "If the map says that the breadth is there and only skills are new, take heart: skills can "
        "be learned. If it says that both roles are described alike, the grade may still differ, "
        "because job evaluation sets it and not this map."
    )
    yield said("There is more to open:")
    yield bullets(*_PICTURES)


def _moving() -> Iterator[Any]:
    yield said(
        "Each move of a journey says how it happens at your institution: the process for moves of "
        "its kind, stories of people who agreed to share them, and links to vacancies. Under each "
        "competency to develop is *What helps*: on the job, with others, and by training."
    )
    yield said(
        "Where the workbook says nothing, the page says so and names the contact. Nothing on the "
        "map is a promise: a move needs a vacancy or one of the processes described."
    )
