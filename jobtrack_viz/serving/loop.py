"""The event loop: waitress's dispatchers on epoll, where there is one.

waitress asks every connection before every wait whether it wants to read or write. With hundreds
that wait for something, that costs more than the answers; here only those are asked again to which
something has happened since.
"""

import select
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from waitress import wasyncore

__all__ = ["EventLoop"]


class EventLoop:
    """Calls dispatchers when something can be read or written; one thread turns it."""

    def __init__(self) -> None:
        self.always: list[Any] = []
        """Dispatchers that are asked before every wait."""
        self.busy: set[Any] = set()
        """Connections that threads answer; they too, until that has come to its end."""
        self.map: dict[int, Any] = _Watched() if sys.platform == "linux" else {}

    def turn(self, seconds: float) -> None:
        """Wait until something happens, for so long at most, and let it be dealt with."""
        if isinstance(self.map, _Watched):
            asked = (*self.always, *self.busy)
            self.busy = {one for one in self.busy if one.requests or one.total_outbufs_len}
            self.map.turn(asked, seconds)
        elif hasattr(select, "poll"):
            wasyncore.poll2(seconds, self.map)
        else:
            wasyncore.poll(seconds, self.map)

    def close(self) -> None:
        """Close all that is left."""
        wasyncore.close_all(self.map, ignore_all=True)


if sys.platform == "linux":

    class _Watched(dict[int, Any]):
        """waitress's map of dispatchers, kept the same as what the kernel watches."""

        def __init__(self) -> None:
            super().__init__()
            self._epoll = select.epoll()
            self._wishes: dict[int, int] = {}
            self._touched: set[Any] = set()

        def __setitem__(self, descriptor: int, dispatcher: Any) -> None:
            super().__setitem__(descriptor, dispatcher)
            self._touched.add(dispatcher)

        def __delitem__(self, descriptor: int) -> None:
            super().__delitem__(descriptor)
            self._wish(descriptor, 0)

        def clear(self) -> None:
            super().clear()
            self._epoll.close()

        def turn(self, also: Iterable[Any], seconds: float) -> None:
            touched, self._touched = self._touched, set()
            for dispatcher in touched.union(also):
                self._ask(dispatcher)
            for descriptor, events in self._epoll.poll(seconds):
                if (found := self.get(descriptor)) is not None:
                    self._touched.add(found)
                    wasyncore.readwrite(found, events)

        def _ask(self, dispatcher: Any) -> None:
            descriptor = dispatcher._fileno
            if descriptor is None or descriptor not in self:
                return
            wish = select.EPOLLIN | select.EPOLLPRI if dispatcher.readable() else 0
            if dispatcher.writable() and not dispatcher.accepting:
                wish |= select.EPOLLOUT
            self._wish(descriptor, wish)

        def _wish(self, descriptor: int, wish: int) -> None:
            before = self._wishes.get(descriptor, 0)
            if wish == before:
                return
            if not wish:
                del self._wishes[descriptor]
                with suppress(OSError):
                    self._epoll.unregister(descriptor)
                return
            self._wishes[descriptor] = wish
            (self._epoll.modify if before else self._epoll.register)(descriptor, wish)

else:

    class _Watched(dict[int, Any]):
        """Nothing is watched where there is no epoll."""

        def turn(self, also: Iterable[Any], seconds: float) -> None:
            raise NotImplementedError
