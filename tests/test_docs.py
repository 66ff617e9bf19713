"""The documents keep up with the code."""

import re
from pathlib import Path

import pytest

from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.words import WORDS
from tools.make_pictures import PICTURES

ROOT = Path(__file__).resolve().parent.parent


def messages():
    """The guide's tables of messages: code -> (what it says, why and what helps)."""
    guide = (ROOT / "docs" / "workbook.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([\w-]+)` \| (.*?) \|(?: (.*) \|)?$", guide, flags=re.MULTILINE)
    return {code: (says, why) for code, says, why in rows}


def test_every_problem_code_is_explained():
    """HR's guide explains every message that reading can give, and no other."""
    assert WORDS.keys() == messages().keys()


def test_messages_stand_in_the_guide_as_they_are_said():
    """Whoever looks for a message finds its words; what was found stands in italics."""
    said = {code: re.sub(r"\[nearest:.*?\]", "", words) for code, words in WORDS.items()}
    said = {code: re.sub(r"\{(\w+)\}", r"*\1*", words) for code, words in said.items()}

    assert {code: " ".join(words.split()) for code, words in said.items()} == {
        code: says for code, (says, _) in messages().items()
    }


def test_every_message_says_what_helps():
    """The third column is filled in."""
    assert [] == [code for code, (_, why) in messages().items() if not why]


def test_every_setting_is_in_the_readme():
    """The README names each variable of the environment that the code reads."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    source = (ROOT / "jobtrack_viz" / "settings.py").read_text(encoding="utf-8")
    names = {word for word in source.replace('"', " ").split() if word.startswith("JOBTRACK_")}
    settings = {name for name in names if name.isupper() and "{" not in name}

    assert [] == sorted(name for name in settings if name.strip(",)") not in readme)


def test_the_guide_states_the_limits():
    """The figures in the guide are the defaults."""
    guide = (ROOT / "docs" / "workbook.md").read_text(encoding="utf-8")
    limits = Limits()
    figures = (limits.rows, limits.columns, limits.cells, limits.roles, limits.competencies)

    assert [] == [figure for figure in figures if f"{figure:,}" not in guide]


def test_every_sheet_has_its_section_and_its_picture():
    """Each kind of sheet has a heading with a picture below it that says in words what it shows."""
    guide = (ROOT / "docs" / "workbook.md").read_text(encoding="utf-8")
    about_sheets = guide[guide.index("## The sheets, one by one") : guide.index("## What does")]
    sections = about_sheets.split("\n### ")[1:]
    bare = [s.split("\n")[0] for s in sections if not re.search(r"!\[[^\]]{20,}\]\(pictures/", s)]

    assert [] == bare
    assert 15 == len(sections)


def test_pictures_are_small_and_used():
    """Those of both guides exist, are small (sheets 60 kB, pages 120), and none is left over."""
    about_sheets, about_pages = (
        set(re.findall(r"\(pictures/([\w-]+\.png)\)", (ROOT / "docs" / name).read_text("utf-8")))
        for name in ("workbook.md", "hr.md")
    )
    sizes = {p.name: p.stat().st_size for p in (ROOT / "docs" / "pictures").iterdir()}
    most = dict.fromkeys(about_pages, 120_000) | dict.fromkeys(about_sheets, 60_000)

    assert most.keys() == sizes.keys()
    assert [] == [name for name, size in sizes.items() if size >= most[name]]
    assert {f"{picture.name}.png" for picture in PICTURES} == about_sheets


@pytest.mark.parametrize(
    "page",
    ["README.md", "CONTRIBUTING.md", *(f"docs/{p.name}" for p in (ROOT / "docs").glob("*.md"))],
)
def test_links_between_documents_lead_somewhere(page):
    """A link to a file of ours, or to a heading of the same page, has its target."""
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
    headings = {
        re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in text.splitlines()
        if line.startswith("#")
    }
    folder = (ROOT / page).parent
    files = [link for link in targets if not link.startswith("#")]

    assert [] == [link for link in files if not (folder / link).exists()]
    assert [] == [link for link in targets if link.startswith("#") and link[1:] not in headings]


def test_every_make_target_has_a_line_of_help():
    """``make help`` lists each target."""
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
    targets = [line for line in lines if line[:1].isalpha() and ":" in line and "=" not in line]

    assert [] == [line for line in targets if "##" not in line]
