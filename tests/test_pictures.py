"""The pictures of the guide: what is drawn, before a browser makes an image of it."""

import re

from tools.make_pictures import PICTURES, Picture, page_of


def named(name):
    """The picture of this name, as a page."""
    return page_of(next(picture for picture in PICTURES if picture.name == name))


def test_a_sheet_looks_like_a_spreadsheet():
    """Letters over the columns, numbers beside the rows, the sheet's name on its tab."""
    page = named("matrix")

    assert [*"ABCDE", "1", "2", "3", "4", "5", "6"] == re.findall(r"<th>(\w+)</th>", page)
    assert '<td class="head">Developer track</td>' in page
    assert '<td class="side">Problem Solving</td>' in page
    assert '<div class="tab">Developer</div>' in page


def test_columns_that_are_left_out_keep_their_letters():
    """The ladder's picture goes from B to D."""
    assert ["A", "B", "D", "E", "F"] == re.findall(r"<th>([A-Z])</th>", named("ladder"))


def test_text_is_never_markup():
    """A cell's angle brackets are shown."""
    page = page_of(Picture("x", "A & B", book=None, cells=(("<b>", "c"),)))

    assert "&lt;b&gt;" in page
    assert "A &amp; B" in page
