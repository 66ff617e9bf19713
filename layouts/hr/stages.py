"""How far a draft is, in words."""

from dataclasses import dataclass

from jobtrack_viz.canonical import from_json
from jobtrack_viz.errors import UnreadableRecord
from jobtrack_viz.publishing import Copy
from jobtrack_viz.store import Draft

__all__ = ["AT_WORK", "Stage", "name_of", "stage_of", "stages_in_order"]

AT_WORK = {
    "waiting": "Wait for the check to begin",
    "reading": "Read every cell",
    "comparing": "Compare with the published map",
    "drawing": "Draw the new map",
}
"""The stages of a draft that the program works on, in their order."""


_NO_COPY = b"null"
"""What stands with a draft that is no edited copy of a version."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A word for a list, a tone for its colour (never the only sign), and a sentence."""

    title: str
    tone: str
    words: str


_WORKING = Stage("Working", "plain", "The workbooks are being read, compared and drawn.")
_STAGES = {
    "ready": Stage("Ready", "good", "Checked and drawn: look at the preview, then publish."),
    "refused": Stage("Refused", "bad", "The workbook cannot be read."),
    "failed": Stage("Failed", "bad", "Something went wrong on our side. Upload it again."),
    "published": Stage("Published", "good", "This draft was published."),
    "discarded": Stage("Discarded", "plain", "This draft was discarded."),
}
_DAMAGED = Stage("Damaged", "bad", "It cannot be read any more: discard it and upload again.")
_HAS_ERRORS = Stage("Has errors", "bad", "The check found errors: put them right in Excel.")
_HAS_CONFLICTS = Stage("To be settled", "odd", "You and others changed the same places.")


def stage_of(draft: Draft) -> Stage:
    """The stage of a draft as its owner meets it."""
    if draft.stage == "refused" and not draft.refused:
        return _HAS_ERRORS
    copied = draft.stage == "ready" and draft.conflicts != _NO_COPY
    try:
        if copied and from_json(draft.conflicts, Copy).unsettled:
            return _HAS_CONFLICTS
    except UnreadableRecord:
        return _DAMAGED
    return _STAGES.get(draft.stage, _WORKING)


def stages_in_order(now: str) -> list[dict[str, str]]:
    """All stages of the work, each with whether it is done, being done or still to come."""
    names = list(AT_WORK)
    at = names.index(now) if now in names else len(names)
    said = {"done": "done", "now": "now", "later": ""}
    return [
        {"name": name, "words": AT_WORK[name], "state": state, "said": said[state]}
        for place, name in enumerate(names)
        for state in ("done" if place < at else "now" if place == at else "later",)
    ]


def name_of(draft: Draft) -> str:
    """The names of the files that were uploaded, shortened."""
    if len(draft.files) < 3:
        return " and ".join(draft.files)
    return f"{draft.files[0]} and {len(draft.files) - 1} more"
