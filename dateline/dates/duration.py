"""ISO 8601-1 durations: how long after, or before."""

import re

from msgspec import Struct

from dateline.dates.malformed import Malformed, quoted


class Duration(Struct, frozen=True):
    """An ISO 8601-1 duration: calendar units in the site's zone, then clock units. None is negative."""

    years: int = 0
    months: int = 0
    days: int = 0
    """Weeks are counted as seven days."""
    hours: int = 0
    minutes: int = 0
    seconds: int = 0


_WEEK = 7
_LONGEST_NUMBER = 12  # digits, so that what comes out of it can be stored
_DURATION = re.compile(
    r"P(?=[0-9T])(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)W)?(?:([0-9]+)D)?"
    r"(?:T(?=[0-9])(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)S)?)?"
)
_EXAMPLES = "write P1D (a day), P2W (two weeks), P1M (a month), P1Y (a year) or PT36H (36 hours)"
_SPOKEN = re.compile(
    r"(?:a|an|one|([0-9]+))?\s*(years?|yr?s?|months?|mo|weeks?|w|days?|d|hours?|hrs?|h|minutes?|mins?|seconds?|secs?|s)",
    re.IGNORECASE,
)
_UNITS = {"y": "P{}Y", "mo": "P{}M", "w": "P{}W", "d": "P{}D", "h": "PT{}H", "mi": "PT{}M", "s": "PT{}S"}


def parse(text: str) -> Duration | Malformed:
    """Read `P[nY][nM][nW][nD][T[nH][nM][nS]]` with at least one part; parts are whole and not negative."""
    match = _DURATION.fullmatch(text)
    if match is None:
        return Malformed(*_what_is_wrong(text))
    for part in match.groups():
        if part and len(part) > _LONGEST_NUMBER:
            start = text.index(part)
            return Malformed(
                f"{quoted(text)} is longer than can be reckoned with", start, start + len(part), "shorten it"
            )
    years, months, weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return Duration(years, months, weeks * _WEEK + days, hours, minutes, seconds)


def _what_is_wrong(text: str) -> tuple[str, int, int, str]:
    end = len(text)
    if minus := re.search(r"(?:^\s*|[A-Z])([-−–])", text):
        hint = "leave the minus sign out, and use `before` instead of `after` (or the other way round)"
        return f"{quoted(text)} is a negative duration", minus.start(1), end, hint
    if re.search(r"[0-9][.,][0-9]", text) and (fraction := re.search(r"[0-9]+[.,][0-9]+", text)):
        hint = "write whole numbers of a smaller unit, such as PT36H instead of P1.5D"
        return f"{quoted(text)} has a fraction", fraction.start(), fraction.end(), hint
    if text in {"", "P", "PT"}:
        return f"{quoted(text)} is an empty duration", 0, end, _EXAMPLES
    return f"{quoted(text)} is not an ISO 8601 duration", 0, end, _suggestion(text) or _EXAMPLES


def _suggestion(text: str) -> str:
    """A hint that writes out what the author seems to mean, or nothing."""
    meant = re.sub(r"\s+", "", text).upper()
    if re.fullmatch(r"[0-9]+M", meant):
        return f"write P{meant} for months, or PT{meant} for minutes"
    for guess in (meant, "P" + meant, re.sub(r"([0-9]+[HS])", r"T\1", meant, count=1), "PT" + meant.removeprefix("P")):
        if _DURATION.fullmatch(guess):
            return f"write {guess}"
    if spoken := _SPOKEN.fullmatch(text.strip()):
        unit = spoken[2].lower()
        pattern = _UNITS.get(unit[:2]) or _UNITS.get(unit[0]) or ""
        return f"write {pattern.format(spoken[1] or 1)}" if pattern else ""
    return ""
