"""The chronology: when things happened as far as dates and relations say, in which order, and how surely.

Knows ids, dates and ties between them; no documents and no text. `problems` says in ids what an author must mend.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from dateline.chronology.circles import sources_first
from dateline.chronology.constraints import Bond, Net, Window, precedence_graph, variables
from dateline.chronology.contradictions import Chain, judge
from dateline.chronology.cycles import undo_cycles
from dateline.chronology.given import NO_DATE, Given, give, moved_by, undated
from dateline.chronology.knowledge import known_after_previous
from dateline.chronology.order import in_order, rank
from dateline.chronology.spacing import Spacing
from dateline.chronology.ties import (
    Contradiction,
    Cycle,
    Happening,
    Link,
    Problem,
    Relating,
    SelfRelation,
    Tie,
    Undated,
)
from dateline.chronology.tightening import shown, tightened
from dateline.dates.date import Bounds, Date

__all__ = [
    "Chronology",
    "Contradiction",
    "Cycle",
    "Happening",
    "Link",
    "Problem",
    "Relating",
    "SelfRelation",
    "Tie",
    "Undated",
    "chronology",
]


class Chronology(Struct, frozen=True):
    """Events in order, and what is known of when they were."""

    order: tuple[str, ...]
    """All ids, as the timeline shows them."""
    dates: Mapping[str, Date]
    """Each event's date: written, or given by a relation; `XXXX` where there is none."""
    bounds: Mapping[str, Bounds]
    """What the relations leave of the date's stated bounds, as `timeline.json` shows it."""
    known_after_previous: tuple[bool | None, ...]
    """By place in the order: whether it is known that the event follows the previous one; `None` for the first."""
    problems: tuple[Problem, ...] = ()
    """Events related to themselves, cycles, events without a date, contradictions; each sort in the order of ties."""


class _Stage(Struct, frozen=True):
    """Events and ties, numbered: ties are the usable ones."""

    happenings: tuple[Happening, ...]
    """By number, which is the order of ids."""
    numbers: Mapping[str, int]
    ties: tuple[Tie, ...]
    """Between events that are there, without cycles; by number, which is the order of their indices."""
    given: Given


def chronology(happenings: Sequence[Happening], ties: Sequence[Tie], zone: str) -> Chronology:
    """The chronology of events in a time zone; in which order they and their ties come does not matter.

    It is whole whatever is wrong: ties that cannot be true with the others are left out of it and told of. A tie with
    an event that is not there says nothing, and an event that it would have dated is not told to be undated.
    """
    events = tuple(sorted(happenings, key=lambda one: one.id))
    numbers = {one.id: number for number, one in enumerate(events)}
    all_ties = sorted(ties, key=lambda tie: tie.index)
    known = [tie for tie in all_ties if tie.event in numbers and tie.other in numbers]
    freed = undo_cycles([tie for tie in known if tie.event != tie.other], numbers)
    stage = _Stage(events, numbers, freed.ties, give([one.date for one in events], freed.ties, numbers, zone))
    net = _net(stage, zone)
    variable_order = sources_first(precedence_graph(net))
    verdict = judge(net, variable_order)
    selves = [SelfRelation(tie) for tie in known if tie.event == tie.other]
    problems: tuple[Problem, ...] = (
        *selves,
        *freed.cycles,
        *_undated(stage, all_ties),
        *_contradictions(verdict.chains, stage),
    )
    return _ordered(stage, tightened(net, verdict.state, variable_order), problems)


def _net(stage: _Stage, zone: str) -> Net:
    dates, givers = stage.given.dates, stage.given.givers
    bonds = tuple(_bond(tie, stage, zone) for tie in stage.ties)
    return Net(tuple(date.slack if date else None for date in dates), givers, bonds)


def _bond(tie: Tie, stage: _Stage, zone: str) -> Bond:
    event, other = stage.numbers[tie.event], stage.numbers[tie.other]
    if tie.by is None or not tie.spaced:
        return Bond(tie.kind, event, other)
    date = stage.given.dates[other]
    target = moved_by(tie, date, zone) if date else None
    if date is None or target is None:
        return Bond(tie.kind, event, other, Spacing(tie.by, zone))
    if tie.kind == "after":
        known = date.slack.end_earliest, date.slack.latest
        window = Window(variables(event)[0], target.slack.earliest, target.slack.start_latest)
        pairs = zip(known, (window.first, window.last), strict=True)
    else:
        known = date.slack.earliest, date.slack.start_latest
        window = Window(variables(event)[1], target.slack.end_earliest, target.slack.latest)
        pairs = zip((window.first, window.last), known, strict=True)
    closed = tuple((one, two) for one, two in pairs if one is not None and two is not None)
    return Bond(tie.kind, event, other, Spacing(tie.by, zone, closed), window)


def _undated(stage: _Stage, ties: Sequence[Tie]) -> list[Undated]:
    usable = frozenset(stage.ties)
    lost = [tie for tie in ties if tie.spaced and tie not in usable and tie.event in stage.numbers]
    excused = frozenset(stage.numbers[tie.event] for tie in lost)
    found = undated(stage.given, stage.ties, stage.numbers, excused)
    return [Undated(stage.happenings[event].id) for event in found]


def _contradictions(chains: Sequence[Chain], stage: _Stage) -> list[Contradiction]:
    """In the order of the ties that come first in each."""
    ids = [one.id for one in stage.happenings]
    found = []
    for chain in sorted(chains, key=lambda chain: min(step.bond for step in chain.steps)):
        links = tuple(Link(stage.ties[step.bond], ids[step.subject], ids[step.other]) for step in chain.steps)
        ends = [(ids[event], stage.given.dates[event] or NO_DATE) for event in chain.ends]
        found.append(Contradiction(links, tuple(ends)))
    return found


def _ordered(stage: _Stage, left: Sequence[Bounds], problems: tuple[Problem, ...]) -> Chronology:
    dates = [date or NO_DATE for date in stage.given.dates]
    bounds = [shown(date.stated, one) for date, one in zip(dates, left, strict=True)]
    follows: list[list[int]] = [[] for _ in dates]
    for tie in stage.ties:
        earlier, later = tie.ordering
        follows[stage.numbers[earlier]].append(stage.numbers[later])
    order = in_order(follows, [rank(event, one) for event, one in enumerate(bounds)])
    ids = [one.id for one in stage.happenings]
    return Chronology(
        order=tuple(ids[event] for event in order.sequence),
        dates=dict(zip(ids, dates, strict=True)),
        bounds=dict(zip(ids, bounds, strict=True)),
        known_after_previous=known_after_previous(order, follows, left),
        problems=problems,
    )
