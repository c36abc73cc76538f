import pytest

from dateline.chronology.circles import sources_first
from dateline.chronology.constraints import Bond, Net, Window, precedence_graph
from dateline.chronology.contradictions import Verdict, judge
from dateline.chronology.spacing import Spacing
from dateline.dates.date import Bounds
from dateline.dates.duration import Duration
from tests.timelines import bounds, contradictions, told


def at(first: int, last: int) -> Bounds:
    return Bounds(first, last, first, last)


def judged(*bonds: Bond, dates: dict[int, Bounds]) -> Verdict:
    size = 1 + max(event for bond in bonds for event in (bond.event, bond.other))
    net = Net(tuple(dates.get(event) for event in range(size)), (-1,) * size, bonds)
    return judge(net, sources_first(precedence_graph(net)))


def spaced(seconds: int) -> Spacing:
    return Spacing(Duration(seconds=seconds), "UTC")


def test_what_can_be_has_no_chains() -> None:
    verdict = judged(Bond("after", 1, 0), dates={0: at(0, 5), 1: at(3, 9)})
    assert verdict.chains == ()
    assert verdict.state.values == [0, 0, 3, 3]


LONGER = (
    Bond("after", 1, 0),
    Bond("caused_by", 2, 1),
    Bond("after", 3, 2, spaced(10)),
    Bond("during", 3, 1),
    Bond("before", 1, 4),
)
"""1 lasts ten seconds more than nothing, since 2 and, ten seconds after it, 3 fall within it."""


def test_a_chain_that_must_pass_an_event_twice_does() -> None:
    (chain,) = judged(*LONGER, dates={0: at(100, 100), 4: at(105, 105)}).chains
    assert [(step.bond, step.subject, step.other) for step in chain.steps] == [
        (4, 4, 1),
        (3, 1, 3),
        (2, 3, 2),
        (1, 2, 1),
        (0, 1, 0),
    ]
    assert chain.ends == (4, 0)


def test_a_detour_that_is_not_needed_is_left_out() -> None:
    (chain,) = judged(*LONGER, dates={0: at(100, 100), 4: at(50, 50)}).chains
    assert [(step.bond, step.subject, step.other) for step in chain.steps] == [(4, 4, 1), (0, 1, 0)]
    assert chain.ends == (4, 0)


def test_what_a_bond_says_from_one_date_alone_may_contradict_what_another_says() -> None:
    bonds = (
        Bond("after", 1, 0, spaced(10), Window(2, 10, 15)),
        Bond("after", 1, 2, spaced(10), Window(2, 30, 35)),
    )
    (chain,) = judged(*bonds, dates={0: at(0, 5), 2: at(20, 25)}).chains
    assert [(step.bond, step.subject, step.other) for step in chain.steps] == [(0, 0, 1), (1, 1, 2)]
    assert chain.ends == (0, 2)


def test_each_circle_of_durations_is_told_once() -> None:
    bonds = (
        Bond("after", 1, 0, spaced(10)),
        Bond("after", 1, 0, spaced(20)),
        Bond("after", 3, 2, spaced(10)),
        Bond("before", 2, 3, spaced(20)),
        Bond("before", 2, 3, spaced(30)),
    )
    verdict = judged(*bonds, dates={})
    assert sorted(sorted(step.bond for step in chain.steps) for chain in verdict.chains) == [[0, 1], [2, 4]]
    assert verdict.state.cut == {1, 3, 4}


@pytest.mark.parametrize(
    ("story", "links", "ends"),
    [
        ("a 2025-09-12:\nb 2025-09-10: after a", "b after a", ["b 2025-09-10", "a 2025-09-12"]),
        ("a 2025-09-12: before b\nb 2025-09-10:", "b (before) a", ["b 2025-09-10", "a 2025-09-12"]),
        (
            "release 2025-09-11: after incursion\nincursion XXXX: after call\ncall 2025-10:",
            "release after incursion, incursion after call",
            ["release 2025-09-11", "call 2025-10"],
        ),
        ("a 2025: during b\nb 2026:", "a during b", ["a 2025", "b 2026"]),
        ("a 2027: during b\nb 2026:", "b (during) a", ["b 2026", "a 2027"]),
        ("a 2025: caused_by b\nb 2026:", "a caused_by b", ["a 2025", "b 2026"]),
        ("a 2025-08~: after b\nb 2025-10:", "a after b", ["a 2025-08~", "b 2025-10"]),
        ("a 2025-09-10:\nb 2025-09-13: after a P1D", "a (after) b", ["a 2025-09-10", "b 2025-09-13"]),
        ("a 2025-09-10:\nb 2025-09-10: after a P1D", "b after a", ["b 2025-09-10", "a 2025-09-10"]),
        ("a 2025-02:\nb 2025-04-01: after a P1M", "a (after) b", ["a 2025-02", "b 2025-04-01"]),
        # the date moved is the one that counts: less a month, 28 February is 28 January
        ("a 2025-01-30: before b P1M\nb 2025-02-28:", "b (before) a", ["b 2025-02-28", "a 2025-01-30"]),
        (
            "a XXXX: before b P1M, after c\nb 2025-02-28:\nc 2025-01-30:",
            "b (before) a, a after c",
            ["b 2025-02-28", "c 2025-01-30"],
        ),
        (
            "a XXXX: after c P1D, before b P1M\nb 2025-02-28:\nc 2025-01-29:",
            "b (before) a, a after c",
            ["b 2025-02-28", "c 2025-01-29"],
        ),
        # through dates that relations give
        (
            "a 2025-09-10:\nb: after a P1D\nc 2025-09-10: after b",
            "c after b, b after a",
            ["c 2025-09-10", "a 2025-09-10"],
        ),
        (
            "a 2025-09-10:\nb: after a P1D\nc: after b P1D\nd 2025-09-20: before c",
            "a (after) b, b (after) c, c (before) d",
            ["a 2025-09-10", "d 2025-09-20"],
        ),
        # two relations that differ, and only one date
        (
            "a 2025-09-10:\nb: after a P1D, after a P3D",
            "a (after) b, b after a",
            ["a 2025-09-10"],
        ),
        # no dates at all
        ("a XXXX: after b P2D\nb XXXX: before a P1D", "a after b, b before a", []),
        (
            "a XXXX:\nb XXXX: after a P1D\nc XXXX: after b P1D, after a P1D",
            "b after a, a (after) c, c after b",
            [],
        ),
        ("a XXXX: after b P1D\nb XXXX: caused_by a", "a after b, b caused_by a", []),
    ],
)  # fmt: skip
def test_a_contradiction_is_told_with_its_whole_chain(story: str, links: str, ends: list[str]) -> None:
    assert contradictions(told(story)) == [(links, ends)]


def test_independent_contradictions_are_all_told_and_the_rest_stands() -> None:
    solved = told("""
        a 2025-09-12: before b
        b 2025-09-10:
        c 2025-10-12:
        d 2025-10-10: after c
        e 2025: after d
    """)
    assert contradictions(solved) == [
        ("b (before) a", ["b 2025-09-10", "a 2025-09-12"]),
        ("d after c", ["d 2025-10-10", "c 2025-10-12"]),
    ]
    assert bounds(solved, "b") == "2025-09-10"
    assert bounds(solved, "e") == "2025-10-10 2025-12-31 2025-10-10 2025-12-31"
    assert solved.order == ("a", "b", "c", "d", "e")


def test_nothing_that_a_contradictory_relation_says_is_kept() -> None:
    solved = told("a 2025-09-01/2025-09-20: during b\nb 2025-09-10/2025-09:")
    assert contradictions(solved) == [("a during b", ["a 2025-09-01/2025-09-20", "b 2025-09-10/2025-09"])]
    assert bounds(solved, "a") == "2025-09-01 2025-09-01 2025-09-20 2025-09-20"
    assert bounds(solved, "b") == "2025-09-10 2025-09-10 2025-09-10 2025-09-30"
    solved = told("a 2025-09/2025-10-20: during b\nb 2025-09-10/2025-09-30:")
    assert contradictions(solved) == [("b (during) a", ["b 2025-09-10/2025-09-30", "a 2025-09/2025-10-20"])]
    assert bounds(solved, "a") == "2025-09-01 2025-09-30 2025-10-20 2025-10-20"


@pytest.mark.parametrize("relations", ["before b P1M, after c", "after c P2D, before b P1M"])
def test_a_contradiction_leaves_other_events_as_they_are(relations: str) -> None:
    solved = told(f"a XXXX: {relations}\nb 2025-02-28:\nc 2025-01-29:\nother 2025: after b")
    assert len(solved.problems) == 1
    assert bounds(solved, "other") == "2025-02-28 2025-12-31 2025-02-28 2025-12-31"


def test_a_contradiction_that_shares_a_link_with_one_told_waits_until_that_is_mended() -> None:
    solved = told("late 2025-10:\nmiddle XXXX: after late\none 2025-08: after middle\ntwo 2025-09: after middle")
    assert contradictions(solved) == [("one after middle, middle after late", ["one 2025-08", "late 2025-10"])]


def test_a_contradiction_that_creeps_up_is_found() -> None:
    # Two days against one day and twenty hours: four hours a round, and the clocks might make up for that.
    solved = told("a 2025: after b P2D\nb 2025/..: before a P1DT20H")
    assert contradictions(solved) == [("a after b, b before a", ["a 2025"])]
