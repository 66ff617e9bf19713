"""Help for everybody who explores the map."""

from collections.abc import Iterator
from typing import Any

from jobtrack_viz.model import Framework, Role
from layouts import html
from layouts.address import address
from layouts.help_comparison import about_comparing, about_moving
from layouts.help_journeys import about_journeys, about_reach
from layouts.help_keeping import about_own_levels, about_taking_away
from layouts.prose import Section, bullets, said

__all__ = ["for_staff"]

_SIGNS = (
    (
        "line",
        "A **line** is a track: a family of jobs that build on the same skills and knowledge.",
    ),
    (
        "role",
        "A **station** is a role: a kind of job at one grade, not a vacancy and not a post that "
        "somebody holds. Several posts, and several old job titles, may belong to one role.",
    ),
    (
        "grade",
        "A **column** is a grade. The grade says how broad and how complex the work is. The "
        "further right, the higher the grade.",
    ),
    (
        "shared",
        "A capsule across several lines is a **shared role**: it belongs to each of these tracks.",
    ),
    ("planned", "A broken ring is a **planned role**: nobody works in it yet."),
    (
        "closed",
        "A ring with a bar is **no longer recruited to**: people work in it, but it is not "
        "advertised any more.",
    ),
    ("draft", "A broken line is a track that is not agreed yet."),
    (
        "walk",
        "Moves between tracks are drawn as walkways when their role is chosen or pointed at. "
        "*All moves* shows every one at once.",
    ),
)
"""What is drawn, as assets/reading.css pictures it, and what it means."""
_PART = (
    "A track's name, on the map or in the list, shows that track in full and dims the others. "
    "*Show all tracks* or Esc brings them back.",
    "*Show a part of the map* chooses tracks, groups and grades, and shows nothing else until you "
    "choose again. Where a part has to be drawn first, an overview of it stands there for a few "
    "seconds; the page fills itself.",
    "*Hide the panel* gives the whole width to the map.",
    "*+*, *−* and *Fit* zoom, and so do two fingers, or Ctrl with the wheel of the mouse.",
)


def for_staff(framework: Framework) -> Section:
    """From the first two stations to a page in the hand."""
    return Section(
        "staff",
        "For staff",
        [
            said(
                "The map shows which roles there are, how they are connected, and what each asks "
                "for. It does not know you, and it gives nobody marks: sideways moves, specialist "
                "roles and moves down are as respectable as moves up."
            )
        ],
        (
            Section("choose", "Choose two stations", [*_choosing(framework)]),
            Section("map", "Read the map", [*_reading(framework)]),
            Section("view", "See more of it, or less", [bullets(*_PART)]),
            about_journeys(),
            about_reach(),
            about_comparing(),
            about_moving(),
            about_own_levels(),
            about_taking_away(),
        ),
    )


def _choosing(framework: Framework) -> Iterator[Any]:
    yield said(
        "Choose the station where you are, then the one where you might go. Or type both into "
        "*From* and *To* and press *Show*. Old job titles work too: the map knows which role they "
        "became. Or open *All roles by track* and choose from the list."
    )
    yield said(
        "One station alone shows its card: what the role is for, its grade and tracks, where "
        "moves lead from it, and *What leads here*. *Swap* turns the journey round, *Clear* starts "
        "again."
    )
    if ends := _example(framework):
        start, goal = ends
        link = html.A(f"from {start.name} to {goal.name}", href=f"/{address(start.id, goal.id)}")
        yield html.P(["An example on this map: ", link, "."])


def _reading(framework: Framework) -> Iterator[Any]:
    """What lines, stations and columns are; columns are grades where roles have them."""
    graded = any(role.rank is not None for role in framework.roles) or not framework.roles
    told = [(kind, text) for kind, text in _SIGNS if graded or kind != "grade"]
    signs = [html.Li(said(text), className=f"sign {kind}") for kind, text in told]
    yield html.Ul(signs, className="signs")


def _example(framework: Framework) -> tuple[Role, Role] | None:
    """The two ends of the first track that has two."""
    for track in framework.tracks:
        if len(track.roles) > 1:
            return framework.role(track.roles[0]), framework.role(track.roles[-1])
    return None
