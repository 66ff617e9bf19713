"""What merging met, in words: where it is, what each side says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from jobtrack_viz.merge.flat import NOT_REQUIRED, Entries, Field, Fields, List
from jobtrack_viz.merge.three_way import ABSENT, ORDER, Clash, Sides

__all__ = ["Change", "Words"]

_AREAS: Mapping[str, str] = {
    "about": "About",
    "levels": "Ladder",
    "competencies": "Ladder",
    "grades": "Grades",
    "tracks": "Tracks",
    "stations": "Tracks",
    "roles": "Roles",
    "moves": "Moves",
    "skills": "Skills",
    "development": "Development",
    "profiles": "Level profiles",
    "texts": "Level profiles",
    "processes": "How moves happen",
    "stories": "Case studies",
    "descriptions": "Job descriptions",
    "passages": "Job descriptions",
}
"""The sheets of a workbook, on which people look for things."""
_FIELDS: Mapping[str, str] = {
    "aliases": "Also known as",
    "both_ways": "Both ways",
    "colour": "Colour",
    "equivalent_experience": "Equivalent experience",
    "formal_training": "Formal training",
    "hera_reference": "HERA reference",
    "hera_reviewed": "HERA reviewed",
    "id": "ID",
    "label": "Grade",
    "lines": "Text",
    "manages_people": "Manages people",
    "note": "How it happens",
    "on_the_job": "On the job",
    "order": "Order",
    "reports_to": "Reports to",
    "with_others": "With others",
}
_LONGEST = 300
"""Letters of one value; longer ones are cut, since the workbook has them."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not the same on all sides, in plain texts.

    ``area`` is a sheet, ``subject`` the thing, ``what`` its field or competency, empty for the
    thing as a whole. ``role`` is the id, now, of the role that it concerns, or empty. ``key`` is
    the same for the same thing whenever the same three frameworks are merged.
    """

    key: str
    area: str
    subject: str
    what: str
    base: str
    edited: str
    current: str
    role: str = ""


class Words:
    """Says things by their names on the current side, else by those that the other sides have."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self._names: dict[tuple[str, str], str] = {}
        for flat in (sides.base, sides.edited, sides.current):
            for kind, what in (("levels", "name"), ("tracks", "name"), ("competencies", "name")):
                for key, fields in flat[kind,].items():
                    self._names[kind, key] = str(fields[what])
            for key, fields in flat["roles",].items():
                grade = f" ({fields['grade']})" if fields["grade"] else ""
                self._names["roles", key] = f"{fields['title']}{grade}"

    def change(self, clash: Clash) -> Change:
        """The clash in words."""
        level = isinstance(clash.field, tuple) and clash.field[0] == "level"
        edited, current = (self._value(clash, v) for v in (clash.edited, clash.current))
        if clash.other and clash.current is ABSENT:
            edited = f"needed by {self._user(clash.other)}"
        elif clash.other:
            current = f"needed by {self._user(clash.other)}"
        return Change(
            clash.key,
            "Levels" if level else _AREAS[clash.list[0]],
            self._subject(clash.list, clash.entry),
            self._what(clash.field),
            self._value(clash, clash.base),
            edited,
            current,
            self._role(clash),
        )

    def _name(self, kind: str, key: str) -> str:
        return self._names.get((kind, key), key)

    def _entry(self, name: List, entry: str) -> Fields:
        lists: Iterable[Entries] = reversed(self._sides.entries(name))
        return next((entries[entry] for entries in lists if entry in entries), {})

    def _subject(self, name: List, entry: str) -> str:
        """The thing by its name; entries without one by what they are about."""
        kind, fields = name[0], self._entry(name, entry)
        if (kind, entry) in self._names:
            return self._names[kind, entry]
        if kind == "stations":
            return ": ".join(filter(None, (self._name("tracks", name[1]), self._role_of(entry))))
        if kind == "moves" and fields:
            ends = (self._name("roles", fields["source"]), self._name("roles", fields["target"]))
            return " to ".join(ends)
        if kind == "development" and fields:
            level = self._name("levels", fields["level"])
            return f"{self._name('competencies', fields['competency'])}, {level}"
        if kind in ("passages", "descriptions"):
            role = self._name("roles", name[1] if kind == "passages" else entry)
            return _together(role, fields.get("section"), fields.get("heading"))
        if kind == "texts":
            profile = self._entry(("profiles",), name[1])
            return _together(profile.get("level"), fields.get("section"), fields.get("topic"))
        said = (fields.get(what) for what in ("title", "name", "level", "label", "kind"))
        return str(next(filter(None, said), ""))

    def _role_of(self, key: str) -> str:
        return self._names.get(("roles", key), "")

    def _what(self, what: Field) -> str:
        if isinstance(what, str):
            return _FIELDS.get(what, what.replace("_", " ").capitalize())
        if what[0] == "level":
            return self._name("competencies", what[1])
        return f"{what[0].capitalize()}, {self._name('levels', what[1])}"

    def _value(self, clash: Clash, value: Any) -> str:
        if clash.field == "":
            if value is ABSENT:
                return "not there" if clash.base is ABSENT else "removed"
            if clash.base is ABSENT:
                return "added"
            return "as it was" if value == clash.base else "changed"
        text = self._said(clash, value)
        return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}\u2026"

    def _said(self, clash: Clash, value: Any) -> str:
        """A field's value as a reader sees it."""
        if value is ABSENT or value is None or value in ("", ()):
            return "not stated" if isinstance(clash.field, tuple) or value is None else "nothing"
        if isinstance(value, bool):
            return "yes" if value else "no"
        if value == NOT_REQUIRED:
            return NOT_REQUIRED
        if isinstance(clash.field, tuple) and clash.field[0] == "level":
            return self._name("levels", value)
        if clash.field == ORDER and isinstance(value, tuple):
            return ", ".join(self._subject(clash.list, key) for key in value)
        if clash.field in ("source", "target"):
            return self._name("roles", value)
        if clash.field in ("tracks", "roles"):
            return "; ".join(self._name(str(clash.field), key) for key in value)
        return "\n".join(map(str, value)) if isinstance(value, tuple) else str(value)

    def _user(self, other: str) -> str:
        """The thing that needs another one, with the sheet where it is."""
        *name, entry = other.split(" | ")
        subject = self._subject(tuple(name), entry)
        return f"{subject} ({_AREAS[name[0]]})"

    def _role(self, clash: Clash) -> str:
        key = clash.list[1] if clash.list[0] == "passages" else clash.entry
        if clash.list[0] not in ("roles", "stations", "passages", "descriptions"):
            return ""
        return str(self._entry(("roles",), key).get("id", ""))


def _together(*parts: Any) -> str:
    return ", ".join(str(part) for part in parts if part)
