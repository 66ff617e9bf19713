"""Times in words; a time always says its zone."""

from datetime import UTC, datetime

from markupsafe import Markup

from jobtrack_viz.dates import day, local_zone

__all__ = ["day", "moment", "timed"]


def moment(at: datetime) -> str:
    """Such as ``3 March 2026, 14:05 GMT``, as clocks show it in the United Kingdom."""
    return f"{day(at)}, {at.astimezone(local_zone()):%H:%M %Z}"


def timed(at: datetime | None) -> Markup:
    """The same with its exact value for programs; nothing for no time."""
    if at is None:
        return Markup("")
    exact = at.astimezone(UTC).isoformat(timespec="seconds")
    return Markup('<time datetime="{}">{}</time>').format(exact, moment(at))
