"""From two roles and a reader's wishes to the few journeys that are told."""

from collections.abc import Sequence
from dataclasses import replace
from math import inf

from jobtrack_viz.journeys.bounds import ByMoves
from jobtrack_viz.journeys.choice import best_at, by_balance, extremes, front
from jobtrack_viz.journeys.question import Question, asked
from jobtrack_viz.journeys.quick import quick_journeys
from jobtrack_viz.journeys.rests import Bounds, ByReach
from jobtrack_viz.journeys.search import PATIENCE, Search, search
from jobtrack_viz.journeys.ties import Told, told
from jobtrack_viz.journeys.values import Cost, Found, Journey, Leg, Preferences
from jobtrack_viz.journeys.ways import Table, leg_between, possible_ways, ways_of
from jobtrack_viz.journeys.work import OutOfWork, Work
from jobtrack_viz.model import Role
from jobtrack_viz.network import Network

__all__ = ["find_journeys", "look_for"]

NO_PREFERENCES = Preferences()

_MOST_JOURNEYS = 4
_MOVES_TO_SPARE = 3
_ALWAYS_ALLOWED = 6
_MANY_ROLES = 1000
_MOST_SEARCHES = 8
_PRICE_OF_ASKING = 2.0
"""Of each way that may be used, as ``Work`` counts it: a question holds all of them."""
_ENOUGH_FOR_TWO = 50_000
"""Work from which on there are two quick journeys in place of one."""


def find_journeys(
    network: Network, start: Role, goal: Role, preferences: Preferences = NO_PREFERENCES
) -> tuple[Journey, ...]:
    """At most four journeys that really differ, the gentlest first; none without a chain.

    A journey stops at no role twice. None rises above the goal's grade, or falls and rises again,
    from its start to its end, unless ``step_down``; then a progression may also be travelled
    backwards. Moves that nobody described are used where the network holds them or ``possible``
    asks for them. A journey with such moves, with roles to pass, or with ``step_down`` among more
    than a thousand roles, has at most three moves more than the most direct one, or six where that
    is more, so that it does not wander. From a role to itself there is no journey. Questions of
    extreme effort, such as five roles to pass far up and far down in turns, are answered with good
    journeys that others may beat, or none.

    Journeys are compared by their largest leg, levels more, moves and changes of track; those are
    kept that no other beats: as good in each figure and better in one. Of them are told

    1. the gentlest: smallest largest leg, then fewest levels more, moves, changes. A leg whose
       levels are unknown counts as the largest;
    2. the most direct: fewest moves, then fewest levels more, changes, smallest largest leg;
    3. those with the fewest levels more and with the fewest changes of track, if neither of the
       first two is as good;
    4. up to four in all, the most balanced of the rest whose stops in between are, by half or
       more, not those of any journey before it.

    Of journeys with the same four figures one is told: the one whose role ids come first, compared
    stop by stop. It runs on a track as long as it can, and knows how many ``others`` there are. So
    the order of rows in a workbook changes nothing.

    Raises:
        UnknownRole: a role to pass is not in the network.
    """
    return look_for(network, start, goal, preferences).journeys


def look_for(
    network: Network,
    start: Role,
    goal: Role,
    preferences: Preferences = NO_PREFERENCES,
    most: float = inf,
) -> Found:
    """The journeys of ``find_journeys``, or those that could be found for so much work.

    ``most`` is what a search may take, in microseconds, as ``Work`` counts them; what comes before
    and after it is bounded by the size of the network, and told in ``Found.spent``. Where that is
    not enough, journeys are those that a narrower search finds, or a few that lead from role to
    role by the shortest way; all of them keep the rules and wishes. The same question always has
    the same answer.

    Raises:
        UnknownRole: a role to pass is not in the network.
    """
    if start.id == goal.id:
        return Found(())
    work, beside, ends = Work(most), Work(), (start.id, goal.id)
    questions = _questions(network, ends, preferences)
    beside.spend(_PRICE_OF_ASKING * sum(len(w) for q, _ in questions for w in q.into.values()))
    try:
        journeys = _found(network, questions, preferences, work)
        complete = not work.narrowed
    except OutOfWork:
        journeys, complete = (), False
    if not journeys and not complete:
        orders = ("moves", "levels") if most > _ENOUGH_FOR_TWO else ("moves",)
        journeys = _quick(network, questions[0][0], preferences, orders, beside)
    return Found(journeys, complete, min(work.spent, most) + beside.spent)


def _quick(
    network: Network,
    question: Question,
    preferences: Preferences,
    orders: Sequence[str],
    work: Work,
) -> tuple[Journey, ...]:
    """Journeys that are good and found at once; perhaps none, though there are some."""
    found = quick_journeys(question, orders, work)
    best = front(found)
    labels = extremes(best) if best else {}
    roles = ways_of(network).roles
    return tuple(
        Journey(
            label,
            _legs(network, *found[cost], roles, preferences.step_down),
            best_at(cost, best),
        )
        for cost, label in labels.items()
    )


def _found(
    network: Network,
    questions: Sequence[tuple[Question, bool]],
    preferences: Preferences,
    work: Work,
) -> tuple[Journey, ...]:
    solved = _solutions(questions, work)
    best = front(cost for _, found in solved for cost in found.costs)
    labels = extremes(best) if best else {}
    chosen = {cost: _told(solved, cost, work) for cost in labels}
    for cost in by_balance(best):
        if len(chosen) == _MOST_JOURNEYS:
            break
        if cost not in chosen:
            other = _told(solved, cost, work)
            if all(_differ(other, known) for known in chosen.values()):
                chosen[cost] = other
                taken = "balanced" in labels.values()
                labels[cost] = "another balanced" if taken else "balanced"
    roles = ways_of(network).roles
    return tuple(
        Journey(
            labels[cost],
            _legs(network, journey.stops, journey.tracks, roles, preferences.step_down),
            best_at(cost, best),
            journey.number - 1,
        )
        for cost, journey in chosen.items()
    )


_Solved = tuple[float, Search]
"""The most moves that journeys have, and the search over them."""


def _questions(
    network: Network, ends: tuple[str, str], preferences: Preferences
) -> list[tuple[Question, bool]]:
    """What is searched, and whether for journeys of few moves alone.

    Over described moves all journeys are looked for, unless there are roles to pass, or so many
    roles that journeys would wander. Where there are possible moves, there is first a search over
    all for those of few moves.
    """
    ways = ways_of(network)
    described = ways.both_ways if preferences.step_down else ways.described
    possible = possible_ways(network) if preferences.possible else ways.possible
    wanders = preferences.step_down and len(ways.roles) > _MANY_ROLES
    short = bool(set(preferences.via) - set(ends)) or wanders
    tables: list[tuple[tuple[Table, ...], bool]] = []
    if possible:
        tables = [((described, possible), True)]
    if not short or not possible:
        tables = [*tables, ((described,), short)]
    return [(asked(ways, table, ends, preferences), few) for table, few in tables]


def _solutions(questions: Sequence[tuple[Question, bool]], work: Work) -> list[_Solved]:
    """The searches over the questions."""
    return [
        _short(question, work) if few else (inf, search(question, ByReach(question), work=work))
        for question, few in questions
    ]


def _short(question: Question, work: Work) -> _Solved:
    """The search over journeys that have few moves more than the most direct one."""
    fewest = question.away[-1].get(question.itinerary.goal)
    if fewest is None:
        return 0, Search(question, (), {}, frozenset())
    most = _most_moves(fewest)
    found = _solved(question, ByMoves(question, most, work), work)
    if not found.costs:
        most *= 2
        found = _solved(question, ByMoves(question, most, work), work)
    if found.costs and _most_moves(found.costs[0].moves) != most:
        most = _most_moves(found.costs[0].moves)
        found = _solved(question, ByMoves(question, most, work), work)
    return most, found


def _most_moves(fewest: int) -> int:
    return max(_ALWAYS_ALLOWED, fewest + _MOVES_TO_SPARE)


def _solved(question: Question, bounds: Bounds, work: Work) -> Search:
    """A search whose costs belong to journeys that stop nowhere twice.

    Roles at which a journey with roles to pass would stop twice are watched, and the search is
    made again until there are none (decremental state space relaxation: Righini and Salani,
    Networks 51, 2008). After a few times, costs of which that cannot be said are left out.
    """
    found = search(question, bounds, work=work)
    if not question.itinerary.via:
        return found
    patience = PATIENCE
    for _ in range(_MOST_SEARCHES):
        twice = frozenset().union(*(told(found, cost, work).twice for cost in found.costs))
        if not twice:
            return found
        patience -= found.effort
        found = search(question, bounds, found.watched | twice, patience, work)
    kept = tuple(cost for cost in found.costs if told(found, cost, work).number)
    work.narrowed = work.narrowed or kept != found.costs
    return replace(found, costs=kept)


def _told(solved: Sequence[_Solved], cost: Cost, work: Work) -> Told:
    """The journey with these figures, by the first search that allows so many moves."""
    return told(next(found for most, found in solved if cost.moves <= most), cost, work)


def _differ(one: Told, other: Told) -> bool:
    """True if at most half of the roles that either stops at in between are common to both."""
    here, there = set(one.stops[1:-1]), set(other.stops[1:-1])
    return 2 * len(here & there) <= len(here | there)


def _legs(
    network: Network,
    numbers: Sequence[int],
    tracks: Sequence[str],
    roles: Sequence[Role],
    step_down: bool,
) -> tuple[Leg, ...]:
    stops = [roles[number] for number in numbers]
    return tuple(
        leg_between(network, source, target, track, step_down)
        for source, target, track in zip(stops, stops[1:], tracks, strict=False)
    )
