"""The shortest script of edits that still fails: steps, then parts of steps, left out as long as it does."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from tests.edits.choosing import Step
from tests.edits.documents import Files
from tests.edits.operations import Operation, Write

One = TypeVar("One")

LONGEST = 500
"""So many characters are told of what an edit writes."""


def shortest(steps: Sequence[Step], fails: Callable[[Sequence[Step]], bool], tries: int = 300) -> list[Step]:
    """The steps without those that make no difference. The last one stays: after it the sites differ."""
    left = tries

    def worth(some: Sequence[Step]) -> bool:
        nonlocal left
        left -= 1
        return left >= 0 and fails(some)

    *first, last = steps
    kept = _fewest(first, lambda some: worth([*some, last]))
    made = [*kept, last]
    for number in range(len(made)):
        for plain in ({"stop": None}, {"options": ()}):
            plainer = replace(made[number], **plain)
            if plainer != made[number] and worth([*made[:number], plainer, *made[number + 1 :]]):
                made[number] = plainer
    for number, step in enumerate(made):

        def without(some: Sequence[Operation], number: int = number, step: Step = step) -> bool:
            return worth([*made[:number], replace(step, operations=tuple(some)), *made[number + 1 :]])

        made[number] = replace(made[number], operations=tuple(_fewest(step.operations, without)))
    return made


def script(steps: Sequence[Step], files: Files) -> Iterator[str]:
    """Steps in lines; of what is written first also what stood there when all began."""
    for step in steps:
        yield " ".join(filter(None, (f"  {step.name}: build", *step.options, *map(str, step.stop or ()))))
        for operation in step.operations:
            before = files.get(operation.path) if isinstance(operation, Write) else None
            yield f"    {operation}"[:LONGEST] + (f" instead of {before!r}"[:LONGEST] if before else "")


def _fewest(values: Sequence[One], fails: Callable[[list[One]], bool]) -> list[One]:
    """Fewer and fewer of the values: halves of them are left out, then quarters, and at last single ones."""
    kept = list(values)
    size = len(kept)
    while size:
        start = 0
        while start < len(kept):
            fewer = kept[:start] + kept[start + size :]
            if fails(fewer):
                kept = fewer
            else:
                start += size
        size //= 2
    return kept
