"""A draft is shown to colleagues without an account, by a link that ends."""

import hashlib
import secrets
from datetime import datetime, timedelta

from jobtrack_viz import store as stored
from jobtrack_viz.errors import DraftHasErrors
from jobtrack_viz.publishing.readings import copy_of
from jobtrack_viz.publishing.withdrawals import refuse_withdrawn
from jobtrack_viz.store import Store

__all__ = ["MOST_DAYS", "share", "stop_sharing"]

MOST_DAYS = 60
_TOKEN_BYTES = 24


def share(store: Store, now: datetime, person: str, draft: str, days: int) -> str:
    """A new token that opens this draft for some days; the one before it opens nothing any more.

    Only its hash is kept, so nobody can look it up later. It opens nothing after the draft's time.

    Raises:
        DraftGone: there is no such draft, or its time is over.
        DraftHasErrors: there is no map of it to show.
        WithdrawnVersion: it was made from a version, or holds one, that was withdrawn.
    """
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    until = now + timedelta(days=min(max(days, 1), MOST_DAYS))
    with store.writing() as db:
        found = stored.open_draft(db, draft, now)
        until = min(until, found.expires_at)
        if found.framework is None:
            raise DraftHasErrors("There is no map of this draft that could be shown.")
        refuse_withdrawn(db, found.framework, copy_of(found))
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
