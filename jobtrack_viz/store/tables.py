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
    "story",
    "throttle",
    "version",
]


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


METADATA = MetaData()

schema = Table("schema", METADATA, Column("number", Integer, primary_key=True))

# One row: whoever publishes holds it, and it counts withdrawals.
standing = Table(
    "standing",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("epoch", Integer, nullable=False),
)

version = Table(
    "version",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", _Moment, nullable=False),
    Column("person", String, nullable=False),
    Column("note", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("seal", String, nullable=False),
    Column("parent", ForeignKey("version.number")),
    Column("restores", ForeignKey("version.number")),
    Column("withdrawn_at", _Moment),
    Column("withdrawn_why", String, nullable=False, default=""),
    Column("purged_at", _Moment),
    Column("framework", LargeBinary, nullable=False),
    Column("drawn", LargeBinary),
    Column("former", LargeBinary, nullable=False),
    Column("differences", LargeBinary, nullable=False),
)

original = Table(
    "original",
    METADATA,
    Column("version", ForeignKey("version.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("content", LargeBinary),
)

# Only ever added to; the newest row says what readers see.
publication = Table(
    "publication",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("version", ForeignKey("version.number"), nullable=False),
    Column("at", _Moment, nullable=False),
    Column("person", String, nullable=False),
    sqlite_autoincrement=True,
)

story = Table(
    "story",
    METADATA,
    Column("key", String, primary_key=True),
    Column("withdrawn_at", _Moment, nullable=False),
    Column("why", String, nullable=False),
)

draft = Table(
    "draft",
    METADATA,
    Column("id", String, primary_key=True),
    Column("person", String, nullable=False),
    Column("mode", String, nullable=False),
    Column("base", ForeignKey("version.number")),
    Column("made_at", _Moment, nullable=False),
    Column("expires_at", _Moment, nullable=False, index=True),
    Column("stage", String, nullable=False),
    Column("seen_at", _Moment, nullable=False),
    Column("refused", String, nullable=False, default=""),
    Column("shared_hash", String, unique=True),
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
    Column("draft", ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("content", LargeBinary),
)

person = Table(
    "person",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("email", String, nullable=False),
    Column("password_hash", String),
    Column("password_at", _Moment),
    Column("disabled", Boolean, nullable=False, default=False),
    Column("added_at", _Moment, nullable=False),
    UniqueConstraint("email"),
    sqlite_autoincrement=True,
)

link = Table(
    "link",
    METADATA,
    Column("token_hash", String, primary_key=True),
    Column("person", ForeignKey("person.id")),
    Column("made_at", _Moment, nullable=False),
    Column("expires_at", _Moment, nullable=False),
)

session = Table(
    "session",
    METADATA,
    Column("token_hash", String, primary_key=True),
    Column("person", ForeignKey("person.id"), index=True),
    Column("data", String, nullable=False),
    Column("seen_at", _Moment, nullable=False),
    Column("expires_at", _Moment, nullable=False),
)

throttle = Table(
    "throttle",
    METADATA,
    Column("key", String, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("last", _Moment, nullable=False),
)

setting = Table(
    "setting",
    METADATA,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)

audit = Table(
    "audit",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", _Moment, nullable=False, index=True),
    Column("person", String, nullable=False),
    Column("action", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("facts", String, nullable=False),
    sqlite_autoincrement=True,
)
