from dateline.chronology.circles import sources_first
from dateline.chronology.constraints import Bond, Net, Window, precedence_graph
from dateline.chronology.contradictions import Verdict, judge
from dateline.chronology.spacing import Spacing
from dateline.dates.date import Bounds
from dateline.dates.duration import Duration


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
