"""Journeys between two roles: the few that really differ, each with what it is best at."""

from jobtrack_viz.journeys.find import find_journeys
from jobtrack_viz.journeys.values import MOST_COUNTED, Journey, Leg, Preferences

__all__ = ["MOST_COUNTED", "Journey", "Leg", "Preferences", "find_journeys"]
