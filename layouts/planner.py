"""From, to: two searches that know titles, names and old titles."""

from dataclasses import replace
from typing import Any

from jobtrack_viz.atlas import Published
from jobtrack_viz.model import About
from jobtrack_viz.titles import Found
from layouts import html, ids
from layouts.address import address
from layouts.links import link
from layouts.outcome import Outcome, titles_of
from layouts.parts import contact, disc, heading, search_field
from layouts.wishes import fields, in_force
from layouts.words import joined

__all__ = ["all_titles", "last_seen", "planner", "swap_address", "title_options", "unresolved"]

_MOST_TITLES = 1000
_LABELS = {"start": "From", "goal": "To"}


def planner(published: Published, outcome: Outcome) -> html.Form:
    """The form; without a script it asks the server."""
    return html.Form(
        [
            html.Div([*_field("start", "A", outcome.name_of("start"))], className="field"),
            html.Div([*_field("goal", "B", outcome.name_of("goal"))], className="field"),
            fields(published, outcome),
            html.Div(in_force(published, outcome), id=ids.IN_FORCE),
            html.Div(
                [
                    html.Button("Show", type="submit", className="button primary"),
                    html.A("Swap", href=swap_address(outcome), id=ids.SWAP, className="button"),
                    html.A("Clear", href=outcome.link(None), className="button", id=ids.CLEAR),
                ],
                className="actions",
            ),
        ],
        action="/",
        method="get",
        id=ids.PLANNER,
        className="planner",
        role="search",
        **{"aria-label": "Journey planner"},
    )


def swap_address(outcome: Outcome) -> str:
    """The same journey the other way round."""
    wishes = replace(outcome.wishes, via=outcome.wishes.via[::-1])
    texts = {"start": outcome.start_id, "goal": outcome.goal_id}
    texts |= {end: text for end, text, _ in outcome.asked}
    return outcome.link(texts["goal"], texts["start"], wishes=wishes)


def unresolved(published: Published, outcome: Outcome) -> list[Any]:
    """A friendly answer for each text that does not mean exactly one role."""
    return [_answer(published, outcome, *asked) for asked in outcome.asked]


def last_seen(published: Published, outcome: Outcome, text: str) -> str:
    """The address of the last version of the map that had a role which is gone, else nothing."""
    version = published.gone.get(text.strip(), "")
    return outcome.question(version) if version else ""


def _field(end: str, letter: str, value: str) -> list[Any]:
    label = [disc(letter), _LABELS[end]]
    return search_field(end, label, "Role or old job title", ids.TITLES, value)


def title_options(published: Published, version: str = "") -> html.Datalist:
    """The names and old titles that the two searches offer.

    Where they would make the first answer large, they wait at ``data-from`` until somebody goes
    to a search; what is typed is found in any case.
    """
    if len(published.framework.roles) > _MOST_TITLES:
        version = address(None, version=version) if version else ""
        return html.Datalist([], id=ids.TITLES, **{"data-from": link(f"/titles{version}")})
    return html.Datalist(all_titles(published), id=ids.TITLES)


def all_titles(published: Published) -> list[html.Option]:
    """An option for each role's name and for each old title."""
    current = [html.Option(value=role.name) for role in published.framework.roles]
    former = [
        html.Option(value=text, label=f"now {joined([role.name for role in roles], 'or')}")
        for text, roles in titles_of(published).former_titles()
    ]
    return current + former


def _answer(published: Published, outcome: Outcome, end: str, text: str, found: Found) -> html.Div:
    about, several = published.framework.about, bool(found.roles)
    offered = found.roles or found.nearest
    before = last_seen(published, outcome, text)
    advice: list[Any]
    if before:
        title = f"“{text}” is no longer on the map"
        advice = ["You can ", html.A("see the last map that had it", href=f"/{before}")]
        advice.append(", or choose the nearest." if offered else ".")
    elif several:
        title, advice = f"“{text}” can mean several roles", ["Choose the one you mean."]
    elif offered:
        title = f"“{text}” is not on the map"
        advice = ["Your title is not linked yet; choose the nearest, or tell ", *_tell(about), "."]
    else:
        title = f"“{text}” is not on the map"
        advice = ["Your title is not linked yet, and nothing is close to it. Please tell "]
        advice += [*_tell(about), "."]
    links = [
        html.A(role.name, href=outcome.chosen(end, text, role.id), className="button")
        for role in offered
    ]
    return html.Div(
        [heading(2, title), html.P(advice), html.Div(links, className="actions")], className="note"
    )


def _tell(about: About) -> list[Any]:
    return contact(about, "whoever looks after this map")
