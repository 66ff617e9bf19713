"""Titles, names, ids and old titles lead to roles."""

import pytest

from jobtrack_viz.titles import TitleIndex


@pytest.mark.parametrize(
    "text", ["coder", "Coder (5)", "  CODER   (5) ", "Programmer", "programmer"]
)
def test_one_role(framework, text):
    """An id, a name, a title and an old title each mean the role, in any case."""
    assert TitleIndex(framework).find(text).role.id == "coder"


def test_a_title_that_several_claim(framework):
    """All roles that claim an old title are offered, in the workbook's order."""
    found = TitleIndex(framework).find("officer")

    assert found.role is None
    assert [role.id for role in found.roles] == ["adviser", "coder"]


def test_an_unknown_title_with_something_near(framework):
    """A misspelt title is nobody's, and the role that was meant comes first."""
    found = TitleIndex(framework).find("Helpdesk offcer")

    assert found.roles == ()
    assert found.nearest[0].id == "adviser"


def test_an_unknown_title_with_nothing_near(framework):
    """Nothing is offered for a text that resembles no title."""
    found = TitleIndex(framework).find("zzzzqqq")

    assert (found.roles, found.nearest) == ((), ())


def test_former_titles(framework):
    """Old titles are listed with the roles that claim them."""
    listed = dict(TitleIndex(framework).former_titles())

    assert sorted(listed) == ["Apprentice", "Helpdesk officer", "Officer", "Programmer"]
    assert len(listed["Officer"]) == 2
