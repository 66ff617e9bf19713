"""Levels that describe roles, in words; a comparison in one sentence, whatever is stated."""

from collections.abc import Sequence
from dataclasses import replace

from jobtrack_viz.advice import profiles_of
from jobtrack_viz.drawing.comparison_words import one_sentence
from jobtrack_viz.drawing.phrases import count_of, grades_in_words, joined
from jobtrack_viz.gaps import Comparison
from jobtrack_viz.guidance import LevelProfile
from jobtrack_viz.model import Framework
from jobtrack_viz.profiles import ProfileComparison, compare_profiles

__all__ = ["bare_names", "in_one_sentence", "level_names", "level_sentence", "levels_compared"]


def in_one_sentence(framework: Framework, comparison: Comparison) -> str:
    """The whole comparison, figures first; by the roles' levels where no competency is stated."""
    if comparison.states_levels:
        return one_sentence(comparison)
    compared = levels_compared(framework, comparison)
    if not (compared.start or compared.goal):
        return one_sentence(comparison)
    skills = comparison.skills
    more = one_sentence(comparison) if skills.keep or skills.learn or skills.leave else ""
    return f"{level_sentence(compared)} {more}".rstrip()


def levels_compared(framework: Framework, comparison: Comparison) -> ProfileComparison:
    """Both roles by the levels that describe them; nobody works towards a lower grade."""
    ends = (profiles_of(framework, role) for role in (comparison.start, comparison.goal))
    compared = compare_profiles(*ends)
    lower = comparison.grades_up is not None and comparison.grades_up < 0
    return replace(compared, towards=()) if lower else compared


def level_sentence(compared: ProfileComparison) -> str:
    """``9 points are new at Advanced, 3 are as at Independent.`` For roles with a level."""
    if compared.start == compared.goal:
        return f"Both roles are at the level {level_names(compared.goal)}."
    if not compared.start or not compared.goal:
        return f"Only this level is described: {level_names(compared.start or compared.goal)}."
    goal = bare_names(compared.goal)
    if not compared.new and not compared.kept:
        return f"Nothing is written yet about what {goal} expects."
    verb = "is" if compared.new == 1 else "are"
    new = f"{count_of(compared.new, 'point')} {verb} new" if compared.new else "Nothing is new"
    words = f"{new} at {goal}"
    if compared.kept:
        kept = str(compared.kept) if compared.new else count_of(compared.kept, "point")
        words += (
            f", {kept} {'is' if compared.kept == 1 else 'are'} as at {bare_names(compared.start)}"
        )
    return f"{words}."


def level_names(profiles: Sequence[LevelProfile]) -> str:
    """``Independent (grade 7)``, or several of them."""
    return joined([_with_grades(profile) for profile in profiles])


def bare_names(profiles: Sequence[LevelProfile]) -> str:
    """``Independent``, or the names of several levels."""
    return joined([profile.level for profile in profiles])


def _with_grades(profile: LevelProfile) -> str:
    grades = grades_in_words(profile.grades)
    return f"{profile.level} ({grades})" if grades else profile.level
