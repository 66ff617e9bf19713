"""What `check` says of hostile and odd files: an exit code and one line, never a traceback."""

import json

import pytest

from jobtrack_viz.__main__ import main
from tests.hostile import READ, REFUSED, Readable, Refused


@pytest.mark.parametrize("case", REFUSED[::4], ids=lambda case: case.name)
def test_a_refused_file_is_exit_2(case: Refused, tmp_path, capsys):
    """Nothing on stdout, one line on stderr."""
    path = tmp_path / "theirs.xlsx"
    path.write_bytes(case.make())
    code = main(["check", str(path), "--json"])
    printed = capsys.readouterr()

    assert (2, "", 1) == (code, printed.out, len(printed.err.splitlines()))
    assert case.says in printed.err


@pytest.mark.parametrize("case", READ, ids=lambda case: case.name)
def test_an_odd_file_is_read_to_the_end(case: Readable, tmp_path, capsys):
    """Odd contents give problems with sentences, or none; never silence and never a crash."""
    path = tmp_path / "odd.xlsx"
    path.write_bytes(case.make())
    code = main(["check", str(path), "--json"])
    answer = json.loads(capsys.readouterr().out)

    assert code == (0 if answer["ok"] else 1)
    assert all(problem["message"] for problem in answer["problems"])
