"""Where one could go, in words: in one sentence, and for each role."""

from jobtrack_viz.atlas import Published
from jobtrack_viz.model import Role
from jobtrack_viz.network import Network
from jobtrack_viz.reach import Reached
from layouts.outcome import Outcome, view_of
from layouts.words import count_of, joined, kind_of_move, levels_in_competencies, sentence_case

__all__ = [
    "at_most",
    "in_figures",
    "reach_in_a_sentence",
    "required",
    "said_of_stations",
    "way_there",
]

_WHERE = {
    "": " at the same or a higher grade",
    "here": " at the same grade",
    "next": " one grade up",
    "sideways": " on other tracks at the same grade",
    "all": "",
}


def reach_in_a_sentence(outcome: Outcome, start: Role) -> str:
    """``From Developer (6): 14 roles at the same or a higher grade ask for at most 3 levels more.``

    It counts the roles that are listed.
    """
    if not outcome.reached:
        return f"{start.name} is the only role on this map."
    found, most = len(outcome.within_reach), outcome.wishes.within
    where = _where(outcome, start)
    if not found:
        few = "" if most is None else f" that asks for {at_most(most)}"
        return f"From {start.name}: there is no role{where}{few}."
    roles = "1 role" if found == 1 else f"{found:,} roles"
    if most is None:
        return f"From {start.name}: there {'is' if found == 1 else 'are'} {roles}{where}."
    verb = "asks" if found == 1 else "ask"
    return f"From {start.name}: {roles}{where} {verb} for {at_most(most)}."


def at_most(levels: int) -> str:
    """``at most 3 levels more``, ``no level more``."""
    return f"at most {count_of(levels, 'level')} more" if levels else "no level more"


def in_figures(published: Published, start: Role, reached: Reached) -> str:
    """``3 levels more, in 2 competencies; 4 new essential skills``: what a role asks for beyond.

    No level more is never said alone, where the workbook lists skills.
    """
    parts = [_levels(start, reached)]
    if reached.unstated:
        unstated = count_of(reached.unstated, "competency", "competencies")
        parts.append(f"{unstated} stated only there")
    if reached.skills:
        parts.append(count_of(len(reached.skills), "new essential skill"))
    elif published.framework.skills:
        parts.append("no new essential skill")
    words = "; ".join(part for part in parts if part)
    return sentence_case(words)


def required(reached: Reached) -> str:
    """``Required qualification: A degree``; empty if none is newly required."""
    names = [skill.name for skill in reached.qualifications]
    if not names:
        return ""
    return f"Required qualification{'s' if len(names) > 1 else ''}: {joined(names)}"


def way_there(network: Network, start: Role, reached: Reached, *, possible: bool) -> str:
    """The kind of a single move, else how many moves lead there.

    ``possible`` says that moves are among them that nobody has described.
    """
    if reached.moves is None:
        return "no described way"
    if reached.moves > 1:
        return f"{reached.moves} moves away{', described or possible' if possible else ''}"
    between = network.get_edge_data(start.id, reached.role.id) or {}
    kinds = dict.fromkeys(kind_of_move(edge["link"].kind) for edge in between.values())
    words = joined([*kinds] or [kind_of_move("step down")], "or")
    return "Possible move" if words == kind_of_move("possible") else words


def said_of_stations(published: Published, outcome: Outcome) -> dict[str, str] | None:
    """What is said of each station in reach beside its name; None if nobody asks for it."""
    start = outcome.start
    if start is None or not outcome.wishes.reach:
        return None
    metro = view_of(published, outcome).metro
    there = {station.role_id for station in metro.stations} if metro is not None else set()
    return {
        reached.role.id: _spoken(published, start, reached)
        for reached in outcome.within_reach
        if reached.role.id in there
    }


def _spoken(published: Published, start: Role, reached: Reached) -> str:
    parts = (in_figures(published, start, reached), required(reached))
    return "; ".join(part[0].lower() + part[1:] for part in parts if part)


def _where(outcome: Outcome, start: Role) -> str:
    """The chosen grades in words, with a space before them."""
    grades = outcome.wishes.grades
    if start.rank is None:
        return " on other tracks" if grades == "sideways" else ""
    return _WHERE[grades]


def _levels(start: Role, reached: Reached) -> str:
    more = reached.levels_more
    if more is None:
        return "levels not stated" if start.levels or reached.role.levels else ""
    return levels_in_competencies(more, reached.competencies)
