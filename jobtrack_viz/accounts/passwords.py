"""Passwords: which are taken, how they are kept, and how long it takes to say no."""

import unicodedata
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argon2 import PasswordHasher

__all__ = ["LONGEST", "SHORTEST", "fault_of", "kept", "matches"]

SHORTEST, LONGEST = 12, 200
"""Characters."""
_KIBIBYTES = 19_456
_AT_ONCE = BoundedSemaphore(2)
"""Hashes at the same time in a worker, so that no crowd at the door takes all memory."""
_COMMON = frozenset((Path(__file__).parent / "common.txt").read_text("utf-8").split())
"""Long passwords that many people use, and what they would make of ours."""


def fault_of(password: str, email: str) -> str:
    """What is wrong with a new password, in a sentence; nothing if it may be used."""
    text = _normal(password)
    if len(text) < SHORTEST:
        return f"Use at least {SHORTEST} characters: a few unrelated words are easy to keep."
    if len(text) > LONGEST:
        return f"Use at most {LONGEST} characters."
    plain = text.casefold()
    guessed = plain in _COMMON or len(set(plain)) < 4
    if guessed or plain.strip("0123456789!.") in (email.casefold(), email.casefold().split("@")[0]):
        return "This password is among the first that anybody would try. Choose another."
    return ""


def kept(password: str) -> str:
    """What the database keeps of a password: argon2id, with a salt of its own."""
    with _AT_ONCE:
        return _hasher().hash(_normal(password))


def matches(password_hash: str | None, password: str) -> bool:
    """Whether this is the password; without a hash it takes as long to say no."""
    from argon2.exceptions import InvalidHashError, VerificationError

    text = _normal(password[: 2 * LONGEST])
    with _AT_ONCE:
        try:
            nobody = _nobody()
            _hasher().verify(password_hash or nobody, text)
        except (VerificationError, InvalidHashError):
            return False
    return password_hash is not None


def _normal(password: str) -> str:
    """The same characters, however a keyboard composes them."""
    return unicodedata.normalize("NFKC", password)


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=2, memory_cost=_KIBIBYTES, parallelism=1)


@cache
def _nobody() -> str:
    """The hash of no password at all."""
    return _hasher().hash("nobody has this password")
