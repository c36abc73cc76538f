"""Which date each event has: its own, or one that a relation gives through `by`."""

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct

from dateline.chronology.circles import components
from dateline.chronology.ties import Tie
from dateline.dates.date import OPEN, Date, Precision
from dateline.dates.moving import moved

NO_DATE = Date("XXXX", written=False, stated=OPEN, slack=OPEN, precision=Precision.UNKNOWN)
"""The date of an event of which nothing is known."""


class Given(Struct, frozen=True):
    """The dates of events, by number."""

    dates: tuple[Date | None, ...]
    """`None` where nothing gives one."""
    givers: tuple[int, ...]
    """The number of the tie that gives the date; -1 where none does."""


def moved_by(tie: Tie, other: Date, zone: str) -> Date | None:
    """The date that a tie says its event has (with `after`) at its beginning or (`before`) at its end."""
    if tie.by is None or not tie.spaced:
        return None
    edge: Literal["start", "end"] = "end" if tie.kind == "after" else "start"
    return moved(other, edge, tie.by, 1 if tie.kind == "after" else -1, zone)


def give(written: Sequence[Date | None], ties: Sequence[Tie], numbers: Mapping[str, int], zone: str) -> Given:
    """The dates of all events, along chains of `by` in whatever order they are defined.

    An event takes the first date it can get: from the fewest steps away, then by the tie that comes first. One from
    which nothing follows (moved from an open end) is only taken where there is no other.
    """
    dates, givers = list(written), [-1] * len(written)
    waiting: list[list[int]] = [[] for _ in written]
    for number, tie in enumerate(ties):
        if tie.spaced and written[numbers[tie.event]] is None:
            waiting[numbers[tie.other]].append(number)
    for even_open in (False, True):
        level = [event for event, date in enumerate(dates) if date is not None]
        while level:
            found = _next_level(level, dates, waiting, ties, numbers, zone, even_open=even_open)
            for event, (number, date) in found.items():
                dates[event], givers[event] = date, number
            level = sorted(found)
    return Given(tuple(dates), tuple(givers))


def _next_level(
    level: Sequence[int],
    dates: Sequence[Date | None],
    waiting: Sequence[Sequence[int]],
    ties: Sequence[Tie],
    numbers: Mapping[str, int],
    zone: str,
    *,
    even_open: bool,
) -> dict[int, tuple[int, Date]]:
    """What the events of one level give to events that have no date yet: the tie's number and the date."""
    found: dict[int, tuple[int, Date]] = {}
    for number in sorted(number for other in level for number in waiting[other]):
        tie = ties[number]
        event, other = numbers[tie.event], dates[numbers[tie.other]]
        if dates[event] is not None or event in found or other is None:
            continue
        date = moved_by(tie, other, zone)
        if date is not None and (even_open or date.stated != OPEN):
            found[event] = number, date
    return found


def undated(given: Given, ties: Sequence[Tie], numbers: Mapping[str, int], excused: frozenset[int]) -> list[int]:
    """The events that lack a date by their own fault: not those that wait for another one's, nor those `excused`.

    Of events that wait for one another in a circle the first is named.
    """
    waits: list[list[int]] = [[] for _ in given.dates]
    for tie in ties:
        event, other = numbers[tie.event], numbers[tie.other]
        if tie.spaced and given.dates[event] is None:
            waits[event].append(other)
    found = []
    for members in components(waits):
        circle = set(members)
        lacking = given.dates[members[0]] is None and not circle & excused
        if lacking and all(other in circle for event in members for other in waits[event]):
            found.append(min(members))
    return sorted(found)
