"""Links that people have kept: which of them would lead elsewhere, and where to."""

from collections.abc import Mapping

from jobtrack_viz.differences.pairs import successors
from jobtrack_viz.model import Framework

__all__ = ["changed_links", "former_ids"]


def changed_links(before: Framework, after: Framework) -> tuple[tuple[str, str, str], ...]:
    """(former id, id now, name until now) of each role whose link changes; empty if it is gone."""
    now = successors(before, after)
    return tuple(
        (role.id, now.get(role.id, ""), role.name)
        for role in before.roles
        if now.get(role.id) != role.id
    )


def former_ids(
    previous: Mapping[str, str], before: Framework, after: Framework
) -> Mapping[str, str]:
    """Ids that are no longer in use -> the id of the same role in ``after``.

    ``previous`` is the same for ``before``. An id that is in use again is that role's own, and
    ids of roles that are gone are left out.
    """
    now = successors(before, after)
    used = {role.id for role in after.roles}
    kept = {former: now[role_id] for former, role_id in previous.items() if role_id in now}
    found = kept | {former: role_id for former, role_id in now.items() if former != role_id}
    return {former: role_id for former, role_id in found.items() if former not in used}
