"""What a check found, as a value."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Check", "Status", "finding", "fine", "unusable"]


class Status(StrEnum):
    """How bad it is; the words stand in the report."""

    FINE = "fine"
    FINDING = "finding"
    UNUSABLE = "unusable"


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the report."""

    name: str
    status: Status
    sentence: str


def fine(name: str, sentence: str) -> Check:
    """Nothing is wrong there."""
    return Check(name, Status.FINE, sentence)


def finding(name: str, sentence: str) -> Check:
    """Somebody has to look at it; the product works all the same."""
    return Check(name, Status.FINDING, sentence)


def unusable(name: str, sentence: str) -> Check:
    """The product cannot work so, and the checks that need it were left out."""
    return Check(name, Status.UNUSABLE, sentence)
