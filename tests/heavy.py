"""Workbooks within every limit that are hard to read: how they are made, not the files."""

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook

__all__ = ["HEAVY", "book_of"]

_WORDS = [
    *("service", "system", "student", "library", "data", "cloud", "support", "senior", "lead"),
    *("deputy", "analyst", "officer", "manager", "engineer", "adviser", "developer", "network"),
    *("security", "research", "finance", "estates", "catering"),
]


def book_of(sheets: Mapping[str, Iterable[Sequence[Any]]]) -> bytes:
    """An .xlsx file of these rows."""
    book = Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def whole_numbers() -> bytes:
    """430 x 430 whole numbers and nothing else."""
    return book_of({"Sheet1": ([(r * 431 + c) % 9973 for c in range(430)] for r in range(430))})


def matrix_of_numbers() -> bytes:
    """430 competencies of 430 roles, with as many different numbers for levels."""
    heads = ["Competency", *(f"Role {c} ({c % 9})" for c in range(429))]
    rows = ([f"Skill {r}", *((r * 431 + c) % 9973 for c in range(429))] for r in range(429))
    return book_of({"Matrix": [heads, *rows]})


def text_rows() -> bytes:
    """20,000 rows of ten words."""
    chance = random.Random(1)
    return book_of({"Notes": ([chance.choice(_WORDS) for _ in range(10)] for _ in range(20_000))})


def different_texts() -> bytes:
    """20,000 rows of text, no two cells alike, below a heading that a list of roles might have."""
    chance = random.Random(2)

    def rows() -> Iterator[list[str]]:
        yield ["Role", "Grade", "Track", "Summary", "Also known as"]
        for number in range(20_000):
            yield [f"{_title(chance)} {number} {column}" for column in range(5)]

    return book_of({"Sheet1": rows()})


def staff_export() -> bytes:
    """10,000 people with their posts, as a personnel system writes them out."""
    chance = random.Random(3)
    heads = ["Employee", "Surname", "First name", "Job title", "Grade", "Department", "Email"]

    def rows() -> Iterator[list[Any]]:
        yield heads
        for number in range(10_000):
            name = f"Name{number}"
            place = f"Department {number % 40}"
            title = f"{_title(chance)} {number % 2_000}"
            mail = f"{name}@example.org"
            yield [number, name, f"Given{number % 700}", title, chance.randint(1, 9), place, mail]

    return book_of({"Staff": rows()})


def roster() -> bytes:
    """10,000 rows of staff without names: a title and a grade each, most of them different."""
    chance = random.Random(4)
    rows = (
        [f"{_title(chance)} {n}", chance.randint(1, 9), f"Unit {n % 400}"] for n in range(5_000)
    )
    return book_of({"Roles": [["Role", "Grade", "Track"], *rows]})


def misspelt_moves() -> bytes:
    """5,000 roles, and 55,000 moves of which no name is spelt as on the list of roles."""
    chance = random.Random(5)
    titles = [f"{_title(chance)} {number}" for number in range(5_000)]
    roles = ([title, number % 9 + 1, f"Track {number % 90}"] for number, title in enumerate(titles))

    def moves() -> Iterator[list[str]]:
        yield ["From", "To"]
        for _ in range(55_000):
            yield [_misspelt(chance, chance.choice(titles)) for _ in range(2)]

    return book_of({"Roles": [["Role", "Grade", "Track"], *roles], "Moves": moves()})


def _title(chance: random.Random) -> str:
    return " ".join(chance.sample(_WORDS, 3)).capitalize()


def _misspelt(chance: random.Random, title: str) -> str:
    place = chance.randrange(1, len(title) - 1)
    return title[:place] + chance.choice("abcdefghijklmnopqrstuvwxyz") + title[place:]


HEAVY: Mapping[str, Callable[[], bytes]] = {
    "430 x 430 whole numbers": whole_numbers,
    "430 x 430 levels that are numbers": matrix_of_numbers,
    "20,000 rows of text": text_rows,
    "20,000 rows of different texts": different_texts,
    "10,000 rows of staff": staff_export,
    "5,000 roles on a list": roster,
    "5,000 roles, 55,000 misspelt moves": misspelt_moves,
}
