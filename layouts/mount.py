"""Where the application is: below the path that JOBTRACK_ADDRESS names, or at the root."""

from collections.abc import Iterable
from urllib.parse import urlsplit
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from flask import Flask, Response, request
from werkzeug.routing import RequestRedirect

from jobtrack_viz.errors import InvalidSetting

__all__ = ["mount"]


def mount(server: Flask, path: str) -> None:
    """Serve the application below ``path``, such as ``/careers``; below the root if it is empty.

    After: every request knows the path as its script root, whether a proxy takes it off the
    address or not, and whatever a header says of it. Redirects name no host.

    Raises:
        InvalidSetting: one of the application's own pages has this path, so that nobody could
            tell whether a proxy has taken it off.
    """
    own = {rule.rule for rule in server.url_map.iter_rules()}
    if path and any(rule == path or rule.startswith(f"{path}/") for rule in own):
        raise InvalidSetting(
            f"JOBTRACK_ADDRESS has the path {path}, which is a page of the career map; "
            "choose another path"
        )
    vars(server)["wsgi_app"] = _Mounted(server.wsgi_app, path)  # as Flask means it

    @server.after_request
    def name_no_host(response: Response) -> Response:
        """Werkzeug makes these redirects itself, with the Host that the request came with."""
        if isinstance(request.routing_exception, RequestRedirect) and response.location:
            found = urlsplit(response.location)
            place = "/" + found.path.lstrip("/")
            response.location = f"{place}?{found.query}" if found.query else place
        return response


class _Mounted:
    """Takes the path off the address that was asked for, if it is still there."""

    def __init__(self, application: WSGIApplication, path: str) -> None:
        self._application = application
        self._path = path

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        environ["SCRIPT_NAME"] = self._path
        if self._path:
            asked = environ.get("PATH_INFO", "")
            if asked == self._path or asked.startswith(f"{self._path}/"):
                asked = asked[len(self._path) :]
            # Proxies that take off the path often leave a stroke too many.
            environ["PATH_INFO"] = "/" + asked.lstrip("/")
        return self._application(environ, start)
