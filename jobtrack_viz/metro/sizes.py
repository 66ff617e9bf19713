"""Every measure of the map, in map units: one unit is one CSS pixel at full size."""

__all__ = ["SIZES", "Sizes"]

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sizes:
    """How thick, how wide, how far apart. ``SIZES`` is the one in use."""

    line: float = 7.0
    pitch: float = 9.0
    """Between the centre lines of two tracks that run side by side."""
    branch_pitch: float = 14.0
    """The same at a role where one of the two forks, so that slanting branches keep clear."""
    mark: float = 6.5
    """Half the width of a station's mark, with its outline."""
    hug: float = 9.0
    """Between a line's centre and a walkway beside it."""
    branch: float = 28.0
    """Least height between a fork at the end of a line and its branches."""
    run: float = 16.0
    """Straight line after and before each station."""
    outline: float = 2.2
    label: float = 15.0
    label_line: float = 16.5
    label_dx: float = 9.0
    label_dy: float = 12.5
    badge: float = 13.0
    badge_height: float = 20.0
    badge_line: float = 14.0
    badge_gap: float = 12.0
    badge_code: float = 26.0
    """Room for the code at the left of a badge."""
    status: float = 11.5
    code: float = 12.5
    code_height: float = 15.0
    """Of a code on a line; where lines run side by side there is no room for one."""
    heading: float = 15.0
    grade_name: float = 13.5
    margin: float = 20.0
    top: float = 78.0
    """From the upper edge to the first line."""
    headroom: float = 22.0
    """More of it, where a map must be stretched: names may then stand above the first line."""
    zone_lead: float = 17.0
    foot: float = 14.0
    """Below the last name, inside the zones."""
    tall: float = 1100.0
    """From this height on, headings stand below the map too."""
    least_width: float = 560.0
    legend: float = 46.0
    legend_line: float = 26.0
    legend_width: float = 1040.0
    """What the key needs on one line."""
    row: float = 57.0
    """Least distance between two stations of a column with labels of up to two lines."""
    tallest_row: float = 78.0
    pass_by: float = 24.0
    """Least distance of a line that passes through a column without a station."""
    yard_lead: float = 11.5
    """From the frame of a list of roles to the middle of its first marks."""
    shape: float = 1.58
    """Width over height of a map, from its first to its last station."""
    widest: float = 1.4
    """How much wider columns become at most for the sake of that shape."""


SIZES = Sizes()
