"""Counts, lists, grades and kinds of moves, as people say them."""

from collections.abc import Sequence

from jobtrack_viz.model import Framework, Role, Track

__all__ = [
    "count_of",
    "grade_in_words",
    "grades_in_words",
    "joined",
    "kind_of_move",
    "moves_of_kind",
    "posts_in_words",
    "sentence_case",
    "status_in_words",
    "track_facts",
    "tracks_in_words",
]

_KINDS = {
    "progression": "Progression",
    "transfer": "Transfer",
    "step up": "Move up",
    "step down": "Move down",
    "secondment": "Secondment",
    "apprenticeship": "Apprenticeship",
    "regrade": "Regrade",
    "possible": "Possible",
}
_STATUS = {"planned": "planned", "closed": "no longer recruited to"}
_SETTLED = ("agreed", "", None)
_LONGEST_CODE = 2


def count_of(number: int, one: str, many: str = "") -> str:
    """``1 move``, ``2 moves``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def joined(parts: Sequence[str], last: str = "and") -> str:
    """``a, b and c``."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def sentence_case(text: str) -> str:
    """The text with a large first letter."""
    return text[:1].upper() + text[1:]


def kind_of_move(kind: str) -> str:
    """What a move is called on the page."""
    return _KINDS.get(kind, kind.capitalize())


def moves_of_kind(kind: str) -> str:
    """``transfers``, ``moves up``, ``possible moves``."""
    word = kind_of_move(kind).lower()
    if word.startswith("move "):
        return word.replace("move", "moves", 1)
    return f"{word} moves" if kind == "possible" else f"{word}s"


def status_in_words(role: Role) -> str:
    """``planned``, ``no longer recruited to``, or nothing for a role that is open."""
    return _STATUS.get(role.status, "")


def track_facts(track: Track) -> str:
    """``in consultation, covers 12 posts``, as far as it is stated."""
    return ", ".join(part for part in (track.status, posts_in_words(track.posts)) if part)


def tracks_in_words(framework: Framework, names: Sequence[str]) -> str:
    """``Developer and IT Security (draft)``: a track that is not agreed yet says so."""
    status = {track.name: track.status for track in framework.tracks}
    told = (f" ({status[name]})" if status.get(name) not in _SETTLED else "" for name in names)
    return joined([f"{name}{word}" for name, word in zip(names, told, strict=True)])


def posts_in_words(posts: int | None) -> str:
    """``covers 140 posts``; nothing where there is none, or the number is not stated."""
    return f"covers {posts:,} {'post' if posts == 1 else 'posts'}" if posts else ""


def grade_in_words(framework: Framework, role: Role) -> str:
    """``grade 6``, ``grades 5 and 6``, ``Senior level`` or ``grade not stated``.

    Nothing where no role has a grade.
    """
    if not role.grade:
        return "grade not stated" if any(other.grade for other in framework.roles) else ""
    labels = {grade.label for grade in framework.grades}
    ends = role.grade.split("/")
    if role.grade in labels or len(ends) != 2 or not labels.issuperset(ends):
        return _named(role.grade)
    return f"grades {joined(ends)}" if all(map(_is_code, ends)) else joined(ends)


def grades_in_words(labels: Sequence[str]) -> str:
    """``grade 7``, ``grades 5 and 6``, ``grades 5/6``, ``Junior and Senior``; empty for none."""
    if len(labels) == 1 and "/" not in labels[0]:
        return _named(labels[0])
    return f"grades {joined(labels)}" if labels and all(map(_is_code, labels)) else joined(labels)


def _named(label: str) -> str:
    """``grade 6`` for a number or a letter; a grade with a name of its own is called by it."""
    return f"grade {label}" if _is_code(label) else label


def _is_code(label: str) -> bool:
    return len(label) <= _LONGEST_CODE or label[0].isdigit()
