"""A child gives its answer within its bounds, or is ended and says why; nothing of it remains."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread, Timer

import pytest

from jobtrack_viz.sandbox import (
    Bounds,
    Busy,
    Cancelled,
    ChildDied,
    OutOfMemory,
    OutputTooLarge,
    Slots,
    TooSlow,
    run,
)

BOUNDS = Bounds(cpu_seconds=5, wall_seconds=30, memory_bytes=300_000_000, output_bytes=100_000)
PIPES = pytest.mark.skipif(sys.platform == "win32", reason="named pipes and signals of POSIX")
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes in /proc")
SOON = 1.0
ROOT = Path(__file__).resolve().parents[2]
PARENT = """
import sys
sys.path.append(sys.argv[1])
from jobtrack_viz.sandbox import Bounds, run
run("tests.sandbox.tasks:tell", sys.argv[2].encode(), Bounds(60, 60, 300_000_000, 1))
"""


def ask(name: str, task: bytes = b"", **changed: object) -> bytes:
    """The answer of one of the functions in ``tasks``."""
    return run(f"tests.sandbox.tasks:{name}", task, replace(BOUNDS, **changed))


def is_running(pid: int) -> bool:
    """True for a process that is there, and not only waiting to be noticed by its parent."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


def ended_within(seconds: float, *pids: int) -> bool:
    """True as soon as none of them runs; False if one does when the time is over."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not any(map(is_running, pids)):
            return True
        time.sleep(0.02)
    return False


def test_an_answer():
    """What the function returns is the answer."""
    assert ask("upper", b"tube") == b"TUBE"


def test_a_large_task():
    """A task of many megabytes arrives complete."""
    assert ask("length", b"x" * 20_000_000) == b"20000000"


def test_prints_are_no_answer():
    """What libraries print does not get into the answer."""
    assert ask("chatter") == b"answer"


def test_too_much_computing():
    """A child that computes for longer than it may is ended, and the limit is named."""
    with pytest.raises(TooSlow, match="allowed 1 seconds of computing time"):
        ask("spin", cpu_seconds=1)


def test_too_long_by_the_clock():
    """A child that waits for longer than it may is ended, and the limit is named."""
    with pytest.raises(TooSlow, match=r"allowed 0\.5 seconds by the clock"):
        ask("sleep", wall_seconds=0.5)


def test_too_much_memory():
    """A child that wants more memory than it may have is ended."""
    with pytest.raises(OutOfMemory):
        ask("swell")


def test_too_large_an_answer():
    """An answer is taken up to its limit, and not a byte more."""
    assert len(ask("much", b"100000")) == 100_000
    with pytest.raises(OutputTooLarge):
        ask("much", b"100001")


@PIPES
def test_an_answer_without_end():
    """A child that somebody else has taken over is ended once it writes more than it may."""
    with pytest.raises(OutputTooLarge):
        ask("flood", wall_seconds=3)


@pytest.mark.parametrize(("name", "said"), [("fail", "80, LookupError"), ("leave", "3, no answer")])
def test_an_unforeseen_end(name: str, said: str):
    """A child that fails is a kind of error of its own, with the name of what happened alone."""
    with pytest.raises(ChildDied) as found:
        ask(name)

    assert str(found.value) == f"A child process ended with {said}."


def test_no_such_function():
    """A function that is not there is a fault like any other."""
    with pytest.raises(ChildDied, match="AttributeError"):
        ask("nothing")


@PIPES
def test_no_files(tmp_path: Path):
    """A child writes no files."""
    assert ask("write", str(tmp_path / "file").encode()) == b"OSError"


@PIPES
def test_surroundings(monkeypatch: pytest.MonkeyPatch):
    """A child knows none of the server's secrets, and its limits stand in the kernel."""
    monkeypatch.setenv("SECRET_KEY", "not for children")
    found = json.loads(ask("surroundings"))

    assert "SECRET_KEY" not in found["names"]
    assert found["limits"] == {"cpu": [5, 6], "memory": [300_000_000] * 2, "core": [0, 0]}
    assert found["nice"] >= min(19, os.nice(0) + 10)


def test_cancelled():
    """A child whose answer is not wanted any more is ended within a second."""
    wanted_no_more = Event()
    Timer(0.7, wanted_no_more.set).start()
    started = time.monotonic()
    with pytest.raises(Cancelled):
        run("tests.sandbox.tasks:spin", b"", BOUNDS, wanted_no_more.is_set)

    assert time.monotonic() - started < 0.7 + SOON


def test_a_question_that_fails():
    """If it cannot be found out whether the answer is wanted, the child ends as well."""

    def stop() -> bool:
        raise ConnectionError

    with pytest.raises(ConnectionError):
        run("tests.sandbox.tasks:sleep", b"", BOUNDS, stop)


@LINUX
def test_the_whole_family(tmp_path: Path):
    """What a child has started ends with it."""
    pipe = tmp_path / "ids"
    os.mkfifo(pipe)
    stop = Event()
    found: list[int] = []

    def hear() -> None:
        found.extend(map(int, pipe.read_text(encoding="utf-8").split()))
        stop.set()

    Thread(target=hear, daemon=True).start()
    with pytest.raises(Cancelled):
        run("tests.sandbox.tasks:family", str(pipe).encode(), BOUNDS, stop.is_set)

    assert ended_within(SOON, *found)


@LINUX
def test_the_whole_family_after_an_answer():
    """It ends with a child that has done its task, too."""
    assert ended_within(SOON, int(ask("leave_behind")))


@LINUX
@pytest.mark.parametrize("how", ["hold", "sleep"])
def test_a_killed_parent(tmp_path: Path, how: str):
    """A child ends within a second of its parent, even of one that is killed without warning."""
    pipe = tmp_path / "id"
    os.mkfifo(pipe)
    parent = subprocess.Popen([sys.executable, "-c", PARENT, str(ROOT), f"{pipe} {how}"])
    child = int(pipe.read_text(encoding="utf-8"))
    before = is_running(child)
    parent.send_signal(signal.SIGKILL)
    parent.wait()

    assert before
    assert ended_within(SOON, child)


@PIPES
def test_a_closed_pipe(tmp_path: Path):
    """A child ends when the pipe from its parent does, also where the kernel does not help."""
    pipe = tmp_path / "id"
    os.mkfifo(pipe)
    start = f"import sys; sys.path.append({str(ROOT)!r}); "
    start += "from jobtrack_viz.sandbox import child; child.main()"
    bounds = '{"cpu_seconds": 9, "wall_seconds": 9, "memory_bytes": 300000000, "output_bytes": 1}'
    told = ["tests.sandbox.tasks:tell", bounds, str(os.getpid())]
    task = str(pipe).encode()
    child = subprocess.Popen(
        [sys.executable, "-I", "-c", start, *told], stdin=subprocess.PIPE, start_new_session=True
    )
    assert child.stdin is not None
    child.stdin.write(len(task).to_bytes(8) + task)
    child.stdin.flush()
    assert int(pipe.read_text(encoding="utf-8")) == child.pid
    child.stdin.close()

    assert child.wait(SOON) == -signal.SIGKILL


def test_slots():
    """No more children run at a time than there are slots; whoever waits too long is told so."""
    slots = Slots(1)
    with slots.taken(0), pytest.raises(Busy), slots.taken(0.01):
        pass
    with slots.taken(0):
        pass
