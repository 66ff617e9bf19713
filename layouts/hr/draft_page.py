"""The values of the page of a draft: report, differences, conflicts, links. No Flask here."""

from collections.abc import Mapping
from typing import Any

from jobtrack_viz.drawing.difference_groups import as_groups, in_one_sentence
from jobtrack_viz.drawing.phrases import count_of
from jobtrack_viz.merge import Change
from jobtrack_viz.publishing import Preview
from layouts.hr.draft_pictures import pictures_of
from layouts.hr.moments import moment
from layouts.hr.report import report_of
from layouts.hr.stages import name_of

__all__ = ["conflicts_of", "draft_page"]

_NOTHING = "nothing"
_LINKS_SHOWN = 50
_RINGS = "A ring with a sign stands around each role that changes; the key is below each map."
_TOO_MUCH = (
    "The map takes more computing time or memory to draw than is allowed, so readers see the "
    "overview and the text. Divide it into fewer tracks to have it drawn."
)
_HOW = {"update": "It updates just its own tracks.", "replace": "It replaces everything."}


def draft_page(found: Preview) -> dict[str, Any]:
    """Everything that ``draft.html`` shows of a draft that was read."""
    draft, ready = found.draft, found.after is not None
    groups = as_groups(found.differences) if ready and found.before else None
    changed = found.before is None or bool(found.differences)
    links = _links(found)
    settled = found.copy is None or not found.copy.unsettled
    values = {
        "id": draft.id,
        "title": f"Preview of {name_of(draft)}" if ready else f"Errors in {name_of(draft)}",
        "lead": _lead(found),
        "about": _about(found),
        "base": draft.base,
        "groups": groups,
        "conflicts": conflicts_of(found, {}),
        "kept": _kept(found),
        "copied": found.copy.version if found.copy else None,
        "pictures": _pictures(found),
        "pictures_said": _RINGS,
        "no_pictures": _why_no_pictures(found),
        "links": links[:_LINKS_SHOWN],
        "links_more": _more(len(links) - _LINKS_SHOWN),
        "report": report_of(found.problems),
        "files": _files(found),
        "ready": ready,
        "publishable": ready and changed and settled,
        "confirm": _confirm(found),
        "todo": _todo(found),
        "shared_until": moment(draft.shared_until) if draft.shared_until else "",
    }
    return {**values, "contents": _contents(values)}


def conflicts_of(found: Preview, chosen: Mapping[str, str]) -> list[dict[str, str]]:
    """What the uploaded copy and later versions changed differently, and what was chosen."""
    if found.copy is None:
        return []
    choices = {**found.copy.choices, **chosen}
    return [
        {
            "key": conflict.key,
            "what": _place(conflict),
            "base": conflict.base or _NOTHING,
            "edited": conflict.edited or _NOTHING,
            "current": conflict.current or _NOTHING,
            "choice": choices.get(conflict.key, ""),
        }
        for conflict in found.copy.conflicts
    ]


def _kept(found: Preview) -> list[str]:
    return [
        f"{_place(change)}: {change.base or _NOTHING}, now {change.current or _NOTHING}"
        for change in (found.copy.kept if found.copy else ())
    ]


def _place(change: Change) -> str:
    about = ", ".join(part for part in (change.subject, change.what) if part)
    return f"{change.area}: {about}" if about else change.area


def _lead(found: Preview) -> str:
    if found.after is None:
        errors = sum(problem.severity == "error" for problem in found.problems)
        it = "It" if errors == 1 else "They"
        return f"{count_of(errors, 'error')} found. {it} must be put right before you can publish."
    if found.before is None:
        roles = count_of(len(found.after.roles), "role")
        tracks = count_of(len(found.after.tracks), "track")
        return f"It would be the first map: {roles} on {tracks}."
    if not found.differences:
        return "Nothing would change."
    return in_one_sentence(found.differences)


def _about(found: Preview) -> str:
    draft = found.draft
    how = _HOW.get(draft.mode, "")
    if found.copy:
        how = f"An edited copy of version {found.copy.version}: what was edited changes, only that."
    said = f"Uploaded by {draft.person} on {moment(draft.made_at)}. {how}"
    if found.compared:
        return f"{said} {found.compared}"
    return f"{said} Compared with version {draft.base}." if draft.base else said


def _pictures(found: Preview) -> list[dict[str, Any]]:
    captions = {"before": "The map now", "after": "The map after publishing"}
    return [
        {
            "caption": captions[which],
            "address": f"/hr/drafts/{found.draft.id}/{which}.svg",
            "picture": picture,
        }
        for which, picture in pictures_of(found).items()
    ]


def _why_no_pictures(found: Preview) -> str:
    """Why there are words only, although there is something to see; else nothing."""
    if found.after is None or (found.before_map and found.after_map):
        return ""
    if found.before is not None and not found.differences:
        return ""
    if found.before is None:
        if found.too_much_to_draw:
            return _TOO_MUCH
        return "It would be the first map, so there is none to compare it with."
    if found.too_much_to_draw:
        return _TOO_MUCH
    return "With so many tracks or roles the map is shown by groups, so changes are told in words."


def _links(found: Preview) -> list[dict[str, str]]:
    return [
        {
            "name": name,
            "former": f"/?start={former}",
            "now": f"/?start={now}" if now else "Leads nowhere: the role is removed",
        }
        for former, now, name in found.links
    ]


def _more(number: int) -> str:
    return f"And {number} more." if number > 0 else ""


def _files(found: Preview) -> list[dict[str, str]]:
    at = f"/hr/drafts/{found.draft.id}"
    return [
        {
            "name": name,
            "address": f"{at}/files/{place}",
            "marked": f"{at}/files/{place}/marked.xlsx" if found.problems else "",
        }
        for place, name in enumerate(found.draft.files, start=1)
    ]


def _confirm(found: Preview) -> Mapping[str, str] | None:
    if not found.to_type:
        return None
    gone = count_of(len(found.consequences.roles_removed), "role")
    there = len(found.before.roles) if found.before else 0
    tracks = found.consequences.tracks_removed
    also = f" and {count_of(len(tracks), 'track')}" if tracks else ""
    return {"typed": found.to_type, "why": f"This removes {gone} of {there}{also}."}


def _todo(found: Preview) -> str:
    if found.copy and found.copy.unsettled:
        return "Choose above what stands where you and others changed the same places."
    if found.after is None:
        return "Correct the cells in Excel and upload the workbook again. This draft may stay."
    return "There is nothing to publish: the published map says the same already."


def _contents(values: Mapping[str, Any]) -> list[tuple[str, str]]:
    places = (
        ("conflicts", "Changed by you and by others", "conflicts"),
        ("kept", "Changed by others", "kept"),
        ("groups", "What would change", "changes"),
        ("pictures", "Maps", "maps"),
        ("links", "Links", "links"),
        ("report", "What the check found", "found"),
        ("publishable", "Ask colleagues", "consult"),
        ("publishable", "Publish", "publish"),
    )
    return [(words, place) for name, words, place in places if values[name]]
