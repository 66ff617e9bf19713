"""Values on their way between a child process and its parent; what arrives is checked."""

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

__all__ = ["packed", "unpacked"]

_Value = TypeVar("_Value")


def packed(value: object) -> bytes:
    """A frozen value as bytes; unlike JSON they keep bytes, and mappings with any keys."""
    return msgspec.msgpack.encode(value, enc_hook=_plain)


def unpacked(data: bytes, kind: type[_Value]) -> _Value:
    """The value that was packed; every type in it is checked.

    Raises:
        ValueError: it is something else, or not complete.
    """
    return msgspec.msgpack.decode(data, type=kind)


def _plain(value: object) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is no value that travels")
