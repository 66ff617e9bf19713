"""An upload is checked, everything from its bytes to its problems, in one child process."""

from collections.abc import Callable

from jobtrack_viz.checking.values import Answer, Base, Checked, Question
from jobtrack_viz.workbook.asking import ask
from jobtrack_viz.workbook.transport import packed, unpacked

__all__ = ["Answer", "Base", "Checked", "Question", "check"]

_ENTRY = "jobtrack_viz.checking.child:check"


def check(question: Question, stop: Callable[[], bool] | None = None) -> Checked:
    """What the files of an upload say and give away; the child has ended.

    Raises:
        UnreadableWorkbook: a file is refused, or needs more than the limits allow.
        Cancelled: ``stop`` says that the answer is not wanted any more.
    """
    return unpacked(ask(_ENTRY, packed(question), question.limits, stop), Checked)
