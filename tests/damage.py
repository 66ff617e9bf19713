"""Databases with versions of a small framework, and every kind of damage to them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from sqlalchemy import Connection, create_engine, select, text, update

from jobtrack_viz.canonical import framework_json, map_json
from jobtrack_viz.metro import lay_out
from jobtrack_viz.model import Framework
from jobtrack_viz.network import build_network
from jobtrack_viz.store import Store
from jobtrack_viz.store.tables import version
from tests.stores import publish

__all__ = ["add_version", "damage", "flip", "overwrite", "run"]


def add_version(store: Store, framework: Framework, title: str) -> int:
    """The number of a version that bears this title."""
    made = replace(framework, about=replace(framework.about, title=title))
    drawn = map_json(lay_out(build_network(made)))
    with store.writing() as db:
        return publish(db, framework_json(made), drawn=drawn)


@contextmanager
def _connected(address: str) -> Iterator[Connection]:
    engine = create_engine(address.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def run(address: str, statement: str) -> None:
    """Somebody changed the database behind the product's back."""
    with _connected(address) as connection:
        connection.execute(text(statement))


def overwrite(address: str, number: int, **values: object) -> None:
    """Somebody changed what is stored of a version."""
    with _connected(address) as connection:
        connection.execute(update(version).where(version.c.number == number).values(values))


def flip(address: str, number: int, column: str) -> None:
    """One bit in the middle of a column of this version is another one."""
    with _connected(address) as connection:
        asked = select(version.c[column]).where(version.c.number == number)
        found = connection.execute(asked).scalar_one()
    old = found.encode() if isinstance(found, str) else found
    middle = len(old) // 2
    new = old[:middle] + bytes([old[middle] ^ 1]) + old[middle + 1 :]
    overwrite(address, number, **{column: new.decode() if isinstance(found, str) else new})


def damage(address: str, number: int) -> None:
    """One bit of this version's framework is another one."""
    flip(address, number, "framework")
