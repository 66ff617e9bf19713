"""What people take away: the plan as a page and for Word, the comparison for Excel."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import wraps

from flask import Flask, Response, request

from jobtrack_viz.atlas import Atlas, Published
from jobtrack_viz.export.file_names import file_name
from jobtrack_viz.export.plan import Plan, plan_of
from jobtrack_viz.gaps import Comparison
from layouts.edition import Edition, banner, edition_of, look
from layouts.limiter import Limiter
from layouts.marks import marks_for
from layouts.outcome import Outcome, outcome_of
from layouts.plan_page import PlanPage, plan_document
from layouts.planner import last_seen
from layouts.shell import message_document

__all__ = ["add_take_away"]

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST_OFFERED = 12


def add_take_away(
    server: Flask, atlas: Atlas, limiter: Limiter, stylesheets: Callable[..., str]
) -> None:
    """Answer ``/plan``, ``/plan.docx`` and ``/comparison.xlsx`` for two roles in the address.

    Whatever else is asked gets a page that helps; nothing is kept on the server.
    """

    def asked() -> tuple[Edition, Outcome]:
        query = request.args.to_dict(flat=False)
        edition = edition_of(atlas, query)
        return edition, outcome_of(edition.published, query)

    def help_page(published: Published, outcome: Outcome, status: int) -> Response:
        title, sentences, links = _what_is_missing(published, outcome)
        document = message_document(title, sentences, [], stylesheets(), links)
        return Response(document, 404 if outcome.asked else status, mimetype="text/html")

    def limited(answer: Callable[[], Response]) -> Callable[[], Response]:
        """The same, made in one of the places for answers that take long."""

        @wraps(answer)
        def within_a_place() -> Response:
            with limiter.place():
                return answer()

        return within_a_place

    @server.get("/plan")
    @limited
    def plan_page() -> Response:
        edition, outcome = asked()
        compared = outcome.comparison
        if compared is None or outcome.asked:
            status = 200 if outcome.start or outcome.goal else 400
            return help_page(edition.published, outcome, status)
        published = edition.published
        plan = _plan(edition, compared, outcome)
        css = stylesheets("plan.css") + look(edition)
        marks = marks_for(published, compared.goal, compared.start) if compared.goal.levels else {}
        today = f"/plan{outcome.question()}"
        page = PlanPage(edition.version, outcome.address, banner(edition, today))
        document = plan_document(plan, published.views.looks, marks, page, css)
        return Response(document, mimetype="text/html")

    @server.get("/plan.docx")
    @limited
    def plan_for_word() -> Response:
        edition, outcome = asked()
        compared = outcome.comparison
        if compared is None or outcome.asked:
            return help_page(edition.published, outcome, 400)
        from jobtrack_viz.export.plan_docx import plan_docx

        content = plan_docx(_plan(edition, compared, outcome), edition.published.views.looks)
        name = file_name("career-plan", compared.start, compared.goal, "docx")
        return _download(content, _WORD, name)

    @server.get("/comparison.xlsx")
    @limited
    def comparison_for_excel() -> Response:
        edition, outcome = asked()
        compared = outcome.comparison
        if compared is None or outcome.asked:
            return help_page(edition.published, outcome, 400)
        from jobtrack_viz.export.comparison_xlsx import comparison_xlsx

        plan = _plan(edition, compared, outcome)
        content = comparison_xlsx(edition.published.framework, compared, plan)
        name = file_name("comparison", compared.start, compared.goal, "xlsx")
        return _download(content, _EXCEL, name)


def _plan(edition: Edition, comparison: Comparison, outcome: Outcome) -> Plan:
    today = datetime.now().astimezone().date()
    plan = plan_of(edition.published.framework, edition.imprint, today, comparison, outcome.journey)
    return replace(plan, caution=edition.caution, complete=outcome.complete)


def _download(content: bytes, kind: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, mimetype=kind, headers=headers)


def _what_is_missing(
    published: Published, outcome: Outcome
) -> tuple[str, list[str], list[tuple[str, str]]]:
    """Title, sentences and links of a page that helps to get to a plan."""
    start, goal = outcome.start, outcome.goal
    to_map = ("Choose on the map", f"/{outcome.question(outcome.version)}")
    if outcome.asked:
        end, text, found = outcome.asked[0]
        offered = found.roles or found.nearest
        links = [(role.name, "/plan" + outcome.chosen(end, text, role.id)) for role in offered]
        before = last_seen(published, outcome, text)
        if before:
            links.insert(0, ("See the last plan that had it", f"/plan{before}"))
            words = "The role that this link was made for is gone."
            return f"“{text}” is no longer on the map", [words], [*links, to_map]
        if found.roles:
            return (
                f"“{text}” can mean several roles",
                ["Choose the one you mean."],
                [*links, to_map],
            )
        words = "Choose the nearest role, or another on the map." if links else "Nothing is close."
        return f"“{text}” is not on the map", [words], [*links, to_map]
    if start and goal:
        words = f"{start.name} is both start and goal. A plan leads from one role to another."
        return "You are already there", [words], [to_map]
    if start:
        found_moves = [
            link.target for _, _, link in published.network.out_edges(start.id, data="link")
        ]
        return _one_role(published, outcome, f"A plan from {start.name}", "a goal", found_moves)
    if goal:
        found_moves = [
            link.source for _, _, link in published.network.in_edges(goal.id, data="link")
        ]
        return _one_role(published, outcome, f"A plan to {goal.name}", "a start", found_moves)
    words = "Choose where you are and where you might go; then the plan is one sheet of paper."
    return "A plan needs two roles", [words], [to_map]


def _one_role(
    published: Published, outcome: Outcome, title: str, missing: str, neighbours: list[str]
) -> tuple[str, list[str], list[tuple[str, str]]]:
    start = outcome.start_id
    links = []
    for role_id in list(dict.fromkeys(neighbours))[:_MOST_OFFERED]:
        address = outcome.link(start, role_id) if start else outcome.link(role_id, outcome.goal_id)
        links.append((published.framework.role(role_id).name, f"/plan{address}"))
    words = f"A plan needs two roles. Choose {missing}"
    words += ": one move away are these, or any other on the map." if links else " on the map."
    return title, [words], [*links, ("Choose on the map", f"/{outcome.address}")]
