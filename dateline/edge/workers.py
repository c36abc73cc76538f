"""Spreads a step's inputs over processes. The results are those of one process, in the inputs' order."""

import contextlib
import errno
import os
import platform
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Any, TypeVar

from dateline.edge.progress import Watch, name_of, unseen

A = TypeVar("A")
B = TypeVar("B")

FEW = 200
"""A step with fewer inputs is done before a process has started."""
PORTIONS = 8
"""So many portions of the inputs for each process: enough for all to finish at about the same time."""


class Workers:
    """A call that uses so many processes for a step with many inputs."""

    def __init__(self, jobs: int | None = None, watch: Watch = unseen) -> None:
        self._jobs = jobs or os.cpu_count() or 1
        self._watch = watch

    def __call__(self, step: Callable[[A], B], inputs: Sequence[A], /) -> Sequence[B]:
        """The step's result for each input."""
        with self._watch(name_of(step), len(inputs)) as advance:
            if self._jobs == 1 or len(inputs) < FEW or not _may_spread(step):
                return [_then(advance, step(one)) for one in inputs]
            results: list[B] = []
            for portion in self._portions(step, inputs):
                results.extend(portion)
                advance(len(portion))
            return results

    def _portions(self, step: Callable[[A], B], inputs: Sequence[A]) -> Iterator[list[B]]:
        """The results of each portion, in order.

        A forked process inherits step and inputs, so that only results travel. When this process is interrupted those
        that wait are not started, and the others, which do not hear of it, end with their portion. One that is killed
        by the system has in all likelihood run out of memory.
        """
        size = -(-len(inputs) // (self._jobs * PORTIONS))
        starts = range(0, len(inputs), size)
        pool = ProcessPoolExecutor(
            max_workers=min(self._jobs, len(starts)),
            mp_context=get_context("fork" if _forks() else "spawn"),
            initializer=_begin,
            initargs=(step, inputs, size),
        )
        try:
            with _uninterrupted():
                results = pool.map(_portion, starts)
            yield from results
        except BrokenProcessPool as error:
            raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM), name_of(step)) from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _then(advance: Callable[[int], None], result: B) -> B:
    advance(1)
    return result


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C waits, and processes that begin meanwhile never hear of it: they inherit that it is blocked."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _forks() -> bool:
    """Forking is cheap, and sound while there are no threads; macOS's own libraries start some, Windows cannot."""
    return platform.system() == "Linux"


def _may_spread(step: Callable[[A], B]) -> bool:
    """Whether another process can be told the step: one that did not inherit it looks it up by its name."""
    return _forks() or "<" not in getattr(step, "__qualname__", "<")


class _Work:
    """What a worker process does, as it was told when it began."""

    step: Callable[[Any], Any]
    inputs: Sequence[Any]
    size: int


def _begin(step: Callable[[Any], Any], inputs: Sequence[Any], size: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _Work.step, _Work.inputs, _Work.size = staticmethod(step), inputs, size


def _portion(start: int) -> list[Any]:
    return [_Work.step(one) for one in _Work.inputs[start : start + _Work.size]]
