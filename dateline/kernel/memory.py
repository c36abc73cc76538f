"""How a build asks for its larger steps, so that their results may be remembered without its knowing.

A build is written once. With `Forgetful` every step is run: that is what a build means. A memory that remembers gives
the same answers and runs only what it must; it can, because a step is a pure function, and because what it depends on
is either its one argument or the cells that it was seen to read.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Protocol, TypeVar, get_type_hints

from msgspec.structs import fields

from dateline.kernel.call import Call

A = TypeVar("A")
B = TypeVar("B")
K = TypeVar("K")
W = TypeVar("W")

Columns = Mapping[str, Mapping[K, Any]]
"""The results of a step by the names of their fields, then by key: a table's columns."""


class Memory(Protocol):
    """Runs steps, or remembers what they gave."""

    def columns(
        self, step: Callable[[A], B], inputs: Mapping[K, A], /, *, fleeting: tuple[str, ...] = ()
    ) -> Columns[K]:
        """The step's result for each input, as columns. Its results are structs; a result depends on its input.

        Columns that are `fleeting` are too large to be remembered: they are made again when they are asked for.
        """
        ...

    def once(self, step: Callable[[A], B], argument: A, /) -> B:
        """The step's result. Argument and result are structs, their mappings may be columns of other results."""
        ...

    def over(
        self, step: Callable[[W, K], B], world: W, keys: Sequence[K], /, *, fleeting: tuple[str, ...] = ()
    ) -> Columns[K]:
        """The step's result for each key, as columns. A result depends on what the step reads of the world."""
        ...


class Forgetful:
    """Runs every step: the meaning of every memory."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def columns(
        self, step: Callable[[A], B], inputs: Mapping[K, A], /, *, fleeting: tuple[str, ...] = ()
    ) -> Columns[K]:
        """See `Memory`."""
        del fleeting
        return by_field(step, inputs, self._call(step, list(inputs.values())))

    def once(self, step: Callable[[A], B], argument: A, /) -> B:
        """See `Memory`."""
        return step(argument)

    def over(
        self, step: Callable[[W, K], B], world: W, keys: Sequence[K], /, *, fleeting: tuple[str, ...] = ()
    ) -> Columns[K]:
        """See `Memory`."""
        del fleeting
        return by_field(step, keys, self._call(partial(step, world), keys))


def by_field(step: Callable[..., B], keys: Iterable[K], results: Sequence[B]) -> Columns[K]:
    """Results as columns."""
    names = field_names(step)
    columns: dict[str, dict[K, Any]] = {name: {} for name in names}
    for key, result in zip(keys, results, strict=True):
        for name in names:
            columns[name][key] = getattr(result, name)
    return columns


def field_names(step: Callable[..., Any]) -> tuple[str, ...]:
    """The fields of a step's results."""
    return tuple(one.name for one in fields(result_type(step)))


def result_type(step: Callable[..., Any]) -> Any:  # noqa: ANN401 - a struct's type
    """The struct that a step gives."""
    return get_type_hints(step)["return"]
