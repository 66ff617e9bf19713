"""What stands around every page: the document, the header with its places, the footer."""

from html import escape
from typing import Any

from jobtrack_viz.model import About
from jobtrack_viz.workbook.text import is_web_address
from layouts import html
from layouts.address import address
from layouts.links import link
from layouts.markup import to_html

__all__ = ["description", "document", "footer", "header", "places", "reading_document"]

_FONTS = ("CareerSans-Regular", "CareerSans-Semibold")
_PLACES = (("Map", "/"), ("Map as text", "/text"), ("Help", "/help"))
_OF_MAP = ("/", "/text")
_BELOW = (("Help", "/help"), ("Accessibility", "/accessibility"), ("Privacy", "/privacy"))


def document(title: str, said: str, css: str, body: str, root: str = "") -> str:
    """A whole page. ``said`` describes it to search engines and previews of links.

    ``root`` is attributes of its outermost element, ready to be written.
    """
    return f"""<!DOCTYPE html>
<html lang="en"{root}>
<head>
<meta charset="utf-8">
<title>{escape(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{escape(said)}">
<meta name="theme-color" content="#1b2a5c">
{_icon_and_fonts()}
{css}
</head>
<body>{body}
</body>
</html>
"""


def _icon_and_fonts() -> str:
    icon = f'<link rel="icon" type="image/svg+xml" href="{link("/assets/favicon.svg")}">'
    fonts = (
        '<link rel="preload" as="font" type="font/woff2" crossorigin '
        f'href="{link(f"/assets/fonts/{name}.woff2")}">'
        for name in _FONTS
    )
    return f"{icon}\n{''.join(fonts)}"


def reading_document(
    about: About,
    path: str,
    title: str,
    main: str,
    css: str,
    *,
    version: str = "",
    said: html.Aside | str = "",
) -> str:
    """A page to read and to print, without a script; ``main`` is an element with the id text.

    ``said`` is what stands above it of an older map or a draft.
    """
    body = f"""
<a class="skip" href="#text">Skip to the text</a>
{to_html([header(about, path, version=version), said])}
{main}
{to_html(footer(about, path))}"""
    return document(f"{title} - {about.title}", description(about), css, body)


def header(about: About, path: str, *more: html.P | html.Div, version: str = "") -> html.Header:
    """Title and institution, the places to go to, and what else belongs to the page.

    Its links stay with ``version``, if the page's address names one.
    """
    names = html.Div(
        [
            html.H1(html.A(about.title, href=_of_version("/", version)), id="map-title"),
            html.P(about.institution, id="institution") if about.institution else "",
        ],
        className="names",
    )
    return html.Header([names, places(path, version), *more], className="top")


def places(path: str, version: str = "") -> html.Nav:
    """The places to go to; the one at ``path`` is marked as the current page."""
    links = html.Ul([html.Li(_link(*place, path, version)) for place in _PLACES])
    return html.Nav(links, className="places", **{"aria-label": "Pages"})


def footer(about: About, path: str) -> html.Footer:
    """Our own pages, the institution's, and who keeps the map."""
    ours = [_link(*place, path) for place in _BELOW]
    where = f"Privacy at {about.institution}" if about.institution else "Privacy notice"
    theirs = [
        html.A(words, href=href)
        for words, href in (
            (where, about.privacy),
            ("Vacancies", about.vacancies),
            ("Feedback", about.feedback),
        )
        if is_web_address(href)
    ]
    lines = [about.owner, f"Reviewed {about.reviewed}" if about.reviewed else "", about.licence]
    return html.Footer(
        [
            html.P([*ours, *theirs], className="links"),
            html.P(" · ".join(line for line in lines if line)),
            html.P(about.attribution) if about.attribution else "",
        ],
        className="foot",
    )


def _link(words: str, href: str, path: str, version: str = "") -> html.A:
    here: dict[str, Any] = {"aria-current": "page"} if href == path else {}
    return html.A(words, href=_of_version(href, version), **here)


def _of_version(path: str, version: str) -> str:
    """The same place in a named version, where the place shows the map."""
    return f"{path}{address(None, version=version)}" if version and path in _OF_MAP else path


def description(about: About) -> str:
    """What the map is for, in a sentence."""
    where = f" at {about.institution}" if about.institution else ""
    return f"A map of careers{where}: choose two roles, read the journey and what to develop."
