"""What a page posts to Dash, validated once: nothing behind this door meets a malformed body."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson
from flask import Request
from flask.json.provider import DefaultJSONProvider

from layouts.address import VERSION, WISHES

__all__ = ["Choice", "StrictJSON", "choice_of", "posted_callback"]

_MOST_NESTED = 6
"""Objects and lists in one another within a value; a page sends three."""
_MOST_CHANGED = 20
_NAMES = ("start", "goal", "pick", "plan", "view", "track", "group", "from", "to", VERSION, *WISHES)
"""What an address may say."""


class StrictJSON(DefaultJSONProvider):
    """Reads JSON as its standard says: no NaN, no half characters, no nesting without end.

    The reader of the standard library runs out of stack at some depth, which is an error of the
    program; here such a text is not JSON (``ValueError``), as any other that is malformed.
    """

    def loads(self, s: str | bytes, **_: Any) -> Any:
        """The value of a text.

        Raises:
            ValueError: it is no JSON.
        """
        return orjson.loads(s)


@dataclass(frozen=True, slots=True)
class Choice:
    """A reader's choice as a page reports it, with texts only.

    ``query`` holds what an address would, by its names; ``names`` what both searches showed when
    the page asked, None where it does not say.
    """

    version: str = ""
    query: Mapping[str, str | list[str]] = field(default_factory=dict)
    names: Mapping[str, str] | None = None


def choice_of(sent: object) -> Choice:
    """The texts in what a page sent as a choice; whatever is no text is left out."""
    if not isinstance(sent, Mapping):
        return Choice()
    query: dict[str, str | list[str]] = {}
    for name in _NAMES:
        value = sent.get(name)
        texts = [_text(each) for each in (value if isinstance(value, list) else [value])]
        if any(texts):
            query[name] = texts if isinstance(value, list) else texts[0]
    names = sent.get("names")
    return Choice(
        _text(sent.get("version")),
        query,
        {n: _text(shown) for n, shown in names.items()} if isinstance(names, Mapping) else None,
    )


def posted_callback(request: Request, callbacks: Mapping[str, Any]) -> str | None:
    """The name of the function that a post asks Dash for; None if Dash could not answer it.

    After: the body names a callback, lists its outputs, inputs and states in the callback's own
    order and number, and nests no value deeper than a page does. ``callbacks`` is Dash's own map.
    """
    body = request.get_json(silent=True)
    if not isinstance(body, dict):
        return None
    output = body.get("output")
    known = callbacks.get(output) if isinstance(output, str) else None
    if not isinstance(output, str) or known is None:
        return None
    outputs = body.get("outputs")
    wanted = [_place(name) for name in output.strip(".").split("...")]
    changed = body.get("changedPropIds", [])
    fits = (
        isinstance(changed, list)
        and len(changed) <= _MOST_CHANGED
        and all(isinstance(name, str) for name in changed)
        and _matches(outputs if output.startswith("..") else [outputs], wanted)
        and _fits(body.get("inputs"), known.get("inputs", ()))
        and _fits(body.get("state", []), known.get("state", ()))
    )
    return getattr(known.get("callback"), "__name__", None) if fits else None


def _place(name: str) -> tuple[str, str]:
    part, _, prop = name.rpartition(".")
    return part, prop.split("@")[0]


def _matches(sent: object, wanted: Sequence[tuple[str, str]]) -> bool:
    return isinstance(sent, list) and wanted == [
        (each.get("id"), _text(each.get("property")).split("@")[0])
        if isinstance(each, dict)
        else None
        for each in sent
    ]


def _fits(sent: object, known: Sequence[Mapping[str, Any]]) -> bool:
    """Whether these are the callback's own inputs or states, one by one."""
    return (
        isinstance(sent, list)
        and len(sent) == len(known)
        and all(
            isinstance(each, dict)
            and each.get("id") == own["id"]
            and isinstance(each.get("property"), str)
            and _is_flat(each.get("value"))
            for each, own in zip(sent, known, strict=True)
        )
    )


def _is_flat(value: object) -> bool:
    level = [value]
    for _ in range(_MOST_NESTED):
        inner = [each for each in level if isinstance(each, dict | list)]
        if not inner:
            return True
        level = [x for each in inner for x in (each.values() if isinstance(each, dict) else each)]
    return False


def _text(value: object) -> str:
    """A text, or a number as one; everything else is none."""
    if isinstance(value, bool):
        return "1" if value else ""
    return str(value) if isinstance(value, str | int) else ""
