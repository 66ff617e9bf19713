"""What the page says of journeys where not every way could be looked at."""

import pytest

from jobtrack_viz.journeys import Found, Preferences, look_for
from jobtrack_viz.relaxed import Relaxed
from layouts import no_way as no_way_module
from layouts import outcome as outcome_module
from layouts.answer import result, shown
from layouts.markup import to_html
from layouts.outcome import outcome_of


def words(published, outcome, texts_of) -> str:
    """The panel's words."""
    return texts_of(result(published, outcome))


ASKED = {"start": ["trainee"], "goal": ["senior-coder"], "via": ["adviser"]}


@pytest.fixture
def bounded(monkeypatch):
    """Searches that could not look at everything: with these journeys, or with none."""
    outcome_module._journeys.cache_clear()
    no_way_module._relaxed.cache_clear()

    def become(keep: bool) -> None:
        def look(*question):
            found = look_for(*question)
            return Found(found.journeys if keep else (), complete=False)

        monkeypatch.setattr(outcome_module, "look_for", look)

    yield become
    outcome_module._journeys.cache_clear()
    no_way_module._relaxed.cache_clear()


def test_the_page_says_that_there_may_be_better_ones(published, texts_of, bounded):
    """Where not every way could be looked at; else it says nothing of it."""
    told = "Not every way could be looked at for so many wishes"
    whole = words(published, outcome_of(published, ASKED), texts_of)
    outcome_module._journeys.cache_clear()
    bounded(True)
    part = words(published, outcome_of(published, ASKED), texts_of)

    assert told not in whole
    assert told in part


@pytest.mark.parametrize("present", [[], ["1"]])
def test_the_page_never_says_that_there_is_no_way_without_knowing(
    published, texts_of, bounded, present
):
    """It says that none was found and that there may be one, on a shared screen and aloud too."""
    bounded(False)
    outcome = outcome_of(published, {**ASKED, "present": present})
    said = to_html(result(published, outcome)) + str(shown(published, outcome))

    assert "so there may be one" in said
    assert "No one has described" not in said
    assert "no described way" not in said


def test_offers_that_could_not_be_counted(published, texts_of, monkeypatch):
    """They name no number; a wish that could not be looked at is no reason to say there is none."""
    wishes = Preferences(step_down=True)
    found = (
        Relaxed("down", (), wishes, 2, complete=False),
        Relaxed("people", (), wishes, 0, False),
    )
    monkeypatch.setattr(no_way_module, "_relaxed", lambda *_: found)
    outcome = outcome_of(published, {"start": "keeper", "goal": "trainee", "people": "no"})
    told = words(published, outcome, texts_of)

    assert "Show journeys with a move down" in told
    assert "fits all that you wish" in told
    assert "No one has described" not in told
    assert "Show 0" not in told
