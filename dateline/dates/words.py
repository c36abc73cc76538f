"""Dates for readers: in words of a language, and as HTML's machine-readable value.

Babel takes longer to load than most commands need to run, so what uses it is imported where words are asked for.
"""

from functools import lru_cache

from dateline.dates.date import Date
from dateline.dates.expression import Calendar, LongYear, Mark, Moment
from dateline.dates.extent import is_qualified, moment_instant
from dateline.dates.grammar import read
from dateline.dates.instants import clock_text, local_at, offset_at, offset_text
from dateline.dates.malformed import Malformed
from dateline.dates.spelling import year_text

_LARGEST_SHORT_YEAR = 9_999


def words(date: Date, language: str, zone: str) -> str:
    """A date in words of a language (a BCP 47 tag): `about August 2025`; times by the clocks of the zone.

    English, Lithuanian, Polish, Belarusian and Arabic have phrases of their own; any other language has its calendar
    words with English phrases, and one that CLDR does not know is English. `en` alone has day before month.
    """
    return edtf_words(date.edtf, language, zone)


@lru_cache(maxsize=32_768)  # a pure function of strings; a site shows each of its dates on many pages
def edtf_words(edtf: str, language: str, zone: str) -> str:
    """A date in words, given as EDTF; what is no EDTF stays as it is."""
    from dateline.dates.rendering import rendered  # noqa: PLC0415 - see above
    from dateline.dates.tongue import tongue  # noqa: PLC0415 - see above

    expression = read(edtf)
    return edtf if isinstance(expression, Malformed) else rendered(expression, tongue(language), zone)


def day_words(instant: int, language: str, zone: str) -> str:
    """The day on which an instant falls by the clocks of the zone, in words."""
    from dateline.dates.tongue import day, tongue  # noqa: PLC0415 - see above

    return day(local_at(instant, zone), tongue(language))


def html_value(date: Date, zone: str) -> str | None:
    """The `datetime` of HTML's `time` element (HTML 4.5.14), where that can say exactly what the date says.

    So for a single year, month, day or time that nothing qualifies, from the year 1 on. A time without an offset gets
    the zone's, as far as that is whole minutes.
    """
    return edtf_value(date.edtf, zone)


@lru_cache(maxsize=32_768)  # as above
def edtf_value(edtf: str, zone: str) -> str | None:
    """The `datetime` of a date that is given as EDTF."""
    point = read(edtf)
    if isinstance(point, Calendar):
        plain = not is_qualified(point) and not point.season and "X" not in edtf
        return edtf if plain and int(point.year) > 0 else None
    if isinstance(point, LongYear):
        exact = point.mark is Mark.NONE and not point.significant
        return str(point.year) if exact and point.year > _LARGEST_SHORT_YEAR else None
    return _time_value(point, zone) if isinstance(point, Moment) and point.year > 0 else None


def _time_value(moment: Moment, zone: str) -> str:
    offset = offset_at(moment_instant(moment, zone), zone) if moment.offset is None else moment.offset
    clock = clock_text(moment.second)
    clock = clock if moment.seconds_given else clock[: len("00:00")]
    return f"{year_text(moment.year)}-{moment.month:02}-{moment.day:02}T{clock}{offset_text(offset)}"
