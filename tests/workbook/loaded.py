"""What a child that reads has loaded, said as a refusal."""

import sys

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.workbook import child

_LARGE = ("numpy", "pandas", "lxml", "PIL", "dash", "sqlalchemy", "highspy")


def answer(_task: bytes) -> bytes:
    """The large libraries that are there."""

    def work() -> bytes:
        raise UnreadableWorkbook(str([name for name in _LARGE if sys.modules.get(name)]))

    return child.answering(work)
