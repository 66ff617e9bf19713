"""Two texts side by side, here and there, and marks that tell what is new from what stays."""

from collections.abc import Collection, Sequence
from typing import Any

from layouts import html
from layouts.parts import disc, plain_list

__all__ = ["bare_list", "marked_list", "pair", "side"]


def pair(*sides: html.Div) -> html.Div:
    """Sides beside each other where there is room for them, else below each other."""
    return html.Div(list(sides), className="pair")


def side(letter: str, name: str, content: Sequence[Any]) -> html.Div:
    """One end's text under its disc and name; a sentence where there is none."""
    title = html.P([disc(letter), name], className="side-name")
    nothing = [html.P("Nothing is said about this.", className="hint")]
    return html.Div([title, *(content or nothing)])


def marked_list(lines: Sequence[str], new: Collection[str]) -> list[Any]:
    """The goal's lines, each said and shown to be new or as before; nothing for no line."""
    if not lines:
        return []
    items = []
    for line in lines:
        kind, word = ("is-new", "New: ") if line in new else ("is-kept", "As before: ")
        items.append(html.Li([html.Span(word, className="unseen"), line], className=kind))
    return [html.Ul(items, className="statements marked")]


def bare_list(lines: Sequence[str]) -> list[Any]:
    """Lines without marks; nothing for no line."""
    return [plain_list(lines, "statements")] if lines else []
