"""/hr/stories: a person's story is taken back from every version at once."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, Response, request

from jobtrack_viz import store
from jobtrack_viz.drawing.phrases import count_of
from jobtrack_viz.errors import UnknownVersion, UnreadableRecord
from jobtrack_viz.guidance import CaseStudy
from jobtrack_viz.model import Framework
from jobtrack_viz.publishing import story_key, withdraw_story
from layouts.hr.desk import Desk
from layouts.hr.frame import page, person, say
from layouts.hr.held import framework_at
from layouts.hr.written import too_long, written
from layouts.links import redirect

__all__ = ["add"]

_SHOWN = 240
"""Characters of a story's beginning."""


def add(hr: Blueprint, desk: Desk) -> None:
    """Add the list of stories, the question, and what is done then."""

    @hr.get("/stories")
    def stories() -> Response:
        with desk.store.reading() as db:
            gone = len(store.withdrawn_stories(db))
        withdrawn = f"{count_of(gone, 'story', 'stories')} withdrawn so far." if gone else ""
        return page("stories.html", stories=list(_told(desk).values()), withdrawn=withdrawn)

    @hr.get("/stories/withdraw")
    def story_question() -> Response:
        return page("confirm.html", **_question(desk, request.args.get("key", ""), "", ()))

    @hr.post("/stories/withdraw")
    def withdraw_story_now() -> Any:
        key = request.form.get("key", "")
        why = written("why")
        errors = too_long("why", why)
        if not why:
            errors = [("why", "Say why, such as: consent ended.")]
        if errors:
            return page("confirm.html", 422, **_question(desk, key, why, errors))
        asked = _known(desk, key)
        found = withdraw_story(desk.store, desk.now(), person().email, key, why)
        say(f"“{asked['title']}” is withdrawn from {count_of(found, 'version')}.")
        return redirect("/hr/stories", 303)


def _question(desk: Desk, key: str, why: str, errors: Sequence[tuple[str, str]]) -> dict[str, Any]:
    asked = _known(desk, key)
    return {
        "heading": f"Withdraw “{asked['title']}”?",
        "sentences": [
            "The story goes from the map, from all earlier versions and from open drafts at once. "
            "This cannot be undone, and a workbook that still holds it does not bring it back.",
            "Uploaded files are not changed. The page of each version can delete them.",
        ],
        "groups": None,
        "stale": "",
        "errors": errors,
        "action": "/hr/stories/withdraw",
        "hidden": {"key": key},
        "field": {
            "name": "why",
            "label": "Why is it withdrawn?",
            "hint": "It is kept in the audit. Do not write more about the person than is needed.",
            "value": why,
        },
        "button": "Withdraw this story",
        "grave": True,
        "back": "/hr/stories",
    }


def _known(desk: Desk, key: str) -> dict[str, Any]:
    found = _told(desk).get(key)
    if found is None:
        raise UnknownVersion("No version holds this story.")
    return found


def _told(desk: Desk) -> dict[str, dict[str, Any]]:
    """Every story that some version holds, by its key, those of the newest version first."""
    found: dict[str, dict[str, Any]] = {}
    with desk.store.reading() as db:
        for version in store.versions(db):
            try:
                framework = framework_at(db, version.number)
            except UnreadableRecord:
                continue  # damaged, so nobody is shown it either
            for story in framework.stories:
                one = found.setdefault(story_key(story), _story(framework, story))
                one["versions"].append(version.number)
    for one in found.values():
        newest, oldest = one["versions"][0], one["versions"][-1]
        held = f"Versions {oldest} to {newest}" if newest != oldest else f"Version {newest}"
        one["about"] = f"{one['about']}. {held}." if one["about"] else f"{held}."
    return found


def _story(framework: Framework, story: CaseStudy) -> dict[str, Any]:
    names = {role.id: role.name for role in framework.roles}
    ends = [names[end] for end in (story.source, story.target) if end in names]
    text = " ".join(story.lines)
    return {
        "key": story_key(story),
        "title": story.title,
        "about": " to ".join(ends),
        "beginning": text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} ...",
        "versions": [],
    }
