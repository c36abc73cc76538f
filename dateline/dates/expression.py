"""An EDTF expression as read: what its words are, before anything is reckoned."""

from enum import StrEnum

from msgspec import Struct

SEASONS_FROM, SEASONS_TO = 21, 41


class Mark(StrEnum):
    """A qualifier (EDTF levels 1 and 2)."""

    NONE = ""
    UNCERTAIN = "?"
    APPROXIMATE = "~"
    BOTH = "%"


class Calendar(Struct, frozen=True):
    """A year, a month or season, or a day; with `X` for unspecified digits."""

    year: str
    """Four digits, perhaps after a minus sign."""
    month: str = ""
    """Two digits: a month 01 to 12, a season 21 to 41, or empty."""
    day: str = ""
    marks: tuple[Mark, Mark, Mark] = (Mark.NONE, Mark.NONE, Mark.NONE)
    """What qualifies year, month and day, however it was written."""

    @property
    def season(self) -> int:
        """The season's number, 21 to 41; 0 where it has none."""
        return int(self.month) if self.month >= str(SEASONS_FROM) and "X" not in self.month else 0


class LongYear(Struct, frozen=True):
    """A year with `Y`, or with significant digits."""

    year: int
    significant: int = 0
    """How many digits of the year are significant; 0 where that is not said."""
    mark: Mark = Mark.NONE


class Moment(Struct, frozen=True):
    """A time of a day, to the minute or the second."""

    year: int
    month: int
    day: int
    second: int
    """Seconds since midnight."""
    seconds_given: bool = False
    offset: int | None = None
    """Seconds ahead of UTC; `None` is local to the site's zone."""


Point = Calendar | LongYear | Moment


class Gap(StrEnum):
    """An end of an interval that is no date."""

    OPEN = ".."
    UNKNOWN = ""


class Interval(Struct, frozen=True):
    """From one date to another; at most one of them is a gap."""

    start: Point | Gap
    end: Point | Gap


class Range(Struct, frozen=True):
    """A member of a set: all from one date to another; `None` is open."""

    start: Point | None
    end: Point | None


class Members(Struct, frozen=True):
    """A set: one of its members, or all of them."""

    every: bool
    """Whether all members are meant, `{…}`, not one of them, `[…]`."""
    members: tuple[Point | Range, ...]


Expression = Point | Interval | Members
