"""The whole comparison as a workbook: every competency and skill, with the ladder's words."""

import io
from collections.abc import Iterator

from jobtrack_viz.drawing.level_words import bare_names, levels_compared
from jobtrack_viz.export.excel_parts import Column, Value, add_list, add_notes, empty_book
from jobtrack_viz.export.plan import Plan
from jobtrack_viz.gaps import Change, Comparison, SkillChanges
from jobtrack_viz.model import Framework, Skill

__all__ = ["comparison_xlsx"]

_Row = tuple[Value, ...]


def comparison_xlsx(framework: Framework, comparison: Comparison, plan: Plan) -> bytes:
    """The workbook's bytes: summary, breadth, skills and, if there is one, the journey."""
    book = empty_book(f"Comparison: {plan.title}", plan.about.institution)
    add_notes(book, "Summary", [*_summary(comparison, plan)])
    if comparison.states_levels:
        _breadth(book, framework, comparison)
    else:
        _expectations(book, framework, comparison)
    if skills := [*_skills(comparison.skills)]:
        columns = (
            Column("Skill or qualification", 44),
            Column("Change", 30),
            Column("Sort", 16),
            Column("Kind", 14),
            Column("Equivalent experience", 16),
        )
        add_list(book, "Skills", columns, skills)
    if plan.moves:
        _journey(book, plan)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _summary(comparison: Comparison, plan: Plan) -> Iterator[tuple[str, Value]]:
    about = plan.about
    if plan.caution:
        yield "Status of the map", plan.caution
    yield "From", comparison.start.name
    yield "To", comparison.goal.name
    yield "In one sentence", plan.sentence
    if comparison.steps_up is not None:
        yield "Levels more", comparison.steps_up
    if about.institution:
        yield "Institution", about.institution
    yield "Map", about.title
    yield "Made on", plan.day
    yield "Map version", plan.version
    if about.reviewed:
        yield "Map reviewed", about.reviewed
    yield "Questions to", plan.ask
    yield "Please note", plan.disclaimer


def _breadth(book: object, framework: Framework, comparison: Comparison) -> None:
    here, there = comparison.start.name, comparison.goal.name
    columns = (
        Column("Competency", 26),
        Column("Group", 20),
        Column(f"From: {here}", 14),
        Column(f"To: {there}", 14),
        Column("Levels more", 9),
        Column("Change", 14),
        Column(f"What the level means for {here}", 44),
        Column(f"What the level means for {there}", 44),
    )
    order = {competency.name: i for i, competency in enumerate(framework.competencies)}
    lists = (
        ("to develop", comparison.develop),
        ("asks for less", comparison.ease),
        ("stays", comparison.keep),
        ("stated for one role only", comparison.not_stated),
    )
    found = [(change, word) for word, changes in lists for change in changes]
    found.sort(key=lambda pair: order[pair[0].competency])
    add_list(book, "Breadth", columns, [_change(framework, *pair) for pair in found])


def _change(framework: Framework, change: Change, word: str) -> _Row:
    competency = framework.competency(change.competency)

    def name(rank: int | None) -> str:
        return "not stated" if rank is None else framework.level_name(rank, competency)

    def statements(rank: int | None) -> str:
        return "\n".join(competency.statements[rank - 1]) if rank and competency.statements else ""

    more = None
    if change.start is not None and change.goal is not None:
        more = change.goal - change.start
    return (
        change.competency,
        change.group,
        name(change.start),
        name(change.goal),
        more,
        word,
        statements(change.start),
        statements(change.goal),
    )


def _expectations(book: object, framework: Framework, comparison: Comparison) -> None:
    """Roles without levels of competencies: what is expected at the level of each."""
    compared = levels_compared(framework, comparison)
    rows = [
        (each.section, each.topic, "\n".join(each.start), "\n".join(each.goal))
        for each in compared.expectations
    ]
    if rows:
        columns = (
            Column("Section", 28),
            Column("Topic", 28),
            Column(f"From: {bare_names(compared.start) or 'not described'}", 60),
            Column(f"To: {bare_names(compared.goal) or 'not described'}", 60),
        )
        add_list(book, "Levels", columns, rows)


def _skills(skills: SkillChanges) -> Iterator[_Row]:
    required = skills.required_qualifications
    lists = (
        ("required: a condition of the job", required),
        ("new to learn", skills.learnable),
        ("new, gained at work", skills.experience),
        ("new and welcome", skills.welcome_qualifications),
        ("kept", [skill for skill in skills.keep if skill not in required]),
        ("used less", skills.leave),
    )
    for word, found in lists:
        yield from (_skill(skill, word) for skill in found)


def _skill(skill: Skill, word: str) -> _Row:
    equivalent = "counts" if skill.equivalent_experience else ""
    return skill.name, word, skill.category, skill.kind, equivalent


def _journey(book: object, plan: Plan) -> None:
    columns = (
        Column("Stop", 7),
        Column("Role", 28),
        Column("Grade", 10),
        Column("Tracks", 24),
        Column("How you get there", 26),
        Column("What it asks for", 30),
        Column("Note", 40),
    )
    rows: list[_Row] = []
    for i, stop in enumerate(plan.stops):
        way, facts, note = "", "", ""
        if i:
            move = plan.moves[i - 1]
            way, facts, note = move.way, ", ".join(move.facts), move.note
        tracks = ", ".join(stop.tracks)
        rows.append((stop.mark, stop.title, stop.grade, tracks, way, facts, note))
    add_list(book, "Journey", columns, rows)
