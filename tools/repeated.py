"""A map many times over: as many stations as no map of one department has, to measure drawing."""

from dataclasses import replace

from jobtrack_viz.metro.shapes import Box, MetroMap, Point, Station, Walkway
from jobtrack_viz.model import Framework

__all__ = ["framework_times", "map_times"]


def framework_times(framework: Framework, times: int) -> Framework:
    """So many copies of every track, role and move; ids and names begin with the copy's number."""
    return replace(
        framework,
        tracks=tuple(
            replace(track, name=f"{i} {track.name}", roles=_named(i, track.roles))
            for i in range(times)
            for track in framework.tracks
        ),
        roles=tuple(
            replace(role, id=f"{i}-{role.id}", tracks=tuple(f"{i} {name}" for name in role.tracks))
            for i in range(times)
            for role in framework.roles
        ),
        moves=tuple(
            replace(move, source=f"{i}-{move.source}", target=f"{i}-{move.target}")
            for i in range(times)
            for move in framework.moves
        ),
        skills=(),
    )


def map_times(metro: MetroMap, times: int) -> MetroMap:
    """The map of ``framework_times``: copies of the map below each other."""
    step = metro.bottom - metro.top
    copies = [(i, i * step) for i in range(times)]
    return replace(
        metro,
        height=metro.height + (times - 1) * step,
        bottom=metro.top + times * step,
        pieces=tuple(
            replace(
                piece,
                track=f"{i} {piece.track}",
                source=f"{i}-{piece.source}",
                target=f"{i}-{piece.target}",
                points=_moved(piece.points, down),
            )
            for i, down in copies
            for piece in metro.pieces
        ),
        walkways=_ways(metro.walkways, copies),
        joins=_ways(metro.joins, copies),
        stations=tuple(_station(s, i, down) for i, down in copies for s in metro.stations),
        badges=tuple(
            replace(badge, track=f"{i} {badge.track}", box=_lower(badge.box, down))
            for i, down in copies
            for badge in metro.badges
        ),
        codes=tuple(
            replace(code, track=f"{i} {code.track}", box=_lower(code.box, down))
            for i, down in copies
            for code in metro.codes
        ),
        looks={f"{i} {track}": look for i, _ in copies for track, look in metro.looks.items()},
    )


def _station(station: Station, i: int, down: float) -> Station:
    at = Point(station.label.at.x, station.label.at.y + down)
    return replace(
        station,
        role_id=f"{i}-{station.role_id}",
        top=station.top + down,
        bottom=station.bottom + down,
        tracks=tuple(f"{i} {name}" for name in station.tracks),
        label=replace(station.label, at=at, box=_lower(station.label.box, down)),
        also=tuple((top + down, bottom + down) for top, bottom in station.also),
    )


def _ways(ways: tuple[Walkway, ...], copies: list[tuple[int, float]]) -> tuple[Walkway, ...]:
    return tuple(
        replace(
            way,
            source=f"{i}-{way.source}",
            target=f"{i}-{way.target}",
            points=_moved(way.points, down),
        )
        for i, down in copies
        for way in ways
    )


def _named(i: int, roles: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{i}-{role_id}" for role_id in roles)


def _moved(points: tuple[Point, ...], down: float) -> tuple[Point, ...]:
    return tuple(Point(point.x, point.y + down) for point in points)


def _lower(box: Box, down: float) -> Box:
    return Box(box.left, box.top + down, box.right, box.bottom + down)
