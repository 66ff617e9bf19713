"""The language ladder of a framework as rows: wide for people, long where that says too little."""

from collections.abc import Iterator
from dataclasses import replace

from jobtrack_viz.export.forms import tables, texts
from jobtrack_viz.export.forms.columns import Column
from jobtrack_viz.export.forms.written import Row, Sheet, cells_of, number_or_text
from jobtrack_viz.model import Competency, Framework

__all__ = ["has_own_levels", "ladder_of"]

_LEVEL_WIDTH = 42
_ORDER = Column("Level order", 10, "Its place on the scale, lowest first.")
_SCALE = Column(
    "Scale level",
    16,
    "The scale's word for the same place, where the competency has a word of its own.",
    as_text=True,
)


def has_own_levels(framework: Framework) -> bool:
    """True if a competency has words of its own for the scale's levels."""
    return any(competency.level_names for competency in framework.competencies)


def ladder_of(framework: Framework, *, long: bool) -> Sheet:
    """One row for each competency, or for each level of each.

    The long form alone says a competency's own words for levels.
    """
    return _long(framework) if long else _wide(framework)


def _wide(framework: Framework) -> Sheet:
    fixed = tables.LADDER.columns[:3]
    notes = [column.note for column in tables.LADDER.columns[3:]]
    levels = [
        Column(name, _LEVEL_WIDTH, _note(i, len(framework.scale), notes))
        for i, name in enumerate(framework.scale)
    ]
    table = replace(tables.LADDER, columns=(*fixed, *levels))
    return Sheet(table, tuple(_wide_row(competency) for competency in framework.competencies))


def _note(place: int, count: int, notes: list[str]) -> str:
    """The template's note on its lowest level; the others speak for themselves."""
    return notes[0].partition("\nExample")[0] if place == 0 and count else ""


def _wide_row(competency: Competency) -> Row:
    said = ("\n".join(cells_of(lines)) for lines in competency.statements)
    return competency.name, competency.group, competency.definition, *said


def _long(framework: Framework) -> Sheet:
    columns = (*texts.LONG_LADDER.columns, _ORDER, _SCALE)
    table = replace(texts.LONG_LADDER, name="Ladder", columns=columns)
    rows = [row for competency in framework.competencies for row in _levels(framework, competency)]
    return Sheet(table, tuple(rows))


def _levels(framework: Framework, competency: Competency) -> Iterator[Row]:
    for place, word in enumerate(framework.scale):
        own = competency.level_names[place : place + 1] if competency.level_names else (word,)
        if own and own[0]:
            lines = competency.statements[place] if place < len(competency.statements) else ()
            yield (
                competency.name,
                number_or_text(own[0]),
                "\n".join(cells_of(lines)),
                competency.group,
                competency.definition,
                place + 1,
                number_or_text(word),
            )
