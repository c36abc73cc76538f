from datetime import date

import pytest

from dateline.dates.gregorian import civil_from_days, days_from_civil, month_after, month_length, months_after


@pytest.mark.parametrize(
    ("civil", "days"),
    [
        ((1970, 1, 1), 0),
        ((1969, 12, 31), -1),
        ((2000, 2, 29), 11_016),
        ((2025, 9, 11), date(2025, 9, 11).toordinal() - date(1970, 1, 1).toordinal()),
        ((0, 3, 1), -719_468),
        ((0, 2, 29), -719_469),
        ((-43, 3, 15), -735_160),
        ((10_000, 1, 1), 2_932_897),
    ],
)
def test_days_and_civil_dates_are_the_same(civil: tuple[int, int, int], days: int) -> None:
    assert days_from_civil(*civil) == days
    assert civil_from_days(days) == civil


def test_every_day_of_four_centuries_is_as_the_standard_library_has_it() -> None:
    first = date(1800, 1, 1).toordinal()
    epoch = date(1970, 1, 1).toordinal()
    for ordinal in range(first, first + 146_097, 13):
        day = date.fromordinal(ordinal)
        assert days_from_civil(day.year, day.month, day.day) == ordinal - epoch
        assert civil_from_days(ordinal - epoch) == (day.year, day.month, day.day)


@pytest.mark.parametrize(
    ("year", "length"), [(2024, 29), (2025, 28), (1900, 28), (2000, 29), (0, 29), (-4, 29), (-100, 28), (-400, 29)]
)
def test_february_is_as_long_as_the_year_says(year: int, length: int) -> None:
    assert month_length(year, 2) == length


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [((2025, 12), 1, (2026, 1)), ((2025, 1), -1, (2024, 12)), ((0, 1), -1, (-1, 12)), ((2025, 2), 25, (2027, 3))],
)
def test_months_run_over_the_year(start: tuple[int, int], count: int, expected: tuple[int, int]) -> None:
    assert month_after(*start, count) == expected


def test_the_31st_becomes_the_last_day_of_a_shorter_month() -> None:
    assert civil_from_days(months_after(days_from_civil(2025, 1, 31), 1)) == (2025, 2, 28)
    assert civil_from_days(months_after(days_from_civil(2024, 3, 31), -1)) == (2024, 2, 29)
