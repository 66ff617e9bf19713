"""Converted samples: invented content in the layouts in which the sources are published."""

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from jobtrack_viz.__main__ import main

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


@pytest.fixture
def samples():
    """The folder of the samples."""
    return SAMPLES


@pytest.fixture
def convert(tmp_path, capsys):
    """Run one conversion: (exit code, sheets as another reader sees them, stdout, stderr)."""

    def run(kind, *sources, target="out.xlsx", more=()):
        path = tmp_path / target
        code = main(["convert", kind, *map(str, sources), str(path), *more])
        said = capsys.readouterr()
        sheets = {}
        if code == 0:
            book = CalamineWorkbook.from_path(path)
            sheets = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
        return code, sheets, said.out, said.err

    run.target = tmp_path / "out.xlsx"
    return run
