"""A page to take away: the plan for one journey, on one sheet when printed; no script needed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jobtrack_viz.export.aims import Aim, Help
from jobtrack_viz.export.paper import paper_of
from jobtrack_viz.export.plan import HowItHappens, Move, Plan, SkillList
from jobtrack_viz.export.strip import paper_width, strip_of
from jobtrack_viz.export.strip_svg import strip_svg
from jobtrack_viz.export.wording import (
    DUTIES,
    HOW,
    JOURNEY,
    KIND,
    REVIEW,
    SKILLS,
    TALK,
    TO_DEVELOP,
    WHO_DOES_WHAT,
    WHO_HEADINGS,
    aim_change,
    aims_beyond,
    in_short,
    no_aims,
    no_description,
    no_options,
    rest_of_how,
    rest_of_skills,
)
from jobtrack_viz.metro.shapes import Look
from layouts import html
from layouts.frame import document, footer, header
from layouts.links import link
from layouts.marks import TITLE
from layouts.markup import to_html
from layouts.parts import facts, heading, outward, plain_list

__all__ = ["PlanPage", "plan_document"]

_WIDE, _NARROW = 720.0, 336.0
"""Widths of the strip on a screen and on a phone."""
_LINES = 2
"""Empty lines for duties."""


@dataclass(frozen=True, slots=True)
class PlanPage:
    """Around the plan: the version that the address names, its query, what stands above it."""

    version: str
    address: str
    said: html.Aside | str


def plan_document(
    plan: Plan, looks: Mapping[str, Look], marks: Mapping[str, str], page: PlanPage, css: str
) -> str:
    """The whole page.

    A script adds what only a script can do: buttons, and own levels if the browser keeps any.
    ``marks`` are the attributes of their place, none where there is nothing to compare them to.
    """
    body = f"""
<a class="skip" href="#plan">Skip to the plan</a>
{to_html([header(plan.about, "/plan", version=page.version), page.said])}
{_main(plan, looks, marks, page.address)}
{to_html(footer(plan.about, "/plan"))}
<script type="module" src="{link("/assets/plan.js")}"></script>"""
    title = f"Plan: {plan.title} - {plan.about.title}"
    return document(title, f"A career plan: {plan.title}.", css, body)


def _main(plan: Plan, looks: Mapping[str, Look], marks: Mapping[str, str], address: str) -> str:
    before = [_tools(address), *_head(plan)]
    on_paper = strip_of(plan, looks, paper_width(plan))
    paper = paper_of(plan, on_paper)
    told = [*_moves(plan), *_aims(plan), *_skills(plan), *_how(plan)]
    after = [*told, *_to_fill_in(paper.rows)]
    strips = strip_svg(strip_of(plan, looks, _WIDE), "wide")
    strips += strip_svg(strip_of(plan, looks, _NARROW), "narrow") + strip_svg(on_paper, "paper")
    sheet = f"sheet {paper.print}".rstrip()
    return (
        f'<main class="plan" id="plan" tabindex="-1">{to_html(before[0])}<article class="{sheet}">'
        f'{to_html(before[1:])}<div class="strips">{strips}</div>{to_html(after)}'
        f"{to_html(_foot(plan))}</article>{to_html(_own_levels(marks))}</main>"
    )


def _tools(address: str) -> html.Nav:
    button = {"type": "button", "hidden": True, "className": "button"}
    return html.Nav(
        [
            html.A("Back to the map", href=f"/{address}", className="button"),
            html.Button("Print", id="print", **button),
            html.A("Download as Word", href=f"/plan.docx{address}", className="button"),
            html.A(
                "Download the comparison as Excel",
                href=f"/comparison.xlsx{address}",
                className="button",
            ),
            html.Button("Copy link", id="copy-link", **button),
            html.P("", role="status", id="status", className="said"),
        ],
        className="plan-tools",
        **{"aria-label": "This plan"},
    )


def _head(plan: Plan) -> Iterator[Any]:
    yield html.Header(
        [
            html.P(KIND, className="eyebrow"),
            heading(2, plan.title, className="plan-title"),
            html.P(plan.sentence, className="headline"),
            facts(*plan.figures),
        ],
        className="plan-head",
    )
    yield html.Div([_blank(label) for label in TALK], className="blanks talk")


def _blank(label: str) -> html.P:
    """A label with room to write after it, on paper."""
    return html.P([html.Span(label), html.Span("", className="rule")], className="blank")


def _moves(plan: Plan) -> Iterator[Any]:
    if not plan.moves:
        return
    items = []
    for move, stop in zip(plan.moves, plan.stops[1:], strict=True):
        words = [html.Span(f"{move.way}, to ", className="way"), html.B(stop.name)]
        remarks = [*_remarks(move)]
        kind = "noted" if remarks else ""
        items.append(html.Li([html.P(words), facts(*move.facts), *remarks], className=kind))
    moves = html.Ol(items, className="plan-moves")
    yield html.Section([heading(3, JOURNEY), moves], className="plan-part moves-part")


def _remarks(move: Move) -> Iterator[Any]:
    if move.possible:
        yield html.P("Possible: nobody has described this move.", className="hint")
    if move.note:
        yield html.P(move.note, className="hint")
    yield from _more("How this move happens", move.link)


def _aims(plan: Plan) -> Iterator[Any]:
    parts: list[Any] = [heading(3, TO_DEVELOP)]
    if nothing := no_aims(plan):
        parts.append(html.P(nothing))
    elif any(aim.helps for aim in plan.aims.few):
        parts.append(_aims_with_options(plan))
    else:
        parts.append(html.Ul([html.Li(_aim(aim, plan)) for aim in plan.aims.few], className="aims"))
        parts += _common_helps(plan)
    if more := aims_beyond(plan):
        parts.append(html.P(more, className="hint"))
    yield html.Section(parts, className="plan-part")


def _aims_with_options(plan: Plan) -> html.Table:
    kinds = next([each.kind for each in aim.helps] for aim in plan.aims.few if aim.helps)
    head = [html.Th(word, scope="col") for word in ("Competency", *kinds)]
    rows = []
    for aim in plan.aims.few:
        cells: list[Any] = [html.Th(_aim(aim, plan), scope="row")]
        if aim.helps:
            cells += [html.Td(_options(each)) for each in aim.helps]
        else:
            cells.append(html.Td(no_options(plan), colSpan=len(kinds), className="quiet"))
        rows.append(html.Tr(cells))
    return html.Table([html.Thead(html.Tr(head)), html.Tbody(rows)], className="aims-table")


def _aim(aim: Aim, plan: Plan) -> list[Any]:
    words = aim_change(plan, aim)
    return [
        html.P([html.B(aim.name), " ", html.Span(words, className="quiet")]),
        *([plain_list(aim.words, "statements")] if aim.words else []),
    ]


def _options(found: Help) -> list[Any]:
    """The options of one kind; on a narrow screen they carry their heading with them."""
    if not found.lines:
        return [html.Span("–", className="quiet", **{"aria-label": "None described"})]
    label = html.Span(found.kind, className="cell-label", **{"aria-hidden": "true"})
    return [label, plain_list(found.lines)]


def _common_helps(plan: Plan) -> list[Any]:
    if not plan.aims.helps:
        return [html.P(no_options(plan), className="hint")]
    items: list[Any] = []
    for each in plan.aims.helps:
        items += [html.Dt(each.kind), *(html.Dd(line) for line in each.lines)]
    return [heading(4, "What helps"), html.Dl(items, className="options")]


def _skills(plan: Plan) -> Iterator[Any]:
    if not plan.skills:
        return
    lists = [
        html.Div([heading(4, found.title), _names(found)], className="skill-names")
        for found in plan.skills
    ]
    yield html.Section(
        [heading(3, SKILLS), html.Div(lists, className="columns lists")], className="plan-part"
    )


def _names(found: SkillList) -> html.Ul:
    rest = rest_of_skills(found)
    return plain_list([*found.names, *([html.Span(rest, className="quiet")] if rest else [])])


def _how(plan: Plan) -> Iterator[Any]:
    missing = no_description(plan)
    if not plan.how and not missing:
        return
    parts: list[Any] = [heading(3, HOW)]
    if plan.how:
        parts.append(
            html.Div([html.Div(_process(each)) for each in plan.how], className="columns lists")
        )
    parts += [html.P(words, className="hint") for words in (rest_of_how(plan), missing) if words]
    yield html.Section(parts, className="plan-part")


def _process(how: HowItHappens) -> list[Any]:
    moves = [html.Span(f" ({how.moves})", className="quiet")] if how.moves else []
    return [
        heading(4, how.title, *moves),
        *(html.P(line) for line in how.lines),
        *_more(f"Read more: {how.title}", how.link),
    ]


def _to_fill_in(rows: int) -> Iterator[Any]:
    yield html.Section(
        [
            heading(3, DUTIES),
            *(html.P("", className="line", **{"aria-hidden": "true"}) for _ in range(_LINES)),
        ],
        className="plan-part duties",
    )
    head = html.Tr([html.Th(word, scope="col") for word in WHO_HEADINGS])
    row = html.Tr([html.Td("") for _ in WHO_HEADINGS])
    yield html.Section(
        [
            heading(3, WHO_DOES_WHAT),
            html.Table([html.Thead(head), html.Tbody([row] * rows)], className="who"),
            html.Div([_blank(REVIEW)], className="blanks"),
        ],
        className="plan-part agreed",
    )


def _own_levels(marks: Mapping[str, str]) -> list[Any]:
    """A sheet of its own for the levels that somebody has marked; assets/plan.js shows it."""
    if not marks:
        return []
    words = (
        "You marked these yourself, and they stay in this browser. "
        "Your own marks appear in print while they are shown, not in Word and in no link."
    )
    parts = [heading(2, TITLE), html.P(words, className="hint")]
    attributes = {**marks, "data-marks-as": "list"}
    return [html.Section(parts, className="sheet own", id="own-levels", hidden=True, **attributes)]


def _foot(plan: Plan) -> html.Footer:
    return html.Footer([html.P(plan.disclaimer), html.P(in_short(plan))], className="plan-foot")


def _more(words: str, address: str) -> list[html.Div]:
    """A link for the screen; on paper nobody can follow it."""
    return [html.Div(link, className="outward") for link in outward(words, address)]
