"""Arrows and ties: from sign to sign, past labels, each at its end pointing at what was led to."""

from msgspec import structs

from dateline.pages.drawing.arrows import FARTHEST_TIE, Stand, arrow, tie
from dateline.pages.drawing.lanes import ROW

CAUSE = Stand(20, 20, 50, is_dot=True, label_before=False, label_above=False, classes="p1")


def stand(first: float, last: float, row: int, *, label_before: bool = False) -> Stand:
    return Stand(
        first, last, 50 + row * ROW, is_dot=first == last, label_before=label_before, label_above=False, classes="p2"
    )


def test_down_and_across_to_what_comes_later() -> None:
    found = arrow(CAUSE, stand(60, 60, 2))
    assert (found.x, found.width, found.head, found.head_x) == (20, 40, "r", 100)
    assert found.line_y == found.head_y == 50 + 2 * ROW
    assert found.path.startswith("M0 56V")
    assert found.classes == "p1"


def test_up_as_well() -> None:
    found = arrow(structs.replace(CAUSE, y=98), stand(60, 60, 0))
    assert found.path == "M0 92V56q0 -6 6 -6"
    assert found.head_y == 50


def test_along_the_edge_of_the_row_where_a_label_is_in_the_way() -> None:
    found = arrow(CAUSE, stand(60, 60, 2, label_before=True))
    assert (found.head, found.head_x) == ("v", 100)
    assert found.line_y == 50 + 2 * ROW - ROW // 2


def test_straight_down_into_a_time_that_holds_the_cause() -> None:
    found = arrow(CAUSE, stand(10, 40, 1))
    assert (found.x, found.width, found.head, found.line_y) == (20, 0, "d", None)


def test_arrows_of_one_cause_stand_apart() -> None:
    cause = stand(20, 40, 0)
    assert arrow(cause, stand(20, 40, 1), 0).x < arrow(cause, stand(20, 40, 2), 1).x < 40


def test_a_label_above_is_left_alone() -> None:
    below = structs.replace(stand(20, 60, 1), label_above=True)
    assert arrow(stand(20, 60, 0), below).x > 50
    found = tie(stand(20, 60, 0), below)
    assert found is not None
    assert found.x1 == 60
    assert found.dx < 0


def test_a_bow_beside_two_dots_of_one_day() -> None:
    left, right = (
        arrow(CAUSE, stand(20, 20, 1)),
        arrow(structs.replace(CAUSE, label_before=True), stand(20, 20, 1, label_before=True)),
    )
    assert (left.head, right.head) == ("r", "l")
    assert left.path.startswith("M-")
    assert not right.path.startswith("M-")


def test_under_the_row_that_both_share() -> None:
    found = arrow(CAUSE, stand(60, 60, 0))
    assert (found.line_y, found.head, found.width) == (50 + ROW // 2 - 1, "w", 40)


def test_a_tie_joins_what_is_near() -> None:
    found = tie(stand(10, 30, 0), stand(20, 20, 1))
    assert found is not None
    assert (found.x1, found.x2) == (20, 20)
    assert 50 < found.y1 < found.y2 < 50 + ROW
    assert found.classes == "p2"
    assert tie(stand(10, 30, 0), stand(20, 20, FARTHEST_TIE + 1)) is None
    assert tie(stand(10, 10, 0), stand(20, 20, 0)) is None
