"""What the server says before it serves: a wrong setting, and where it listens."""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import ExitStack
from socket import create_server

import pytest

from jobtrack_viz.serving import address_of, bound_to
from tools.production import PROCFILE, PYTHON, ROOT, arguments

COMMANDS = pytest.mark.parametrize("command", [PROCFILE, PYTHON], ids=["Procfile", "app.py"])
WRONG = {
    "PORT": ("eighty", "PORT is 'eighty'; write a whole number from 0 to 65535"),
    "JOBTRACK_PROXIES": ("two", "JOBTRACK_PROXIES is 'two'; write a whole number of 1 or more"),
    "HOST": (
        "nowhere.invalid",
        "The server cannot listen on nowhere.invalid:0 (Name or service not known); "
        "choose another HOST or PORT, or stop what uses it",
    ),
}


def environ(**more: str) -> dict[str, str]:
    return {**os.environ, "HOST": "127.0.0.1", "PORT": "0", "WEB_CONCURRENCY": "2", **more}


def run(command: tuple[str, ...], env: Mapping[str, str]) -> tuple[int, str]:
    """Exit code of a server that is to end by itself, and what it wrote; a minute at most."""
    ended = subprocess.run(
        [sys.executable, *arguments(command)],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return ended.returncode, ended.stdout + ended.stderr


def sentences(written: str) -> list[str]:
    """What is written apart from gunicorn's lines of its own progress."""
    return [line for line in written.splitlines() if "[INFO]" not in line]


@COMMANDS
@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_setting(command, name):
    """One sentence names it and says what to write, and the server ends."""
    text, sentence = WRONG[name]
    code, written = run(command, environ(**{name: text}))

    assert [sentence] == [line.rstrip(".") for line in sentences(written)]
    assert 1 == code


def test_a_wrong_number_of_workers():
    """So it is with what only the production server reads."""
    code, written = run(PROCFILE, environ(WEB_CONCURRENCY="many"))

    sentence = "WEB_CONCURRENCY is 'many'; write a whole number from 1 to 256"
    assert (1, [sentence]) == (code, sentences(written))


@COMMANDS
def test_a_port_that_is_taken(command):
    """The sentence names host and port."""
    with create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        code, written = run(command, environ(PORT=str(port)))

    assert (1, 1) == (code, len(sentences(written)))
    assert f"cannot listen on 127.0.0.1:{port} (Address already in use)" in written


def test_what_only_the_application_refuses(tmp_path):
    """Workers that cannot start say it and end the server, instead of starting again for ever."""
    (tmp_path / "refusing.py").write_text("raise SystemExit('Write something else.')\n")
    command = ("-m", "gunicorn", "refusing:server", "--chdir", str(tmp_path))
    command += ("--config", str(ROOT / "gunicorn.conf.py"))
    code, written = run(command, environ(PYTHONPATH=str(ROOT), WEB_CONCURRENCY="1"))

    assert 4 == code
    assert 1 == written.count("Write something else.")
    assert 1 == written.count("Booting worker")
    assert "Traceback" not in written


@pytest.mark.parametrize(
    ("host", "address"),
    [("127.0.0.1", "127.0.0.1"), ("0.0.0.0", "127.0.0.1"), ("::1", "[::1]"), ("::", "[::1]")],  # noqa: S104
)
def test_the_address_of_a_socket(host, address):
    """It names the port that is really bound, on an address that reaches it from here."""
    with bound_to(host, 0) as bound:
        port = bound.getsockname()[1]

        assert f"http://{address}:{port}" == address_of(bound)


@pytest.mark.parametrize(
    ("command", "port"),
    [(PROCFILE, "0"), ((*PROCFILE, "--bind", "127.0.0.1:0"), "1"), (PYTHON, "0")],
    ids=["Procfile", "on the command line", "app.py"],
)
def test_the_first_link(command, port, tmp_path):
    """The link that sets up the first account opens, wherever the server was told to listen."""
    url = f"sqlite:///{tmp_path / 'map.sqlite3'}"
    env = environ(DATABASE_URL=url, JOBTRACK_WORKBOOK="", PORT=port, WEB_CONCURRENCY="1")
    with ExitStack() as stack:
        server = subprocess.Popen(
            [sys.executable, *arguments(command)],
            cwd=ROOT,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        stack.callback(server.wait)
        stack.callback(server.terminate)
        stack.enter_context(ended_after(server, 100))
        link = next(
            (
                found[0]
                for line in server.stdout
                if (found := re.search(r"http://\S+/hr/\S+", line))
            ),
            "",
        )
        opened = subprocess.run(
            [sys.executable, "-c", _OPEN, link], capture_output=True, text=True, timeout=60
        )
        stack.callback(server.stdout.close)

    assert ("200", "") == (opened.stdout.strip(), opened.stderr)


_OPEN = "import sys, urllib.request; print(urllib.request.urlopen(sys.argv[1], timeout=50).status)"


def ended_after(server: subprocess.Popen[str], seconds: float) -> "Ended":
    """A server that says nothing is ended after so long."""
    return Ended(server, seconds)


class Ended:
    def __init__(self, server: subprocess.Popen[str], seconds: float) -> None:
        self._timer = threading.Timer(seconds, server.kill)

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
