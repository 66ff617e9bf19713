"""Two letters for each track, made of its name."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from string import ascii_uppercase, digits

__all__ = ["line_codes"]

_SMALL = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the", "to"})
_ALL = ascii_uppercase + digits


def line_codes(names: Sequence[str], before: Mapping[str, str]) -> dict[str, str]:
    """Each name's code, which no other name has; names keep the code they had ``before``.

    ``Service Desk`` becomes SD, ``Developer`` DE; if that is taken, other letters of the name.
    """
    codes: dict[str, str] = {}
    for name in names:
        code = before.get(name, "")
        if code and code not in codes.values():
            codes[name] = code
    taken = set(codes.values())
    for name in names:
        if name not in codes:
            codes[name] = next(code for code in _candidates(name) if code not in taken)
            taken.add(codes[name])
    return {name: codes[name] for name in names}


def _candidates(name: str) -> Iterator[str]:
    """Initials of two words, then two letters in their order, then any two signs, then three."""
    plain = "".join(sign.upper() if sign.isalnum() else " " for sign in name)
    words = [word for word in plain.split() if word.lower() not in _SMALL] or plain.split()
    for one, other in combinations(words, 2):
        yield one[0] + other[0]
    letters = "".join(words)
    for one, other in combinations(letters, 2):
        yield one + other
    yield from (first + second for first in letters[:1] for second in _ALL)
    yield from ("".join(pair) for pair in product(_ALL, repeat=2))
    yield from ("".join(three) for three in product(_ALL, repeat=3))
