"""The plan for Word, read back without python-docx."""

import io
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from jobtrack_viz.export.plan_docx import plan_docx
from jobtrack_viz.guidance import DevelopmentOptions, Process

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
DUBLIN = "{http://purl.org/dc/elements/1.1/}"
HOSTILE = "=1+1 <b>&amp;\x00\x01\x0b\x1f\ud800\ufffe\u202e “x” {x} %s"
SHOWN = "=1+1 <b>&amp;\u202e “x” {x} %s"


@pytest.fixture
def told(framework):
    """A framework with options and a text about moves."""
    options = (DevelopmentOptions("Listening", 3, ("Lead calls.",), ("Sit in.",), ()),)
    processes = (Process("vacancy", "Applying", ("Apply.",), "https://example.org/a"),)
    return replace(framework, development=options, processes=processes)


@pytest.fixture
def parts(told, plan_for, looks):
    """The parts of one document, by name."""
    return read(plan_docx(plan_for(told, "trainee", "senior-coder"), looks))


def read(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def body(parts):
    return etree.fromstring(parts["word/document.xml"])


def text_of(node):
    return "".join(t.text or "" for t in node.iter(f"{W}t"))


def paragraphs(parts, style):
    """The texts of the paragraphs of a style."""
    for paragraph in body(parts).iter(f"{W}p"):
        found = paragraph.find(f"{W}pPr/{W}pStyle")
        if found is not None and found.get(f"{W}val") == style:
            yield text_of(paragraph)


def test_headings(parts):
    """One title, then the sections; Word's navigation and screen readers go by them."""
    assert [*paragraphs(parts, "Heading1")] == ["Trainee (4) to Senior coder (6)"]
    assert [*paragraphs(parts, "Heading2")] == [
        "The journey",
        "To develop",
        "Skills and qualifications",
        "How this happens here",
        "Job description reviewed? Duties added or given up",
        "Who does what by when",
    ]
    assert len([*paragraphs(parts, "ListNumber")]) == 2


def test_table_heads(parts):
    """Both tables say which row is their head; no row is cut in two by the end of a page."""
    tables = [*body(parts).iter(f"{W}tbl")]
    heads = [
        [text_of(row) for row in t.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]
        for t in tables
    ]
    uncut = [
        row.find(f"{W}trPr/{W}cantSplit") is not None
        for t in tables
        for row in [*t.iter(f"{W}tr")][1:]
    ]

    assert heads == [["CompetencyOn the jobWith othersFormal training"], ["WhatWhoBy when"]]
    assert all(uncut)


def test_language_and_page(parts):
    """British English everywhere; A4 portrait, 210 by 297 mm in twentieths of a point."""
    styles = etree.fromstring(parts["word/styles.xml"])
    size = body(parts).find(f".//{W}pgSz")

    assert styles.find(f"{W}docDefaults//{W}lang").get(f"{W}val") == "en-GB"
    assert not [e for e in body(parts).iter(f"{W}lang") if e.get(f"{W}val") != "en-GB"]
    assert (int(size.get(f"{W}w")), int(size.get(f"{W}h"))) == (11906, 16838)


def test_the_picture_is_described(parts, told, plan_for):
    """The journey's picture says the journey, and is a PNG."""
    (properties,) = body(parts).iter(f"{DRAWING}docPr")

    assert properties.get("descr") == plan_for(told, "trainee", "senior-coder").in_words
    assert [content[:4] for name, content in parts.items() if name.startswith("word/media")] == [
        b"\x89PNG"
    ]


def test_no_person_and_no_program(parts):
    """The file says whose map it is, and names nobody."""
    core = etree.fromstring(parts["docProps/core.xml"])
    texts = {element.tag: element.text or "" for element in core}

    assert texts[f"{DUBLIN}creator"] == "A place"
    assert texts[f"{DUBLIN}title"] == "Career plan: Trainee (4) to Senior coder (6)"
    assert texts[f"{DUBLIN}language"] == "en-GB"
    assert texts[f"{CORE}lastModifiedBy"] == ""
    assert not [text for text in texts.values() if "docx" in text.lower()]


def test_what_it_says(parts):
    """The same as the page: levels, words, options, conditions, version, date and disclaimer."""
    said = text_of(body(parts)) + text_of(etree.fromstring(parts["word/footer1.xml"]))

    for words in (
        "Listening from Low to High, by stop\N{NO-BREAK SPACE}1",
        "Listening at level 3.",
        "Lead calls.",
        "Nobody has described what helps here.",
        "Required: a condition of the job, so check it first: A degree",
        "Apply. Read more: Applying",
        "It does not change your job description",
        "Made on 3 November 2026 · Map version 01234567",
    ):
        assert words in said


def test_hostile_text(framework, plan_for, looks):
    """Text of a workbook is literal; what XML refuses is left out, and nothing else."""
    first, *rest = framework.roles
    title = replace(first, title=HOSTILE)
    about = replace(framework.about, institution=HOSTILE)
    processes = (Process("vacancy", HOSTILE, (HOSTILE,), 'https://example.org/?a="<>&b=1'),)
    told = replace(framework, roles=(title, *rest), about=about, processes=processes)
    parts = read(plan_docx(plan_for(told, "trainee", "senior-coder"), looks))

    assert [*paragraphs(parts, "Heading1")] == [f"{SHOWN} (4) to Senior coder (6)"]
    assert text_of(body(parts)).count(SHOWN) >= 3


def test_longest_and_emptiest(framework, plan_for, looks):
    """A framework that says nothing, and a text of many thousand letters, give a document too."""
    bare = replace(
        framework,
        roles=tuple(replace(role, levels={}, grade=None, rank=None) for role in framework.roles),
        grades=(),
        skills=(),
    )
    long = replace(framework, about=replace(framework.about, institution="Long " * 5_000))

    for each in (bare, long):
        assert body(read(plan_docx(plan_for(each, "trainee", "keeper"), looks))) is not None
