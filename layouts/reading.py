"""The pages of our own words, and where they are."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from jobtrack_viz.model import About, Framework
from layouts import html
from layouts.accessibility_page import accessibility_page
from layouts.frame import reading_document
from layouts.help_page import help_page
from layouts.markup import to_html
from layouts.privacy_page import privacy_page

__all__ = ["reading_page", "reading_paths"]

_NOTHING = Framework(About(), (), (), (), (), (), (), ())
_PAGES: Mapping[str, tuple[str, Callable[[Framework], html.Main]]] = MappingProxyType(
    {
        "/help": ("Help", help_page),
        "/accessibility": ("Accessibility statement", lambda f: accessibility_page(f.about)),
        "/privacy": ("Privacy", lambda f: privacy_page(f.about)),
    }
)


def reading_paths() -> Sequence[str]:
    """The addresses of these pages."""
    return tuple(_PAGES)


def reading_page(path: str, framework: Framework | None, css: str) -> str:
    """One of these pages; without a framework it says the same, but names no institution.

    Raises:
        KeyError: there is no such page.
    """
    title, write = _PAGES[path]
    known = framework or _NOTHING
    return reading_document(known.about, path, title, to_html(write(known)), css)
