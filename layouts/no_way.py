"""What to say when no chain of moves joins two roles, and which wish is in the way."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from jobtrack_viz.atlas import Published
from jobtrack_viz.journeys import Preferences
from jobtrack_viz.model import About, Framework
from jobtrack_viz.relaxed import Relaxed, relaxed
from layouts import html
from layouts.address import Wishes
from layouts.outcome import Outcome
from layouts.parts import contact, plain_list
from layouts.words import count_of, joined

__all__ = ["no_journey", "no_way", "none_told"]

_MOST_NAMES = 3
_MOST_WORK = 200_000
"""For all searches of one answer, as ``journeys.Found`` counts it: about a fifth of a second."""


def no_way(published: Published, outcome: Outcome) -> Iterator[html.Div]:
    """The reason, a link for each wish that would open a way, and whom to talk to."""
    framework = published.framework
    if outcome.start is None or outcome.goal is None:
        return
    ends, left = (outcome.start.id, outcome.goal.id), max(0.0, _MOST_WORK - outcome.spent)
    looked_at = _relaxed(published, *ends, outcome.preferences, left)
    found = [each for each in looked_at if each.journeys]
    sure = outcome.complete and all(each.journeys or each.complete for each in looked_at)
    reason = _reason(framework, outcome, found) if sure else _unsure(outcome)
    parts: list[Any] = [html.P(reason)]
    if found:
        parts.append(plain_list([_offer(framework, outcome, each) for each in found], "offers"))
    yield html.Div([*parts, html.P(_whom_to_ask(framework.about))], className="note")


def _unsure(outcome: Outcome) -> str:
    """That a way was not found, where there may be one; and what to do."""
    start, goal = outcome.start, outcome.goal
    ends = f"from {start.name} to {goal.name}" if start and goal else ""
    if outcome.complete:
        return f"No described way {ends} fits all that you wish."
    return (
        f"No way {ends} was found that fits all that you wish. Not every way could be looked at, "
        "so there may be one: wish for fewer roles on the way, or look for a shorter stretch."
    )


def no_journey(about: About, outcome: Outcome) -> html.P:
    """The same in one paragraph, for a screen without links."""
    return html.P([f"{none_told(outcome)} ", *_whom_to_ask(about)], className="note")


def none_told(outcome: Outcome) -> str:
    """That there is no way, or that none was found where not every one could be looked at."""
    if not outcome.complete:
        return _unsure(outcome)
    start, goal = outcome.start, outcome.goal
    ends = f"from {start.name} to {goal.name}" if start and goal else ""
    return f"No one has described a way {ends}."


@lru_cache(maxsize=256)
def _relaxed(
    published: Published, start: str, goal: str, preferences: Preferences, most: float
) -> tuple[Relaxed, ...]:
    """What opens a way; searched once, since a conversation comes back to the same question."""
    role = published.framework.role
    return relaxed(published.network, role(start), role(goal), preferences, most)


def _whom_to_ask(about: About) -> list[Any]:
    ask = "You can still compare them. Talk to your manager or "
    return [ask, *contact(about, "HR"), "."]


def _reason(framework: Framework, outcome: Outcome, found: Sequence[Relaxed]) -> str:
    """What nobody has described; a wish is named only if there would be a way without it."""
    start, goal = outcome.start, outcome.goal
    ends = f"from {start.name} to {goal.name}" if start and goal else ""
    shut_out = [each for each in found if each.wish not in ("down", "possible")]
    if not shut_out:
        return f"No one has described a way {ends}."
    if len(shut_out) > 1 or shut_out[0].wish == "all":
        return f"No described way {ends} fits all that you wish."
    only = shut_out[0]
    names = _names(framework, only, "or")
    told = {
        "via": f"No described way {ends} passes {_names(framework, only, 'and')} as you wish.",
        "avoid": f"No described way {ends} avoids {names}.",
        "people": f"No described way {ends} avoids roles that manage people.",
    }
    return told[only.wish]


def _offer(framework: Framework, outcome: Outcome, each: Relaxed) -> html.A:
    """A link that says how many journeys it leads to, and what is different there."""
    how = {
        "via": f"that need not pass {_names(framework, each, 'or')}",
        "avoid": f"that may use {_names(framework, each, 'and')}",
        "people": "that may pass roles which manage people",
        "down": "with a move down",
        "possible": "with moves that nobody has described",
        "all": "without these wishes",
    }
    number = count_of(each.journeys, "journey") if each.complete else "journeys"
    words = f"Show {number} {how[each.wish]}"
    wishes = _granted(outcome.wishes, each)
    return html.A(words, href=outcome.link(outcome.start_id, outcome.goal_id, wishes=wishes))


def _granted(wishes: Wishes, each: Relaxed) -> Wishes:
    """The wishes of the address that ask for the relaxed preferences."""
    asked = each.preferences
    return replace(
        wishes,
        via=asked.via,
        avoid=tuple(track for track in wishes.avoid if track in asked.avoid),
        people=asked.no_people,
        down=wishes.down or each.wish == "down",
        possible=asked.possible,
    )


def _names(framework: Framework, each: Relaxed, last: str) -> str:
    """The roles or tracks that a wish names; of many, the first few and how many more."""
    names = [framework.role(n).name if each.wish == "via" else n for n in each.names]
    if len(names) > _MOST_NAMES:
        names = [*names[:_MOST_NAMES], f"{len(names) - _MOST_NAMES} more"]
    return joined(names, last)
