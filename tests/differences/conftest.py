"""The small framework with one of everything that may stand beside levels and moves."""

from dataclasses import replace

import pytest

from jobtrack_viz.guidance import (
    CaseStudy,
    DevelopmentOptions,
    JobDescription,
    LevelProfile,
    Passage,
    Process,
    ProfileText,
)
from jobtrack_viz.model import Framework


@pytest.fixture
def whole(framework: Framework) -> Framework:
    """Every kind of value, each at least once."""
    return replace(
        framework,
        development=(
            DevelopmentOptions(
                "Listening", 2, ("Take notes",), ("Ask a colleague",), ("A course",)
            ),
            DevelopmentOptions("Deciding", 3, ("Chair a meeting",)),
        ),
        profiles=(
            LevelProfile(
                "Skilled",
                ("4", "5"),
                ((0.0, 0.0), (1.0, 1.0)),
                ("Desk",),
                "Works alone.",
                (ProfileText("Skills", "Talk", ("Listens",)), ProfileText("Skills", "", ("Acts",))),
            ),
            LevelProfile("Senior", ("6",), ((2.0, 2.0),)),
        ),
        processes=(
            Process("transfer", "Transfers", ("Ask first.",)),
            Process("vacancy", "", ("Apply.",), "https://example.org/jobs"),
        ),
        stories=(CaseStudy("From desk to code", "adviser", "coder", ("It went well.",)),),
        descriptions=(
            JobDescription(
                "coder",
                (
                    Passage("Duties", "Code", ("Writes it",), "essential"),
                    Passage("Duties", "Tests", ("Writes them",)),
                ),
            ),
            JobDescription("keeper", (Passage("Summary", "", ("Keeps",)),)),
        ),
    )
