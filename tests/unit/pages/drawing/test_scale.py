"""Scales: linear in a stretch, and a break where a long emptiness would squeeze the story to one end."""

from dateline.dates.instants import DAY
from dateline.pages.drawing.scale import BREAK, NARROWEST, Scale, Stretch, around, scale, whole


def on(*days: float) -> list[Stretch]:
    return [Stretch(int(day * DAY), int(day * DAY) + DAY - 1) for day in days]


def test_a_whole_range_is_linear() -> None:
    made = whole(100, 300)
    assert [made.percent(at) for at in (100, 150, 200, 300)] == [0, 25, 50, 100]
    assert made.breaks == ()


def test_what_lies_outside_stands_at_the_nearer_end() -> None:
    made = whole(100, 300)
    assert (made.percent(-5), made.percent(999)) == (0, 100)


def test_evenly_spread_events_need_no_break() -> None:
    assert scale(on(0, 10, 21, 29, 40, 52)).breaks == ()


def test_two_events_far_apart_need_no_break() -> None:
    assert scale(on(0, 4_000)).breaks == ()


def test_a_lone_event_long_before_is_cut_off() -> None:
    made = scale(on(0, 1_000, 1_003, 1_007, 1_009))
    (left_out,) = made.breaks
    assert left_out.width == BREAK
    assert DAY < left_out.first < left_out.last < 1_000 * DAY
    first, second = made.segments
    assert first.width >= NARROWEST
    assert second.width > 2 * first.width


def test_a_crowd_beside_a_shorter_gap_gets_room() -> None:
    crowd = on(31, 31.2, 31.5, 31.9)
    assert len(scale([Stretch(0, 20 * DAY), *crowd]).breaks) == 1
    assert scale([Stretch(0, 20 * DAY), *crowd[:2]]).breaks == ()


def test_segments_never_meet_however_short_the_gap() -> None:
    first, second = scale([Stretch(0, 0), *(Stretch(at, at) for at in (100, 101, 102, 103))]).segments
    assert first.last < second.first


def test_there_are_few_breaks() -> None:
    days = [start + offset for start in (0, 1_000, 2_000, 3_000, 4_000, 5_000, 6_000) for offset in (0, 1, 2, 3)]
    assert len(scale(on(*days)).breaks) == 3
    assert scale(on(*days), most_breaks=0).breaks == ()


def test_widths_and_breaks_fill_the_drawing() -> None:
    made = scale(on(0, 1_000, 1_003, 1_007, 9_000, 9_001, 9_002, 9_003))
    taken = sum(one.width for one in made.segments) + BREAK * len(made.breaks)
    assert round(taken, 6) == 100
    assert made.percent(made.first) == 0
    assert made.percent(made.last) == 100


def test_margins_are_left_where_something_is_open() -> None:
    plain, wide = scale(on(0, 10)), scale(on(0, 10), (0, 0.5))
    assert wide.last - plain.last > 4 * DAY
    assert wide.first == plain.first


def test_a_single_event_stands_in_the_middle() -> None:
    made = around(Stretch(0, DAY - 1), 18)
    assert 49 < made.percent(DAY // 2) < 51
    assert isinstance(made, Scale)
