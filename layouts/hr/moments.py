"""Dates and times in words; a time always says its zone."""

from datetime import UTC, datetime

__all__ = ["day", "moment"]


def moment(at: datetime) -> str:
    """Such as ``3 March 2026, 14:05 UTC``."""
    there = at.astimezone(UTC)
    return f"{day(there)}, {there:%H:%M} UTC"


def day(at: datetime) -> str:
    """Such as ``3 March 2026``, the day in UTC."""
    there = at.astimezone(UTC)
    return f"{there.day} {there:%B %Y}"
