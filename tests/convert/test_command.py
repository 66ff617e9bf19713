"""``convert`` as operators meet it: where it writes, and what it refuses."""

import pytest

from jobtrack_viz.__main__ import main


def test_an_existing_workbook_is_kept(convert, samples):
    """Only --force writes over it."""
    convert.target.write_bytes(b"theirs")
    code, _, out, err = convert("csv", samples / "csv")

    assert (2, "", 1) == (code, out, len(err.splitlines()))
    assert "exists already. Say --force" in err
    assert b"theirs" == convert.target.read_bytes()
    assert 0 == convert("csv", samples / "csv", more=("--force",))[0]


def test_the_same_files_give_the_same_bytes(convert, samples):
    """A version of the map is known by its workbook's bytes."""
    convert("csv", samples / "csv")
    first = convert.target.read_bytes()
    convert("csv", samples / "csv", more=("--force",))

    assert first == convert.target.read_bytes()


def test_what_was_written_is_said(convert, samples):
    """Each sheet with its rows, and what to do next."""
    out = convert("csv", samples / "csv")[2].splitlines()

    assert ["Bakery: 2 rows", "Grades: 3 rows", "Roles: 2 rows"] == out[:3]
    assert out[3].endswith(f"python -m jobtrack_viz check {convert.target}")


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ("samples/csv", "out.csv", "does not end in .xlsx"),
        ("samples/csv", "nowhere/out.xlsx", "No such file or directory"),
        ("nowhere", "out.xlsx", "No such file or directory"),
        ("samples/onet", "out.xlsx", "holds no file that ends in .csv"),
    ],
)
def test_wrong_places(convert, samples, source, target, words):
    """One line, exit code 2."""
    code, _, out, err = convert("csv", samples.parent / source, target=target)

    assert (2, "", 1) == (code, out, len(err.splitlines()))
    assert words in err


@pytest.mark.parametrize("arguments", [[], ["pdf"], ["ddat", "one.csv", "out.xlsx"]])
def test_wrong_usage(arguments, capsys):
    """One line that says how it is used."""
    with pytest.raises(SystemExit) as caught:
        main(["convert", *arguments])

    assert (2, 1) == (caught.value.code, len(capsys.readouterr().err.splitlines()))


def test_limits_of_reading_are_limits_of_writing(convert, samples, monkeypatch):
    """What could not be read again is not written."""
    monkeypatch.setenv("JOBTRACK_LIMIT_CELLS", "26")
    code, _, _, err = convert("csv", samples / "csv")

    assert 2 == code
    assert "The workbook would hold 29 filled cells; at most 26 are read." in err
