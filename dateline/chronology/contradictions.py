"""Ties and dates that cannot all be true: found, and cut down to what is needed."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from dateline.chronology.circles import sources_first
from dateline.chronology.climbing import Climb, climb
from dateline.chronology.constraints import WITHIN, Net, part, precedence_graph, rising_arcs
from dateline.chronology.drift import Gain, loops
from dateline.chronology.standing import stand

_LONGEST_TRIED = 200
"""Bonds up to which a chain that comes by an event twice is tried without each of them."""


class Step(Struct, frozen=True):
    """A bond, and from which of its events to which a chain goes by it."""

    bond: int
    subject: int
    other: int


class Chain(Struct, frozen=True):
    """A contradiction in numbers."""

    steps: tuple[Step, ...]
    ends: tuple[int, ...]
    """The events whose written dates it needs: the one that is too early, the one that is too late."""


class Verdict(Struct, frozen=True):
    """What cannot be true, and a climb over all that can."""

    chains: tuple[Chain, ...]
    state: Climb


def judge(net: Net, order: Sequence[int]) -> Verdict:
    """All contradictions that share no bond, and the least that each variable can be without them.

    Each circle and each clash cuts one bond. One that rests on a bond of another is not told: mending that may mend it
    too. `order` is one of the variables in which bonds lead onwards as far as they can.
    """
    state = stand(net, frozenset())
    circles = loops(net, state.cut)
    climb(state, rising_arcs(net), order)
    told: set[int] = set()
    chains = [*_of_circles(circles, net, told), *_of_clashes(state, net, told)]
    return Verdict(tuple(chain if _is_simple(chain) else _needed(chain, net) for chain in chains), state)


def _of_circles(circles: Sequence[Sequence[Gain]], net: Net, told: set[int]) -> Iterator[Chain]:
    for circle in circles:
        bonds = [bond for _, bond, _ in circle if bond != WITHIN]
        if told.isdisjoint(bonds):
            yield Chain(_steps(circle[0][0] // 2, bonds, net), ())
        told.update(bonds)


def _of_clashes(state: Climb, net: Net, told: set[int]) -> Iterator[Chain]:
    for clash in state.clashes:
        rise, late = state.trail.back(clash.rise, told)
        fall, early = ([], None) if late is None else state.trail.back(clash.ceiling, told)
        told.update(rise, fall)
        if late is not None and early is not None:
            ends = (early,) if early == late else (early, late)
            yield Chain(_steps(early, [*reversed(fall), *rise], net), ends)


def _steps(start: int, bonds: Sequence[int], net: Net) -> tuple[Step, ...]:
    steps = []
    for number in bonds:
        bond = net.bonds[number]
        other = bond.other if bond.event == start else bond.event
        steps.append(Step(number, start, other))
        start = other
    return tuple(steps)


def _is_simple(chain: Chain) -> bool:
    """Whether it comes by no event twice, except to end where it began.

    Then each bond is needed: without it what is left of the chain hangs together by no circle, and no part of it has
    two dates.
    """
    return len({step.subject for step in chain.steps} | {chain.steps[-1].other}) >= len(chain.steps) + (
        chain.steps[0].subject != chain.steps[-1].other
    )


def _needed(chain: Chain, net: Net) -> Chain:
    """The chain without the ends and bonds that it can do without, each bond once."""
    first = {step.bond: step for step in reversed(chain.steps)}
    bonds = list(dict.fromkeys(step.bond for step in chain.steps))
    ends = chain.ends
    if len(bonds) <= _LONGEST_TRIED:
        for end in chain.ends:
            fewer = tuple(one for one in ends if one != end)
            ends = fewer if _impossible(net, bonds, fewer) else ends
        for bond in list(bonds):
            rest = [one for one in bonds if one != bond]
            bonds = rest if _impossible(net, rest, ends) else bonds
    return Chain(tuple(first[bond] for bond in bonds), ends)


def _impossible(net: Net, bonds: Sequence[int], ends: tuple[int, ...]) -> bool:
    """Whether these bonds and the dates of these events, with no others, cannot be true."""
    alone = part(net, sorted(bonds), frozenset(ends))
    state = stand(alone, frozenset())
    if state.clashes or loops(alone, state.cut):
        return True
    climb(state, rising_arcs(alone), sources_first(precedence_graph(alone)))
    return bool(state.clashes)
