"""Journeys in words: their names, their figures, the reason to choose each, and what a move is."""

from jobtrack_viz.drawing.phrases import count_of, sentence_case
from jobtrack_viz.journeys import MOST_COUNTED, Journey

__all__ = ["about_kind", "figures_of", "name_of", "reason_for", "ties_of"]

_KINDS = {
    "secondment": "temporary; you return to your post",
    "apprenticeship": "work and study together",
    "regrade": "your own post, once its duties have grown for good",
}
_REASONS = {
    "largest leg": "each move asks for the least",
    "levels more": "least to develop in all",
    "moves": "fewest moves",
    "changes": "stays longest on its tracks",
}
_OWN = {
    "gentlest": "largest leg",
    "most direct": "moves",
    "fewest levels more": "levels more",
    "fewest changes of track": "changes",
}
"""The figure that a name speaks of."""


def about_kind(kind: str) -> str:
    """What a kind of move is, where its name may be unknown or misread; else nothing."""
    return _KINDS.get(kind, "")


def name_of(journey: Journey) -> str:
    """The journey's name on the page."""
    return journey.label.capitalize()


def figures_of(journey: Journey) -> str:
    """``2 moves, at most 3 levels more in one move, 5 in all, 1 change of track``."""
    parts = [count_of(len(journey.legs), "move"), *_levels(journey)]
    if journey.changes:
        parts.append(count_of(journey.changes, "change of track", "changes of track"))
    return ", ".join(parts)


def reason_for(journey: Journey, found: int) -> str:
    """Why somebody might choose this journey of those found, in a plain sentence."""
    if found == 1:
        return _alone(journey)
    own = _OWN.get(journey.label)
    best = sorted(journey.best_at, key=lambda figure: (figure != own, [*_REASONS].index(figure)))
    if not best:
        return "Between the others: none of them does better in everything."
    words = ", ".join(_REASONS[figure] for figure in best)
    return f"{sentence_case(words)}."


def ties_of(journey: Journey) -> str:
    """That other journeys are as good, and how one of them was chosen; nothing if none is."""
    if not journey.others:
        return ""
    if journey.others == 1:
        return "Another journey is equally good; the same one is always shown."
    many = f"{journey.others} or more" if journey.others >= MOST_COUNTED else f"{journey.others}"
    return f"{many} other journeys are equally good; the same one is always shown."


def _levels(journey: Journey) -> list[str]:
    """The levels more of the legs; how many of them are not stated."""
    unknown = sum(leg.steps_up is None for leg in journey.legs)
    if unknown == len(journey.legs):
        return []
    if unknown:
        return [f"levels not stated for {count_of(unknown, 'move')}"]
    largest, total = journey.largest_step or 0, journey.steps_up or 0
    if not total:
        return ["no level more"]
    more = f"{count_of(largest, 'level')} more"
    if len(journey.legs) == 1:
        return [more]
    return [f"at most {more} in one move", f"{total} in all"]


def _alone(journey: Journey) -> str:
    """What is true of a journey that no other equals; nothing for a single move."""
    if len(journey.legs) == 1 or "moves" not in journey.best_at:
        return ""
    if {"largest leg", "levels more"} <= set(journey.best_at):
        return "No other way found is shorter or asks for less."
    return "No other way found is shorter."
