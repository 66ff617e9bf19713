"""The comparison beside the map, or in full width: a link from each to the other."""

from dataclasses import replace

from layouts import html
from layouts.ladder_words import LadderWords, words_in_the_panel, words_side_by_side
from layouts.outcome import Outcome

__all__ = ["ladder_words", "width_link"]


def width_link(outcome: Outcome) -> html.P:
    """The way to the other view of the same answer; assets/18-comparison.css reads its class."""
    wide = outcome.wishes.wide
    other = replace(outcome.wishes, wide=not wide)
    href = outcome.link(outcome.start_id, outcome.goal_id, outcome.picked, other)
    words = "Back to the map" if wide else "Compare in full width"
    return html.P(html.A(words, href=href), className="view in-full" if wide else "view")


def ladder_words(outcome: Outcome) -> LadderWords:
    """How the ladder's words are laid out in this view."""
    return words_side_by_side if outcome.wishes.wide else words_in_the_panel
