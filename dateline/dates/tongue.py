"""Calendar words of one language: CLDR's patterns and names for any year, in the case that a phrase asks for.

Imports Babel, which is slow to load: import this module only where words are made.
"""

import re
from datetime import date, time
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_interval, parse_pattern
from babel.numbers import format_decimal
from msgspec import Struct

from dateline.dates.instants import HOUR, MINUTE, Local
from dateline.dates.phrases import Case, Phrases, phrases_for

_DEFAULT = "en_GB"
_OWN = frozenset({"en", "lt", "pl", "be", "ar"})
# Smaller years would read as days or years of a century; `datetime` does not know larger ones.
_SMALLEST, _LARGEST = 100, 9_999
_GROUPED = 100_000
_LEAP_YEAR = 2000
# A year in a pattern with the abbreviation for "year" that follows it, or quoted words, which stay as they are.
_YEAR = re.compile(r"(y+(?:\s'(?:m|г)'\.?)?)|'[^']*'")
_MONTH = re.compile(r"([ML]+)|'[^']*'")
_DAY = re.compile(r"(d+)|'[^']*'")


class Tongue(Struct, frozen=True):
    """A language to speak of dates in."""

    locale: Locale
    phrases: Phrases
    own: bool
    """Whether the phrases are in this language; if not they are English around its calendar words."""


@lru_cache(maxsize=32)  # a site speaks few languages, and each of its dates asks for one
def tongue(language: str) -> Tongue:
    """The tongue for a BCP 47 tag; its nearest known parent, at last English. `en` alone has British order."""
    parts = [part for part in re.split(r"[-_]", language) if part]
    own = bool(parts) and parts[0].lower() in _OWN
    phrases = phrases_for(parts[0].lower() if own else "en")
    while parts and "_".join(parts).lower() != "en":
        try:
            return Tongue(Locale.parse("_".join(parts)), phrases, own)
        except (UnknownLocaleError, ValueError, TypeError):
            parts.pop()
    return Tongue(Locale.parse(_DEFAULT), phrases_for("en"), own=True)


def number(value: int, speech: Tongue) -> str:
    """A number of years or a year, large ones in groups of digits."""
    return format_decimal(value, locale=speech.locale) if value >= _GROUPED else str(value)


def year(value: int, case: Case, speech: Tongue) -> str:
    """A year on its own: `2025`, `44 BCE`."""
    phrases = speech.phrases
    if value < 1:
        return phrases.before_0.format(number(1 - value, speech))
    if value < _SMALLEST:
        return phrases.of_era.format(value)
    if phrases.year or value > _LARGEST:
        return phrases.year.get(case, "{}").format(number(value, speech))
    return _applied(_skeleton("y", "y", speech), Local(value, 1, 1), speech)


def month(value: int, number_of_month: int, case: Case, speech: Tongue) -> str:
    """A month of a year: `August 2025`."""
    pattern = _in_case(_skeleton("yMMMM", "LLLL y", speech), number_of_month, case, speech)
    return _applied(pattern, Local(value, number_of_month, 1), speech)


def months(value: int, names: str, speech: Tongue) -> str:
    """Several months, already in words, of one year: `August–September 2025`."""
    return _applied(_literal(_MONTH, names, _skeleton("yMMMM", "LLLL y", speech)), Local(value, 1, 1), speech)


def month_name(number_of_month: int, case: Case, speech: Tongue) -> str:
    """A month's name on its own."""
    return _applied(_in_case("LLLL", number_of_month, case, speech), Local(_LEAP_YEAR, number_of_month, 1), speech)


def day(local: Local, speech: Tongue) -> str:
    """A day: `11 September 2025`."""
    return _applied(_long(speech), local, speech)


def days(local: Local, numbers: str, speech: Tongue) -> str:
    """Several days, already in words, of one month: `9–10 September 2025`."""
    return _applied(_literal(_DAY, numbers, _long(speech)), local, speech)


def day_of_year(local: Local, speech: Tongue) -> str:
    """A day without its year: `11 September`."""
    return _applied(_skeleton("MMMMd", "d MMMM", speech), local, speech)


def from_to(first: Local, last: Local, speech: Tongue, *, whole_months: bool = False) -> str:
    """From a day or month to another as CLDR has it for the language; empty where Babel cannot say it."""
    known = _SMALLEST <= first.year <= _LARGEST and _SMALLEST <= last.year <= _LARGEST
    skeletons = ("yMMMM", "yMMM") if whole_months else ("yMMMMd", "yMMMd")
    found = next((name for name in skeletons if name in speech.locale.interval_formats), None)
    return format_interval(_date(first), _date(last), found, locale=speech.locale) if known and found else ""


def clock(second: int, speech: Tongue, *, seconds: bool) -> str:
    """A time of the day."""
    pattern = speech.locale.time_formats["medium" if seconds else "short"].pattern
    shown = time(second // HOUR, second % HOUR // MINUTE, second % MINUTE)
    return _shown(pattern, shown, speech.locale)


def _long(speech: Tongue) -> str:
    return str(speech.locale.date_formats["long"].pattern)


def _skeleton(name: str, otherwise: str, speech: Tongue) -> str:
    found = speech.locale.datetime_skeletons.get(name)
    return otherwise if found is None else str(found.pattern)


def _in_case(pattern: str, number_of_month: int, case: Case, speech: Tongue) -> str:
    """The pattern with its month in a case: CLDR's `LLLL` is the nominative, its `MMMM` the genitive."""
    if not speech.own or case == "nominative":
        return pattern
    if case in speech.phrases.months:
        return _literal(_MONTH, speech.phrases.months[case][number_of_month - 1], pattern)
    return _MONTH.sub(lambda found: "MMMM" if found[1] else found[0], pattern)


def _literal(part: re.Pattern[str], words: str, pattern: str) -> str:
    quoted = "'" + words.replace("'", "''") + "'"
    return part.sub(lambda found: quoted if found[1] else found[0], pattern)


def _applied(pattern: str, local: Local, speech: Tongue) -> str:
    if not _SMALLEST <= local.year <= _LARGEST:
        long_year = speech.phrases.long_year.format(number(local.year, speech))
        words = long_year if local.year > _LARGEST else year(local.year, "nominative", speech)
        pattern = _literal(_YEAR, words, pattern)
        local = Local(_LEAP_YEAR, local.month, local.day)
    return _shown(pattern, _date(local), speech.locale)


@lru_cache(maxsize=4096)  # a pure function of small values; many dates share days and minutes, and Babel is slow
def _shown(pattern: str, shown: date | time, locale: Locale) -> str:
    return str(parse_pattern(pattern).apply(shown, locale))


def _date(local: Local) -> date:
    return date(local.year, local.month, local.day)
