"""Which years, months and days fit a date with unspecified digits (`X`)."""

from dateline.dates.expression import Calendar
from dateline.dates.gregorian import LONGEST_MONTH, MONTHS, month_length


def months_of(date: Calendar) -> tuple[int, ...]:
    """The months that a date's month fits; all twelve where it has none."""
    return _matching(date.month or "XX", MONTHS)


def days_of(date: Calendar) -> tuple[int, ...]:
    """The days of a month that a date's day fits, whatever the month's length; all 31 where it has none."""
    return _matching(date.day or "XX", LONGEST_MONTH)


def years_of(date: Calendar) -> range | tuple[int, ...]:
    """The years that a date's year fits, in order. `-000X` does not hold the year 0, which has no sign."""
    digits, before_0 = date.year.removeprefix("-"), date.year.startswith("-")
    stem = digits.rstrip("X")
    if "X" not in stem:
        size = 10 ** (len(digits) - len(stem))
        first = int(stem or 0) * size
        return range(1 - first - size, 1 - max(first, 1)) if before_0 else range(first, first + size)
    found = [0]
    for digit in digits:
        found = [10 * n + d for n in found for d in (range(10) if digit == "X" else (int(digit),))]
    return tuple(-n for n in reversed(found) if n) if before_0 else tuple(found)


def first_day(date: Calendar) -> tuple[int, int, int] | None:
    """Year, month and day of the first day that fits a date (not a season); `None` where none does."""
    months, days = months_of(date), days_of(date)
    for year in years_of(date):
        for month in months:
            if days and days[0] <= month_length(year, month):
                return year, month, days[0]
    return None


def last_day(date: Calendar) -> tuple[int, int, int] | None:
    """Year, month and day of the last day that fits a date (not a season); `None` where none does."""
    months, days = months_of(date), days_of(date)
    for year in reversed(years_of(date)):
        for month in reversed(months):
            length = month_length(year, month)
            fitting = next((day for day in reversed(days) if day <= length), None)
            if fitting is not None:
                return year, month, fitting
    return None


def _matching(pattern: str, last: int) -> tuple[int, ...]:
    """The numbers from 1 to `last` whose two digits fit a pattern."""
    if "X" not in pattern:
        return (int(pattern),) if 1 <= int(pattern) <= last else ()
    if pattern == "XX":
        return tuple(range(1, last + 1))
    tens, ones = pattern[0], pattern[1]
    return tuple(n for n in range(1, last + 1) if tens in ("X", str(n // 10)) and ones in ("X", str(n % 10)))
