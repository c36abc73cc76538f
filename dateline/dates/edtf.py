"""Dates as authors write them: EDTF levels 0, 1 and 2 as values with bounds in the site's zone."""

import re

from dateline.dates.date import Bounds, Date, Precision
from dateline.dates.expression import Calendar, Expression, Gap, Interval, Members, Moment, Point, Range
from dateline.dates.extent import Extent, extent, moment_instant
from dateline.dates.grammar import read
from dateline.dates.gregorian import civil_from_days, days_from_civil
from dateline.dates.instants import (
    DAY,
    Local,
    clock_text,
    day_start,
    offset_at,
    offset_text,
    offsets_around,
)
from dateline.dates.malformed import Malformed, quoted

_EMPTY = Extent(None, None, None, None, Precision.INTERVAL)


def parse(text: str, zone: str) -> Date | Malformed:
    """Read a date; without an offset it is local to the zone.

    A plain date, unspecified digits and both sorts of set say that something lies within; an interval says within
    which dates it begins and ends. An open and an unknown end are both open.
    """
    found = read(text)
    return found if isinstance(found, Malformed) else dated(found, text, zone)


def dated(expression: Expression, text: str, zone: str, *, written: bool = True) -> Date | Malformed:
    """The date that an expression, written as `text`, stands for; `Malformed` where an interval runs backwards."""
    if isinstance(expression, Interval):
        start, end = _end_extent(expression.start, zone), _end_extent(expression.end, zone)
        if _reversed(start, end):
            return _backwards(text, 0, text.index("/"), len(text), zone)
        stated = Bounds(start.first, start.last, end.first, end.last)
        slack = Bounds(start.slack_first, start.slack_last, end.slack_first, end.slack_last)
        precision = Precision.INTERVAL
    else:
        found = _hull(expression, text, zone) if isinstance(expression, Members) else extent(expression, zone)
        if isinstance(found, Malformed):
            return found
        stated = Bounds(found.first, found.last, found.first, found.last)
        slack = Bounds(found.slack_first, found.slack_last, found.slack_first, found.slack_last)
        precision = found.precision
    approximate, uncertain = "~" in text or "%" in text, "?" in text or "%" in text
    return Date(text, written, stated, slack if approximate or uncertain else stated, precision, approximate, uncertain)


def _end_extent(end: Point | Gap, zone: str) -> Extent:
    return _EMPTY if isinstance(end, Gap) else extent(end, zone)


def _reversed(start: Extent, end: Extent) -> bool:
    return start.first is not None and end.last is not None and end.last < start.first


def _backwards(text: str, start: int, middle: int, end: int, zone: str) -> Malformed:
    """The fault of an interval or a range whose end is before its beginning; `middle` is where its sign stands."""
    sign = ".." if text[middle] == "." else "/"
    first, second = text[start:middle], text[middle + len(sign) : end]
    message = f"{quoted(text[start:end])} runs backwards: {second} ends before {first} begins"
    swapped = f"{second}{sign}{first}"
    hint = f"write {swapped}" if isinstance(parse(swapped.replace("..", "/"), zone), Date) else "correct one of the two"
    return Malformed(message, start, end, hint)


def _hull(members: Members, text: str, zone: str) -> Extent | Malformed:
    """The bounds within which all members of a set lie."""
    extents: list[Extent] = []
    at = 1
    for member in members.members:
        end = text.find(",", at) if text.find(",", at) >= 0 else len(text) - 1
        if isinstance(member, Range):
            start, last = (extent(point, zone) if point else _EMPTY for point in (member.start, member.end))
            if _reversed(start, last):
                return _backwards(text, at, text.index("..", at), end, zone)
            extents.append(Extent(start.first, last.last, start.slack_first, last.slack_last, Precision.SET))
        else:
            extents.append(extent(member, zone))
        at = end + 1
    return Extent(
        _least([one.first for one in extents]),
        _greatest([one.last for one in extents]),
        _least([one.slack_first for one in extents]),
        _greatest([one.slack_last for one in extents]),
        Precision.SET,
    )


def _least(instants: list[int | None]) -> int | None:
    known = [instant for instant in instants if instant is not None]
    return min(known) if len(known) == len(instants) else None


def _greatest(instants: list[int | None]) -> int | None:
    known = [instant for instant in instants if instant is not None]
    return max(known) if len(known) == len(instants) else None


def clock_oddity(text: str, zone: str) -> Malformed | None:
    """A local time, or a day, in a well-formed date that the clocks of the zone skipped or showed twice."""
    for match in re.finditer(r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:]+)?(?![0-9X])", text):
        point = read(match[0])
        offset = re.compile(r"Z|[+-]").match(text, match.end())
        if isinstance(point, Moment) and not offset:
            found = _odd_time(point, match, zone)
        elif isinstance(point, Calendar):
            found = _skipped_day(point, match, zone)
        else:
            found = None
        if found:
            return found
    return None


def _odd_time(moment: Moment, match: re.Match[str], zone: str) -> Malformed | None:
    before, after = offsets_around(Local(moment.year, moment.month, moment.day, moment.second), zone)
    if before == after:
        return None
    first, second = (f"{match[0]}{offset_text(offset)}" for offset in (before, after))
    if before < after:
        naive = days_from_civil(moment.year, moment.month, moment.day) * DAY + moment.second
        days, clock = divmod(naive + after - before, DAY)
        shown = "{:04}-{:02}-{:02}".format(*civil_from_days(days)) + "T" + clock_text(clock)[: len(match[0]) - 11]
        message = f"{quoted(match[0])} was never shown by the clocks in {zone}: they were put forward over it"
        return Malformed(
            message, *match.span(), f"write the time that clocks showed, perhaps {shown}, or add an offset"
        )
    message = f"{quoted(match[0])} was shown twice by the clocks in {zone}: they were put back"
    if match[0] in (first, second):  # an offset that EDTF cannot say
        return Malformed(message, *match.span(), "write the time in UTC, with a Z behind it")
    return Malformed(message, *match.span(), f"write {first} for the first time or {second} for the second")


def _skipped_day(date: Calendar, match: re.Match[str], zone: str) -> Malformed | None:
    day = days_from_civil(int(date.year), int(date.month), int(date.day))
    if day_start(day, zone) < day_start(day + 1, zone):
        return None
    message = f"{quoted(match[0])} was left out of the calendar in {zone}"
    return Malformed(message, *match.span(), "write the day before or after, or a time with an offset")


def to_second(text: str, zone: str) -> str:
    """A date as `timeline.json` gives `known` and `published`: a time completed to the second, all else as written.

    A time keeps its author's offset, written with minutes (`+03` becomes `+03:00`); without one it gets the zone's, as
    far as `local_text` would write that: not in years outside 1 to 9999, nor where it is not whole minutes.
    """
    moment = read(text)
    if not isinstance(moment, Moment):
        return text
    day, _, clock = text.partition("T")
    found = re.search(r"Z|[+-]", clock)
    offset = clock[found.start() :] if found else ""
    if not offset and moment.year > 0:
        offset = offset_text(offset_at(moment_instant(moment, zone), zone))
    elif len(offset) == len("+03"):
        offset += ":00"
    return f"{day}T{clock_text(moment.second)}{offset}"
