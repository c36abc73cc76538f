"""The figures as tables in Markdown."""

import os
import platform
from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from msgspec import Struct

from bench.generators import HUGO_VERSION
from bench.measuring import Output, Spent

INTRODUCTION = """\
# How long a build takes

Made by `make bench OPTIONS='{options}'` on {machine}.

Both generators build the same made-up story (`bench/corpus.py`): 40 % articles of some 320 words, 40 % notes of some
65 words that quote them, 15 % events, 5 % people, places and organisations. Every figure is a whole process on a first
build, with nothing remembered, the files warm in memory; the generators take turns. Seconds are on the clock, CPU
seconds those of all processes together, memory is that of the largest single process. Where `--jobs 1` takes clearly
more seconds than CPU seconds, the machine had something else to do as well: then compare CPU seconds.

They don't do the same work. Hugo renders the pages, lists, one feed and a sitemap that its templates in `bench/hugo/`
ask for, and resolves every link. Dateline also checks all front matter, finds each quote in its article and highlights
it, orders the events by what is known of their dates, lists with every page what refers to it, draws the timeline, and
writes its exports.
"""


class Measured(Struct, frozen=True):
    """What one generator spent on a story of one size, round by round, and what came out."""

    size: int
    generator: str
    spent: tuple[Spent, ...]
    output: Output

    @property
    def wall(self) -> float:
        return median(one.wall for one in self.spent)

    @property
    def cpu(self) -> float:
        return median(one.cpu for one in self.spent)

    @property
    def peak(self) -> float:
        return median(one.peak for one in self.spent)


def report(measured: Sequence[Measured]) -> str:
    """All tables."""
    tables = (_costs(measured), _ratios(measured), _growth(measured))
    return "\n".join(table for table in tables if table)


def page(measured: Sequence[Measured], options: str) -> str:
    """The tables with what a reader must know."""
    return f"{INTRODUCTION.format(options=options, machine=_machine())}\n{report(measured)}"


def _machine() -> str:
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, Hugo {HUGO_VERSION}"
    )


def _costs(measured: Iterable[Measured]) -> str:
    rows = (
        (
            f"{one.size:,}",
            one.generator,
            f"{one.wall:.2f}",
            f"{one.cpu:.2f}",
            f"{one.peak:.0f}",
            f"{one.output.files:,}",
            f"{one.output.megabytes:.1f}",
        )
        for one in measured
    )
    return _table("A first build (medians)", ("documents", "", "seconds", "CPU seconds", "MiB", "files", "MB"), rows)


def _ratios(measured: Sequence[Measured]) -> str:
    return _table("Seconds, Dateline to Hugo", ("documents", "", "median", "round by round"), _compared(measured))


def _compared(measured: Sequence[Measured]) -> Iterator[tuple[str, ...]]:
    hugo = {one.size: one for one in measured if one.generator == "Hugo"}
    for one in measured:
        if one.generator != "Hugo" and one.size in hugo:
            pairs = zip(one.spent, hugo[one.size].spent, strict=True)
            ratios = [ours.wall / theirs.wall for ours, theirs in pairs]
            yield f"{one.size:,}", one.generator, f"{median(ratios):.2f}", ", ".join(f"{ratio:.2f}" for ratio in ratios)


def _growth(measured: Sequence[Measured]) -> str:
    """How much more ten times the documents cost."""
    by = {(one.generator, one.size): one for one in measured}
    rows = (
        (
            f"{one.size:,} to {more.size:,}",
            one.generator,
            *(f"× {after / before:.1f}" for before, after in _pairs(one, more)),
        )
        for one in measured
        if (more := by.get((one.generator, one.size * 10)))
    )
    return _table("Ten times the documents", ("documents", "", "seconds", "CPU seconds", "MiB"), rows)


def _pairs(one: Measured, more: Measured) -> tuple[tuple[float, float], ...]:
    return (one.wall, more.wall), (one.cpu, more.cpu), (one.peak, more.peak)


def _table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table under a heading; nothing where there are no rows."""
    body = [f"| {' | '.join(row)} |" for row in rows]
    if not body:
        return ""
    align = [":--" if not head else "--:" for head in heads]
    return "\n".join((f"## {title}", "", f"| {' | '.join(heads)} |", f"|{'|'.join(align)}|", *body, ""))
