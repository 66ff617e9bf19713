"""The map as text: for those who listen to it, search it, or read it on paper."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from jobtrack_viz.atlas import Published
from jobtrack_viz.drawing.sentences import Mention, Sentence
from jobtrack_viz.drawing.words import LineInWords, MapInWords, StopInWords, map_in_words
from layouts import html
from layouts.address import address
from layouts.history import what_changed
from layouts.links import link
from layouts.markup import to_html
from layouts.parts import heading, line_style, plain_list
from layouts.text_guidance import Chapter, GuidanceInText

__all__ = ["text_markup", "text_page"]

_NO_TRACK = "Roles on no track"
_HOW_TO_READ = (
    "A role’s heading leads to the map, with the journey starting there; names in the sentences "
    "lead to their place in this text."
)


def _order(published: Published) -> str:
    if any(role.rank is not None for role in published.framework.roles):
        return "Each track is told from its lowest grade to its highest."
    return "Each track is told in the workbook’s order."


class _Places:
    """Where in the page tracks and roles are told; a role has its place at its first telling.

    ``map`` is where the map is.
    """

    def __init__(self, published: Published, told: MapInWords, version: str) -> None:
        self.published = published
        self._version = version
        self.map = f"/{address(None, version=version)}" if version else "/"
        self._tracks = {line.track: f"track-{i}" for i, line in enumerate(told.lines)}
        self._first: dict[str, StopInWords] = {}
        for stop in [s for line in told.lines for s in line.stops] + [*told.without_track]:
            self._first.setdefault(stop.role_id, stop)

    def of(self, mention: Mention) -> str:
        """The fragment that a mention leads to."""
        if mention.kind == "track":
            return self._tracks[mention.id]
        return quote(f"role-{mention.id}")

    def on_map(self, role_id: str) -> str:
        """Where the map is with this role as the start."""
        return f"/{address(role_id, version=self._version)}"

    def at(self, stop: StopInWords) -> dict[str, str]:
        """The id of a station's place; nothing for a later telling of the same role."""
        return {"id": f"role-{stop.role_id}"} if self._first[stop.role_id] is stop else {}


def text_markup(published: Published, version: str = "") -> str:
    """The page as HTML, made once for each version: a large workbook takes a second.

    ``version`` is what links to the map say of it, nothing where the address leaves it open.
    """
    return _kept_markup(published, version, link("/"))


@lru_cache(maxsize=4)
def _kept_markup(published: Published, version: str, root: str) -> str:
    del root  # Links lead below it, so that it is part of what is asked for.
    return to_html(text_page(published, version))


def text_page(published: Published, version: str = "") -> html.Main:
    """Contents, then every track with its roles and moves, then what stands beside them.

    Each role links to the map, to its level and to its job description.
    """
    codes = {track: look.code for track, look in published.views.looks.items()}
    told = map_in_words(published.network, codes)
    places = _Places(published, told, version)
    guidance = GuidanceInText(published.framework)
    chapters = guidance.chapters
    return html.Main(
        [
            html.Div(
                [
                    heading(2, "Map as text"),
                    plain_list(told.counts, "counts"),
                    html.P(f"{_order(published)} {_HOW_TO_READ}", className="quiet"),
                    html.P(html.A("Show the map", href=places.map, className="button")),
                ],
                className="intro",
            ),
            *_contents(told, chapters),
            *(
                _line(i, line, places, guidance, published.colours)
                for i, line in enumerate(told.lines)
            ),
            *_without_track(told, places, guidance),
            *(_chapter(chapter) for chapter in chapters),
        ],
        id="text",
        className="text",
        tabIndex=-1,
    )


def _contents(told: MapInWords, chapters: Sequence[Chapter]) -> Iterator[html.Nav]:
    links = [html.A(line.track, href=f"#track-{i}") for i, line in enumerate(told.lines)]
    if told.without_track:
        links.append(html.A(_NO_TRACK, href="#no-track"))
    links += [html.A(chapter.title, href=f"#{chapter.place}") for chapter in chapters]
    if len(links) > 1:
        title = heading(3, "Contents", id="contents")
        yield html.Nav(
            [title, plain_list(links)], className="contents", **{"aria-labelledby": "contents"}
        )


def _line(
    number: int,
    line: LineInWords,
    places: _Places,
    guidance: GuidanceInText,
    colours: Mapping[str, str],
) -> html.Section:
    name = f"track-{number}"
    return html.Section(
        [
            heading(3, line.track, id=name),
            html.P(" ".join(line.facts), className="quiet"),
            _stops(line.stops, places, guidance, colours.get(line.track, "")),
        ],
        className="line-told",
        **{"aria-labelledby": name},
    )


def _without_track(
    told: MapInWords, places: _Places, guidance: GuidanceInText
) -> Iterator[html.Section]:
    if told.without_track:
        yield html.Section(
            [
                heading(3, _NO_TRACK, id="no-track"),
                _stops(told.without_track, places, guidance, ""),
            ],
            className="line-told",
            **{"aria-labelledby": "no-track"},
        )


def _chapter(chapter: Chapter) -> html.Section:
    title = heading(3, chapter.title, id=chapter.place)
    return html.Section(
        [title, *chapter.content],
        className="line-told chapter",
        **{"aria-labelledby": chapter.place},
    )


def _stops(
    stops: Sequence[StopInWords], places: _Places, guidance: GuidanceInText, colour: str
) -> html.Ol:
    style = {"style": line_style(colour)} if colour else {}
    items = [html.Li([*_stop(stop, places, guidance)], **places.at(stop)) for stop in stops]
    return html.Ol(items, className="told", **style)


def _stop(stop: StopInWords, places: _Places, guidance: GuidanceInText) -> Iterator[Any]:
    link = html.A(stop.title, href=places.on_map(stop.role_id))
    grade = [html.Span(f", {stop.grade}", className="quiet")] if stop.grade else []
    yield heading(4, link, *grade)
    if stop.facts:
        yield html.P([part for fact in stop.facts for part in (*_parts(fact, places), " ")])
    if stop.summary:
        yield html.P(stop.summary)
    yield from guidance.of_role(stop.role_id)
    yield from what_changed(places.published, stop.role_id, 5)
    if stop.moves:
        yield plain_list([_parts(move, places) for move in stop.moves], "moves-told")


def _parts(sentence: Sentence, places: _Places) -> list[Any]:
    return [
        html.A(part.words, href=f"#{places.of(part)}") if isinstance(part, Mention) else part
        for part in sentence
    ]
