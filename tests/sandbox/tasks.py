"""What children do in tests: each function takes bytes and returns bytes."""

import json
import os
import stat
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path


def upper(task: bytes) -> bytes:
    """The task in capitals."""
    return task.upper()


def length(task: bytes) -> bytes:
    """How long the task is."""
    return str(len(task)).encode()


def spin(_task: bytes) -> bytes:
    """Computing for ever."""
    while True:
        pass


def hold(_task: bytes) -> bytes:
    """One call into C that takes minutes and never lets another thread run."""
    return str(pow(7, 10**9)).encode()


def sleep(_task: bytes) -> bytes:
    """Waiting for ever."""
    while True:
        time.sleep(60)


def swell(_task: bytes) -> bytes:
    """More and more memory."""
    kept = []
    while True:
        kept.append(bytearray(10_000_000))


def fail(_task: bytes) -> bytes:
    """An error that nobody foresaw."""
    raise LookupError("not for anybody's eyes")


def leave(_task: bytes) -> bytes:
    """An end without a word."""
    os._exit(3)


def abort(_task: bytes) -> bytes:
    """An end as of a fault in C."""
    os.abort()


def killed(_task: bytes) -> bytes:
    """An end by somebody else, as by a system without memory."""
    os.kill(os.getpid(), 9)
    return sleep(b"")


def nonsense(_task: bytes) -> bytes:
    """An answer that nobody can read."""
    return b"nonsense"


def much(task: bytes) -> bytes:
    """So many bytes."""
    return b"x" * int(task)


def flood(_task: bytes) -> bytes:
    """Megabytes where the answer belongs, past the child's own count, and then no end."""
    for descriptor in range(3, 16):
        with suppress(OSError):
            if stat.S_ISFIFO(os.fstat(descriptor).st_mode):
                for _ in range(100):
                    os.write(descriptor, b"x" * 100_000)
    return sleep(b"")


def chatter(_task: bytes) -> bytes:
    """A library that prints."""
    print("noise")
    sys.stdout.flush()
    os.system("echo noise")  # noqa: S605
    return b"answer"


def write(task: bytes) -> bytes:
    """The name of what happens when a file is written."""
    try:
        Path(task.decode()).write_bytes(b"x" * 100)
    except OSError as error:
        return type(error).__name__.encode()
    return b"written"


def surroundings(_task: bytes) -> bytes:
    """The environment, the limits and the politeness of the process."""
    import resource

    limits = {
        "cpu": resource.getrlimit(resource.RLIMIT_CPU),
        "memory": resource.getrlimit(resource.RLIMIT_AS),
        "core": resource.getrlimit(resource.RLIMIT_CORE),
    }
    told = {"names": sorted(os.environ), "limits": limits, "nice": os.nice(0)}
    return json.dumps(told).encode()


def family(task: bytes) -> bytes:
    """A grandchild that would go on for ever; the ids of both stand in the named file's pipe."""
    grandchild = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    with open(task.decode(), "w", encoding="utf-8") as out:
        out.write(f"{os.getpid()} {grandchild.pid}")
    return sleep(b"")


def leave_behind(_task: bytes) -> bytes:
    """The id of a grandchild that would go on for a minute, and holds no pipe."""
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
    started = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], **quiet)
    return str(started.pid).encode()


def spin_and_tell(task: bytes) -> bytes:
    """The id of this process is written to the named pipe, then it computes for ever."""
    Path(task.decode()).write_text(str(os.getpid()), encoding="utf-8")
    return spin(b"")


def tell(task: bytes) -> bytes:
    """The id of this process is written to the named pipe, then it computes for ever."""
    name, _, how = task.decode().partition(" ")
    with open(name, "w", encoding="utf-8") as out:
        out.write(str(os.getpid()))
    return hold(b"") if how == "hold" else sleep(b"")
