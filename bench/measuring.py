"""What one run of a program costs, as the operating system accounts for it.

Processor time is that of the program and of every process that it started and waited for. The peak is that of the
largest among them: the system keeps the highest mark of all processes that were waited for, not of the first alone.
"""

import hashlib
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

UNIT_OF_MEMORY = 1 if sys.platform == "darwin" else 1024
"""What the system counts memory in, in bytes: bytes on macOS, KiB elsewhere."""
MEGABYTE = 1e6
LAUNCHER = Path(__file__).parent / "launcher.py"
BREATH = 0.25
"""Seconds between two looks at all processes together."""


class Spent(Struct, frozen=True):
    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds of all its processes, user and system."""
    peak: float
    """Memory of its largest process, resident, in MB."""
    together: float = 0.0
    """The most that all its processes held at one time, in MB; 0 where nobody looked."""


class Output(Struct, frozen=True):
    """How much stands in a folder."""

    files: int
    pages: int
    megabytes: float
    sorts: tuple[tuple[str, int], ...]
    """How many files there are in each folder at the top."""
    digest: str
    """Of all names and bytes: equal where the same came out."""


def run(command: Sequence[str], folder: Path, *, look: bool = False) -> Spent:
    """Runs a program in a folder, start-up and end included. One that fails ends the benchmark with what it said."""
    with tempfile.TemporaryFile() as said:
        launched = (sys.executable, "-I", "-S", str(LAUNCHER), *command)
        process = subprocess.Popen(launched, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=said)
        looking = _Looking(process.pid) if look else None
        cost, _ = process.communicate()
        together = looking.end() if looking else 0.0
        wall, cpu, peak, status = map(float, cost.split() or (0, 0, 0, process.returncode))
        if status:
            said.seek(0)
            words = said.read().decode("utf-8", "replace")[-4000:]
            raise SystemExit(f"{' '.join(command)}\nended with status {status:.0f}:\n{words}")
    return Spent(wall, cpu, peak * UNIT_OF_MEMORY / MEGABYTE, together)


class _Looking:
    """Looks, four times a second, how much all processes below one hold, which takes a little time from them."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._most = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def end(self) -> float:
        """The most that was seen, in MB."""
        self._over.set()
        self._thread.join()
        return self._most

    def _look(self) -> None:
        while not self._over.wait(BREATH):
            self._most = max(self._most, held(self._process))


def held(process: int) -> float:
    """What all processes below one hold, in MB (Linux only).

    Of memory that several share, each is counted its part (PSS), so that forked processes do not count it twice.
    """
    return sum(map(_share, _below(process))) / MEGABYTE


def _below(process: int) -> Iterator[int]:
    """All that a process and its own have started."""
    for threads in Path(f"/proc/{process}/task").glob("*/children"):
        for child in map(int, _read(threads).split()):
            yield child
            yield from _below(child)


def _share(process: int) -> int:
    """A process's part of what stands in memory, in bytes."""
    lines = _read(Path(f"/proc/{process}/smaps_rollup")).splitlines()
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _read(path: Path) -> str:
    """What the system says of a process; nothing if that has ended."""
    try:
        return path.read_text("ascii")
    except OSError:
        return ""


def output(folder: Path) -> Output:
    """How much stands in a folder, the program's own notes (hidden files) left out."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("[!.]*") if path.is_file())
    sorts = Counter(f"{top}/" if inside else "" for top, _, inside in (name.partition("/") for name in names))
    whole, size = hashlib.sha256(), 0
    for name in names:
        data = (folder / name).read_bytes()
        size += len(data)
        whole.update(f"{name}\0{len(data)}\0".encode() + data)
    pages = sum(name.endswith(".html") for name in names)
    return Output(len(names), pages, size / MEGABYTE, tuple(sorted(sorts.items())), whole.hexdigest())
