"""The map before and after a draft, with what changes ringed."""

from collections.abc import Mapping

from jobtrack_viz.drawing.changed_map import before_and_after
from jobtrack_viz.network import build_network
from jobtrack_viz.publishing import Preview

__all__ = ["pictures_of"]


def pictures_of(found: Preview) -> Mapping[str, str]:
    """SVG of ``before`` and ``after``; neither if one of them is shown as an overview."""
    if not (found.before and found.after and found.before_map and found.after_map):
        return {}
    before, after = before_and_after(
        found.before_map,
        build_network(found.before),
        found.after_map,
        build_network(found.after),
        found.differences,
    )
    return {"before": before, "after": after}
