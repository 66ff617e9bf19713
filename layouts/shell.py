"""The page around the panel: what the first answer holds before any script has run."""

from html import escape

from layouts import html
from layouts.answer import page_title
from layouts.edition import Edition, banner, look
from layouts.frame import description, document, footer, header, places, reading_document
from layouts.map_page import layout
from layouts.markup import to_html
from layouts.outcome import Outcome, view_of
from layouts.overlay import has_moves, svg_with_outcome
from layouts.part_form import part_form
from layouts.planner import title_options
from layouts.present import entry, stepper, top_line
from layouts.role_list import role_list
from layouts.text_page import text_markup
from layouts.whereabouts import shown_part
from layouts.wishes import track_options

__all__ = ["map_document", "message_document", "text_document"]


def map_document(
    edition: Edition, outcome: Outcome, *, css: str, scripts: str, for_charts: str = ""
) -> str:
    """The whole first answer: planner, answer and map, all of it readable without a script.

    ``scripts`` is everything that Dash needs at the end of the body, ``for_charts`` the address of
    a script that is loaded before the first chart.
    """
    published = edition.published
    about = published.framework.about
    top = header(about, "/", _imprint(edition), *_tools(outcome), version=edition.version)
    today = f"/{outcome.question()}"
    panel = to_html(layout(published, outcome))
    body = f"""
<a class="skip" href="#viewport">Skip to the map</a>
{to_html([top, banner(edition, today)])}
<main class="page">
<section class="panel" id="panel" aria-label="Planner and comparison">
{to_html(_sheet_handle())}
<div id="sheet">{to_html(shown_part(published, outcome))}
<div id="react-entry-point">{panel}</div>
{part_form(published, outcome)}
{to_html(role_list(published, outcome))}
{to_html(title_options(published, outcome.version))}
{to_html(track_options(published))}
</div>
{to_html(stepper() if outcome.wishes.present else "")}
{to_html(footer(about, "/"))}
</section>
<section class="map-frame" id="map-frame" aria-label="Map">
<div class="viewport" id="viewport" tabindex="-1"><div id="sizer">
{svg_with_outcome(published, outcome)}
</div></div>
<div class="pins" id="pins" aria-hidden="true"></div>
{to_html(_controls(with_moves=has_moves(published, outcome)))}
</section>
</main>
{scripts}"""
    title = page_title(about, outcome)
    root = f' data-version="{published.id}" data-for-charts="{escape(for_charts)}"'
    instead = view_of(published, outcome).instead
    root += f' data-instead="{instead}"' if instead else ""
    root += " data-present" if outcome.wishes.present else ""
    return document(title, description(about), css + look(edition), body, root)


def message_document(
    title: str, sentences: list[str], items: list[str], css: str, links: list[tuple[str, str]]
) -> str:
    """A page without a map: what happened, and what to do; links are (words, address)."""
    main = html.Main(
        [
            html.H1(title),
            *(html.P(sentence) for sentence in sentences),
            html.Ul([html.Li(item) for item in items], className="problems") if items else "",
            html.P(
                [html.A(words, href=href, className="button") for words, href in links],
                className="buttons",
            ),
        ],
        className="message",
    )
    top = html.Header(places(""), className="top")
    return document(title, title, css, to_html([top, main]))


def text_document(edition: Edition, css: str) -> str:
    """The map as text: a page to read and to print, without a script."""
    about, version = edition.published.framework.about, edition.version
    main, said = text_markup(edition.published, version), banner(edition, "/text")
    title, css = "Map as text", css + look(edition)
    return reading_document(about, "/text", title, main, css, version=version, said=said)


def _tools(outcome: Outcome) -> list[html.Div]:
    """What can be done with the page; on a shared screen nothing but where it leads from and to."""
    shared = [top_line(outcome)] if outcome.wishes.present else []
    return [_all_tools(outcome), *shared]


def _all_tools(outcome: Outcome) -> html.Div:
    plain = {"type": "button", "className": "button quiet-button"}
    open_panel = {"aria-expanded": "true", "aria-controls": "panel"}
    return html.Div(
        [
            html.Button("Hide the panel", id="panel-toggle", **plain, **open_panel),
            html.Button("Copy link", id="copy-link", **plain),
            html.Button("Print", id="print", **plain),
            entry(outcome),
            _save(),
        ],
        className="tools",
    )


def _save() -> html.Details:
    kinds = (("svg", "SVG", "for print and drawing programs"), ("png", "PNG", "for slides"))
    return html.Details(
        [
            html.Summary("Save", className="button quiet-button"),
            html.Div(
                [
                    html.Button(
                        [html.B(name), f" {use}"],
                        type="button",
                        className="button",
                        **{"data-save": kind},
                    )
                    for kind, name, use in kinds
                ],
                className="menu-items",
            ),
        ],
        className="menu",
        id="save",
    )


def _imprint(edition: Edition) -> html.P:
    """What a printed map and a saved picture say of themselves."""
    reviewed = edition.published.framework.about.reviewed
    return html.P(
        [
            html.Span("", id="today"),
            html.Span(f"Reviewed {reviewed}") if reviewed else "",
            html.Span(f"Version {edition.imprint}"),
        ],
        id="imprint",
        className="imprint",
    )


def _sheet_handle() -> html.Button:
    return html.Button(
        [
            html.Span("Show the map", className="to-map"),
            html.Span("Show the roles", className="to-roles"),
            html.Span("Read the comparison", className="to-answer"),
        ],
        id="sheet-toggle",
        type="button",
        className="sheet-toggle",
        **{"aria-expanded": "true", "aria-controls": "sheet"},
    )


def _controls(*, with_moves: bool) -> list[html.Div | html.A]:
    buttons = [
        html.Button(sign, id=name, type="button", title=words, **{"aria-label": words})
        for sign, name, words in (
            ("+", "zoom-in", "Zoom in"),
            ("−", "zoom-out", "Zoom out"),
        )
    ]
    fit = html.Button("Fit", id="zoom-fit", type="button", title="Fit the whole map")
    tracks = html.Button("Show all tracks", id="all-tracks", type="button", hidden=True)
    moves = html.Button("All moves", id="all-moves", type="button", **{"aria-pressed": "false"})
    view = html.Div(
        [tracks, moves if with_moves else "", *buttons, fit],
        id="zoom",
        className="zoom",
        role="group",
        **{"aria-label": "View"},
    )
    status = html.P("", id="status", className="status", role="status")
    return [
        html.Div([view, status], className="dock"),
        html.A("Back to the comparison", href="#result-heading", className="skip low"),
    ]
