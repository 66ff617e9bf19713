"""HTML elements as plain values, under the names that Dash has for them.

Dash sends a component as its type, namespace and properties; an element is that mapping from the
start, so the page cannot tell the difference. An answer holds several hundred of them: making and
writing a component takes about 18 µs, an element 1 µs, and this is most of what an answer costs.
A test holds every element of the pages against the properties that Dash knows.
"""

from typing import Any

from layouts.links import link

__all__ = [
    "H1",
    "H2",
    "H3",
    "H4",
    "H5",
    "H6",
    "A",
    "Article",
    "Aside",
    "B",
    "Button",
    "Caption",
    "Code",
    "Datalist",
    "Dd",
    "Details",
    "Div",
    "Dl",
    "Dt",
    "Element",
    "Em",
    "Footer",
    "Form",
    "Header",
    "Kbd",
    "Label",
    "Li",
    "Main",
    "Nav",
    "Ol",
    "Option",
    "P",
    "Section",
    "Select",
    "Small",
    "Span",
    "Strong",
    "Summary",
    "Table",
    "Tbody",
    "Td",
    "Tfoot",
    "Th",
    "Thead",
    "Time",
    "Tr",
    "Ul",
]


class Element(dict[str, Any]):
    """An element with its children and attributes; ``class`` is ``className``, as in Dash.

    A ``href`` to a page of ours leads below the path of this installation.
    """

    def __init__(self, children: Any = None, **properties: Any) -> None:
        if (properties.get("href") or "")[:1] == "/":
            properties["href"] = link(properties["href"])
        if children is not None:
            properties["children"] = children
        super().__init__(
            type=type(self).__name__, namespace="dash_html_components", props=properties
        )


class A(Element): ...


class Article(Element): ...


class Aside(Element): ...


class B(Element): ...


class Button(Element): ...


class Caption(Element): ...


class Code(Element): ...


class Datalist(Element): ...


class Dd(Element): ...


class Details(Element): ...


class Div(Element): ...


class Dl(Element): ...


class Dt(Element): ...


class Em(Element): ...


class Footer(Element): ...


class Form(Element):
    """A form; what it sends goes below the path of this installation."""

    def __init__(self, children: Any = None, **properties: Any) -> None:
        if "action" in properties:
            properties["action"] = link(properties["action"])
        super().__init__(children, **properties)


class H1(Element): ...


class H2(Element): ...


class H3(Element): ...


class H4(Element): ...


class H5(Element): ...


class H6(Element): ...


class Header(Element): ...


class Kbd(Element): ...


class Label(Element): ...


class Li(Element): ...


class Main(Element): ...


class Nav(Element): ...


class Ol(Element): ...


class Option(Element): ...


class P(Element): ...


class Section(Element): ...


class Select(Element): ...


class Small(Element): ...


class Span(Element): ...


class Strong(Element): ...


class Summary(Element): ...


class Table(Element): ...


class Tbody(Element): ...


class Td(Element): ...


class Tfoot(Element): ...


class Th(Element): ...


class Thead(Element): ...


class Time(Element): ...


class Tr(Element): ...


class Ul(Element): ...
