"""Every journey of a small framework from the definition alone, without a search.

All chains of moves that stop nowhere twice are written down, those that break a rule struck out,
and what is left is compared with one another. Nothing here is taken from the code under test.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise, product
from math import inf
from random import Random

from jobtrack_viz.journeys import Preferences
from jobtrack_viz.model import About, Framework, Grade, Move, Role, Track
from jobtrack_viz.network import build_network

KINDS = ("progression", "transfer", "step up", "step down", "secondment", "regrade")


@dataclass(frozen=True)
class Chain:
    """A journey as stops, with its four figures: (largest, total, moves, changes)."""

    stops: tuple
    figures: tuple
    guessed: bool


def drawn_by_lot(seed):
    """A framework of 3 to 7 roles, and what somebody asks of it: (framework, ends, wishes)."""
    chance = Random(seed)
    tracks = "TUVW"[: chance.randint(1, 4)]
    grades = chance.randint(1, 4)
    ids = [f"r{number}" for number in chance.sample(range(10), chance.randint(3, 7))]
    graded, scale = chance.random() < 0.85, chance.randint(1, 4)
    roles = []
    for role_id in ids:
        on = sorted(chance.sample(tracks, min(len(tracks), chance.choice((1, 1, 1, 2)))))
        blank = chance.random() < (0.1 if graded else 1.0)
        grade = chance.randrange(grades)
        known = chance.sample("abc", chance.choice((0, 1, 2, 3, 3, 3)))
        roles.append(
            Role(
                role_id,
                role_id.upper(),
                None if blank else str(grade),
                None if blank else float(grade),
                tuple(on),
                {name: chance.randint(0, scale) for name in sorted(known)},
                manages_people=chance.choice((True, False, None)),
            )
        )
    moves = []
    for _ in range(chance.choice((0, 0, 2, 5, 9, 14))):
        source, target = chance.sample(ids, 2)
        moves.append(Move(source, target, chance.choice(KINDS), chance.random() < 0.4))
    framework = Framework(
        About(),
        tuple("1234"[:scale]),
        tuple(Grade(str(number), number) for number in range(grades)),
        tuple(Track(name, tuple(r.id for r in roles if name in r.tracks)) for name in tracks),
        tuple(roles),
        (),
        tuple(moves),
        (),
    )
    wishes = Preferences(
        via=tuple(chance.sample(ids, chance.choice((0, 0, 0, 1, 1, 2)))),
        avoid=frozenset(chance.sample(tracks, chance.choice((0, 0, 0, 1)))),
        no_people=chance.random() < 0.2,
        step_down=chance.random() < 0.3,
        possible=chance.random() < 0.4,
    )
    return framework, chance.sample(ids, 2), wishes


def all_chains(framework, ends, wishes):
    """Every journey that keeps the rules and the wishes."""
    roles = {role.id: role for role in framework.roles}
    pairs = _pairs(framework, roles, wishes)
    start, goal = ends
    via = list(dict.fromkeys(x for x in wishes.via if x not in ends))
    found = []

    def grow(stops):
        if stops[-1] == goal:
            chain = _chain(roles, pairs, stops, via, wishes)
            found.extend([chain] if chain else [])
            return
        for source, target in pairs:
            if source == stops[-1] and target not in stops:
                grow((*stops, target))

    grow((start,))
    fewest = min((chain.figures[2] for chain in found), default=0)
    most = max(6, fewest + 3)
    return [x for x in found if not (x.guessed or via) or x.figures[2] <= most]


def unbeaten(chains):
    """The figures that no others are as good as in all and better than in one."""
    every = {chain.figures for chain in chains}
    return {
        own
        for own in every
        if not any(o != own and all(a <= b for a, b in zip(o, own, strict=True)) for o in every)
    }


def _pairs(framework, roles, wishes):
    """(source, target) -> tracks, and whether nobody has described a move between them."""
    network = build_network(framework)
    pairs = {}
    guessed = {}
    for _, _, link in network.edges(data="link"):
        pair = (link.source, link.target)
        pairs.setdefault(pair, set()).update(link.tracks)
        guessed[pair] = link.origin == "possible"
    for _, _, link in network.edges(data="link"):
        if wishes.step_down and link.kind == "progression":
            back = (link.target, link.source)
            pairs.setdefault(back, set()).update(link.tracks)
            guessed[back] = False
    if wishes.possible:
        for one, other in product(roles.values(), repeat=2):
            pair = (one.id, other.id)
            if pair not in pairs and _is_possible(one, other):
                pairs[pair] = set(other.tracks)
                guessed[pair] = True
    return {pair: (frozenset(tracks), guessed[pair]) for pair, tracks in pairs.items()}


def _is_possible(one, other):
    if one.rank is None or other.rank is None or set(one.tracks) & set(other.tracks):
        return False
    more = _more(one, other)
    return 0 <= other.rank - one.rank <= 1 and more is not None and more <= 3


def _more(one, other):
    both = set(one.levels) & set(other.levels)
    return sum(max(0, other.levels[x] - one.levels[x]) for x in both) if both else None


def _chain(roles, pairs, stops, via, wishes):
    """The journey over these stops if it keeps every rule, else None."""
    if [stop for stop in stops if stop in via] != via:
        return None
    named = {*via, stops[-1]}
    if wishes.no_people and any(
        roles[stop].manages_people and stop not in named for stop in stops[1:]
    ):
        return None
    grades = [roles[stop].rank for stop in stops if roles[stop].rank is not None]
    ups = [number for number, (a, b) in enumerate(pairwise(grades)) if b > a]
    downs = [number for number, (a, b) in enumerate(pairwise(grades)) if b < a]
    highest = inf if roles[stops[-1]].rank is None else roles[stops[-1]].rank
    if not wishes.step_down and (
        any(grades[number + 1] > highest for number in ups)
        or (ups and downs and downs[0] < ups[-1])
    ):
        return None
    options = []
    for pair in pairwise(stops):
        tracks = set(pairs[pair][0])
        if not (pair[1] in named and wishes.avoid >= set(roles[pair[1]].tracks)):
            tracks -= wishes.avoid
        options.append(sorted(tracks))
    if not all(options):
        return None
    changes = min(sum(a != b for a, b in pairwise(choice)) for choice in product(*options))
    sizes = [_more(roles[a], roles[b]) for a, b in pairwise(stops)]
    known = [size for size in sizes if size is not None]
    unknown = len(sizes) - len(known)
    return Chain(
        stops,
        (inf if unknown else max(known), (unknown, sum(known)), len(sizes), changes),
        any(pairs[pair][1] for pair in pairwise(stops)),
    )


def counts(chains):
    """How many journeys have each set of figures."""
    return Counter(chain.figures for chain in chains)
