"""The map of a workbook on disk: read-only, drawn again when the file has changed."""

import hashlib
from collections import OrderedDict
from pathlib import Path
from threading import RLock

from jobtrack_viz.atlas.published import MapNotReady, Published, Standing
from jobtrack_viz.bounded_layout import drawn_map
from jobtrack_viz.canonical import map_from
from jobtrack_viz.errors import UnknownVersion, UnreadableWorkbook
from jobtrack_viz.network import build_network
from jobtrack_viz.settings import Limits
from jobtrack_viz.suppression import FEWEST_POSTS, for_readers
from jobtrack_viz.views import Drawers, Undrawn, Views
from jobtrack_viz.workbook import read_workbook

__all__ = ["WorkbookAtlas"]

_VERSIONS_KEPT = 4

_Stamp = tuple[int, int, int]


class WorkbookAtlas:
    """The map of the workbook on disk, and the few versions before it."""

    def __init__(
        self,
        workbook: Path,
        limits: Limits,
        fewest_posts: int = FEWEST_POSTS,
        drawers: Drawers | None = None,
    ) -> None:
        """Parts are drawn by ``drawers``; without them, by whoever asks."""
        self._drawers = drawers
        self._workbook = workbook
        self._fewest = fewest_posts
        self._limits = limits
        self._lock = RLock()
        self._versions: OrderedDict[str, Published] = OrderedDict()
        self._stamp: _Stamp | None = None
        self._current: Published | MapNotReady = MapNotReady("The workbook was not read yet.")

    def standing(self) -> Standing:
        """The map of the workbook: one whose workbook is gone is no longer in force."""
        try:
            shown = self.current().id
        except MapNotReady as error:
            return Standing(None, None, str(error))
        return Standing(shown, shown)

    def current(self) -> Published:
        """The map of the workbook as it is on disk now; drawn only when the file has changed.

        Raises:
            MapNotReady: the file is missing, unreadable or has errors.
        """
        with self._lock:
            stamp = self._stamp_of_file()
            if stamp is None or stamp != self._stamp:
                self._current = self._read()
                self._stamp = stamp
            if isinstance(self._current, MapNotReady):
                raise self._current.with_traceback(None)
            return self._current

    def at(self, version: str) -> Published:
        """The map that a page was opened with.

        Raises:
            UnknownVersion: it is neither the current one nor among the last few.
        """
        with self._lock:
            if version not in self._versions:
                self.current()
            if version not in self._versions:
                raise UnknownVersion("This version of the map is no longer kept.")
            self._versions.move_to_end(version)
            return self._versions[version]

    def _stamp_of_file(self) -> _Stamp | None:
        try:
            found = self._workbook.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino

    def _read(self) -> Published | MapNotReady:
        try:
            content = self._workbook.read_bytes()
        except OSError:
            return MapNotReady(f"There is no workbook {self._workbook.name} that can be opened.")
        version = hashlib.sha256(content).hexdigest()
        if version not in self._versions:
            try:
                self._versions[version] = self._draw(version, content)
            except UnreadableWorkbook as error:
                return MapNotReady(str(error))
            except MapNotReady as error:
                return error
            while len(self._versions) > _VERSIONS_KEPT:
                self._versions.popitem(last=False)
        self._versions.move_to_end(version)
        return self._versions[version]

    def _draw(self, version: str, content: bytes) -> Published:
        reading = read_workbook(content, self._limits)
        framework = reading.framework
        if framework is None:
            raise MapNotReady(f"{self._workbook.name} has errors.", tuple(reading.problems))
        framework = for_readers(framework, self._fewest)
        network = build_network(framework)
        drawn = drawn_map(framework, None, self._limits)
        views = Views(network, map_from(drawn) if drawn else Undrawn.OVERVIEW, self._drawers)
        return Published(version, framework, network, views)
