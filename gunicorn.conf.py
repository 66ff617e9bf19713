"""Settings of the production server: ``gunicorn app:server``."""

import os
from typing import Any

wsgi_app = "app:server"
bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8050')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
timeout = 120
accesslog = None


def post_worker_init(worker: Any) -> None:
    """Draw the map before the first visitor asks for it."""
    ready = worker.app.wsgi().config["draw_first_map"]()
    worker.log.info(ready)
