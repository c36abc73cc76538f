"""What a date is: four bounds, and how they are known.

An instant is an `int`: seconds since 1970-01-01T00:00:00Z in the proleptic Gregorian calendar, without leap seconds,
of any size and sign. Upper bounds are inclusive, to the second. `None` is open.
"""

from enum import StrEnum

from msgspec import Struct


class Precision(StrEnum):
    """The unit that is known (ISO 8601-2), as `timeline.json` names it."""

    SECOND = "second"
    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    INTERVAL = "interval"
    SET = "set"
    UNKNOWN = "unknown"


class Bounds(Struct, frozen=True):
    """Between which instants something began, and between which it ended."""

    earliest: int | None
    """The earliest beginning."""
    start_latest: int | None
    """The latest beginning."""
    end_earliest: int | None
    """The earliest end."""
    latest: int | None
    """The latest end."""


OPEN = Bounds(None, None, None, None)


class Date(Struct, frozen=True):
    """A date as an author gave it, or as a relation to another event gives it."""

    edtf: str
    """The date as EDTF: as written, or, given by a relation, the EDTF that says the same (it decides the words)."""
    written: bool
    """Whether an author wrote it; `False` where a relation gave it."""
    stated: Bounds
    """What it says: `~`, `?` and `%` do not widen these."""
    slack: Bounds
    """What order is reasoned with: where qualified, one of its own units wider on each side."""
    precision: Precision
    approximate: bool = False
    """Qualified with `~` or `%`, wholly or in part."""
    uncertain: bool = False
    """Qualified with `?` or `%`, wholly or in part."""
