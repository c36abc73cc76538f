"""How a build calls its expensive steps.

A step is a pure function of one frozen value that holds all it needs. The build never calls a step itself but hands it
to `call` with all its inputs, so that remembering results, spreading them over cores or showing progress are other
calls, and the build is not told.
"""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

A = TypeVar("A")
B = TypeVar("B")


class Call(Protocol):
    """Applies a step to every input; results stand in the inputs' order."""

    def __call__(self, step: Callable[[A], B], inputs: Sequence[A], /) -> Sequence[B]:
        """The step's result for each input."""
        ...


def direct(step: Callable[[A], B], inputs: Sequence[A], /) -> Sequence[B]:
    """The meaning of every call: each input through the step, here and now."""
    return [step(one) for one in inputs]
