"""An atlas that notes what a request is shown: headers follow from what is really shown."""

from flask import g, has_request_context

from jobtrack_viz.atlas import Atlas, Published, Standing

__all__ = ["WatchedAtlas", "shown_by_name"]


class WatchedAtlas:
    """Any atlas; every version that a request asks for by its name is noted in the request.

    However an address spells it, a page or an answer cannot show a version without asking here.
    """

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas

    def standing(self) -> Standing:
        """As the atlas says."""
        return self._atlas.standing()

    def current(self) -> Published:
        """The map that is in force now, which has no name in an address."""
        return self._atlas.current()

    def at(self, version: str) -> Published:
        """The map with this version id, noted whether or not there is one."""
        if has_request_context():
            g.shown_by_name = (*shown_by_name(), version)
        return self._atlas.at(version)


def shown_by_name() -> tuple[str, ...]:
    """The versions that this request has asked for by name so far."""
    return tuple(g.get("shown_by_name", ()))
