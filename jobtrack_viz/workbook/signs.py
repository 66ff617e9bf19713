"""Words that tell a matrix's parts: corners, roles, grades, tracks, and columns beside these."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jobtrack_viz.workbook.grades import split_title
from jobtrack_viz.workbook.grids import Cell
from jobtrack_viz.workbook.scale import Scale, is_level_like
from jobtrack_viz.workbook.text import fold, plain_heading

__all__ = [
    "ASIDE",
    "CORNER_WORDS",
    "FIGURES",
    "GRADE_WORDS",
    "ROLE_WORDS",
    "TRACK_WORDS",
    "Words",
    "is_corner",
    "is_role_word",
]

CORNER_WORDS = frozenset(
    {
        "competency",
        "competencies",
        "skill",
        "skills",
        "job track",
        "track",
        "behaviour",
        "behaviours",
    }
)
ROLE_WORDS = frozenset(
    {
        "role",
        "roles",
        "job role",
        "job",
        "job title",
        "job titles",
        "title",
        "titles",
        "post",
        "post title",
        "position",
        "position title",
    }
)
GRADE_WORDS = frozenset(
    {
        "",
        "grade",
        "grades",
        "band",
        "level",
        "job grade",
        "pay grade",
        "pay band",
        "afc band",
    }
)
FIGURES = frozenset(
    {
        "total",
        "totals",
        "average",
        "averages",
        "mean",
        "sum",
        "weight",
        "weighting",
        "score",
        "my score",
        "gap",
        "fte",
        "headcount",
        "salary",
    }
)
"""What figures are called that people work out beside or below levels."""
TRACK_WORDS = frozenset({"track", "tracks"})
ASIDE = frozenset(
    {
        "group",
        "groups",
        "cluster",
        "domain",
        "definition",
        "description",
        "key",
        "legend",
        "note",
        "notes",
        "comment",
        "comments",
        "id",
        "code",
        "ref",
        "summary",
        "status",
        "also known as",
        "aliases",
        "former titles",
        "manages people",
        "hera reference",
        "hera reviewed",
        "reports to",
        "link",
        *FIGURES,
    }
)


@dataclass(frozen=True, slots=True)
class Words:
    """What tells levels, grades, competencies and roles (both folded) from other texts."""

    scale: Scale | None
    listed: Sequence[str]
    competencies: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()

    def level(self, cell: Cell) -> bool:
        """True if the cell reads as a level."""
        return is_level_like(cell.text, self.scale)

    def role(self, cell: Cell) -> bool:
        """True if the cell is a title from the list of roles."""
        return fold(split_title(cell.text, self.listed)[0]) in self.roles

    def graded(self, cell: Cell) -> bool:
        """True if the cell reads as a title with its grade."""
        return split_title(cell.text, self.listed)[1] is not None or "(grade)" in fold(cell.text)


def is_corner(cell: Cell) -> bool:
    """True for a first heading that marks a matrix: Competency, or a track's name with the word."""
    text = re.sub(r"[<>\[\]]", "", plain_heading(cell.text)).strip()
    return text in CORNER_WORDS or text.endswith(" track")


def is_role_word(cell: Cell) -> bool:
    """True for a heading over titles of roles."""
    return plain_heading(cell.text) in ROLE_WORDS
