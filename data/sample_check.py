"""What must hold for the sample before it is written: the deliberate warnings and no others."""

from collections import Counter, defaultdict
from itertools import pairwise

from sample import (
    development,
    framework,
    ladder,
    levels,
    moves,
    processes,
    profiles,
    skills,
    stories,
)

TRACK_NAMES = [name for name, *_ in framework.TRACKS]
COMPETENCIES = [entry["Competency"] for entry in ladder.LADDER]
TWICE_CLAIMED = "Computing Officer"  # the one old title that two roles claim, as an example


def rank(role: dict) -> float:
    ends = [int(end) for end in str(role["Grade"]).split("/")]
    return sum(ends) / len(ends)


def split(cell: str | None) -> list[str]:
    return [part.strip() for part in (cell or "").split(";") if part.strip()]


def roles_on(track: str, roles: list[dict]) -> list[dict]:
    """The roles of one track, lowest grade first."""
    return sorted((role for role in roles if track in split(role["Track"])), key=rank)


def progressions(roles: list[dict]) -> list[tuple[str, dict, dict]]:
    """(track, role, next role): from every role to the roles of the next occupied grade of its track."""
    found = []
    for track in TRACK_NAMES:
        by_rank = defaultdict(list)
        for role in roles_on(track, roles):
            by_rank[rank(role)].append(role)
        for low, high in pairwise(by_rank.values()):
            assert len(low) * len(high) <= 4
            found += [(track, a, b) for a in low for b in high]
    return found


def level(role: dict, competency: str) -> int:
    letters = levels.LEVELS_OF_ROLE[f"{role['Role']} ({role['Grade']})"].replace(" ", "")
    return "LMH".index(letters[COMPETENCIES.index(competency)])


def check_posts(roles: list[dict]) -> None:
    """A track covers the posts of its roles."""
    for name, *_, posts in framework.TRACKS:
        assert posts == sum(role["Posts"] for role in roles_on(name, roles)), name


def check_sample(roles: list[dict]) -> None:
    check_roles(roles)
    check_posts(roles)
    check_levels(roles)
    check_moves(roles)
    check_skills(roles)


def check_roles(roles: list[dict]) -> None:
    titles = [role["Role"] for role in roles]
    assert 44 <= len(titles) <= 49 and len(set(titles)) == len(titles)
    assert all(len(title) <= 34 for title in titles)
    assert {f"{role['Role']} ({role['Grade']})" for role in roles} == set(levels.LEVELS_OF_ROLE)
    assert all(set(split(role["Track"])) <= set(TRACK_NAMES) for role in roles)
    assert all(role.get("Reports to", titles[0]) in titles for role in roles)
    aliases = Counter(
        alias.casefold() for role in roles for alias in split(role.get("Also known as"))
    )
    assert [alias for alias, claims in aliases.items() if claims > 1] == [TWICE_CLAIMED.casefold()]
    assert not {title.casefold() for title in titles} & set(aliases)
    references = [role["HERA reference"] for role in roles if "HERA reference" in role]
    assert len(set(references)) == len(references)
    named = {
        entry["Competency"] for entry in ladder.LADDER if all(entry[name] for name in ladder.LEVELS)
    }
    assert len(named) == 12


def check_levels(roles: list[dict]) -> None:
    assert all(len(letters.replace(" ", "")) == 12 for letters in levels.LEVELS_OF_ROLE.values())
    falls, twins = set(), set()
    for _, low, high in progressions(roles):
        lower = {name for name in COMPETENCIES if level(high, name) < level(low, name)}
        falls |= {(low["Role"], high["Role"], name) for name in lower}
    for track in TRACK_NAMES:
        beside = list(pairwise(roles_on(track, roles))) + [
            (a, b) for t, a, b in progressions(roles) if t == track
        ]
        twins |= {
            (a["Role"], b["Role"])
            for a, b in beside
            if all(level(a, n) == level(b, n) for n in COMPETENCIES)
        }
    assert falls == levels.EXPECTED_FALLS, falls ^ levels.EXPECTED_FALLS
    assert twins == levels.EXPECTED_TWINS, twins ^ levels.EXPECTED_TWINS


def check_moves(roles: list[dict]) -> None:
    by_title = {role["Role"]: role for role in roles}
    edges = {(a["Role"], b["Role"]) for _, a, b in progressions(roles)}
    given = [(start, end) for start, end, *_ in moves.MOVES]
    assert len(set(given)) == len(given) and 20 <= len(given) <= 30
    for start, end, kind, _, both_ways in moves.MOVES:
        a, b = by_title[start], by_title[end]
        together = bool(set(split(a["Track"])) & set(split(b["Track"])))
        rise = rank(b) - rank(a)
        fits = {
            "progression": together and rise > 0,
            "regrade": together and rise > 0,
            "transfer": not together and rise == 0,
            "step up": not together and rise > 0,
            "step down": not together and rise < 0,
            "secondment": not together,
            "apprenticeship": "Apprentice" in start and rise > 0,
        }
        assert fits[kind], (start, end, kind)
        edges |= {(start, end)} | ({(end, start)} if both_ways == "yes" else set())
    forks = {start for start, _, kind, *_ in moves.MOVES if kind == "progression"}
    for start in forks:  # given progressions replace those of the track: they must be all of them
        meant = {
            end for begin, end, kind, *_ in moves.MOVES if begin == start and kind == "progression"
        }
        assert meant == {b["Role"] for _, a, b in progressions(roles) if a["Role"] == start}
    reached = {title for title in by_title if "Apprentice" in title}
    while more := {end for start, end in edges if start in reached} - reached:
        reached |= more
    assert reached == set(by_title), set(by_title) - reached
    ends = set(by_title) - {start for start, _ in edges}
    assert all(rank(by_title[title]) == 9 for title in ends), ends


def check_skills(roles: list[dict]) -> None:
    rows = [(skill, track) for skill, tracks, *_ in skills.TRACK_SKILLS for track in tracks]
    assert len(set(rows)) == len(rows)
    counts = Counter(track for _, track in rows)
    assert all(6 <= counts[track] <= 10 for track in TRACK_NAMES), counts
    assert {title for _, where, *_ in skills.ROLE_SKILLS for title in where} <= {
        role["Role"] for role in roles
    }


def check_guidance(roles: list[dict], documents: dict[str, list]) -> None:
    """Every level that can be worked towards has options of three kinds; stories follow moves."""
    titles = {role["Role"] for role in roles}
    steps = [(name, level) for name in COMPETENCIES for level in ladder.LEVELS[1:]]
    assert list(development.DEVELOPMENT) == steps
    assert all(len(ways) == 3 and all(ways) for ways in development.DEVELOPMENT.values())
    assert [(grade, name) for name, grade, *_ in profiles.PROFILES] == [
        (grade, name) for grade, name, _ in framework.GRADES
    ]
    kinds = [kind for kind, *_ in processes.PROCESSES]
    assert len(set(kinds)) == len(kinds) and "vacancy" in kinds
    edges = {(start, end) for start, end, *_ in moves.MOVES}
    edges |= {(a["Role"], b["Role"]) for _, a, b in progressions(roles)}
    told = [(start, end) for _, start, end, _ in stories.STORIES]
    assert len(set(told)) == 5 and set(told) <= edges
    assert len(documents) >= 4 and set(documents) <= titles
    for parts in documents.values():
        assert {"essential", "desirable"} <= {kind for _, _, kind, _ in parts}
