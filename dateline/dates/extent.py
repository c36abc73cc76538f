"""What a date expression says of time: its bounds in a zone, with slack, and the unit that is known."""

from msgspec import Struct

from dateline.dates.date import Precision
from dateline.dates.expression import Calendar, LongYear, Mark, Moment, Point
from dateline.dates.fitting import first_day, last_day, years_of
from dateline.dates.gregorian import (
    DECEMBER,
    JANUARY,
    LONGEST_MONTH,
    MONTHS,
    days_from_civil,
    month_after,
    months_after,
)
from dateline.dates.instants import MINUTE, Local, day_start, instant_of, within_reach


class Extent(Struct, frozen=True):
    """Between which instants something lies, inclusive and to the second; `None` is open."""

    first: int | None
    last: int | None
    slack_first: int | None
    slack_last: int | None
    precision: Precision


class Unit(Struct, frozen=True):
    """What a date counts in: so many months, or a single day."""

    precision: Precision
    months: int
    """0 for a day."""


UNDATED = Extent(None, None, None, None, Precision.UNKNOWN)
DAY = Unit(Precision.DAY, 0)
MONTH = Unit(Precision.MONTH, 1)
YEAR = Unit(Precision.YEAR, MONTHS)
_BY_MISSING_DIGITS = (
    YEAR,
    Unit(Precision.DECADE, 10 * MONTHS),
    Unit(Precision.CENTURY, 100 * MONTHS),
    Unit(Precision.MILLENNIUM, 1_000 * MONTHS),
)
_SOUTHERN = range(29, 33)
_QUARTERS, _THIRDS, _HALVES = 33, 37, 40
_SEASON = 3
_YEAR_DIGITS = 4


def season_months(season: int) -> tuple[int, int]:
    """The first month of a season, quarter, third or half (1 to 12), and for how many months it lasts.

    21 to 28 northern and 29 to 32 southern seasons, 33 to 36 quarters, 37 to 39 thirds, 40 and 41 halves of a year.
    """
    if season >= _HALVES:
        return 1 + 6 * (season - _HALVES), 6
    if season >= _THIRDS:
        return 1 + 4 * (season - _THIRDS), 4
    if season >= _QUARTERS:
        return 1 + _SEASON * (season - _QUARTERS), _SEASON
    # Codes 21, 25 and 29 are spring: March in the north, September in the south. Winter and southern summer begin in
    # December and last into the next year.
    spring = 9 if season in _SOUTHERN else 3
    return (spring + _SEASON * ((season - 21) % 4) - 1) % MONTHS + 1, _SEASON


def unit_of(point: Calendar | LongYear) -> Unit:
    """The unit in which a date is known: the smallest without an unspecified digit in it or before it.

    Where the nearest name is none of EDTF's (10,000 years, as in `XX25`) the precision is unknown.
    """
    if isinstance(point, LongYear):
        return _missing(len(str(abs(point.year))) - point.significant if point.significant else 0, Precision.MILLENNIUM)
    if "X" in point.year:
        return _missing(_YEAR_DIGITS - point.year.removeprefix("-").index("X"), Precision.UNKNOWN)
    if not point.month or "X" in point.month:
        return YEAR
    if point.season:
        return Unit(Precision.SEASON, season_months(point.season)[1])
    return MONTH if not point.day or "X" in point.day else DAY


def extent(point: Point, zone: str) -> Extent:
    """The bounds of a single date in a zone, and how far they reach with one unit of slack where it is qualified."""
    if isinstance(point, Moment):
        first = moment_instant(point, zone)
        last = first if point.seconds_given else first + MINUTE - 1
        precision = Precision.SECOND if point.seconds_given else Precision.MINUTE
        return Extent(first, last, first, last, precision)
    days = days_covered(point)
    if days is None:
        return UNDATED
    first_day, day_after = days
    first, last = _instants(first_day, day_after, zone)
    unit = unit_of(point)
    if not is_qualified(point):
        return Extent(first, last, first, last, unit.precision)
    if unit.months:
        slack = _instants(months_after(first_day, -unit.months), months_after(day_after, unit.months), zone)
    else:
        slack = _instants(first_day - 1, day_after + 1, zone)
    return Extent(first, last, *slack, unit.precision)


def moment_instant(moment: Moment, zone: str) -> int:
    """When a time begins: by its own offset, or by the clocks of the zone."""
    if moment.offset is None:
        return instant_of(Local(moment.year, moment.month, moment.day, moment.second), zone)
    return days_from_civil(moment.year, moment.month, moment.day) * 86_400 + moment.second - moment.offset


def is_qualified(point: Calendar | LongYear) -> bool:
    """Whether the date, or a part of it, is approximate or uncertain."""
    return point.mark is not Mark.NONE if isinstance(point, LongYear) else any(point.marks)


def days_covered(point: Calendar | LongYear) -> tuple[int, int] | None:
    """The first day that a date can mean and the day after the last one, as days since 1970-01-01.

    `None` where the year is not known at all.
    """
    if isinstance(point, LongYear):
        first, last = years_around(point)
        return days_from_civil(first, JANUARY, 1), days_from_civil(last + 1, JANUARY, 1)
    if point.year == "XXXX":
        return None
    if not point.month and not point.day:
        years = years_of(point)
        return days_from_civil(years[0], JANUARY, 1), days_from_civil(years[-1] + 1, JANUARY, 1)
    if point.season:
        years, (month, length) = years_of(point), season_months(point.season)
        return days_from_civil(years[0], month, 1), days_from_civil(*month_after(years[-1], month, length), 1)
    first_fit, last_fit = first_day(point), last_day(point)
    if first_fit is None or last_fit is None:  # the grammar lets no such date through
        return days_from_civil(0, JANUARY, 1), days_from_civil(0, DECEMBER, LONGEST_MONTH)
    return days_from_civil(*first_fit), days_from_civil(*last_fit) + 1


def years_around(point: LongYear) -> tuple[int, int]:
    """The years that share a year's significant digits."""
    size = 10 ** (len(str(abs(point.year))) - point.significant) if point.significant else 1
    first = abs(point.year) // size * size
    last = first + size - 1
    return (first, last) if point.year >= 0 else (-last, -first)


def _missing(digits: int, beyond: Precision) -> Unit:
    if digits < len(_BY_MISSING_DIGITS):
        return _BY_MISSING_DIGITS[digits]
    return Unit(beyond, 10**digits * MONTHS)


def _instants(first_day: int, day_after: int, zone: str) -> tuple[int, int]:
    """The first and the last second of a run of days. A day that a zone left out altogether is its first second."""
    first = within_reach(day_start(first_day, zone))
    return first, max(first, within_reach(day_start(day_after, zone) - 1))
