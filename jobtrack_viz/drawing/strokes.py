"""Each track's pieces joined to as few strokes as possible."""

from collections.abc import Iterator, Sequence

from jobtrack_viz.drawing.rounding import rounded
from jobtrack_viz.metro.paths import tidy
from jobtrack_viz.metro.shapes import Piece, Point

__all__ = ["strokes", "ways"]


def ways(pieces: Sequence[Piece]) -> Iterator[tuple[str, list[tuple[Point, ...]]]]:
    """(track, its ways) for each track: as few as possible, since they run on through stations."""
    for track in dict.fromkeys(piece.track for piece in pieces):
        own = [piece for piece in pieces if piece.track == track]
        yield track, [tidy(way) for way in _joined(own)]


def strokes(pieces: Sequence[Piece], radius: float) -> Iterator[tuple[str, str]]:
    """(track, ``d``) for each track: one path with rounded corners."""
    for track, own in ways(pieces):
        yield track, "".join(rounded(way, radius) for way in own)


def _joined(pieces: Sequence[Piece]) -> list[list[Point]]:
    """Ways that go on wherever a piece begins, level, where another ends, level."""
    ways: list[list[Point]] = []
    for piece in pieces:
        before = next((way for way in ways if _runs_on(way, piece.points)), None)
        if before is None:
            ways.append(list(piece.points))
        else:
            before += piece.points[1:]
    return ways


def _runs_on(way: Sequence[Point], points: Sequence[Point]) -> bool:
    return way[-1] == points[0] and way[-2].y == way[-1].y and points[0].y == points[1].y
