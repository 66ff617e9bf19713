"""Times in words; a time always says its zone."""

from datetime import datetime

from jobtrack_viz.dates import day, local_zone

__all__ = ["day", "moment"]


def moment(at: datetime) -> str:
    """Such as ``3 March 2026, 14:05 GMT``, as clocks show it in the United Kingdom."""
    return f"{day(at)}, {at.astimezone(local_zone()):%H:%M %Z}"
