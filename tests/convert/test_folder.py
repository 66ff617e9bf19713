"""A folder of CSV files as a workbook."""

import json

import pytest

from jobtrack_viz.__main__ import main


@pytest.fixture
def folder(tmp_path):
    """An empty folder to put files into."""
    path = tmp_path / "tables"
    path.mkdir()
    return path


def only_sheet(convert, folder, data):
    """The cells of one file's sheet."""
    (folder / "T.csv").write_bytes(data)
    return convert("csv", folder)[1]["T"]


def test_each_file_is_a_sheet(convert, samples):
    """In the order of their names; commas and semicolons, UTF-8 with a mark and Windows-1252."""
    sheets = convert("csv", samples / "csv")[1]

    assert {
        "Bakery": [
            ["Bakery track", "Baker (4)", "Master Baker (5)"],
            ["Kneading", 1, 3],
            ["Tasting; spitting", 2, 2],
        ],
        "Grades": [["Grade", "Name"], [4, "Café hand"], [5, "Head"], ["5/6", "Head, and more"]],
        "Roles": [
            ["Role", "Grade", "Summary", "HERA reference"],
            ["Baker", 4, "=1+1 is not two, but bread", "007"],
            ["Master Baker", 5, "+ more bread", "1.10"],
        ],
    } == sheets
    assert ["Bakery", "Grades", "Roles"] == list(sheets)


def test_checking_finds_nothing_at_all(convert, samples, capsys):
    """The three sheets are a framework."""
    convert("csv", samples / "csv")
    code = main(["check", str(convert.target), "--json"])
    answer = json.loads(capsys.readouterr().out)

    assert (0, []) == (code, answer["problems"])
    assert (1, 2, ["1", "2", "3"]) == (
        answer["summary"]["tracks"],
        answer["summary"]["roles"],
        answer["summary"]["levels"],
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("-7", -7),
        ("0", 0),
        ("1.5", 1.5),
        ("0.05", 0.05),
        ("123456789012345", 123456789012345),
        *((text, text) for text in ("007", "1.10", "1.0", "+5", "1e3", "5/6", "-0", "1,5", "TRUE")),
        *((text, text) for text in ("1234567890123456", "2026-09-01", "=SUM(A1)", "#N/A", "@me")),
        ("  spaced  ", "spaced"),
    ],
)
def test_numbers_are_numbers_only_as_they_are_spelled(convert, folder, text, value):
    """What a spreadsheet would spell otherwise stays the text it is."""
    found = only_sheet(convert, folder, f'Code;Name\n"{text}";x\n'.encode())[1][0]

    assert (value, isinstance(value, str)) == (found, isinstance(found, str))


def test_formulas_stay_texts(convert, folder):
    """No cell holds a formula, and editing one in Excel will not make it one."""
    import openpyxl

    only_sheet(convert, folder, b"Name;Note\n=1+1;=HYPERLINK(1)\n-2+3;@SUM(A1)\n")
    cells = [cell for row in openpyxl.load_workbook(convert.target)["T"] for cell in row][2:]

    assert ["=1+1", "=HYPERLINK(1)", "-2+3", "@SUM(A1)"] == [cell.value for cell in cells]
    assert {"s"} == {cell.data_type for cell in cells}
    assert {"@"} == {cell.number_format for cell in cells}


@pytest.mark.parametrize(
    "data",
    [
        b'Role,Note\nBaker,"Bread; rolls"\n',
        b"Role;Note\nBaker;Bread; rolls\n".replace(b"Bread; rolls", b'"Bread; rolls"'),
        b"Role\tNote\nBaker\tBread; rolls\n",
        b"Role|Note\r\nBaker|Bread; rolls\r\n",
        b"\xef\xbb\xbfRole,Note\nBaker,Bread; rolls\n",
        "Role\tNote\nBaker\tBread; rolls\n".encode("utf-16"),
    ],
    ids=["comma", "semicolon", "tab", "bar", "mark", "UTF-16"],
)
def test_delimiters_and_encodings(convert, folder, data):
    """The same two columns from each."""
    assert [["Role", "Note"], ["Baker", "Bread; rolls"]] == only_sheet(convert, folder, data)


def test_lines_and_blank_rows_are_kept(convert, folder):
    """A quoted line feed stays in its cell, a blank row stays between two tables."""
    found = only_sheet(convert, folder, b'A,B\n"one\ntwo",2\n\nC,D\n3,4\n\n\n')

    assert [["A", "B"], ["one\ntwo", 2], ["", ""], ["C", "D"], [3, 4]] == found


def test_names_of_sheets(convert, folder):
    """Too long or forbidden names are shortened, kept apart, and told."""
    long = "A very long name of a track that goes on"
    for name in (f"{long} one", f"{long} two", "x[y]"):
        (folder / f"{name}.csv").write_text("a,b\n", encoding="utf-8")
    _, sheets, out, _ = convert("csv", folder)

    assert ["A very long name of a track tha", "A very long name of a track t 2", "x y"] == list(
        sheets
    )
    assert 3 == sum(line.startswith("Note:") for line in out.splitlines())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'Role,Note\nBaker,"bread\n', "T.csv is not a table of cells: unexpected end of data."),
        (b"Role,Note\nBaker,\x81\n", "T.csv is not a text table."),
        (b"a," + b"x" * 5001 + b"\n", "5,001 characters in a cell; at most 5,000 are read."),
        (b"a," * 1001 + b"\n", "1,002 columns; at most 1,000 are read."),
        (b"a," + b"x" * 200_000 + b"\n", "field larger than field limit"),
    ],
    ids=["open quote", "no text", "long cell", "many columns", "huge field"],
)
def test_files_that_cannot_be_converted(convert, folder, data, words):
    """One line on stderr, exit code 2, and no workbook."""
    (folder / "T.csv").write_bytes(data)
    code, _, out, err = convert("csv", folder)

    assert (2, "", 1) == (code, out, len(err.splitlines()))
    assert words in err
    assert not convert.target.exists()
