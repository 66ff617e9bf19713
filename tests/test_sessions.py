"""Who comes with a token, whatever has become of their account meanwhile."""

from datetime import timedelta

from sqlalchemy import update

from jobtrack_viz import accounts
from jobtrack_viz.store import add_person, add_session, open_store
from jobtrack_viz.store.tables import person
from tests.stores import NOON


def test_a_session_that_outlives_its_account(tmp_path):
    """A session that is still there opens nothing for somebody who may publish no longer."""
    store = open_store(f"sqlite:///{tmp_path / 'hr.sqlite3'}")
    token = accounts.new_token()
    with store.writing() as db:
        ada = add_person(db, NOON, "ada@example.org")
        add_session(db, NOON, accounts.hash_of(token), ada, "", NOON + timedelta(hours=1))
    before = accounts.visit(store, NOON, token)
    with store.writing() as db:
        db.change(update(person).values(disabled=True))
    after = accounts.visit(store, NOON, token)

    assert ("ada@example.org", None) == (before and before.person.email, after)
