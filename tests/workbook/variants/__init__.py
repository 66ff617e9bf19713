"""Workbooks that mean the same as the clean one, each for a reason of its own."""

from tests.workbook.variants import characters, layout, lists, surroundings, tabs, values
from tests.workbook.variants.registry import VARIANTS, Variant

__all__ = ["VARIANTS", "Variant", "characters", "layout", "lists", "surroundings", "tabs", "values"]
