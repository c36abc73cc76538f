from dateline.chronology.knowledge import known_after_previous
from dateline.chronology.order import Order
from dateline.dates.date import OPEN, Bounds


def test_neighbours_are_known_by_ties_circles_and_dates() -> None:
    left = [OPEN, OPEN, OPEN, Bounds(None, 4, None, None), Bounds(5, 9, None, None), Bounds(9, None, None, None)]
    order = Order((0, 1, 2, 3, 4, 5), (9, 8, 8, 7, 6, 5))
    # 0 leads to 2, which begins together with its neighbour 1
    assert known_after_previous(order, [[2], [2], [1], [], [], []], left) == (None, True, True, False, True, False)


def test_nothing_is_known_of_no_events() -> None:
    assert known_after_previous(Order((), ()), [], []) == ()
