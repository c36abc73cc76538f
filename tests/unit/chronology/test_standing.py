from dateline.chronology.constraints import Bond, Net, Window
from dateline.chronology.standing import stand
from dateline.dates.date import OPEN, Bounds


def test_no_event_ends_before_it_begins() -> None:
    state = stand(Net((Bounds(5, 30, 0, 20), None), (-1, -1), ()), frozenset())
    assert state.values == [5, 5, None, None]
    assert state.ceilings == [20, 20, None, None]


def test_what_a_bond_says_of_an_end_holds_for_the_beginning_and_the_other_way_round() -> None:
    dates = (OPEN, Bounds(0, 9, 0, 9), OPEN)
    bonds = (Bond("before", 0, 1, window=Window(1, 3, 7)), Bond("after", 2, 1, window=Window(4, 13, 17)))
    state = stand(Net(dates, (-1, -1, -1), bonds), frozenset())
    assert state.values == [None, 3, 0, 0, 13, 13]
    assert state.ceilings == [7, 7, 9, 9, 17, None]
    assert stand(Net(dates, (-1, -1, -1), bonds), frozenset({0, 1})).values == [None, None, 0, 0, None, None]


def test_a_date_that_was_given_rests_on_the_bonds_that_gave_it() -> None:
    dates = (Bounds(20, 20, 20, 20), Bounds(10, 10, 10, 10), Bounds(0, 0, 0, 0))
    bonds = (Bond("after", 0, 1), Bond("after", 1, 2))
    state = stand(Net(dates, (0, 1, -1), bonds), frozenset())
    assert [state.trail.back(state.causes[2 * event], set()) for event in range(3)] == [([0, 1], 2), ([1], 2), ([], 2)]


def test_a_bond_that_no_date_allows_is_cut_and_says_nothing() -> None:
    dates = (Bounds(0, 5, 0, 5), Bounds(0, 9, 0, 9))
    for window, chains in (Window(0, 6, 8), ([0], [])), (Window(1, None, -1), ([], [0])):
        state = stand(Net(dates, (-1, -1), (Bond("after", 0, 1, window=window),)), frozenset())
        assert (state.values, state.ceilings, state.cut) == ([0, 0, 0, 0], [5, 5, 9, 9], {0})
        (clash,) = state.clashes
        assert (state.trail.back(clash.rise, set())[0], state.trail.back(clash.ceiling, set())[0]) == chains
