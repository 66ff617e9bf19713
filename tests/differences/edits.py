"""Single edits of the whole small framework, and what each of them is: worked out by hand."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from jobtrack_viz.model import Competency, Framework, Grade, Move, Role, Skill, Track

__all__ = ["EDITS", "Edit"]


class Edit(NamedTuple):
    """What is done, and the one difference: area, kind, subject, piece, detail, was, now."""

    do: Callable[[Framework], Framework]
    said: tuple[str, str, str, str, str, str, str]


def _in(
    field: str, found: Callable[[Any], bool], **change: Any
) -> Callable[[Framework], Framework]:
    """Some fields of one value of a list are other ones."""

    def do(framework: Framework) -> Framework:
        values = getattr(framework, field)
        assert 1 == sum(map(found, values))
        return replace(
            framework,
            **{field: tuple(replace(v, **change) if found(v) else v for v in values)},
        )

    return do


def _role(role_id: str, **change: Any) -> Callable[[Framework], Framework]:
    return _in("roles", lambda r: r.id == role_id, **change)


def _level(role_id: str, competency: str, rank: int | None) -> Callable[[Framework], Framework]:
    def do(framework: Framework) -> Framework:
        levels = {k: v for k, v in framework.role(role_id).levels.items() if k != competency}
        if rank is not None:
            levels[competency] = rank
        return _role(role_id, levels=levels)(framework)

    return do


def _more(field: str, *values: Any) -> Callable[[Framework], Framework]:
    return lambda framework: replace(framework, **{field: (*getattr(framework, field), *values)})


def _less(field: str, gone: Callable[[Any], bool]) -> Callable[[Framework], Framework]:
    def do(framework: Framework) -> Framework:
        values = getattr(framework, field)
        assert any(map(gone, values))
        return replace(framework, **{field: tuple(v for v in values if not gone(v))})

    return do


def _turned(field: str) -> Callable[[Framework], Framework]:
    return lambda framework: replace(framework, **{field: getattr(framework, field)[::-1]})


def _track_of(role_id: str, tracks: tuple[str, ...]) -> Callable[[Framework], Framework]:
    """A role on other tracks, as the last on those that are new to it."""

    def on(track: Track) -> tuple[str, ...]:
        others = tuple(role for role in track.roles if role != role_id)
        if track.name not in tracks:
            return others
        return track.roles if role_id in track.roles else (*track.roles, role_id)

    def do(framework: Framework) -> Framework:
        moved = _role(role_id, tracks=tracks)(framework)
        return replace(
            moved, tracks=tuple(replace(track, roles=on(track)) for track in moved.tracks)
        )

    return do


def _new_role(framework: Framework) -> Framework:
    made = Role("guide", "Guide", "5", 1.0, ("Island",), {"Listening": 2})
    tracks = tuple(
        replace(t, roles=(*t.roles, "guide")) if t.name == "Island" else t for t in framework.tracks
    )
    return replace(framework, roles=(*framework.roles, made), tracks=tracks)


def _without_lead(framework: Framework) -> Framework:
    tracks = tuple(
        replace(t, roles=tuple(r for r in t.roles if r != "desk-lead")) for t in framework.tracks
    )
    roles = tuple(role for role in framework.roles if role.id != "desk-lead")
    return replace(framework, roles=roles, tracks=tracks)


def _called(former: str, name: str) -> Callable[[Framework], Framework]:
    """A track under another name, wherever it is named."""

    def again(tracks: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name if track == former else track for track in tracks)

    def do(framework: Framework) -> Framework:
        return replace(
            framework,
            tracks=tuple(replace(t, name=again((t.name,))[0]) for t in framework.tracks),
            roles=tuple(replace(role, tracks=again(role.tracks)) for role in framework.roles),
            skills=tuple(replace(skill, tracks=again(skill.tracks)) for skill in framework.skills),
            profiles=tuple(replace(p, tracks=again(p.tracks)) for p in framework.profiles),
        )

    return do


def _competency_called(framework: Framework) -> Framework:
    def again(name: str) -> str:
        return "Scheduling" if name == "Planning" else name

    return replace(
        framework,
        competencies=tuple(replace(c, name=again(c.name)) for c in framework.competencies),
        roles=tuple(
            replace(r, levels={again(name): rank for name, rank in r.levels.items()})
            for r in framework.roles
        ),
    )


def _with_level(framework: Framework) -> Framework:
    """A level above the highest, which no role uses yet."""
    return replace(framework, scale=("Low", "Medium", "High", "Expert"))


def _statement(framework: Framework) -> Framework:
    said = (("Listens to one.",), ("Listening at level 2.",), ("Listening at level 3.",))
    return _in("competencies", lambda c: c.name == "Listening", statements=said)(framework)


def _passage(framework: Framework) -> Framework:
    (first, second) = framework.descriptions
    other = replace(first.passages[1], lines=("Writes them first",))
    return replace(
        framework, descriptions=(replace(first, passages=(first.passages[0], other)), second)
    )


def _profile_text(framework: Framework) -> Framework:
    first, second = framework.profiles
    other = replace(first.texts[0], lines=("Listens", "Asks"))
    return replace(framework, profiles=(replace(first, texts=(other, first.texts[1])), second))


EDITS: dict[str, Edit] = {
    "level": Edit(
        _level("adviser", "Listening", 3),
        ("role", "changed", "Adviser (5)", "levels", "Listening", "Medium", "High"),
    ),
    "level not required": Edit(
        _level("keeper", "Planning", 0),
        ("role", "changed", "Keeper (6)", "levels", "Planning", "Medium", "not required"),
    ),
    "level not stated": Edit(
        _level("coder", "Deciding", None),
        ("role", "changed", "Coder (5)", "levels", "Deciding", "Low", ""),
    ),
    "level stated": Edit(
        _level("senior-coder", "Planning", 1),
        ("role", "changed", "Senior coder (6)", "levels", "Planning", "", "Low"),
    ),
    "role added": Edit(_new_role, ("role", "added", "Guide (5)", "", "", "", "")),
    "role removed": Edit(_without_lead, ("role", "removed", "Desk lead (6)", "", "", "", "")),
    "title": Edit(
        _role("keeper", title="Warden"),
        ("role", "changed", "Warden (6)", "title", "", "Keeper", "Warden"),
    ),
    "grade": Edit(
        _role("adviser", grade="6", rank=2.0),
        ("role", "changed", "Adviser (6)", "grade", "", "5", "6"),
    ),
    "track of a role": Edit(
        _track_of("keeper", ("Code", "Island")),
        ("role", "changed", "Keeper (6)", "tracks", "", "Island", "Code\nIsland"),
    ),
    "old title": Edit(
        _role("trainee", aliases=("Apprentice", "Intern")),
        ("role", "changed", "Trainee (4)", "aliases", "", "Apprentice", "Apprentice\nIntern"),
    ),
    "status": Edit(
        _role("coder", status="planned"),
        ("role", "changed", "Coder (5)", "status", "", "open", "planned"),
    ),
    "posts": Edit(
        _role("trainee", posts=12), ("role", "changed", "Trainee (4)", "posts", "", "", "12")
    ),
    "move added": Edit(
        _more("moves", Move("coder", "adviser", "regrade")),
        ("move", "added", "Coder (5) to Adviser (5)", "", "", "", ""),
    ),
    "move removed": Edit(
        _less("moves", lambda m: m.kind == "step up"),
        ("move", "removed", "Adviser (5) to Senior coder (6)", "", "", "", ""),
    ),
    "kind of move": Edit(
        _in("moves", lambda m: m.target == "coder", kind="secondment"),
        ("move", "changed", "Adviser (5) to Coder (5)", "kind", "", "transfer", "secondment"),
    ),
    "moves in another order": Edit(
        _turned("moves"),
        (
            *("move", "order", "", "", ""),
            "Adviser (5) to Coder (5)\nAdviser (5) to Senior coder (6)",
            "Adviser (5) to Senior coder (6)\nAdviser (5) to Coder (5)",
        ),
    ),
    "track added": Edit(
        _more("tracks", Track("Empty", ())), ("track", "added", "Empty", "", "", "", "")
    ),
    "track status": Edit(
        _in("tracks", lambda t: t.name == "Code", status="draft"),
        ("track", "changed", "Code", "status", "", "", "draft"),
    ),
    "order of tracks": Edit(
        lambda f: replace(f, tracks=(f.tracks[1], f.tracks[0], f.tracks[2])),
        ("track", "order", "", "", "", "Desk\nCode\nIsland", "Code\nDesk\nIsland"),
    ),
    "order on a track": Edit(
        _in("tracks", lambda t: t.name == "Code", roles=("trainee", "senior-coder", "coder")),
        (
            *("track", "order", "Code", "roles", ""),
            "Trainee (4)\nCoder (5)\nSenior coder (6)",
            "Trainee (4)\nSenior coder (6)\nCoder (5)",
        ),
    ),
    "skill added": Edit(
        _more("skills", Skill("Git", ("Code",))), ("skill", "added", "Git", "", "", "", "")
    ),
    "skill of more": Edit(
        _in("skills", lambda s: s.name == "Python", tracks=("Desk", "Code")),
        ("skill", "changed", "Python", "tracks", "", "Code", "Desk\nCode"),
    ),
    "skill of a role": Edit(
        _in("skills", lambda s: s.name == "A degree", roles=("senior-coder", "coder")),
        (
            *("skill", "changed", "A degree", "roles", ""),
            "Senior coder (6)",
            "Senior coder (6)\nCoder (5)",
        ),
    ),
    "skill desirable": Edit(
        _in("skills", lambda s: s.name == "Patience", kind="desirable"),
        ("skill", "changed", "Patience", "kind", "", "essential", "desirable"),
    ),
    "statement": Edit(
        _statement,
        (
            *("competency", "changed", "Listening", "statements", "Low"),
            "Listening at level 1.",
            "Listens to one.",
        ),
    ),
    "competency added": Edit(
        _more("competencies", Competency("Coaching")),
        ("competency", "added", "Coaching", "", "", "", ""),
    ),
    "competency renamed": Edit(
        _competency_called,
        ("competency", "changed", "Scheduling", "name", "", "Planning", "Scheduling"),
    ),
    "group": Edit(
        _in("competencies", lambda c: c.name == "Deciding", group="Doing"),
        ("competency", "changed", "Deciding", "group", "", "Thinking", "Doing"),
    ),
    "level of the scale renamed": Edit(
        lambda f: replace(f, scale=("Low", "Middling", "High")),
        ("scale", "changed", "", "", "", "Low\nMedium\nHigh", "Low\nMiddling\nHigh"),
    ),
    "grade named": Edit(
        _in("grades", lambda g: g.label == "5", name="Skilled"),
        ("grade", "changed", "5", "name", "", "", "Skilled"),
    ),
    "grade added": Edit(_more("grades", Grade("7", 3)), ("grade", "added", "7", "", "", "", "")),
    "passage": Edit(
        _passage,
        (
            *("description", "changed", "Coder (5)", "passages", "Duties, Tests"),
            "Writes them",
            "Writes them first",
        ),
    ),
    "description removed": Edit(
        _less("descriptions", lambda d: d.role == "keeper"),
        ("description", "removed", "Keeper (6)", "", "", "", ""),
    ),
    "development": Edit(
        _in("development", lambda d: d.rank == 2, on_the_job=("Take notes", "Chair")),
        (
            *("development", "changed", "Listening, Medium", "on_the_job", ""),
            "Take notes",
            "Take notes\nChair",
        ),
    ),
    "profile text": Edit(
        _profile_text,
        ("profile", "changed", "Skilled", "texts", "Skills, Talk", "Listens", "Listens\nAsks"),
    ),
    "process": Edit(
        _in("processes", lambda p: p.kind == "vacancy", lines=("Apply here.",)),
        ("process", "changed", "Vacancy", "lines", "", "Apply.", "Apply here."),
    ),
    "story removed": Edit(
        lambda f: replace(f, stories=()),
        ("story", "removed", "From desk to code", "", "", "", ""),
    ),
    "about": Edit(
        lambda f: replace(f, about=replace(f.about, owner="People team")),
        ("about", "changed", "Careers", "owner", "", "", "People team"),
    ),
    "track renamed": Edit(
        _called("Desk", "Service"), ("track", "changed", "Service", "name", "", "Desk", "Service")
    ),
    "id": Edit(
        lambda f: replace(
            _role("trainee", id="t1")(f),
            tracks=tuple(
                replace(t, roles=tuple("t1" if r == "trainee" else r for r in t.roles))
                for t in f.tracks
            ),
        ),
        ("role", "changed", "Trainee (4)", "id", "", "trainee", "t1"),
    ),
}
