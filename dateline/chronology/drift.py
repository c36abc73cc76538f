"""Circles of ties that cannot all be true wherever in time they lie: those that must lead later than they began.

What dates allow is not looked at, so this also finds what is wrong with events that lie open on both sides.
"""

from collections import deque
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from dateline.chronology.circles import components
from dateline.chronology.constraints import WITHIN, Net, variables

Gain = tuple[int, int, int]
"""A variable, the bond by which it follows or precedes another one, and the least seconds by which it is later."""


def loops(net: Net, cut: set[int]) -> list[list[Gain]]:
    """Such circles, each gone through from later to earlier; one bond of each is added to those that are cut.

    Durations count with the least (or, backwards, the most) seconds that they can stand for, so a circle of months
    against days that is wrong in some months only is none.
    """
    if not any(bond.spacing for bond in net.bonds):
        return []
    arcs = _arcs(net)
    found = []
    for members in components([[target for target, _, _ in leaving] for leaving in arcs]):
        if len(members) == 1:
            continue
        inside = frozenset(members)
        # One bond alone leads there and back, which is never later.
        while len({bond for at in members for to, bond, _ in arcs[at] if to in inside} - cut) > 1:
            loop = _loop(members[::-1], inside, arcs, cut)
            if not loop:
                break
            found.append(loop)
            cut.add(max(bond for _, bond, gain in loop if gain > 0))
    return found


def _arcs(net: Net) -> list[list[Gain]]:
    """By variable: the variables of which it is known by how much they are later."""
    arcs: list[list[Gain]] = [[] for _ in range(2 * len(net.dates))]
    for event in range(len(net.dates)):
        begins, ends = variables(event)
        arcs[begins].append((ends, WITHIN, 0))
    for number, bond in enumerate(net.bonds):
        for first, second in bond.precedences:
            least, most = bond.spacing.nominal if bond.spacing else (0, 0)
            arcs[first].append((second, number, least))
            if bond.spacing:
                arcs[second].append((first, number, -most))
    return arcs


def _loop(
    members: Sequence[int], inside: frozenset[int], arcs: Sequence[Sequence[Gain]], cut: AbstractSet[int]
) -> list[Gain]:
    """A circle that gains (found as by R. Bellman and L. Ford, from anywhere), or nothing."""
    heights = dict.fromkeys(members, 0)
    came: dict[int, Gain] = {}
    waiting, queued, rises = deque(members), set(members), 0
    while waiting:
        source = waiting.popleft()
        queued.discard(source)
        for target, bond, gain in arcs[source]:
            if target not in inside or bond in cut or heights[source] + gain <= heights[target]:
                continue
            heights[target], came[target] = heights[source] + gain, (source, bond, gain)
            rises += 1
            if target not in queued:
                queued.add(target)
                waiting.append(target)
        if rises >= len(members):  # seldom enough to cost no more than the rest
            rises = 0
            if loop := _circle(came):
                return loop
    return []


def _circle(came: Mapping[int, Gain]) -> list[Gain]:
    """A circle among the ways by which variables rose, or nothing."""
    seen: dict[int, int] = {}
    for start in came:
        at = start
        while at in came and at not in seen:
            seen[at] = start
            at = came[at][0]
        if at in came and seen[at] == start:
            loop: list[Gain] = []
            first = at
            while not loop or at != first:
                source, bond, gain = came[at]
                loop.append((at, bond, gain))
                at = source
            return loop
    return []
