"""A cache bounded by bytes, in which what is asked for once pushes out nothing that is used."""

from collections import OrderedDict
from threading import Lock
from typing import Generic, TypeVar

__all__ = ["SegmentedCache"]

_Value = TypeVar("_Value")
_PROTECTED = 0.8
"""Share of the bytes that is kept for what was asked for again."""


class SegmentedCache(Generic[_Value]):
    """Values by key, of at most so many bytes together; safe to use from several threads.

    Segmented LRU (Karedla, Love and Wherry, Computer 27, 1994): a value begins on probation and is
    protected once it is asked for again, so that ten thousand values nobody wants twice pass
    through the smaller segment alone.
    """

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._lock = Lock()
        self._probation: OrderedDict[str, tuple[_Value, int]] = OrderedDict()
        self._protected: OrderedDict[str, tuple[_Value, int]] = OrderedDict()
        self._bytes = {id(self._probation): 0, id(self._protected): 0}

    @property
    def bytes(self) -> int:
        """What is kept now, as it was weighed."""
        return sum(self._bytes.values())

    def get(self, key: str) -> _Value | None:
        """The value, which counts as used; None if it is not kept."""
        with self._lock:
            if key in self._protected:
                self._protected.move_to_end(key)
                return self._protected[key][0]
            if key not in self._probation:
                return None
            value, weight = self._taken(self._probation, key)
            self._set(self._protected, key, value, weight)
            while self._bytes[id(self._protected)] > self._most * _PROTECTED:
                oldest = next(iter(self._protected))
                self._set(self._probation, oldest, *self._taken(self._protected, oldest))
            self._trim()
            return value

    def put(self, key: str, value: _Value, weight: int) -> None:
        """Keep a value of so many bytes on probation; one that is kept already stays."""
        with self._lock:
            if key in self._protected or key in self._probation:
                return
            self._set(self._probation, key, value, weight)
            self._trim()

    def __contains__(self, key: str) -> bool:
        """Whether a value is kept; asking does not count as use."""
        with self._lock:
            return key in self._protected or key in self._probation

    def _trim(self) -> None:
        while sum(self._bytes.values()) > self._most:
            segment = self._probation or self._protected
            self._taken(segment, next(iter(segment)))

    def _set(
        self, segment: OrderedDict[str, tuple[_Value, int]], key: str, value: _Value, weight: int
    ) -> None:
        segment[key] = value, weight
        self._bytes[id(segment)] += weight

    def _taken(self, segment: OrderedDict[str, tuple[_Value, int]], key: str) -> tuple[_Value, int]:
        value, weight = segment.pop(key)
        self._bytes[id(segment)] -= weight
        return value, weight
