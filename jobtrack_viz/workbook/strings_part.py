"""The table of texts that cells share: how long each one is, and whether it is blank."""

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.parts import MAIN

__all__ = ["SharedStrings"]

_ITEM = f"{MAIN}si"
_TEXT = f"{MAIN}t"
_READING_AID = f"{MAIN}rPh"


class SharedStrings:
    """Listens to the part; ``lengths[i]`` is that of text ``i``, and 0 if it is blank."""

    def __init__(self, limits: Limits) -> None:
        self.lengths: list[int] = []
        self._limits = limits
        self._in_text = False
        self._in_aid = False
        self._length = 0
        self._blank = True

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        """A text, or a piece of one, begins."""
        if name == _TEXT:
            self._in_text = not self._in_aid
        elif name == _ITEM:
            self._length = 0
            self._blank = True
        elif name == _READING_AID:
            self._in_aid = True

    def end(self, name: str) -> None:
        """A text, or a piece of one, ends."""
        if name == _TEXT:
            self._in_text = False
        elif name == _READING_AID:
            self._in_aid = False
        elif name == _ITEM:
            self._keep()

    def text(self, text: str) -> None:
        """The characters are counted."""
        if self._in_text:
            self._length += len(text)
            if self._blank and not text.isspace():
                self._blank = False

    def _keep(self) -> None:
        self.lengths.append(0 if self._blank else self._length)
        if len(self.lengths) > self._limits.cells:
            raise UnreadableWorkbook(
                f"The workbook holds more than {self._limits.cells:,} different texts; "
                f"at most {self._limits.cells:,} filled cells are read. Split it into several."
            )
