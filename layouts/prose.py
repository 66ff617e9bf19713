"""Our own pages to read: sentences, sections and a list of contents."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from layouts import html
from layouts.parts import heading, plain_list

__all__ = ["Section", "bullets", "page", "said", "table", "to_fill"]

_MARKED = re.compile(
    r"\*\*(?P<term>[^*]+)\*\*|\*(?P<control>[^*]+)\*|\[(?P<words>[^\]]+)\]\((?P<address>[^)]+)\)"
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: ``place`` is its anchor. Parts of parts have their own headings."""

    place: str
    title: str
    content: Sequence[Any]
    parts: Sequence["Section"] = ()


def said(text: str) -> html.P:
    """A paragraph of our own words, never of a workbook's.

    ``*Show*`` is what a button, a field or a heading of the map's page is called there;
    ``**line**`` is a word that is explained, ``[words](address)`` a link.
    """
    return html.P(list(_inline(text)))


def bullets(*items: str) -> html.Ul:
    """A list of our own sentences, marked up as in ``said``."""
    return plain_list([list(_inline(item)) for item in items], "bullets")


def table(caption: str, head: Sequence[str], rows: Sequence[Sequence[Any]]) -> html.Div:
    """A table whose first column heads its rows; it may scroll sideways where it must."""
    heads = html.Tr([html.Th(words, scope="col") for words in head])
    body = [
        html.Tr([html.Th(row[0], scope="row"), *(html.Td(cell) for cell in row[1:])])
        for row in rows
    ]
    return html.Div(
        html.Table([html.Caption(caption), html.Thead(heads), html.Tbody(body)]),
        className="plain-table",
        tabIndex=0,
        role="region",
        **{"aria-label": f"{caption}, a table"},
    )


def to_fill(what: str, key: str) -> html.Span:
    """Stands where the workbook is silent, and tells where to write it."""
    words = f"Your institution can add {what} here, in the row {key} of its sheet About."
    return html.Span(words, className="to-fill")


def page(title: str, before: Sequence[Any], sections: Sequence[Section]) -> html.Main:
    """A title, what stands before the contents, the contents, and the sections."""
    return html.Main(
        [
            html.Div([heading(2, title), *before], className="intro"),
            _contents(sections),
            *(_section(section, 3) for section in sections),
        ],
        id="text",
        className="text prose",
        tabIndex=-1,
    )


def _contents(sections: Sequence[Section]) -> html.Nav:
    title = heading(3, "Contents", id="contents")
    items = [[_to(section), *_below(section)] for section in sections]
    return html.Nav(
        [title, plain_list(items)], className="contents", **{"aria-labelledby": "contents"}
    )


def _below(section: Section) -> Iterator[html.Ul]:
    if section.parts:
        yield plain_list([_to(part) for part in section.parts])


def _to(section: Section) -> html.A:
    return html.A(section.title, href=f"#{section.place}")


def _section(section: Section, level: int) -> html.Section:
    return html.Section(
        [
            heading(level, section.title, id=section.place),
            *section.content,
            *(_section(part, level + 1) for part in section.parts),
        ],
        className="line-told" if level == 3 else "",
        **{"aria-labelledby": section.place},
    )


def _inline(text: str) -> Iterator[Any]:
    end = 0
    for found in _MARKED.finditer(text):
        yield text[end : found.start()]
        if found["control"]:
            yield html.B(found["control"], className="control")
        elif found["term"]:
            yield html.B(found["term"])
        else:
            yield html.A(found["words"], href=found["address"])
        end = found.end()
    yield text[end:]
