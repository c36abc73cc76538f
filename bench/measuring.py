"""What one run of a program costs, as the operating system accounts for it."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

UNITS_OF_MEMORY = 2**20 if sys.platform == "darwin" else 2**10
"""How many of the system's units of memory make a MiB: it counts in bytes on macOS, in KiB elsewhere."""


class Spent(Struct, frozen=True):
    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds of all its processes, user and system."""
    peak: float
    """Memory of its largest process, resident, in MiB."""


class Output(Struct, frozen=True):
    files: int
    megabytes: float


def run(command: Sequence[str], folder: Path) -> Spent:
    """Runs a program in a folder, start-up and end included. One that fails ends the benchmark with what it said."""
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            words = said.read().decode("utf-8", "replace")[-4000:]
            raise SystemExit(f"{' '.join(command)}\nended with status {process.returncode}:\n{words}")
    return Spent(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / UNITS_OF_MEMORY)


def output(folder: Path) -> Output:
    """How much stands in a folder."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file() and path.name[0] != "."]
    return Output(len(sizes), sum(sizes) / 1e6)
