"""Archives and workbooks written by hand, so that they may also be wrong."""

import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

__all__ = ["Member", "archive", "cell", "sheet", "spaces", "workbook"]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEETML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_DEFLATED = 8


@dataclass(frozen=True, slots=True)
class Member:
    """One member of an archive; what it claims about itself may be a lie."""

    name: str
    body: bytes
    deflated: bytes | None = None
    claimed_size: int | None = None
    flags: int = 0


def archive(members: Iterable[Member]) -> bytes:
    """A zip archive of exactly these members, duplicates included."""
    files, contents, count = bytearray(), bytearray(), 0
    for member in members:
        name = member.name.encode()
        packed = _deflate(member.body) if member.deflated is None else member.deflated
        size = len(member.body) if member.claimed_size is None else member.claimed_size
        common = struct.pack(
            "<HHHHHIIIHH",
            *(20, member.flags, _DEFLATED, 0, 33, zlib.crc32(member.body)),
            *(len(packed), size, len(name), 0),
        )
        contents += b"PK\x01\x02" + struct.pack("<H", 20) + common
        contents += struct.pack("<HHHII", 0, 0, 0, 0, len(files)) + name
        files += b"PK\x03\x04" + common + name + packed
        count += 1
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(contents), len(files), 0)
    return bytes(files + contents + b"PK\x05\x06" + end)


def workbook(
    sheets: Mapping[str, str | bytes] | None = None,
    *,
    strings: str | None = None,
    styles: str | None = None,
    states: Mapping[str, str] | None = None,
    kinds: Mapping[str, str] | None = None,
    extra: Iterable[Member] = (),
    replaced: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A workbook of sheet parts; ``replaced`` parts stand in for those that belong there."""
    sheets = {"S": sheet()} if sheets is None else sheets
    listed, linked, typed, parts = [], [], [], {}
    for number, (name, part) in enumerate(sheets.items(), 1):
        kind = (kinds or {}).get(name, "worksheet")
        state = (states or {}).get(name, "visible")
        listed.append(
            f'<sheet name="{escape(name)}" sheetId="{number}" state="{state}" r:id="r{number}"/>'
        )
        linked.append(
            f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{kind}s/{number}.xml"/>'
        )
        typed.append(_override(f"/xl/{kind}s/{number}.xml", f"{_SHEETML}.{kind}+xml"))
        parts[f"xl/{kind}s/{number}.xml"] = part
    if strings is not None:
        typed.append(_override("/xl/sharedStrings.xml", f"{_SHEETML}.sharedStrings+xml"))
        parts["xl/sharedStrings.xml"] = f'{_HEAD}<sst xmlns="{MAIN}">{strings}</sst>'
    if styles is not None:
        typed.append(_override("/xl/styles.xml", f"{_SHEETML}.styles+xml"))
        parts["xl/styles.xml"] = f'{_HEAD}<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'
    everything: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f"{_override('/xl/workbook.xml', f'{_SHEETML}.sheet.main+xml')}{''.join(typed)}</Types>"
        ),
        "xl/workbook.xml": (
            f'{_HEAD}<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}">'
            f"<sheets>{''.join(listed)}</sheets></workbook>"
        ),
        "xl/_rels/workbook.xml.rels": (
            f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
            f"{''.join(linked)}</Relationships>"
        ),
        **parts,
        **(replaced or {}),
    }
    members = [Member(name, _bytes(part)) for name, part in everything.items()]
    return archive([*members, *extra])


def sheet(rows: str = "", *, before: str = "", after: str = "", prolog: str = "") -> str:
    """A sheet's part."""
    return (
        f'{_HEAD}{prolog}<worksheet xmlns="{MAIN}" xmlns:r="{_OFFICE}">'
        f"{before}<sheetData>{rows}</sheetData>{after}</worksheet>"
    )


def cell(reference: str, text: str) -> str:
    """A cell with its own text."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def spaces(size: int) -> bytes:
    """So many spaces, deflated, without ever holding them."""
    pack = zlib.compressobj(9, zlib.DEFLATED, -15)
    million = pack.compress(b" " * 1_000_000) + pack.flush(zlib.Z_FULL_FLUSH)
    return million * (size // 1_000_000) + pack.flush()


def _deflate(body: bytes) -> bytes:
    pack = zlib.compressobj(6, zlib.DEFLATED, -15)
    return pack.compress(body) + pack.flush()


def _override(part: str, kind: str) -> str:
    return f'<Override PartName="{part}" ContentType="{kind}"/>'


def _bytes(part: str | bytes) -> bytes:
    return part if isinstance(part, bytes) else part.encode()
