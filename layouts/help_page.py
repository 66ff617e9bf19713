"""Help for the three groups who use the map, and the keys that work on it."""

from jobtrack_viz.model import About, Framework
from layouts import html
from layouts.help_hr import for_hr
from layouts.help_managers import for_managers
from layouts.help_staff import for_staff
from layouts.parts import contact
from layouts.prose import Section, page, said, table

__all__ = ["help_page"]

_SHARED = "in the screen-share view"
_KEYS = (
    ("Tab, Shift + Tab", "anywhere", "To the next or the last part of the page"),
    ("Enter", "links, buttons, searches", "Opens, presses, or asks for what is typed"),
    ("← ↑ → ↓", "on the map", "To the nearest station in that direction"),
    ("Home, End", "on the map", "To the first or the last station"),
    ("Enter or Space", "at a station", "Chooses it as the start, then as the goal"),
    ("Esc", "on the map", "Takes back the goal, then the start"),
    ("Esc", "while one track is shown in full", "Shows all tracks again"),
    ("Esc", "in the menu Save", "Closes the menu"),
    ("→ ↓ Page Down", _SHARED, "Next picture; ↓ and Page Down first read a long text to its end"),
    ("← ↑ Page Up", _SHARED, "The picture before"),
    ("Home, End", _SHARED, "The first or the last picture"),
    ("Esc", _SHARED, "Leaves the full screen, then the view"),
    ("Ctrl + wheel", "on the map", "Zooms; without Ctrl the wheel scrolls"),
    ("Ctrl + P", "anywhere", "Prints, as the button does"),
)


def help_page(framework: Framework) -> html.Main:
    """For staff, managers and HR, each with its own sections, then the keyboard."""
    sections = (
        for_staff(framework),
        for_managers(),
        for_hr(),
        Section("keyboard", "By keyboard", [said(_BY_KEYBOARD), table("Keys", _HEAD, _keys())]),
    )
    return page("Help", [_intro(framework.about)], sections)


_HEAD = ("Key", "Where", "What it does")
_BY_KEYBOARD = (
    "Everything can be done without a mouse. On a Mac, press Command where this says Ctrl. The "
    "first stop of the Tab key leads past the header to the map."
)


def _keys() -> list[tuple[object, ...]]:
    return [(html.Kbd(key), *rest) for key, *rest in _KEYS]


def _intro(about: About) -> html.P:
    words = "This is how to read the map, and what to do with it. What it leaves open, "
    who = contact(about, "whoever looks after it")
    return html.P([words, *who, " can answer."])
