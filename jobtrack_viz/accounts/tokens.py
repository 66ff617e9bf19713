"""Secrets that travel in a link or a cookie; the database keeps only what they hash to."""

import hashlib
import re
import secrets

__all__ = ["hash_of", "is_token", "new_token"]

_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


def new_token() -> str:
    """256 bits that nobody can guess, as 43 characters that an address may hold."""
    return secrets.token_urlsafe(32)


def is_token(text: str) -> bool:
    """Whether a text has the form of our tokens; anything else is not looked up."""
    return bool(_TOKEN.fullmatch(text))


def hash_of(token: str) -> str:
    """What the database keeps of a token; so many random bits need no slow hash."""
    return hashlib.sha256(token.encode()).hexdigest()
