"""How long a build takes, beside Hugo with the same story: `python -m bench --help`."""

import argparse
import tempfile
from pathlib import Path

from bench.generators import ROOT, Generator, dateline, hugo
from bench.machine import machine, versions
from bench.profiling import profile
from bench.report import page, report
from bench.scenarios import SCENARIOS, Scenario
from bench.turns import Turns

RESULTS = ROOT / "bench" / "RESULTS.md"
ALONE = ROOT / "bench" / "ALONE.md"


def main() -> None:
    asked = _asked()
    with tempfile.TemporaryDirectory(prefix="dateline-bench-", dir=asked.work) as made:
        folder = Path(made).resolve()
        if asked.profile:
            print(profile(asked.sizes[0], folder, asked.top))
            return
        turns = Turns(_generators(asked), asked.scenarios, asked.rounds, folder, look=asked.alone)
        figures = turns.figures(asked.sizes)
    print(report(figures))
    if asked.write:
        written = ALONE if asked.alone else RESULTS
        written.write_text(page(figures, _again(asked), machine(), versions()), encoding="utf-8")


def _generators(asked: argparse.Namespace) -> list[Generator]:
    """In the order in which they take their turns."""
    if asked.alone:
        return [dateline(jobs) for jobs in asked.jobs]
    return [hugo(asked.peers), *map(dateline, asked.jobs), dateline(asked.jobs[-1], search=True)]


def _asked() -> argparse.Namespace:
    named = ",".join(one.name for one in SCENARIOS)
    parser = argparse.ArgumentParser(prog="python -m bench", description="How long a build takes, beside Hugo.")
    parser.add_argument("--sizes", type=_numbers, default="100,1000", help="numbers of documents [%(default)s]")
    parser.add_argument("--rounds", type=int, default=3, help="how often each builds, in turns [%(default)s]")
    parser.add_argument("--scenarios", type=_scenarios, default=named, help="what happens between builds [%(default)s]")
    parser.add_argument(
        "--jobs", type=_words, default="1,2", help="Dateline's processes: numbers, or all [%(default)s]"
    )
    parser.add_argument("--alone", action="store_true", help="without Hugo, and looking at all processes' memory")
    parser.add_argument("--peers", type=Path, default=_cache(), help="where Hugo is installed [a temporary folder]")
    parser.add_argument("--work", type=Path, help="where the sites are made [a temporary folder]")
    parser.add_argument("--write", action="store_true", help="write bench/RESULTS.md, or bench/ALONE.md")
    parser.add_argument("--profile", action="store_true", help="show what the first of the sizes spends its time on")
    parser.add_argument("--top", type=int, default=25, help="so many functions of a profile [%(default)s]")
    return parser.parse_args()


def _again(asked: argparse.Namespace) -> str:
    """The options that another machine needs for the same figures."""
    sizes, scenarios = ",".join(map(str, asked.sizes)), ",".join(one.name for one in asked.scenarios)
    alone = " --alone" if asked.alone else ""
    return (
        f"--sizes {sizes} --rounds {asked.rounds} --scenarios {scenarios} --jobs {','.join(asked.jobs)}{alone} --write"
    )


def _numbers(written: str) -> tuple[int, ...]:
    return tuple(int(number) for number in written.split(","))


def _words(written: str) -> tuple[str, ...]:
    return tuple(written.split(","))


def _scenarios(written: str) -> tuple[Scenario, ...]:
    """In the order that makes sense: what is built first comes first."""
    wanted = _words(written)
    if unknown := set(wanted) - {one.name for one in SCENARIOS}:
        raise argparse.ArgumentTypeError(f"no scenario is named {', '.join(sorted(unknown))}")
    return tuple(one for one in SCENARIOS if one.name in wanted)


def _cache() -> Path:
    return Path(tempfile.gettempdir()) / "dateline-bench-peers"


if __name__ == "__main__":
    main()
