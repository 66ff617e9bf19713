"""Files of a draft are kept without lists of people, whichever way they came."""

from collections.abc import Iterable, Mapping

from jobtrack_viz.model import Problem
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook import revealed, stripped

__all__ = ["without_people"]


def without_people(
    files: Mapping[str, bytes], problems: Iterable[Problem], limits: Limits
) -> dict[str, bytes]:
    """The files among these that list people, each without; none if reading met no such list.

    A file whose list was taken out before is not among them, though it still warns of it.

    Raises:
        UnreadableWorkbook: nothing would be left of a file.
    """
    if not any(problem.code == "list-of-people" for problem in problems):
        return {}
    return {
        name: stripped(data, limits)
        for name, data in files.items()
        if revealed(data, limits).lists_people
    }
