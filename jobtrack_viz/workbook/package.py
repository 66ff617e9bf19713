"""The zip archive of a workbook, opened only when its list of contents is harmless."""

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.formats import SAVE_AGAIN

__all__ = ["Package", "open_package"]

_CHUNK = 64 * 1024
_MOST_SHRUNK = 250
"""Excel's own sheets shrink 5 to 60 times; a deflate bomb shrinks 1,000 times."""
_SMALL = 20_000_000
"""Up to this size a part is scanned however much it shrank: the scan names the better reason."""
_BROKEN = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


class Package:
    """The members of one archive, each named once, together no larger than allowed."""

    def __init__(self, archive: ZipFile, most_bytes: int) -> None:
        self.names = frozenset(member.filename for member in archive.infolist())
        self._archive = archive
        self._most_bytes = most_bytes
        self._inflated = 0

    def chunks(self, name: str) -> Iterator[bytes]:
        """The member's bytes in small pieces; what is really inflated is counted.

        Raises:
            UnreadableWorkbook: the member is missing, damaged, or larger than it claims.
        """
        if name not in self.names:
            raise UnreadableWorkbook(
                f"The workbook is damaged: its part {name!r} is missing. {SAVE_AGAIN}"
            )
        try:
            with self._archive.open(name) as member:
                while chunk := member.read(_CHUNK):
                    self._inflated += len(chunk)
                    if self._inflated > self._most_bytes:
                        raise UnreadableWorkbook(_too_large(self._inflated, self._most_bytes))
                    yield chunk
        except (*_BROKEN, struct.error) as error:
            raise UnreadableWorkbook(
                f"The workbook is damaged: its part {name!r} is not what the file's list of "
                f"contents says. {SAVE_AGAIN}"
            ) from error


def open_package(data: bytes, limits: Limits) -> Package:
    """The archive, whose list of contents has been checked; nothing has been inflated.

    Raises:
        UnreadableWorkbook: the list is damaged, encrypted, hostile or too long.
    """
    _refuse_long_list(data, limits.zip_members)
    try:
        archive = ZipFile(BytesIO(data))
    except (*_BROKEN, struct.error) as error:
        raise UnreadableWorkbook(
            f"The file is damaged or was not copied completely. Copy it again, or: {SAVE_AGAIN}"
        ) from error
    members = archive.infolist()
    _refuse_count(len(members), limits.zip_members)
    seen: set[str] = set()
    for member in members:
        _refuse_member(member, seen)
        seen.add(member.filename.casefold())
    total = sum(member.file_size for member in members)
    if total > limits.unzipped_bytes:
        raise UnreadableWorkbook(_too_large(total, limits.unzipped_bytes))
    return Package(archive, limits.unzipped_bytes)


def _refuse_long_list(data: bytes, most: int) -> None:
    """The list of contents is counted before it is parsed: its own count may lie."""
    end = data.rfind(b"PK\x05\x06")
    if end == -1:
        raise UnreadableWorkbook(
            "The file is cut off: its end is missing. Copy or download it again."
        )
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    _refuse_count(data.count(b"PK\x01\x02", max(0, end - size)), most)


def _refuse_count(count: int, most: int) -> None:
    if count > most:
        raise UnreadableWorkbook(
            f"The file holds {count:,} parts; at most {most:,} are read. {SAVE_AGAIN}"
        )


def _refuse_member(member: ZipInfo, seen: set[str]) -> None:
    name = member.filename
    if member.flag_bits & 0x1:
        raise UnreadableWorkbook(
            "The file is a zip archive with a password. Save the workbook without one."
        )
    if len(name) > 255 or name.startswith("/") or "\\" in name or ".." in name.split("/"):
        raise UnreadableWorkbook(
            f"The file holds a part with the unsafe name {name[:80]!r}. {SAVE_AGAIN}"
        )
    if name.casefold() in seen:
        raise UnreadableWorkbook(f"The file holds the part {name[:80]!r} twice. {SAVE_AGAIN}")
    if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise UnreadableWorkbook(
            f"The part {name[:80]!r} is compressed in a way Excel never uses. {SAVE_AGAIN}"
        )
    if member.file_size > max(_SMALL, _MOST_SHRUNK * member.compress_size):
        raise UnreadableWorkbook(
            f"The part {name[:80]!r} would unzip from {member.compress_size:,} to "
            f"{member.file_size:,} bytes; at most {_MOST_SHRUNK} times its size is read. "
            f"Remove empty rows and columns. {SAVE_AGAIN}"
        )


def _too_large(found: int, most: int) -> str:
    return (
        f"The workbook unzips to {found:,} bytes or more; at most {most:,} are read. "
        "Remove pictures, sheets and formatted empty rows that are not needed."
    )
