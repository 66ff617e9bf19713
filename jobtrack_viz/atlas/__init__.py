"""Version id -> everything that a page needs, cached in each process."""

from jobtrack_viz.atlas.of_store import StoreAtlas
from jobtrack_viz.atlas.of_workbook import WorkbookAtlas
from jobtrack_viz.atlas.published import (
    Atlas,
    MapNotReady,
    MapUnavailable,
    Published,
    Standing,
    draft_id,
)

__all__ = [
    "Atlas",
    "MapNotReady",
    "MapUnavailable",
    "Published",
    "Standing",
    "StoreAtlas",
    "WorkbookAtlas",
    "draft_id",
]
