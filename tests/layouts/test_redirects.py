"""Redirects that Werkzeug makes itself lead to this server, whatever the address begins with."""

import pytest
from flask import Flask
from werkzeug.test import EnvironBuilder

from layouts.mount import mount


@pytest.mark.parametrize("below", ["", "/careers"])
@pytest.mark.parametrize("host", ["evil.example", "/evil.example", "//evil.example", "\\evil"])
def test_a_redirect_names_no_host(below: str, host: str):
    """Not that of the request's Host either, and two strokes at its beginning would name one."""
    server = Flask(__name__)
    server.add_url_rule("/<path:page>/", endpoint="page")
    mount(server, below)
    environ = EnvironBuilder(path="/", base_url="http://elsewhere.example").get_environ()
    environ["PATH_INFO"] = f"/{host}/page"
    _, status, headers = server.test_client().run_wsgi_app(environ)
    place = headers["Location"]

    assert "308" == status.split()[0]
    assert place.startswith(f"{below}/")
    assert not place.startswith(("//", "/\\"))
    assert "elsewhere" not in place
