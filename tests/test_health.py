"""What is worth a second look along a track, at the cell that says it."""

from dataclasses import replace

from jobtrack_viz.health import findings
from jobtrack_viz.network import build_network
from tests.sheets import reading, sheet


def found(*sheets):
    """Every finding as (code, sheet, cell)."""
    result = reading(*sheets)
    assert result.framework is not None, result.problems
    network = build_network(result.framework)
    return [(p.code, p.sheet, p.cell) for p in findings(network, result.places)]


def test_a_level_that_falls_as_the_grade_rises():
    """The fall is reported at the higher role's level."""
    assert [("level-falls", "Dev", "C2")] == found(
        sheet("Dev", (None, "A (6)", "B (7)"), ("Tact", "High", "Med"), ("Calm", "Low", "Med"))
    )


def test_neighbours_that_are_described_alike():
    """Two neighbours with identical columns are reported at the higher one's heading."""
    assert [("neighbours-alike", "Dev", "C1")] == found(
        sheet("Dev", (None, "A (6)", "B (7)"), ("Tact", "Low", "Low"))
    )


def test_a_line_that_ends_early():
    """Where moves are described, a track below the highest grade should lead on."""
    dev = sheet("Dev", (None, "A (6)", "B (7)"), ("Tact", "Low", "Med"))
    desk = sheet("Desk", (None, "C (5)"), ("Tact", "Low"))
    on = sheet("Moves", ("From", "To"), ("C", "A"))
    back = sheet("Moves", ("From", "To"), ("A", "C"))

    assert [] == found(dev, desk, on)
    assert [("line-ends-early", "Desk", "B1")] == found(dev, desk, back)


def test_a_station_that_nothing_leads_to():
    """A given progression that passes a role by leaves it without a way in."""
    dev = sheet("Dev", (None, "A (5)", "B (6)", "C (7)"), ("Tact", "Low", "Med", "High"))
    moves = sheet("Moves", ("From", "To", "Kind"), ("A", "C", "progression"))

    assert [("station-unreachable", "Dev", "C1")] == found(dev, moves)


def test_progressions_that_only_the_workbook_can_tell():
    """Two roles below three: none is derived, and a note says so."""
    rows = [(name, grade, "T") for name, grade in zip("abcde", "44555", strict=True)]

    codes = [code for code, _, _ in found(sheet("Roles", ("Role", "Grade", "Track"), *rows))]
    assert "progressions-unclear" in codes


def test_a_fall_in_a_competencys_own_words():
    """The finding names levels as the competency does."""
    result = reading(
        sheet("Dev", (None, "A (6)", "B (7)"), ("Tact", "High", "Med"), ("Calm", "Low", "Med"))
    )
    first, *others = result.framework.competencies
    own = replace(first, level_names=("", "Practised", "Expert"))
    network = build_network(replace(result.framework, competencies=(own, *others)))
    (problem,) = findings(network, result.places)

    assert ("Expert", "Practised") == (problem.facts["before"], problem.facts["after"])
