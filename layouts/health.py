"""What monitoring asks: whether the process answers, and whether readers see the right map."""

from collections.abc import Callable
from threading import Lock, Thread

from flask import Flask, Response, jsonify

from jobtrack_viz.atlas import Atlas, Standing

__all__ = ["add_health"]

_SECONDS = 2.0
"""So long the question which map is shown may take before monitoring gets its answer."""

_LATE = "Which map is published was not found out within 2 seconds."


class _Watch:
    """The last answer to a question, which one thread at a time asks anew."""

    def __init__(self, ask: Callable[[], Standing]) -> None:
        self._ask = ask
        self._lock = Lock()
        self._running: Thread | None = None
        self._latest = Standing(None, None, _LATE)

    def within(self, seconds: float) -> Standing:
        """The answer, or the one before, if it takes longer than that."""
        with self._lock:
            if self._running is None or not self._running.is_alive():
                self._running = Thread(target=self._look, name="readiness", daemon=True)
                self._running.start()
            asking = self._running
        asking.join(seconds)
        if asking.is_alive():
            return Standing(self._latest.shown, self._latest.newest, _LATE)
        return self._latest

    def _look(self) -> None:
        self._latest = self._ask()


def add_health(server: Flask, atlas: Atlas) -> None:
    """Answer ``/healthz`` and ``/readyz``.

    After: the first asks nobody, so it answers 200 as long as the process does. The second answers
    200 while readers see a map, be it an older one than the newest, and says why it is that one;
    503 while there is none to show.
    """
    watch = _Watch(atlas.standing)

    @server.get("/healthz")
    def health() -> Response:
        return _uncached(jsonify(ok=True))

    @server.get("/readyz")
    def ready() -> Response:
        found = watch.within(_SECONDS)
        answer = jsonify(
            ready=found.shown is not None,
            version=found.shown,
            newest=found.newest,
            why=found.why,
        )
        answer.status_code = 503 if found.shown is None else 200
        return _uncached(answer)


def _uncached(answer: Response) -> Response:
    answer.headers["Cache-Control"] = "no-store"
    return answer
