"""Small frameworks for tests of the map: said in short words, or drawn by lot from a seed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from random import Random

from jobtrack_viz.model import About, Framework, Grade, Move, Role, Track

__all__ = ["BY_HAND", "CROWD", "framework", "lottery"]

WORDS = ("Junior", "Senior", "Lead", "Data", "Research", "Infrastructure", "Support", "Learning")
JOBS = ("Analyst", "Engineer", "Manager", "Administrator", "Officer", "Technologist", "Partner")


CROWD = " ".join(f"{letter}5" for letter in "ghijklmno")
"""Nine roles at one grade."""

BY_HAND = {
    "one role": {"tracks": {"A": "a5"}},
    "roles without lines": {"tracks": {"A": "a5", "B": "b5", "C": "c4"}},
    "no grades": {"tracks": {"A": "a- b-", "B": "c3 d-"}, "moves": ["a>b", "c>d"]},
    "a fork": {"tracks": {"A": "a3 b4 c5 d5 e6", "B": "f3 g4 h5"}},
    "a fork at each end": {"tracks": {"A": "a3 b4 c4 d5 e6 f6", "B": "g3 h4 i5 j6"}},
    "steps on one grade": {"tracks": {"A": "a5 b5 c5 d6"}, "moves": ["a=b", "b=c", "c=d"]},
    "a span and a gap": {"tracks": {"A": "a3 b4/5 c8", "B": "d4 e5 f6"}, "moves": ["a>f", "f>a"]},
    "side by side": {"tracks": {"A": "a3 b4 c5 d6", "B": "a3 b4 c5 e6", "C": "f3 b4 c5 g6"}},
    "a hub": {"tracks": {f"T{i}": f"{'abcdefgh'[i]}3 {'ijklmnop'[i]}4 z5" for i in range(8)}},
    "a progression back": {"tracks": {"A": "a5 b6 c7"}, "moves": ["c=a", "b=b"]},
    "a crowd": {"tracks": {"A": f"a4 {CROWD} b6", "B": "c4 d5 e6"}, "moves": ["d<>h", "j>e"]},
    "a crowd at the end": {"tracks": {"A": f"a4 b4 {CROWD}", "B": "c4 d5 e6"}, "moves": ["a=k"]},
    "crowds in a row": {
        "tracks": {"A": f"a4 {CROWD} {CROWD.replace('5', '7').upper()}", "B": "c4 d5 e6 f7"},
        "moves": ["g<>h", "i>G", "I>f", "H<>I"],
    },
    "no grades at all": {"tracks": {"A": "a- b- c-", "B": "d- b- e-"}, "moves": ["a>d", "c=e"]},
    "a crowd without grades": {
        "tracks": {"A": f"{CROWD} {CROWD.upper()}".replace("5", "-"), "B": "a- b-"},
        "moves": ["a>g", "G>b"],
    },
    "three to two": {"tracks": {"A": "a3 b3 c3 d4 e4"}, "moves": ["a<>e", "d>c"]},
}


def framework(
    tracks: Mapping[str, str],
    moves: Sequence[str] = (),
    *,
    grades: str = "3 4 5 6 7 8 9",
    titles: Mapping[str, str] | None = None,
) -> Framework:
    """A framework from lines such as ``{"Developer": "a3 b4 c5"}`` and moves such as ``b>d``.

    A role is one or more letters with its grade; the same role on two tracks is shared. ``a5/6``
    spans two grades, ``a-`` has none. A move ``a<>b`` is open both ways; ``a=b`` is a progression.
    """
    ranks = {label: rank for rank, label in enumerate(grades.split())}
    roles: dict[str, Role] = {}
    lines = {}
    for track, text in tracks.items():
        ids = [_role(part, ranks, roles, track, titles or {}) for part in text.split()]
        lines[track] = Track(track, tuple(ids))
    return Framework(
        about=About("Careers"),
        scale=("Low", "High"),
        grades=tuple(Grade(label, rank) for label, rank in ranks.items()),
        tracks=tuple(lines.values()),
        roles=tuple(roles.values()),
        competencies=(),
        moves=tuple(_move(text) for text in moves),
        skills=(),
    )


def _role(
    part: str,
    ranks: Mapping[str, int],
    roles: dict[str, Role],
    track: str,
    titles: Mapping[str, str],
) -> str:
    name = part.rstrip("0123456789/-") or part
    grade = part[len(name) :]
    if grade in ("", "-"):
        rank = None
    else:
        ends = [ranks[label] for label in grade.split("/")]
        rank = sum(ends) / len(ends)
    old = roles.get(name)
    listed = (*old.tracks, track) if old else (track,)
    title = titles.get(name, f"Role {name}")
    roles[name] = Role(name, title, grade if rank is not None else None, rank, listed, {})
    return name


def _move(text: str) -> Move:
    for sign, kind, both in (("<>", "transfer", True), (">", "step up", False)):
        if sign in text:
            source, target = text.split(sign)
            return Move(source, target, kind, both)
    source, target = text.split("=")
    return Move(source, target, "progression")


def lottery(seed: int, tracks: int = 8, grades: int = 6, moves: int = 14) -> Framework:
    """A framework drawn by lot; the same seed always draws the same one."""
    chance = Random(seed)
    labels = [str(label) for label in range(3, 3 + grades)]
    roles: dict[str, tuple[int, list[str]]] = {}
    lines: dict[str, list[str]] = {}
    for number in range(tracks):
        name = f"{chance.choice(WORDS)} {chance.choice(JOBS)} {number}"
        first = chance.randrange(0, grades - 1)
        last = chance.randrange(first + 1, grades)
        lines[name] = []
        for rank in range(first, last + 1):
            if rank not in (first, last) and chance.random() < 0.12:
                continue
            old = [i for i, (r, ts) in roles.items() if r == rank and name not in ts]
            for _ in range(2 if chance.random() < 0.1 else 1):
                if old and chance.random() < 0.2:
                    role_id = old.pop(chance.randrange(len(old)))
                else:
                    role_id = f"r{len(roles)}"
                    roles[role_id] = rank, []
                roles[role_id][1].append(name)
                lines[name].append(role_id)
    made = []
    for role_id, (rank, listed) in roles.items():
        words = chance.sample(WORDS, chance.choice((1, 1, 2)))
        title = f"{' '.join(words)} {chance.choice(JOBS)} {role_id}"
        made.append(Role(role_id, title, labels[rank], float(rank), tuple(listed), {}))
    pairs = [(a, b) for a in roles for b in roles if a != b and roles[b][0] >= roles[a][0] - 1]
    drawn = chance.sample(pairs, min(moves, len(pairs)))
    return Framework(
        about=About(f"Lottery {seed}"),
        scale=("Low", "High"),
        grades=tuple(Grade(label, rank) for rank, label in enumerate(labels)),
        tracks=tuple(Track(name, tuple(ids)) for name, ids in lines.items()),
        roles=tuple(made),
        competencies=(),
        moves=tuple(Move(a, b, "transfer", chance.random() < 0.5) for a, b in drawn),
        skills=(),
    )


def wild(seed: int, tracks: int) -> Framework:
    """A framework drawn by lot with everything that real ones have, and more of it.

    Forks, steps on one grade, spans, gaps, roles without grade, roles on several tracks, roles on
    very many tracks, titles of up to 105 characters, moves in every direction.
    """
    chance = Random(f"wild {seed} {tracks}")
    grades = chance.randrange(1, 10)
    odds = {name: chance.choice((0.0, 0.05, 0.15)) for name in ("fork", "span", "none", "gap")}
    share = chance.choice((0.0, 0.1, 0.25))
    names = [f"{chance.choice(WORDS)} {chance.choice(JOBS)} {i}" for i in range(tracks)]
    ranks: dict[str, float | None] = {}
    on: dict[str, list[str]] = {}
    lines: dict[str, list[str]] = {name: [] for name in names}

    def put(role_id: str, name: str) -> None:
        on[role_id].append(name)
        lines[name].append(role_id)

    for name in names:
        first = chance.randrange(grades)
        for rank in range(first, chance.randrange(first, grades) + 1):
            if chance.random() < odds["gap"]:
                continue
            for _ in range(chance.choice((2, 2, 3, 4)) if chance.random() < odds["fork"] else 1):
                whole = rank + 0.5 * (chance.random() < odds["span"] and rank + 1 < grades)
                place = None if chance.random() < odds["none"] else whole
                old = [i for i in on if ranks[i] == place and name not in on[i]]
                if old and chance.random() < share:
                    put(chance.choice(old), name)
                else:
                    role_id = f"r{len(on)}"
                    ranks[role_id], on[role_id] = place, []
                    put(role_id, name)
        if not lines[name]:
            role_id = f"r{len(on)}"
            ranks[role_id], on[role_id] = float(first), []
            put(role_id, name)
    for place in (0.0, float(grades - 1)):
        if chance.random() < 0.2:
            role_id = f"r{len(on)}"
            ranks[role_id], on[role_id] = place, []
            for name in chance.sample(names, max(1, tracks * chance.choice((1, 2)) // 2)):
                put(role_id, name)
    roles = tuple(
        Role(i, _wild_title(chance, i), _wild_grade(ranks[i]), ranks[i], tuple(on[i]), {})
        for i in on
    )
    pairs = [(a, b) for a in on for b in on if a != b]
    drawn = chance.sample(pairs, min(chance.randrange(2 * tracks + 1), len(pairs)))
    return Framework(
        about=About(f"Wild {seed}"),
        scale=("Low", "High"),
        grades=tuple(Grade(str(rank + 1), rank) for rank in range(grades)),
        tracks=tuple(Track(name, tuple(ids)) for name, ids in lines.items()),
        roles=roles,
        competencies=(),
        moves=tuple(Move(a, b, "transfer", chance.random() < 0.5) for a, b in drawn),
        skills=(),
    )


def _wild_title(chance: Random, role_id: str) -> str:
    count = chance.choice((1, 1, 2, 2, 3, 4, 8))
    return f"{' '.join(chance.choices(WORDS, k=count))} {chance.choice(JOBS)} {role_id}"[:105]


def _wild_grade(rank: float | None) -> str | None:
    if rank is None:
        return None
    return f"{int(rank) + 1}" if rank.is_integer() else f"{int(rank) + 1}/{int(rank) + 2}"


def with_a_head(framework: Framework, tracks: Collection[str]) -> Framework:
    """The framework with one role of the highest grade at the end of all these tracks."""
    top = framework.grades[-1]
    roles = []
    for role in framework.roles:
        kept = tuple(track for track in role.tracks if track not in tracks)
        if role.rank != top.rank:
            roles.append(role)
        elif kept:
            roles.append(replace(role, tracks=kept))
    listed = tuple(track.name for track in framework.tracks if track.name in tracks)
    roles.append(Role("head", "Executive Director", top.label, float(top.rank), listed, {}))
    on = {role.id: role.tracks for role in roles}
    lines = []
    for track in framework.tracks:
        ids = [i for i in (*track.roles, "head") if track.name in on.get(i, ())]
        lines.append(replace(track, roles=tuple(ids)))
    moves = tuple(m for m in framework.moves if m.source in on and m.target in on)
    return replace(framework, roles=tuple(roles), tracks=tuple(lines), moves=moves)
