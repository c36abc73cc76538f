import pytest

from dateline.chronology.tightening import shown
from dateline.dates.date import OPEN, Bounds


@pytest.mark.parametrize(
    ("stated", "left", "expected"),
    [
        (OPEN, OPEN, OPEN),
        (Bounds(5, 9, 5, 9), Bounds(1, 13, 1, 13), Bounds(5, 9, 5, 9)),
        (Bounds(5, 9, 5, 9), Bounds(6, 13, 6, 13), Bounds(6, 9, 6, 9)),
        (Bounds(5, 9, 5, 9), Bounds(10, 13, 10, 13), Bounds(10, 13, 10, 13)),
        (Bounds(5, 9, 5, 9), Bounds(1, 4, 1, 4), Bounds(1, 4, 1, 4)),
        (OPEN, Bounds(None, 4, 2, None), Bounds(None, 4, 2, None)),
        # the beginning alone is pushed
        (Bounds(5, 9, 5, 9), Bounds(1, 4, 1, 13), Bounds(1, 4, 5, 9)),
        # a beginning that was kept, and an end that was pushed below it
        (Bounds(5, 9, 8, 9), Bounds(1, 6, 1, 6), Bounds(5, 6, 5, 6)),
        # an end that was kept, and a beginning that was pushed above it
        (Bounds(2, 4, 2, 7), Bounds(5, 9, 5, 9), Bounds(5, 7, 5, 7)),
        # what cannot be is not shown
        (Bounds(5, 9, 5, 9), Bounds(12, 3, 1, 13), Bounds(5, 9, 5, 9)),
    ],
)
def test_what_is_shown_of_stated_bounds(stated: Bounds, left: Bounds, expected: Bounds) -> None:
    assert shown(stated, left) == expected
