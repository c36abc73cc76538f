"""A site built on an engine of somebody else's: any `concurrent.futures.Executor`, a cluster's too.

    python -m bench.elsewhere FOLDER --executor dask

builds the site in FOLDER in this process and on the executor, writes nothing, and compares what came out. The build's
expensive steps are pure functions of one value, handed to a `call` with all their inputs; so all that an engine must be
able to do is `executor.map` of one function of a module over portions of inputs. Steps, inputs and results travel as
the engine sends any Python value. Other machines need this program too, of the same version.
"""

import argparse
import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from dateline.commands.opening import open_site
from dateline.commands.options import Asked
from dateline.edge.disk import read_site
from dateline.edge.whereabouts import whereabouts
from dateline.kernel.call import Call, direct
from dateline.kernel.memory import Forgetful
from dateline.kernel.plan import Tree
from dateline.pipeline import build

A = TypeVar("A")
B = TypeVar("B")

PORTION = 250
"""So many inputs travel together: a page's portion carries the templates with it, once."""


class Elsewhere:
    """A call that has an executor do each step."""

    def __init__(self, executor: Executor, portion: int = PORTION) -> None:
        self._executor = executor
        self._portion = portion

    def __call__(self, step: Callable[[A], B], inputs: Sequence[A], /) -> Sequence[B]:
        """The step's result for each input, in order."""
        starts = range(0, len(inputs), self._portion)
        portions = [inputs[start : start + self._portion] for start in starts]
        done = self._executor.map(apply, [step] * len(portions), portions)
        return [result for results in done for result in results]


def apply(step: Callable[[A], B], portion: Sequence[A]) -> list[B]:
    """What an engine is sent: a step, and some of its inputs."""
    return [step(one) for one in portion]


def made(folder: Path, call: Call) -> Tree:
    """All files of the site in this folder."""
    site, asked = whereabouts(folder), Asked(config=folder)
    settings = open_site(site, asked).settings
    if settings is None:
        raise SystemExit(f"{folder}: config.yaml cannot be read")
    return build(read_site(site).snapshot, settings, Forgetful(call)).tree


def digest(tree: Tree) -> str:
    """Of all paths and bytes."""
    whole = hashlib.sha256()
    for path, data in sorted(tree.items()):
        whole.update(f"{path}\0{len(data)}\0".encode() + data)
    return whole.hexdigest()


@contextmanager
def threads(workers: int) -> Iterator[Executor]:
    with ThreadPoolExecutor(workers) as executor:
        yield executor


@contextmanager
def processes(workers: int) -> Iterator[Executor]:
    """Processes that begin with nothing of this one, as those on another machine would."""
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as executor:
        yield executor


@contextmanager
def dask(workers: int) -> Iterator[Executor]:
    """A cluster on this machine, of so many processes; one of many machines has the same executor."""
    distributed = import_module("distributed")  # an optional extra: nothing else here needs it
    with distributed.Client(n_workers=workers, threads_per_worker=1, dashboard_address=None) as client:
        yield client.get_executor()


EXECUTORS = {"threads": threads, "processes": processes, "dask": dask}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.elsewhere", description="A site built on another engine.")
    parser.add_argument("folder", type=Path, help="the site's folder")
    parser.add_argument("--executor", choices=EXECUTORS, default="processes", help="the engine [%(default)s]")
    parser.add_argument("--workers", type=int, default=2, help="its processes or threads [%(default)s]")
    asked = parser.parse_args()
    here = _told("in this process", asked.folder, direct)
    with EXECUTORS[asked.executor](asked.workers) as executor:
        there = _told(f"{asked.executor}, {asked.workers} workers", asked.folder, Elsewhere(executor))
    if here != there:
        raise SystemExit("the two differ")
    print("the same bytes")


def _told(name: str, folder: Path, call: Call) -> str:
    began = time.perf_counter()
    tree = made(folder, call)
    seconds, whole = time.perf_counter() - began, digest(tree)
    print(f"{name:>24}: {len(tree):,} files in {seconds:.2f} s, {whole}")
    return whole


if __name__ == "__main__":
    main()
