"""Lanes and their rows: what would meet stands in different rows."""

from bisect import bisect_right, insort
from collections.abc import Sequence

ROW = 24
"""The height of a row, in CSS pixels: that of a target that a finger hits."""
APART = 9
"""The room between neighbours in a row, in pixels of the narrowest drawing."""

HUES = 6
"""So many colours there are for threads; more threads repeat them."""


def hue(lane: int, threads: int) -> int:
    """The number of a lane's colour, 1 to 6; 0 for events of no thread, where there are threads."""
    return lane % HUES + 1 if lane < threads or not threads else 0


def rows(reaches: Sequence[tuple[float, float]]) -> list[int]:
    """The row of each, given from where to where it reaches: always the first in which it has room."""
    taken: list[list[tuple[float, float]]] = []
    found = []
    for reach in reaches:
        row = next((row for row, others in enumerate(taken) if _fits(reach, others)), len(taken))
        if row == len(taken):
            taken.append([])
        insort(taken[row], reach)
        found.append(row)
    return found


def _fits(reach: tuple[float, float], others: Sequence[tuple[float, float]]) -> bool:
    """Whether there is room between those that a row holds, given by where they begin."""
    place = bisect_right(others, reach)
    before = place == 0 or others[place - 1][1] + APART <= reach[0]
    return before and (place == len(others) or reach[1] + APART <= others[place][0])
