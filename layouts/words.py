"""Numbers with their words, and the names of moves, as people read them."""

from jobtrack_viz.drawing.comparison_words import (
    DISCLAIMER,
    grades_higher,
    kind_between,
    levels_more,
    new_skills,
    one_sentence,
    role_and_grade,
    way_of_move,
)
from jobtrack_viz.drawing.phrases import count_of, joined, kind_of_move

__all__ = [
    "DISCLAIMER",
    "count_of",
    "grades_higher",
    "joined",
    "kind_between",
    "kind_of_move",
    "levels_more",
    "new_skills",
    "one_sentence",
    "role_and_grade",
    "way_of_move",
]
