"""HR's pages: signing in, uploading, publishing; forms that work without a script."""

from collections.abc import Callable, Sequence
from datetime import datetime

from flask import Blueprint, Flask

from jobtrack_viz.atlas import Standing
from jobtrack_viz.settings import Settings
from jobtrack_viz.store import Store
from layouts.hr import account, audit, password, people, publishing, signing_in
from layouts.hr.desk import Desk, utc_now
from layouts.hr.door import add_door
from layouts.hr.frame import add_frame

__all__ = ["add_hr"]

_ROOMS = (signing_in, password, publishing, people, account, audit)
"""Each adds its routes to the blueprint; ``layouts.access`` says who may use them."""


def add_hr(
    server: Flask,
    store: Store,
    settings: Settings,
    stylesheets: Sequence[str],
    script: str = "",
    now: Callable[[], datetime] = utc_now,
    standing: Callable[[], Standing] | None = None,
) -> None:
    """Serve HR's pages below /hr, guarded.

    ``stylesheets`` are the addresses of their CSS, ``script`` that of what makes them more
    comfortable, if there is any. ``standing`` says which map readers see. The database is first
    asked when the first of these pages is.
    """
    desk = Desk(store, settings, stylesheets, script, now, standing)
    hr = Blueprint("hr", __name__, url_prefix="/hr", template_folder="templates")
    add_frame(hr, desk)
    for room in _ROOMS:
        room.add(hr, desk)
    add_door(server, hr, desk)
    server.register_blueprint(hr)
