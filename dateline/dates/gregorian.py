"""The proleptic Gregorian calendar for any year, with a year 0 (ISO 8601-1, 4.2.1). Knows no zones and no clocks."""

JANUARY, FEBRUARY, DECEMBER = 1, 2, 12
MONTHS = 12
CYCLE_YEARS = 400
"""After so many years the calendar repeats, weekdays included."""
CYCLE_DAYS = 146_097
LONGEST_MONTH = 31

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# In a year that begins in March the months before a given one have (153 * month + 2) // 5 days.
_MARCH = 3
_FROM_YEAR_0 = 719_468  # days from 1 March of year 0 to 1 January 1970


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % CYCLE_YEARS == 0)


def month_length(year: int, month: int) -> int:
    """The number of days in a month."""
    return _LENGTHS[month - 1] + (month == FEBRUARY and is_leap(year))


def days_from_civil(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01."""
    if month < _MARCH:
        year, month = year - 1, month + MONTHS
    cycle, of_cycle = divmod(year, CYCLE_YEARS)
    of_year = (153 * (month - _MARCH) + 2) // 5 + day - 1
    return cycle * CYCLE_DAYS + of_cycle * 365 + of_cycle // 4 - of_cycle // 100 + of_year - _FROM_YEAR_0


def civil_from_days(days: int) -> tuple[int, int, int]:
    """Year, month and day of a number of days since 1970-01-01."""
    cycle, of_cycle = divmod(days + _FROM_YEAR_0, CYCLE_DAYS)
    year = (of_cycle - of_cycle // 1_460 + of_cycle // 36_524 - of_cycle // (CYCLE_DAYS - 1)) // 365
    of_year = of_cycle - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    day = of_year - (153 * month + 2) // 5 + 1
    late = month >= MONTHS - 2  # January and February belong to the next year
    return year + cycle * CYCLE_YEARS + late, month + _MARCH - late * MONTHS, day


def month_after(year: int, month: int, count: int) -> tuple[int, int]:
    """The year and month that lie `count` months later (earlier, where negative)."""
    years, months = divmod(year * MONTHS + month - 1 + count, MONTHS)
    return years, months + 1


def months_after(days: int, count: int) -> int:
    """The day `count` months after a day (both as days since 1970-01-01); the 31st becomes the month's last day."""
    year, month, day = civil_from_days(days)
    year, month = month_after(year, month, count)
    return days_from_civil(year, month, min(day, month_length(year, month)))
