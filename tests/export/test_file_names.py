"""Names for files, and texts for documents."""

from dataclasses import replace

import pytest

from jobtrack_viz.export.file_names import file_name, printable


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Developer", "plan-developer-4-to-keeper-6.docx"),
        ("Café & Rôle / “x”", "plan-cafe-role-x-4-to-keeper-6.docx"),
        ("../../etc/passwd\r\nX: y", "plan-etc-passwd-x-y-4-to-keeper-6.docx"),
        ("開発者", "plan-4-to-keeper-6.docx"),
    ],
)
def test_names(framework, title, name):
    """Small letters, digits and hyphens only, whatever the title is."""
    start = replace(framework.role("trainee"), title=title)

    assert file_name("plan", start, framework.role("keeper"), "docx") == name


def test_names_are_short(framework):
    """Two very long titles still make a name that every system takes."""
    long = replace(framework.role("trainee"), title="Very " * 200)

    assert len(file_name("comparison", long, long, "xlsx")) < 110


def test_a_title_without_letters(framework):
    """A title that leaves nothing over has a name."""
    bare = replace(framework.role("trainee"), title="開発者", grade=None)

    assert file_name("plan", bare, bare, "docx") == "plan-role-to-role.docx"


def test_printable():
    """Only what XML refuses goes: control characters, halves of pairs, and two that are none."""
    assert printable("a\x00b\tc\nd\x1fe\x85f\ud800g\uffffh😀\u202e") == "ab\tc\ndefgh😀\u202e"
