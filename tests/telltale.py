"""A workbook that tells more than its tables: each thing as Excel writes it."""

from tests.archives import MAIN, Member, sheet, workbook

__all__ = ["telltale"]

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_SHEETML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"

_PEOPLE = "Quill, Quentin; Marrow, Mabel"
STRINGS = (
    "Role", "Grade", "Track", "Notes", "Developer", "Senior Developer", "Data",
    _PEOPLE, "Marrow, Mabel", "SECRET-ROW", "SECRET-COLUMN", "Competency", "Tact",
    "SECRET-SHEET", "Low", "High",
)  # fmt: skip


def telltale() -> bytes:
    """Two visible sheets, two hidden ones, and everything that ``revealed`` knows.

    The visible tables are a list of two roles, with a column of people, a hidden row and a hidden
    column, and a matrix of both roles; their grades are formulas with stored values.
    """
    roles = (
        _row(1, "Role", "Grade", "Track", "Notes", "SECRET-COLUMN")
        + _row(2, "Developer", _formula("Lists!A1", 6), "Data", _PEOPLE, "SECRET-COLUMN")
        + _row(3, "SECRET-ROW", None, "Data", "Marrow, Mabel", None, hidden=True)
        + _row(4, "Senior Developer", _formula("[1]Pay!B2", 7), "Data", _PEOPLE, None)
    )
    matrix = _row(1, "Competency", "Developer", "Senior Developer") + _row(2, "Tact", "Low", "High")
    secret = _row(1, "SECRET-SHEET")
    return workbook(
        {
            "Roles": sheet(
                roles,
                before='<cols><col min="5" max="5" hidden="1" width="9"/></cols>',
                after='<hyperlinks><hyperlink ref="D2" r:id="mail"/></hyperlinks>'
                '<drawing r:id="picture"/><legacyDrawing r:id="shapes"/>'
                '<oleObjects><oleObject progId="Word.Document" shapeId="1" r:id="file"/>'
                "</oleObjects>",
            ),
            "Data": sheet(matrix),
            "Lists": sheet(secret),
            "Deep": sheet(secret),
        },
        strings="".join(f"<si><t>{text}</t></si>" for text in STRINGS),
        states={"Lists": "hidden", "Deep": "veryHidden"},
        replaced={"[Content_Types].xml": _types(), "xl/_rels/workbook.xml.rels": _book_links()},
        extra=[Member(name, body.encode()) for name, body in _extra().items()],
    )


def _row(number: int, *values: str | None, hidden: bool = False) -> str:
    cells = []
    for letter, value in zip("ABCDE", values, strict=False):
        if value is None:
            continue
        place = f"{letter}{number}"
        if value.startswith("<"):
            cells.append(f'<c r="{place}">{value}</c>')
        else:
            cells.append(f'<c r="{place}" t="s"><v>{STRINGS.index(value)}</v></c>')
    shown = ' hidden="1"' if hidden else ""
    return f'<row r="{number}"{shown}>{"".join(cells)}</row>'


def _formula(text: str, value: int) -> str:
    return f"<f>{text}</f><v>{value}</v>"


def _links(*links: tuple[str, str, str]) -> str:
    """Relationships: id, kind, target; a target outside begins with a scheme."""
    listed = ""
    for name, kind, target in links:
        full = kind if ":" in kind else f"{_OFFICE}/{kind}"
        outside = ' TargetMode="External"' if ":" in target else ""
        listed += f'<Relationship Id="{name}" Type="{full}" Target="{target}"{outside}/>'
    return f'<Relationships xmlns="{_PACKAGE}">{listed}</Relationships>'


def _book_links() -> str:
    sheets = [(f"r{n}", "worksheet", f"worksheets/{n}.xml") for n in range(1, 5)]
    return _links(
        *sheets,
        ("strings", "sharedStrings", "sharedStrings.xml"),
        ("other", "externalLink", "externalLinks/externalLink1.xml"),
        (
            "people",
            "http://schemas.microsoft.com/office/2017/10/relationships/person",
            "people.xml",
        ),
        ("caches", "pivotCacheDefinition", "pivotCache/1.xml"),
    )


def _types() -> str:
    parts = {
        "xl/workbook.xml": "sheet.main",
        **{f"xl/worksheets/{n}.xml": "worksheet" for n in range(1, 5)},
        "xl/sharedStrings.xml": "sharedStrings",
        "xl/comments1.xml": "comments",
    }
    listed = "".join(
        f'<Override PartName="/{part}" ContentType="{_SHEETML}.{kind}+xml"/>'
        for part, kind in parts.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'vmlDrawing"/><Default Extension="png" ContentType="image/png"/>{listed}</Types>'
    )


def _extra() -> dict[str, str]:
    threads = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    return {
        "_rels/.rels": _links(
            ("r1", "officeDocument", "xl/workbook.xml"),
            ("r2", f"{_PACKAGE}/metadata/core-properties", "docProps/core.xml"),
            ("r3", "extended-properties", "docProps/app.xml"),
            ("r4", "custom-properties", "docProps/custom.xml"),
        ),
        "docProps/core.xml": f'<p:coreProperties xmlns:p="{_CORE}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>SECRET-AUTHOR</dc:creator>'
        "<p:lastModifiedBy>SECRET-EDITOR</p:lastModifiedBy></p:coreProperties>",
        "docProps/app.xml": "<Properties><Manager>SECRET-MANAGER</Manager>"
        "<Company>SECRET-COMPANY</Company></Properties>",
        "docProps/custom.xml": '<Properties><property name="SECRET-PROPERTY"/></Properties>',
        "xl/worksheets/_rels/1.xml.rels": _links(
            ("mail", "hyperlink", "mailto:SECRET-MAIL@example.org"),
            ("notes", "comments", "../comments1.xml"),
            ("shapes", "vmlDrawing", "../drawings/1.vml"),
            ("threads", _THREAD, "../threads.xml"),
            ("picture", "drawing", "../drawings/1.xml"),
            ("file", "oleObject", "../embeddings/1.bin"),
        ),
        "xl/comments1.xml": f'<comments xmlns="{MAIN}"><authors><author>SECRET-NOTER</author>'
        '</authors><commentList><comment ref="B2" authorId="0"><text><t>SECRET-NOTE</t></text>'
        "</comment></commentList></comments>",
        "xl/threads.xml": f'<ThreadedComments xmlns="{threads}"><threadedComment ref="C4" '
        'personId="{1}" id="{2}"><text>SECRET-THREAD</text></threadedComment></ThreadedComments>',
        "xl/people.xml": f'<personList xmlns="{threads}">'
        '<person displayName="SECRET-PERSON" id="{1}"/></personList>',
        "xl/drawings/1.vml": _shapes(),
        "xl/drawings/1.xml": "<a/>",
        "xl/drawings/_rels/1.xml.rels": _links(("p", "image", "../media/1.png")),
        "xl/media/1.png": "SECRET-PICTURE",
        "xl/embeddings/1.bin": "SECRET-FILE",
        "xl/externalLinks/externalLink1.xml": f'<externalLink xmlns="{MAIN}"/>',
        "xl/externalLinks/_rels/externalLink1.xml.rels": _links(
            ("x", "externalLinkPath", "file:///C:/pay/SECRET-BOOK.xlsx")
        ),
        "xl/pivotCache/1.xml": "<a>SECRET-CACHE</a>",
        "xl/forgotten.bin": "SECRET-PART",
    }


_THREAD = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"


def _shapes() -> str:
    return (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:'
        'office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" '
        'type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>1</x:Row><x:Column>1</x:Column>'
        "</x:ClientData></v:shape></xml>"
    )
