"""Expensive answers share a few places, so that cheap ones never wait for all threads."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from urllib.parse import parse_qs

from jobtrack_viz.sandbox import Busy, Slots

__all__ = ["Limiter", "TooBusy"]

_AT_A_TIME = 2
"""Half of a worker's four threads (gunicorn.conf.py)."""
_PATIENCE = 0.5
_COSTLY = ("via", "avoid", "down", "possible")
"""Wishes whose journeys take long to find among hundreds of roles."""


class TooBusy(Busy):
    """Too many expensive answers are being made for one more."""


class Limiter:
    """A bounded semaphore over all readers of one worker, for answers that take long to make."""

    def __init__(self, count: int = _AT_A_TIME, patience: float = _PATIENCE) -> None:
        self._slots = Slots(count)
        self._patience = patience

    @contextmanager
    def place(self) -> Iterator[None]:
        """Hold a place while the block runs.

        Raises:
            TooBusy: none became free within half a second.
        """
        with ExitStack() as held:
            try:
                held.enter_context(self._slots.taken(self._patience))
            except Busy as error:
                raise TooBusy(str(error)) from None
            yield

    @contextmanager
    def place_for(self, query: Mapping[str, object]) -> Iterator[None]:
        """The same if the journeys of a query are costly to find; else at once.

        Raises:
            TooBusy: as above.
        """
        if not _is_costly(query):
            yield
            return
        with self.place():
            yield


def _is_costly(query: Mapping[str, object]) -> bool:
    plan = query.get("plan")
    text = plan[0] if isinstance(plan, list) and plan else plan
    wishes = parse_qs(text) if isinstance(text, str) else {}
    return any(query.get(name) or wishes.get(name) for name in _COSTLY)
