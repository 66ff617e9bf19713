"""One rule, one generator: what is wrong, or worth a second look, in a workbook."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from jobtrack_viz.model import Problem
from jobtrack_viz.workbook.draft import Draft, LevelCell
from jobtrack_viz.workbook.headers import Entry
from jobtrack_viz.workbook.matrices import is_placeholder
from jobtrack_viz.workbook.scale import is_level_like
from jobtrack_viz.workbook.text import Suggestion, fold, values_of

__all__ = ["MATRIX_RULES", "error", "note", "suggesting", "warning"]

_LONGEST_TITLE = 60


def error(code: str, entry: Entry | None, **facts: str) -> Problem:
    """An error at a cell, or about the workbook as a whole."""
    sheet, cell = (entry.sheet, entry.address) if entry else (None, None)
    return Problem("error", code, sheet, cell, facts)


def warning(code: str, entry: Entry, **facts: str) -> Problem:
    """A warning at a cell."""
    return Problem("warning", code, entry.sheet, entry.address, facts)


def note(code: str, entry: Entry, **facts: str) -> Problem:
    """A note at a cell."""
    return Problem("note", code, entry.sheet, entry.address, facts)


def suggesting(
    problem: Problem, text: str, names: Callable[[], Iterable[str]], count: int = 1
) -> Problem:
    """The problem with the names most like a text, as its fact ``nearest``."""
    return replace(problem, facts=Suggestion(problem.facts, text, names, count))


def there_is_a_role(draft: Draft) -> Iterator[Problem]:
    """A workbook describes at least one role."""
    placeholders = any(
        is_placeholder(h.title.text) for m in draft.tables.matrices for h in m.headings
    )
    if not draft.roster.roles and not placeholders:
        yield error("no-roles", None)


def headings_are_filled_in(draft: Draft) -> Iterator[Problem]:
    """No heading is the template's placeholder."""
    for matrix in draft.tables.matrices:
        for heading in matrix.headings:
            if is_placeholder(heading.title.text):
                yield error("heading-placeholder", heading.title)


def columns_have_headings(draft: Draft) -> Iterator[Problem]:
    """Levels stand under a role's title."""
    for matrix in draft.tables.matrices:
        for entry in matrix.untitled:
            yield error("heading-missing", entry, found=entry.line)


def rows_have_competencies(draft: Draft) -> Iterator[Problem]:
    """Levels stand beside a competency's name."""
    for matrix in draft.tables.matrices:
        for row in matrix.rows:
            if row.competency is None:
                yield error("competency-missing", next(iter(row.levels.values())))


def levels_are_on_the_scale(draft: Draft) -> Iterator[Problem]:
    """Every level cell is a level of the scale, or *not required*."""
    if draft.scale is None:
        strange = (level for level in draft.levels if not is_level_like(level.entry.line, None))
        for level in islice(strange, 1):
            yield error("scale-unknown", level.entry, found=level.entry.line)
        return
    levels = draft.scale.levels
    said = ", ".join(levels)
    for level in draft.levels:
        if level.rank is None and level.entry.cell.kind in ("text", "number"):
            found = error("level-unknown", level.entry, found=level.entry.line, levels=said)
            yield suggesting(found, level.entry.line, lambda: levels)


def level_cells_are_not_merged(draft: Draft) -> Iterator[Problem]:
    """A level cell is one cell, since a merged one keeps only one value."""
    for level in draft.levels:
        cell = level.entry.cell
        if (level.entry.sheet, cell.row, cell.column) in draft.tables.merged:
            yield error("level-merged", level.entry, found=level.entry.line)


def no_text_became_a_date(draft: Draft) -> Iterator[Problem]:
    """Nowhere stands a date where a text belongs."""
    entries = [level.entry for level in draft.levels]
    for matrix in draft.tables.matrices:
        for heading in matrix.headings:
            entries += [heading.title, *([heading.grade] if heading.grade else [])]
    for records in draft.tables.lists.values():
        for record in records:
            entries += [entry for field, entry in record.fields.items() if field != "reviewed"]
    for entry in dict.fromkeys(entries):
        if entry.cell.kind == "date":
            yield error("cell-date", entry, found=entry.line)


def competencies_stand_once(draft: Draft) -> Iterator[Problem]:
    """A competency that stands twice in a matrix has the same levels in both rows."""
    found: dict[tuple[int, int, str], LevelCell] = {}
    for level in draft.levels:
        key = (id(level.matrix), level.column, level.competency)
        first = found.setdefault(key, level)
        if first is not level and level.competency and first.rank != level.rank:
            name = draft.competencies[level.competency]
            facts = {"competency": name, "other": first.entry.address}
            yield error("competency-twice", level.entry, **facts)


def matrices_agree(draft: Draft) -> Iterator[Problem]:
    """Two matrices that show one role give it the same levels."""
    found: dict[tuple[int, str], LevelCell] = {}
    for level in draft.levels:
        if level.role is None or level.rank is None or not level.competency:
            continue
        first = found.setdefault((id(level.role), level.competency), level)
        elsewhere = first.matrix is not level.matrix or first.column != level.column
        if elsewhere and first.rank != level.rank:
            where = f"{first.entry.sheet} {first.entry.address}"
            facts = {"role": level.role.name, "competency": draft.competencies[level.competency]}
            said = {"found": _said(level), "other": _said(first), "where": where}
            yield error("matrices-disagree", level.entry, **facts, **said)


def _said(level: LevelCell) -> str:
    return level.entry.line if level.rank else "not required"


def ids_are_unique(draft: Draft) -> Iterator[Problem]:
    """An ID belongs to one role."""
    owners: dict[str, str] = {}
    for role in draft.roster.roles:
        if role.record and "id" in role.record.fields:
            entry = role.record.fields["id"]
            first = owners.setdefault(fold(entry.line), role.name)
            if first != role.name:
                yield error("id-twice", entry, found=entry.line, other=first)


def roles_have_levels(draft: Draft) -> Iterator[Problem]:
    """Every role has levels, once there is a matrix, even one of colours only."""
    known = {level.role.id for level in draft.levels if level.role}
    for role in draft.roster.roles if draft.tables.matrices else ():
        if role.id not in known:
            yield warning("role-without-levels", role.mentions[0].entry, role=role.name)


def roles_have_grades(draft: Draft) -> Iterator[Problem]:
    """Every role has a grade."""
    for role in draft.roster.roles:
        entry = role.mentions[0].entry
        if role.grade is None and entry.cell.kind in ("text", "number"):
            yield warning("grade-missing", entry, role=role.title)


def grades_are_known(draft: Draft) -> Iterator[Problem]:
    """With a Grades sheet, every grade in use is listed there; a span's ends are."""
    for role in draft.roster.roles:
        if role.grade and draft.grades.rank(role.grade) is None:
            mention = next(m for m in role.mentions if m.grade)
            entry = mention.entry
            if mention.record and "grade" in mention.record.fields:
                entry = mention.record.fields["grade"]
            elif mention.heading and mention.heading.grade:
                entry = mention.heading.grade
            found = error("grade-unknown", entry, found=role.grade)
            yield suggesting(found, role.grade, lambda: draft.grades.labels)


def grade_order_is_clear(draft: Draft) -> Iterator[Problem]:
    """Without a Grades sheet, the matrices' columns agree on the order of named grades."""
    headings = [heading.title for matrix in draft.tables.matrices for heading in matrix.headings]
    entries = [*headings, *(role.mentions[0].entry for role in draft.roster.roles)]
    if draft.grades.how == "columns" and entries and not draft.levels_are_roles:
        if draft.grades.contradiction:
            first, second = draft.grades.contradiction
            yield error("grade-order-unclear", None, first=first, second=second)
        else:
            yield note("grade-order-inferred", entries[0], order=", ".join(draft.grades.labels))


def titles_fit_a_station(draft: Draft) -> Iterator[Problem]:
    """A title is short enough to be a station's name."""
    for role in draft.roster.roles:
        if len(role.title) > _LONGEST_TITLE:
            entry = role.mentions[0].entry
            yield warning("title-long", entry, length=str(len(role.title)))


def mentions_are_clear(draft: Draft) -> Iterator[Problem]:
    """A heading or row that gives no grade fits one role only."""
    for mention, roles in draft.roster.unclear:
        names = "; ".join(role.name for role in roles)
        yield error("role-ambiguous", mention.entry, found=mention.title, roles=names)


def former_titles_are_claimed_once(draft: Draft) -> Iterator[Problem]:
    """A former title leads to one role."""
    claims: dict[str, list[tuple[Entry, str]]] = defaultdict(list)
    for role in draft.roster.roles:
        if role.record and "aliases" in role.record.fields:
            entry = role.record.fields["aliases"]
            for alias in dict.fromkeys(map(fold, values_of(entry.text))):
                claims[alias].append((entry, role.name))
    for alias, claimants in claims.items():
        if len(claimants) > 1:
            entry = claimants[-1][0]
            spelled = next(v for v in values_of(entry.text) if fold(v) == alias)
            names = "; ".join(name for _, name in claimants)
            yield warning("alias-shared", entry, found=spelled, roles=names)


MATRIX_RULES: tuple[Callable[[Draft], Iterator[Problem]], ...] = (
    there_is_a_role,
    headings_are_filled_in,
    columns_have_headings,
    rows_have_competencies,
    levels_are_on_the_scale,
    level_cells_are_not_merged,
    no_text_became_a_date,
    competencies_stand_once,
    matrices_agree,
    ids_are_unique,
    roles_have_levels,
    roles_have_grades,
    grades_are_known,
    grade_order_is_clear,
    titles_fit_a_station,
    mentions_are_clear,
    former_titles_are_claimed_once,
)
