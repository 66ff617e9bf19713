"""Everything that is made with Plotly, as plain dictionaries: the map, heat maps, the gap chart."""

from jobtrack_viz.drawing.gap_chart import gap_figure, largest_changes
from jobtrack_viz.drawing.heat_map import levels_figure, matrix_figure
from jobtrack_viz.drawing.level_rows import (
    LevelRow,
    level_word,
    rows_of_levels,
    rows_of_track,
)
from jobtrack_viz.drawing.map_chart import map_figure

__all__ = [
    "LevelRow",
    "gap_figure",
    "largest_changes",
    "level_word",
    "levels_figure",
    "map_figure",
    "matrix_figure",
    "rows_of_levels",
    "rows_of_track",
]
