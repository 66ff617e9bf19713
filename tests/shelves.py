"""A shelf of versions made of one framework: an old one, today's, and a draft that is shared."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from dash import Dash

import app as app_module
from jobtrack_viz.atlas import Published, Standing
from jobtrack_viz.errors import UnknownVersion, WithdrawnVersion
from jobtrack_viz.model import Framework
from jobtrack_viz.network import build_network
from jobtrack_viz.settings import Settings
from jobtrack_viz.views import Views

__all__ = ["DRAFT", "Shelf", "application"]

DRAFT = "d-token"
_WHY = "This version was withdrawn on 5 April 2026: one level was wrong."


class Shelf:
    """An atlas with version 11 of 3 March, 12 of 1 June, and a draft until 20 December 2026."""

    def __init__(self, framework: Framework, **more: object) -> None:
        network = build_network(framework)
        march, june = datetime(2026, 3, 3, 12, tzinfo=UTC), datetime(2026, 6, 1, 12, tzinfo=UTC)
        december = datetime(2026, 12, 20, 12, tzinfo=UTC)
        old = Published("11", framework, network, Views(network), "version", march)
        self._all = {
            "11": old,
            "12": replace(old, id="12", at=june, **more),
            DRAFT: replace(old, id=DRAFT, kind="draft", at=march, expires=december, **more),
        }
        self._current = "12"

    def publish(self) -> None:
        """Version 13 comes: it says the same."""
        self._all["13"] = replace(self._all["12"], id="13")
        self._current = "13"

    def standing(self) -> Standing:
        """The newest version is shown."""
        return Standing(self._current, self._current)

    def current(self) -> Published:
        """The newest version."""
        return self._all[self._current]

    def at(self, version: str) -> Published:
        """One of them; version 10 was withdrawn."""
        if version == "10":
            raise WithdrawnVersion(_WHY)
        if version not in self._all:
            raise UnknownVersion("No such version.")
        return self._all[version]


def application(shelf: Shelf, patch: pytest.MonkeyPatch) -> Dash:
    """The application with these versions."""
    patch.setattr(app_module, "WorkbookAtlas", lambda *_: shelf)
    return app_module.create_app(Settings(workbook=Path("none.xlsx")))
