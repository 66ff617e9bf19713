"""Colours by the names of tracks alone, so that they last from version to version."""

from collections.abc import Sequence
from hashlib import blake2b

__all__ = ["colours_by_name"]


def colours_by_name(names: Sequence[str], colours: Sequence[str]) -> dict[str, str]:
    """A colour of its own for each name; there are at least as many colours as names.

    After: neither the order of the names nor anything else on the map plays a role, and a name
    that comes or goes changes few other names' colours. Each name prefers some colours and each
    colour some names, by lot; they are matched stably (Gale and Shapley 1962), which has one
    result whatever the order.
    """
    wishes = {name: sorted(colours, key=lambda colour: _lot(name, colour)) for name in names}
    owners: dict[str, str] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        colour = wishes[name].pop(0)
        rivals = [name, owners[colour]] if colour in owners else [name]
        rivals.sort(key=lambda rival: _lot(colour, rival))
        owners[colour] = rivals[0]
        waiting += rivals[1:]
    return {name: colour for colour, name in owners.items()}


def _lot(one: str, other: str) -> bytes:
    return blake2b(f"{one}\n{other}".casefold().encode(), digest_size=8).digest()
