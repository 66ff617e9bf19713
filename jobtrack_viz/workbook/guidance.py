"""What stands beside levels and moves, from the rows of a draft without errors."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from math import inf

from jobtrack_viz.guidance import (
    CaseStudy,
    DevelopmentOptions,
    JobDescription,
    LevelProfile,
    Passage,
    Process,
    ProfileText,
)
from jobtrack_viz.workbook.draft import Draft
from jobtrack_viz.workbook.headers import Record
from jobtrack_viz.workbook.list_rules import is_link
from jobtrack_viz.workbook.moves import move_references
from jobtrack_viz.workbook.profiles import ProfileRows, reaches
from jobtrack_viz.workbook.text import fold, lines_of, track_name
from jobtrack_viz.workbook.vocabulary import CHOICES, choice, yes_or_no

__all__ = [
    "case_studies",
    "development_options",
    "job_descriptions",
    "level_profiles",
    "processes",
]


def development_options(draft: Draft) -> tuple[DevelopmentOptions, ...]:
    """The options for each competency and level, rows for the same two together."""
    found: dict[tuple[str, int], list[Record]] = defaultdict(list)
    for record in draft.records("Development"):
        key = fold(record.line("competency"))
        name = draft.competencies[key]
        rank = draft.scale.of(key).rank(record.line("level")) if draft.scale else None
        if rank and record.fields.keys() & {"job", "others", "formal"}:
            found[name, rank].append(record)
    return tuple(
        DevelopmentOptions(
            name,
            rank,
            _all_lines(records, "job"),
            _all_lines(records, "others"),
            _all_lines(records, "formal"),
        )
        for (name, rank), records in found.items()
    )


def level_profiles(draft: Draft) -> tuple[LevelProfile, ...]:
    """Each level with its texts in the order of its rows."""
    labels = {label for rows in draft.profiles for label in rows.grades}
    places = reaches(draft.grades, labels)
    return tuple(_profile(draft, rows, places) for rows in draft.profiles)


def _profile(
    draft: Draft, rows: ProfileRows, places: Mapping[str, tuple[float, float]]
) -> LevelProfile:
    about = (record.line("description") for record in rows.records)
    return LevelProfile(
        rows.level.line,
        rows.grades,
        tuple(places[label] for label in rows.grades if label in places),
        tuple(dict.fromkeys(draft.tracks[fold(track_name(name))] for name in rows.tracks)),
        "\n".join(dict.fromkeys(text for text in about if text)),
        tuple(_texts(rows.records)),
    )


def _texts(records: Iterable[Record]) -> Iterator[ProfileText]:
    """Texts of one section, topic and link together."""
    said = (r for r in records if r.fields.keys() & {"section", "topic", "text", "link"})
    for rows in _alike(said, "section", "topic"):
        section, topic = rows[0].line("section"), rows[0].line("topic")
        text = ProfileText(section, topic, _all_lines(rows, "text"), _link(rows[0]))
        if section or topic or text.lines or text.link:
            yield text


def processes(draft: Draft) -> tuple[Process, ...]:
    """How moves happen, rows of one kind and title together."""
    return tuple(
        Process(
            choice(rows[0].line("kind"), CHOICES["How moves happen", "kind"]) or "",
            rows[0].line("title"),
            _all_lines(rows, "text"),
            _link(rows[0]),
        )
        for rows in _alike(draft.records("How moves happen"), "kind", "title")
    )


def case_studies(draft: Draft) -> Iterator[CaseStudy]:
    """Stories that may be told; one whose cells name several roles is tied to each pair."""
    for record in draft.records("Case studies"):
        if yes_or_no(record.line("consent")):
            for source in _roles(draft, record, "from") or ("",):
                for target in _roles(draft, record, "to") or ("",):
                    title, lines = record.line("title"), _lines(record, "story")
                    yield CaseStudy(title, source, target, lines, _link(record))


def job_descriptions(draft: Draft) -> Iterator[JobDescription]:
    """The document of each role that has one, in the order of first mention."""
    found: dict[str, list[Record]] = {}
    for record in draft.records("Job descriptions"):
        for role in _roles(draft, record, "role"):
            found.setdefault(role, []).append(record)
    for role, records in found.items():
        yield JobDescription(role, tuple(_passages(_nested(records))))


def _nested(records: Sequence[Record]) -> list[Record]:
    """Rows by section, heading and Order.

    A section stands where its lowest Order says, a heading likewise within its section; where
    Order is blank or begins anew in each of them, the rows' own order decides.
    """
    sections: dict[tuple[str, ...], tuple[tuple[float, ...], int]] = {}
    for place, record in enumerate(records):
        for key in (_section(record), _heading(record)):
            order, first = sections.get(key, ((inf,), place))
            sections[key] = (min(order, _order(record)), first)
    return sorted(records, key=lambda r: (sections[_section(r)], sections[_heading(r)], _order(r)))


def _section(record: Record) -> tuple[str, ...]:
    return (fold(record.line("section")),)


def _heading(record: Record) -> tuple[str, ...]:
    return (fold(record.line("section")), fold(record.line("heading")))


def _order(record: Record) -> tuple[float, ...]:
    """A number, or numbers with points as in 2.10; rows without either come last."""
    parts = record.line("order").rstrip(".").split(".")
    return tuple(map(float, parts)) if all(part.isdecimal() for part in parts) else (inf,)


def _passages(records: Iterable[Record]) -> Iterator[Passage]:
    """Neighbouring rows of one section, heading and kind as one passage."""
    for _, alike in groupby(records, lambda r: (_heading(r), fold(r.line("kind")))):
        rows = list(alike)
        kind = choice(rows[0].line("kind"), CHOICES["Job descriptions", "kind"]) or ""
        section, heading = rows[0].line("section"), rows[0].line("heading")
        yield Passage(section, heading, _all_lines(rows, "text"), kind)


def _roles(draft: Draft, record: Record, field: str) -> tuple[str, ...]:
    named = (role.id for ref in move_references(draft, record, field) for role in ref.roles)
    return tuple(dict.fromkeys(named))


def _alike(records: Iterable[Record], *fields: str) -> Iterable[list[Record]]:
    """Rows with the same texts in some fields, and the same link, together."""
    found: dict[tuple[str, ...], list[Record]] = defaultdict(list)
    for record in records:
        found[*(fold(record.line(field)) for field in fields), _link(record)].append(record)
    return found.values()


def _all_lines(records: Iterable[Record], field: str) -> tuple[str, ...]:
    return tuple(line for record in records for line in _lines(record, field))


def _lines(record: Record, field: str) -> tuple[str, ...]:
    entry = record.fields.get(field)
    return lines_of(entry.text) if entry else ()


def _link(record: Record) -> str:
    link = record.line("link")
    return link if is_link(link) else ""
