"""``user`` on the command line: who may publish, for whoever runs the server."""

import argparse
from datetime import UTC, datetime
from typing import Any

from jobtrack_viz.settings import Settings

__all__ = ["add_user"]


def add_user(commands: Any) -> None:
    """The parser's ``commands`` know ``user`` with its kinds; each sets ``run``."""
    user = commands.add_parser("user", help="say who may publish")
    kinds = user.add_subparsers(dest="kind", required=True)
    for name, help_text in (
        ("add", "add a person, or give one a new link to choose a password with"),
        ("disable", "take a person out, and sign them out everywhere"),
        ("enable", "let a person in again"),
    ):
        kind = kinds.add_parser(name, help=help_text)
        kind.add_argument("email", metavar="EMAIL", help="their e-mail address")
        kind.set_defaults(run=_run)
    kinds.add_parser("list", help="list them").set_defaults(run=_run, email="")


def _run(options: argparse.Namespace) -> int:
    from jobtrack_viz.accounts import by_command
    from jobtrack_viz.store import open_store

    settings = Settings.from_env()
    store = open_store(settings.database)
    act = by_command.ACTS[options.kind]
    print(act(store, datetime.now(UTC), options.email, settings.address))
    return 0
