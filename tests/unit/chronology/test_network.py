"""Small stories: dates and relations as an author writes them, and all that the chronology says."""

import pytest

from dateline.chronology.network import (
    Chronology,
    Contradiction,
    Cycle,
    Happening,
    Link,
    SelfRelation,
    Tie,
    Undated,
    chronology,
)
from dateline.dates.date import OPEN, Date, Precision
from dateline.dates.duration import Duration
from dateline.dates.edtf import parse
from dateline.dates.malformed import Malformed
from tests.timelines import ZONE, bounds, sentence, told


@pytest.mark.parametrize(
    ("story", "event", "expected"),
    [
        ("a 2025-08:", "a", "2025-08-01 2025-08-31 2025-08-01 2025-08-31"),
        ("a XXXX:", "a", "…"),
        ("a 2025-08/2025-10:", "a", "2025-08-01 2025-08-31 2025-10-01 2025-10-31"),
        # no event ends before it begins
        ("a 2025-08-15/2025-08:", "a", "2025-08-15 2025-08-15 2025-08-15 2025-08-31"),
        ("a 2025-08-15/..:", "a", "2025-08-15 2025-08-15 2025-08-15 …"),
        ("a ../2025-08-15:", "a", "… 2025-08-15 2025-08-15 2025-08-15"),
        # plain relations
        ("a 2025-08: after b\nb 2025-08-20:", "a", "2025-08-20 2025-08-31 2025-08-20 2025-08-31"),
        ("a 2025-08: before b\nb 2025-08-20:", "a", "2025-08-01 2025-08-20 2025-08-01 2025-08-20"),
        ("a 2025: during b\nb 2025-08-20/2025-09-03:", "a", "2025-08-20 2025-09-03 2025-08-20 2025-09-03"),
        ("a 2025: during b\nb 2025-08-20/2025-09-03:", "b", "2025-08-20 2025-08-20 2025-09-03 2025-09-03"),
        ("a 2025: caused_by b\nb 2025-08/2025-09:", "a", "2025-08-01 2025-12-31 2025-08-01 2025-12-31"),
        ("a 2025-08-05: caused_by b\nb 2025-08/2025-09:", "b", "2025-08-01 2025-08-05 2025-09-01 2025-09-30"),
        # through events that say nothing themselves
        ("a 2025: after b\nb XXXX: after c\nc 2025-08-20:", "a", "2025-08-20 2025-12-31 2025-08-20 2025-12-31"),
        ("a 2025: after b\nb XXXX: after c\nc 2025-08-20:", "b", "2025-08-20 2025-12-31 2025-08-20 2025-12-31"),
    ],
)
def test_relations_tighten_dates(story: str, event: str, expected: str) -> None:
    solved = told(story)
    assert bounds(solved, event) == expected
    assert solved.problems == ()


@pytest.mark.parametrize(
    ("story", "event", "expected"),
    [
        ("a 2025-08~: after b\nb 2025-08-20:", "a", "2025-08-20 2025-08-31 2025-08-20 2025-08-31"),
        # nothing is pushed: the stated bounds stay, and are not widened
        ("a 2025-08~: after b\nb 2025-07-20:", "a", "2025-08-01 2025-08-31 2025-08-01 2025-08-31"),
        # pushed out of what is stated, but within the slack
        ("a 2025-08~: after b\nb 2025-09-10:", "a", "2025-09-10 2025-09-30 2025-09-10 2025-09-30"),
        ("a 2025-08?: before b\nb 2025-07-10:", "a", "2025-07-01 2025-07-10 2025-07-01 2025-07-10"),
        # only the beginning is pushed
        ("a 2025-08%:\nb 2025-07-10: caused_by a", "a", "2025-07-01 2025-07-10 2025-08-01 2025-08-31"),
        # what an approximate date says of others, it says with its slack
        ("a 2025-08~:\nb 2025: after a", "b", "2025-07-01 2025-12-31 2025-07-01 2025-12-31"),
    ],
)
def test_a_qualified_date_keeps_its_stated_bounds_as_far_as_relations_allow(
    story: str, event: str, expected: str
) -> None:
    solved = told(story)
    assert bounds(solved, event) == expected
    assert solved.problems == ()


@pytest.mark.parametrize(
    ("story", "event", "edtf", "expected"),
    [
        ("a 2025-02:\nb: after a P1M", "b", "2025-03", "2025-03-01 2025-03-31 2025-03-01 2025-03-31"),
        ("a 2025-03:\nb: before a P1M", "b", "2025-02", "2025-02-01 2025-02-28 2025-02-01 2025-02-28"),
        ("a 2025-01-30:\nb: after a P1M", "b", "2025-02-28", "2025-02-28"),
        ("a 2025-08/2025-09-03:\nb: after a P1D", "b", "2025-09-04", "2025-09-04"),
        ("a 2025-08/2025-09-03:\nb: before a P1M", "b", "2025-07", "2025-07-01 2025-07-31 2025-07-01 2025-07-31"),
        # chains, in any order of definition
        ("c: after b P1M\nb: after a P1M\na 2025-01:", "c", "2025-03", "2025-03-01 2025-03-31 2025-03-01 2025-03-31"),
        ("a: before b P1D\nb: after c P3D\nc 2025-09-10:", "a", "2025-09-12", "2025-09-12"),
        # of several the first gives the date and all hold
        (
            "a 2025-09:\nb 2025-09-11:\nc: after a P1D, after b P1D",
            "c",
            "[2025-09-02..2025-10-01]",
            "2025-09-12 2025-09-12 2025-09-12 2025-10-01",
        ),
        # where the first says nothing, the next
        ("a 2025/..:\nb 2025-09-11:\nc: after a P1D, after b P1D", "c", "2025-09-12", "2025-09-12"),
        ("a 2025/..:\nc: after a P1D", "c", "XXXX", "2025-01-02 … 2025-01-02 …"),
        # a date of one's own must hold too
        ("a 2025-09-10:\nb 2025-09: after a P1D", "b", "2025-09", "2025-09-11 2025-09-11 2025-09-11 2025-09-30"),
        # what narrows the one narrows the other
        (
            "a 2025: before x\nb: after a P1D\nx 2025-03-10:",
            "b",
            "[2025-01-02..2026-01-01]",
            "2025-01-02 2025-03-11 2025-01-02 2026-01-01",
        ),
        ("a XXXX:\nb 2025-03-10: after a P1D", "a", "XXXX", "… 2025-03-09 2025-03-09 2025-03-09"),
        (
            "a 2025:\nb 2025-03-10: after a PT36H",
            "a",
            "2025",
            "2025-01-01 2025-03-09T11:59 2025-03-08T12:00 2025-03-09T11:59",
        ),
    ],
)
def test_by_gives_a_date_or_holds_beside_it(story: str, event: str, edtf: str, expected: str) -> None:
    solved = told(story)
    assert (solved.dates[event].edtf, bounds(solved, event)) == (edtf, expected)
    assert solved.problems == ()


@pytest.mark.parametrize(
    "story",
    [
        "a 2025-02:\nb 2025-03-30: after a P1M",
        "a 2025-01:\nb 2025-02-01: after a P1M",
        "a 2025-01-30:\nb 2025-02-28T23:30: after a P1M",
        "a 2025-01-31T23:59:\nb 2025-02-28T23:59: after a P1M",
        "a 2023-02:\nb 2024-02-29: after a P1Y",
        "a 2025-03-31:\nb 2025-02-28T23:30: before a P1M",
        "a 2025-03:\nb 2025-02-28: before a P1M",
        # clocks are put forward at 3:00 on 30 March, and back at 4:00 on 26 October
        "a 2025-03-29T03:30:\nb 2025-03-30T04:00: after a P1D",
        "a 2025-10-25:\nb 2025-10-26T23:59: after a P1D",
        "a 2025-10-25T03:30:\nb 2025-10-26T03:30: after a P1D",
    ],
)
def test_where_months_and_days_differ_in_length_nothing_possible_is_excluded(story: str) -> None:
    assert told(story).problems == ()


def test_a_tightened_beginning_near_the_end_of_a_month_still_allows_its_shorter_neighbour() -> None:
    # Less a month, noon on 28 February is 28 January; but 31 January plus a month is 28 February too.
    solved = told("a 2025-01-31:\nb 2025-02: after a P1M, before x\nx 2025-02-28T12:00:")
    assert solved.problems == ()
    assert bounds(solved, "a") == "2025-01-31 2025-01-31T12:00 2025-01-31 2025-01-31T12:00"


def test_the_slack_of_a_date_moved_is_its_own() -> None:
    # 2025-08-31~ may be 30 August, which a month later is 30 September; but 2025-09-30~ may be the 29th.
    solved = told("a 2025-08-31~:\nb: after a P1M, before x\nx 2025-09-29:")
    assert solved.problems == ()
    assert bounds(solved, "b") == "2025-09-29"


def test_months_against_days_converge() -> None:
    solved = told("a 2025:\nb: after a P1M\nc: after a P30D, caused_by b")
    assert solved.problems == ()
    assert bounds(solved, "a") == "2025-01-01 2025-11-30 2025-01-29 2025-11-30"


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ("a 2025: after b\nb 2025: after a", "a after b, b after a"),
        ("a 2025: after b, before b\nb 2025:", "a after b, b (before) a"),
        ("a 2025: after b\nb 2025: after c\nc 2025: after a", "a after b, b after c, c after a"),
        ("a 2025: before b\nb 2025: before c\nc 2025: before a", "a (before) c, c (before) b, b (before) a"),
        ("a 2025: after b P1D\nb 2025: after a P1D", "a after b, b after a"),
    ],
)
def test_a_cycle_of_after_and_before_is_told_from_later_to_earlier(story: str, expected: str) -> None:
    (cycle,) = told(story).problems
    assert isinstance(cycle, Cycle)
    assert sentence(cycle.links) == expected


def test_an_event_related_to_itself_is_told_once_for_each_tie() -> None:
    solved = told("a 2025: after a, during a, caused_by b\nb 2025:")
    assert solved.problems == (
        SelfRelation(Tie("after", "a", "a", None, 0)),
        SelfRelation(Tie("during", "a", "a", None, 1)),
    )


def test_circles_of_during_and_caused_by_are_no_errors_and_stand_together() -> None:
    solved = told("a 2025: during c\nb 2025:\nc 2025: during a\nd 2024: caused_by a")
    assert solved.problems == (
        Contradiction((Link(Tie("caused_by", "d", "a", None, 2), "d", "a"),), _ends(solved, "da")),
    )
    solved = told("a 2025: during c\nb 2025:\nc 2025: during a\nd 2025: caused_by a")
    assert solved.problems == ()
    assert solved.order == ("a", "c", "b", "d")
    assert solved.known_after_previous == (None, True, False, False)


def _ends(solved: Chronology, events: str) -> tuple[tuple[str, Date], ...]:
    return tuple((event, solved.dates[event]) for event in events)


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ("a:", ["a"]),
        ("a: after b\nb 2025:", ["a"]),
        # only the one at fault, not those that wait for it
        ("a:\nb: after a P1D\nc: after b P1D", ["a"]),
        # who wait for one another: the first
        ("b: before c P1D\nc: after b P1D\nd: after c P1D", ["b"]),
        # whose tie leads nowhere, or is told of already
        ("a: after elsewhere P1D", []),
        ("a: after a P1D", []),
        ("a XXXX:", []),
        ("a 2025/..:\nb: after a P1D", []),
    ],
)
def test_an_event_without_a_date_is_told_and_stands_as_undated(story: str, expected: list[str]) -> None:
    solved = told(story)
    assert [one.id for one in solved.problems if isinstance(one, Undated)] == expected
    for event in expected:
        assert (solved.dates[event].precision, solved.dates[event].stated) == (Precision.UNKNOWN, OPEN)


@pytest.mark.parametrize(
    ("story", "order", "known"),
    [
        ("b 2025-02:\na 2025-03:", "b a", [None, True]),
        # earliest beginning, then latest beginning, then id
        ("b 2025-02:\na 2025:", "a b", [None, False]),
        ("b 2025-02-01:\na 2025-02:", "b a", [None, False]),
        ("b 2025-02:\na 2025-02:", "a b", [None, False]),
        # open first, and last
        ("a 2025-02:\nb XXXX:\nc ../2024:", "c b a", [None, False, False]),
        ("a 2025-02-01/2026:\nb 2025-02-01/..:", "a b", [None, False]),
        # relations first, and only then the smallest
        ("a 2025: after z\nz 2025:", "z a", [None, True]),
        ("a 2025: caused_by z\nm 2025-06:\nz 2025:", "z a m", [None, True, False]),
        ("z 2025: before a\na 2025:", "z a", [None, True]),
        ("a 2025-03/2025-04: during z\nz 2025-03/2025-05:", "z a", [None, True]),
        # through events in between, of which none stands between neighbours
        ("a 2025: after m\nm 2025: after z\nz 2025:\nb 2025:", "b z m a", [None, False, True, True]),
        # the tightened bounds decide
        ("a 2025:\nb 2025: after c\nc 2025-05:\nd 2025-03:", "a d c b", [None, False, True, True]),
        # the stated bounds sort, the slack decides what is known
        ("a 2025-08~:\nb 2025-09-10:", "a b", [None, False]),
        ("a 2025-08~:\nb 2025-10:", "a b", [None, True]),
        ("a 2025-08:\nb 2025-09~:", "a b", [None, False]),
        ("a 2025-08-31~:\nb 2025-09-01:", "a b", [None, False]),
        # at one second either may have been first
        ("a 2025-08-01T10:00:00:\nb 2025-08-01T10:00:00:", "a b", [None, False]),
        ("a 2025-08-01T10:00:00:\nb 2025-08-01T10:00:01:", "a b", [None, True]),
        # what matters is when the previous one began, not when it ended
        ("a 2025-08/2025-12:\nb 2025-09:", "a b", [None, True]),
    ],
)  # fmt: skip
def test_the_order_and_what_is_known_of_it(story: str, order: str, known: list[bool | None]) -> None:
    solved = told(story)
    assert (" ".join(solved.order), list(solved.known_after_previous)) == (order, known)


def test_no_events_have_an_empty_chronology() -> None:
    assert chronology([], [], ZONE) == Chronology((), {}, {}, (), ())


def test_ties_with_events_that_are_not_there_say_nothing() -> None:
    alone = [Happening("a", None), Happening("b", None)]
    ties = [
        Tie("after", "a", "x", Duration(days=1), 0),
        Tie("before", "x", "a", None, 1),
        Tie("after", "x", "x", None, 2),
    ]
    solved = chronology(alone, ties, ZONE)
    assert solved.problems == (Undated("b"),)
    assert solved.order == ("a", "b")


def test_a_chain_may_be_deeper_than_python_calls_functions() -> None:
    events = [f"{number:05}" for number in range(5_000)]
    first = parse("2025-01-01", "UTC")
    assert not isinstance(first, Malformed)
    happenings = [Happening(event, first if event == events[0] else None) for event in events]
    pairs = zip(events[1:], events, strict=False)
    ties = [Tie("after", event, other, Duration(days=1), at) for at, (event, other) in enumerate(pairs)]
    solved = chronology(happenings, ties, "UTC")
    assert solved.problems == ()
    assert solved.order == tuple(events)
    assert solved.dates[events[-1]].edtf == "2038-09-09"
