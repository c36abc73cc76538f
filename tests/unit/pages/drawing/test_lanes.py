"""Rows and colours of lanes."""

import pytest

from dateline.pages.drawing.lanes import APART, HUES, hue, rows


def test_what_would_meet_stands_in_different_rows() -> None:
    assert rows([(0, 100), (50, 150), (120, 200), (160, 170)]) == [0, 1, 0, 1]


def test_a_gap_before_others_is_filled() -> None:
    assert rows([(200, 300), (0, 100), (90, 210)]) == [0, 0, 1]


def test_neighbours_stand_apart() -> None:
    assert rows([(0, 100), (100 + APART, 200)]) == [0, 0]
    assert rows([(0, 100), (99 + APART, 200)]) == [0, 1]
    assert rows([(99 + APART, 200), (0, 100)]) == [0, 1]


@pytest.mark.parametrize(("lane", "threads", "number"), [(0, 3, 1), (2, 3, 3), (3, 3, 0), (0, 0, 1), (HUES, 9, 1)])
def test_colours_repeat_and_events_of_no_thread_have_their_own(lane: int, threads: int, number: int) -> None:
    assert hue(lane, threads) == number
