"""Workbooks that differ from the clean one in one way, and what the reader must say of each."""

from tests.workbook.faults.changes import Fault
from tests.workbook.faults.errors import ERRORS
from tests.workbook.faults.warnings import NOTES, WARNINGS

__all__ = ["FAULTS", "Fault"]

FAULTS = (*ERRORS, *WARNINGS, *NOTES)
