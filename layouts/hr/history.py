"""/hr/history: every version; one of them; any two of them compared; their files."""

from typing import Any

from flask import Blueprint, Response, abort, request

from jobtrack_viz import store
from jobtrack_viz.canonical import from_json
from jobtrack_viz.differences import Difference, differences
from jobtrack_viz.drawing.difference_groups import ROW, as_groups, as_rows, in_one_sentence
from jobtrack_viz.drawing.phrases import count_of
from jobtrack_viz.errors import UnknownVersion, UnreadableRecord
from layouts.hr.desk import Desk
from layouts.hr.files import sent_table, sent_workbook
from layouts.hr.frame import page, say
from layouts.hr.held import framework_at
from layouts.hr.moments import day, moment
from layouts.links import redirect

__all__ = ["add", "by_whom", "version_page"]

_DAMAGED = {"words": "Damaged", "tone": "bad"}


def add(hr: Blueprint, desk: Desk) -> None:
    """Add what is known of versions; nothing here changes anything."""

    @hr.get("/history")
    def history() -> Response:
        with desk.store.reading() as db:
            now, known = store.current(db).number, store.versions(db)
        rows = [_row(version, now) for version in known]
        open_ones = [row["number"] for row in rows if not row["withdrawn"]]
        return page(
            "history.html",
            versions=rows,
            lead=_lead(known),
            comparable=len(open_ones) > 1,
            pick_from=open_ones[1] if len(open_ones) > 1 else None,
            pick_to=open_ones[0] if open_ones else None,
        )

    @hr.get("/versions/<int:number>")
    def version(number: int) -> Response:
        return page("version.html", **version_page(desk, number), why="", typed="")

    @hr.get("/versions/<int:number>/published")
    def published(number: int) -> Response:
        with desk.store.reading() as db:
            made, told = store.version(db, number), _told(db, number)
        about = f"Published on {moment(made.at)} by {by_whom(made)}."
        if told:
            about += f" Since version {made.parent}: {in_one_sentence(told)}"
        return page("published.html", number=number, about=about, before=made.parent)

    @hr.get("/versions/<int:number>/originals/<int:place>")
    def original(number: int, place: int) -> Response:
        with desk.store.reading() as db:
            files = store.originals(db, number)
        if not 1 <= place <= len(files) or files[place - 1].content is None:
            abort(404)
        return sent_workbook(files[place - 1].content or b"", files[place - 1].name)

    @hr.get("/compare")
    def compare() -> Any:
        pair = _asked()
        if pair is None:
            say("Choose a version in both columns to compare them.")
            return redirect("/hr/history", 303)
        found = _compared(desk, *pair)
        first, second = pair
        lead = in_one_sentence(found)
        return page("compare.html", first=first, second=second, lead=lead, groups=as_groups(found))

    @hr.get("/compare.csv")
    def compare_csv() -> Response:
        pair = _asked()
        if pair is None:
            abort(404)
        name = f"differences-{pair[0]}-to-{pair[1]}.csv"
        return sent_table([ROW, *as_rows(_compared(desk, *pair))], name)


def version_page(desk: Desk, number: int) -> dict[str, Any]:
    """The values of the page of one version.

    Raises:
        UnknownVersion: there is no such version.
    """
    with desk.store.reading() as db:
        now, made = store.current(db).number, store.version(db, number)
        told = _told(db, number) if _is_sound(db, number) else None
    withdrawn = made.withdrawn_at is not None
    other = made.parent if number == now else now
    unchanged = "It was the first." if made.parent is None else "Nothing that a reader would see."
    if told is None:
        unchanged = "What is stored of this version is damaged, so that it cannot be read."
    return {
        "number": number,
        "tags": [*tags_of(made, now), *([_DAMAGED] if told is None else [])],
        "damaged": told is None,
        "pairs": _facts(made),
        "withdrawn": withdrawn,
        "is_current": number == now,
        "restorable": number != now and not withdrawn and told is not None,
        "map_link": f"/?v={number}",
        "compare_link": f"/hr/compare?from={number}&to={other}"
        if other and number != now
        else f"/hr/compare?from={other}&to={number}"
        if other
        else "",
        "compare_words": "Compare with the version before"
        if number == now
        else "Compare with what is published now",
        "groups": as_groups(told) if told else [],
        "unchanged": unchanged,
        "originals": [
            {"name": name, "address": f"/hr/versions/{number}/originals/{place}"}
            for place, name in enumerate(made.originals, start=1)
        ],
        "purged": made.purged,
        "no_files": f"None: it holds again what version {made.restores} held."
        if made.restores
        else "None were stored with it.",
    }


def tags_of(version: store.Version, now: int | None) -> list[dict[str, str]]:
    """What is special about a version, each in a word or two."""
    found = []
    if version.number == now:
        found.append({"words": "Published now", "tone": "good"})
    if version.restores:
        found.append({"words": f"Restored from {version.restores}", "tone": "plain"})
    if version.withdrawn_at is not None:
        found.append({"words": "Withdrawn", "tone": "bad"})
    return found


def by_whom(version: store.Version) -> str:
    """Who published it; the sample of a first start is published by nobody."""
    return version.person or "the program"


def _row(version: store.Version, now: int | None) -> dict[str, Any]:
    return {
        "number": version.number,
        "at": moment(version.at),
        "person": by_whom(version),
        "note": version.note,
        "tags": tags_of(version, now),
        "withdrawn": version.withdrawn_at is not None,
    }


def _lead(known: tuple[store.Version, ...]) -> str:
    if not known:
        return ""
    return f"{count_of(len(known), 'version')} since {day(known[-1].at)}."


def _facts(version: store.Version) -> list[tuple[str, str]]:
    withdrawn = ""
    if version.withdrawn_at is not None:
        withdrawn = f"{moment(version.withdrawn_at)}: {version.withdrawn_why}"
    return [
        ("Published", moment(version.at)),
        ("By", by_whom(version)),
        ("Note", version.note),
        ("Made from", f"Version {version.parent}" if version.parent else ""),
        ("Restores", f"Version {version.restores}" if version.restores else ""),
        ("Withdrawn", withdrawn),
    ]


def _is_sound(db: store.Db, number: int) -> bool:
    try:
        framework_at(db, number)
        _told(db, number)
    except UnreadableRecord:
        return False
    return True


def _told(db: store.Db, number: int) -> tuple[Difference, ...]:
    return from_json(store.payload(db, number).differences, tuple[Difference, ...])


def _asked() -> tuple[int, int] | None:
    """The two versions that the address names."""
    first, second = (request.args.get(name, type=int) for name in ("from", "to"))
    return None if first is None or second is None else (first, second)


def _compared(desk: Desk, first: int, second: int) -> tuple[Difference, ...]:
    with desk.store.reading() as db:
        for number in (first, second):
            if store.version(db, number).withdrawn_at is not None:
                raise UnknownVersion(f"Version {number} was withdrawn.")
        return differences(framework_at(db, first), framework_at(db, second))
