"""Both files in LibreOffice, an independent program that opens what people open."""

import csv
import re
import shutil
import subprocess
from dataclasses import replace

import pytest

from jobtrack_viz.export.comparison_xlsx import comparison_xlsx
from jobtrack_viz.export.plan_docx import plan_docx
from jobtrack_viz.gaps import compare
from jobtrack_viz.guidance import DevelopmentOptions, Process

OFFICE = shutil.which("soffice")
HOSTILE = '=1+1 <b>&amp;\x01 "x"'
SHOWN = '=1+1 <b>&amp; "x"'

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed"),
]


@pytest.fixture
def convert(tmp_path):
    """A file's bytes, opened by LibreOffice and saved as something else; the new file's path."""

    def converted(content, ending, target):
        source = tmp_path / f"taken-away.{ending}"
        source.write_bytes(content)
        profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
        words = [
            OFFICE,
            profile,
            "--headless",
            "--convert-to",
            target,
            "--outdir",
            tmp_path,
            source,
        ]
        subprocess.run(words, check=True, capture_output=True, timeout=300)
        return source.with_suffix(f".{target.partition(':')[0]}")

    return converted


@pytest.fixture
def hostile(framework):
    """A framework whose texts look like formulas and markup, with something in every section."""
    first, *rest = framework.roles
    return replace(
        framework,
        roles=(replace(first, title=HOSTILE), *rest),
        development=(DevelopmentOptions("Listening", 3, (HOSTILE,), ("Sit in.",), ()),),
        processes=(Process("vacancy", "Applying", ("Apply.",), "https://example.org/a"),),
    )


def test_the_plan(convert, hostile, plan_for, looks):
    """Word's file opens as one sheet of A4 that says what the plan says, with its picture."""
    content = plan_docx(plan_for(hostile, "trainee", "senior-coder"), looks)
    paper = convert(content, "docx", "pdf").read_bytes()
    told = convert(content, "docx", "txt:Text (encoded):UTF8").read_text("utf-8-sig")

    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
    assert rb"/Subtype/Image" in paper
    assert f"{SHOWN} (4) to Senior coder (6)" in told
    assert "Job description reviewed? Duties added or given up" in told


def test_text_stays_text(convert, hostile, plan_for):
    """LibreOffice calculates nothing: the title that looks like a formula is shown as it stands."""
    comparison = compare(hostile, hostile.role("trainee"), hostile.role("senior-coder"))
    content = comparison_xlsx(hostile, comparison, plan_for(hostile, "trainee", "senior-coder"))
    told = convert(content, "xlsx", "csv:Text - txt - csv (StarCalc):44,34,76")
    rows = dict(csv.reader(told.read_text("utf-8").splitlines()))

    assert rows["From"] == f"{SHOWN} (4)"
