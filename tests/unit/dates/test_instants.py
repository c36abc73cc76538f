import pytest

from dateline.dates.gregorian import days_from_civil
from dateline.dates.instants import (
    DAY,
    HOUR,
    MINUTE,
    Local,
    day_start,
    instant_of,
    local_at,
    local_text,
    offset_at,
    offset_text,
    offsets_around,
    reached,
)

VILNIUS = "Europe/Vilnius"


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> int:
    """Seconds since 1970 where clocks run with UTC."""
    return days_from_civil(year, month, day) * DAY + hour * HOUR + minute * MINUTE + second


@pytest.mark.parametrize(
    ("title", "instant", "zone", "expected"),
    [
        ("summer time", at(2025, 7, 31, 21), VILNIUS, "2025-08-01T00:00:00+03:00"),
        ("winter time", at(2025, 1, 1, 10, 5, 7), VILNIUS, "2025-01-01T12:05:07+02:00"),
        ("UTC", 0, "UTC", "1970-01-01T00:00:00+00:00"),
        ("west of Greenwich", 0, "America/New_York", "1969-12-31T19:00:00-05:00"),
        ("a half hour", 0, "Asia/Kolkata", "1970-01-01T05:30:00+05:30"),
        ("an offset with seconds is left out", at(1850, 1, 1), VILNIUS, "1850-01-01T01:41:16"),
        ("year 1 has an offset", at(1, 1, 1), "UTC", "0001-01-01T00:00:00+00:00"),
        ("year 0 has none", at(0, 12, 31, 23, 59, 59), "UTC", "0000-12-31T23:59:59"),
        ("44 BCE", at(-43, 3, 15), "UTC", "-0043-03-15T00:00:00"),
        ("before year -9999", at(-17_000, 1, 1), "UTC", "-17000-01-01T00:00:00"),
        ("year 9999 has an offset", at(9_999, 12, 31, 23), "UTC", "9999-12-31T23:00:00+00:00"),
        ("year 9999 in summer time", at(9_999, 7, 1), VILNIUS, "9999-07-01T03:00:00+03:00"),
        ("year 10000 has none", at(10_000, 1, 1), "UTC", "+10000-01-01T00:00:00"),
        ("local year 10000", at(9_999, 12, 31, 23), VILNIUS, "+10000-01-01T01:00:00"),
        ("summer in a far year", at(17_000, 7, 1), VILNIUS, "+17000-07-01T03:00:00"),
        ("winter in a far year", at(17_000, 1, 1), VILNIUS, "+17000-01-01T02:00:00"),
    ],
)
def test_an_instant_is_written_as_timeline_json_wants(title: str, instant: int, zone: str, expected: str) -> None:
    assert local_text(instant, zone) == expected, title


def test_a_skipped_time_counts_on_and_a_repeated_one_is_the_first() -> None:
    skipped, repeated = Local(2025, 3, 30, 3 * HOUR + 1_800), Local(2025, 10, 26, 3 * HOUR + 1_800)
    assert offsets_around(skipped, VILNIUS) == (2 * HOUR, 3 * HOUR)
    assert local_text(instant_of(skipped, VILNIUS), VILNIUS) == "2025-03-30T04:30:00+03:00"
    assert local_text(reached(skipped, VILNIUS), VILNIUS) == "2025-03-30T04:00:00+03:00"
    assert offsets_around(repeated, VILNIUS) == (3 * HOUR, 2 * HOUR)
    assert local_text(instant_of(repeated, VILNIUS), VILNIUS) == "2025-10-26T03:30:00+03:00"
    assert reached(repeated, VILNIUS) == instant_of(repeated, VILNIUS)


@pytest.mark.parametrize(
    ("day", "zone", "expected"),
    [
        ((2025, 9, 11), VILNIUS, "2025-09-11T00:00:00+03:00"),
        ((2018, 11, 4), "America/Sao_Paulo", "2018-11-04T01:00:00-02:00"),  # midnight was skipped
        ((1919, 3, 31), "America/Toronto", "1919-03-31T00:30:00-04:00"),  # the skipped hour began at 23:30
        ((2024, 11, 3), "America/Havana", "2024-11-03T00:00:00-04:00"),  # midnight came twice
    ],
)
def test_a_day_starts_at_its_first_second(day: tuple[int, int, int], zone: str, expected: str) -> None:
    start = day_start(days_from_civil(*day), zone)
    assert local_text(start, zone) == expected
    assert local_at(start - 1, zone) < local_at(start, zone)


def test_a_day_that_a_zone_left_out_starts_with_the_next_one() -> None:
    day = days_from_civil(2011, 12, 30)
    assert day_start(day, "Pacific/Apia") == day_start(day + 1, "Pacific/Apia")


def test_far_years_have_the_offsets_of_the_calendar_cycle() -> None:
    for month in range(1, 13):
        assert offset_at(at(12_025, month, 15), VILNIUS) == offset_at(at(2_425 + 400 * 10, month, 15), VILNIUS)
        assert offsets_around(Local(12_025, month, 15), VILNIUS) == offsets_around(Local(9_625, month, 15), VILNIUS)
        assert offset_at(at(-4_000, month, 15), VILNIUS) == offset_at(at(2, month, 15), VILNIUS)


@pytest.mark.parametrize(
    ("offset", "expected"), [(0, "+00:00"), (-12_600, "-03:30"), (20_700, "+05:45"), (6_076, ""), (-6_076, "")]
)
def test_an_offset_is_written_in_hours_and_minutes(offset: int, expected: str) -> None:
    assert offset_text(offset) == expected
