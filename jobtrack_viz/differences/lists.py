"""What differs in moves, skills and everything that stands beside roles and levels."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from jobtrack_viz.differences.entries import GONE, Entry, Rule, compared, parts
from jobtrack_viz.differences.sides import Side, Sides
from jobtrack_viz.differences.value import Difference
from jobtrack_viz.guidance import CaseStudy, DevelopmentOptions, LevelProfile, Process, ProfileText
from jobtrack_viz.model import Framework, Move, Skill

__all__ = ["development", "moves", "processes", "profiles", "skills", "stories"]


def moves(sides: Sides) -> Iterator[Difference]:
    """Moves, without those of which both roles come or both go: they are part of that."""

    before = [
        Entry(
            replace(move, source=sides.role(move.source), target=sides.role(move.target)),
            sides.then(_about_move(sides.before, move), (move.source, move.target)),
        )
        for move in sides.before.framework.moves
        if {move.source, move.target} & sides.roles.keys()
    ]
    after = [
        Entry(
            move,
            sides.now(_about_move(sides.after, move), (move.source, move.target)),
        )
        for move in sides.after.framework.moves
        if {move.source, move.target} & sides.role_stays
    ]
    rule: Rule[Move] = Rule(
        (
            lambda m: m,
            lambda m: (m.source, m.target, m.kind),
            lambda m: (m.source, m.target),
        ),
        ("kind", "both_ways", "note", "link"),
    )
    yield from compared(rule, before, after)


def _about_move(side: Side, move: Move) -> Difference:
    subject = " to ".join(side.names((move.source, move.target)))
    return Difference("move", "changed", subject, tracks=side.roles[move.source].tracks)


def skills(sides: Sides) -> Iterator[Difference]:
    """What tracks and roles need; that a role or a track comes or goes is not told again here."""
    names = sides.after.roles
    before = [
        Entry(
            replace(
                skill,
                tracks=tuple(sides.tracks[t] for t in skill.tracks if t in sides.tracks),
                roles=tuple(names[sides.roles[r]].name for r in skill.roles if r in sides.roles),
            ),
            sides.then(_about(skill), _roles(sides.before.framework, skill)),
        )
        for skill in sides.before.framework.skills
    ]
    after = [
        Entry(
            replace(
                skill,
                tracks=tuple(t for t in skill.tracks if t in sides.track_stays),
                roles=tuple(names[r].name for r in skill.roles if r in sides.role_stays),
            ),
            sides.now(_about(skill), _roles(sides.after.framework, skill)),
        )
        for skill in sides.after.framework.skills
    ]
    rule: Rule[Skill] = Rule(
        (
            lambda s: s,
            lambda s: (s.name.casefold(), s.category, s.kind, s.tracks, s.roles),
            lambda s: (s.name.casefold(), s.category, s.kind),
            lambda s: s.name.casefold(),
        ),
        ("name", "tracks", "roles", "kind", "category", "technology", "equivalent_experience"),
    )
    yield from compared(rule, before, after)


def _about(skill: Skill) -> Difference:
    return Difference("skill", "changed", skill.name, tracks=skill.tracks)


def _roles(framework: Framework, skill: Skill) -> Iterable[str]:
    """Ids of the roles that need it, by themselves or because of a track of theirs."""
    ids = dict.fromkeys(skill.roles)
    on = set(skill.tracks)
    for track in framework.tracks:
        if track.name in on:
            ids |= dict.fromkeys(track.roles)
    return ids


def development(sides: Sides) -> Iterator[Difference]:
    """Options for each level of each competency."""

    def about(side: Side, options: DevelopmentOptions) -> Difference:
        name = f"{options.competency}, {side.level(options.competency, options.rank)}"
        return Difference("development", "changed", name)

    before = [
        Entry(
            replace(
                options,
                competency=sides.competency(options.competency),
                rank=sides.rank(options.competency, options.rank),
            ),
            about(sides.before, options),
        )
        for options in sides.before.framework.development
    ]
    after = [
        Entry(options, about(sides.after, options)) for options in sides.after.framework.development
    ]
    rule: Rule[DevelopmentOptions] = Rule(
        (lambda d: d, lambda d: (d.competency, d.rank)),
        ("on_the_job", "with_others", "formal_training"),
    )
    yield from compared(rule, before, after)


def profiles(sides: Sides) -> Iterator[Difference]:
    """What is expected at some grades, text by text."""

    def entry(given: LevelProfile, tracks: Iterable[str]) -> Entry[LevelProfile]:
        about = Difference("profile", "changed", given.level, tracks=given.tracks)
        return Entry(replace(given, tracks=tuple(tracks), ranks=()), about)

    before = [
        entry(p, (sides.tracks[t] for t in p.tracks if t in sides.tracks))
        for p in sides.before.framework.profiles
    ]
    after = [
        entry(p, (t for t in p.tracks if t in sides.track_stays))
        for p in sides.after.framework.profiles
    ]
    rule: Rule[LevelProfile] = Rule(
        (
            lambda p: p,
            lambda p: (p.level.casefold(), p.tracks),
            lambda p: p.level.casefold(),
            lambda p: p.texts or None,
        ),
        ("level", "grades", "tracks", "description"),
        _texts,
    )
    yield from compared(rule, before, after)


def _texts(about: Difference, was: LevelProfile, now: LevelProfile) -> Iterator[Difference]:
    yield from parts(
        about,
        (lambda t: t, lambda t: (t.section, t.topic)),
        (was.texts, now.texts),
        _heading,
        {"texts": lambda t: t.lines, "text link": lambda t: t.link},
    )


def _heading(text: ProfileText) -> str:
    return ", ".join(filter(None, (text.section, text.topic)))


def processes(sides: Sides) -> Iterator[Difference]:
    """How moves happen here."""

    def entry(process: Process) -> Entry[Process]:
        return Entry(process, Difference("process", "changed", process.name))

    rule: Rule[Process] = Rule(
        (lambda p: p, lambda p: (p.kind, p.title), lambda p: p.kind, lambda p: p.title or None),
        ("kind", "title", "lines", "link"),
    )
    yield from compared(
        rule,
        [entry(process) for process in sides.before.framework.processes],
        [entry(process) for process in sides.after.framework.processes],
    )


def stories(sides: Sides) -> Iterator[Difference]:
    """Case studies."""

    def now(former: str) -> str:
        """The role's name now, or its last name if it is gone."""
        if not former:
            return ""
        if former in sides.roles:
            return sides.after.roles[sides.roles[former]].name
        return GONE + sides.before.roles[former].name

    def name(role: str) -> str:
        return sides.after.roles[role].name if role else ""

    rule: Rule[CaseStudy] = Rule(
        (lambda s: s, lambda s: s.title.casefold(), lambda s: s.lines or None),
        ("title", "source", "target", "lines", "link"),
    )
    before = [
        Entry(
            replace(story, source=now(story.source), target=now(story.target)),
            sides.then(Difference("story", "changed", story.title), _ends(story)),
        )
        for story in sides.before.framework.stories
    ]
    after = [
        Entry(
            replace(story, source=name(story.source), target=name(story.target)),
            sides.now(Difference("story", "changed", story.title), _ends(story)),
        )
        for story in sides.after.framework.stories
    ]
    yield from compared(rule, before, after)


def _ends(story: CaseStudy) -> Iterable[str]:
    return filter(None, (story.source, story.target))
