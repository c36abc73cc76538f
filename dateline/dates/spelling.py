"""From expressions and bounds back to EDTF."""

from dateline.dates.expression import Calendar, Expression, Gap, Interval, LongYear, Mark, Members, Moment, Point, Range
from dateline.dates.gregorian import DECEMBER, JANUARY, civil_from_days, month_length
from dateline.dates.instants import DAY, MINUTE, clock_text, day_start, local_at, naive, offset_text, offsets_around

_LAST_SHORT = 9_999


def spelled(expression: Expression) -> str:
    """An expression as EDTF."""
    if isinstance(expression, Interval):
        return f"{_end(expression.start)}/{_end(expression.end)}"
    if isinstance(expression, Members):
        members = ",".join(_member(member) for member in expression.members)
        return f"{{{members}}}" if expression.every else f"[{members}]"
    return _point(expression)


def between(first: int | None, last: int | None, mark: Mark, zone: str) -> Point | Members:
    """The expression for what lies between two instants, both included.

    A year, month, day, minute or second where they span just that, otherwise the set from the one to the other. In
    years of more than four digits EDTF knows nothing smaller than a year; there it says the years that they touch.
    """
    day = None if first is None else _day_starting(first, zone)
    day_after = None if last is None else _day_starting(last + 1, zone)
    if (first is None or day is not None) and (last is None or day_after is not None):
        start, end = _whole(day, None if day_after is None else day_after - 1, mark)
    else:
        start, end = _times(first, last, mark, zone)
    if start is not None and start == end:
        return start
    return Calendar("XXXX") if start is None and end is None else Members(every=False, members=(Range(start, end),))


def moment_at(instant: int, zone: str, *, seconds: bool) -> Moment:
    """The time that clocks in a zone show at an instant; with its offset only where the clocks show it twice.

    In UTC where the zone's offset had seconds, if without them EDTF could not say which instant is meant.
    """
    local = local_at(instant, zone)
    before, after = offsets_around(local, zone)
    offset = naive(local) - instant if before > after else None
    if (offset is not None and offset % MINUTE) or (not seconds and local.second % MINUTE):
        local, offset = local_at(instant, "UTC"), 0
    second = local.second if seconds else local.second // MINUTE * MINUTE
    return Moment(local.year, local.month, local.day, second, seconds, offset)


def year_point(year: int, mark: Mark) -> Calendar | LongYear:
    """A year on its own."""
    if abs(year) <= _LAST_SHORT:
        return Calendar(year_text(year), marks=(mark, Mark.NONE, Mark.NONE))
    return LongYear(year, mark=mark)


def year_text(year: int) -> str:
    """A year of up to four digits as EDTF."""
    return f"{'-' if year < 0 else ''}{abs(year):04}"


def _whole(first: int | None, last: int | None, mark: Mark) -> tuple[Point | None, Point | None]:
    """The dates of a first and a last day (since 1970-01-01): years, months or days, whichever they fill."""
    start = civil_from_days(first) if first is not None else None
    end = civil_from_days(last) if last is not None else None
    begins_month, ends_month = start is None or start[2] == 1, end is None or end[2] == month_length(end[0], end[1])
    begins_year, ends_year = start is None or start[1] == JANUARY, end is None or end[1] == DECEMBER
    if (begins_month and ends_month and begins_year and ends_year) or _is_far(start) or _is_far(end):
        points = (year_point(civil[0], mark) if civil else None for civil in (start, end))
    elif begins_month and ends_month:
        points = (_calendar(civil[:2], mark) if civil else None for civil in (start, end))
    else:
        points = (_calendar(civil, mark) if civil else None for civil in (start, end))
    return next(points), next(points)


def _times(first: int | None, last: int | None, mark: Mark, zone: str) -> tuple[Point | None, Point | None]:
    """The times of two instants, to the minute where they fill minutes."""
    seconds = any(
        instant is not None and local_at(instant, zone).second % MINUTE != expected
        for instant, expected in ((first, 0), (last, MINUTE - 1))
    )
    points: list[Point | None] = []
    starts = (first, last if last is None or seconds else last - MINUTE + 1)
    for instant in starts:
        moment = None if instant is None else moment_at(instant, zone, seconds=seconds)
        far = moment is not None and _is_far((moment.year, moment.month, moment.day))
        points.append(year_point(moment.year, mark) if moment and far else moment)
    return points[0], points[1]


def _is_far(civil: tuple[int, int, int] | None) -> bool:
    return civil is not None and abs(civil[0]) > _LAST_SHORT


def _day_starting(instant: int, zone: str) -> int | None:
    """The day that starts at an instant, as days since 1970-01-01."""
    day = naive(local_at(instant, zone)) // DAY
    return day if day_start(day, zone) == instant else None


def _calendar(civil: tuple[int, ...], mark: Mark) -> Calendar:
    year, *rest = civil
    texts = [f"{number:02}" for number in rest]
    marks = (mark, mark if texts else Mark.NONE, mark if len(texts) > 1 else Mark.NONE)
    return Calendar(year_text(year), texts[0] if texts else "", texts[1] if len(texts) > 1 else "", marks)


def _end(end: Point | Gap) -> str:
    return end.value if isinstance(end, Gap) else _point(end)


def _member(member: Point | Range) -> str:
    if isinstance(member, Range):
        return "..".join(_point(point) if point else "" for point in (member.start, member.end))
    return _point(member)


def _point(point: Point) -> str:
    if isinstance(point, LongYear):
        letter = "" if point.significant and abs(point.year) <= _LAST_SHORT else "Y"
        digits = str(point.year) if letter else year_text(point.year)
        return f"{letter}{digits}{f'S{point.significant}' if point.significant else ''}{point.mark.value}"
    if isinstance(point, Moment):
        clock = clock_text(point.second)
        clock = clock if point.seconds_given else clock[: len("00:00")]
        offset = "" if point.offset is None else offset_text(point.offset) if point.offset else "Z"
        return f"{year_text(point.year)}-{point.month:02}-{point.day:02}T{clock}{offset}"
    parts = [part for part in (point.year, point.month, point.day) if part]
    marks = point.marks[: len(parts)]
    if len(set(marks)) == 1:
        return "-".join(parts) + marks[0].value
    return "-".join(mark.value + part for mark, part in zip(marks, parts, strict=True))
