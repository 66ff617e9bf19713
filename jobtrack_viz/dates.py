"""Days as people in the United Kingdom write them, whatever the machine's clock shows."""

from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

__all__ = ["day", "local_zone"]


def local_zone() -> tzinfo:
    """The zone of the map's readers; UTC where the machine knows no zones."""
    try:
        return ZoneInfo("Europe/London")
    except ZoneInfoNotFoundError:
        return UTC


def day(moment: datetime | None) -> str:
    """``3 March 2026``; empty for None."""
    if moment is None:
        return ""
    here = moment.astimezone(local_zone())
    return f"{here.day} {here:%B %Y}"
