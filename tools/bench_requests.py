"""Print what one anonymous request costs at worst among 300 roles: CPU of the server's process.

Two frameworks of 296 roles on 40 tracks, with levels drawn by lot: ``moves`` are described and
derived along tracks; ``possible`` has none described, so that whatever the levels allow is
possible. Each kind of address is asked for several times with the worst parameters, each time with
other roles, and the slowest counts; what a child process does is counted apart. Run it from the
project's root: ``python tools/bench_requests.py``.
"""

import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

if TYPE_CHECKING:
    from jobtrack_viz.model import Framework

ROOT = Path(__file__).resolve().parent.parent
BUDGET_MS, TIMES, LONG = 300, 8, 3500
PLACE = "/_dash-update-component"

Pairs = list[tuple[str, str]]


def main() -> None:
    """Measure every kind of request on both frameworks."""
    sys.path.insert(0, str(ROOT))
    levelled = import_module("tools.bench_journeys")._levelled
    moving = levelled(import_module("tools.networks").generated("middle"))
    over = 0
    for name, framework in (("moves", moving), ("possible", replace(moving, moves=()))):
        client = _client(framework)
        print(f"\n{name}: {len(framework.roles)} roles; CPU in ms (budget {BUDGET_MS})")
        print(f"{'request':34} {'slowest':>8} {'middle':>7} {'children':>9} {'bytes':>9}  statuses")
        for kind, ask in _kinds(client, framework):
            over += _measured(kind, ask)
    print(f"\n{over} kinds of requests are over the budget")


def _measured(kind: str, ask: Callable[[Random], Any]) -> bool:
    spent, children, sizes, statuses = [], 0.0, [0], set()
    for number in range(TIMES):
        began, before = time.process_time(), _of_children()
        answer = ask(Random(f"{kind} {number}"))
        spent.append((time.process_time() - began) * 1000)
        children = max(children, (_of_children() - before) * 1000)
        sizes.append(len(answer.get_data()))
        statuses.add(answer.status_code)
    slowest, middle = max(spent), sorted(spent)[len(spent) // 2]
    mark = " !" if slowest > BUDGET_MS else ""
    print(
        f"{kind:34} {slowest:8.0f} {middle:7.0f} {children:9.0f} {max(sizes):9}  "
        f"{sorted(statuses)}{mark}",
        flush=True,
    )
    return slowest > BUDGET_MS


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _OneMap:
    """An atlas with one version."""

    reachable = True

    def __init__(self, framework: "Framework") -> None:
        network = import_module("jobtrack_viz.network").build_network(framework)
        views_of, parts = (import_module(f"jobtrack_viz.{name}") for name in ("views", "parts"))
        drawers = views_of.Drawers(parts.PartQueue())
        views = views_of.Views(network, None, drawers)
        atlas = import_module("jobtrack_viz.atlas")
        self._published = atlas.Published("1", framework, network, views, "version")

    def current(self) -> Any:
        """The only one."""
        return self._published

    def at(self, _: str) -> Any:
        """The only one."""
        return self._published


def _client(framework: "Framework") -> Any:
    """A browser without a screen in front of the whole application."""
    app = import_module("app")
    atlas = _OneMap(framework)
    vars(app)["WorkbookAtlas"] = lambda *_: atlas
    settings = import_module("jobtrack_viz.settings").Settings(workbook=ROOT / "none.xlsx")
    server = app.create_app(settings).server
    server.config["draw_first_map"]()
    return server.test_client()


def _kinds(client: Any, framework: "Framework") -> Iterator[tuple[str, Callable[[Random], Any]]]:
    """Every kind of request, by its name, and how to ask for it."""
    ids = [role.id for role in sorted(framework.roles, key=lambda r: (r.rank or 0, r.id))]
    tracks = [track.name for track in framework.tracks]
    grades = [grade.label for grade in framework.grades]

    def ends(chance: Random) -> Pairs:
        return [("start", chance.choice(ids[:90])), ("goal", chance.choice(ids[-60:]))]

    def any_ends(chance: Random) -> Pairs:
        return list(zip(("start", "goal"), chance.sample(ids, 2), strict=True))

    def via(chance: Random) -> Pairs:
        return [*any_ends(chance), *(("via", each) for each in chance.sample(ids, 5))]

    def upward_via(chance: Random) -> Pairs:
        between = sorted(chance.sample(ids[90:-60], 5), key=ids.index)
        return [*ends(chance), *(("via", each) for each in between)]

    def avoid(chance: Random) -> Pairs:
        return [*ends(chance), *(("avoid", name) for name in chance.sample(tracks, 30))]

    def unknown(chance: Random) -> Pairs:
        words = "".join(chance.choice("abcdefghij ") for _ in range(200))
        return [("start", words), ("goal", words[::-1]), *(("via", words[k:]) for k in range(5))]

    def part(chance: Random) -> Pairs:
        return [("track", name) for name in chance.sample(tracks, 30)]

    def nonsense(chance: Random) -> Pairs:
        return [("track", f"{chance.random()}") for _ in range(150)]

    down, possible = ("down", "1"), ("possible", "1")
    questions: dict[str, Callable[[Random], Pairs]] = {
        "nothing": lambda _: [],
        "one role": lambda chance: any_ends(chance)[:1],
        "two roles": ends,
        "two roles, pick, wide": lambda chance: [*ends(chance), ("pick", "4"), ("wide", "1")],
        "shared screen": lambda chance: [*ends(chance), ("present", "1")],
        "down": lambda chance: [*any_ends(chance), down],
        "possible": lambda chance: [*ends(chance), possible],
        "possible, down": lambda chance: [*any_ends(chance), possible, down],
        "avoid 30, no people": lambda chance: [*avoid(chance), ("people", "no")],
        "avoid 30, down, possible": lambda chance: [*avoid(chance), down, possible],
        "via 1": lambda chance: via(chance)[:3],
        "via 5": via,
        "via 5 upwards": upward_via,
        "via 5, down": lambda chance: [*via(chance), down],
        "via 5, possible": lambda chance: [*upward_via(chance), possible],
        "via 5, down, possible": lambda chance: [*via(chance), down, possible],
        "via 5, avoid 3, down, possible": lambda chance: [
            *via(chance), *avoid(chance)[2:5], down, possible, ("people", "no")
        ],
        "reach, all": lambda chance: [
            *any_ends(chance)[:1], ("reach", "1"), ("grades", "all"), ("more", "1"), down
        ],
        "unknown texts": unknown,
        "a new part of 30 tracks": part,
        "a new part and via 5": lambda chance: [*part(chance), *via(chance), down, possible],
        "grades": lambda chance: [("from", chance.choice(grades)), ("to", chance.choice(grades))],
        "unknown parts": nonsense,
    }  # fmt: skip
    for name, question in questions.items():
        yield f"/ {name}", _getting(client, "/", question)
    for path in ("/plan", "/plan.docx", "/comparison.xlsx"):
        yield path, _getting(client, path, ends)
        yield (
            f"{path} via 5, down, possible",
            _getting(client, path, questions["via 5, down, possible"]),
        )
    for path in ("/text", "/titles", "/help", "/privacy", "/healthz", "/version"):
        yield path, _getting(client, path, lambda _: [])
    yield "/ladder", _getting(client, "/ladder", lambda _: [("version", "1")])
    for name in ("two roles", "via 5, down, possible", "reach, all", "unknown texts"):
        yield f"choice: {name}", _posting(client, "choice", questions[name])
        yield f"layout: {name}", _from_page(client, questions[name])
    yield "levels: journey", _posting(client, "chart", ends, {"chart": "journey", "name": ""})
    yield "levels: via 5", _posting(client, "chart", via, {"chart": "journey", "name": ""})


def _getting(
    client: Any, path: str, question: Callable[[Random], Pairs]
) -> Callable[[Random], Any]:
    return lambda chance: client.get(f"{path}?{urlencode(question(chance))}"[:LONG])


def _from_page(client: Any, question: Callable[[Random], Pairs]) -> Callable[[Random], Any]:
    def ask(chance: Random) -> Any:
        referrer = f"http://localhost/?{urlencode(question(chance))}"[:LONG]
        return client.get("/_dash-layout", headers={"Referer": referrer})

    return ask


def _posting(
    client: Any, name: str, question: Callable[[Random], Pairs], wish: Any = None
) -> Callable[[Random], Any]:
    """A choice as the page posts it, or the wish for a chart of that choice."""
    known = next(
        each
        for each in client.get("/_dash-dependencies").json
        if [one["id"] for one in each["inputs"]] == [name] and not each["clientside_function"]
    )
    parts = [each.rpartition(".") for each in known["output"].strip(".").split("...")]
    outputs = [{"id": part, "property": prop} for part, _, prop in parts]

    def ask(chance: Random) -> Any:
        pairs = question(chance)
        choice = {key: value for key, value in pairs if key in ("start", "goal", "pick")}
        plan = urlencode([pair for pair in pairs if pair[0] not in choice])
        sent = {**choice, "plan": plan, "view": "", "version": "1"}
        body = {
            "output": known["output"],
            "outputs": outputs if known["output"].startswith("..") else outputs[0],
            "inputs": [{"id": name, "property": "data", "value": wish or sent}],
            "state": [{**each, "value": sent if wish else ""} for each in known["state"]],
            "changedPropIds": [f"{name}.data"],
        }
        return client.post(PLACE, json=body)

    return ask


if __name__ == "__main__":
    main()
