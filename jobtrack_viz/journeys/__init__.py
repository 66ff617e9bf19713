"""Journeys between two roles: the few that really differ, each with what it is best at."""

from jobtrack_viz.journeys.find import find_journeys
from jobtrack_viz.journeys.values import Journey, Leg, Preferences

__all__ = ["Journey", "Leg", "Preferences", "find_journeys"]
