"""Where a build spends its time, function by function."""

import pstats
import sys
from pathlib import Path
from typing import TypeAlias

from bench.generators import ROOT, dateline
from bench.measuring import run

Function: TypeAlias = tuple[str, int, str]
Counted: TypeAlias = tuple[int, int, float, float, object]
"""Calls without recursion, all calls, seconds of its own, seconds with what it calls, its callers."""


def profile(folder: Path, top: int) -> str:
    """The functions that a build in one process spends most on. Profiling makes it about twice as slow."""
    stats = folder / "build.prof"
    build = dateline("1")
    build.forget(folder)
    run((sys.executable, "-m", "cProfile", "-o", str(stats), *build.command(folder)[1:]), folder)
    counted: dict[Function, Counted] = pstats.Stats(str(stats)).stats  # type: ignore[attr-defined]
    return "\n".join((_ranking("of its own", counted, 2, top), _ranking("with what it calls", counted, 3, top)))


def _ranking(title: str, counted: dict[Function, Counted], column: int, top: int) -> str:
    """The table by one of the two columns of seconds."""
    ranked = sorted(counted.items(), key=lambda one: -float(one[1][column]))[:top]  # type: ignore[arg-type]
    lines = [
        f"{own:8.2f} {whole:8.2f} {calls:10,}  {_place(function)}" for function, (_, calls, own, whole, _) in ranked
    ]
    return "\n".join((f"Seconds {title}:", f"{'own':>8} {'whole':>8} {'calls':>10}", *lines, ""))


def _place(function: Function) -> str:
    file, line, name = function
    if not line:
        return name
    for root in (ROOT, *sorted(map(Path, filter(None, sys.path)), key=lambda one: -len(one.parts))):
        if Path(file).is_relative_to(root) and "site-packages" not in Path(file).relative_to(root).parts:
            return f"{Path(file).relative_to(root)}:{line} {name}"
    return f"{file}:{line} {name}"
