"""Who may publish: accounts, one-time links and sessions; nothing about readers."""

from jobtrack_viz.accounts.attempts import purge_attempts
from jobtrack_viz.accounts.browsers import KNOWN_FOR, Visitor
from jobtrack_viz.accounts.keys import secret_key
from jobtrack_viz.accounts.links import (
    LINK_MINUTES,
    SERVER,
    Invitation,
    how_to_begin,
    invitation,
    new_link,
    set_up_link,
    take_up,
)
from jobtrack_viz.accounts.passwords import SHORTEST, fault_of
from jobtrack_viz.accounts.people import add, disable, enable, named
from jobtrack_viz.accounts.sessions import (
    Entrance,
    Visit,
    save,
    sign_out,
    sign_out_everywhere,
    visit,
)
from jobtrack_viz.accounts.signing_in import change_password, sign_in
from jobtrack_viz.accounts.tokens import hash_of, is_token, new_token

__all__ = [
    "KNOWN_FOR",
    "LINK_MINUTES",
    "SERVER",
    "SHORTEST",
    "Entrance",
    "Invitation",
    "Visit",
    "Visitor",
    "add",
    "change_password",
    "disable",
    "enable",
    "fault_of",
    "hash_of",
    "how_to_begin",
    "invitation",
    "is_token",
    "named",
    "new_link",
    "new_token",
    "purge_attempts",
    "save",
    "secret_key",
    "set_up_link",
    "sign_in",
    "sign_out",
    "sign_out_everywhere",
    "take_up",
    "visit",
]
