"""The map as GeoJSON in map units, for tools that judge or reuse the layout."""

from collections.abc import Sequence
from typing import Any

from jobtrack_viz.metro.shapes import MetroMap, Piece, Point, Station, Walkway
from jobtrack_viz.network import Network

__all__ = ["geojson"]


def geojson(metro: MetroMap, network: Network) -> dict[str, Any]:
    """A FeatureCollection: a Point for each role, a LineString for each track and edge, y down.

    A line through roles without grades is among them; lines of lists of roles are not.
    Lines are given before their corners are rounded; walkways have ``kind`` "move".
    """
    roles = {station.role_id for station in metro.stations}
    return {
        "type": "FeatureCollection",
        "line_width": metro.line_width,
        "station_radius": metro.station_radius,
        "features": [
            *(_station(metro, network, station) for station in metro.stations),
            *(_piece(piece) for piece in metro.pieces),
            *(_piece(p) for p in metro.trunks if {p.source, p.target} <= roles),
            *(_walkway(walkway) for walkway in metro.walkways),
        ],
    }


def _station(metro: MetroMap, network: Network, station: Station) -> dict[str, Any]:
    role = network.nodes[station.role_id]["role"]
    half = metro.station_radius
    properties = {
        "id": role.id,
        "label": role.title,
        "grade": role.rank,
        "grade_label": role.grade,
        "tracks": list(station.tracks),
        "label_box": list(station.label.box),
        "marker_box": [
            station.x - half,
            station.top - half,
            station.x + half,
            station.bottom + half,
        ],
    }
    place = [station.x, (station.top + station.bottom) / 2]
    return _feature("Point", place, properties)


def _piece(piece: Piece) -> dict[str, Any]:
    properties = {"track": piece.track, "from": piece.source, "to": piece.target}
    return _feature("LineString", _coordinates(piece.points), properties)


def _walkway(walkway: Walkway) -> dict[str, Any]:
    properties = {"kind": "move", "from": walkway.source, "to": walkway.target}
    return _feature("LineString", _coordinates(walkway.points), properties)


def _feature(kind: str, coordinates: list[Any], properties: dict[str, Any]) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def _coordinates(points: Sequence[Point]) -> list[list[float]]:
    return [[point.x, point.y] for point in points]
