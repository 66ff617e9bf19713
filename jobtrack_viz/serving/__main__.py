"""The production server: ``python -m jobtrack_viz.serving``, as the Procfile starts it.

It is ``gunicorn app:server`` with the settings checked before anything else reads them; what
follows on the command line goes to gunicorn.
"""

import sys

from jobtrack_viz.errors import InvalidSetting
from jobtrack_viz.serving.addresses import worker_count


def main() -> None:
    """Serve until told to stop."""
    if sys.platform == "win32":
        raise SystemExit("There is no gunicorn on Windows; run python app.py.")
    try:
        worker_count()
    except InvalidSetting as error:
        raise SystemExit(str(error)) from None
    from gunicorn.app.wsgiapp import run

    sys.argv = [*sys.argv, "app:server"]
    run(prog="python -m jobtrack_viz.serving")


if __name__ == "__main__":
    main()
