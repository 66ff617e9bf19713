"""Settings of the production server: ``gunicorn app:server``.

A platform that gives PORT gets an answer on all its interfaces; without it the address
is the same as that of ``python app.py``. gunicorn's master starts, replaces and
stops the workers; how each of them serves is told in ``jobtrack_viz/serving``.
"""

import os
import re
from logging import LogRecord
from typing import Any

from jobtrack_viz.errors import InvalidSetting
from jobtrack_viz.serving import address_of, host_and_port, worker_count
from jobtrack_viz.serving.sharing import least_used, share
from jobtrack_viz.settings import Settings

try:
    Settings.from_env()  # said once, before there are workers that would say it again and again
    _host, _port = host_and_port()
    workers = worker_count()
except InvalidSetting as _wrong:
    raise SystemExit(str(_wrong)) from None
if "PORT" in os.environ and not os.environ.get("HOST"):
    _host = "0.0.0.0"  # noqa: S104 - as platforms expect that give a port
bind = f"[{_host}]:{_port}" if ":" in _host else f"{_host}:{_port}"
worker_class = "jobtrack_viz.serving.worker.Worker"
timeout = 120
graceful_timeout = 30
control_socket_disable = True


def on_starting(server: Any) -> None:
    share(server)


def pre_fork(server: Any, worker: Any) -> None:
    worker.home = least_used(server)


def post_worker_init(worker: Any) -> None:
    """Draw the map before the first visitor asks for it; never write down who a visitor is."""
    worker.log.error_log.addFilter(_without_address)
    worker.log.info(worker.app.wsgi().config["draw_first_map"](address_of(worker.sockets[0])))


def _without_address(record: LogRecord) -> bool:
    """Requests that gunicorn cannot understand are logged without where they came from."""
    record.msg = re.sub(r" from ip=\S+(?=:)", "", str(record.msg))
    return True
