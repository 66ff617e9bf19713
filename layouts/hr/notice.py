"""What HR is told while readers do not see the version that was published last."""

from dataclasses import dataclass

from jobtrack_viz.atlas import Standing
from jobtrack_viz.publishing import Baseline
from layouts.hr.desk import Desk

__all__ = ["Notice", "notice_of", "notice_of_memory", "what_readers_see"]


@dataclass(frozen=True, slots=True)
class Notice:
    """A few words that say it all, why it is so, and what to do."""

    title: str
    sentences: tuple[str, ...]


def notice_of(standing: Standing | None) -> Notice | None:
    """What stands on top of every page of HR; None while all is as it should be."""
    if standing is None or not standing.why:
        return None
    if standing.shown is None and standing.newest is None:
        return None  # nothing is published, as the overview says
    if standing.shown == standing.newest:
        return Notice(f"Readers see version {standing.shown} as it was last read", (standing.why,))
    if standing.shown is None:
        return Notice(
            "Readers see no map",
            (standing.why, "Upload the workbooks again and publish them to put this right."),
        )
    instead = f", not version {standing.newest}" if standing.newest else ""
    return Notice(
        f"Readers see version {standing.shown}{instead}",
        (
            standing.why,
            "To put this right, restore a version from the history, or upload the workbooks again "
            f"and publish them. Until then drafts are compared with version {standing.shown}.",
        ),
    )


def notice_of_memory(standing: Standing | None, found: Baseline) -> Notice | None:
    """What HR is told where readers see from memory what the database can give no more."""
    damaged = found.newest is not None and found.number != found.newest
    if standing is None or not damaged or standing.shown != str(found.newest):
        return None
    then = "no map" if found.number is None else f"version {found.number}"
    return Notice(
        f"Readers see version {found.newest} as it was last read",
        (
            f"It has been damaged in the database since. Once the server starts anew, they see "
            f"{then}.",
            "To put this right, restore a version from the history, or upload the workbooks again "
            "and publish them.",
        ),
    )


def what_readers_see(desk: Desk) -> str:
    """A sentence for a page that cannot be shown, about the map that can."""
    shown = desk.standing().shown if desk.standing is not None else None
    return f"Readers go on seeing version {shown} of the map. " if shown else ""
