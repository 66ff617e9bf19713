"""Tables of number 2: attempts by address and source, the trace of links, the chain of the log."""

from sqlalchemy import Connection, bindparam, select, text, update
from sqlalchemy.schema import CreateColumn

from jobtrack_viz.store.seal import hash_of_entry
from jobtrack_viz.store.tables import audit, chain, link, throttle

__all__ = ["to_number_2"]


def to_number_2(connection: Connection) -> None:
    """The tables of number 1 become those of number 2; entries of the log that exist are chained.

    Counted attempts are forgotten: they were counted by the address alone.
    """
    connection.execute(text("DROP TABLE throttle"))
    throttle.create(connection)
    for table, column in (
        ("link", link.c.made_by),
        ("link", link.c.used_at),
        ("audit", audit.c.hash),
    ):
        added = CreateColumn(column).compile(dialect=connection.dialect)
        connection.execute(text(f"ALTER TABLE {table} ADD COLUMN {added}"))
    chain.create(connection)
    _chain_entries(connection)


def _chain_entries(connection: Connection) -> None:
    columns = (
        audit.c.id,
        audit.c.at,
        audit.c.person,
        audit.c.action,
        audit.c.subject,
        audit.c.facts,
    )
    number, known, hashes = 0, "", []
    for entry in connection.execute(select(*columns).order_by(audit.c.id)):
        number, known = entry.id, hash_of_entry(known, *entry)
        hashes.append({"number": number, "known": known})
    if hashes:
        chained = update(audit).where(audit.c.id == bindparam("number"))
        connection.execute(chained.values(hash=bindparam("known")), hashes)
    ends = {"legacy": number, "newest": number, "newest_hash": known}
    connection.execute(chain.insert().values(id=1, anchor=0, anchor_hash="", **ends))
