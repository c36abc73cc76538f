"""Laws of the drawing: whatever the events, it is in order, within its bounds, and no more exact than what is known."""

from bisect import bisect_right
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.dates.date import Date, Precision
from dateline.dates.edtf import parse
from dateline.dates.instants import DAY
from dateline.pages.drawing.axis import Axes
from dateline.pages.drawing.labels import NARROWEST, place
from dateline.pages.drawing.lanes import APART, rows
from dateline.pages.drawing.scale import Stretch, scale
from dateline.pages.drawing.shapes import sign

ZONE = "Europe/Vilnius"
LIMIT = 10_000 * 366 * DAY
INSTANTS = st.integers(-LIMIT, LIMIT) | st.integers(1_700_000_000, 1_700_000_000 + 400 * DAY)
STRETCHES = st.lists(
    st.tuples(INSTANTS, st.sampled_from([0, 59, DAY - 1, 31 * DAY, 365 * DAY])).map(
        lambda one: Stretch(one[0], one[0] + one[1])
    ),
    min_size=1,
    max_size=40,
)
DATES = st.builds(
    "{}{}{}".format,
    st.integers(1900, 2030),
    st.sampled_from(["", "-04", "-11", "-23"]),
    st.sampled_from(["", "~", "?", "%"]),
) | st.sampled_from(
    [
        "2025-09-11",
        "2025-09-11~",
        "2025-09-11T10:00",
        "[2025-01..2025-03]",
        "{2025-01,2025-07-03}",
        "2024/2025-03",
        "19XX",
    ]
)
EXACT = {Precision.DAY, Precision.MINUTE, Precision.SECOND}


@settings(max_examples=100, deadline=None)
@given(STRETCHES, st.lists(INSTANTS, max_size=20))
def test_positions_are_in_the_order_of_instants_and_within_the_drawing(given: list[Stretch], others: list[int]) -> None:
    made = scale(given)
    instants = sorted([*others, *(one.first for one in given), *(one.last for one in given)])
    places = [made.percent(at) for at in instants]
    assert all(0 <= one <= 100 for one in places)
    assert places == sorted(places)


@settings(max_examples=100, deadline=None)
@given(STRETCHES)
def test_a_scale_goes_on_without_a_jump_and_never_stands_still(given: list[Stretch]) -> None:
    made = scale(given)
    assert len(made.segments) <= 4
    for one, two in pairwise(made.segments):
        assert one.first < one.last < two.first < two.last
        assert made.percent(one.last) == round(one.x + one.width, 2) < two.x == made.percent(two.first)
    for left_out in made.breaks:
        assert not any(left_out.first < at < left_out.last for one in given for at in (one.first, one.last))
    assert (made.percent(made.first), made.percent(made.last)) == (0, 100)


@settings(max_examples=100, deadline=None)
@given(STRETCHES)
def test_within_a_segment_equal_times_are_equally_wide(given: list[Stretch]) -> None:
    for one in scale(given).segments:
        made = scale(given)
        middle = (one.first + one.last) // 2
        assert abs(made.percent(middle) - (one.x + one.width / 2)) < 0.02 or one.last - one.first < 1_000


@settings(max_examples=100, deadline=None)
@given(STRETCHES, st.lists(DATES, min_size=1, max_size=8))
def test_a_date_without_a_day_is_never_a_point(given: list[Stretch], texts: list[str]) -> None:
    made = scale(given)
    for text in texts:
        date = parse(text, ZONE)
        assert isinstance(date, Date)
        found = sign(date, date.stated, made, ZONE)
        assert 0 <= found.first <= found.last <= 100
        if date.precision not in {*EXACT, Precision.SET}:
            assert not any(one.kind in {"dot", "tick"} for one in found.shapes)
            assert any(one.width > 0 for one in found.shapes)
        for one in found.shapes:
            assert found.first - 0.11 <= one.x <= one.x + one.width <= found.last + 0.11 or one.kind in {"back", "on"}


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 700), st.floats(0, 300)), max_size=60))
def test_nothing_in_a_row_meets(given: list[tuple[float, float]]) -> None:
    reaches = [(left, left + length) for left, length in given]
    taken: dict[int, list[tuple[float, float]]] = {}
    for reach, row in zip(reaches, rows(reaches), strict=True):
        others = taken.setdefault(row, [])
        others.insert(bisect_right(others, reach), reach)
    for others in taken.values():
        assert all(one[1] + APART <= two[0] for one, two in pairwise(others))
    assert sorted(taken) == list(range(len(taken)))


@settings(max_examples=100, deadline=None)
@given(STRETCHES, st.sampled_from(["A", "The released cross", "Šventės išvakarėse", "囚人の釈放です"]))
def test_labels_stay_within_the_drawing(given: list[Stretch], label: str) -> None:
    made = scale(given)
    for text in ("2025-09-11", "2025", "1900/2030-06", "2025~"):
        date = parse(text, ZONE)
        assert isinstance(date, Date)
        found = place(sign(date, date.stated, made, ZONE), label)
        assert -15 <= found.left < found.right <= NARROWEST + 15


@settings(max_examples=60, deadline=None)
@given(STRETCHES, st.sampled_from(["en", "lt", "ar"]))
def test_lines_of_the_axis_are_few_and_in_order(given: list[Stretch], language: str) -> None:
    made = Axes(ZONE, language, 1).axis(scale(given))
    for row in (made.ticks, made.eras):
        places = [one.x for one in row]
        assert places == sorted(places)
        assert len(places) <= 40
        assert all(0 <= one <= 100 for one in places)
