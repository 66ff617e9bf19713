"""Journeys between two roles: the few that really differ, each with what it is best at."""

from jobtrack_viz.journeys.find import find_journeys, look_for
from jobtrack_viz.journeys.values import MOST_COUNTED, Found, Journey, Leg, Preferences

__all__ = [
    "MOST_COUNTED",
    "Found",
    "Journey",
    "Leg",
    "Preferences",
    "find_journeys",
    "look_for",
]
