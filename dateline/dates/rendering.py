"""Date expressions in words: which phrase says what an expression means."""

from dateline.dates import tongue as say
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
from dateline.dates.extent import moment_instant, season_months, years_around
from dateline.dates.fitting import first_day, last_day, years_of
from dateline.dates.gregorian import DECEMBER
from dateline.dates.instants import Local, local_at
from dateline.dates.phrases import Case
from dateline.dates.spelling import year_text
from dateline.dates.tongue import Tongue

_NO_MARKS = (Mark.NONE, Mark.NONE, Mark.NONE)
_MARKS = (Mark.UNCERTAIN, Mark.APPROXIMATE, Mark.BOTH)
_SOUTHERN = range(29, 33)
_QUARTERS, _THIRDS, _HALVES = 33, 37, 40
_SMALLEST_YEAR = 100  # before it a year wants its era
_DASH, _SPACED_DASH = "–", " – "
_DECADE, _CENTURY, _MILLENNIUM = 10, 100, 1_000


def rendered(expression: Expression, speech: Tongue, zone: str) -> str:
    """A date expression in words; times by the clocks of the zone."""
    if isinstance(expression, Interval):
        return _interval(expression, speech, zone)
    if isinstance(expression, Members):
        return _members(expression, speech, zone)
    return _spoken(expression, speech, zone)


def _interval(interval: Interval, speech: Tongue, zone: str) -> str:
    phrases, start, end = speech.phrases, interval.start, interval.end
    if isinstance(start, Gap):
        phrase = phrases.until if start is Gap.OPEN else phrases.start_unknown
        return phrase.format(_governed(end, "genitive", speech, zone)) if not isinstance(end, Gap) else phrases.undated
    if isinstance(end, Gap):
        phrase = phrases.since if end is Gap.OPEN else phrases.end_unknown
        return phrase.format(_governed(start, "genitive", speech, zone))
    return _from_to(start, end, speech, zone)


def _from_to(start: Point, end: Point, speech: Tongue, zone: str) -> str:
    """An interval, with a dash."""
    if start == end:
        return _spoken(start, speech, zone)
    return _pair(start, end, (_DASH, _SPACED_DASH), "nominative", speech, zone) or _SPACED_DASH.join(
        _spoken(point, speech, zone) for point in (start, end)
    )


def _members(members: Members, speech: Tongue, zone: str) -> str:
    only = members.members[0] if len(members.members) == 1 else None
    if isinstance(only, Range) and only.start and only.end and not members.every:
        return _between(only.start, only.end, speech, zone)
    joint = speech.phrases.and_ if members.every else speech.phrases.or_
    if speech.own and (together := _days_together(members, joint, speech)):
        return together
    parts = [
        _range(member, speech, zone, every=members.every)
        if isinstance(member, Range)
        else _spoken(member, speech, zone)
        for member in members.members
    ]
    return _listed(parts, joint, speech)


def _listed(parts: list[str], joint: str, speech: Tongue) -> str:
    return parts[0] if len(parts) == 1 else speech.phrases.comma.join(parts[:-1]) + joint + parts[-1]


def _range(member: Range, speech: Tongue, zone: str, *, every: bool) -> str:
    phrases = speech.phrases
    if member.start and member.end:
        return _from_to(member.start, member.end, speech, zone)
    if member.end:
        return (phrases.and_earlier if every else phrases.or_earlier).format(_spoken(member.end, speech, zone))
    if member.start:
        return (phrases.and_later if every else phrases.or_later).format(_spoken(member.start, speech, zone))
    return phrases.undated


def _between(start: Point, end: Point, speech: Tongue, zone: str) -> str:
    phrases = speech.phrases
    joint, case = phrases.between_and, phrases.between_case
    pair = _pair(start, end, (joint, joint), case, speech, zone)
    return phrases.between.format(pair or joint.join(_governed(point, case, speech, zone) for point in (start, end)))


def _days_together(members: Members, joint: str, speech: Tongue) -> str:
    """Days of one month under one name of it: `9, 10 or 12–14 September 2025`; empty where they are not such."""
    parts: list[str] = []
    months: set[tuple[str, str]] = set()
    for member in members.members:
        ends = (member.start, member.end) if isinstance(member, Range) else (member,)
        days = [point for point in ends if isinstance(point, Calendar) and _is_plain_day(point)]
        if len(days) < len(ends):
            return ""
        months.update((point.year, point.month) for point in days)
        parts.append(_DASH.join(str(int(point.day)) for point in days))
    if len(months) > 1:
        return ""
    year, month = months.pop()
    return say.days(Local(int(year), int(month), 1), _listed(parts, joint, speech), speech)


def _pair(start: Point, end: Point, joints: tuple[str, str], case: Case, speech: Tongue, zone: str) -> str:
    """Two unqualified dates that share a year, a month or a day, which is then said once; empty where they don't.

    `joints` are what stands between single words and between several.
    """
    if isinstance(start, Moment) and isinstance(end, Moment):
        return _times_of_one_day(start, end, joints[0], speech, zone)
    if not isinstance(start, Calendar) or not isinstance(end, Calendar):
        return ""
    if _is_plain_day(start) and _is_plain_day(end):
        return _two_days(_local(start), _local(end), joints, speech)
    if _is_plain_month(start) and _is_plain_month(end):
        return _two_months(start, end, joints[0], case, speech)
    if _is_plain_year(start) and _is_plain_year(end) and joints[0] == _DASH:
        return _years(int(start.year), int(end.year), speech.phrases.years, speech)
    return ""


def _two_days(start: Local, end: Local, joints: tuple[str, str], speech: Tongue) -> str:
    tight, loose = joints
    if not speech.own:
        return say.from_to(start, end, speech) if tight == _DASH else ""
    if start.year != end.year:
        return ""
    if start.month == end.month:
        return say.days(start, f"{start.day}{tight}{end.day}", speech)
    if speech.phrases.year_first:
        return say.day(start, speech) + loose + say.day_of_year(end, speech)
    return say.day_of_year(start, speech) + loose + say.day(end, speech)


def _two_months(start: Calendar, end: Calendar, joint: str, case: Case, speech: Tongue) -> str:
    if not speech.own:
        first, last = (Local(int(point.year), int(point.month), 1) for point in (start, end))
        return say.from_to(first, last, speech, whole_months=True) if joint == _DASH else ""
    if start.year != end.year:
        return ""
    names = joint.join(say.month_name(int(point.month), case, speech) for point in (start, end))
    return say.months(int(start.year), names, speech)


def _times_of_one_day(start: Moment, end: Moment, joint: str, speech: Tongue, zone: str) -> str:
    first, last = (local_at(moment_instant(moment, zone), zone) for moment in (start, end))
    if (first.year, first.month, first.day) != (last.year, last.month, last.day):
        return ""
    clocks = [
        say.clock(local.second, speech, seconds=moment.seconds_given) for local, moment in ((first, start), (last, end))
    ]
    return say.day(first, speech) + speech.phrases.comma + joint.join(clocks)


def _spoken(point: Point, speech: Tongue, zone: str) -> str:
    """A date standing for itself: what qualifies the whole goes before it, what qualifies a part behind."""
    mark, phrases = _whole_mark(point), speech.phrases
    if mark is Mark.NONE or not _is_one_thing(point):
        return _governed(point, "nominative", speech, zone)
    if mark is Mark.UNCERTAIN:
        return phrases.possibly.format(_words(point, "nominative", speech, zone))
    about = phrases.about.format(_words(point, phrases.about_case, speech, zone))
    return about if mark is Mark.APPROXIMATE else phrases.possibly.format(about)


def _governed(point: Point, case: Case, speech: Tongue, zone: str) -> str:
    """A date in a case that a phrase asks for: whatever qualifies it stands behind, in brackets."""
    words, remarks = _words(point, case, speech, zone), _remarks(point, speech)
    return f"{words} ({speech.phrases.comma.join(remarks)})" if remarks else words


def _remarks(point: Point, speech: Tongue) -> list[str]:
    mark, phrases = _whole_mark(point), speech.phrases
    if isinstance(point, Moment) or (isinstance(point, Calendar) and point.year == "XXXX" and not point.month):
        return []
    if mark is not Mark.NONE:
        return [phrases.unsure[_MARKS.index(mark)]]
    if isinstance(point, LongYear):
        return []
    parts = phrases.unsure_parts
    names = (parts[0], parts[3] if point.season else parts[1], parts[2])
    return [name[_MARKS.index(mark)] for name, mark in zip(names, point.marks, strict=True) if mark is not Mark.NONE]


def _whole_mark(point: Point) -> Mark:
    """The mark that qualifies all of a date alike."""
    if isinstance(point, Moment):
        return Mark.NONE
    if isinstance(point, LongYear):
        return point.mark
    marks = set(point.marks[: 1 + bool(point.month) + bool(point.day)])
    return marks.pop() if len(marks) == 1 else Mark.NONE


def _is_one_thing(point: Point) -> bool:
    """Whether a date is said by a name that a phrase can stand before, not by a phrase of its own."""
    if not isinstance(point, Calendar) or "X" not in point.year + point.month + point.day:
        return True
    if point.year == "XXXX":
        return False
    return _is_years(point) or ("X" not in point.year + point.month and point.day == "XX")


def _is_years(point: Calendar) -> bool:
    """Whether it is a run of years with nothing known within them."""
    return "X" not in point.year.rstrip("X") and point.month in ("", "XX") and point.day in ("", "XX")


def _words(point: Point, case: Case, speech: Tongue, zone: str) -> str:
    """A date in a case, without what qualifies it."""
    if isinstance(point, Moment):
        local = local_at(moment_instant(point, zone), zone)
        clock = say.clock(local.second, speech, seconds=point.seconds_given)
        return say.day(local, speech) + speech.phrases.comma + clock
    if isinstance(point, LongYear):
        return _long_year(point, case, speech)
    if point.year == "XXXX":
        return _without_year(point, speech)
    if _is_years(point):
        years = years_of(point)
        if len(years) == 1:
            return say.year(years[0], case, speech)
        return _span(years[0], years[-1], case, speech)
    if "X" in point.year or "X" in point.month or ("X" in point.day and point.day != "XX"):
        return _hull(point, speech, zone)
    if point.season:
        return _season(point.season, int(point.year), case, speech)
    if point.day in ("", "XX"):
        return say.month(int(point.year), int(point.month), case, speech)
    return say.day(_local(point), speech)


def _long_year(point: LongYear, case: Case, speech: Tongue) -> str:
    words = say.year(point.year, case, speech)
    first, last = years_around(point)
    return f"{words} ({_years(first, last, '{0}–{1}', speech)})" if first != last else words


def _without_year(point: Calendar, speech: Tongue) -> str:
    phrases = speech.phrases
    if point.season:
        return phrases.year_unknown.format(_season_name(point.season, "nominative", speech))
    if not point.month or "X" in point.month or ("X" in point.day and point.day != "XX"):
        return phrases.undated
    month = int(point.month)
    if point.day in ("", "XX"):
        return phrases.year_unknown.format(say.month_name(month, "nominative", speech))
    return phrases.year_unknown.format(say.day_of_year(Local(2000, month, int(point.day)), speech))


def _span(first: int, last: int, case: Case, speech: Tongue) -> str:
    """The years from one to another as one name: a decade, a century, a millennium or less usual ones."""
    phrases, length = speech.phrases, last - first + 1
    # "The 1900s" are the century, so the decade that begins it needs other words, and likewise further up.
    named = (length == _DECADE and first % _CENTURY) or (length == _CENTURY and first % _MILLENNIUM)
    if named and phrases.decade and first >= _SMALLEST_YEAR:
        return phrases.decade.format(first)
    return _years(first, last, phrases.span.get(case, "{0}–{1}"), speech)


def _years(first: int, last: int, form: str, speech: Tongue) -> str:
    """From a year to another; before our era the larger number is the earlier."""
    if last < 1:
        numbers = f"{say.number(1 - first, speech)}{_DASH}{say.number(1 - last, speech)}"
        return speech.phrases.before_0.format(numbers)
    if first < _SMALLEST_YEAR:
        return _SPACED_DASH.join(say.year(year, "nominative", speech) for year in (first, last))
    return form.format(say.number(first, speech), say.number(last, speech))


def _hull(point: Calendar, speech: Tongue, zone: str) -> str:
    """What fits a pattern that has no name: between the first and the last that do."""
    if point.season:
        ends = [Calendar(year_text(year), point.month) for year in (years_of(point)[0], years_of(point)[-1])]
    else:
        fitting = [fit for fit in (first_day(point), last_day(point)) if fit]
        with_day = point.day not in ("", "XX")
        ends = [
            Calendar(year_text(year), f"{month:02}", f"{day:02}" if with_day else "") for year, month, day in fitting
        ]
    return _between(ends[0], ends[-1], speech, zone) if ends[0] != ends[-1] else _spoken(ends[0], speech, zone)


def _season(season: int, year: int, case: Case, speech: Tongue) -> str:
    phrases = speech.phrases
    label = say.year(year, "nominative", speech) if speech.own or year < _SMALLEST_YEAR else str(year)
    if season_months(season)[0] == DECEMBER and year >= _SMALLEST_YEAR:
        label = phrases.year.get("nominative", "{}").format(f"{year}/{(year + 1) % _CENTURY:02}")
    form = phrases.part_of_year if season >= _QUARTERS else phrases.of_year
    words = form.format(_season_name(season, case, speech), label)
    return phrases.southern.format(words) if season in _SOUTHERN else words


def _season_name(season: int, case: Case, speech: Tongue) -> str:
    phrases = speech.phrases
    if season >= _QUARTERS:
        forms, first = next(
            (forms, first)
            for forms, first in ((phrases.half, _HALVES), (phrases.third, _THIRDS), (phrases.quarter, _QUARTERS))
            if season >= first
        )
        return forms.get(case, forms["nominative"]).format(phrases.ordinals[season - first])
    names = phrases.seasons.get(case, phrases.seasons["nominative"])
    return names[(season - 21) % 4]


def _is_plain_day(point: Calendar) -> bool:
    return bool(point.day) and "X" not in point.year + point.month + point.day and point.marks == _NO_MARKS


def _is_plain_month(point: Calendar) -> bool:
    plain = not point.day and "X" not in point.year + point.month and point.marks == _NO_MARKS
    return plain and bool(point.month) and not point.season


def _is_plain_year(point: Calendar) -> bool:
    return not point.month and "X" not in point.year and point.marks == _NO_MARKS


def _local(point: Calendar) -> Local:
    return Local(int(point.year), int(point.month), int(point.day))
