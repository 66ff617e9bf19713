"""``doctor`` on the command line."""

import argparse
import json
import os
from datetime import UTC, datetime
from typing import Any

__all__ = ["add_doctor"]


def add_doctor(commands: Any) -> None:
    """The parser's ``commands`` know ``doctor``, which sets ``run``."""
    doctor = commands.add_parser(
        "doctor", help="check settings, database, versions and audit log; nothing is changed"
    )
    doctor.add_argument("--json", action="store_true", help="print one JSON object")
    doctor.add_argument(
        "--anchor",
        metavar="DIGEST",
        action="append",
        default=[],
        help="a digest of the audit log that was written down earlier; may be given several times",
    )
    doctor.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    """The exit code is 0 if all is fine, 1 with findings, 2 if the product cannot work so."""
    from jobtrack_viz.doctor.examination import Status, examine

    checks = []
    for check in examine(os.environ, datetime.now(UTC), options.anchor):
        checks.append(check)
        if not options.json:
            print(f"{check.status:<10}{check.name:<13}{check.sentence}", flush=True)
    statuses = {check.status for check in checks}
    code = 2 if Status.UNUSABLE in statuses else 1 if Status.FINDING in statuses else 0
    if options.json:
        rows = [
            {"name": each.name, "status": each.status, "sentence": each.sentence} for each in checks
        ]
        print(json.dumps({"ok": code == 0, "checks": rows}, ensure_ascii=False))
    return code
