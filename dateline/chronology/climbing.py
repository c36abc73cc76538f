"""The least that each variable can be, found by raising one after the other until nothing gives way.

Where a variable would rise above its ceiling, what drove it there cannot all be true: that is written down, the bond
that raised it is cut, and the climb goes on, so that one fault does not hide the others.
"""

import heapq
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct, field

from dateline.chronology.constraints import WITHIN, Arcs

_PATIENCE = 64
"""How often a variable may rise without drawing on what all have together."""
_RESERVE = 20_000
"""How often variables may rise beyond that, all together.

Only a circle of durations rises so often, such as "a month" against "30 days", which agree after so many rounds or
never. Where this is used up the variable stays where it is: what was found is true still, but might be closer.
"""


class Trail(Struct):
    """Why bounds are what they are: chains of bonds that lead back to an event's written date. Only ever longer."""

    steps: list[int] = field(default_factory=list)
    """The bond; or, where a chain begins, the event's number as -1, -2, …"""
    earlier: list[int] = field(default_factory=list)

    def begin(self, event: int) -> int:
        """A chain that begins with an event's date."""
        return self._add(-1 - event, -1)

    def go(self, bond: int, cause: int) -> int:
        """A chain, one bond longer."""
        return self._add(bond, cause)

    def back(self, cause: int, known: AbstractSet[int]) -> tuple[list[int], int | None]:
        """The bonds of a chain from its last to its first, and the event that it begins with.

        Up to a bond that is known already; then without an event.
        """
        bonds: list[int] = []
        while (bond := self.steps[cause]) >= 0:
            if bond in known:
                return bonds, None
            bonds.append(bond)
            cause = self.earlier[cause]
        return bonds, -1 - bond

    def _add(self, step: int, earlier: int) -> int:
        self.steps.append(step)
        self.earlier.append(earlier)
        return len(self.steps) - 1


class Clash(Struct, frozen=True):
    """A variable must lie after what it must lie before."""

    rise: int
    """Why it must not be less: a chain of the trail."""
    ceiling: int
    """Why it must not be more."""


class Climb(Struct):
    """A climb on its way: it belongs to the function that made it."""

    values: list[int | None]
    """By variable, the least that it can be; `None` is open."""
    causes: list[int]
    ceilings: list[int | None]
    """By variable, the most that dates allow by themselves."""
    lids: list[int]
    """Why the ceilings are what they are."""
    trail: Trail = field(default_factory=Trail)
    cut: set[int] = field(default_factory=set)
    """Bonds that no longer count."""
    clashes: list[Clash] = field(default_factory=list)
    rises: dict[int, int] = field(default_factory=dict)
    reserve: int = _RESERVE
    compared: int = 0
    """How many bounds were compared: the work done."""


def flat(size: int) -> Climb:
    """A climb over so many variables before anything is known."""
    return Climb([None] * size, [0] * size, [None] * size, [0] * size)


def climb(state: Climb, arcs: Arcs, order: Sequence[int], *, backwards: bool = False) -> None:
    """Raise all variables of the state as far as they must.

    `order` is one in which most arcs lead onwards (or most lead back). It is gone through there and back, each time
    raising only what follows from what has risen (the Bellman-Ford algorithm as J. Y. Yen improved it), so that a
    chain of any depth takes one passage.
    """
    ranks = [0] * len(order)
    for rank, variable in enumerate(order):
        ranks[variable] = rank
    direction = -1 if backwards else 1
    risen = {variable for variable, value in enumerate(state.values) if value is not None}
    while risen:
        waiting = [direction * ranks[variable] for variable in risen]
        heapq.heapify(waiting)
        queued, risen = set(waiting), set()
        while waiting:
            rank = heapq.heappop(waiting)
            queued.discard(rank)
            for variable in _raise_from(state, order[abs(rank)], arcs):
                place = direction * ranks[variable]
                if place < rank:
                    risen.add(variable)
                elif place not in queued:
                    queued.add(place)
                    heapq.heappush(waiting, place)
        direction = -direction


def _raise_from(state: Climb, source: int, arcs: Arcs) -> list[int]:
    """Raise what must not be less than a variable, and say what rose."""
    value, values, raised = state.values[source], state.values, []
    if value is None:
        return []
    state.compared += len(arcs[source])
    for target, bond, step in arcs[source]:
        present = values[target]
        found = value if step is None else step(value, present)
        if found is None or (present is not None and found <= present) or bond in state.cut:
            continue
        cause = state.causes[source] if bond == WITHIN else state.trail.go(bond, state.causes[source])
        ceiling = state.ceilings[target]
        if ceiling is not None and found > ceiling:
            state.clashes.append(Clash(cause, state.lids[target]))
            state.cut.add(bond)
        elif _may_rise(state, target):
            values[target], state.causes[target] = found, cause
            raised.append(target)
    return raised


def _may_rise(state: Climb, variable: int) -> bool:
    count = state.rises[variable] = state.rises.get(variable, 0) + 1
    if count > _PATIENCE:
        state.reserve -= 1
    return count <= _PATIENCE or state.reserve >= 0
