"""Settings of the production server: ``gunicorn app:server``.

A platform that gives PORT gets an answer on all its interfaces (gunicorn's own default); without
it the address is the same as that of ``python app.py``.
"""

import os
import re
from logging import LogRecord
from typing import Any

_host = os.environ.get("HOST", "")
if _host or "PORT" not in os.environ:
    bind = f"{_host or '127.0.0.1'}:{os.environ.get('PORT', '8050')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
reuse_port = True  # each worker listens for itself, so that none is left without work
timeout = 120
control_socket_disable = True


def post_worker_init(worker: Any) -> None:
    """Draw the map before the first visitor asks for it; never write down who a visitor is."""
    worker.log.error_log.addFilter(_without_address)
    worker.log.info(worker.app.wsgi().config["draw_first_map"]())


def _without_address(record: LogRecord) -> bool:
    """Requests that gunicorn cannot understand are logged without where they came from."""
    record.msg = re.sub(r" from ip=\S+(?=:)", "", str(record.msg))
    return True
