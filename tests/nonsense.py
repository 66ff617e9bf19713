"""Requests that no page sends, drawn by lot: the same seed always gives the same request.

Each begins as one that a page might send; then one or several of its parts are spoilt.
"""

import json
from dataclasses import dataclass, field
from random import Random
from urllib.parse import quote, urlencode

__all__ = ["HOSTILE_BODIES", "Nonsense", "drawn"]

METHODS = ("GET", "GET", "GET", "POST", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "X")
PATHS = (
    "/", "/text", "/plan", "/plan.docx", "/comparison.xlsx", "/titles", "/ladder", "/version",
    "/healthz", "/help", "/template.xlsx", "/_dash-layout", "/_dash-dependencies",
    "/_dash-update-component", "/_dash-component-suites/dash/x.js", "/_favicon.ico",
    "/assets/../app.py", "/assets/%2e%2e/app.py", "/assets/map.js", "//", "/%00", "/%ff", "/hr",
    "/hr/sign-in", "/hr/password/x", "/hr/drafts/1/state", "/_reload-hash", "/?", "/" + "a" * 3000,
)  # fmt: skip
NAMES = (
    "start", "goal", "pick", "via", "avoid", "people", "down", "possible", "reach", "within",
    "grades", "sort", "more", "wide", "present", "track", "group", "from", "to", "v", "view",
    "plan", "version", "x", "",
)  # fmt: skip
TEXTS = (
    "", "0", "1", "-1", "99999999999999999999", "1e309", "nan", "d-", "d-x", "\0", "\ud7ff", "٣",
    "é" * 300, "%", "%zz", "&", "=", "[", "]", "{}", "[[]]", "../..", "\r\nX: y", "\u202e", "🚇",
    "start=1&start=2", "a" * 2000, "no", "trainee", "coder", "senior-coder", "adviser", "Code",
)  # fmt: skip
HEADERS = {
    "Referer": (
        "http://[::1", "http://[", "//[", "http://x/?v=d-x", "?",
        "http://localhost/?" + "a=1&" * 3000, "http://localhost/?start=%ff&v=%00",
        "javascript:1", "http://x:99999999/?v=1", "[", "\x7f",
    ),
    "Host": ("", "[", "[::1", "a:b:c", "x" * 300, "localhost:99999", "é", "a b", "@"),
    "Accept-Encoding": ("br;q=x", "*;q=-1", "gzip;q=1e999", ",,,;", "br" * 500, "é"),
    "Content-Type": (
        "application/json", "application/json; charset=x", "text/html", "", ";",
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded; charset=utf-7", "application/json; charset=utf-16",
    ),
    "Content-Length": ("0", "5", "-1", "x", "99999999", "1e3", ""),
    "If-None-Match": ("*", '"', 'W/"x', "," * 500, '"' + "x" * 2000 + '"'),
    "If-Modified-Since": ("x", "Thu, 99 Foo 99999 99:99:99 GMT", "1e999"),
    "Range": ("bytes=9-1", "bytes=-", "x=1-2", "bytes=0-0,1-1,2-2", "bytes=99999999999999999999-"),
    "Cookie": ("=", "hr=", "hr=" + "x" * 3000, "hr=\x7f; hr=b", ";;;", "a" * 3000, "hr=é"),
    "X-Forwarded-Host": ("[", "a b", ""),
    "Transfer-Encoding": ("chunked", "x"),
    "Origin": ("null", "http://[", "x"),
}  # fmt: skip

HOSTILE_BODIES = (
    b"", b"{", b"null", b"1", b'"x"', b"[]", b"{}", b"NaN", b"[" * 100_000,
    b'{"a":' * 100_000, b"[" * 100_000 + b"]" * 100_000, b"9" * 5000, b"\xff\xfe{", b"\0",
    b'{"output": "' + b"x" * 10_000 + b'"}', b'"\\ud800"', b"1e999", b"-" * 50,
    b'{"output": NaN}', b'{"output": {}}', b'{"output": ["a"]}', b'{"output": null}',
)  # fmt: skip
"""Texts in place of a page's question."""


@dataclass(frozen=True)
class Nonsense:
    """One request."""

    method: str
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


def drawn(seed: int, callbacks: list[dict], version: str) -> Nonsense:
    """The request of a seed; ``callbacks`` is what the application says of its own."""
    chance = Random(f"nonsense {seed}")
    if chance.random() < 0.5:
        body, kind = _question(chance, callbacks, version), "application/json"
        headers = _headers(chance) if chance.random() < 0.3 else {}
        return Nonsense("POST", "/_dash-update-component", {"Content-Type": kind} | headers, body)
    query = [(chance.choice(NAMES), chance.choice(TEXTS)) for _ in range(chance.randrange(6))]
    written = urlencode(query) if chance.random() < 0.8 else quote(str(query), safe="&=[];'(), ")
    path = chance.choice(PATHS)
    path += ("&" if "?" in path else "?") + written if query else ""
    method = chance.choice(METHODS)
    body = _body(chance) if method in ("POST", "PUT") else b""
    return Nonsense(method, path, _headers(chance), body)


def _headers(chance: Random) -> dict[str, str]:
    names = chance.sample(sorted(HEADERS), chance.randrange(4))
    return {name: chance.choice(HEADERS[name]) for name in names}


def _body(chance: Random) -> bytes:
    forms = (
        urlencode([(chance.choice(NAMES), chance.choice(TEXTS)) for _ in range(4)]).encode(),
        b"--x\r\nContent-Disposition: form-data; name=\r\n\r\n1\r\n--x--",
        b'--x\r\nContent-Disposition: form-data; name="files"; filename="\0"\r\n\r\n1',
        b"&" * 5000,
        b"email=%ff&password=%00",
    )
    return chance.choice((*HOSTILE_BODIES, *forms))


def _question(chance: Random, callbacks: list[dict], version: str) -> bytes:
    """A page's question, spoilt in one to three places."""
    known = chance.choice(callbacks)
    parts = [name.rpartition(".") for name in known["output"].strip(".").split("...")]
    outputs = [{"id": part, "property": prop} for part, _, prop in parts]
    values = {"choice": _choice(chance, version), "shown": _choice(chance, version)}
    values["chart"] = {"chart": "journey", "name": "Code"}
    question = {
        "output": known["output"],
        "outputs": outputs if known["output"].startswith("..") else outputs[0],
        "inputs": [{**each, "value": values.get(each["id"])} for each in known["inputs"]],
        "state": [{**each, "value": values.get(each["id"], "")} for each in known["state"]],
        "changedPropIds": [f"{each['id']}.{each['property']}" for each in known["inputs"]],
    }
    for _ in range(chance.randrange(4)):
        question = _spoilt(chance, question)
    return json.dumps(question).encode()


def _choice(chance: Random, version: str) -> dict[str, object]:
    names = chance.sample(NAMES, 6)
    return {"version": version, **{name: chance.choice((*TEXTS, *_values())) for name in names}}


def _values() -> tuple[object, ...]:
    deep: object = []
    for _ in range(50):
        deep = [deep]
    deeper: object = {}
    for _ in range(400):
        deeper = {"a": deeper}
    numbers = (None, True, False, 0, -1, 1.5, 10**30, float("nan"), float("inf"))
    return (*numbers, [], {}, [1], [[]], {"a": {}}, deep, deeper, "\ud800", "\0", ["x"] * 2000)


def _spoilt(chance: Random, value: object) -> object:
    """The same with something in it missing, doubled, or of another kind."""
    if isinstance(value, dict) and value and chance.random() < 0.85:
        name = chance.choice(sorted(value))
        kind = chance.random()
        if kind < 0.2:
            return {key: each for key, each in value.items() if key != name}
        if kind < 0.3:
            return {**value, chance.choice(NAMES): value[name]}
        return {**value, name: _spoilt(chance, value[name])}
    if isinstance(value, list) and value and chance.random() < 0.8:
        place = chance.randrange(len(value))
        kind = chance.random()
        if kind < 0.3:
            return value[:place] + value[place + 1 :]
        if kind < 0.5:
            return [*value, value[place]]
        return [*value[:place], _spoilt(chance, value[place]), *value[place + 1 :]]
    return chance.choice((*_values(), *TEXTS))
