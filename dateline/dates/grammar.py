"""EDTF levels 0, 1 and 2 (ISO 8601-2, https://www.loc.gov/standards/datetime/): from text to expression.

    expression = point | interval | set
    interval   = end "/" end               one of them at most without a date
    end        = point | ".." | ""
    set        = "[" members "]" | "{" members "}"
    members    = (point | range) {"," (point | range)}
    range      = [point] ".." [point]      open only at the beginning or the end of a set
    point      = calendar | long year | moment

Knows the calendar, but no zone: whether an interval runs backwards is found where bounds are reckoned.
"""

import re
from functools import lru_cache

from dateline.dates.expression import (
    SEASONS_FROM,
    SEASONS_TO,
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
from dateline.dates.fitting import days_of, first_day, months_of, years_of
from dateline.dates.foreign import advice
from dateline.dates.gregorian import MONTHS, month_length
from dateline.dates.instants import HOUR, MINUTE
from dateline.dates.malformed import Malformed, quoted, within

# mark year mark - mark month mark - mark day mark
_CALENDAR = re.compile(
    r"([?~%]?)(-?[0-9X]{4})([?~%]?)"
    r"(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?"
)
_LONG_YEAR = re.compile(r"([?~%]?)(?:Y(-?[1-9][0-9]*)(?:E([1-9][0-9]*))?|(-?[0-9]{4})(?=S))(?:S([1-9][0-9]*))?([?~%]?)")
_MOMENT = re.compile(
    r"(-?[0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(Z|[+-][0-9]{2}(?::[0-9]{2})?)?"
)
_GENERAL = "write a date as in 2025, 2025-09, 2025-09-11 or 2025-09-11T19:40, an interval as in 2025-09-09/2025-09-11"
_LONGEST = 10_000
_LARGEST_YEAR = 100_000_000_000
"""Years beyond this, before and after, are refused: their seconds would not fit in 64 bits."""
_SHORT_YEAR = 9_999
_HOURS, _SIXTY = 24, 60
_MONTHS_HINT = f"months are 01 to 12; {SEASONS_FROM} to {SEASONS_TO} are seasons, quarters and the like"
_MONTH_NAMES = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


@lru_cache(maxsize=32_768)  # a pure function of a few letters; a date is put into words, into HTML and into data
def read(text: str) -> Expression | Malformed:
    """Read an EDTF expression; a fault comes with advice what to write."""
    if len(text) > _LONGEST:
        hint = f"keep it under {_LONGEST:,} characters"
        return Malformed(f"{quoted(text)} is too long for a date", _LONGEST, len(text), hint)
    found = _expression(text)
    return _advised(found, text) if isinstance(found, Malformed) and not found.hint else found


def _advised(found: Malformed, text: str) -> Malformed:
    if hint := advice(text, _accepts):
        return Malformed(f"{quoted(text)} is not an EDTF date", 0, len(text), hint)
    hint = advice(text[found.start : found.end], _accepts) or _GENERAL
    return Malformed(found.message, found.start, found.end, hint)


def _accepts(text: str) -> bool:
    """Whether a suggestion is EDTF."""
    return not isinstance(_expression(text), Malformed)


def _expression(text: str) -> Expression | Malformed:
    if text[:1] in ("[", "{"):
        return _members(text)
    if "/" in text:
        return _interval(text)
    return _point(text)


def _interval(text: str) -> Interval | Malformed:
    first, _, second = text.partition("/")
    if "/" in second:
        return Malformed(f"{quoted(text)} has more than one slash", 0, len(text))
    start = _end(first, 0)
    if isinstance(start, Malformed):
        return start
    end = _end(second, len(first) + 1)
    if isinstance(end, Malformed):
        return end
    if isinstance(start, Gap) and isinstance(end, Gap):
        hint = "give a beginning or an end, or write XXXX for a date that is not known at all"
        return Malformed(f"{quoted(text)} has neither a beginning nor an end", 0, len(text), hint)
    return Interval(start, end)


def _end(text: str, offset: int) -> Point | Gap | Malformed:
    if text in ("", ".."):
        return Gap(text)
    point = _point(text)
    return within(point, offset) if isinstance(point, Malformed) else point


def _members(text: str) -> Members | Malformed:
    closing = "]" if text[0] == "[" else "}"
    if text[-1] != closing or len(text) == 1:
        hint = f'close the set with "{closing}"'
        return Malformed(f"{quoted(text)} is a set that is never closed", 0, len(text), hint)
    if space := re.search(r"\s+", text):
        return Malformed(f"{quoted(text)} is a set with spaces, which EDTF does not know", *space.span())
    parts = text[1:-1].split(",")
    members: list[Point | Range] = []
    offset = 1
    for number, part in enumerate(parts):
        member = _member(part, first=number == 0, last=number == len(parts) - 1)
        if isinstance(member, Malformed):
            return within(member, offset)
        members.append(member)
        offset += len(part) + 1
    return Members(text[0] == "{", tuple(members))


def _member(text: str, *, first: bool, last: bool) -> Point | Range | Malformed:
    if not text:
        return Malformed("a member of the set is empty", 0, 0, "write dates with one comma between them")
    if ".." not in text:
        if "/" in text:
            hint = f"in a set a range is written with two dots: {text.replace('/', '..')}"
            return Malformed(f"{quoted(text)} is an interval, which cannot stand in a set", 0, len(text), hint)
        return _point(text)
    before, _, after = text.partition("..")
    if (not before and not first) or (not after and not last) or not before + after:
        hint = "open ranges stand first ([..2025,2027]) or last ([2025,2027..]) in a set"
        return Malformed(f"{quoted(text)} is a range without a date where it needs one", 0, len(text), hint)
    start = _point(before) if before else None
    if isinstance(start, Malformed):
        return start
    end = _point(after) if after else None
    if isinstance(end, Malformed):
        return within(end, len(before) + 2)
    return Range(start, end)


def _point(text: str) -> Point | Malformed:
    if match := _CALENDAR.fullmatch(text):
        return _calendar(match)
    if match := _MOMENT.fullmatch(text):
        return _moment(match)
    if match := _LONG_YEAR.fullmatch(text):
        return _long_year(match)
    return Malformed(f"{quoted(text)} is not an EDTF date" if text else "there is no date", 0, len(text))


def _calendar(match: re.Match[str]) -> Calendar | Malformed:
    at_year, year, to_year, at_month, month, to_month, at_day, day, to_day = match.groups(default="")
    marks = (Mark.NONE, Mark.NONE, Mark.NONE)
    if at_year or to_year or at_month or to_month or at_day or to_day:
        # A mark before a component is about that alone, one after it also about all to its left (EDTF level 2).
        marks = (
            _mark(at_year + to_year + to_month + to_day),
            _mark(at_month + to_month + to_day) if month else Mark.NONE,
            _mark(at_day + to_day) if day else Mark.NONE,
        )
    date = Calendar(year, month, day, marks)
    return _calendar_fault(date, match) or date


def _mark(written: str) -> Mark:
    """All the marks about one component as one."""
    approximate, uncertain = "~" in written or "%" in written, "?" in written or "%" in written
    if approximate and uncertain:
        return Mark.BOTH
    return Mark.APPROXIMATE if approximate else Mark.UNCERTAIN if uncertain else Mark.NONE


def _calendar_fault(date: Calendar, match: re.Match[str]) -> Malformed | None:
    text = quoted(match.string)
    if date.year == "-0000":
        return Malformed(f"{text} has a year 0 with a sign", *match.span(2), "write 0000 for the year 1 BCE")
    if date.season:
        if date.season > SEASONS_TO:
            return Malformed(f"{text} has no month {date.month}", *match.span(5), _MONTHS_HINT)
        if date.day:
            hint = "leave the day out, or write a month from 01 to 12"
            return Malformed(f"{text} has a day in a season, quarter or the like", *match.span(8), hint)
        return None
    if date.month and not months_of(date):
        return Malformed(f"{text} has no month {date.month}", *match.span(5), _MONTHS_HINT)
    if date.day and not _has_a_day(date):
        return Malformed(f"{text} is no day: {_why_no_day(date)}", *match.span(8), "correct the day, or leave it out")
    return None


def _has_a_day(date: Calendar) -> bool:
    if "X" not in date.year + date.month + date.day:
        return 1 <= int(date.day) <= month_length(int(date.year), int(date.month))
    return first_day(date) is not None


def _why_no_day(date: Calendar) -> str:
    if not days_of(date):
        return f"no month has a day {date.day}"
    if "X" in date.month:
        return f"no such month has a day {date.day}"
    month, years = int(date.month), years_of(date)
    length = max(month_length(year, month) for year in years)
    name = _MONTH_NAMES[month - 1]
    if "X" in date.year:
        leap = " in these years" if length < month_length(0, month) else ""
        return f"{name} never has more than {length} days{leap}"
    return f"{name} {date.year} has {length} days"


def _long_year(match: re.Match[str]) -> LongYear | Malformed:
    before, digits, exponent, short, significant, after = match.groups(default="")
    text, whole = quoted(match.string), (0, len(match.string))
    if len(digits) + len(exponent) > len(str(_LARGEST_YEAR)) + 1 or int(exponent or 0) > len(str(_LARGEST_YEAR)):
        return _too_far(text, *whole)
    year = int(digits or short) * 10 ** int(exponent or 0)
    if abs(year) > _LARGEST_YEAR:
        return _too_far(text, *whole)
    if digits and not exponent and abs(year) <= _SHORT_YEAR:
        hint = f"write {_year_text(year)}; Y is for years of more than four digits"
        return Malformed(f"{text} has a Y before a year of up to four digits", *match.span(2), hint)
    if short == "-0000":
        return Malformed(f"{text} has a year 0 with a sign", *match.span(4), "write 0000 for the year 1 BCE")
    if significant and (len(significant) > 2 or int(significant) > len(str(abs(year)))):  # noqa: PLR2004 - years are short
        hint = f"a year of {len(str(abs(year)))} digits has at most so many significant ones"
        return Malformed(f"{text} has more significant digits than digits", *match.span(5), hint)
    return LongYear(year, int(significant or 0), _mark(before + after))


def _too_far(text: str, start: int, end: int) -> Malformed:
    return Malformed(f"{text} is too far away to be reckoned with", start, end, f"years go up to {_LARGEST_YEAR:,}")


def _year_text(year: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04}"


def _moment(match: re.Match[str]) -> Moment | Malformed:
    date = Calendar(match[1], match[2], match[3])
    text = quoted(match.string)
    if date.year == "-0000" or not 1 <= int(date.month) <= MONTHS or not _has_a_day(date):
        day = _CALENDAR.fullmatch(match.string[: match.end(3)])
        found = _calendar(day) if day else None
        if isinstance(found, Malformed):
            return found
        return Malformed(f"{text} has a time in a season", *match.span(2), "write a month from 01 to 12")
    hour, minute, second = int(match[4]), int(match[5]), int(match[6] or 0)
    if hour >= _HOURS:
        hint = "the end of a day is T00:00 of the next" if hour == _HOURS else "hours go from 00 to 23"
        return Malformed(f"{text} has no hour {match[4]}", *match.span(4), hint)
    if minute >= _SIXTY or second >= _SIXTY:
        group = 5 if minute >= _SIXTY else 6
        hint = "minutes and seconds go from 00 to 59"
        return Malformed(f"{text} has no {('minute', 'second')[group - 5]} {match[group]}", *match.span(group), hint)
    offset = _offset(match[7]) if match[7] else None
    if offset is not None and abs(offset) >= _HOURS * HOUR:
        hint = "offsets are less than a day, as in +03:00, or Z for UTC"
        return Malformed(f"{text} has no possible offset", *match.span(7), hint)
    clock = hour * HOUR + minute * MINUTE + second
    return Moment(int(date.year), int(date.month), int(date.day), clock, bool(match[6]), offset)


def _offset(text: str) -> int | None:
    if text == "Z":
        return 0
    minutes = int(text[4:6] or 0)
    seconds = int(text[1:3]) * HOUR + (minutes * MINUTE if minutes < _SIXTY else _HOURS * HOUR)
    return -seconds if text[0] == "-" else seconds
