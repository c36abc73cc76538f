"""What dates and relations together leave of each event's beginning and end."""

from collections.abc import Sequence

from dateline.chronology.climbing import Climb, climb, flat
from dateline.chronology.constraints import Net, falling_arcs, negated, rising_arcs, variables
from dateline.chronology.standing import stand
from dateline.dates.date import Bounds

Reach = tuple[int | None, int | None]
"""The least and the most that a variable can be."""


def tightened(net: Net, risen: Climb, order: Sequence[int]) -> list[Bounds]:
    """What is left of each event's date, slack included, without the bonds that are cut.

    `risen` is a climb over the network, from which it is known how little each variable can be.
    """
    if risen.cut:  # what a bond drove up before it was cut must not stay there
        risen = stand(net, frozenset(risen.cut))
        climb(risen, rising_arcs(net), order)
    fallen = flat(len(order))
    fallen.values = [negated(ceiling) for ceiling in risen.ceilings]
    fallen.cut = risen.cut
    climb(fallen, falling_arcs(net), order, backwards=True)
    found = []
    for event in range(len(net.dates)):
        begins, ends = variables(event)
        lasts = negated(fallen.values[begins]), negated(fallen.values[ends])
        found.append(Bounds(risen.values[begins], lasts[0], risen.values[ends], lasts[1]))
    return found


def shown(stated: Bounds, left: Bounds) -> Bounds:
    """The stated bounds as far as what is `left` allows; where that lies outside them, within the slack, what is left.

    The end is then not before the beginning: one of two bounds that were kept or pushed apart gives way, and there is
    always room, since both what was stated and what is left were in order by themselves.
    """
    earliest, start_latest = _kept((stated.earliest, stated.start_latest), (left.earliest, left.start_latest))
    end_earliest, latest = _kept((stated.end_earliest, stated.latest), (left.end_earliest, left.latest))
    return Bounds(earliest, _less(start_latest, latest), _more(earliest, end_earliest), latest)


def _kept(stated: Reach, left: Reach) -> Reach:
    both = _more(stated[0], left[0]), _less(stated[1], left[1])
    if not _is_empty(both):
        return both
    return stated if _is_empty(left) else left


def _is_empty(reach: Reach) -> bool:
    return reach[0] is not None and reach[1] is not None and reach[0] > reach[1]


def _more(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else max(one, other)


def _less(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else min(one, other)
