"""The accessibility statement, with the parts that the model for UK public bodies asks for.

The order and the titles of its parts follow the model statement of the Public Sector Bodies
(Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.
"""

from collections.abc import Iterator
from typing import Any

from jobtrack_viz.model import About
from jobtrack_viz.workbook.text import is_web_address
from layouts import html
from layouts.parts import contact
from layouts.prose import Section, bullets, page, said, to_fill

__all__ = ["accessibility_page"]

_PREPARED = "23 November 2026"
"""When the statement was written and the pages were last tested as a whole."""
_REGULATIONS = (
    "[Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations "
    "2018](https://www.legislation.gov.uk/uksi/2018/952)"
)
_CAN = (
    "do everything with a keyboard alone: choose stations, read the journey, save and print",
    "zoom in to 400% without scrolling sideways, except on the map itself, which is a drawing",
    "choose wider spacing of lines, words and letters without losing text",
    "use dark colours, more contrast or colours of your own, and turn off motion",
    "read the whole map as text, with the same roles, moves and levels: [Map as text](/text)",
    "read and choose without scripts: stations are links, and the search is a form",
)
_LIMITS = (
    "The map is a drawing. When all of it is shown, its names are small and stations lie close "
    "together. Zoom in, or use the list of roles, the searches or [Map as text](/text).",
    "A chart of levels is one picture to a screen reader and to the keyboard. The table below each "
    "chart says the same.",
    "Pictures that you save of the map have no text of their own. Put [Map as text](/text) or a "
    "link to the page beside them.",
)
_NOT_TRIED = (
    "No screen reader has been tried on these pages, and nobody who relies on one has tried them: "
    "names, roles and messages were checked by program only (WCAG 4.1.2 and 4.1.3).",
    "Speech recognition, switches and screen magnifiers have not been tried either.",
    "Word and Excel files were opened and looked at in LibreOffice, but not checked with Microsoft "
    "Office or a screen reader.",
)
_TESTED = (
    "rules of axe-core for WCAG 2.0, 2.1 and 2.2, levels A and AA, on each page and state, "
    "in light and in dark colours",
    "the keyboard alone, through each task",
    "320 pixels of width, which is 400% zoom on a screen of 1280 pixels",
    "the text spacing of WCAG 1.4.12",
    "colours of the system, more contrast, reduced motion, and pages without scripts",
    "prints, which were looked at",
)


def accessibility_page(about: About) -> html.Main:
    """The statement; what only the institution can say comes from the workbook or is left open."""
    sections = (
        Section("how", "How accessible this map is", [*_how()]),
        Section("contact", "Feedback and contact information", [*_contact(about)]),
        Section("report", "Reporting accessibility problems with this map", [*_report(about)]),
        Section("enforcement", "Enforcement procedure", [*_enforcement()]),
        Section(
            "technical",
            "Technical information about this map's accessibility",
            [*_commitment(about)],
            (
                Section("status", "Compliance status", [*_status()]),
                Section("non-accessible", "Non-accessible content", [*_non_accessible()]),
                Section("burden", "Disproportionate burden", [said(_BURDEN)]),
                Section("scope", "Content that is not within the regulations", [said(_SCOPE)]),
            ),
        ),
        Section("better", "What is being done to improve accessibility", [said(_BETTER)]),
        Section("prepared", "Preparation of this statement", [*_preparation(about)]),
    )
    return page("Accessibility statement", [*_applies(about)], sections)


_BURDEN = "Nothing has been left out because it would cost too much."
_SCOPE = (
    "Websites that the map links to, such as vacancies or pay scales, are not part of it and have "
    "statements of their own. No part of the map itself is left out of this statement: although it "
    "looks like an online map, all it shows is there as text too."
)
_BETTER = (
    "Each change to the program is tested as described below before it is released. Next comes a "
    "trial with people who use screen readers; this statement will then be corrected."
)


def _applies(about: About) -> Iterator[html.P]:
    whose = f", published by {about.institution}" if about.institution else ""
    yield html.P(
        f"This accessibility statement applies to “{about.title}”{whose}: the map, the map as "
        "text, help, privacy, and the documents that can be saved here."
    )
    if not about.institution:
        yield html.P(to_fill("its name", "Institution"))


def _how() -> Iterator[Any]:
    yield said("As many people as possible should be able to use this map. You should be able to:")
    yield bullets(*_CAN)
    yield said("These parts are not as accessible as they could be:")
    yield bullets(*_LIMITS)


def _contact(about: About) -> Iterator[Any]:
    if about.contact:
        yield html.P(
            [
                "If you need something on this map in another form, such as large print, easy read "
                "or a recording, or help with using it, write to ",
                *contact(about, ""),
                ". Say which page it is and what you need.",
            ]
        )
    else:
        yield said(
            "If you need something on this map in another form, or help with using it, ask those "
            "who gave you its address."
        )
        yield html.P(to_fill("whom to write to", "Contact"))


def _report(about: About) -> Iterator[Any]:
    words = (
        "If you find a problem that this page does not name, or think that the map does not meet "
        "the rules, please say so: "
    )
    if is_web_address(about.feedback):
        form = html.A("the feedback form", href=about.feedback)
        yield html.P([words, form, *([" or ", *contact(about, "")] if about.contact else []), "."])
    elif about.contact:
        yield html.P([words, *contact(about, ""), "."])
    else:
        yield html.P([words, to_fill("a form", "Feedback")])


def _enforcement() -> Iterator[html.P]:
    yield said(
        f"The Equality and Human Rights Commission (EHRC) is responsible for enforcing the "
        f"{_REGULATIONS} (the “accessibility regulations”). If you are not happy with the answer "
        "to your complaint, contact the [Equality Advisory and Support Service "
        "(EASS)](https://www.equalityadvisoryservice.com/)."
    )
    yield said(
        "In Northern Ireland, contact the [Equality Commission for Northern Ireland "
        "(ECNI)](https://www.equalityni.org/) instead of both."
    )


def _commitment(about: About) -> Iterator[html.P]:
    if about.institution:
        yield html.P(
            f"{about.institution} is committed to making its websites accessible, in accordance "
            "with the accessibility regulations."
        )
    else:
        yield html.P(to_fill("its name", "Institution"))


def _status() -> Iterator[html.P]:
    yield said(
        "This map is partially compliant with the [Web Content Accessibility Guidelines version "
        "2.2](https://www.w3.org/TR/WCAG22/) AA standard, due to the non-compliances listed below."
    )


def _non_accessible() -> Iterator[Any]:
    yield said(
        "No failure of a success criterion is known. These parts count as non-compliant until "
        "somebody has tried them:"
    )
    yield bullets(*_NOT_TRIED)


def _preparation(about: About) -> Iterator[Any]:
    yield said(
        f"This statement was prepared on {_PREPARED}, together with the program. It was last "
        f"reviewed on {_PREPARED}."
    )
    yield said(
        f"The pages were last tested on {_PREPARED} by those who make the program, in Chromium, "
        "with the example that comes with it and with workbooks unlike it. These were tested:"
    )
    yield bullets(*_TESTED)
    who = about.institution or "The institution that publishes the map"
    yield html.P(
        f"{who} answers for this statement on its own website, and reviews it once a year and "
        "after each change of the program."
    )
