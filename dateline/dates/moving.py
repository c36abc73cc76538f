"""Dates and instants a duration later or earlier: what `by` of a relation says."""

from typing import Literal

import msgspec

from dateline.dates.date import OPEN, Bounds, Date, Precision
from dateline.dates.duration import Duration
from dateline.dates.edtf import dated
from dateline.dates.expression import (
    Calendar,
    Expression,
    Gap,
    Interval,
    LongYear,
    Mark,
    Members,
    Moment,
    Point,
    Range,
)
from dateline.dates.extent import UNDATED, Extent, extent, moment_instant, season_months, unit_of
from dateline.dates.grammar import read
from dateline.dates.gregorian import MONTHS, civil_from_days, days_from_civil, month_after, month_length, months_after
from dateline.dates.instants import (
    DAY,
    HOUR,
    MINUTE,
    Local,
    local_at,
    naive,
    offset_at,
    offsets_around,
    reached,
    within_reach,
)
from dateline.dates.malformed import Malformed
from dateline.dates.spelling import between, moment_at, spelled, year_point, year_text

Toward = Literal["earliest", "latest"]
_LAST_SHORT = 9_999
_SEASON_GROUPS = (range(21, 25), range(25, 29), range(29, 33), range(33, 37), range(37, 40), range(40, 42))


def moved(date: Date, edge: Literal["start", "end"], by: Duration, sign: int, zone: str) -> Date:
    """The date that lies a duration after (`sign` 1) or before (-1) the beginning or the end of another.

    A duration in the date's own unit or coarser moves the unit, marks and unspecified digits included (`2025-02~` plus
    `P1M` is `2025-03~`, a quarter plus `P3M` the next quarter). A finer one moves both bounds; the outcome is then
    written as the set from the one to the other, to the day, minute or second where these fall. Precision, marks and
    slack are those of that edge, moved. It may lie anywhere within its bounds, as a plain date does.
    """
    expression = read(date.edtf)
    if isinstance(expression, Interval):
        end = expression.start if edge == "start" else expression.end
        known = UNDATED if isinstance(end, Gap) else extent(end, zone)
        expression = Calendar("XXXX") if isinstance(end, Gap) else end
    else:
        stated, slack = date.stated, date.slack
        known = Extent(stated.earliest, stated.latest, slack.earliest, slack.latest, date.precision)
    if isinstance(expression, Malformed) or (known.first is None and known.last is None):
        return Date("XXXX", written=False, stated=OPEN, slack=OPEN, precision=Precision.UNKNOWN)
    return _unit_moved(expression, known, by, sign, zone) or _bounds_moved(expression, known, by, sign, zone)


def shifted(instant: int, by: Duration, sign: int, zone: str, toward: Toward = "earliest") -> int:
    """An instant a duration later (`sign` 1) or earlier (-1): calendar units by the zone's clocks, then clock units.

    Never less for a later instant. No calendar can be exact and that too, where months differ in length or clocks are
    put back: there `earliest` gives the least that this instant or a later one leads to, `latest` the most that this
    or an earlier one does, a month's last second being taken for the whole month's end. Elsewhere both are the same.
    So what lies between two instants lies, moved, between the first moved toward the earliest and the last moved
    toward the latest, and `moved` never leaves these bounds.
    """
    found = _shifted(instant, by, sign, zone, toward)
    if toward == "latest" and (by.years or by.months) and local_at(instant + 1, zone).second == 0:
        return max(found, _shifted(instant + 1, by, sign, zone, toward) - 1)
    return found


def _shifted(instant: int, by: Duration, sign: int, zone: str, toward: Toward) -> int:
    local = local_at(instant, zone)
    before, after = offsets_around(local, zone)
    if before > after:  # clocks show this time twice, and between the two they go back to what they showed
        first, second = naive(local) - before, naive(local) - after
        if toward == "earliest" and instant == first:
            local = local_at(_turn(first, second, zone), zone)
        elif toward == "latest" and instant == second:
            local = local_at(_turn(first, second, zone) - 1, zone)
    return within_reach(_counted(instant, local, by, sign, zone, toward))


def _turn(low: int, high: int, zone: str) -> int:
    """The first instant after `low` that has the offset of `high`."""
    offset = offset_at(high, zone)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if offset_at(middle, zone) == offset else (middle, high)
    return high


def _counted(instant: int, local: Local, by: Duration, sign: int, zone: str, toward: Toward | None) -> int:
    """The instant that one at which clocks show `local` comes to; exactly where `toward` is `None`."""
    exact = sign * (by.hours * HOUR + by.minutes * MINUTE + by.seconds)
    months, days = sign * (by.years * MONTHS + by.months), sign * by.days
    if not months and not days:
        return instant + exact
    year, month = month_after(local.year, local.month, months)
    length, second = month_length(year, month), local.second
    # The last days of a longer month all become the last day of a shorter one.
    if toward == "earliest" and length <= local.day < month_length(local.year, local.month):
        second = 0
    elif toward == "latest" and local.day > length:
        second = DAY - 1
    day = days_from_civil(year, month, min(local.day, length)) + days
    return reached(Local(*civil_from_days(day), second), zone) + exact


def _bounds_moved(expression: Expression, known: Extent, by: Duration, sign: int, zone: str) -> Date:
    first, slack_first = (
        None if bound is None else _shifted(bound, by, sign, zone, "earliest")
        for bound in (known.first, known.slack_first)
    )
    last, slack_last = (
        None if bound is None else _shifted(bound, by, sign, zone, "latest") for bound in (known.last, known.slack_last)
    )
    mark = _mark_of(spelled(expression))
    text = spelled(between(first, last, mark, zone))
    return Date(
        text if not isinstance(read(text), Malformed) else "XXXX",
        written=False,
        stated=Bounds(first, last, first, last),
        slack=Bounds(slack_first, slack_last, slack_first, slack_last),
        precision=known.precision,
        approximate=mark in (Mark.APPROXIMATE, Mark.BOTH),
        uncertain=mark in (Mark.UNCERTAIN, Mark.BOTH),
    )


def _mark_of(text: str) -> Mark:
    approximate, uncertain = "~" in text or "%" in text, "?" in text or "%" in text
    if approximate and uncertain:
        return Mark.BOTH
    return Mark.APPROXIMATE if approximate else Mark.UNCERTAIN if uncertain else Mark.NONE


def _unit_moved(expression: Expression, known: Extent, by: Duration, sign: int, zone: str) -> Date | None:
    """The date whose unit is moved, where the duration is not finer than it and EDTF can say the outcome."""
    found = _expression_moved(expression, by, sign, zone)
    text = spelled(found) if found else ""
    again = read(text) if found else None
    if again is None or isinstance(again, Malformed):
        return None
    date = dated(again, text, zone, written=False)
    if isinstance(date, Malformed):
        return None
    if date.precision is known.precision:
        return date
    # It was given by a relation already, in finer units than are known: the slack is that of what is known.
    slack = _bounds_moved(expression, known, by, sign, zone).slack
    return msgspec.structs.replace(date, precision=known.precision, slack=slack)


def _expression_moved(expression: Expression, by: Duration, sign: int, zone: str) -> Expression | None:
    if isinstance(expression, Members):
        if expression.every:  # its end is not that of any one member
            return None
        members = tuple(_member_moved(member, by, sign, zone) for member in expression.members)
        return None if None in members else Members(every=False, members=tuple(one for one in members if one))
    return None if isinstance(expression, Interval) else _point_moved(expression, by, sign, zone)


def _member_moved(member: Point | Range, by: Duration, sign: int, zone: str) -> Point | Range | None:
    if not isinstance(member, Range):
        return _point_moved(member, by, sign, zone)
    start = _point_moved(member.start, by, sign, zone) if member.start else None
    end = _point_moved(member.end, by, sign, zone) if member.end else None
    lost = (member.start and not start) or (member.end and not end)
    return None if lost else Range(start, end)


def _point_moved(point: Point, by: Duration, sign: int, zone: str) -> Point | None:
    """The point moved as a whole, or `None` where the duration is finer than its unit."""
    if isinstance(point, Moment):
        if by.seconds and not point.seconds_given:
            return None
        instant = moment_instant(point, zone)
        found = within_reach(_counted(instant, local_at(instant, zone), by, sign, zone, None))
        moment = moment_at(found, zone, seconds=point.seconds_given)
        return moment if abs(moment.year) <= _LAST_SHORT else None
    unit, months, days = unit_of(point), sign * (by.years * MONTHS + by.months), sign * by.days
    if by.hours or by.minutes or by.seconds:
        return None
    if isinstance(point, Calendar) and not unit.months:
        return _day_moved(point, months, days)
    if days or months % unit.months:
        return None
    if isinstance(point, LongYear):
        return _long_year_moved(point, months // MONTHS)
    if "X" in point.year:
        return _digits_moved(point, months // unit.months)
    return _calendar_moved(point, months)


def _day_moved(point: Calendar, months: int, days: int) -> Calendar | None:
    day = months_after(days_from_civil(int(point.year), int(point.month), int(point.day)), months) + days
    year, month, day = civil_from_days(day)
    if abs(year) > _LAST_SHORT:
        return None
    return Calendar(year_text(year), f"{month:02}", f"{day:02}", point.marks)


def _long_year_moved(point: LongYear, years: int) -> Calendar | LongYear | None:
    year = point.year + years
    if not point.significant:
        return year_point(year, point.mark)
    same = len(str(abs(year))) == len(str(abs(point.year))) and (year > 0) == (point.year > 0)
    return LongYear(year, point.significant, point.mark) if same else None


def _calendar_moved(point: Calendar, months: int) -> Calendar | LongYear | None:
    """A year, month or season moved by so many months, which make up whole units of it."""
    year = int(point.year)
    if not point.month or "X" in point.month:
        year, month = year + months // MONTHS, point.month
        if not month:
            return year_point(year, point.marks[0])
    elif point.season:
        group = next(codes for codes in _SEASON_GROUPS if point.season in codes)
        year, first = month_after(year, season_months(point.season)[0], months)
        month = next(str(code) for code in group if season_months(code)[0] == first)
    else:
        year, number = month_after(year, int(point.month), months)
        month = f"{number:02}"
    return Calendar(year_text(year), month, point.day, point.marks) if abs(year) <= _LAST_SHORT else None


def _digits_moved(point: Calendar, units: int) -> Calendar | None:
    """A year with unspecified digits moved by so many of the units that its known digits count."""
    digits, before_0 = point.year.removeprefix("-"), point.year.startswith("-")
    place = digits.index("X")
    known = int(digits[:place] or 0)
    head = known - units if before_0 else known + units
    # Beside the year 0 the digits of earlier years do not go on evenly: it has no sign.
    if place == 0 or not (1 if before_0 else 0) <= head < 10**place or (before_0 and not known):
        return None
    year = f"{'-' if before_0 else ''}{head:0{place}}{digits[place:]}"
    return Calendar(year, point.month, point.day, point.marks)
