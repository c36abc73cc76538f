"""What an author meant who wrote a date in another way than EDTF: guesses, for hints only.

Nothing here decides whether a date is right: each guess is offered only where the grammar accepts it.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

_LONGEST = 80
_DASHES = str.maketrans("‐‑‒–—−", "------")
_NUMBERS = re.compile(
    r"([0-9]{4})[-/. ]([0-9]{1,2})(?:[-/. ]([0-9]{1,2}))?"
    r"(?:(?: *[tT] *| +)([0-9]{1,2})(?:[:.h]?([0-9]{2}))?(?::?([0-9]{2})(?:[.,][0-9]+)?)? *(.*))?"
)
_COMPACT = re.compile(
    r"([0-9]{4})([0-9]{2})([0-9]{2})(?:[tT ]?([0-9]{2})([0-9]{2})([0-9]{2})?(.*))?|([0-9]{4})([0-9]{2})"
)
_DAY_FIRST = re.compile(r"([0-9]{1,2})([-/. ])([0-9]{1,2})\2([0-9]{4})\.?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_PARTS = {"Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36, "H1": 40, "H2": 41}
_RANGE = re.compile(r"(.+?)(?: +- +| +to +| +until +|--|\.\.+|/)(.+)|([0-9]{4})-([0-9]{4})")
_DAYS = re.compile(r"([0-9]{1,2})(?: ?- ?| to )([0-9]{1,2})( .+)")
_PREFIXES = (
    (re.compile(r"(?:circa|ca\.?|c\.?|about|around|approx\.?|approximately|~)\s*(.+)", re.IGNORECASE), "{}~"),
    (re.compile(r"(?:probably|possibly|perhaps|maybe)\s+(.+)", re.IGNORECASE), "{}?"),
    (re.compile(r"(.+?)\s+\?"), "{}?"),
    (re.compile(r"(?:before|by)\s+(.+)", re.IGNORECASE), "[..{}]"),
    (re.compile(r"after\s+(.+)", re.IGNORECASE), "[{}..]"),
    (re.compile(r"since\s+(.+)|from\s+(.+)", re.IGNORECASE), "{}/.."),
    (re.compile(r"(?:until|till|up to)\s+(.+)", re.IGNORECASE), "../{}"),
)
_NOT_KNOWN = frozenset(
    {"unknown", "undated", "n.d.", "nd", "n/d", "?", "??", "???", "????", "tbd", "none", "xxxx", "uuuu"}
)
_ENDS = {"now": "..", "present": "..", "today": "..", "open": "..", "ongoing": "..", "unknown": "", "?": ""}


def advice(text: str, accepts: Callable[[str], bool]) -> str:
    """A hint with the EDTF that the author seems to have meant, or nothing.

    `accepts` says whether a guess is EDTF.
    """
    if len(text) > _LONGEST:
        return ""
    clean = text.strip().translate(_DASHES)
    if hint := _day_or_month_first(clean, accepts) or _clock_missing(clean, accepts):
        return hint
    return next((f"write {guess}" for guess in _guesses(clean) if accepts(guess)), "")


def _day_or_month_first(text: str, accepts: Callable[[str], bool]) -> str:
    match = _DAY_FIRST.fullmatch(text)
    if match is None:
        return ""
    one, separator, two, year = match.groups()
    meant = [f"{year}-{two:0>2}-{one:0>2}", f"{year}-{one:0>2}-{two:0>2}"]
    if separator == ".":  # where dates have full stops the day comes first
        meant = meant[:1]
    good = sorted({guess for guess in meant if accepts(guess)})
    return f"write {' or '.join(good)}: the year, then the month, then the day" if good else ""


def _clock_missing(text: str, accepts: Callable[[str], bool]) -> str:
    """A hint for an hour alone, which EDTF does not have and whose minutes nobody but the author knows."""
    match = re.fullmatch(r"(.+)[tT ]([0-9]{2})(?:Z|[+-][0-9:]+)?", text)
    if match is None or not accepts(match[1]) or not accepts(guess := f"{match[1]}T{match[2]}:00"):
        return ""
    return f"add the minutes, as in {guess}, or leave the time out: {match[1]}"


def _guesses(text: str) -> Iterator[str]:
    if text.casefold() in _NOT_KNOWN:
        yield "XXXX"
    for pattern, form in _PREFIXES:
        if match := pattern.fullmatch(text):
            rest = next(part for part in match.groups() if part)
            yield from (form.format(guess) for guess in (rest, *_single(rest)))
    yield from _single(text)
    yield from _ranges(text)


def _ranges(text: str) -> Iterator[str]:
    match = _RANGE.fullmatch(text)
    if days := _DAYS.fullmatch(text):
        yield from (
            f"{start}/{end}" for start, end in zip(_named(days[1] + days[3]), _named(days[2] + days[3]), strict=True)
        )
    if match is None:
        return
    first, second = (match[1] or match[3]).strip(), (match[2] or match[4]).strip()
    completed = first[: len(first) - len(second)] + second
    for start in (first, *_single(first)):
        for end in (_ENDS.get(second.casefold(), second), completed, *_single(second)):
            yield f"{start}/{end}"


def _single(text: str) -> Iterator[str]:
    """Guesses at one date."""
    yield from _spelling(text)
    yield from _numbers(text)
    yield from _years(text)
    yield from _named(text)
    yield from _weeks_and_days(text)


def _spelling(text: str) -> Iterator[str]:
    yield text
    yield re.sub(r"\s+", "", text)
    yield re.sub(r"\s+", "", text).upper()
    yield text.replace("?~", "%").replace("~?", "%")
    if re.fullmatch(r"-?[0-9uUxX*?-]{4,10}", text):
        yield re.sub(r"[uUxX*?]", "X", text)


def _numbers(text: str) -> Iterator[str]:
    if match := _NUMBERS.fullmatch(text):
        year, month, day, hour, minute, second, zone = match.groups(default="")
        if int(month):
            yield f"{year}-{month:0>2}" + _day_and_time(day, hour, minute, second, zone)
            yield f"{year}-{month:0>2}" + _day_and_time(day, hour, minute, second, "")
    if match := _COMPACT.fullmatch(text):
        if match[8]:
            yield f"{match[8]}-{match[9]}"
        else:
            year, month, day, hour, minute, second, zone = match.groups(default="")[:7]
            yield f"{year}-{month}" + _day_and_time(day, hour, minute, second, zone)


def _day_and_time(day: str, hour: str, minute: str, second: str, zone: str) -> str:
    text = f"-{day:0>2}" if day else ""
    if not hour or not minute:
        return text
    text += f"T{hour:0>2}:{minute}" + (f":{second}" if second else "")
    if zone.upper() in {"Z", "UTC", "GMT"}:
        return text + "Z"
    if match := re.fullmatch(r"([+-])([0-9]{1,2}):?([0-9]{2})?", zone):
        return f"{text}{match[1]}{match[2]:0>2}:{match[3] or '00'}"
    return text + zone


def _years(text: str) -> Iterator[str]:
    if re.fullmatch(r"[+-]?[0-9]{5,}", text):
        yield "Y" + text.removeprefix("+")
    if match := re.fullmatch(r"Y?(-?)([0-9]{1,4})", text):
        yield f"{match[1]}{match[2]:0>4}"
    if match := re.fullmatch(r"(?:the )?([0-9]{3})0'?s", text):
        yield match[1] + "X"
    if match := re.fullmatch(r"(?:the )?([0-9]{1,2})(?:st|nd|rd|th)?\.? (?:century|c\.)", text, re.IGNORECASE):
        yield f"{int(match[1]) - 1:02}XX"
    if match := re.fullmatch(r"([0-9]{1,4}) ?(?:BCE?|B\.C\.(?:E\.)?)", text, re.IGNORECASE):
        yield f"-{int(match[1]) - 1:04}" if int(match[1]) > 1 else "0000"
    if match := re.fullmatch(r"(?:AD ?([0-9]{1,4})|([0-9]{1,4}) ?(?:AD|CE))", text, re.IGNORECASE):
        yield f"{match[1] or match[2]:0>4}"


def _named(text: str) -> Iterator[str]:
    """Months, seasons, quarters and halves by name."""
    words = re.findall(r"[0-9]+|[A-Za-z][0-9]?[a-z]*", text)
    years = [word for word in words if re.fullmatch(r"[0-9]{4}", word)]
    if len(years) != 1:
        return
    days = [word for word in words if re.fullmatch(r"[0-9]{1,2}", word)]
    if len(days) > 1:
        return
    for word in words:
        number = _SEASONS.get(word.casefold()) or _PARTS.get(word.upper())
        if number:
            yield f"{years[0]}-{number}"
        elif word[:3].casefold() in _MONTHS:
            month = _MONTHS.index(word[:3].casefold()) + 1
            yield f"{years[0]}-{month:02}" + (f"-{days[0]:0>2}" if days else "")


def _weeks_and_days(text: str) -> Iterator[str]:
    """Week dates and ordinal dates, which ISO 8601-1 has and EDTF has not."""
    try:
        if match := re.fullmatch(r"([0-9]{4})-?[wW]([0-9]{2})(?:-?([1-7]))?", text):
            year, week = int(match[1]), int(match[2])
            if match[3]:
                yield date.fromisocalendar(year, week, int(match[3])).isoformat()
            else:
                yield f"{date.fromisocalendar(year, week, 1)}/{date.fromisocalendar(year, week, 7)}"
        elif match := re.fullmatch(r"([0-9]{4})-([0-9]{3})", text):
            first = date(int(match[1]), 1, 1)
            found = date.fromordinal(first.toordinal() + int(match[2]) - 1)
            if found.year == first.year:
                yield found.isoformat()
    except (ValueError, OverflowError):
        return
