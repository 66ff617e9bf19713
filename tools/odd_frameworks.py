"""Write workbooks of frameworks unlike the sample, as real ones were found to be.

    python tools/odd_frameworks.py [folder]

Very sparse, very large, crowded at one grade, without grades, with letters or sub-grades, with
scales of one to eight levels, with very long titles. The same name always gives the same cells.
"""

import io
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.odd_words import ABILITIES, JOBS, LEVEL_WORDS, RANKS, fields

__all__ = ["BOOKS", "Book", "Job", "workbook"]

Rows = list[list[object]]


@dataclass(frozen=True, slots=True)
class Job:
    """One role while a workbook is made; ``step`` counts grades from 0, lowest first."""

    title: str
    grade: str
    track: str
    step: int


@dataclass(frozen=True, slots=True)
class Book:
    """What a workbook is made of. ``levels`` holds a rank from 0 for (title, competency)."""

    name: str
    jobs: tuple[Job, ...]
    competencies: tuple[str, ...]
    scale: tuple[str, ...]
    levels: dict[tuple[str, str], int]
    ladder: bool = True
    long: bool = False
    lists: tuple[tuple[str, Rows], ...] = ()


def _levels(
    jobs: Iterable[Job], competencies: Sequence[str], scale: Sequence[str], steps: int
) -> dict[tuple[str, str], int]:
    """A level of each competency for each role; along a track none ever falls."""
    found = {}
    for job in jobs:
        for competency in competencies:
            head = Random(f"{job.track} {competency}").randrange(steps)
            rank = (job.step * (len(scale) - 1) + head) // max(1, steps)
            found[job.title, competency] = min(rank, len(scale) - 1)
    return found


def _ladders_of(tracks: Sequence[str], ranks: Sequence[str], grades: Sequence[str]) -> list[Job]:
    """One role for each rank of each track."""
    return [
        Job(f"{track} {rank}", grade, track, step)
        for track in tracks
        for step, (rank, grade) in enumerate(zip(ranks, grades, strict=True))
    ]


def _plain(
    name: str, jobs: Sequence[Job], scale: Sequence[str], count: int = 12, *, ladder: bool = True
) -> Book:
    """Every role with a level of each of so many competencies."""
    chosen = ABILITIES[:count]
    steps = max(job.step for job in jobs) + 1
    levels = _levels(jobs, chosen, scale, steps)
    return Book(name, tuple(jobs), chosen, tuple(scale), levels, ladder)


def _words(count: int) -> list[str]:
    return [word for _, word in fields(count)]


def sparse() -> Book:
    """205 roles by 188 competencies, 5 % of the cells filled, eight levels, 30 tracks."""
    tracks, chance = _words(30), Random("sparse")
    sizes = [7] * 25 + [6] * 5
    jobs = [
        Job(f"{track} {RANKS[step + 1]}", str(step + 3), track, step)
        for track, size in zip(tracks, sizes, strict=True)
        for step in range(size)
    ]
    scale = [str(number) for number in range(1, 9)]
    pools = {
        track: [ABILITIES[(13 * i + k) % 188] for k in range(16)] for i, track in enumerate(tracks)
    }
    everything = _levels(jobs, ABILITIES[:188], scale, 7)
    wanted = [(job.title, name) for job in jobs for name in pools[job.track]]
    kept = set(chance.sample(wanted, round(205 * 188 * 0.05)))
    kept |= {(job.title, pools[job.track][0]) for job in jobs}
    levels = {key: rank for key, rank in everything.items() if key in kept}
    return Book("Sparse", tuple(jobs), ABILITIES[:188], tuple(scale), levels)


def thousand(*, long: bool = True) -> Book:
    """1,016 roles by 35 competencies, 27,463 levels, 127 tracks in 23 groups."""
    lines = fields(127)
    jobs = _ladders_of([word for _, word in lines], RANKS, [str(n) for n in range(3, 11)])
    scale = [str(number) for number in range(1, 8)]
    book = _plain("Thousand", jobs, scale, 35, ladder=False)
    kept = sorted(Random("thousand").sample(sorted(book.levels), 27_463))
    tracks: Rows = [["Track", "Group"], *([word, field] for field, word in lines)]
    levels = {key: book.levels[key] for key in kept}
    return replace(book, levels=levels, long=long, lists=(("Tracks", tracks),))


def families() -> Book:
    """1,016 roles on only 23 tracks and five grades: nine roles and more share a place."""
    work, chance = defaultdict(list), Random("families")
    for field, word in fields(138):
        work[field] += [f"{word} {job}" for job in JOBS]
    jobs = []
    for number, (field, titles) in enumerate(work.items()):
        for title in chance.sample(titles, 44 + (number < 4)):
            step = chance.choice((0, 1, 1, 2, 2, 2, 3, 3, 4))
            jobs.append(Job(title, str(step + 1), field, step))
    jobs.sort(key=lambda job: (job.track, job.step, job.title))
    book = _plain("Families", jobs, [str(n) for n in range(1, 6)], 35, ladder=False)
    return replace(book, long=True)


def crowded() -> Book:
    """A track with 81 roles at one grade, beside six tracks as they are everywhere."""
    tracks = _words(6)
    jobs = _ladders_of(tracks, RANKS[1:6], [str(n) for n in range(4, 9)])
    jobs += [Job("Consultancy Clerk", "5", "Consultancy", 1)]
    jobs += [Job(f"Consultant in {word}", "7", "Consultancy", 3) for word in _words(81)]
    jobs += [Job(f"{head} of Consultancy", "8", "Consultancy", 4) for head in ("Head", "Chair")]
    words = _words(81)
    moves: Rows = [
        ["From", "To", "Kind"],
        [f"{tracks[0]} Lead", f"Consultant in {words[3]}", "Transfer"],
        [f"Consultant in {words[40]}", f"{tracks[2]} Manager", "Step up"],
        [f"Consultant in {words[5]}", "Head of Consultancy", "Progression"],
        ["Consultancy Clerk", f"Consultant in {words[7]}", "Progression"],
    ]
    book = _plain("Crowded", jobs, ("Low", "Medium", "High"))
    return replace(book, lists=(("Moves", moves),))


def no_grades() -> Book:
    """Six tracks of five roles, and not a single grade."""
    jobs = _ladders_of(_words(6), RANKS[1:6], [""] * 5)
    return _plain("No grades", jobs, ("Low", "Medium", "High"))


def letters() -> Book:
    """Grades A to F of which A is the highest, each with a name."""
    names = ["Associate", "Officer", "Senior Officer", "Manager", "Senior Manager", "Director"]
    grades = list("FEDCBA")
    jobs = _ladders_of(_words(8), RANKS[1:7], grades)
    order: Rows = [["Grade", "Name"], *([g, n] for g, n in zip(grades, names, strict=True))]
    book = _plain("Letters", jobs, ("Low", "Medium", "High"))
    return replace(book, lists=(("Grades", order),))


def scaled(name: str, scale: Sequence[str], *, ladder: bool = True) -> Book:
    """Five ordinary tracks on a scale of one's own."""
    jobs = _ladders_of(_words(5), RANKS[1:6], [str(n) for n in range(4, 9)])
    return _plain(name, jobs, scale, ladder=ladder)


def long_titles() -> Book:
    """Titles of 61 to 105 characters."""
    tail = (
        "and Deputy to the Head of Services for Visitors, Residents and Partner Institutions Abroad"
    )
    jobs = []
    for job in _ladders_of(_words(6), RANKS[1:6], [str(n) for n in range(4, 9)]):
        whole, room = f"{job.title} {tail}", min(105, 71 + 12 * job.step)
        title = whole if len(whole) <= room else whole[: room + 1].rsplit(" ", 1)[0]
        jobs.append(replace(job, title=title.rstrip(",")))
    return _plain("Long titles", jobs, ("Low", "Medium", "High"))


def sub_grades() -> Book:
    """Sub-grades such as 1.1, and roles that span two of them."""
    grades = [f"{grade}.{part}" for grade in (1, 2, 3) for part in (1, 2, 3)]
    jobs = []
    for number, track in enumerate(_words(7)):
        for step in range(number % 2, 9, 2 if number % 3 else 1):
            grade, rank = grades[step], f"{RANKS[step % 8]} {step + 1}"
            if step in (2, 5) and number % 3 == 0:
                grade = f"{grades[step]}/{grades[step + 1]}"
            jobs.append(Job(f"{track} {rank}", grade, track, step))
    return _plain("Sub-grades", jobs, ("Low", "Medium", "High"))


BOOKS: dict[str, Callable[[], Book]] = {
    "sparse": sparse,
    "thousand": thousand,
    "thousand wide": partial(thousand, long=False),
    "families": families,
    "crowded": crowded,
    "no grades": no_grades,
    "letters": letters,
    "one level": partial(scaled, "One level", ("Expected",)),
    "gaps": partial(scaled, "Gaps", ("0", "1", "2", "4", "6"), ladder=False),
    "four levels": partial(scaled, "Four levels", ("Aware", "Working", "Skilled", "Expert")),
    "seven levels": partial(scaled, "Seven levels", tuple("1234567")),
    "decimals": partial(scaled, "Decimals", ("1", "1.5", "2", "2.5", "3"), ladder=False),
    "long titles": long_titles,
    "sub-grades": sub_grades,
}


def sheets(book: Book) -> dict[str, Rows]:
    """Every sheet of a book: name -> rows."""
    found: dict[str, Rows] = {"About": [["Title", f"{book.name} careers"]]}
    if book.ladder:
        found["Ladder"] = _ladder(book)
    found |= dict(book.lists)
    if book.long:
        found["Levels"] = _long(book)
        return found
    by_track: dict[str, list[Job]] = defaultdict(list)
    for job in book.jobs:
        by_track[job.track].append(job)
    for track, jobs in by_track.items():
        heads = [f"{job.title} ({job.grade})" if job.grade else job.title for job in jobs]
        rows = [[name, *(_spelled(book, job, name) for job in jobs)] for name in book.competencies]
        found[track] = [[f"{track} track", *heads], *rows]
    return found


def _ladder(book: Book) -> Rows:
    """Every ninth descriptor is blank, as in real ones."""
    blank = set(range(8, len(book.competencies) * len(book.scale), 9))
    rows: Rows = [["Competency", *book.scale]]
    for i, name in enumerate(book.competencies):
        words = [f"{name}, {LEVEL_WORDS[level]}." for level in range(len(book.scale))]
        first = i * len(book.scale)
        rows.append([name, *(None if first + k in blank else w for k, w in enumerate(words))])
    return rows


def _long(book: Book) -> Rows:
    rows: Rows = [["Role", "Grade", "Track", "Competency", "Level"]]
    for job in book.jobs:
        for name in book.competencies:
            level = _spelled(book, job, name)
            if level is not None:
                rows.append([job.title, job.grade, job.track, name, level])
    return rows


def _spelled(book: Book, job: Job, competency: str) -> object:
    """A level as it is typed: numbers as numbers."""
    rank = book.levels.get((job.title, competency))
    if rank is None:
        return None
    text = book.scale[rank]
    return float(text) if "." in text else int(text) if text.isdigit() else text


def workbook(book: Book) -> bytes:
    """The book as an .xlsx file."""
    from openpyxl import Workbook

    made = Workbook(write_only=True)
    for name, rows in sheets(book).items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    raw = io.BytesIO()
    made.save(raw)
    return raw.getvalue()


def main() -> None:
    """Write every book into a folder, the present one if none is named."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in BOOKS.items():
        book = make()
        path = folder / f"{name.replace(' ', '-')}.xlsx"
        path.write_bytes(workbook(book))
        print(f"{path}: {len(book.jobs)} roles, {len(book.levels)} levels")


if __name__ == "__main__":
    main()
