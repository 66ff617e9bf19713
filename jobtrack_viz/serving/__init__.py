"""How the application is served: waitress within bounds, alone or as gunicorn's workers.

What this door offers works on every system. ``worker`` and ``sharing`` need gunicorn, which there
is not on Windows; ``gunicorn.conf.py`` names them.
"""

from jobtrack_viz.serving.addresses import host_and_port, worker_count
from jobtrack_viz.serving.alone import bound_to, serve
from jobtrack_viz.serving.listeners import address_of

__all__ = ["address_of", "bound_to", "host_and_port", "serve", "worker_count"]
