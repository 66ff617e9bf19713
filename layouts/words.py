"""Numbers with their words, and the names of moves, as people read them."""

from jobtrack_viz.drawing.comparison_words import (
    DISCLAIMER,
    figures_of_move,
    figures_of_way,
    grades_higher,
    kind_between,
    levels_in_competencies,
    levels_more,
    new_skills_counted,
    one_sentence,
    role_and_grade,
    way_of_move,
)
from jobtrack_viz.drawing.phrases import count_of, joined, kind_of_move, sentence_case

__all__ = [
    "DISCLAIMER",
    "count_of",
    "figures_of_move",
    "figures_of_way",
    "grades_higher",
    "joined",
    "kind_between",
    "kind_of_move",
    "levels_in_competencies",
    "levels_more",
    "new_skills_counted",
    "one_sentence",
    "role_and_grade",
    "sentence_case",
    "way_of_move",
]
