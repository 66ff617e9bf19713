"""Accounts on the command line, and the settings that accounts need."""

import re
import unicodedata
from datetime import UTC, datetime

import pytest

from jobtrack_viz import accounts
from jobtrack_viz.__main__ import main
from jobtrack_viz.accounts.passwords import kept, matches
from jobtrack_viz.errors import InvalidSetting, LinkGone
from jobtrack_viz.settings import Settings
from jobtrack_viz.store import entries, open_store

ANN = "ann@example.ac.uk"


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """What a command says, on a database of its own, and how it ends."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'hr.sqlite3'}")
    monkeypatch.setenv("JOBTRACK_ADDRESS", "https://careers.example.ac.uk/")

    def command(*words: str) -> tuple[int, str]:
        code = main(["user", *words])
        said = capsys.readouterr()
        return code, (said.out + said.err).strip()

    return command


def test_adding_listing_and_taking_out(run):
    """A link is printed each time; only the last one works, and taking out ends it."""
    nobody = run("list")
    _, first = run("add", "Ann@example.ac.uk")
    _, second = run("add", ANN)
    listed = run("list")
    tokens = [
        re.search(r"https://careers.example.ac.uk/hr/password/(\S{43})$", said)[1]
        for said in (first, second)
    ]
    settings = Settings.from_env()
    store = open_store(settings.database)
    now = datetime.now(UTC)
    works = [_works(store, now, token) for token in tokens]
    out = run("disable", ANN)

    assert (
        0,
        "Nobody may publish yet. Add somebody: python -m jobtrack_viz user add EMAIL",
    ) == nobody
    assert (0, f"{ANN}\tno password yet") == listed
    assert [False, True] == works
    assert (0, f"{ANN} may publish no longer.") == out
    assert not _works(store, now, tokens[1])
    assert (0, f"{ANN}\tdisabled") == run("list")
    assert (0, f"{ANN} may publish again.") == run("enable", ANN)
    with store.reading() as db:
        assert {"command line"} == {each.person for each in entries(db)}


def test_what_cannot_be_done(run):
    """One line says why, and the exit code is 2."""
    assert (2, "Write an e-mail address, such as name@example.ac.uk.") == run("add", "ann")
    assert (2, f"Nobody here has the e-mail address {ANN}.") == run("disable", ANN)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "short"),
        ("SECRET_KEY", "a" * 64),
        ("SECRET_KEY", "django-insecure-7h3jd93kd0slf8e72jdkw92nd"),
        ("SECRET_KEY", "CHANGEME-7h3jd93kd0slf8e72jdkw92nd-7h3jd93"),
        ("JOBTRACK_ADDRESS", "careers.example.ac.uk"),
        ("JOBTRACK_ADDRESS", "https://careers.example.ac.uk/map?start=a"),
        ("JOBTRACK_ADDRESS", "https://careers.example.ac.uk/map#top"),
        ("JOBTRACK_ADDRESS", "https://me@careers.example.ac.uk/"),
        ("JOBTRACK_ADDRESS", "https://careers.example.ac.uk/my map/"),
        ("JOBTRACK_ADDRESS", "https://careers.example.ac.uk/../map"),
        ("JOBTRACK_ADDRESS", "https://careers.example.ac.uk/./map"),
        ("JOBTRACK_ADDRESS", "https://careers.example.ac.uk//map"),
        ("JOBTRACK_ADDRESS", "https://careers.example.ac.uk/%6Dap"),
        ("JOBTRACK_ADDRESS", "https://careers.example.ac.uk/map\n"),
        ("JOBTRACK_PROXIES", "-1"),
        ("JOBTRACK_PROXIES", "yes"),
    ],
)
def test_settings_that_are_refused(name, value):
    """Keys that can be guessed and addresses that are none stop the start; the key is not shown."""
    with pytest.raises(InvalidSetting, match=name) as refused:
        Settings.from_env({name: value})

    assert name != "SECRET_KEY" or value not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "address", "path", "https"),
    [
        ("", "", "", False),
        ("http://localhost:8050", "http://localhost:8050", "", False),
        ("https://careers.example.ac.uk/", "https://careers.example.ac.uk", "", True),
        ("https://a.example/careers/", "https://a.example/careers", "/careers", True),
        ("https://a.example/hr/career_map-2.0", "https://a.example/hr/career_map-2.0",
         "/hr/career_map-2.0", True),
        ("http://[::1]:8050/careers", "http://[::1]:8050/careers", "/careers", False),
    ],
)  # fmt: skip
def test_an_address_with_and_without_a_path(text, address, path, https):
    """A stroke at the end changes nothing; the path and the protocol are read from the address."""
    found = Settings.from_env({"JOBTRACK_ADDRESS": text})

    assert (address, path, https) == (found.address, found.path, found.https)


def test_the_key_is_made_once(tmp_path):
    """All workers get the same one, without a setting; a given one counts more."""
    store = open_store(f"sqlite:///{tmp_path / 'hr.sqlite3'}")
    first, second = accounts.secret_key(store, ""), accounts.secret_key(store, "")

    assert first == second
    assert 64 == len(first)
    assert "given" == accounts.secret_key(store, "given")


def test_how_passwords_are_kept():
    """By argon2id, with at least the memory and the rounds that OWASP asks for, and a salt."""
    first, second = kept("vier Wörter für mich"), kept("vier Wörter für mich")
    name, _, costs = first.split("$")[1:4]
    memory, rounds, lanes = (int(cost.split("=")[1]) for cost in costs.split(","))

    assert "argon2id" == name
    assert memory >= 19 * 1024
    assert (2, 1) == (rounds, lanes)
    assert first != second
    assert [True, True, False, False] == [
        matches(first, "vier Wörter für mich"),
        matches(first, unicodedata.normalize("NFD", "vier Wörter für mich")),
        matches(first, "Vier Wörter für mich"),
        matches(None, "nobody has this password"),
    ]


def _works(store, now, token) -> bool:
    try:
        accounts.invitation(store, now, token)
    except LinkGone:
        return False
    return True
