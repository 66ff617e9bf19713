"""The documents keep up with the code."""

from pathlib import Path

from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.words import WORDS

ROOT = Path(__file__).resolve().parent.parent


def test_every_problem_code_is_explained():
    """HR's guide explains every message that reading can give."""
    guide = (ROOT / "docs" / "workbook.md").read_text(encoding="utf-8")

    assert [] == [code for code in WORDS if f"`{code}`" not in guide]


def test_every_setting_is_in_the_readme():
    """The README names each variable of the environment that the code reads."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    source = (ROOT / "jobtrack_viz" / "settings.py").read_text(encoding="utf-8")
    names = {word for word in source.replace('"', " ").split() if word.startswith("JOBTRACK_")}
    settings = {name for name in names if name.isupper() and "{" not in name}

    assert [] == sorted(name for name in settings if name.strip(",)") not in readme)


def test_the_guide_states_the_limits():
    """The figures in the guide are the defaults."""
    guide = (ROOT / "docs" / "workbook.md").read_text(encoding="utf-8")
    limits = Limits()
    figures = (limits.rows, limits.columns, limits.cells, limits.roles, limits.competencies)

    assert [] == [figure for figure in figures if f"{figure:,}" not in guide]


def test_every_make_target_has_a_line_of_help():
    """``make help`` lists each target."""
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
    targets = [line for line in lines if line[:1].isalpha() and ":" in line and "=" not in line]

    assert [] == [line for line in targets if "##" not in line]
