"""Builds of a workplace: with what is remembered, from nothing, and stopped half-way; and what each said and made."""

import errno
import os
import re
import shutil
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from dateline.cli import run
from tests.edits.operations import MARK, Workplace

PROGRAM = Path(__file__).parents[2] / "build.py"
STOPS = ("killed", "interrupted", "full")
CHANGES = ("os.link", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "open")
"""Python's names (PEP 578) of the calls that change files."""
GROWING = ("os.link", "os.mkdir", "open")
"""Those that a full disk refuses."""
_BUILT = re.compile(r"(built \d+ pages?) in [\d.]+ s: (\d+ files?)(?: \([^)]*\))?\nsee .*/index\.html\n")


@dataclass(frozen=True)
class Said:
    """How a build ended and what it said. Times, counts of what changed, and folders are no part of it."""

    status: int
    stdout: str
    stderr: str


Invoke = Callable[[Sequence[str]], Said]


def here(arguments: Sequence[str]) -> Said:
    """The command in this process; a traceback is told as Python does that."""
    with CliRunner().isolation() as (stdout, stderr, _):
        try:
            status = run(arguments)
        except Exception:  # noqa: BLE001 - whatever it is, it is to be told
            traceback.print_exc()
            status = 1
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        return Said(status, stdout.getvalue().decode(), stderr.getvalue().decode())


def apart(arguments: Sequence[str]) -> Said:
    """The command in a process of its own."""
    command = [sys.executable, str(PROGRAM), *arguments]
    ran = subprocess.run(command, capture_output=True, check=False, encoding="utf-8", timeout=300)
    return Said(ran.returncode, ran.stdout, ran.stderr)


def remembering(place: Workplace, options: Sequence[str], invoke: Invoke) -> Said:
    """A build with the site's usual output and cache."""
    return _plain(invoke(_words(place, options)), place)


def clean(place: Workplace, options: Sequence[str], invoke: Invoke) -> tuple[Said, dict[str, bytes]]:
    """A build from nothing, and the files that it made."""
    fresh = place.folder / "fresh"
    folders = ("--output", str(fresh / "site"), "--cache", str(fresh / "cache"))
    try:
        said = invoke([*_words(place, options), *folders, "--clean"])
        return _plain(said, place), tree_of(fresh / "site")
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def stopped(place: Workplace, options: Sequence[str], how: str, call: int) -> int | None:
    """The exit status of a build to which something happens at its so many-th change of files; `None` if killed."""
    child = os.fork()
    if child == 0:
        status = 99
        try:
            sys.addaudithook(_at(call, how))
            status = here(_words(place, options)).status
        finally:
            os._exit(status)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return None if status == -signal.SIGKILL else status


def _at(call: int, how: str) -> Callable[[str, tuple[Any, ...]], None]:
    """An audit hook that kills or interrupts the process at some change, or finds the disk full from then on."""
    left = call

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        writes = event != "open" or (isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR))
        if event not in CHANGES or not writes or _is_nowhere(arguments[0]):
            return
        left -= 1
        if left < 0 and how == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        if left == -1 and how == "interrupted":
            raise KeyboardInterrupt
        if left < 0 and how == "full" and event in GROWING:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), arguments[0])

    return hook


def _is_nowhere(path: object) -> bool:
    return isinstance(path, int) or path in ("/dev/null", b"/dev/null")


def _words(place: Workplace, options: Sequence[str]) -> list[str]:
    return ["build", "--config", str(place.root / "config.yaml"), *options]


def _plain(said: Said, place: Workplace) -> Said:
    """What was said, without what may differ: times, counts of what was new, and where the folders stand."""

    def plain(text: str) -> str:
        return _BUILT.sub(r"\1: \2\n", text).replace(str(place.folder), "…")

    return Said(said.status, plain(said.stdout), plain(said.stderr))


def tree_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but the product's own mark."""
    files = (path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else ()
    tree = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(files)}
    tree.pop(MARK, None)
    return tree
