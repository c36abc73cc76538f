"""What single dates, and dates moved by one tie, say of each variable: where a climb begins."""

from dateline.chronology.climbing import Clash, Climb, flat
from dateline.chronology.constraints import UNGIVEN, Net, Window, variables
from dateline.dates.date import Bounds


def stand(net: Net, cut: frozenset[int]) -> Climb:
    """A climb over a network without some of its bonds, before anything has risen."""
    state = flat(2 * len(net.dates))
    state.cut |= cut
    roots = _roots(net, state)
    for event, date in enumerate(net.dates):
        if date:
            _own(state, event, date, roots[event])
    for number, bond in enumerate(net.bonds):
        if bond.window and number not in state.cut:
            _narrow(state, bond.window, number, state.trail.go(number, roots[bond.other]))
    return state


def _roots(net: Net, state: Climb) -> dict[int, int]:
    """Why each event has its date: a chain of the bonds that gave it, back to the date that was written."""
    roots: dict[int, int] = {}
    for event, date in enumerate(net.dates):
        way = []
        at = event
        while date and at not in roots:
            way.append(at)
            if net.givers[at] == UNGIVEN:
                break
            at = net.bonds[net.givers[at]].other
        for one in reversed(way):
            giver = net.givers[one]
            if giver == UNGIVEN:
                roots[one] = state.trail.begin(one)
            else:
                roots[one] = state.trail.go(giver, roots[net.bonds[giver].other])
    return roots


def _own(state: Climb, event: int, date: Bounds, cause: int) -> None:
    begins, ends = variables(event)
    firsts = [bound for bound in (date.earliest, date.end_earliest) if bound is not None]
    lasts = [bound for bound in (date.start_latest, date.latest) if bound is not None]
    state.values[begins], state.values[ends] = date.earliest, max(firsts, default=None)
    state.ceilings[begins], state.ceilings[ends] = min(lasts, default=None), date.latest
    for variable in (begins, ends):
        state.causes[variable] = state.lids[variable] = cause


def _narrow(state: Climb, window: Window, bond: int, cause: int) -> None:
    """Take in what a bond says of one variable, and so of the event's end (or of its beginning).

    Where that cannot be, the bond is cut.
    """
    at, first, last = window.variable, window.first, window.last
    if _exceeds(first, state.ceilings[at]):
        state.clashes.append(Clash(cause, state.lids[at]))
        state.cut.add(bond)
        return
    if _exceeds(state.values[at], last):
        state.clashes.append(Clash(state.causes[at], cause))
        state.cut.add(bond)
        return
    begins, ends = variables(at // 2)
    for one in range(at, ends + 1):
        if first is not None and (state.values[one] is None or _exceeds(first, state.values[one])):
            state.values[one], state.causes[one] = first, cause
    for one in range(begins, at + 1):
        if last is not None and (state.ceilings[one] is None or _exceeds(state.ceilings[one], last)):
            state.ceilings[one], state.lids[one] = last, cause


def _exceeds(first: int | None, last: int | None) -> bool:
    return first is not None and last is not None and first > last
