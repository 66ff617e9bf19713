"""Words that a cell may choose from: yes or no, kinds of move, statuses; whole numbers."""

import re
from collections.abc import Mapping

from jobtrack_viz.guidance import BESIDE_MOVES
from jobtrack_viz.model import MOVE_KINDS
from jobtrack_viz.workbook.text import fold

__all__ = ["CHOICES", "SECTIONS", "choice", "whole_number", "yes_or_no"]

SECTIONS = ("Summary", "Duties", "Education", "Experience", "Skills", "Competencies")
"""The usual sections of a job description; a document may have others."""
_COUNT = re.compile(r"[0-9]{1,6}|[0-9]{1,3},[0-9]{3}")
_YES = frozenset({"yes", "y", "true", "1", "x"})
_NO = frozenset({"no", "n", "false", "0"})
_YES_OR_NO = ("yes", "no")

CHOICES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("Roles", "status"): ("open", "planned", "closed"),
    ("Roles", "manages"): _YES_OR_NO,
    ("Moves", "kind"): MOVE_KINDS,
    ("Moves", "both"): _YES_OR_NO,
    ("Skills", "kind"): ("essential", "desirable"),
    ("Skills", "category"): ("skill", "knowledge", "qualification", "experience"),
    ("Skills", "technology"): _YES_OR_NO,
    ("Skills", "equivalent"): _YES_OR_NO,
    ("Tracks", "status"): ("draft", "in consultation", "agreed"),
    ("How moves happen", "kind"): (
        *MOVE_KINDS,
        "vacancy",
        "regrade agreed",
        "regrade direct",
        *BESIDE_MOVES,
    ),
    ("Case studies", "consent"): _YES_OR_NO,
    ("Job descriptions", "kind"): ("essential", "desirable"),
}
"""Each list's fields with a closed vocabulary; the first word of a kind is its default."""


def choice(text: str, options: tuple[str, ...]) -> str | None:
    """The option that a text means; None if it is none of them."""
    if options == _YES_OR_NO:
        answer = yes_or_no(text)
        return None if answer is None else _YES_OR_NO[not answer]
    plain = fold(text).replace("-", " ")
    return plain if plain in options else None


def yes_or_no(text: str) -> bool | None:
    """True for yes, False for no, None for anything else."""
    plain = fold(text)
    if plain in _YES:
        return True
    return False if plain in _NO else None


def whole_number(text: str) -> int | None:
    """A count such as 12 or 1,016; None for anything else, and for more digits than a count has."""
    return int(text.replace(",", "")) if _COUNT.fullmatch(text.strip()) else None
