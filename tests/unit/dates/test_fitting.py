import pytest

from dateline.dates.expression import Calendar
from dateline.dates.fitting import days_of, first_day, last_day, months_of, years_of


@pytest.mark.parametrize(
    ("year", "first", "last", "count"),
    [
        ("2025", 2025, 2025, 1),
        ("202X", 2020, 2029, 10),
        ("19XX", 1900, 1999, 100),
        ("XXXX", 0, 9999, 10_000),
        ("2X25", 2025, 2925, 10),
        ("X0X0", 0, 9090, 100),
        ("-0043", -43, -43, 1),
        ("-004X", -49, -40, 10),
        ("-000X", -9, -1, 9),  # the year 0 has no sign
        ("-XX00", -9900, -100, 99),
    ],
)
def test_the_years_that_fit(year: str, first: int, last: int, count: int) -> None:
    found = tuple(years_of(Calendar(year)))
    assert (found[0], found[-1], len(found)) == (first, last, count)
    assert list(found) == sorted(found)


def test_the_months_and_days_that_fit() -> None:
    assert months_of(Calendar("2025", "1X")) == (10, 11, 12)
    assert months_of(Calendar("2025", "X1")) == (1, 11)
    assert months_of(Calendar("2025", "2X")) == ()
    assert days_of(Calendar("2025", "09", "3X")) == (30, 31)
    assert days_of(Calendar("2025", "09", "00")) == ()
    assert len(days_of(Calendar("2025", "09"))) == 31


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        (Calendar("2025", "XX", "31"), (2025, 1, 31), (2025, 12, 31)),
        (Calendar("2025", "0X", "31"), (2025, 1, 31), (2025, 8, 31)),
        (Calendar("202X", "02", "29"), (2020, 2, 29), (2028, 2, 29)),
        (Calendar("2025", "02", "2X"), (2025, 2, 20), (2025, 2, 28)),
        (Calendar("2025", "02"), (2025, 2, 1), (2025, 2, 28)),
        (Calendar("2XX1", "02", "29"), None, None),
        (Calendar("XXXX", "02", "30"), None, None),
    ],
)
def test_the_first_and_last_day_that_fit(
    date: Calendar, first: tuple[int, int, int] | None, last: tuple[int, int, int] | None
) -> None:
    assert first_day(date) == first
    assert last_day(date) == last
