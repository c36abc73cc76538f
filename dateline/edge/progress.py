"""What is seen of a long step while it runs: a bar on a terminal, or the time that it took."""

import contextlib
import sys
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import AbstractContextManager
from typing import TypeVar

import click
from msgspec import Struct

from dateline.kernel.call import Call

A = TypeVar("A")
B = TypeVar("B")

Advance = Callable[[int], None]
"""Told how many more inputs are done."""

Watch = Callable[[str, int], AbstractContextManager[Advance]]
"""Sees a step begin, with its name and how many inputs it has."""

PATIENCE = 1.0
"""Seconds that pass before a bar appears."""


@contextlib.contextmanager
def unseen(name: str, inputs: int) -> Generator[Advance]:
    """Shows nothing."""
    del name, inputs
    yield lambda _: None


@contextlib.contextmanager
def bar(name: str, inputs: int) -> Generator[Advance]:
    """A bar on standard error, once the step has taken a second and is not done."""
    began = time.monotonic()
    done = 0
    with contextlib.ExitStack() as stack:
        shown: list[Callable[[int], None]] = []

        def advance(more: int) -> None:
            nonlocal done
            done += more
            if shown:
                shown[0](more)
            elif done < inputs and time.monotonic() - began > PATIENCE:
                drawn = click.progressbar(length=inputs, label=_words(name), file=sys.stderr, show_pos=True)
                shown.append(stack.enter_context(drawn).update)
                shown[0](done)

        yield advance


def _words(name: str) -> str:
    return name.strip("_").replace("_", " ")


def watched(*, quiet: bool) -> Watch:
    """Bars if standard error is a terminal and nobody asked for silence."""
    terminal = sys.stderr is not None and sys.stderr.isatty()
    return bar if terminal and not quiet else unseen


class Took(Struct, frozen=True):
    """How long a step took."""

    name: str
    inputs: int
    seconds: float


class Timed:
    """A call that also notes how long each step took; the times of a step that is called again are added."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self._took: dict[str, Took] = {}

    def __call__(self, step: Callable[[A], B], inputs: Sequence[A], /) -> Sequence[B]:
        """The step's result for each input."""
        began = time.perf_counter()
        results = self._call(step, inputs)
        name = name_of(step)
        before = self._took.get(name, Took(name, 0, 0.0))
        self._took[name] = Took(name, before.inputs + len(inputs), before.seconds + time.perf_counter() - began)
        return results

    @property
    def took(self) -> tuple[Took, ...]:
        """The steps so far, in the order in which they were first called."""
        return tuple(self._took.values())


def name_of(step: Callable[[A], B]) -> str:
    """A step's name, also that of a partial one."""
    inner = step if hasattr(step, "__name__") else getattr(step, "func", step)
    return str(getattr(inner, "__name__", type(inner).__name__))
