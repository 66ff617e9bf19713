"""The command line: checking, comparing, finding routes, laying out; accounts; doctor."""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from jobtrack_viz.convert_command import add_convert
from jobtrack_viz.doctor import add_doctor
from jobtrack_viz.errors import JobtrackError, UnknownRole, UnknownTrack, UnreadableWorkbook
from jobtrack_viz.gaps import compare
from jobtrack_viz.health import findings
from jobtrack_viz.journeys import Preferences, find_journeys
from jobtrack_viz.model import Framework, Problem, Role
from jobtrack_viz.network import build_network
from jobtrack_viz.report import (
    comparison_json,
    comparison_text,
    guidance_text,
    problems_json,
    problems_text,
    routes_json,
    routes_text,
    summary_json,
    summary_text,
)
from jobtrack_viz.settings import Limits
from jobtrack_viz.titles import TitleIndex
from jobtrack_viz.user_command import add_user
from jobtrack_viz.workbook import Reading, read_workbook, read_workbooks
from jobtrack_viz.workbook.text import closest, fold

FINE, NO_ANSWER, WRONG = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 if fine, 1 without an answer, 2 if it cannot run."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except JobtrackError as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        return WRONG
    return code


class _Parser(argparse.ArgumentParser):
    """Wrong usage is one line on stderr and exit code 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG, f"{self.prog}: {message}\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m jobtrack_viz", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="say what is wrong with a workbook, cell by cell")
    check.add_argument(
        "books", metavar="BOOK", type=Path, nargs="+", help="an .xlsx workbook; several are one map"
    )
    check.set_defaults(run=_on_all_workbooks)
    check.add_argument("--json", action="store_true", help="print one JSON object")
    for name, run, help_text in (
        ("compare", _compare, "compare two roles"),
        ("routes", _routes, "find journeys between two roles"),
    ):
        command = _command(commands, name, run, help_text)
        command.add_argument("start", metavar="FROM", help="id, title or “Title (Grade)”")
        command.add_argument("goal", metavar="TO", help="id, title or “Title (Grade)”")
        command.add_argument("--json", action="store_true", help="print one JSON object")
        if name == "routes":
            _add_wishes(command)
    layout = _command(commands, "layout", _layout, "lay the map out")
    layout.add_argument("--geojson", action="store_true", required=True, help="as GeoJSON")
    add_convert(commands)
    add_user(commands)
    add_doctor(commands)
    return parser


def _add_wishes(command: argparse.ArgumentParser) -> None:
    """What somebody may ask of the journeys."""
    again = "; may be given several times"
    command.add_argument(
        "--via", metavar="ROLE", action="append", default=[], help=f"pass a role{again}, in order"
    )
    command.add_argument(
        "--avoid", metavar="TRACK", action="append", default=[], help=f"avoid a track{again}"
    )
    command.add_argument(
        "--no-people", action="store_true", help="no stop in between that manages people"
    )
    command.add_argument("--step-down", action="store_true", help="allow lower grades")
    command.add_argument("--possible", action="store_true", help="add undescribed moves")


if TYPE_CHECKING:
    _Commands: TypeAlias = argparse._SubParsersAction["_Parser"]
_Run = Callable[[Reading, argparse.Namespace], int]


def _command(
    commands: "_Commands", name: str, run: _Run, help_text: str
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=help_text)
    command.add_argument("book", metavar="BOOK", type=Path, help="an .xlsx workbook")
    command.set_defaults(run=partial(_on_its_workbook, run))
    return command


def _on_its_workbook(run: _Run, options: argparse.Namespace) -> int:
    return run(read_workbook(_bytes(options.book), Limits.from_env()), options)


def _on_all_workbooks(options: argparse.Namespace) -> int:
    books = {str(path): _bytes(path) for path in options.books}
    return _check(read_workbooks(books, Limits.from_env()), options)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise UnreadableWorkbook(f"{path}: {reason}") from error


def _check(reading: Reading, options: argparse.Namespace) -> int:
    problems = _problems(reading)
    if options.json:
        _print_json(
            {
                "ok": reading.framework is not None,
                "summary": summary_json(reading.summary),
                "problems": problems_json(problems),
            }
        )
    else:
        print(summary_text(reading.summary))
        beside = guidance_text(reading.framework) if reading.framework else ""
        if beside:
            print(beside)
        print(problems_text(problems))
    return FINE if reading.framework is not None else NO_ANSWER


def _problems(reading: Reading) -> tuple[Problem, ...]:
    if reading.framework is None:
        return reading.problems
    found = (*reading.problems, *findings(build_network(reading.framework), reading.places))
    order = ("error", "warning", "note")
    return tuple(sorted(found, key=lambda problem: order.index(problem.severity)))


def _compare(reading: Reading, options: argparse.Namespace) -> int:
    if reading.framework is None:
        return _refuse(reading, options)
    framework = reading.framework
    start, goal = _roles(framework, options)
    comparison = compare(framework, start, goal)
    if options.json:
        _print_json(comparison_json(framework, comparison))
    else:
        print(comparison_text(framework, comparison))
    return FINE


def _routes(reading: Reading, options: argparse.Namespace) -> int:
    if reading.framework is None:
        return _refuse(reading, options)
    framework = reading.framework
    start, goal = _roles(framework, options)
    wishes = Preferences(
        via=tuple(_role(TitleIndex(framework), text).id for text in options.via),
        avoid=frozenset(_track(framework, text) for text in options.avoid),
        no_people=options.no_people,
        step_down=options.step_down,
        possible=options.possible,
    )
    journeys = find_journeys(build_network(framework), start, goal, wishes)
    if options.json:
        _print_json(routes_json(journeys))
    else:
        print(routes_text(framework, journeys, start, goal))
    return FINE if journeys else NO_ANSWER


def _layout(reading: Reading, options: argparse.Namespace) -> int:
    if reading.framework is None:
        return _refuse(reading, options)
    from jobtrack_viz.drawing.geojson import geojson
    from jobtrack_viz.metro import lay_out

    network = build_network(reading.framework)
    _print_json(geojson(lay_out(network), network))
    return FINE


def _refuse(reading: Reading, options: argparse.Namespace) -> int:
    """Say why a workbook with errors gives no answer."""
    if getattr(options, "json", True):
        _print_json({"ok": False, "problems": problems_json(reading.problems)})
    else:
        print(problems_text(reading.problems))
    return NO_ANSWER


def _roles(framework: Framework, options: argparse.Namespace) -> tuple[Role, Role]:
    index = TitleIndex(framework)
    return _role(index, options.start), _role(index, options.goal)


def _role(index: TitleIndex, text: str) -> Role:
    found = index.find(text)
    if found.role is not None:
        return found.role
    names = "; ".join(role.name for role in found.roles or found.nearest)
    if found.roles:
        raise UnknownRole(f"“{text}” fits several roles: {names}. Write the title with its grade.")
    hint = f" Did you mean one of: {names}?" if names else ""
    raise UnknownRole(f"No role is called “{text}”.{hint}")


def _track(framework: Framework, text: str) -> str:
    names = {fold(track.name): track.name for track in framework.tracks}
    if fold(text) in names:
        return names[fold(text)]
    near = closest(text, names.values())
    hint = f" Did you mean one of: {'; '.join(near)}?" if near else ""
    raise UnknownTrack(f"No track is called “{text}”.{hint}")


def _print_json(answer: object) -> None:
    json.dump(answer, sys.stdout, ensure_ascii=False)
    sys.stdout.write("\n")


def _as_a_program() -> int:
    """Run it with UTF-8 streams; a reader that has seen enough, as ``head`` has, is no failure."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    return code


if __name__ == "__main__":
    sys.exit(_as_a_program())
