"""How large a plan is printed."""

from dataclasses import replace

import pytest

from jobtrack_viz.export.paper import paper_of
from jobtrack_viz.export.plan import HowItHappens, SkillList
from jobtrack_viz.export.strip import strip_of


@pytest.fixture
def paper(framework, plan_for, looks):
    """The print of a plan with some more text in it."""
    plan = plan_for(framework, "trainee", "senior-coder")

    def printed(paragraphs):
        how = tuple(HowItHappens("Applying", "", ("word " * 100,)) for _ in range(paragraphs))
        told = replace(plan, how=how, skills=(SkillList("New", ("Python",)),))
        return paper_of(told, strip_of(told, looks, 700.0))

    return printed


def test_smaller_as_it_grows(paper):
    """A short plan has rows to spare, a longer one fewer; then the print becomes smaller."""
    found = [paper(paragraphs) for paragraphs in range(24)]
    order = ["", "tight", "tightest"]

    assert (found[0].print, found[0].rows) == ("", 9)
    assert [each.print for each in found] == sorted((each.print for each in found), key=order.index)
    assert {each.print for each in found} == set(order)
    assert [each.rows for each in found] == sorted((each.rows for each in found), reverse=True)
    assert found[-1].rows == 4
