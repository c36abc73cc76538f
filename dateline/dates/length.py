"""Durations for readers: `1 day`, `3 weeks`, in words of a language. Babel is loaded only when words are asked for."""

from dateline.dates.duration import Duration

_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")
_WEEK = 7


def length_words(duration: Duration, language: str) -> str:
    """A duration in words of a language (a BCP 47 tag), by CLDR; days that make whole weeks, two or more, as weeks."""
    from babel import Locale  # noqa: PLC0415 - see above
    from babel.core import UnknownLocaleError  # noqa: PLC0415 - see above
    from babel.lists import format_list  # noqa: PLC0415 - see above
    from babel.units import format_unit  # noqa: PLC0415 - see above

    try:
        locale = Locale.parse(language.partition("-")[0].lower())
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    weeks = duration.days // _WEEK if duration.days % _WEEK == 0 and duration.days > _WEEK else 0
    days = 0 if weeks else duration.days
    counted = (duration.years, duration.months, weeks, days, duration.hours, duration.minutes, duration.seconds)
    parts = [
        format_unit(number, f"duration-{unit}", locale=locale)
        for number, unit in zip(counted, _UNITS, strict=True)
        if number
    ]
    return format_list(parts or [format_unit(0, "duration-day", locale=locale)], locale=locale)
