"""Files that are not an Excel workbook (.xlsx), known by their first bytes."""

from jobtrack_viz.errors import UnreadableWorkbook

__all__ = ["SAVE_AGAIN", "SAVE_AS_XLSX", "refuse_other_formats"]

SAVE_AS_XLSX = 'In Excel choose File, Save As, "Excel Workbook (.xlsx)", and use that file.'
SAVE_AGAIN = 'Open it in Excel, save it again as "Excel Workbook (.xlsx)", and use that file.'

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD_97 = "WordDocument".encode("utf-16-le")
_POWERPOINT_97 = "PowerPoint Document".encode("utf-16-le")
_NOT_A_TABLE = "Put the tables into an Excel workbook, save it as .xlsx, and use that file."
_EXPORT = f"Export it again as an Excel workbook, or open it in Excel. {SAVE_AS_XLSX}"

_BEGINNINGS = (
    (b"%PDF", f"This is a PDF document, not a workbook. {_NOT_A_TABLE}"),
    (b"{\\rtf", f"This is a rich text document (.rtf), not a workbook. {_NOT_A_TABLE}"),
    (b"\x89PNG", f"This is a picture (PNG), not a workbook. {_NOT_A_TABLE}"),
    (b"\xff\xd8\xff", f"This is a picture (JPEG), not a workbook. {_NOT_A_TABLE}"),
    (b"GIF8", f"This is a picture (GIF), not a workbook. {_NOT_A_TABLE}"),
    (b"\x1f\x8b", "This is a gzip archive, not a workbook. Unpack it and use the .xlsx file."),
    (b"7z\xbc\xaf", "This is a 7-Zip archive, not a workbook. Unpack it and use the .xlsx file."),
    (b"Rar!", "This is a RAR archive, not a workbook. Unpack it and use the .xlsx file."),
    (b"\x09\x00\x04\x00", f"This is a very old Excel sheet (.xls). {SAVE_AS_XLSX}"),
    (b"\x09\x02\x06\x00", f"This is a very old Excel sheet (.xls). {SAVE_AS_XLSX}"),
    (b"\x09\x04\x06\x00", f"This is a very old Excel sheet (.xls). {SAVE_AS_XLSX}"),
    (b"\x09\x08", f"This is an old Excel workbook (.xls). {SAVE_AS_XLSX}"),
    (b"PK\x05\x06", f"This is an empty zip archive, not a workbook. {_NOT_A_TABLE}"),
)


def refuse_other_formats(data: bytes, most_bytes: int) -> None:
    """The file is no larger than allowed and begins as a zip archive, as every .xlsx does.

    Raises:
        UnreadableWorkbook: it is something else; the message says what, and how to convert it.
    """
    if not data:
        raise UnreadableWorkbook("The file is empty (0 bytes). Choose the workbook again.")
    if len(data) > most_bytes:
        raise UnreadableWorkbook(
            f"The file has {len(data):,} bytes; at most {most_bytes:,} are read. "
            "Remove pictures and sheets that are not needed, and save it again."
        )
    if not data.startswith(b"PK\x03\x04"):
        raise UnreadableWorkbook(_what_it_is(data))


def _what_it_is(data: bytes) -> str:
    if data.startswith(_OLE):
        return _what_ole_holds(data)
    for beginning, sentence in _BEGINNINGS:
        if data.startswith(beginning):
            return sentence
    text = _as_text(data[:4096])
    if text is None:
        return f"This is not an Excel workbook (.xlsx). {SAVE_AS_XLSX}"
    return _what_text_is(text.lstrip("\ufeff \t\r\n").casefold())


def _what_ole_holds(data: bytes) -> str:
    if _ENCRYPTED in data:
        return (
            "The workbook is protected by a password. In Excel choose File, Info, Protect "
            "Workbook, Encrypt with Password, delete the password, save, and use that file."
        )
    if _WORD_97 in data:
        return f"This is an old Word document (.doc), not a workbook. {_NOT_A_TABLE}"
    if _POWERPOINT_97 in data:
        return f"This is an old PowerPoint presentation (.ppt), not a workbook. {_NOT_A_TABLE}"
    return f"This is an old Excel workbook (.xls). {SAVE_AS_XLSX}"


def _what_text_is(text: str) -> str:
    if text.startswith("<?xml") and "opendocument" in text:
        return f"This is a flat OpenDocument file (.fods). Open it in Excel. {SAVE_AS_XLSX}"
    if text.startswith("<?xml") and ("excel.sheet" in text or "office:spreadsheet" in text):
        return f'This is an "XML Spreadsheet 2003", not a workbook (.xlsx). {SAVE_AS_XLSX}'
    if text.startswith(("<!doctype html", "<html", "<table", "<meta", "<head", "<style")):
        return f"This is a web page (HTML), whatever its name says. {_EXPORT}"
    if text.startswith("<"):
        return f"This is an XML file, not an Excel workbook (.xlsx). {_EXPORT}"
    return f"This is plain text (such as .csv or .txt), not an Excel workbook (.xlsx). {_EXPORT}"


def _as_text(beginning: bytes) -> str | None:
    """The beginning of a text file, or None: a text holds no control characters."""
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        return beginning.decode("utf-16", errors="ignore")
    if any(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in beginning):
        return None
    return beginning.decode("utf-8", errors="ignore")
