"""The key that signs what forms carry: from the environment, else made once and kept."""

import secrets

from jobtrack_viz.store import Store, insert_setting, set_setting, setting

__all__ = ["secret_key"]

_NAME = "secret-key"
_BYTES = 48
_SHORTEST = 32
"""Characters of a key that is used; what was made has twice as many."""


def secret_key(store: Store, given: str) -> str:
    """The key of this installation: the given one, else the one that all its workers share.

    The database is written only if there is none in it yet.
    """
    if given:
        return given
    with store.reading() as db:
        kept = setting(db, _NAME) or ""
    if len(kept) >= _SHORTEST:
        return kept
    with store.writing() as db:
        if kept:  # damaged, and perhaps easy to guess
            set_setting(db, _NAME, secrets.token_urlsafe(_BYTES))
        return insert_setting(db, _NAME, secrets.token_urlsafe(_BYTES))
