"""What is known of the one-time link with which somebody chose their password."""

from datetime import datetime

from jobtrack_viz import accounts
from jobtrack_viz.store import Link, Person

__all__ = ["changed_since", "maker"]

_COMMAND_LINE = "command line"


def maker(link: Link) -> str:
    """Who made a link, as a sentence names them."""
    if link.made_by == _COMMAND_LINE:
        return "somebody on the server's command line"
    return link.made_by or accounts.SERVER


def changed_since(person: Person, link: Link | None) -> datetime | None:
    """When the person changed their password without a link; None if they have not since."""
    used = link.used_at if link else None
    return person.password_at if person.password_at != used else None
