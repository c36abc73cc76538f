"""What each step of a build took, as the build itself tells it."""

import re
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

from bench.generators import Generator

TOLD = re.compile(r" *(\d+\.\d+) s  (.+), ([\d,]+) times?")


class Step(Struct, frozen=True):
    name: str
    seconds: float
    times: int


def steps(generator: Generator, folder: Path) -> tuple[Step, ...]:
    """The steps of a build of the site in this folder, in the order in which they are told."""
    said = _said(_telling(generator, folder), folder)
    told = filter(None, map(TOLD.fullmatch, said.splitlines()))
    return tuple(Step(one[2], float(one[1]), int(one[3].replace(",", ""))) for one in told)


def _telling(generator: Generator, folder: Path) -> list[str]:
    """The command, made to tell its steps."""
    quiet = generator.command(folder)
    asking = [word for word in quiet if word != "--quiet"]
    return [*asking, _option(tuple(quiet[:2]), folder)]


@cache
def _option(program: tuple[str, ...], folder: Path) -> str:
    return "--profile" if "--profile" in _said([*program, "build", "--help"], folder) else "--verbose"


def _said(command: Sequence[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, encoding="utf-8")
    return done.stdout
