"""A draft is shown to colleagues without an account, by a link that ends."""

import hashlib
import secrets
from datetime import datetime, timedelta

from jobtrack_viz import store as stored
from jobtrack_viz.errors import DraftGone, DraftHasErrors
from jobtrack_viz.store import Store

__all__ = ["MOST_DAYS", "share", "stop_sharing"]

MOST_DAYS = 60
_TOKEN_BYTES = 24


def share(store: Store, now: datetime, person: str, draft: str, days: int) -> str:
    """A new token that opens this draft for some days; the one before it opens nothing any more.

    Only its hash is kept, so nobody can look it up later.

    Raises:
        DraftGone: there is no such draft.
        DraftHasErrors: there is no map of it to show.
    """
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    until = now + timedelta(days=min(max(days, 1), MOST_DAYS))
    with store.writing() as db:
        found = stored.draft(db, draft)
        if found.closed:
            raise DraftGone("This draft was published or discarded.")
        if found.framework is None:
            raise DraftHasErrors("There is no map of this draft that could be shown.")
        stored.share_draft(db, draft, hashlib.sha256(token.encode()).hexdigest(), until)
        stored.record(db, now, person, "share", draft, {"until": until.isoformat()})
    return token


def stop_sharing(store: Store, now: datetime, person: str, draft: str) -> None:
    """The consultation link of this draft opens nothing any more.

    Raises:
        DraftGone: there is no such draft.
    """
    with store.writing() as db:
        stored.stop_sharing(db, draft)
        stored.record(db, now, person, "stop sharing", draft, {})
