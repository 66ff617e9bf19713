"""The language matrices of a framework as rows: one for each track, and what fits in none.

A matrix tells roles by title and grade, and reads a column as a role's by its levels or its
grade. Roles and competencies that it could not tell have their levels in a long form.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from jobtrack_viz.export.forms import texts
from jobtrack_viz.export.forms.columns import Column, Table
from jobtrack_viz.export.forms.written import (
    RoleNames,
    Row,
    Sheet,
    Value,
    corner_of,
    number_or_text,
    titled,
)
from jobtrack_viz.model import Framework, Role, Track
from jobtrack_viz.workbook.scale import Scale, is_level_like
from jobtrack_viz.workbook.signs import (
    ASIDE,
    CORNER_WORDS,
    FIGURES,
    GRADE_WORDS,
    ROLE_WORDS,
    TRACK_WORDS,
)
from jobtrack_viz.workbook.text import fold

__all__ = ["matrices_of"]

_NAMES_WIDTH, _ROLE_WIDTH = 36, 17
_CORNER = (
    "One competency a row, as on the ladder. The track is named here: the name of the sheet may "
    "be shorter."
)
_HEADING = "A role of this track: its title, then its grade in brackets."
_FURTHER = "Further levels"
_LEGEND = frozenset({"key", "legend", "levels", "scale", "note", "notes"})
_NOT_IN_A_MATRIX = _LEGEND | ASIDE | CORNER_WORDS | FIGURES | GRADE_WORDS | ROLE_WORDS | TRACK_WORDS
"""Words that head tables or begin rows beside a matrix, as the reader knows them."""
_MANY = 40
"""Up to so many competencies each matrix lists all of them, to be filled in."""
_REFUSED = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31


def matrices_of(framework: Framework, taken: Iterable[str], *, plain: bool) -> Iterator[Sheet]:
    """A matrix for each track with roles, then one in the long form if levels are left.

    ``taken`` are names of other sheets. ``plain``: competencies without levels stand there too,
    to be filled in, where they are few; else none does that is called as tables are headed.
    """
    used = {fold(name) for name in (*taken, _FURTHER)}
    words = _Words(framework, plain)
    told: set[tuple[str, str]] = set()
    listed = [grade.label for grade in framework.grades]
    for track in framework.tracks:
        roles = words.headings(track)
        if roles and (framework.competencies or words.reorders(track)):
            rows = words.rows(roles)
            told |= {(role.id, name) for role in roles for name, _ in rows}
            yield _matrix(track, roles, rows, _sheet_name(track.name, used), listed)
    left = [
        (role, name)
        for role in framework.roles
        for name in role.levels
        if (role.id, name) not in told
    ]
    if left:
        names = RoleNames(framework.roles)
        table = replace(texts.LONG_MATRIX, name=_FURTHER)
        rows_left = [(names[r.id], name, words.level(r, name), None, None) for r, name in left]
        yield Sheet(table, tuple(rows_left))


class _Words:
    """What a framework's matrices may say so that reading them says the same."""

    def __init__(self, framework: Framework, plain: bool) -> None:
        self._plain = plain
        self._framework = framework
        self._roles = {role.id: role for role in framework.roles}
        self._competencies = {c.name: c for c in framework.competencies}
        self._scale = Scale(framework.scale)
        graded = [(fold(role.title), fold(role.grade)) for role in framework.roles if role.grade]
        self._graded = Counter(graded)
        self._titles = Counter(fold(role.title) for role in framework.roles)

    def level(self, role: Role, name: str) -> Value:
        """A role's level in the competency's words; nothing if it is not stated."""
        rank = role.levels.get(name)
        if rank is None:
            return None
        if rank == 0:
            return "-"
        return number_or_text(self._framework.level_name(rank, self._competencies[name]))

    def headings(self, track: Track) -> list[Role]:
        """The track's roles up to the first that no heading can name."""
        found: list[Role] = []
        for role in (self._roles[role_id] for role_id in track.roles):
            if not self._is_heading(role):
                break
            found.append(role)
        return found

    def reorders(self, track: Track) -> bool:
        """True if a track's roles stand in another order than on Roles."""
        return list(track.roles) != [role for role in self._roles if role in set(track.roles)]

    def rows(self, roles: Sequence[Role]) -> list[tuple[str, Row]]:
        """Each competency of a matrix with the levels of its roles."""
        graded = any(role.grade for role in roles)
        everything = self._plain and len(self._competencies) <= _MANY and graded
        return [
            (name, tuple(self.level(role, name) for role in roles))
            for name in self._competencies
            if self._is_name(name) and (everything or any(name in role.levels for role in roles))
        ]

    def _is_heading(self, role: Role) -> bool:
        """True if the heading means this role alone, and its column looks like a role's."""
        title = fold(role.title)
        if role.grade:
            same = self._graded[title, fold(role.grade)]
            loose = self._titles[title] - sum(
                count for (other, _), count in self._graded.items() if other == title
            )
            return same == 1 and not loose
        levels = [str(self.level(role, name)) for name in role.levels if self._is_name(name)]
        like = sum(is_level_like(text, self._scale) for text in levels)
        plain = title.rstrip(" :*?") not in FIGURES
        return self._titles[title] == 1 and 0 < len(levels) <= 2 * like and plain

    def _is_name(self, competency: str) -> bool:
        """False for a name that heads tables, begins a key or reads as a level."""
        word = fold(competency).rstrip(" :*?")
        known = word in _LEGEND
        if not self._plain:
            known = word in _NOT_IN_A_MATRIX or word.endswith(" track")
        return not known and not is_level_like(competency, self._scale)


def _matrix(
    track: Track,
    roles: Sequence[Role],
    rows: Sequence[tuple[str, Row]],
    name: str,
    listed: Sequence[str],
) -> Sheet:
    columns = [Column(corner_of(track.name), _NAMES_WIDTH, _CORNER, names="competencies")]
    columns += [
        Column(titled(role, listed, graded=True), _ROLE_WIDTH, _HEADING, names="levels")
        for role in roles
    ]
    table = Table(name, f"The language matrix of {track.name}.", tuple(columns))
    return Sheet(table, tuple((name, *levels) for name, levels in rows), matrix=True)


def _sheet_name(track: str, used: set[str]) -> str:
    """A name that Excel takes and no other sheet has; it is taken from now on."""
    plain = " ".join(_REFUSED.sub(" ", track).split()).strip("'")[:_LONGEST_NAME].strip("' ")
    name, number = plain or "Track", 2
    while fold(name) in used:
        ending = f" ({number})"
        name = f"{plain[: _LONGEST_NAME - len(ending)].rstrip()}{ending}"
        number += 1
    used.add(fold(name))
    return name
