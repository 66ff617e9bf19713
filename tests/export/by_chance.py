"""Workbooks by chance: odd names, odd grades, several ladders, everything that sheets may hold."""

from random import Random

from jobtrack_viz.model import Framework
from jobtrack_viz.workbook.vocabulary import CHOICES
from tests.export.odd_names import GRADES, LINK, ODD, OWN, PLAIN, SCALES
from tests.sheets import reading, sheet


class Book:
    """One workbook by chance; ``odd`` is how often a name is an odd one."""

    def __init__(self, chance: Random, odd: float) -> None:
        self.chance, self.odd = chance, odd
        self.grades = chance.choice(GRADES)
        self.scale = chance.choice(SCALES)
        self.competencies = self.names(chance.randint(0, 4))
        self.tracks = self.names(chance.randint(1, 3))
        self.titles = self.names(chance.randint(1, 5))
        self.roles = [(title, chance.choice((*self.grades, None))) for title in self.titles]
        self.roles += [
            (self.titles[0], grade)
            for grade in self.grades
            if self.roles[0][1] not in (None, grade)
        ][:1]
        self.own: dict[str, tuple[str, ...]] = {}
        self.levels: dict[tuple[object, str], object] = {}

    def maybe(self, value: object, share: float = 0.5) -> object:
        """The value, or a blank cell."""
        return value if self.chance.random() < share else None

    def name(self) -> str:
        """A name, odd or plain."""
        return self.chance.choice(ODD if self.chance.random() < self.odd else PLAIN)

    def names(self, count: int) -> list[str]:
        """Different names."""
        found: dict[str, str] = {}
        while len(found) < count:
            name = self.name()
            found.setdefault(name.casefold(), name)
        return list(found.values())

    def text(self) -> str:
        """A few lines."""
        return "\n".join(self.name() for _ in range(self.chance.randint(1, 3)))

    def role(self, share: float = 1.0) -> object:
        """A role as other sheets name it."""
        title, grade = self.chance.choice(self.roles)
        return self.maybe(f"{title} ({grade})" if grade else title, share)

    def word(self, kind: str, field: str, share: float = 0.7) -> object:
        """One of the words of a closed list."""
        return self.maybe(self.chance.choice(CHOICES[kind, field]), share)

    def level(self, role: object, name: str) -> object:
        """A level, *not required*, or nothing; the same wherever the role stands."""
        words = self.own.get(name, self.scale)
        return self.levels.setdefault((role, name), self.chance.choice((*words, *words, "-", None)))

    def matrices(self):
        """A matrix for some of the tracks."""
        for track in self.tracks if self.competencies else ():
            roles = self.chance.sample(self.roles, self.chance.randint(1, len(self.roles)))
            heads = [f"{title} ({grade})" if grade else title for title, grade in roles]
            rows = [
                (name, *(self.level(role, name) for role in roles)) for name in self.competencies
            ]
            yield sheet(f"Matrix {len(track)}{track[:9]}", (f"{track} track", *heads), *rows)

    def ladders(self):
        """None, a wide one, a long one, or a second one with words of its own."""
        names = self.competencies
        kind = self.chance.choice(("none", "wide", "long", "own")) if names else "none"
        if kind == "long":
            head = ("Competency", "Level", "Descriptor", "Group", "Definition")
            rows = [
                (name, level, self.maybe(self.text()), self.maybe("People"), None)
                for name in names
                for level in self.scale
            ]
            yield sheet("Ladder", head, *rows)
        elif kind in ("wide", "own"):
            split = len(names) // 2 + 1 if kind == "own" else len(names)
            yield self.ladder("Ladder", names[:split], self.scale)
            own = self.chance.choice(OWN)[: len(self.scale)]
            self.own = dict.fromkeys(names[split:], own)
            if names[split:]:
                yield self.ladder("Ladder of others", names[split:], own)

    def ladder(self, title: str, names, levels):
        """A wide ladder."""
        rows = [
            (
                name,
                self.maybe(self.name()),
                self.maybe(self.name()),
                *(self.maybe(self.text(), 0.7) for _ in levels),
            )
            for name in names
        ]
        return sheet(title, ("Competency", "Group", "Definition", *levels), *rows)

    def facts(self):
        """Grades, tracks and roles, each sometimes."""
        if self.chance.random() < 0.5:
            labels = [label for label in self.grades if "/" not in label] or ["7", "8"]
            labels += ["5", "6"] if "5/6" in self.grades else []
            rows = [
                (x, self.maybe(self.name()), self.maybe(self.text()), self.maybe(LINK))
                for x in labels
            ]
            yield sheet("Grades", ("Grade", "Name", "Note", "Link"), *rows)
        if self.chance.random() < 0.6:
            self.chance.shuffle(self.tracks)
            head = ("Track", "Colour", "Group", "Description", "Status", "Posts")
            colour = self.chance.choice(("#1f77b4", "blue", None))
            rows = [
                (
                    f"{track} track",
                    colour,
                    self.maybe(self.name()),
                    self.maybe(self.text()),
                    self.word("Tracks", "status"),
                    self.maybe(12),
                )
                for track in self.tracks
            ]
            yield sheet("Tracks", head, *rows)
        if self.chance.random() < 0.7 or not self.competencies:
            head = (
                "Role",
                "Grade",
                "Track",
                "Also known as",
                "Summary",
                "Status",
                "Manages people",
                "HERA reference",
                "HERA reviewed",
                "Reports to",
                "Link",
                "ID",
                "Posts",
            )
            own = self.chance.random() < 0.4
            kept = self.roles if not self.competencies else self.roles[: self.chance.randint(1, 9)]
            rows = [self.row(i, own, *role) for i, role in enumerate(kept)]
            self.chance.shuffle(rows)
            yield sheet("Roles", head, *rows)

    def row(self, number: int, own: bool, title: str, grade: str | None):
        """A row of Roles."""
        tracks = self.chance.sample(self.tracks, self.chance.randint(1, len(self.tracks)))
        written = "; ".join(f"{track} track" for track in tracks if ";" not in track)
        aliases = "; ".join(self.names(2))
        return (
            title,
            grade,
            self.maybe(written or None, 0.8),
            self.maybe(aliases),
            self.maybe(self.text()),
            self.word("Roles", "status"),
            self.word("Roles", "manages"),
            self.maybe(self.name()),
            self.maybe("2026-09-01"),
            self.maybe(self.name()),
            self.maybe(LINK),
            f"id {number}" if own else None,
            self.maybe(3),
        )

    def rest(self):
        """What stands beside roles and levels."""
        some = range(self.chance.randint(0, 3))
        track = [track for track in self.tracks if ";" not in track] or [None]
        head = ("From", "To", "Kind", "How it happens", "Link", "Both ways")
        rows = []
        for _ in some:
            ends = [self.role(), self.role()]
            said = self.maybe(self.text()), self.maybe(LINK), self.word("Moves", "both", 0.3)
            if ends[0] != ends[1]:
                rows.append((*ends, self.word("Moves", "kind"), *said))
        yield sheet("Moves", head, *rows)
        yield sheet(
            "Skills",
            ("Skill", "Track", "Role", "Kind", "Category", "Technology", "Equivalent experience"),
            *(
                (
                    self.name(),
                    self.maybe(self.chance.choice(track)),
                    self.role(0.4),
                    self.word("Skills", "kind"),
                    self.word("Skills", "category"),
                    self.word("Skills", "technology"),
                    self.word("Skills", "equivalent"),
                )
                for _ in some
            ),
        )
        if self.competencies:
            head = ("Competency", "To level", "On the job", "With others", "Formal training")
            rows = []
            for name in self.chance.sample(self.competencies, min(len(some), 1)):
                level = self.chance.choice(self.own.get(name, self.scale))
                rows.append((name, level, self.text(), self.maybe(self.text()), None))
            yield sheet("Development", head, *rows)
        yield sheet(
            "Level profiles",
            ("Level", "Grades", "Track", "Description", "Section", "Topic", "Text", "Link"),
            *(
                (
                    self.name(),
                    self.maybe(self.chance.choice(self.grades)),
                    self.maybe(self.chance.choice(track), 0.3),
                    self.maybe(self.text()),
                    self.maybe(self.name()),
                    self.maybe(self.name()),
                    self.text(),
                    self.maybe(self.chance.choice((LINK, "no link"))),
                )
                for _ in some
            ),
        )
        yield sheet(
            "How moves happen",
            ("Kind", "Title", "Text", "Link"),
            *(
                (
                    self.word("How moves happen", "kind", 1.0),
                    self.name(),
                    self.text(),
                    self.maybe(LINK),
                )
                for _ in some
            ),
        )
        yield sheet(
            "Case studies",
            ("Title", "From", "To", "Story", "Link", "Consent"),
            *(
                (self.name(), self.role(0.5), self.role(0.5), self.text(), self.maybe(LINK), "yes")
                for _ in some
            ),
        )
        yield sheet(
            "Job descriptions",
            ("Role", "Section", "Text", "Heading", "Order", "Kind"),
            *(
                (
                    self.role(),
                    self.chance.choice(("Duties", "Education", self.name())),
                    self.text(),
                    self.maybe(self.name()),
                    self.maybe(self.chance.randint(1, 9)),
                    self.word("Job descriptions", "kind"),
                )
                for _ in range(2 * len(some))
            ),
        )
        if self.chance.random() < 0.5:
            yield sheet(
                "About",
                ("Title", self.name()),
                ("Institution", self.name()),
                ("Vacancies", LINK),
                ("Licence", self.maybe(self.name())),
            )


def framework_by_chance(seed: int, odd: float) -> Framework | None:
    """The framework of a workbook by chance; None if that workbook has errors."""
    book = Book(Random(seed), odd)
    sheets = [*book.facts(), *book.ladders(), *book.matrices(), *book.rest()]
    return reading(*sheets).framework
