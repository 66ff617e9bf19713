"""Rules about the lists: each names what it found and the nearest that would do."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from jobtrack_viz.contrast import is_legible
from jobtrack_viz.model import Problem
from jobtrack_viz.workbook.draft import Draft
from jobtrack_viz.workbook.headers import Entry, Record
from jobtrack_viz.workbook.moves import given_moves, move_references
from jobtrack_viz.workbook.orders import lists_of_sheets
from jobtrack_viz.workbook.rules import error, note, suggesting, warning
from jobtrack_viz.workbook.text import fold, track_name, values_of
from jobtrack_viz.workbook.vocabulary import CHOICES, choice, whole_number

__all__ = ["LIST_RULES", "is_colour", "is_link", "unknown_roles"]

_NEEDED = {
    "Grades": ("grade",),
    "Tracks": ("track",),
    "Roles": ("role",),
    "Moves": ("from", "to"),
    "Skills": ("skill",),
    "Matrix (long)": ("role", "competency"),
    "Ladder (long)": ("competency", "level"),
    "Development": ("competency", "level"),
    "Level profiles": ("level",),
    "How moves happen": ("kind", "title"),
    "Case studies": ("title",),
    "Job descriptions": ("role", "section"),
}
_NAMES = {("Development", "level"): "To level"}


def is_link(text: str) -> bool:
    """True for a web address that may be shown as a link."""
    return text.lower().startswith(("https://", "http://")) and not any(c.isspace() for c in text)


def is_colour(text: str) -> bool:
    """True for a colour written as #rrggbb."""
    return (
        len(text) == 7 and text[0] == "#" and all(c in "0123456789abcdefABCDEF" for c in text[1:])
    )


def rows_are_complete(draft: Draft) -> Iterator[Problem]:
    """A row of a list fills the columns without which it says nothing."""
    for kind, fields in _NEEDED.items():
        for record in draft.records(kind):
            for field in fields:
                if field not in record.fields:
                    untitled = field == "role" and kind in ("Roles", "Matrix (long)")
                    code = "role-title-missing" if untitled else "value-missing"
                    column = _NAMES.get((kind, field), field.capitalize())
                    place = record.start.sheet, record.address(field)
                    yield Problem("error", code, *place, {"column": column})


def words_are_known(draft: Draft) -> Iterator[Problem]:
    """A cell with a closed vocabulary uses one of its words."""
    for (kind, field), options in CHOICES.items():
        for record in draft.records(kind):
            entry = record.fields.get(field)
            written = entry is not None and entry.cell.kind in ("text", "number")
            if entry and written and choice(entry.line, options) is None:
                facts = {"found": entry.line, "options": ", ".join(options)}
                yield error("word-unknown", entry, **facts)


def moves_name_known_roles(draft: Draft) -> Iterator[Problem]:
    """Both ends of a move are roles of this workbook."""
    for record in draft.records("Moves"):
        for field in ("from", "to"):
            yield from unknown_roles(draft, record, field)


def skills_name_known_roles(draft: Draft) -> Iterator[Problem]:
    """A skill's role is a role of this workbook."""
    for record in draft.records("Skills"):
        yield from unknown_roles(draft, record, "role")


def unknown_roles(draft: Draft, record: Record, field: str) -> Iterator[Problem]:
    """What is wrong with the roles that a cell names: nobody's name, or the name of several."""
    for reference in move_references(draft, record, field):
        if not reference.roles:
            found = error("role-unknown", reference.entry, found=reference.text)
            yield suggesting(found, reference.text, draft.roster.names, 3)
        elif len(reference.roles) > 1:
            names = "; ".join(role.name for role in reference.roles)
            yield error("role-ambiguous", reference.entry, found=reference.text, roles=names)


def moves_lead_somewhere(draft: Draft) -> Iterator[Problem]:
    """A move leads from one role to another."""
    for record in draft.records("Moves"):
        ends = [move_references(draft, record, field) for field in ("from", "to")]
        source, target = ([role for ref in end for role in ref.roles] for end in ends)
        if len(source) == 1 and [role.id for role in source] == [role.id for role in target]:
            yield error("move-to-itself", record.fields["to"], role=source[0].name)


def kinds_fit_the_grades(draft: Draft) -> Iterator[Problem]:
    """A move's kind says the same as its grades."""
    for move in given_moves(draft):
        here, there = draft.rank(move.source), draft.rank(move.target)
        if here is None or there is None or move.inferred:
            continue
        wrong = {
            "progression": there <= here,
            "transfer": there != here,
            "step up": there <= here,
            "step down": there >= here,
            "regrade": there <= here,
        }
        if wrong.get(move.kind, False):
            names = {"source": move.source.name, "target": move.target.name}
            yield warning("kind-contradicts-grades", move.entry, kind=move.kind, **names)


def kinds_were_written(draft: Draft) -> Iterator[Problem]:
    """A blank kind was filled in from the tracks and grades."""
    for move in given_moves(draft):
        if move.inferred and not move.record.line("kind"):
            names = {"source": move.source.name, "target": move.target.name}
            yield note("kind-inferred", move.entry, kind=move.kind, **names)


def tracks_are_known(draft: Draft) -> Iterator[Problem]:
    """With a Tracks sheet, a track named elsewhere is listed there or has a matrix."""
    listed = {fold(track_name(r.line("track"))) for r in draft.records("Tracks")}
    listed |= {fold(track) for matrix in draft.tables.matrices for track in matrix.tracks}
    if draft.records("Tracks"):
        yield from _unknown_tracks(draft, "Roles", listed)
    yield from _unknown_tracks(draft, "Skills", listed | draft.tracks.keys())
    only_levels = draft.levels_are_roles and draft.records("Tracks")
    yield from _unknown_tracks(
        draft, "Level profiles", listed if only_levels else listed | draft.tracks.keys()
    )


def _unknown_tracks(draft: Draft, kind: str, known: set[str]) -> Iterator[Problem]:
    names = [name for key, name in draft.tracks.items() if key in known]
    for record in draft.records(kind):
        entry = record.fields.get("track")
        for value in values_of(entry.text) if entry else ():
            if entry and fold(track_name(value)) not in known:
                yield suggesting(error("track-unknown", entry, found=value), value, lambda: names)


def matrices_are_listed(draft: Draft) -> Iterator[Problem]:
    """A matrix whose track the Tracks sheet does not list."""
    listed = {fold(track_name(r.line("track"))) for r in draft.records("Tracks")}
    told: set[str] = set()
    names = [r.line("track") for r in draft.records("Tracks")]
    headings = [(m, h, t) for m in draft.tables.matrices for h in m.headings for t in h.tracks]
    for matrix, heading, track in headings if listed else ():
        if fold(track) not in listed | told:
            told.add(fold(track))
            entry = heading.cells[0] if heading.cells else matrix.corner or heading.title
            yield suggesting(note("track-not-listed", entry, found=track), track, lambda: names)


def names_stand_once(draft: Draft) -> Iterator[Problem]:
    """A grade or track that is listed twice counts once."""
    for kind, field in (("Grades", "grade"), ("Tracks", "track")):
        seen: dict[str, Entry] = {}
        for record in draft.records(kind):
            entry = record.fields.get(field)
            if entry and seen.setdefault(fold(entry.line), entry) is not entry:
                first = seen[fold(entry.line)]
                elsewhere = "" if first.sheet == entry.sheet else f"{first.sheet} "
                other = f"{elsewhere}{first.address}"
                yield note("listed-twice", entry, found=entry.line, other=other)


def lists_of_grades_agree(draft: Draft) -> Iterator[Problem]:
    """Two lists of grades put the grades that both have in one order."""
    lists = list(lists_of_sheets(draft.records("Grades"), "grade").items())
    for i, (_, rows) in enumerate(lists):
        for sheet, others in lists[:i]:
            places = {fold(r.line("grade")): n for n, r in reversed(list(enumerate(others)))}
            both = [r for r in rows if fold(r.line("grade")) in places]
            for lower, higher in pairwise(both):
                if places[fold(lower.line("grade"))] > places[fold(higher.line("grade"))]:
                    facts = {"first": lower.line("grade"), "second": higher.line("grade")}
                    yield error("grades-disagree", higher.fields["grade"], other=sheet, **facts)


def links_can_be_followed(draft: Draft) -> Iterator[Problem]:
    """A link is a web address."""
    for records in draft.tables.lists.values():
        for record in records:
            entry = record.fields.get("link")
            if entry and not is_link(entry.line):
                yield note("link-unusable", entry, found=entry.line)
    vacancies = draft.tables.about.get("vacancies")
    if vacancies and not is_link(vacancies.line):
        yield note("link-unusable", vacancies, found=vacancies.line)


def colours_can_be_drawn(draft: Draft) -> Iterator[Problem]:
    """A track's colour is written as #rrggbb."""
    for record in draft.records("Tracks"):
        entry = record.fields.get("colour")
        if entry and not is_colour(entry.line):
            yield note("colour-unknown", entry, found=entry.line)


def colours_stand_out(draft: Draft) -> Iterator[Problem]:
    """A track's colour can be seen on light paper."""
    for record in draft.records("Tracks"):
        entry = record.fields.get("colour")
        if entry and is_colour(entry.line) and not is_legible(entry.line):
            yield warning("colour-pale", entry, found=entry.line)


def posts_are_counted(draft: Draft) -> Iterator[Problem]:
    """A count of posts is a whole number."""
    for kind in ("Tracks", "Roles"):
        for record in draft.records(kind):
            entry = record.fields.get("posts")
            written = entry is not None and entry.cell.kind in ("text", "number")
            if entry and written and whole_number(entry.line) is None:
                yield warning("posts-unclear", entry, found=entry.line)


LIST_RULES: tuple[Callable[[Draft], Iterator[Problem]], ...] = (
    rows_are_complete,
    words_are_known,
    moves_name_known_roles,
    skills_name_known_roles,
    moves_lead_somewhere,
    kinds_fit_the_grades,
    kinds_were_written,
    tracks_are_known,
    matrices_are_listed,
    names_stand_once,
    lists_of_grades_agree,
    links_can_be_followed,
    colours_can_be_drawn,
    colours_stand_out,
    posts_are_counted,
)
