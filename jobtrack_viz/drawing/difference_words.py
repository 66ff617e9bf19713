"""Differences between two frameworks as sentences."""

from collections.abc import Mapping, Sequence

from jobtrack_viz.differences import Difference
from jobtrack_viz.drawing.phrases import (
    count_of,
    grades_in_words,
    joined,
    kind_of_move,
    sentence_case,
)
from jobtrack_viz.drawing.text_changes import lines_changed, quoted, what_changed

__all__ = ["HEADINGS", "piece_in_words", "sentence", "sentence_of_levels", "sentence_of_role"]

HEADINGS: Mapping[str, str] = {
    "tracks": "Tracks",
    "roles removed": "Roles removed",
    "roles added": "New roles",
    "roles renamed": "Roles renamed",
    "roles moved": "Grades and tracks of roles",
    "levels": "Levels",
    "moves": "Moves",
    "roles": "Facts of roles",
    "skills": "Skills and knowledge",
    "ladder": "Language ladder",
    "track facts": "Facts of tracks",
    "grades": "Grades",
    "descriptions": "Job descriptions",
    "development": "Development options",
    "profiles": "Level profiles",
    "processes": "How moves happen",
    "stories": "Case studies",
    "about": "About this framework",
    "framework": "Order",
}
"""Of each group of differences."""

_THINGS = {
    "role": "role",
    "move": "move",
    "track": "track",
    "skill": "skill",
    "competency": "competency",
    "grade": "grade",
    "development": "development options for",
    "profile": "level profile",
    "process": "process",
    "story": "case study",
    "description": "job description of",
}
_LISTS = {
    "role": "Roles",
    "move": "Moves",
    "track": "Tracks",
    "skill": "Skills",
    "competency": "Competencies",
    "grade": "Grades",
    "development": "Development options",
    "profile": "Level profiles",
    "process": "Texts on how moves happen",
    "story": "Case studies",
}
_PIECES = {
    "aliases": "other titles",
    "both_ways": "open both ways",
    "category": "category",
    "colour": "colour",
    "definition": "definition",
    "description": "description",
    "equivalent_experience": "equivalent experience counts",
    "formal_training": "formal training",
    "grade": "grade",
    "grades": "grades",
    "group": "group",
    "hera_reference": "HERA reference",
    "hera_reviewed": "HERA reviewed",
    "id": "id in links",
    "kind": "kind",
    "level": "level",
    "level_names": "own names of levels",
    "lines": "text",
    "link": "link",
    "manages_people": "manages people",
    "name": "name",
    "on_the_job": "on the job",
    "posts": "posts covered",
    "reports_to": "reports to",
    "roles": "roles",
    "source": "from",
    "status": "status",
    "summary": "summary",
    "target": "to",
    "technology": "a technology",
    "text link": "link",
    "title": "title",
    "tracks": "tracks",
    "with_others": "with others",
    "passage kind": "kind",
}
_STATUS = {"closed": "no longer recruited to"}
_CHOSEN = frozenset(
    (
        "both_ways",
        "category",
        "colour",
        "equivalent_experience",
        "kind",
        "manages_people",
        "passage kind",
        "posts",
        "status",
        "technology",
    )
)
"""Fields with a value from a short list, or a figure: it is told without quotation marks."""
_LISTED = frozenset(
    ("aliases", "tracks", "roles", "grades", "on_the_job", "with_others", "formal_training")
)
"""Fields that hold several values: those that came and went are told."""
_OWN_WORDS = frozenset(("levels", "statements", "passages", "texts"))
"""Fields of which each part has a name of its own."""
_MOST_LEVELS = 6
"""The most levels that one sentence tells."""
_FEW = 12
"""The most names of an order that are told."""


def sentence(difference: Difference) -> str:
    """One sentence that names its subject; texts of the workbook stand in quotation marks."""
    if difference.area == "role" and difference.kind == "changed":
        if difference.piece == "title":
            return f"{difference.was} is now called {difference.subject}."
        return f"{difference.subject}: {_fact(difference)}."
    return f"{_statement(difference)}."


def sentence_of_levels(differences: Sequence[Difference]) -> str:
    """One sentence for several levels of one role."""
    told = [_fact(difference) for difference in differences[:_MOST_LEVELS]]
    if len(told) < len(differences):
        told.append(f"and {count_of(len(differences) - len(told), 'level')} more")
    return f"{differences[0].subject}: {'; '.join(told)}."


def sentence_of_role(difference: Difference) -> str:
    """The same on the role's own card, where its name is not said again."""
    if difference.area != "role":
        return sentence(difference)
    if difference.kind == "added":
        return "This role is new."
    if difference.piece == "title":
        return f"It was called {difference.was}."
    return f"{sentence_case(_fact(difference))}."


def piece_in_words(difference: Difference) -> str:
    """Which part of its subject a difference is about; empty for the whole."""
    piece = "" if difference.piece in _OWN_WORDS else _piece(difference)
    return ", ".join(filter(None, (difference.detail, piece)))


def _statement(difference: Difference) -> str:
    subject, thing = difference.subject, _THINGS.get(difference.area, "")
    match difference.kind:
        case "added":
            on = f", on {joined(difference.tracks)}" if _tells_tracks(difference) else ""
            return sentence_case(f"{_named(thing, subject)} {_is_are(difference)} new{on}")
        case "removed":
            on = f"; it was on {joined(difference.tracks)}" if _tells_tracks(difference) else ""
            return sentence_case(f"{_named(thing, subject)} {_is_are(difference)} removed{on}")
        case "order":
            return _order(difference)
    if difference.area == "framework":
        return "Something follows from another order than before"
    if difference.area == "scale":
        was, now = (joined(text.split("\n")) for text in (difference.was, difference.now))
        return f"The levels are now {now or 'not stated'}; they were {was or 'not stated'}"
    if difference.area == "track" and difference.piece == "name":
        return f"Track {difference.was} is now called {difference.now}"
    if difference.area == "competency" and difference.piece == "name":
        return f"Competency {difference.was} is now called {difference.now}"
    if difference.area == "about":
        return sentence_case(_fact(difference))
    return sentence_case(f"{_named(thing, subject)}: {_fact(difference)}")


def _tells_tracks(difference: Difference) -> bool:
    return difference.area in ("role", "skill") and bool(difference.tracks)


def _is_are(difference: Difference) -> str:
    return "are" if difference.area == "development" else "is"


def _named(thing: str, subject: str) -> str:
    """``track Developer``; a role's name says that it is one."""
    if thing in ("", "role"):
        return subject
    return f"{thing} {quoted(subject) if thing == 'case study' else subject}"


def _order(difference: Difference) -> str:
    names = difference.now.split("\n")
    told = f": {joined(names)}" if difference.now and len(names) <= _FEW else ""
    if difference.piece == "roles":
        return f"Track {difference.subject}: its roles are in another order{told}"
    if difference.piece:
        thing = _named(_THINGS[difference.area], difference.subject)
        return sentence_case(f"{thing}: its texts are in another order")
    return f"{_LISTS[difference.area]} are in another order{told}"


def _fact(difference: Difference) -> str:
    """What has become of one field."""
    was, now, piece = difference.was, difference.now, difference.piece
    if piece == "levels":
        return f"{difference.detail} from {was or 'not stated'} to {now or 'not stated'}"
    if piece == "grade":
        return f"now {_grade(now)}, was {_grade(was)}"
    if piece == "tracks" and difference.area == "role":
        return _on_tracks(was.split("\n"), now.split("\n"))
    if piece in _OWN_WORDS:
        return f"{difference.detail or 'text'} {what_changed(was, now)}"
    name = piece_in_words(difference)
    if piece in _CHOSEN:
        return f"{name} now {_value(piece, now)}, was {_value(piece, was)}"
    if piece in _LISTED:
        return f"{name} {lines_changed(was, now)}"
    return f"{name} {what_changed(was, now)}"


def _piece(difference: Difference) -> str:
    if difference.piece == "note" and difference.area == "move":
        return "how it happens"
    return _PIECES.get(difference.piece, difference.piece)


def _value(piece: str, text: str) -> str:
    if not text:
        return "not stated"
    if piece == "kind":
        return kind_of_move(text).lower()
    return _STATUS.get(text, text) if piece == "status" else text


def _grade(label: str) -> str:
    return grades_in_words((label,)) if label else "no grade"


def _on_tracks(was: Sequence[str], now: Sequence[str]) -> str:
    came = [track for track in now if track and track not in was]
    left = [track for track in was if track and track not in now]
    parts = [f"now also on {joined(came)}" if came else ""]
    if came and left and not set(was) & set(now):
        return f"now on {joined(came)}, was on {joined(left)}"
    parts += [f"no longer on {joined(left)}" if left else ""]
    return "; ".join(filter(None, parts))
