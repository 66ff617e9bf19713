"""Values to JSON that is always the same for the same value, and back; what the store keeps."""

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from jobtrack_viz.errors import UnreadableRecord
from jobtrack_viz.metro.shapes import MetroMap
from jobtrack_viz.model import Framework

__all__ = ["framework_from", "framework_json", "from_json", "map_from", "map_json", "to_json"]

_FORMAT = 1
"""Counts up when stored values change their shape; an older one is then brought up to date here."""

_Value = TypeVar("_Value")


class _Stored(msgspec.Struct):
    """A stored value beside the number of its format."""

    format: int
    value: msgspec.Raw


def to_json(value: object) -> bytes:
    """UTF-8 JSON with sorted keys: equal values give equal bytes."""
    return msgspec.json.encode(value, order="sorted", enc_hook=_plain)


def from_json(data: bytes, kind: type[_Value]) -> _Value:
    """The value that ``to_json`` wrote; every type in it is checked.

    Raises:
        UnreadableRecord: it is not JSON, or not of this kind.
    """
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.DecodeError as error:
        raise UnreadableRecord(f"A stored {kind.__name__} cannot be read: {error}") from error


def framework_json(framework: Framework) -> bytes:
    """A framework as it is stored, with the number of the format."""
    return _numbered(framework)


def framework_from(data: bytes) -> Framework:
    """The framework that was stored.

    Raises:
        UnreadableRecord: it was not written here, or by a newer version of the product.
    """
    return _of_format(data, Framework)


def map_json(drawn: MetroMap) -> bytes:
    """A drawn map as it is stored, with the number of the format."""
    return _numbered(drawn)


def map_from(data: bytes) -> MetroMap:
    """The drawn map that was stored.

    Raises:
        UnreadableRecord: it was not written here, or by a newer version of the product.
    """
    return _of_format(data, MetroMap)


def _numbered(value: object) -> bytes:
    return to_json({"format": _FORMAT, "value": value})


def _of_format(data: bytes, kind: type[_Value]) -> _Value:
    stored = from_json(data, _Stored)
    if stored.format != _FORMAT:
        raise UnreadableRecord(
            f"A stored {kind.__name__} has format {stored.format}; this version knows {_FORMAT}."
        )
    return from_json(bytes(stored.value), kind)


def _plain(value: object) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is not a stored kind of value")
