"""Work done at the same moment by several processes, as gunicorn's workers do it."""

import multiprocessing
from collections.abc import Callable

from jobtrack_viz.errors import JobtrackError

FORK = multiprocessing.get_context("fork")
"""Workers are forked too, and a forked child needs no imports of its own."""


def at_once(work: Callable[..., object], times: int, *given: object) -> list[object]:
    """What each of so many processes answered, or its error as text; all begin at one moment."""
    answers = FORK.SimpleQueue()
    gate = FORK.Barrier(times)

    def one(place: int) -> None:
        gate.wait()
        try:
            answers.put((place, work(place, *given)))
        except JobtrackError as error:
            answers.put((place, f"{type(error).__name__}: {error}"))

    children = [FORK.Process(target=one, args=(place,)) for place in range(times)]
    for child in children:
        child.start()
    found = dict(answers.get() for _ in children)
    for child in children:
        child.join()
    return [found[place] for place in range(times)]
