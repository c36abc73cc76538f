"""Words for the axis of a drawing: short where there are many of them.

Imports Babel, which is slow to load: import this module only where words are made.
"""

from datetime import date, timedelta
from typing import Literal

from babel.dates import format_timedelta, parse_pattern

from dateline.dates import tongue as say
from dateline.dates.instants import DAY, HOUR, MINUTE, Local
from dateline.dates.tongue import Tongue

_YEAR, _MONTH = 365.2425 * DAY, 30.436875 * DAY
_Unit = Literal["year", "month", "day", "hour", "minute", "second"]
_LENGTHS: tuple[tuple[_Unit, float], ...] = (
    ("year", _YEAR),
    ("month", _MONTH),
    ("day", DAY),
    ("hour", HOUR),
    ("minute", MINUTE),
    ("second", 1),
)
_BABEL: dict[_Unit, int] = {
    "year": 365 * DAY,
    "month": 30 * DAY,
    "day": DAY,
    "hour": HOUR,
    "minute": MINUTE,
    "second": 1,
}
"""How long Babel takes each unit to be, in seconds."""
_MILLION = 1_000_000
_NEVER = 1e18
_ENOUGH = 1.5
"""A length is said in a unit of which it holds so many."""
_LEAP_YEAR = 2000
_PLAIN_YEARS = range(100, 10_000)


def year(value: int, speech: Tongue) -> str:
    """A year, as briefly as it is clear: `1912`, `44 BCE`."""
    return str(value) if value in _PLAIN_YEARS else say.year(value, "nominative", speech)


def month(number: int, speech: Tongue) -> str:
    """A month without its year: `Sept`."""
    return str(parse_pattern("LLL").apply(date(_LEAP_YEAR, number, 1), speech.locale))


def month_of_year(at: Local, speech: Tongue) -> tuple[str, str]:
    """A month of a year, at length and in short: `September 2025`, `Sept 2025`."""
    return say.month(at.year, at.month, "nominative", speech), f"{month(at.month, speech)} {year(at.year, speech)}"


def day(at: Local, speech: Tongue) -> tuple[str, str]:
    """A day, at length and in short: `11 September 2025`, `11 Sept`."""
    found = speech.locale.datetime_skeletons.get("MMMd")
    pattern = "d MMM" if found is None else str(found.pattern)
    short = str(parse_pattern(pattern).apply(date(_LEAP_YEAR, at.month, at.day), speech.locale))
    return say.day(at, speech), short


def clock(second: int, speech: Tongue, *, seconds: bool) -> str:
    """A time of the day."""
    return say.clock(second, speech, seconds=seconds)


def length(seconds: int, speech: Tongue) -> str:
    """About how long something is, in its largest unit: `3 years`."""
    unit, size = next((pair for pair in _LENGTHS if seconds >= _ENOUGH * pair[1]), _LENGTHS[-1])
    count = round(seconds / size)
    # Babel counts in a `timedelta`, which ends soon; a number with the same last digits has the same plural.
    counted = count if count < _MILLION else _MILLION + count % _MILLION
    delta = timedelta(seconds=counted * _BABEL[unit])
    words = format_timedelta(delta, granularity=unit, threshold=_NEVER, locale=speech.locale)
    return words.replace(str(counted), say.number(count, speech))
