"""Components -> HTML text, so that the first answer already holds what Dash will show."""

from collections.abc import Iterator
from html import escape
from typing import Any

from dash.development.base_component import Component

__all__ = ["to_html"]

_NAMES = {
    "className": "class",
    "htmlFor": "for",
    "autoComplete": "autocomplete",
    "spellCheck": "spellcheck",
    "tabIndex": "tabindex",
    "colSpan": "colspan",
}
_WITHOUT_END = {"br", "hr", "img", "input", "wbr"}
_NOT_IN_HTML = {"children", "debounce", "key", "n_clicks", "storage_type", "disable_n_clicks"}


def to_html(node: Any) -> str:
    """The same elements, attributes and text as Dash makes of the component in the browser.

    Every text and attribute is escaped. Stores show nothing; a first answer has no graph.
    """
    if node is None or isinstance(node, bool):
        return ""
    if isinstance(node, list | tuple):
        return "".join(to_html(child) for child in node)
    if isinstance(node, Component):
        node = node.to_plotly_json()
    if not isinstance(node, dict):
        return escape(str(node), quote=False)
    kind, properties = node["type"], node["props"]
    if kind == "Store":
        return ""
    if kind == "Input":
        return f'<div class="dash-input-container dash-input">{_input(properties)}</div>'
    return _element(kind.lower(), properties)


def _element(tag: str, properties: dict[str, Any]) -> str:
    opening = " ".join((tag, *_attributes(properties)))
    if tag in _WITHOUT_END:
        return f"<{opening}>"
    return f"<{opening}>{to_html(properties.get('children'))}</{tag}>"


def _input(properties: dict[str, Any]) -> str:
    return _element("input", {**properties, "className": "dash-input-element"})


def _attributes(properties: dict[str, Any]) -> Iterator[str]:
    for name, value in properties.items():
        if name in _NOT_IN_HTML or value is None or value is False or value == {}:
            continue
        shown = _NAMES.get(name, name)
        yield shown if value is True else f'{shown}="{escape(_text_of(value))}"'


def _text_of(value: Any) -> str:
    if isinstance(value, dict):
        return ";".join(f"{name}:{part}" for name, part in value.items())
    return str(value)
