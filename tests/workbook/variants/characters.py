"""Variants in how cells are typed: quotes, dashes, blanks, case, and names of columns."""

import unicodedata
from collections.abc import Callable
from itertools import count

from tests.workbook.clean import LISTS
from tests.workbook.pages import Book
from tests.workbook.variants.registry import variant

__all__: list[str] = []

_LEVELS = ("Low", "Medium", "High")


def _columns(book: Book, change: Callable[[str], str]) -> None:
    """Every column heading of the lists, and of the ladder but for its levels."""
    for page in book.of(*LISTS, "ladder"):
        page.header[:] = [h if h in _LEVELS else change(str(h)) for h in page.header]


# --- Characters ------------------------------------------------------------------------------


@variant("characters", "apostrophes", respelled=True)
def typographic_apostrophes_everywhere(book: Book) -> None:
    """’ for ' in every text."""
    for page in book.pages:
        page.map(lambda text: text.replace("'", "’"))


@variant("characters", "apostrophes", bare=False)
def typographic_apostrophes_in_matrices(book: Book) -> None:
    """The ladder has the typed one."""
    for page in book.of("matrix"):
        page.map(lambda text: text.replace("'", "’"))


@variant("characters", "apostrophes", respelled=True)
def typed_apostrophes_in_other_shapes(book: Book) -> None:
    """A prime, a modifier letter and a high-reversed-9, by turns."""
    shapes = ("′", "ʼ", "‛")
    turn = count()
    for page in book.of("matrix"):
        page.map(lambda text: text.replace("'", shapes[next(turn) % 3]))


@variant("characters", "dashes", bare=False)
def typographic_dashes_in_matrices(book: Book) -> None:
    """Hyphens that do not break, en dashes and minus signs in competencies, by turns."""
    turn = count()
    for page in book.of("matrix"):
        for row in page.body:
            row[0] = str(row[0]).replace("-", "‑–−"[next(turn) % 3])


@variant("characters", "invisible columns", notes="text-cleaned")
def zero_width_characters(book: Book) -> None:
    """Zero-width spaces, joiners, byte order marks and soft hyphens inside words."""
    unseen = ("\u200b", "\u200d", "\ufeff", "\u00ad", "\u2060")
    turn = count()
    for page in book.pages:
        page.map(lambda text: text[:1] + unseen[next(turn) % len(unseen)] + text[1:])


@variant("characters", "invisible", notes="text-cleaned")
def bidirectional_marks(book: Book) -> None:
    """Left-to-right marks and isolates around the texts of matrices."""
    for page in book.of("matrix"):
        page.map(lambda text: f"\u200e\u2066{text}\u2069")


@variant("characters")
def decomposed_accents(book: Book) -> None:
    """An accented letter as letter and accent, as some computers store it."""
    for page in book.pages:
        page.map(lambda text: unicodedata.normalize("NFD", text))


@variant("characters", "edges columns")
def spaces_and_tabs_at_edges(book: Book) -> None:
    """Every text has them."""
    for page in book.pages:
        page.map(lambda text: f" \t{text}  ")


@variant("characters", "edges", bare=False)
def hard_spaces_between_words(book: Book) -> None:
    """A hard space, a thin space or two blanks between the words of headings and names."""
    wide = ("\u00a0", "\u2009", "  ", "\u3000")
    turn = count()
    for page in book.of("matrix", *LISTS):
        page.map(lambda text: text.replace(" ", wide[next(turn) % len(wide)]))


@variant("characters", "invisible", bare=False)
def everything_in_capitals_in_matrices(book: Book) -> None:
    """The lists and the ladder show how things are spelled."""
    for page in book.of("matrix"):
        page.map(lambda text: text.upper() if text not in _LEVELS else text)


# --- Headings of columns ---------------------------------------------------------------------


@variant("characters", "columns", bare=False)
def column_headings_in_capitals(book: Book) -> None:
    """FROM, TO, KIND and so on."""
    _columns(book, str.upper)


@variant("characters", "columns", bare=False)
def column_headings_with_colons(book: Book) -> None:
    """ "From:" and "To *", as forms have them."""
    turn = count()
    _columns(book, lambda text: text + (":", " :", "*", " *")[next(turn) % 4])


@variant("characters", "columns", bare=False)
def column_headings_on_two_lines(book: Book) -> None:
    """Line breaks, tabs and hard spaces inside the headings."""
    turn = count()
    _columns(book, lambda text: text.replace(" ", "\n\t\u00a0"[next(turn) % 3]))


_SYNONYMS = {
    "ladder": {
        "Competency": ("Skill",),
        "Group": ("Cluster", "Domain"),
        "Definition": ("Description",),
    },
    "grades": {"Name": ("Level name",), "Link": ("Pay scale",)},
    "tracks": {"Group": ("Job family",)},
    "roles": {
        "Role": ("Job title", "Title"),
        "Track": ("Tracks",),
        "Also known as": ("Aliases", "Former titles"),
    },
    "moves": {"How it happens": ("Note",)},
    "skills": {"Skill": ("Skill or knowledge",)},
    "profiles": {"Level": ("Band",)},
}


def _synonyms(book: Book, number: int) -> None:
    for kind, words in _SYNONYMS.items():
        for page in book.of(kind):
            page.header[:] = [(words.get(h, (h,)) * 2)[number] for h in page.header]


@variant("characters", "columns", bare=False)
def column_headings_by_other_names(book: Book) -> None:
    """The first of the other names that the contract gives."""
    _synonyms(book, 0)


@variant("characters", "columns", bare=False)
def column_headings_by_their_last_names(book: Book) -> None:
    """The last of the other names that the contract gives."""
    _synonyms(book, 1)
