"""What all pages of HR share: the database, the settings and the clock."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from flask import request

from jobtrack_viz.accounts import secret_key
from jobtrack_viz.atlas import Standing
from jobtrack_viz.settings import Settings
from jobtrack_viz.store import Store

__all__ = ["Desk", "utc_now"]


def utc_now() -> datetime:
    """The time by the clock of this machine."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Desk:
    """One installation; ``stylesheets`` are the addresses of its CSS, ``script`` of its script."""

    store: Store
    settings: Settings
    stylesheets: Sequence[str]
    script: str
    now: Callable[[], datetime] = utc_now
    standing: Callable[[], Standing] | None = None
    """Which map readers see; not known where HR's pages stand alone."""

    def absolute(self, address: str) -> str:
        """An address of ours as it is told outside of a page, by mail or chat.

        It begins with JOBTRACK_ADDRESS; without that, with the Host that this request came with.
        """
        return (self.settings.address or request.host_url.rstrip("/")) + address

    @cached_property
    def key(self) -> str:
        """The key that signs what forms carry; asked of the database once, when first needed."""
        return secret_key(self.store, self.settings.secret_key)
