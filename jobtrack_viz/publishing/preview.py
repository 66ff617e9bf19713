"""What publishing a draft would do, complete, for somebody to look at before they do it."""

from dataclasses import dataclass, field, replace

from jobtrack_viz import store as stored
from jobtrack_viz.canonical import framework_from, from_json, map_from
from jobtrack_viz.changes import Consequences, consequences
from jobtrack_viz.differences import Difference, changed_links, differences
from jobtrack_viz.metro.shapes import MetroMap
from jobtrack_viz.model import Framework, Problem
from jobtrack_viz.publishing.baseline import baseline
from jobtrack_viz.publishing.readings import Copy, copy_of
from jobtrack_viz.store import Draft, Store
from jobtrack_viz.views import is_one_map
from jobtrack_viz.workbook import Summary

__all__ = ["Preview", "preview"]

_MANY = 3
_SHARE = 0.1
_TOLD = ("ready", "refused", "failed")
"""Stages at which reading has come to an end."""


@dataclass(frozen=True, slots=True, eq=False)
class Preview:
    """A draft beside what is published.

    ``before`` is None before anything was published, ``after`` as long as the draft has errors;
    maps are None for overviews too. ``links`` are (former id, id now or empty, name) of roles
    whose links change. ``to_type`` is what must be typed because much would be removed, else
    empty. ``stale``: somebody has published since the draft was compared. ``copy`` is how an
    edited copy of a version was brought together with the map in force. ``epoch`` counts what had
    been withdrawn by then. ``compared`` says why it is not compared with the newest version, where
    that is damaged.
    """

    draft: Draft
    problems: tuple[Problem, ...]
    summary: Summary | None
    before: Framework | None = None
    after: Framework | None = None
    before_map: MetroMap | None = None
    after_map: MetroMap | None = None
    differences: tuple[Difference, ...] = ()
    consequences: Consequences = field(default_factory=Consequences)
    links: tuple[tuple[str, str, str], ...] = ()
    to_type: str = ""
    stale: bool = False
    copy: Copy | None = None
    epoch: int = 0
    compared: str = ""

    @property
    def too_much_to_draw(self) -> bool:
        """True for a map that is small enough to be read, but took too much to lay out."""
        return self.after is not None and self.after_map is None and is_one_map(self.after)


def preview(store: Store, draft: str) -> Preview:
    """All that is known of a draft now.

    Raises:
        DraftGone: there is none of this id.
    """
    with store.reading() as db:
        found = stored.draft(db, draft)
        now = stored.current(db)
        base = baseline(db)
    told = found.stage in _TOLD
    problems = from_json(found.problems, tuple[Problem, ...]) if told else ()
    summary = from_json(found.summary, Summary) if told and not found.refused else None
    copy = copy_of(found)
    stale = found.base != now.number and found.stage == "ready"
    shown = Preview(
        found, problems, summary, stale=stale, copy=copy, epoch=now.epoch, compared=base.about
    )
    if found.framework is None:
        return shown
    after = framework_from(found.framework)
    after_map = map_from(found.drawn) if found.drawn else None
    shown = replace(shown, after=after, after_map=after_map)
    payload, before = base.payload, base.framework
    if payload is None or before is None:
        return shown
    changed = consequences(before, after)
    return replace(
        shown,
        before=before,
        before_map=map_from(payload.drawn) if payload.drawn else None,
        differences=differences(before, after),
        consequences=changed,
        links=changed_links(before, after),
        to_type=_to_type(before, changed),
    )


def _to_type(before: Framework, changed: Consequences) -> str:
    """The number of roles that go, if they are many or a whole track goes with them."""
    gone = len(changed.roles_removed)
    many = gone >= max(_MANY, _SHARE * len(before.roles))
    return str(gone) if many or (gone and changed.tracks_removed) else ""
