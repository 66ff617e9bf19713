"""The key that signs what forms carry: from the environment, else made once and kept."""

import secrets

from jobtrack_viz.store import Store, insert_setting

__all__ = ["secret_key"]


def secret_key(store: Store, given: str) -> str:
    """The key of this installation: the given one, else the one that all its workers share."""
    if given:
        return given
    with store.writing() as db:
        return insert_setting(db, "secret-key", secrets.token_urlsafe(48))
