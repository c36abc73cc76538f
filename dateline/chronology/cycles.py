"""Events that stand after themselves, by `after` and `before` alone."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from dateline.chronology.circles import circle_through, components
from dateline.chronology.ties import Cycle, Link, Tie

_MOST_ROUNDS = 20
"""Cycles told of one tangle of events. With these undone the next are found; nobody mends more at once."""


class Uncircled(Struct, frozen=True):
    """Ties without a cycle of `after` and `before`, and the cycles that were."""

    ties: tuple[Tie, ...]
    cycles: tuple[Cycle, ...]


def undo_cycles(ties: Sequence[Tie], numbers: Mapping[str, int]) -> Uncircled:
    """Leave out the ties of cycles: of each tangle of events a shortest one by its first event, then again."""
    names = list(numbers)
    left, cycles = tuple(ties), []
    for rounds in range(_MOST_ROUNDS + 1):
        graph = _within_tangles(left, numbers)
        tangles = sorted(min(members) for members in components(graph) if len(members) > 1)
        if not tangles:
            break
        ways = [circle_through(first, graph) for first in tangles]
        steps = {(names[later], names[earlier]) for way in ways for later, earlier in _around(way)}
        if rounds == _MOST_ROUNDS:
            steps = {(names[later], names[earlier]) for later, among in enumerate(graph) for earlier in among}
        else:
            links = _links(left, steps)
            cycles += [Cycle(tuple(links[names[one], names[two]] for one, two in _around(way))) for way in ways]
        left = tuple(tie for tie in left if not _orders(tie) or tie.ordering[::-1] not in steps)
    return Uncircled(left, tuple(cycles))


def _orders(tie: Tie) -> bool:
    return tie.kind in ("after", "before")


def _within_tangles(ties: Iterable[Tie], numbers: Mapping[str, int]) -> list[list[int]]:
    """For each event those that it is after, so far as these also are, through others, after it."""
    graph: list[list[int]] = [[] for _ in numbers]
    for tie in ties:
        if _orders(tie):
            earlier, later = tie.ordering
            graph[numbers[later]].append(numbers[earlier])
    tangle = {event: place for place, members in enumerate(components(graph)) for event in members}
    return [[one for one in among if tangle[one] == tangle[later]] for later, among in enumerate(graph)]


def _around(way: Sequence[int]) -> list[tuple[int, int]]:
    return list(zip(way, [*way[1:], *way[:1]], strict=True))


def _links(ties: Iterable[Tie], steps: set[tuple[str, str]]) -> dict[tuple[str, str], Link]:
    """For each step from a later to an earlier event the first tie that says so."""
    found: dict[tuple[str, str], Link] = {}
    for tie in ties:
        earlier, later = tie.ordering
        if _orders(tie) and (later, earlier) in steps and (later, earlier) not in found:
            found[later, earlier] = Link(tie, later, earlier)
    return found
