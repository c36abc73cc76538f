"""Where a build spends its time, function by function."""

import pstats
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from bench.generators import ROOT, dateline
from bench.measuring import run

Function: TypeAlias = tuple[str, int, str]
Counted: TypeAlias = tuple[int, int, float, float, object]
"""Calls without recursion, all calls, seconds of its own, seconds with what it calls, its callers."""


class Row(Struct, frozen=True):
    place: str
    calls: int
    own: float
    whole: float


def profile(size: int, work: Path, top: int) -> str:
    """What a first build in one process spends most on. Profiling makes it about twice as slow."""
    stats, folder = work / "build.prof", work / "site"
    build = dateline("1")
    build.write(size, folder)
    run((sys.executable, "-m", "cProfile", "-o", str(stats), *build.command(folder)[1:]), folder)
    counted: dict[Function, Counted] = pstats.Stats(str(stats)).stats  # type: ignore[attr-defined]
    rows = [Row(_place(function), calls, own, whole) for function, (_, calls, own, whole, _) in counted.items()]
    tables = {
        "Functions by their own time": sorted(rows, key=lambda row: -row.own),
        "Functions by their time with what they call": sorted(rows, key=lambda row: -row.whole),
        "Modules by their own time": sorted(_modules(rows), key=lambda row: -row.own),
    }
    return "\n".join(_table(title, ranked[:top]) for title, ranked in tables.items())


def _modules(rows: Iterable[Row]) -> list[Row]:
    """All functions of a module in one row, whose time with what they call would mean nothing."""
    own: dict[str, float] = defaultdict(float)
    calls: Counter[str] = Counter()
    for row in rows:
        module = row.place.partition(":")[0] if ".py:" in row.place else "built in"
        own[module] += row.own
        calls[module] += row.calls
    return [Row(module, calls[module], own[module], 0.0) for module in own]


def _table(title: str, rows: Iterable[Row]) -> str:
    lines = (f"{row.own:8.3f} {row.whole:8.3f} {row.calls:10,}  {row.place}" for row in rows)
    return "\n".join((f"{title}:", f"{'own s':>8} {'whole s':>8} {'calls':>10}", *lines, ""))


def _place(function: Function) -> str:
    """Where a function stands: from the repository's root, or from where its library is installed."""
    file, line, name = function
    if not line:
        return name
    for root in sorted((ROOT, *map(Path, filter(None, sys.path))), key=lambda one: -len(one.parts)):
        if Path(file).is_relative_to(root):
            return f"{Path(file).relative_to(root)}:{line} {name}"
    return f"{file}:{line} {name}"
