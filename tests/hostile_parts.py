"""Hostile parts beside the cells: they pass the gate, and nobody may stumble over them."""

from collections.abc import Callable

from tests.archives import MAIN, Member, cell, sheet, workbook

__all__ = ["BESIDE_CELLS"]

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELS = "xl/worksheets/_rels/1.xml.rels"


def _links(*links: tuple[str, str]) -> bytes:
    """Relationships of these kinds to these targets; the first is ``r1``."""
    listed = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(links, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}">{listed}</Relationships>'.encode()


def _book(*extra: Member, after: str = "", **more: str) -> bytes:
    part = sheet(f'<row r="1">{cell("A1", "x")}</row>', after=after)
    return workbook({"S": part}, extra=extra, **more)


def _commented(body: str, shapes: str = "<xml/>") -> bytes:
    return _book(
        Member(_RELS, _links(("vmlDrawing", "../shapes.vml"), ("comments", "../notes.xml"))),
        Member("xl/notes.xml", body.encode()),
        Member("xl/shapes.vml", shapes.encode()),
        after='<legacyDrawing r:id="r1"/>',
    )


def _comments(*refs: str, author: str = "0", text: str = "t") -> str:
    listed = "".join(
        f'<comment ref="{ref}" authorId="{author}"><text><t>{text}</t></text></comment>'
        for ref in refs
    )
    return (
        f'<comments xmlns="{MAIN}"><authors><author>A</author></authors>'
        f"<commentList>{listed}</commentList></comments>"
    )


def _properties(body: str) -> bytes:
    return _book(
        Member("_rels/.rels", _links(("extended-properties", "docProps/app.xml"))),
        Member("docProps/app.xml", body.encode()),
    )


def _beside(*links: tuple[str, str]) -> bytes:
    return _book(Member(_RELS, _links(*links)), after='<legacyDrawing r:id="r1"/>')


def _formatted(rule: str) -> bytes:
    rules = f'<conditionalFormatting sqref="A1">{rule}</conditionalFormatting>'
    return _book(after=rules)


BESIDE_CELLS: dict[str, Callable[[], bytes]] = {
    "60,000 comments": lambda: _commented(_comments(*(f"A{n}" for n in range(1, 60_001)))),
    "a million tags of comments": lambda: _commented(f"<a>{'<b/>' * 2_000_000}</a>"),
    "a comment of eight megabytes": lambda: _commented(_comments("A1", text="word " * 1_600_000)),
    "deep comments": lambda: _commented("<a>" * 5_000 + "</a>" * 5_000),
    "comments that are no XML": lambda: _commented("<comments"),
    "comments at cells that no sheet has": lambda: _commented(
        _comments("", "ZZZZ99999999", "A1:XFD1048576", "&lt;b&gt;")
    ),
    "comments of authors that are not there": lambda: _commented(_comments("A1", author="-1")),
    "an author's number of 5,000 digits": lambda: _commented(_comments("A1", author="9" * 5_000)),
    "comments without authors": lambda: _commented(
        f'<comments xmlns="{MAIN}"><commentList/></comments>'
    ),
    "shapes that are no XML": lambda: _commented(_comments("A1"), "<xml><br></xml>"),
    "shapes with a number of 5,000 digits": lambda: _commented(
        _comments("A1"), f'<xml id="_x0000_s{"9" * 5_000}"/>'
    ),
    "a comment bomb": lambda: _book(
        Member(_RELS, _links(("comments", "../notes.xml"))),
        Member("xl/notes.xml", b" " * 19_000_000),
    ),
    "comments that are the sheet": lambda: _beside(("vmlDrawing", "1.xml"), ("comments", "1.xml")),
    "comments that are the workbook": lambda: _beside(
        ("vmlDrawing", "/[Content_Types].xml"), ("comments", "/xl/workbook.xml")
    ),
    "links to nowhere": lambda: _beside(
        ("vmlDrawing", "../../../../etc/passwd"), ("comments", "/dev/zero")
    ),
    "links in a ring": lambda: _book(
        Member(_RELS, _links(("drawing", "../ring.xml"))),
        Member("xl/ring.xml", b"<a/>"),
        Member("xl/_rels/ring.xml.rels", _links(("chart", "ring.xml"), ("x", "workbook.xml"))),
    ),
    "links that are no XML": lambda: _book(
        Member("_rels/.rels", b"<Relationships"), Member("xl/_rels/theme.xml.rels", b"\x00")
    ),
    "100,000 links": lambda: _book(Member("_rels/.rels", _links(*[("x", "y")] * 40_000))),
    "properties that are no XML": lambda: _properties("<Properties><Company>A"),
    "100,000 properties": lambda: _properties(f"<a>{'<Company>A</Company>' * 100_000}</a>"),
    "a company of eight megabytes": lambda: _properties(f"<Company>{'A ' * 4_000_000}</Company>"),
    "a rule of 5,000 digits": lambda: _formatted(f'<cfRule priority="{"9" * 5_000}"/>'),
    "a rule of ours that is not ours": lambda: _formatted(
        "<cfRule><formula>ISTEXT(&quot;Career tube map check&quot;)</formula></cfRule>"
    ),
    "no styles and odd ones": lambda: _book(styles="<extLst/><fonts/>"),
}
"""Each passes the gate: what is wrong stands where reading cells does not look."""
