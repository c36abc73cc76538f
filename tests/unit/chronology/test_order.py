import pytest

from dateline.chronology.order import in_order, rank
from dateline.dates.date import Bounds


def ranks(*firsts: int | None) -> list[tuple[bool, int, bool, int, int]]:
    return [rank(event, Bounds(first, first, first, first)) for event, first in enumerate(firsts)]


def test_ranks_are_by_earliest_then_latest_beginning_then_id() -> None:
    sorted_bounds = [(None, 5), (None, None), (-3, 0), (0, 0), (0, 1), (0, None), (1, 1)]
    ranked = [rank(9 - at, Bounds(first, last, None, None)) for at, (first, last) in enumerate(sorted_bounds)]
    assert ranked == sorted(ranked)
    assert rank(1, Bounds(0, 0, None, None)) < rank(2, Bounds(0, 0, None, None))


@pytest.mark.parametrize(
    ("follows", "firsts", "expected"),
    [
        ([], [], ()),
        ([[], []], [2, 1], (1, 0)),
        ([[1], []], [2, 1], (0, 1)),
        # once free, the smallest of all comes, not the next of the chain
        ([[1], [], []], [1, 5, 3], (0, 2, 1)),
        # the late one holds up what follows it
        ([[1], [], []], [9, 1, 5], (2, 0, 1)),
        # the same tie twice
        ([[1, 1], []], [1, 2], (0, 1)),
        # a circle in the place of its smallest, in order inside, and nothing between
        ([[1], [0], [], []], [1, 9, 5, 0], (3, 0, 1, 2)),
        ([[1], [2], [1, 3], []], [5, 9, 7, 1], (0, 2, 1, 3)),
    ],
)
def test_the_smallest_free_one_comes_next(
    follows: list[list[int]], firsts: list[int | None], expected: tuple[int, ...]
) -> None:
    assert in_order(follows, ranks(*firsts)).sequence == expected
