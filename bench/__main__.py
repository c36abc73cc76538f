"""How long a build takes, beside Hugo with the same story: `python -m bench --help`."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.corpus import corpus
from bench.generators import ROOT, Generator, dateline, hugo
from bench.measuring import Spent, output, run
from bench.profiling import profile
from bench.report import Measured, page, report
from bench.sites import write_dateline

RESULTS = ROOT / "bench" / "RESULTS.md"


def main() -> None:
    asked = _asked()
    with tempfile.TemporaryDirectory(prefix="dateline-bench-", dir=asked.work) as made:
        folder = Path(made).resolve()
        if asked.profile:
            write_dateline(corpus(asked.sizes[0]), folder)
            print(profile(folder, asked.top))
            return
        generators = [*map(dateline, asked.jobs), *(() if asked.alone else (hugo(asked.peers),))]
        measured = [one for size in asked.sizes for one in _measure(size, generators, folder, asked.rounds)]
    print(report(measured))
    if asked.write:
        RESULTS.write_text(page(measured, _again(asked)), encoding="utf-8")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="How long a build takes, beside Hugo.")
    parser.add_argument("--sizes", type=_numbers, default="100,1000", help="numbers of documents [%(default)s]")
    parser.add_argument("--rounds", type=int, default=3, help="how often each builds, in turns [%(default)s]")
    parser.add_argument("--jobs", type=_words, default="all", help="Dateline's numbers of processes [%(default)s]")
    parser.add_argument("--alone", action="store_true", help="without Hugo")
    parser.add_argument("--peers", type=Path, default=_cache(), help="where Hugo is installed [a temporary folder]")
    parser.add_argument("--work", type=Path, help="where the sites are made [a temporary folder]")
    parser.add_argument("--write", action="store_true", help="write bench/RESULTS.md")
    parser.add_argument("--profile", action="store_true", help="show what the first of the sizes spends its time on")
    parser.add_argument("--top", type=int, default=25, help="so many functions of a profile [%(default)s]")
    return parser.parse_args()


def _again(asked: argparse.Namespace) -> str:
    """The options that another machine needs for the same figures."""
    sizes = ",".join(map(str, asked.sizes))
    return f"--sizes {sizes} --rounds {asked.rounds} --jobs {','.join(asked.jobs)} --write"


def _numbers(written: str) -> tuple[int, ...]:
    return tuple(int(number) for number in written.split(","))


def _words(written: str) -> tuple[str, ...]:
    return tuple(written.split(","))


def _cache() -> Path:
    return Path(tempfile.gettempdir()) / "dateline-bench-peers"


def _measure(size: int, generators: Sequence[Generator], folder: Path, rounds: int) -> list[Measured]:
    """What each generator spends on a story of this size; in each round each builds once."""
    story = corpus(size)
    sites = {one.site: folder / f"{one.site}-{size}" for one in generators}
    for one in generators:
        if not sites[one.site].exists():
            one.write(story, sites[one.site])
    spent: dict[str, list[Spent]] = {one.name: [] for one in generators}
    for number in range(1, rounds + 1):
        for one in generators:
            one.forget(sites[one.site])
            spent[one.name].append(run(one.command(sites[one.site]), sites[one.site]))
            print(f"{size:,} documents, round {number}: {one.name} {spent[one.name][-1].wall:.2f} s", file=sys.stderr)
    return [
        Measured(size, one.name, tuple(spent[one.name]), output(sites[one.site] / one.output)) for one in generators
    ]


if __name__ == "__main__":
    main()
