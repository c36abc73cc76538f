"""Instants and what clocks in a zone show, for any year. Knows nothing of EDTF.

`zoneinfo` knows the years 1 to 9999. Before them a zone keeps its first offset; after them it has the offset of the
same place in the 400-year cycle of the calendar.
"""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from msgspec import Struct

from dateline.dates.gregorian import CYCLE_DAYS, CYCLE_YEARS, civil_from_days, days_from_civil

MINUTE = 60
HOUR = 3_600
DAY = 86_400
FIRST, LAST = -9_000_000_000_000_000_000, 9_000_000_000_000_000_000
"""Instants that arithmetic never leaves, so that each fits in 64 bits."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_YEAR_1, _YEAR_9999 = 1, 9_999
# Two days away from the ends, so that no offset leads out of the years that `datetime` knows.
_FIRST_KNOWN = days_from_civil(1, 1, 3) * DAY
_LAST_KNOWN = days_from_civil(_YEAR_9999, 12, 29) * DAY
_LAST_CYCLE = 9_600
_WITH_OFFSET = len("2025-08-01T00:00:00+03:00")
_WITHOUT_OFFSET = len("2025-08-01T00:00:00")


class Local(Struct, frozen=True, order=True):
    """What calendar and clock show somewhere."""

    year: int
    month: int
    day: int
    second: int = 0
    """Seconds since midnight as the clock counts them, 0 to 86,399."""


def offset_at(instant: int, zone: str) -> int:
    """Seconds by which clocks in the zone are ahead of UTC at an instant."""
    if instant < _FIRST_KNOWN:
        return _first_offset(zone)
    if instant > _LAST_KNOWN:
        cycles = -((_LAST_KNOWN - instant) // (CYCLE_DAYS * DAY))
        instant -= cycles * CYCLE_DAYS * DAY
    return _seconds((_EPOCH + timedelta(seconds=instant)).astimezone(ZoneInfo(zone)).utcoffset())


def local_at(instant: int, zone: str) -> Local:
    """What clocks in the zone show at an instant."""
    days, second = divmod(instant + offset_at(instant, zone), DAY)
    return Local(*civil_from_days(days), second)


def naive(local: Local) -> int:
    """Seconds since 1970 if clocks ran with UTC."""
    return days_from_civil(local.year, local.month, local.day) * DAY + local.second


@lru_cache(maxsize=8192)  # a pure function of small values; the axes of many drawings have the same months and days
def offsets_around(local: Local, zone: str) -> tuple[int, int]:
    """The offsets before and after a change of clocks near which the local time lies (PEP 495); else twice the same.

    Where the first is smaller the clocks skip this time, where it is larger they show it twice.
    """
    if local.year < _YEAR_1:
        first = _first_offset(zone)
        return first, first
    year = local.year if local.year <= _YEAR_9999 else _LAST_CYCLE + (local.year - _LAST_CYCLE) % CYCLE_YEARS
    hour, rest = divmod(local.second, HOUR)
    shown = datetime(year, local.month, local.day, hour, *divmod(rest, MINUTE))  # noqa: DTZ001 - local by intention
    known = ZoneInfo(zone)
    return _seconds(known.utcoffset(shown)), _seconds(known.utcoffset(shown.replace(fold=1)))


def instant_of(local: Local, zone: str) -> int:
    """The instant at which clocks show a time: the first of two; a skipped one is counted on from before the change."""
    return naive(local) - offsets_around(local, zone)[0]


def reached(local: Local, zone: str) -> int:
    """The first instant at which clocks show a time or, where they skip it, the instant of the change."""
    before, after = offsets_around(local, zone)
    target = naive(local)
    if before >= after:
        return target - before
    low, high = target - after - 1, target - before
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if middle + offset_at(middle, zone) >= target else (middle, high)
    return high


def within_reach(instant: int) -> int:
    """The instant or, where arithmetic would leave what can be stored, the outermost one."""
    return min(max(instant, FIRST), LAST)


@lru_cache(maxsize=8192)  # as above
def day_start(days: int, zone: str) -> int:
    """The first instant of a day, given as days since 1970-01-01, in a zone."""
    return reached(Local(*civil_from_days(days)), zone)


def local_text(instant: int, zone: str) -> str:
    """An instant as `timeline.json` writes it: `2025-08-01T00:00:00+03:00`, to the second in the zone's local time.

    Without an offset where that was not whole minutes, and in years outside 1 to 9999. These are written as ISO 8601-1
    writes expanded years: year 0 is `0000`, an earlier one `-0043`, a later one `+17000`.
    """
    if _FIRST_KNOWN <= instant <= _LAST_KNOWN:
        text = (_EPOCH + timedelta(seconds=instant)).astimezone(ZoneInfo(zone)).isoformat()
        return text if len(text) == _WITH_OFFSET else text[:_WITHOUT_OFFSET]
    local = local_at(instant, zone)
    text = f"{_year_text(local.year)}-{local.month:02}-{local.day:02}T{clock_text(local.second)}"
    if _YEAR_1 <= local.year <= _YEAR_9999:
        text += offset_text(offset_at(instant, zone))
    return text


def clock_text(second: int) -> str:
    """Seconds since midnight as `19:40:05`."""
    return f"{second // HOUR:02}:{second % HOUR // MINUTE:02}:{second % MINUTE:02}"


def offset_text(offset: int) -> str:
    """Seconds ahead of UTC as `+03:00`; empty where these are not whole minutes, which ISO 8601 cannot say."""
    if offset % MINUTE:
        return ""
    hours, minutes = divmod(abs(offset) // MINUTE, MINUTE)
    return f"{'-' if offset < 0 else '+'}{hours:02}:{minutes:02}"


def _year_text(year: int) -> str:
    return f"{'-' if year < 0 else '+' if year > _YEAR_9999 else ''}{abs(year):04}"


def _first_offset(zone: str) -> int:
    return _seconds(ZoneInfo(zone).utcoffset(datetime(1, 1, 1)))  # noqa: DTZ001 - local by intention


def _seconds(offset: timedelta | None) -> int:
    return 0 if offset is None else offset.days * DAY + offset.seconds
