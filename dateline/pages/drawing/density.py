"""How many events fall in each period: a strip of columns, each period a link."""

from collections.abc import Sequence

from msgspec import Struct

from dateline.model.names import Key
from dateline.story import Story

BINS = 72
"""So many columns at most in the whole strip, as far as each period has one."""
FINEST = 12
"""So many columns at most in one period."""
HEIGHT = 36
"""The height of the highest column, in CSS pixels."""
LEAST = 2
"""The height of a column that is not empty, in CSS pixels, at least."""


class Column(Struct, frozen=True):
    """A part of a period: where it stands in percent of the period's width, and how high in CSS pixels."""

    x: float
    width: float
    height: int


class Part(Struct, frozen=True):
    """A period: words, a link, and its columns."""

    label: str
    href: str
    count: int
    """How many of the events begin in it."""
    columns: tuple[Column, ...]


class Density(Struct, frozen=True):
    """How many events fall in each period."""

    parts: tuple[Part, ...]
    height: int = HEIGHT


def density(story: Story, keys: Sequence[Key], parts: Sequence[tuple[str, str, int, int]]) -> Density:
    """How many of these events begin in each part, given as words, link, first and last instant (inclusive).

    An event of which only the end is bounded stands where it ends at the latest; one without any bound, nowhere.
    """
    bins = max(1, min(FINEST, BINS // max(len(parts), 1)))
    known = (story.chronology.bounds[key.id] for key in keys)
    starts = [one.latest if one.earliest is None else one.earliest for one in known]
    counts = [_counted([at for at in starts if at is not None], first, last, bins) for _, _, first, last in parts]
    most = max((max(row) for row in counts), default=0) or 1
    return Density(
        tuple(
            Part(label, href, sum(row), tuple(_columns(row, most)))
            for (label, href, _, _), row in zip(parts, counts, strict=True)
        )
    )


def _counted(starts: Sequence[int], first: int, last: int, bins: int) -> list[int]:
    counts = [0] * bins
    for at in starts:
        if first <= at <= last:
            counts[(at - first) * bins // (last - first + 1)] += 1
    return counts


def _columns(counts: Sequence[int], most: int) -> list[Column]:
    width = 100 / len(counts)
    return [
        Column(round(width * place, 2), round(width * 0.8, 2), max(LEAST, round(HEIGHT * count / most)))
        for place, count in enumerate(counts)
        if count
    ]
