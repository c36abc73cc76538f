"""Two instants that lie exactly a duration apart, and what is known of the one once something is known of the other.

Months differ in length and clocks are put forward and back, so "q is p plus P1M" has two readings that part at the
end of a month (31 January plus a month is 28 February, 28 February less a month 28 January). Both are allowed here, and
so is all that lies between them: nothing possible is excluded, though near such days more may be left than an author
would say. Elsewhere, and for hours, minutes and seconds always, the outcome is exact.
"""

from collections.abc import Callable

from msgspec import Struct

from dateline.dates.duration import Duration
from dateline.dates.instants import DAY, HOUR, MINUTE
from dateline.dates.moving import shifted

_YEAR_MONTHS = 12
_CYCLE_DAYS, _CYCLE_MONTHS = 146_097, 4_800
"""The Gregorian calendar repeats after so many days, which are so many months."""
_UNEVEN = 8
"""Days by which months may be longer or shorter than on average: 4.4 by the calendar, 3 where a month ends."""
_CLOCK_CHANGE = 3 * HOUR
"""More than clocks are ever put forward or back at once, but for the few days that the Pacific skipped or repeated."""
_WIDEST = 1 << 25
"""Seconds beyond which the two readings never part, and nothing is looked for."""


class Spacing(Struct, frozen=True):
    """The earlier instant plus `by` is the later one."""

    by: Duration
    zone: str
    pairs: tuple[tuple[int, int], ...] = ()
    """Earlier and later instants that belong together whatever the calendar says.

    The bounds of a date and of the date moved: a month moved is the whole next month, however long.
    """

    def least(self, sign: int, at: int, than: int | None) -> int | None:
        """The least that the later (`sign` 1) or the earlier one (-1) can be if the other is `at` or more.

        `None` where that is seen not to be more than `than`.
        """
        caps = [there for here, there in self._pairs(sign) if at <= here]
        if not caps:
            return self._least(sign, at)
        cap = min(caps)
        return None if than is not None and cap <= than else min(cap, self._least(sign, at))

    def most(self, sign: int, at: int, than: int | None) -> int | None:
        """The most that the later (`sign` 1) or the earlier one (-1) can be if the other is `at` or less.

        `None` where that is seen not to be less than `than`.
        """
        caps = [there for here, there in self._pairs(sign) if at >= here]
        if not caps:
            return self._most(sign, at)
        cap = max(caps)
        return None if than is not None and cap >= than else max(cap, self._most(sign, at))

    def _pairs(self, sign: int) -> tuple[tuple[int, int], ...]:
        return self.pairs if sign > 0 else tuple((later, earlier) for earlier, later in self.pairs)

    def _least(self, sign: int, at: int) -> int:
        if not _by_calendar(self.by):
            return at + sign * _clock_seconds(self.by)
        first = shifted(at, self.by, sign, self.zone, "earliest")
        # The other reading: from which instants on does the way back lead to `at` or more?
        return _border(first, -1, lambda one: shifted(one, self.by, -sign, self.zone, "latest") >= at)

    def _most(self, sign: int, at: int) -> int:
        if not _by_calendar(self.by):
            return at + sign * _clock_seconds(self.by)
        last = shifted(at, self.by, sign, self.zone, "latest")
        return _border(last, 1, lambda one: shifted(one, self.by, -sign, self.zone, "earliest") <= at)

    @property
    def nominal(self) -> tuple[int, int]:
        """The least and the most seconds that can lie between the two, wherever in time they are."""
        months = self.by.years * _YEAR_MONTHS + self.by.months
        uneven = _UNEVEN * DAY if months else 0
        change = _CLOCK_CHANGE if _by_calendar(self.by) else 0
        middle = months * _CYCLE_DAYS * DAY // _CYCLE_MONTHS + self.by.days * DAY + _clock_seconds(self.by)
        return max(0, middle - uneven - change), middle + uneven + change


def _by_calendar(by: Duration) -> bool:
    return bool(by.years or by.months or by.days)


def _clock_seconds(by: Duration) -> int:
    return by.hours * HOUR + by.minutes * MINUTE + by.seconds


def _border(start: int, direction: int, holds: Callable[[int], bool]) -> int:
    """The last instant from `start` on in a direction up to which `holds` is true; `start` where it is never."""
    if not holds(start + direction):
        return start
    border, stride = start + direction, 1
    while stride < _WIDEST and holds(border + direction * stride):
        border += direction * stride
        stride *= 2
    while stride := stride // 2:
        if holds(border + direction * stride):
            border += direction * stride
    return border
