"""The timeline's order: that of beginnings, as relations say and, where these leave it free, as dates do."""

import heapq
from collections.abc import Sequence

from msgspec import Struct

from dateline.chronology.circles import Graph, components
from dateline.dates.date import Bounds

Rank = tuple[bool, int, bool, int, int]
"""By which the smallest of the free events is chosen."""


class Order(Struct, frozen=True):
    """Events by number, in order."""

    sequence: tuple[int, ...]
    circles: tuple[int, ...]
    """For each event the number of its circle: events that relations put before and after each other share one."""


def rank(event: int, bounds: Bounds) -> Rank:
    """Earliest beginning (open: first), then latest beginning (open: last), then id, whose order the numbers have."""
    earliest, latest = bounds.earliest, bounds.start_latest
    return earliest is not None, earliest or 0, latest is None, latest or 0, event


def in_order(follows: Graph, ranks: Sequence[Rank]) -> Order:
    """The topological order of a graph in which the smallest of the free ones always comes next.

    Events that follow one another in a circle (each during the other, say) begin together. Such a circle stands as if
    it were one event, in the place of its smallest, and is in the order of ranks inside.
    """
    members = components(follows)
    circles = [0] * len(follows)
    for number, events in enumerate(members):
        for event in events:
            circles[event] = number
        events.sort(key=lambda event: ranks[event])
    after = [{circles[one] for event in events for one in follows[event]} - {at} for at, events in enumerate(members)]
    before = [0] * len(members)
    for later in after:
        for number in later:
            before[number] += 1
    free = [(ranks[events[0]], number) for number, events in enumerate(members) if not before[number]]
    heapq.heapify(free)
    sequence: list[int] = []
    while free:
        _, number = heapq.heappop(free)
        sequence += members[number]
        for one in after[number]:
            before[one] -= 1
            if not before[one]:
                heapq.heappush(free, (ranks[members[one][0]], one))
    return Order(tuple(sequence), tuple(circles))
