"""Which connections have had their time, and which take more than their share of what is kept."""

from collections.abc import Callable, Sequence

from jobtrack_viz.serving.channel import Channel
from jobtrack_viz.serving.limits import ServerLimits

__all__ = ["sweep"]

_SHARE = 16
"""One in so many of the slowest is closed before it is counted again."""


def sweep(channels: Sequence[Channel], limits: ServerLimits, now: float) -> None:
    """Close the connections that are too slow, and the slowest ones of too many.

    Nothing is closed while a thread answers it. No answer is sent: whoever does not finish a
    request in this time does not read one either.
    """
    receiving, fetching = [], []
    for channel in channels:
        phase = channel.look(now)
        if phase == "answering":
            continue
        waited = now - channel.since
        if phase in ("idle", "header"):
            new = phase == "header" or not channel.served
            late = waited > (limits.header_seconds if new else limits.idle_seconds)
        else:
            rate = limits.receive_rate if phase == "body" else limits.send_rate
            late = channel.rate_after(limits.grace_seconds, now) < rate and (
                waited > limits.grace_seconds
            )
        if late:
            channel.handle_close()
        elif phase == "body":
            receiving.append(channel)
        elif phase == "sending":
            fetching.append(channel)
    _make_room(receiving, limits.spooled_bytes, _of_bodies, now)
    _make_room(fetching, limits.waiting_bytes, _of_answers, now)


def _of_bodies(channels: Sequence[Channel]) -> int:
    return sum(channel.kept_body_bytes for channel in channels)


def _of_answers(channels: Sequence[Channel]) -> int:
    kept: dict[int, int] = {}
    for channel in channels:
        kept |= channel.kept_answers
    return sum(kept.values())


def _make_room(
    channels: list[Channel], most: int, kept: Callable[[Sequence[Channel]], int], now: float
) -> None:
    """Close the slowest connections until the others together keep no more than allowed."""
    by_rate = sorted(channels, key=lambda one: one.rate_after(0, now), reverse=True)
    while by_rate and kept(by_rate) > most:
        for _ in range(len(by_rate) // _SHARE + 1):
            by_rate.pop().handle_close()
