"""Laws of dividing a long timeline: every event is in exactly one period, in order, and periods are named as EDTF."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.dates.date import Date
from dateline.dates.edtf import parse
from dateline.dates.instants import Local
from dateline.pages.periods import Limits, divide, unit_of

years = st.one_of(st.integers(2000, 2003), st.integers(-3_000, 3_000), st.integers(-(10**8), 10**6))
days = st.builds(Local, years, st.integers(1, 12), st.integers(1, 28))
begins = st.tuples(st.integers(0, 30), st.lists(days, max_size=80)).map(lambda one: [None] * one[0] + sorted(one[1]))
weights = st.integers(1, 50)
limits = st.builds(Limits, st.integers(1, 25), st.integers(20, 400))


@st.composite
def stories(draw: st.DrawFn) -> tuple[list[Local | None], list[int]]:
    found = draw(begins)
    return found, draw(st.lists(weights, min_size=len(found), max_size=len(found)))


@settings(max_examples=100, deadline=None)
@given(stories(), limits)
def test_every_event_is_in_one_period_and_in_order(story: tuple[list[Local | None], list[int]], most: Limits) -> None:
    periods = divide(*story, most)
    assert [number for one in periods for number in range(one.start, one.end)] == list(range(len(story[0])))
    assert all(one.start < one.end for one in periods)


@settings(max_examples=100, deadline=None)
@given(stories(), limits)
def test_no_period_is_too_much_for_a_page(story: tuple[list[Local | None], list[int]], most: Limits) -> None:
    for one in divide(*story, most):
        count = one.end - one.start
        assert count <= most.events
        assert count == 1 or sum(story[1][one.start : one.end]) <= most.weight


@settings(max_examples=100, deadline=None)
@given(stories(), limits)
def test_names_are_edtf_and_addresses_differ(story: tuple[list[Local | None], list[int]], most: Limits) -> None:
    periods = divide(*story, most)
    for one in periods:
        assert isinstance(parse(one.name.replace("--", "/", 1), "Europe/Vilnius"), Date), one
        assert isinstance(parse(one.said, "Europe/Vilnius"), Date), one
    assert len({one.path.casefold() for one in periods}) == len(periods)


@settings(max_examples=100, deadline=None)
@given(st.lists(days, min_size=2, max_size=30).map(sorted), st.integers(-2, 9))
def test_units_follow_one_another_as_days_do(found: list[Local], size: int) -> None:
    units = [unit_of(day, size) for day in found]
    assert units == sorted(units)
