"""The map before and after a draft, with what changes ringed."""

from collections.abc import Mapping
from dataclasses import dataclass

from jobtrack_viz.drawing.changed_map import before_and_after
from jobtrack_viz.network import build_network
from jobtrack_viz.publishing import Preview

__all__ = ["Picture", "pictures_of"]


@dataclass(frozen=True, slots=True)
class Picture:
    """SVG of our own making, in which every text of a workbook is escaped already."""

    svg: str

    def __html__(self) -> str:
        """As it stands in a page: templates do not escape it again."""
        return self.svg


def pictures_of(found: Preview) -> Mapping[str, Picture]:
    """``before`` and ``after``; neither if nothing changes or one is shown as an overview."""
    if not (found.differences and found.before and found.after):
        return {}
    if not (found.before_map and found.after_map):
        return {}
    before, after = before_and_after(
        found.before_map,
        build_network(found.before),
        found.after_map,
        build_network(found.after),
        found.differences,
    )
    return {"before": Picture(before), "after": Picture(after)}
