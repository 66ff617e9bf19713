"""Which worker goes on in a reload until another can answer."""

from jobtrack_viz.serving.succession import Succession


def test_nobody_younger():
    """A worker that is stopped alone, or with the whole server, awaits nobody."""
    succession = Succession()
    for age in (1, 2):
        succession.starting(age)
        succession.ready(age)

    assert [False, False] == [succession.is_awaited_by(age) for age in (1, 2)]


def test_a_reload():
    """The youngest of those before it awaits the first of the new ones that can answer."""
    succession = Succession()
    for age in (1, 2):
        succession.starting(age)
        succession.ready(age)
    for age in (3, 4):
        succession.starting(age)
    before = [succession.is_awaited_by(age) for age in (1, 2)]
    succession.ready(3)
    after = [succession.is_awaited_by(age) for age in (1, 2)]

    assert ([False, True], [False, False]) == (before, after)
