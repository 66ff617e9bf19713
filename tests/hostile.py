"""Hostile and wrong files: those that must be refused, and those that must be read literally."""

from collections.abc import Callable
from typing import NamedTuple

from tests.archives import MAIN, Member, archive, cell, sheet, spaces, workbook

__all__ = ["READ", "REFUSED", "Readable", "Refused", "refused_workbooks"]

Place = tuple[int, int]


class Refused(NamedTuple):
    """A file that must be refused; the sentence holds these words."""

    name: str
    make: Callable[[], bytes]
    says: str


class Readable(NamedTuple):
    """A file whose first sheet must give exactly these cells: text, kind, formula, cleaned."""

    name: str
    make: Callable[[], bytes]
    cells: dict[Place, tuple[str, str, bool, bool]]


def refused_workbooks() -> dict[str, bytes]:
    """Each refused file by name."""
    return {case.name: case.make() for case in REFUSED}


# --- Other formats ---------------------------------------------------------------------------

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def _ole(stream: str) -> bytes:
    return _OLE + stream.encode("utf-16-le") + bytes(480)


def _zip_of(*names: str) -> bytes:
    return archive(Member(name, b"<a/>") for name in names)


def _of_type(kind: str) -> bytes:
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/xl/workbook.xml" ContentType="application/vnd.{kind}"/></Types>'
    )
    return workbook(replaced={"[Content_Types].xml": types})


def _strict() -> bytes:
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    return workbook(
        replaced={"xl/workbook.xml": f'<workbook xmlns="{strict}"><sheets/></workbook>'}
    )


def _truncated() -> bytes:
    return workbook()[:-60]


# --- The archive -----------------------------------------------------------------------------


def _one_gigabyte_of_spaces(*, claimed: int) -> bytes:
    parts = {"S": sheet()}
    bomb = Member("xl/media/1.xml", b"", deflated=spaces(1_000_000_000), claimed_size=claimed)
    return workbook(parts, extra=[bomb])


def _lying_sheet() -> bytes:
    """A sheet that claims 300 bytes, and has so many before a gigabyte of spaces."""
    body = sheet(f"<row>{cell('A1', 'x')}</row>").encode()
    lie = Member("xl/worksheets/2.xml", body, deflated=spaces(1_000_000_000), claimed_size=300)
    return workbook(extra=[lie])


def _many_members() -> bytes:
    return archive(Member(f"x/{number}", b"", deflated=b"\x03\x00") for number in range(65_000))


def _uncounted_members() -> bytes:
    """65,000 members in an archive that says it has two."""
    honest = _many_members()
    end = honest.rindex(b"PK\x05\x06")
    return honest[: end + 8] + b"\x02\x00\x02\x00" + honest[end + 12 :]


def _many_megabytes() -> bytes:
    """Honest sizes, no absurd ratio, too much in all."""
    part = (f"<!--{'abcdefgh' * 12}-->" * 100_000).encode()
    return workbook(extra=[Member(f"x/{n}.xml", part, claimed_size=None) for n in range(8)])


def _extra(*names: str) -> bytes:
    return workbook(extra=[Member(name, b"<a/>") for name in names])


# --- XML -------------------------------------------------------------------------------------

_LAUGHS = "<!DOCTYPE l [<!ENTITY a0 'ha'>{}]>".format(
    "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
)
_QUADRATIC = f"<!DOCTYPE q [<!ENTITY a '{'x' * 50_000}'>]>"
_EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def _with_doctype(prolog: str, text: str) -> bytes:
    return workbook(
        {"S": sheet(f"<row>{cell('A1', '{}')}</row>".replace("{}", text), prolog=prolog)}
    )


def _utf16_doctype() -> bytes:
    part = f'<?xml version="1.0" encoding="UTF-16"?>{_EXTERNAL}<worksheet xmlns="{MAIN}"/>'
    return workbook({"S": part.encode("utf-16")})


def _doctype_in(part: str) -> bytes:
    return workbook(replaced={part: f"{_EXTERNAL}<a/>"})


def _endless_tag() -> bytes:
    return workbook({"S": sheet(f'<row spans="{"1 " * 2_000_000}"/>')})


def _deep() -> bytes:
    return workbook({"S": sheet("<row><c><is>" + "<t>" * 200_000)})


def _many_empty_cells() -> bytes:
    row = "<c/>" * 16_384
    return workbook({"S": sheet(f"<row>{row}</row>" * 60)})


def _many_tags() -> bytes:
    return workbook({"S": sheet(f"<row><c><is>{'<t/>' * 4_000_000}</is></c></row>")})


def _many_marks() -> bytes:
    return workbook({"S": sheet(after=f"<extLst>{'<a/>' * 4_000_000}</extLst>")})


def _many_styles() -> bytes:
    return workbook(styles=f"<cellXfs>{'<xf/>' * 500_000}</cellXfs>")


# --- Sheets ----------------------------------------------------------------------------------


def _rows(rows: str) -> bytes:
    return workbook({"S": sheet(rows)})


def _number(text: str) -> bytes:
    return _rows(f'<row r="1"><c r="A1"><v>{text}</v></c></row>')


def _shared(index: str) -> bytes:
    rows = f'<row r="1"><c r="A1" t="s"><v>{index}</v></c></row>'
    return workbook({"S": sheet(rows)}, strings="<si><t>only</t></si>")


def _shared_length(length: int) -> bytes:
    rows = '<row r="1"><c r="B1" t="s"><v>0</v></c></row>'
    return workbook({"S": sheet(rows)}, strings=f"<si><t>{'ab' * (length // 2)}</t></si>")


def _long_text_everywhere() -> bytes:
    """One shared text of 5,000 characters in 20,000 cells: small file, 100 million characters."""
    rows = "".join('<row><c t="s"><v>0</v></c></row>' for _ in range(20_000))
    return workbook({"S": sheet(rows)}, strings=f"<si><t>{'ab' * 2_500}</t></si>")


def _merge(*areas: str) -> bytes:
    merged = "".join(f'<mergeCell ref="{area}"/>' for area in areas)
    return workbook({"S": sheet(after=f"<mergeCells>{merged}</mergeCells>")})


def _link(area: str) -> bytes:
    return workbook({"S": sheet(after=f'<hyperlinks><hyperlink ref="{area}"/></hyperlinks>')})


def _filled(rows: int, columns: int) -> bytes:
    row = "<c><v>1</v></c>" * columns
    return _rows(f"<row>{row}</row>" * rows)


def _many_sheets(count: int) -> bytes:
    return workbook({f"S{number}": sheet() for number in range(count)})


def _same_part_for_all() -> bytes:
    links = "".join(
        f'<Relationship Id="r{n}" Target="worksheets/1.xml" Type="'
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>'
        for n in (1, 2)
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    part = f'<Relationships xmlns="{package}">{links}</Relationships>'
    return workbook({"S": sheet(), "T": sheet()}, replaced={"xl/_rels/workbook.xml.rels": part})


def _types_that_lie() -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="image/png"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/1.xml" ContentType="{kind}.comments+xml"/>'
        f'<Override PartName="/xl/_rels/workbook.xml.rels" ContentType="{kind}.styles+xml"/>'
        f'<Override PartName="/nowhere.xml" ContentType="{kind}.sharedStrings+xml"/></Types>'
    )
    return workbook(
        {"S": sheet(f"<row>{cell('A1', 'x')}</row>")}, replaced={"[Content_Types].xml": types}
    )


REFUSED = (
    Refused("empty file", lambda: b"", "is empty"),
    Refused("file over the limit", lambda: bytes(10_000_001), "at most 10,000,000"),
    Refused("random bytes", lambda: bytes(range(256)) * 9, "not an Excel workbook"),
    Refused("csv", lambda: b"Role,Grade\r\nDeveloper,6\r\n", "plain text"),
    Refused("csv in UTF-16", lambda: "Role\tGrade\r\n".encode("utf-16"), "plain text"),
    Refused("html named xlsx", lambda: b"\xef\xbb\xbf <html><table></table>", "web page"),
    Refused("pdf", lambda: b"%PDF-1.7\n" + bytes(90), "PDF"),
    Refused("rtf", lambda: b"{\\rtf1 a}", ".rtf"),
    Refused(
        "xml spreadsheet",
        lambda: b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>',
        "XML Spreadsheet 2003",
    ),
    Refused("xls", lambda: _ole("Workbook"), ".xls"),
    Refused("xls of 1993", lambda: b"\x09\x08\x10\x00" + bytes(90), ".xls"),
    Refused("doc", lambda: _ole("WordDocument"), ".doc"),
    Refused("encrypted", lambda: _ole("EncryptedPackage"), "password"),
    Refused("xlsb", lambda: _zip_of("[Content_Types].xml", "xl/workbook.bin"), ".xlsb"),
    Refused("ods", lambda: _zip_of("mimetype", "content.xml"), "OpenDocument"),
    Refused("docx", lambda: _zip_of("[Content_Types].xml", "word/document.xml"), ".docx"),
    Refused("numbers", lambda: _zip_of("Index/Document.iwa"), "Numbers"),
    Refused("zip of a workbook", lambda: _zip_of("map.xlsx"), "zip archive"),
    Refused("empty zip", lambda: archive([]), "empty zip"),
    Refused("xlsm by type", lambda: _of_type("ms-excel.sheet.macroEnabled.main+xml"), "macros"),
    Refused("xlsm by part", lambda: _extra("xl/vbaProject.bin"), "macros"),
    Refused(
        "xltx",
        lambda: _of_type("openxmlformats-officedocument.spreadsheetml.template.main+xml"),
        ".xltx",
    ),
    Refused("strict", _strict, "Strict Open XML"),
    Refused("truncated", _truncated, "cut off"),
    Refused("only a beginning", lambda: b"PK\x03\x04", "cut off"),
    Refused("zip with a password", lambda: archive([Member("a", b"x", flags=1)]), "password"),
    Refused(
        "1 GB of spaces", lambda: _one_gigabyte_of_spaces(claimed=1_000_000_000), "1,000,000,000"
    ),
    Refused("1 GB that claims 900", lambda: _one_gigabyte_of_spaces(claimed=900), "damaged"),
    Refused("1 GB sheet that claims 300", _lying_sheet, "damaged"),
    Refused(
        "claims 4 GB",
        lambda: workbook(extra=[Member("a", b"x", claimed_size=2**32 - 2)]),
        "4,294,967,294",
    ),
    Refused("65,000 members", _many_members, "65,000 parts"),
    Refused("65,000 members, two admitted", _uncounted_members, "65,000 parts"),
    Refused("too many megabytes", _many_megabytes, "at most 60,000,000"),
    Refused("traversal", lambda: _extra("../../etc/cron.d/x"), "unsafe name"),
    Refused("absolute name", lambda: _extra("/etc/passwd"), "unsafe name"),
    Refused("backslash name", lambda: _extra("xl\\..\\x"), "unsafe name"),
    Refused("duplicate name", lambda: _extra("xl/workbook.xml"), "twice"),
    Refused("duplicate name in capitals", lambda: _extra("XL/Workbook.xml"), "twice"),
    Refused("billion laughs", lambda: _with_doctype(_LAUGHS, "&a9;"), "DOCTYPE"),
    Refused("quadratic blow-up", lambda: _with_doctype(_QUADRATIC, "&a;" * 10_000), "DOCTYPE"),
    Refused("external entity", lambda: _with_doctype(_EXTERNAL, "&a;"), "DOCTYPE"),
    Refused("doctype in UTF-16", _utf16_doctype, "DOCTYPE"),
    Refused("doctype in types", lambda: _doctype_in("[Content_Types].xml"), "DOCTYPE"),
    Refused("doctype in an unread part", lambda: _doctype_in("docProps/core.xml"), "DOCTYPE"),
    Refused("endless tag", _endless_tag, "one tag"),
    Refused("deep nesting", _deep, "nested too deeply"),
    Refused("not XML", lambda: workbook({"S": "<worksheet"}), "not well-formed"),
    Refused("a million empty cells", _many_empty_cells, "formatted but empty"),
    Refused("four million tags", _many_tags, "tags"),
    Refused("four million marks around cells", _many_marks, "around its cells"),
    Refused("half a million styles", _many_styles, "65,490 cell formats"),
    Refused("types that lie", _types_that_lie, "damaged"),
    Refused("no sheets", lambda: workbook({}), "no worksheet"),
    Refused("255 sheets", lambda: _many_sheets(255), "255 sheets"),
    Refused("two sheets in one part", _same_part_for_all, "used twice"),
    Refused(
        "sheet without a part",
        lambda: workbook(replaced={"xl/_rels/workbook.xml.rels": "<a/>"}),
        "listed but not there",
    ),
    Refused(
        "row bomb",
        lambda: _rows(f'<row r="1048576">{cell("A1048576", "x")}</row>'),
        "row 1,048,576",
    ),
    Refused("column bomb", lambda: _rows(f'<row r="1">{cell("XFD1", "x")}</row>'), "column 16,384"),
    Refused("row that no sheet has", lambda: _rows('<row r="99999999"/>'), "no sheet has"),
    Refused(
        "cell that no sheet has",
        lambda: _rows(f'<row r="1">{cell("ZZZ1", "x")}</row>'),
        "no sheet has",
    ),
    Refused(
        "cell without letters", lambda: _rows(f'<row r="1">{cell("11", "x")}</row>'), "no sheet has"
    ),
    Refused("rows out of order", lambda: _rows('<row r="5"/><row r="2"/>'), "out of order"),
    Refused("one cell twice", lambda: _rows(f'<row r="1">{cell("A1", "x") * 2}</row>'), "twice"),
    Refused("merge of the whole sheet", lambda: _merge("A1:XFD1048576"), "merged areas"),
    Refused("many merges", lambda: _merge(*(f"A{n}:XFD{n}" for n in range(1, 20))), "merged areas"),
    Refused("merge of nothing", lambda: _merge("A1:"), "no sheet has"),
    Refused("link on the whole sheet", lambda: _link("A1:XFD1048576"), "links"),
    Refused("link on a column", lambda: _link("A:A"), "links"),
    Refused("shared text out of range", lambda: _shared("1"), "Cell A1"),
    Refused("shared text before the first", lambda: _shared("-1"), "Cell A1"),
    Refused("shared text of no number", lambda: _shared("x"), "Cell A1"),
    Refused("NaN", lambda: _number("NaN"), "'NaN'"),
    Refused("infinity", lambda: _number("1e999"), "'1e999'"),
    Refused("5,000 digits", lambda: _number("9" * 5_000), "as a number"),
    Refused(
        "unknown kind of cell", lambda: _rows('<row><c t="zip"><v>1</v></c></row>'), "unknown kind"
    ),
    Refused(
        "one huge cell", lambda: _rows(f"<row>{cell('A1', 'ab' * 3_000)}</row>"), "6,000 characters"
    ),
    Refused("one huge shared text", lambda: _shared_length(10_000_000), "10,000,000 characters"),
    Refused(
        "one huge formula result",
        lambda: _rows(f'<row><c t="str"><f>A</f><v>{"ab" * 3_000}</v></c></row>'),
        "6,000 characters",
    ),
    Refused("a long text everywhere", _long_text_everywhere, "100,000,000 characters"),
    Refused("100,001 rows", lambda: _filled(100_001, 1), "row 100,001"),
    Refused("1,001 columns", lambda: _filled(1, 1_001), "column 1,001"),
    Refused("201,000 cells", lambda: _filled(201, 1_000), "200,000 filled cells"),
)


def _texts(*texts: str) -> bytes:
    """Texts down the first column."""
    return _rows("".join(f'<row r="{n}">{cell(f"A{n}", t)}</row>' for n, t in enumerate(texts, 1)))


def _plain(*texts: str) -> dict[Place, tuple[str, str, bool, bool]]:
    return {(row, 1): (text, "text", False, False) for row, text in enumerate(texts, 1)}


def _dated(number: str) -> bytes:
    styles = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    rows = f'<row r="1"><c r="A1" s="1"><v>{number}</v></c></row>'
    return workbook({"S": sheet(rows)}, styles=styles)


def _formula(inside: str, kind: str = "n") -> bytes:
    return _rows(f'<row r="1"><c r="A1" t="{kind}"><f>1+1</f>{inside}</c></row>')


_LITERAL = (
    "<b>bold</b><script>alert(1)</script>",
    "[link](javascript:alert(1)) **bold**",
    "%{x} %{customdata[0]} $tex$",
    '=HYPERLINK("http://x")',
    "+1",
    "-1",
    "@SUM(A1)",
    "NA",
    "None",
    "null",
    "&amp;",
    "\u0414\u0435veloper",
    "\uff24\uff45\uff56eloper",
)

READ = (
    Readable("empty sheet", workbook, {}),
    Readable("literal texts", lambda: _texts(*_LITERAL), _plain(*_LITERAL)),
    Readable(
        "zero-width and bidirectional controls",
        lambda: _texts("Deve\u200bloper", "\u202eDeveloper\u2066", "\ufeffA\u00ad"),
        {
            (1, 1): ("Developer", "text", False, True),
            (2, 1): ("Developer", "text", False, True),
            (3, 1): ("A", "text", False, True),
        },
    ),
    Readable(
        "only zero-width", lambda: _texts("\u200b", "x"), {(2, 1): ("x", "text", False, False)}
    ),
    Readable(
        "composed and decomposed",
        lambda: _texts("Caf\u00e9", "Cafe\u0301"),
        _plain("Caf\u00e9", "Caf\u00e9"),
    ),
    Readable(
        "white space",
        lambda: _texts("a\u00a0 \t b", " a\n\n  b \r\n", "a_x000D_\nb"),
        _plain("a b", "a\nb", "a\nb"),
    ),
    Readable(
        "an escaped underscore",
        lambda: _texts("_x005F_x0041_"),
        _plain("_x0041_"),
    ),
    Readable(
        "controls by escape", lambda: _texts("a_x0007_b"), {(1, 1): ("ab", "text", False, True)}
    ),
    Readable("whole number", lambda: _number("6.0"), {(1, 1): ("6", "number", False, False)}),
    Readable("fraction", lambda: _number("2.5"), {(1, 1): ("2.5", "number", False, False)}),
    Readable(
        "sum of tenths",
        lambda: _number("0.30000000000000004"),
        {(1, 1): ("0.3", "number", False, False)},
    ),
    Readable(
        "huge number", lambda: _number("1E+300"), {(1, 1): ("1e+300", "number", False, False)}
    ),
    Readable(
        "truth",
        lambda: _rows('<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c></row>'),
        {(1, 1): ("TRUE", "text", False, False), (1, 2): ("FALSE", "text", False, False)},
    ),
    Readable(
        "date for a grade", lambda: _dated("46148"), {(1, 1): ("2026-05-06", "date", False, False)}
    ),
    Readable(
        "moment", lambda: _dated("46148.5"), {(1, 1): ("2026-05-06T12:00:00", "date", False, False)}
    ),
    Readable(
        "impossible date",
        lambda: _dated("99999999999"),
        {(1, 1): ("#VALUE!", "error", False, False)},
    ),
    Readable(
        "error cell",
        lambda: _rows('<row><c t="e"><v>#REF!</v></c></row>'),
        {(1, 1): ("#REF!", "error", False, False)},
    ),
    Readable(
        "formula with a value", lambda: _formula("<v>2</v>"), {(1, 1): ("2", "number", True, False)}
    ),
    Readable("formula without a value", lambda: _formula(""), {(1, 1): ("", "error", True, False)}),
    Readable(
        "formula with an empty value",
        lambda: _formula("<v></v>"),
        {(1, 1): ("", "error", True, False)},
    ),
    Readable("formula that gives no text", lambda: _formula("<v></v>", "str"), {}),
    Readable(
        "formula that fails",
        lambda: _formula("<v>#N/A</v>", "e"),
        {(1, 1): ("#N/A", "error", True, False)},
    ),
    Readable(
        "declared size of one cell",
        lambda: workbook(
            {"S": sheet(f'<row r="2">{cell("C2", "x")}</row>', before='<dimension ref="A1"/>')}
        ),
        {(2, 3): ("x", "text", False, False)},
    ),
    Readable(
        "no references at all",
        lambda: _rows("<row/><row><c/><c><v>1</v></c></row>"),
        {(2, 2): ("1", "number", False, False)},
    ),
    Readable(
        "empty cell in the last corner",
        lambda: _rows(
            f'<row r="1">{cell("A1", "x")}</row><row r="1048576"><c r="XFD1048576" s="0"/></row>'
        ),
        {(1, 1): ("x", "text", False, False)},
    ),
    Readable(
        "broken rules behind the cells",
        lambda: workbook(
            {
                "S": sheet(
                    f"<row>{cell('A1', 'x')}</row>",
                    after='<dataValidations count="x"><dataValidation type="?"/></dataValidations>',
                )
            }
        ),
        {(1, 1): ("x", "text", False, False)},
    ),
    Readable(
        "reading aids are not text",
        lambda: workbook(
            {"S": sheet('<row><c t="s"><v>0</v></c></row>')},
            strings='<si><t>x</t><rPh sb="0" eb="1"><t>y</t></rPh></si>',
        ),
        {(1, 1): ("x", "text", False, False)},
    ),
    Readable(
        "text in UTF-16",
        lambda: workbook(
            {
                "S": sheet(f"<row>{cell('A1', 'x')}</row>")
                .replace("UTF-8", "UTF-16")
                .encode("utf-16")
            }
        ),
        {(1, 1): ("x", "text", False, False)},
    ),
)
