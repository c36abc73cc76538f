"""A simple temporal network: beginnings and ends as variables, what bounds each, and what binds two.

Variables are numbers: event `e` begins at `2e` and ends at `2e + 1`. What a tie says is that one variable does not
precede another, or that one is the other plus a duration; no event ends before it begins.
"""

from collections.abc import Callable, Sequence

from msgspec import Struct, structs

from dateline.chronology.spacing import Spacing
from dateline.chronology.ties import Relating
from dateline.dates.date import Bounds

Step = Callable[[int, int | None], int | None]
"""From a bound of one variable, and the present one of another, to a bound of the other; `None` if no closer."""

Arc = tuple[int, int, Step | None]
"""Where a bound leads: to which variable, by which bond (`WITHIN` an event by none), how moved (`None`: not)."""

Arcs = Sequence[Sequence[Arc]]
"""By variable."""

WITHIN = -1
UNGIVEN = -1


class Window(Struct, frozen=True):
    """Between which instants a variable must lie, both inclusive; `None` is open."""

    variable: int
    first: int | None
    last: int | None


class Bond(Struct, frozen=True):
    """A tie between events by their numbers."""

    kind: Relating
    event: int
    other: int
    spacing: Spacing | None = None
    """For a tie with `by`."""
    window: Window | None = None
    """What `by` says of the event given the other's date alone."""

    @property
    def precedences(self) -> tuple[tuple[int, int], ...]:
        """Pairs of variables of which the second does not precede the first."""
        begins, ends, other_begins, other_ends = *variables(self.event), *variables(self.other)
        match self.kind:
            case "after":
                return ((other_ends, begins),)
            case "before":
                return ((ends, other_begins),)
            case "during":
                return (other_begins, begins), (ends, other_ends)
            case "caused_by":
                return ((other_begins, begins),)


class Net(Struct, frozen=True):
    """Events and bonds, by number."""

    dates: tuple[Bounds | None, ...]
    """What each event's date allows, with slack."""
    givers: tuple[int, ...]
    """Which bond gave the date; `UNGIVEN` for one that an author wrote, or none."""
    bonds: tuple[Bond, ...]


def variables(event: int) -> tuple[int, int]:
    """The variables of an event's beginning and end."""
    return 2 * event, 2 * event + 1


def precedence_graph(net: Net) -> list[list[int]]:
    """For each variable those that do not precede it, as far as bonds and events say so."""
    graph: list[list[int]] = [[at + 1] if at % 2 == 0 else [] for at in range(2 * len(net.dates))]
    for bond in net.bonds:
        for first, second in bond.precedences:
            graph[first].append(second)
    return graph


def rising_arcs(net: Net) -> Arcs:
    """How the least that a variable can be leads to that of others."""
    arcs: list[list[Arc]] = [[(at + 1, WITHIN, None)] if at % 2 == 0 else [] for at in range(2 * len(net.dates))]
    for number, bond in enumerate(net.bonds):
        for first, second in bond.precedences:
            arcs[first].append((second, number, None))
            if bond.spacing:
                arcs[first].append((second, number, _least(bond.spacing, 1)))
                arcs[second].append((first, number, _least(bond.spacing, -1)))
    return arcs


def falling_arcs(net: Net) -> Arcs:
    """How the most that a variable can be leads to that of others; all instants are negated, so that it rises too."""
    arcs: list[list[Arc]] = [[] if at % 2 == 0 else [(at - 1, WITHIN, None)] for at in range(2 * len(net.dates))]
    for number, bond in enumerate(net.bonds):
        for first, second in bond.precedences:
            arcs[second].append((first, number, None))
            if bond.spacing:
                arcs[second].append((first, number, _most(bond.spacing, -1)))
                arcs[first].append((second, number, _most(bond.spacing, 1)))
    return arcs


def _least(spacing: Spacing, sign: int) -> Step:
    return lambda at, than: spacing.least(sign, at, than)


def _most(spacing: Spacing, sign: int) -> Step:
    return lambda at, than: negated(spacing.most(sign, -at, negated(than)))


def negated(bound: int | None) -> int | None:
    """A bound as it stands where all instants are negated."""
    return None if bound is None else -bound


def part(net: Net, numbers: Sequence[int], dated: frozenset[int]) -> Net:
    """The same with these bonds alone, their events, and of the written dates those of the events `dated`.

    A date that a bond gave stays if that bond does, and the date that it was moved from.
    """
    places = {number: place for place, number in enumerate(numbers)}
    events = sorted({event for number in numbers for event in (net.bonds[number].event, net.bonds[number].other)})
    names = {event: place for place, event in enumerate(events)}
    kept = {event for event in events if _date_stays(event, net, places, dated)}
    bonds = [net.bonds[number] for number in numbers]
    return Net(
        tuple(net.dates[event] if event in kept else None for event in events),
        tuple(places[net.givers[event]] if event in kept and net.givers[event] >= 0 else UNGIVEN for event in events),
        tuple(_renamed(bond, names[bond.event], names[bond.other], keep=bond.other in kept) for bond in bonds),
    )


def _date_stays(event: int, net: Net, places: dict[int, int], dated: frozenset[int]) -> bool:
    while (giver := net.givers[event]) != UNGIVEN:
        if giver not in places:
            return False
        event = net.bonds[giver].other
    return event in dated


def _renamed(bond: Bond, event: int, other: int, *, keep: bool) -> Bond:
    window = bond.window if keep else None
    if window:
        window = Window(2 * event + window.variable % 2, window.first, window.last)
    return structs.replace(bond, event=event, other=other, window=window)
