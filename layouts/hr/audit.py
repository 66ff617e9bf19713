"""Who did what and when: to read, to filter, and to take away as a table."""

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlencode

from flask import Blueprint, Response, request

from jobtrack_viz.dates import local_zone
from jobtrack_viz.store import Db, Entry, entries
from jobtrack_viz.store import people as everybody
from layouts.hr.desk import Desk
from layouts.hr.frame import page
from layouts.hr.moments import moment

__all__ = ["ACTIONS", "NOBODY", "add", "guarded", "told"]

ACTIONS: Mapping[str, str] = {
    "signed-in": "Signed in",
    "sign-in-refused": "Sign-in refused",
    "signed-out": "Signed out",
    "signed-out-everywhere": "Signed out everywhere",
    "link-made": "Made a one-time link",
    "link-used": "Used a one-time link",
    "password-set": "Chose a password",
    "password-changed": "Changed a password",
    "person-added": "Added a person",
    "person-disabled": "Took a person out",
    "person-enabled": "Let a person in again",
    "upload": "Uploaded workbooks",
    "decide": "Decided what two had changed",
    "discard": "Discarded a draft",
    "share": "Shared a draft",
    "stop sharing": "Ended the sharing of a draft",
    "publish": "Published",
    "restore": "Restored a version",
    "withdraw version": "Withdrew a version",
    "withdraw story": "Withdrew a story",
    "purge files": "Deleted uploaded files",
    "entries-deleted": "Deleted entries whose time was over",
}
"""What the log calls what it records; any other action is told by its code."""
NOBODY = "the program"
"""Who did what nobody did, such as publishing the sample to begin with."""
_A_PAGE = 50
_A_TABLE = 10_000_000
"""More than any log holds."""
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T[\d:.]{5,15}\+00:00")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FORMULA = ("=", "+", "-", "@")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Filter:
    """What of the log somebody asked for; the dates are days of the local calendar, both within."""

    person: str = ""
    action: str = ""
    since: str = ""
    until: str = ""

    @property
    def query(self) -> dict[str, str]:
        """As an address holds it."""
        parts = ("person", "action", "since", "until")
        return {name: value for name in parts if (value := getattr(self, name))}


def add(hr: Blueprint, desk: Desk) -> None:
    """Add the log and its table."""

    @hr.get("/audit")
    def audit() -> Response:
        asked, errors = _asked()
        number = max(1, min(request.args.get("page", 1, type=int), 100_000))
        with desk.store.reading() as db:
            found = _entries(db, asked, _A_PAGE + 1, (number - 1) * _A_PAGE)
            names = {each.email for each in everybody(db)} | {each.person for each in found}
            known = sorted((names | {asked.person}) - {""})
        return page(
            "audit.html",
            422 if errors else 200,
            errors=errors,
            asked=asked,
            entries=found[:_A_PAGE],
            people=[("", "Everybody"), *((name, name) for name in known)],
            actions=[("", "Everything"), *ACTIONS.items()],
            told=told,
            fact=fact,
            nobody=NOBODY,
            number=number,
            newer=_address(asked, number - 1) if number > 1 else "",
            older=_address(asked, number + 1) if len(found) > _A_PAGE else "",
            table=f"/hr/audit.csv?{urlencode(asked.query)}",
        )

    @hr.get("/audit.csv")
    def audit_csv() -> Response:
        asked, _ = _asked()
        with desk.store.reading() as db:
            found = _entries(db, asked, _A_TABLE, 0)
        headers = {"Content-Disposition": "attachment; filename=audit.csv"}
        return Response(_table(found), mimetype="text/csv", headers=headers)


def told(action: str) -> str:
    """What the log calls an action."""
    return ACTIONS.get(action) or action.replace("-", " ").capitalize()


def fact(value: object) -> object:
    """A detail as it is read: a moment as clocks show it, all else as it is recorded."""
    if not (isinstance(value, str) and _MOMENT.fullmatch(value)):
        return value
    try:
        return moment(datetime.fromisoformat(value))
    except (OverflowError, ValueError):
        return value


def guarded(text: str) -> str:
    """A cell that no spreadsheet takes for a formula, without control characters."""
    plain = _CONTROL.sub("", text)
    risky = plain.startswith(("\t", "\r")) or plain.lstrip().startswith(_FORMULA)
    return f"'{plain}" if risky else plain


def _asked() -> tuple[Filter, list[tuple[str, str]]]:
    """What the address asks for, without dates that are none, and what is wrong with those."""
    given = {name: request.args.get(name, "").strip() for name in ("person", "action")}
    errors = []
    for name in ("since", "until"):
        text = request.args.get(name, "").strip()
        if text and _day(text) is None:
            errors.append((name, "Write the date as year, month and day, such as 2026-03-31."))
        else:
            given[name] = text
    return Filter(**given), errors


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def _entries(db: Db, asked: Filter, limit: int, offset: int) -> tuple[Entry, ...]:
    since, until = _day(asked.since), _day(asked.until)
    return entries(
        db,
        person=asked.person.lower(),
        action=asked.action,
        since=_midnight(since) if since else None,
        until=_midnight(until + timedelta(days=1)) if until and until < date.max else None,
        limit=limit,
        offset=offset,
    )


def _midnight(day: date) -> datetime:
    """When a day begins where HR is."""
    return datetime.combine(day, time.min, local_zone()).astimezone(UTC)


def _address(asked: Filter, number: int) -> str:
    return "/hr/audit?" + urlencode({**asked.query, "page": str(number)})


def _table(found: tuple[Entry, ...]) -> str:
    """The entries for a spreadsheet; the first character tells Excel that it is UTF-8."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(("When (UTC)", "Who", "What", "About", "Details"))
    for each in found:
        when = each.at.astimezone(UTC).isoformat(sep=" ", timespec="seconds")[:19]
        facts = "; ".join(f"{name}: {value}" for name, value in each.facts.items())
        cells = (when, each.person or NOBODY, told(each.action), each.subject, facts)
        rows.writerow([guarded(cell) for cell in cells])
    return "\ufeff" + out.getvalue()
