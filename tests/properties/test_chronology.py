"""Laws of the chronology, against a solver that knows nothing but sums (R. Floyd's and S. Warshall's shortest ways)."""

from collections.abc import Iterator, Sequence
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from dateline.chronology.network import (
    Chronology,
    Contradiction,
    Cycle,
    Happening,
    Relating,
    SelfRelation,
    Tie,
    chronology,
)
from dateline.chronology.tightening import shown
from dateline.dates.date import OPEN, Bounds, Date
from dateline.dates.duration import Duration
from dateline.dates.edtf import parse
from dateline.dates.instants import DAY, local_text
from dateline.dates.malformed import Malformed
from dateline.dates.moving import moved

EVENTS = "abcdef"
FAR = 10**9
"""More days than any chain of these ties adds up to: as good as open."""

SOME = settings(max_examples=100, deadline=None)

KINDS: tuple[Relating, ...] = ("after", "before", "during", "caused_by")

days = st.integers(1, 6)


def date(text: str, zone: str = "UTC") -> Date:
    found = parse(text, zone)
    assert not isinstance(found, Malformed), found
    return found


def day(number: int) -> str:
    return f"2025-09-{number:02}"


@st.composite
def edtf_texts(draw: st.DrawFn) -> str:
    first, last = sorted((draw(days), draw(days)))
    mark = draw(st.sampled_from(["", "", "~"]))
    return draw(
        st.sampled_from(
            [
                day(first) + mark,
                f"{day(first)}{mark}/{day(last)}",
                f"[{day(first)}..{day(last)}]",
                f"{day(first)}/..",
                f"../{day(last)}",
                "XXXX",
            ]
        )
    )


class Case(Struct, frozen=True):
    happenings: tuple[Happening, ...]
    ties: tuple[Tie, ...]

    @property
    def solved(self) -> Chronology:
        return chronology(self.happenings, self.ties, "UTC")


@st.composite
def cases(draw: st.DrawFn, *, circular: bool = True) -> Case:
    names = EVENTS[: draw(st.integers(1, len(EVENTS)))]
    happenings = [Happening(name, draw(st.none() | edtf_texts().map(date))) for name in names]
    pairs = [(one, two) for one, two in product(names, names) if circular or one != two]
    ties = []
    for index in range(draw(st.integers(0, 8)) if pairs else 0):
        kind = draw(st.sampled_from(KINDS))
        event, other = draw(st.sampled_from(pairs))
        if not circular and (event < other) != (kind == "before"):
            event, other = other, event
        by = draw(st.none() | st.integers(0, 3).map(lambda days: Duration(days=days)))
        ties.append(Tie(kind, event, other, by, index))
    return Case(tuple(happenings), tuple(ties))


# The solver: seconds of UTC, days of 86,400 of them, and nothing else.

Variable = tuple[str, int]
"""An event's beginning (0) or end (1)."""
Ways = dict[tuple[Variable, Variable], int]
"""By how many seconds at most the second variable is later than the first."""

ORIGIN: Variable = ("", 0)


def seconds(tie: Tie) -> int | None:
    return tie.by.days * DAY if tie.by and tie.kind in ("after", "before") else None


def statements(ties: Sequence[Tie]) -> Iterator[tuple[Variable, Variable, int]]:
    """Triples: the second is at most so much later than the first."""
    for tie in ties:
        begins, ends, other_begins, other_ends = (tie.event, 0), (tie.event, 1), (tie.other, 0), (tie.other, 1)
        match tie.kind:
            case "after":
                pairs = [(other_ends, begins)]
            case "before":
                pairs = [(ends, other_begins)]
            case "during":
                pairs = [(other_begins, begins), (ends, other_ends)]
            case _:
                pairs = [(other_begins, begins)]
        by = seconds(tie)
        for earlier, later in pairs:
            yield later, earlier, -(by or 0)
            if by is not None:
                yield earlier, later, by


def windows(bounds: Bounds, name: str) -> Iterator[tuple[Variable, Variable, int]]:
    for place, first, last in (0, bounds.earliest, bounds.start_latest), (1, bounds.end_earliest, bounds.latest):
        if first is not None:
            yield (name, place), ORIGIN, -first
        if last is not None:
            yield ORIGIN, (name, place), last


def solve(dates: dict[str, Bounds], ties: Sequence[Tie]) -> Ways | None:
    """The shortest ways between all variables, or nothing where that cannot be."""
    nodes = [ORIGIN, *product(dates, (0, 1))]
    ways = {pair: 0 if pair[0] == pair[1] else FAR * DAY for pair in product(nodes, nodes)}
    known = [*statements(ties), *(one for name, bounds in dates.items() for one in windows(bounds, name))]
    for one, two, most in (*known, *(((name, 1), (name, 0), 0) for name in dates)):
        ways[one, two] = min(ways[one, two], most)
    for via, one, two in product(nodes, nodes, nodes):
        ways[one, two] = min(ways[one, two], ways[one, via] + ways[via, two])
    return None if any(ways[node, node] < 0 for node in nodes) else ways


def left_of(ways: Ways, name: str) -> Bounds:
    begins, ends = (name, 0), (name, 1)
    firsts = [-ways[one, ORIGIN] for one in (begins, ends)]
    lasts = [ways[ORIGIN, one] for one in (begins, ends)]
    opened = [None if abs(one) > FAR * DAY // 2 else one for one in (firsts[0], lasts[0], firsts[1], lasts[1])]
    return Bounds(*opened)


def givers(case: Case) -> dict[str, Tie]:
    """Which tie gives an event its date: in rounds the first, and one that leaves it open only if there is no other."""
    dates = {one.id: one.date for one in case.happenings}
    found: dict[str, Tie] = {}
    for even_open in (False, True):
        while True:
            level: dict[str, tuple[Tie, Date]] = {}
            for tie in case.ties:
                other = dates[tie.other]
                if dates[tie.event] is None and other and tie.event not in level and seconds(tie) is not None:
                    assert tie.by
                    date = moved(other, *(("end", tie.by, 1) if tie.kind == "after" else ("start", tie.by, -1)), "UTC")
                    if even_open or date.stated != OPEN:
                        level[tie.event] = tie, date
            if not level:
                break
            for name, (tie, given_date) in level.items():
                found[name], dates[name] = tie, given_date
    return found


def given_dates(written: dict[str, Bounds], names: Sequence[str], giving: dict[str, Tie]) -> dict[str, Bounds]:
    """All dates' bounds, those that ties give reckoned by adding seconds."""
    dates = dict(written)
    while True:
        ready = [name for name, tie in giving.items() if name in names and name not in dates and tie.other in dates]
        if not ready:
            return {name: dates.get(name, OPEN) for name in names}
        for name in ready:
            tie, by = giving[name], seconds(giving[name]) or 0
            other = dates[tie.other]
            ends = (other.end_earliest, other.latest, by) if tie.kind == "after" else (*_starts(other), -by)
            first, last = (None if one is None else one + ends[2] for one in ends[:2])
            dates[name] = Bounds(first, last, first, last)


def _starts(bounds: Bounds) -> tuple[int | None, int | None]:
    return bounds.earliest, bounds.start_latest


def slack_bounds(case: Case) -> dict[str, Bounds]:
    return {one.id: one.date.slack for one in case.happenings if one.date}


@SOME
@given(cases(circular=False))
def test_what_is_left_of_each_date_is_what_a_complete_solver_leaves(case: Case) -> None:
    solved = case.solved
    names = [one.id for one in case.happenings]
    ways = solve(given_dates(slack_bounds(case), names, givers(case)), case.ties)
    contradictory = any(isinstance(one, Contradiction) for one in solved.problems)
    assert (ways is None) == contradictory
    if ways is not None:
        for name in names:
            assert solved.bounds[name] == shown(solved.dates[name].stated, left_of(ways, name)), name


@SOME
@given(cases())
def test_a_contradiction_is_a_real_one_and_each_link_of_it_is_needed(case: Case) -> None:
    giving = givers(Case(case.happenings, _usable(case)))
    for problem in case.solved.problems:
        if not isinstance(problem, Contradiction):
            continue
        ends = {name: end.slack for name, end in problem.ends}
        ties = [link.tie for link in problem.links]
        assert _possible(ties, ends, giving) is False
        for tie in ties:
            assert _possible([one for one in ties if one != tie], ends, giving), tie


def _usable(case: Case) -> tuple[Tie, ...]:
    """The ties that are neither of an event with itself nor in a cycle told of."""
    gone = {(link.subject, link.other) for one in case.solved.problems if isinstance(one, Cycle) for link in one.links}
    return tuple(
        tie
        for tie in case.ties
        if tie.event != tie.other and not (tie.kind in ("after", "before") and tie.ordering[::-1] in gone)
    )


def _possible(ties: Sequence[Tie], ends: dict[str, Bounds], giving: dict[str, Tie]) -> bool:
    names = sorted({name for tie in ties for name in (tie.event, tie.other)})
    present = {name: tie for name, tie in giving.items() if tie in ties}
    written = {name: bounds for name, bounds in ends.items() if name in names}
    return solve(given_dates(written, names, present), ties) is not None


@SOME
@given(cases())
def test_a_chain_leads_from_event_to_event(case: Case) -> None:
    for problem in case.solved.problems:
        if isinstance(problem, Contradiction | Cycle):
            for link in problem.links:
                assert {link.subject, link.other} == {link.tie.event, link.tie.other}
        if isinstance(problem, Cycle):
            others = [link.other for link in problem.links]
            assert [link.subject for link in problem.links] == [others[-1], *others[:-1]]


@SOME
@given(cases())
def test_no_tie_takes_part_in_two_problems(case: Case) -> None:
    told = [
        link.tie for one in case.solved.problems if isinstance(one, Contradiction | Cycle) for link in one.links
    ] + [one.tie for one in case.solved.problems if isinstance(one, SelfRelation)]
    assert len(told) == len(set(told))


@SOME
@given(cases(), st.data())
def test_the_order_of_the_input_does_not_matter(case: Case, data: st.DataObject) -> None:
    happenings, ties = data.draw(st.permutations(case.happenings)), data.draw(st.permutations(case.ties))
    assert chronology(happenings, ties, "UTC") == case.solved


@SOME
@given(cases())
def test_whatever_is_wrong_every_event_has_its_place_date_and_bounds(case: Case) -> None:
    solved = case.solved
    names = sorted(one.id for one in case.happenings)
    assert sorted(solved.order) == sorted(solved.dates) == sorted(solved.bounds) == names
    assert len(solved.known_after_previous) == len(names)
    for bounds in solved.bounds.values():
        firsts, lasts = (bounds.earliest, bounds.end_earliest), (bounds.start_latest, bounds.latest)
        ordered = [one for one in (firsts[0], firsts[1], lasts[1]) if one is not None]
        assert ordered == sorted(ordered)
        ordered = [one for one in (firsts[0], lasts[0], lasts[1]) if one is not None]
        assert ordered == sorted(ordered)


def reachable(case: Case) -> set[tuple[str, str]]:
    """Pairs of which the second does not begin before the first, through any number of events."""
    names = [one.id for one in case.happenings]
    pairs = {tie.ordering for tie in _usable(case)}
    for via, one, two in product(names, names, names):
        if (one, via) in pairs and (via, two) in pairs:
            pairs.add((one, two))
    return pairs


def _key(name: str, bounds: Bounds) -> tuple[bool, int, bool, int, str]:
    return (
        bounds.earliest is not None,
        bounds.earliest or 0,
        bounds.start_latest is None,
        bounds.start_latest or 0,
        name,
    )


@SOME
@given(cases())
def test_the_order_is_a_linear_extension_that_takes_the_smallest_free_event(case: Case) -> None:
    solved, before = case.solved, reachable(case)
    circle = {
        name: {one for one in solved.order if (one, name) in before and (name, one) in before} | {name}
        for name in solved.order
    }
    left = list(solved.order)
    expected: list[str] = []
    while left:
        free = [name for name in left if not any((one, name) in before and one not in circle[name] for one in left)]
        first = min(free, key=lambda name: _key(name, solved.bounds[name]))
        group = sorted(circle[first], key=lambda name: _key(name, solved.bounds[name]))
        expected += group
        left = [name for name in left if name not in group]
    assert list(solved.order) == expected


@SOME
@given(cases(circular=False))
def test_the_order_is_known_from_relations_through_any_number_of_events_or_from_dates(case: Case) -> None:
    solved, before = case.solved, reachable(case)
    names = [one.id for one in case.happenings]
    ways = solve(given_dates(slack_bounds(case), names, givers(case)), case.ties)
    if ways is None:
        return
    left = {name: left_of(ways, name) for name in names}
    expected: list[bool | None] = [None]
    for previous, name in zip(solved.order, solved.order[1:], strict=False):
        last, first = left[previous].start_latest, left[name].earliest
        expected.append((previous, name) in before or (last is not None and first is not None and last < first))
    assert list(solved.known_after_previous) == expected


# Months and clocks: what was true must stay possible.

ZONES = ["Europe/Vilnius", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"]
NEAR_CHANGES = [1743300000, 1761400000, 1735689600, 1740700000, 1738280000, 1709164800, 1325200000]
"""Instants near changes of clocks, ends of months, 29 February, and the day that Samoa skipped."""
CALENDAR_LENGTHS = [(1, 0, 0), (0, 1, 0), (12, 0, 0), (0, 30, 0), (1, 1, 0)]
"""Months, days, hours."""
CLOCK_LENGTHS = [(0, 0, 25), (0, 0, 3)]


@st.composite
def true_stories(draw: st.DrawFn) -> tuple[str, list[Happening], list[Tie], list[int]]:
    """A chain of moments each a duration from the one before, dated in coarser units or not at all."""
    zone = draw(st.sampled_from(ZONES))
    lengths = draw(st.sampled_from([CALENDAR_LENGTHS, CLOCK_LENGTHS]))
    moments = [draw(st.sampled_from(NEAR_CHANGES)) + draw(st.integers(-5 * DAY, 5 * DAY))]
    ties = []
    for index in range(draw(st.integers(1, 4))):
        months, some_days, hours = draw(st.sampled_from(lengths))
        by = Duration(months=months, days=some_days, hours=hours)
        last = date(local_text(moments[-1], zone), zone)
        forwards = draw(st.booleans())
        moment = moved(last, "end" if forwards else "start", by, 1 if forwards else -1, zone).stated.earliest
        assert moment is not None
        moments.append(moment)
        ties.append(Tie("after" if forwards else "before", EVENTS[index + 1], EVENTS[index], by, index))
    texts = [draw(st.sampled_from([None, 4, 7, 10, 16, 25])) for _ in moments]
    texts[0] = texts[0] or 7
    happenings = [
        Happening(EVENTS[at], None if length is None else date(_cut(moments[at], length, zone), zone))
        for at, length in enumerate(texts)
    ]
    return zone, happenings, ties, moments


def _cut(moment: int, length: int, zone: str) -> str:
    text = local_text(moment, zone)
    return text[:16] + text[19:] if length == 16 else text[:length]


@SOME
@given(true_stories())
def test_what_is_true_is_never_excluded(story: tuple[str, list[Happening], list[Tie], list[int]]) -> None:
    zone, happenings, ties, moments = story
    solved = chronology(happenings, ties, zone)
    assert solved.problems == ()
    for one, moment in zip(happenings, moments, strict=True):
        bounds = solved.bounds[one.id]
        assert bounds.earliest is None or bounds.earliest <= moment
        assert bounds.latest is None or moment <= bounds.latest
        assert bounds.start_latest is None or moment <= bounds.start_latest
        assert bounds.end_earliest is None or bounds.end_earliest <= moment
