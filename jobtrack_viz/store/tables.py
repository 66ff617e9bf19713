"""The tables of the database, as the newest numbered upgrade leaves them."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
    UniqueConstraint,
)

__all__ = [
    "METADATA",
    "audit",
    "chain",
    "draft",
    "draft_file",
    "link",
    "original",
    "person",
    "publication",
    "schema",
    "session",
    "setting",
    "standing",
    "storable",
    "story",
    "throttle",
    "version",
]

_MOST = 2**31
_UNREADABLE = "\N{REPLACEMENT CHARACTER}"
_UNREADABLE_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)
"""In place of a damaged one: what ended then has ended, what was withdrawn then is withdrawn."""


def storable(text: str) -> str:
    """The text as it is kept; what PostgreSQL cannot hold is marked as unreadable."""
    return text.replace("\0", _UNREADABLE).encode(errors="replace").decode()


class _Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite, which knows no zones, keeps it without one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)

    def result_processor(self, dialect: Any, coltype: object) -> Any:
        process = super().result_processor(dialect, coltype)

        def tolerant(value: Any) -> datetime | None:
            try:
                return process(value) if process else value
            except (AttributeError, TypeError, ValueError):
                return _UNREADABLE_MOMENT

        return tolerant


class _Text(TypeDecorator[str]):
    """Any text; what PostgreSQL cannot hold, in an address or a form, is marked as unreadable."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Any) -> str | None:
        return None if value is None else storable(value)

    def process_result_value(self, value: Any, _dialect: Any) -> str | None:
        """SQLite gives whatever a damaged file says, also bytes and numbers."""
        if isinstance(value, bytes):
            return value.decode(errors="replace")
        return None if value is None else str(value)


class _Number(TypeDecorator[int]):
    """A number that somebody may have typed into an address; past all there can be it is none."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: int | None, _dialect: Any) -> int | None:
        return value if value is None or abs(value) < _MOST else -1

    def process_result_value(self, value: Any, _dialect: Any) -> int | None:
        """None where a damaged file says something else than a number."""
        return value if isinstance(value, int) else None


METADATA = MetaData()

schema = Table("schema", METADATA, Column("number", _Number, primary_key=True))

# One row: whoever publishes holds it, and it counts withdrawals.
standing = Table(
    "standing",
    METADATA,
    Column("id", _Number, primary_key=True),
    Column("epoch", _Number, nullable=False),
)

version = Table(
    "version",
    METADATA,
    Column("number", _Number, primary_key=True, autoincrement=False),
    Column("at", _Moment, nullable=False),
    Column("person", _Text, nullable=False),
    Column("note", _Text, nullable=False),
    Column("sha256", _Text, nullable=False),
    Column("seal", _Text, nullable=False),
    Column("parent", _Number, ForeignKey("version.number")),
    Column("restores", _Number, ForeignKey("version.number")),
    Column("withdrawn_at", _Moment),
    Column("withdrawn_why", _Text, nullable=False, default=""),
    Column("purged_at", _Moment),
    Column("former", LargeBinary, nullable=False),
    Column("differences", LargeBinary, nullable=False),
    # The largest last: SQLite reads through whatever stands before what is asked for.
    Column("framework", LargeBinary, nullable=False),
    Column("drawn", LargeBinary),
)

original = Table(
    "original",
    METADATA,
    Column("version", _Number, ForeignKey("version.number"), primary_key=True),
    Column("position", _Number, primary_key=True),
    Column("name", _Text, nullable=False),
    Column("content", LargeBinary),
)

# Only ever added to; the newest row says what readers see.
publication = Table(
    "publication",
    METADATA,
    Column("id", _Number, primary_key=True),
    Column("version", _Number, ForeignKey("version.number"), nullable=False),
    Column("at", _Moment, nullable=False),
    Column("person", _Text, nullable=False),
    sqlite_autoincrement=True,
)

story = Table(
    "story",
    METADATA,
    Column("key", _Text, primary_key=True),
    Column("withdrawn_at", _Moment, nullable=False),
    Column("why", _Text, nullable=False),
)

draft = Table(
    "draft",
    METADATA,
    Column("id", _Text, primary_key=True),
    Column("person", _Text, nullable=False),
    Column("mode", _Text, nullable=False),
    Column("base", _Number, ForeignKey("version.number")),
    Column("made_at", _Moment, nullable=False),
    Column("expires_at", _Moment, nullable=False, index=True),
    Column("stage", _Text, nullable=False),
    Column("seen_at", _Moment, nullable=False),
    Column("refused", _Text, nullable=False, default=""),
    Column("shared_hash", _Text, unique=True),
    Column("shared_until", _Moment),
    Column("problems", LargeBinary, nullable=False),
    Column("conflicts", LargeBinary, nullable=False),
    Column("summary", LargeBinary, nullable=False),
    Column("framework", LargeBinary),
    Column("drawn", LargeBinary),
)

draft_file = Table(
    "draft_file",
    METADATA,
    Column("draft", _Text, ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True),
    Column("position", _Number, primary_key=True),
    Column("name", _Text, nullable=False),
    Column("content", LargeBinary),
)

person = Table(
    "person",
    METADATA,
    Column("id", _Number, primary_key=True),
    Column("email", _Text, nullable=False),
    Column("password_hash", _Text),
    Column("password_at", _Moment),
    Column("disabled", Boolean, nullable=False, default=False),
    Column("added_at", _Moment, nullable=False),
    UniqueConstraint("email"),
    sqlite_autoincrement=True,
)

link = Table(
    "link",
    METADATA,
    Column("token_hash", _Text, primary_key=True),
    Column("person", _Number, ForeignKey("person.id")),
    Column("made_at", _Moment, nullable=False),
    Column("expires_at", _Moment, nullable=False),
    Column("made_by", _Text, nullable=False, default="", server_default=""),
    Column("used_at", _Moment),
)

session = Table(
    "session",
    METADATA,
    Column("token_hash", _Text, primary_key=True),
    Column("person", _Number, ForeignKey("person.id"), index=True),
    Column("data", _Text, nullable=False),
    Column("seen_at", _Moment, nullable=False),
    Column("expires_at", _Moment, nullable=False),
)

# Counters and token buckets; a row says nothing any longer once its ``until`` has passed.
throttle = Table(
    "throttle",
    METADATA,
    Column("key", _Text, primary_key=True),
    Column("number", _Number, nullable=False),
    Column("last", _Moment, nullable=False),
    Column("until", _Moment, nullable=False, index=True),
)

setting = Table(
    "setting",
    METADATA,
    Column("name", _Text, primary_key=True),
    Column("value", _Text, nullable=False),
)

audit = Table(
    "audit",
    METADATA,
    Column("id", _Number, primary_key=True),
    Column("at", _Moment, nullable=False, index=True),
    Column("person", _Text, nullable=False),
    Column("action", _Text, nullable=False),
    Column("subject", _Text, nullable=False),
    Column("facts", _Text, nullable=False),
    Column("hash", _Text, nullable=False, default="", server_default=""),
    sqlite_autoincrement=True,
)

# One row, the two ends of the hash chain of ``audit``: whoever adds an entry holds it. Entries up
# to ``legacy`` were written before there was a chain; those up to ``anchor`` have been deleted.
chain = Table(
    "chain",
    METADATA,
    Column("id", _Number, primary_key=True),
    Column("legacy", _Number, nullable=False),
    Column("anchor", _Number, nullable=False),
    Column("anchor_hash", _Text, nullable=False),
    Column("newest", _Number, nullable=False),
    Column("newest_hash", _Text, nullable=False),
)
