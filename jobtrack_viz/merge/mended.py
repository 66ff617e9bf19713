"""Merged entries made to fit together: every key in them is that of an entry.

What one side removed and the other one needs is a conflict: it stays, or comes back, until
somebody decides. What its removal took along comes back with it.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from jobtrack_viz.merge.flat import NOT_REQUIRED, Field, Fields, Flat, List
from jobtrack_viz.merge.three_way import ABSENT, Choice, Clash, Sides, Taken
from jobtrack_viz.workbook.grades import GradeOrder
from jobtrack_viz.workbook.text import fold

__all__ = ["mend"]

_Need: TypeAlias = tuple[Field, List, str]
"""By which field an entry needs which other entry; an empty field: by all of it."""
_ROUNDS = 20
"""Things need things that need things, five deep at most; each round mends one depth."""
_NAMED: Mapping[str, str] = {
    "levels": "name",
    "grades": "label",
    "tracks": "name",
    "competencies": "name",
}


def mend(sides: Sides, choices: Mapping[str, Choice], taken: Taken) -> None:
    """After: nothing in ``taken`` refers to what is not in it, and all lists are in order.

    No two things have one name.
    """
    for _ in range(_ROUNDS):
        changed = [
            _mended(sides, choices, taken, place, need)
            for place in list(_places(taken.flat))
            for need in list(_needs(taken.flat, *place))
            if not _is_there(taken.flat, need)
        ]
        changed += [_brought_back(sides, taken, place) for place in _returned(sides, taken)]
        changed += [_put_on_tracks(sides, taken, key) for key in _without_track(taken.flat)]
        if not any(changed):
            break
    _name_apart(sides, taken)
    for name in [name for name in taken.flat if name[0] in ("stations", "texts", "passages")]:
        parent = {"stations": "tracks", "texts": "profiles", "passages": "descriptions"}[name[0]]
        if name[1] not in taken.flat[parent,]:
            del taken.flat[name]
    for key in taken.flat["tracks",]:
        taken.flat.setdefault(("stations", key), {})
    for name, entries in taken.flat.items():
        order = taken.orders.get(name, [])
        taken.flat[name] = {key: entries[key] for key in (*order, *entries) if key in entries}


def _places(flat: Flat) -> Iterator[tuple[List, str]]:
    for name, entries in flat.items():
        yield from ((name, entry) for entry in entries)


def _needs(flat: Flat, name: List, entry: str) -> Iterator[_Need]:
    """What an entry refers to; nothing if it is not there any more."""
    fields = flat.get(name, {}).get(entry)
    if fields is None:
        return
    yield from _of_fields(name, fields)
    if name[0] in ("texts", "passages"):
        yield "", ("profiles" if name[0] == "texts" else "descriptions",), name[1]


def _of_fields(name: List, fields: Fields) -> Iterator[_Need]:
    for what, value in fields.items():
        if isinstance(what, tuple):
            if what[0] == "level":
                yield what, ("competencies",), what[1]
            level = value if what[0] == "level" else what[1]
            if level != NOT_REQUIRED:
                yield what, ("levels",), level
        elif what in ("source", "target", "role") and value:
            yield "", ("roles",), value
        elif what in ("track", "competency") and name[0] in ("stations", "development"):
            yield "", ("tracks" if what == "track" else "competencies",), value
        elif what == "level" and name[0] == "development":
            yield "", ("levels",), value
        elif what in ("tracks", "roles"):
            yield from ((what, (what,), key) for key in value)
        elif what == "grades":
            yield from ((what, ("grades",), label) for label in value)
        elif what == "grade" and value:
            yield what, ("grades",), value


def _is_there(flat: Flat, need: _Need) -> bool:
    _, name, key = need
    return _rank(flat, key) is not None if name == ("grades",) else key in flat.get(name, {})


def _rank(flat: Flat, label: str) -> float | None:
    labels = (str(fields["label"]) for fields in flat["grades",].values())
    return GradeOrder(tuple(labels), "sheet").rank(label)


def _mended(
    sides: Sides, choices: Mapping[str, Choice], taken: Taken, place: tuple[List, str], need: _Need
) -> bool:
    """What is missing comes back from the side that has it, or what needs it goes."""
    _, name, key = need
    if _is_there(taken.flat, need) or need not in list(_needs(taken.flat, *place)):
        return False
    key = _key(sides.current, name, key) or _key(sides.edited, name, key) or key
    edited, current = sides.edited.get(name, {}).get(key), sides.current.get(name, {}).get(key)
    base = sides.base.get(name, {}).get(key)
    if current is None and (edited is None or base is None):
        return _drop(sides, taken, place, need)
    was, new, now = (ABSENT if fields is None else fields for fields in (base, edited, current))
    clash = Clash(name, key, "", was, new, now, " | ".join((*place[0], place[1])))
    choice = choices.get(clash.key)
    if choice is None:
        taken.clashes.setdefault(clash.key, clash)
    side = sides.edited if choice == "edited" else sides.current
    if key not in side.get(name, {}):
        return _drop(sides, taken, place, need)
    _copy(side, taken, name, key)
    return True


def _key(side: Flat, name: List, key: str) -> str:
    """The key of what is needed, on a side; grades are needed by their labels."""
    if name != ("grades",):
        return key if key in side.get(name, {}) else ""
    return next((k for k, f in side[name].items() if fold(str(f["label"])) == fold(key)), "")


def _copy(side: Flat, taken: Taken, name: List, key: str) -> None:
    """An entry comes back as a side has it, with the list that belongs to it."""
    taken.flat[name][key] = dict(side[name][key])
    within = {"profiles": "texts", "descriptions": "passages"}.get(name[0])
    if within:
        taken.flat[within, key] = {k: dict(f) for k, f in side[within, key].items()}


def _drop(sides: Sides, taken: Taken, place: tuple[List, str], need: _Need) -> bool:
    """Whatever needs something that is gone goes too: an entry, a field, one value of a list."""
    (name, entry), (what, _, key) = place, need
    if what == "":
        del taken.flat[name][entry]
        return True
    fields = taken.flat[name][entry]
    if what in ("tracks", "roles", "grades"):
        fields[what] = tuple(value for value in fields[what] if value != key)
    elif what == "grade":
        stands = sides.current[name].get(entry, {}).get("grade")
        fields[what] = stands if stands and _rank(taken.flat, stands) is not None else None
    else:
        del fields[what]
    return True


def _returned(sides: Sides, taken: Taken) -> Iterator[tuple[List, str, Flat, Flat]]:
    """What one side removed and is there all the same, with that side and the other one."""
    for name in (("roles",), ("tracks",), ("competencies",), ("levels",)):
        base, edited, current = sides.entries(name)
        for key in [key for key in taken.flat[name] if key in base]:
            if key not in edited and key in current:
                yield name, key, sides.edited, sides.current
            elif key not in current and key in edited:
                yield name, key, sides.current, sides.edited


def _brought_back(sides: Sides, taken: Taken, returned: tuple[List, str, Flat, Flat]) -> bool:
    """What went only because something went that is there: it comes back with it."""
    name, key, removing, keeping = returned
    changed = False
    for place, entries in keeping.items():
        for entry, fields in entries.items():
            for what, target, needed in _of_fields(place, fields):
                if (target, needed) != (name, key):
                    continue
                if entry in removing.get(place, {}) and what == "":
                    continue
                changed |= _again(sides, taken, (place, entry), what, fields)
    return changed


def _again(
    sides: Sides, taken: Taken, place: tuple[List, str], what: Field, fields: Fields
) -> bool:
    name, entry = place
    was = sides.base.get(name, {}).get(entry)
    if what == "":
        if was != fields or entry in taken.flat.setdefault(name, {}):
            return False
        taken.flat[name][entry] = dict(fields)
        if name == ("descriptions",):
            side = sides.current if entry in sides.current[name] else sides.edited
            taken.flat["passages", entry] = {k: dict(f) for k, f in side["passages", entry].items()}
        return True
    here = taken.flat[name].get(entry)
    if here is None or what in here or not isinstance(what, tuple):
        return False
    if was is None or was.get(what) != fields[what]:
        return False
    here[what] = fields[what]
    return True


def _without_track(flat: Flat) -> list[str]:
    stand = {role for name, entries in flat.items() if name[0] == "stations" for role in entries}
    return [key for key in flat["roles",] if key not in stand]


def _put_on_tracks(sides: Sides, taken: Taken, role: str) -> bool:
    """A role that both sides together took off all tracks stays where the current side has it.

    A role that is new on a track that others removed goes with it, until the track is back.
    """
    side = sides.current if role in sides.current["roles",] else sides.edited
    there = taken.flat["tracks",].keys() | sides.current["tracks",].keys()
    found = False
    for name, entries in side.items():
        if name[0] == "stations" and role in entries and name[1] in there:
            taken.flat.setdefault(name, {})[role] = dict(entries[role])
            found = True
    if not found:
        del taken.flat["roles",][role]
    return True


def _name_apart(sides: Sides, taken: Taken) -> None:
    """A name that two things would have goes to the one that has it on the current side."""
    for kind, what in _NAMED.items():
        name = (kind,)
        entries = taken.flat[name]
        base, edited, current = sides.entries(name)
        owners: dict[str, str] = {}
        for key in sorted(entries, key=lambda key: _says(current, key, what) is None):
            said = fold(str(entries[key][what]))
            stands = _says(current, key, what)
            if said in owners and stands is not None and fold(stands) not in owners:
                was, new, now = (_says(e, key, what) or ABSENT for e in (base, edited, current))
                clash = Clash(name, key, what, was, new, now)
                taken.clashes[clash.key] = clash
                entries[key][what] = stands
                said = fold(stands)
            owners.setdefault(said, key)


def _says(entries: Mapping[str, Fields], key: str, what: str) -> Any:
    fields = entries.get(key)
    return None if fields is None else fields[what]
