"""The axis: lines and words for the units of time, the smaller ones and above them the larger ones."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from dateline.dates.gregorian import civil_from_days, days_from_civil, month_after, month_length
from dateline.dates.instants import DAY, HOUR, MINUTE, Local, day_start, instant_of, local_at
from dateline.pages.drawing.drawn import Gap, Tick
from dateline.pages.drawing.labels import NARROWEST
from dateline.pages.drawing.letters import isolated, width
from dateline.pages.drawing.scale import Scale, Segment

LETTERS = 11
"""The size of the axis' letters, in CSS pixels."""
OFF = 4
"""By how many pixels words stand right of their line."""
BETWEEN = 8
"""The room between neighbouring words, in pixels of the narrowest drawing."""
CLOSEST = 38
"""The least distance of neighbouring lines, in pixels of the narrowest drawing."""
CLOSEST_SMALL = 100
"""Likewise in a small drawing, which says no more than it needs."""

_MONTH, _YEAR = 30.436875 * DAY, 365.2425 * DAY
_STEPS: tuple[tuple[str, float, tuple[int, ...]], ...] = (
    ("second", 1, (1, 5, 15, 30)),
    ("minute", MINUTE, (1, 5, 15, 30)),
    ("hour", HOUR, (1, 3, 6, 12)),
    ("day", DAY, (1, 2, 5, 10)),
    ("month", _MONTH, (1, 3, 6)),
    ("year", _YEAR, tuple(digit * 10**power for power in range(11) for digit in (1, 2, 5))),
)
_ABOVE = {"second": "day", "minute": "day", "hour": "day", "day": "month", "month": "year", "year": ""}
_SECONDS = {"second": 1, "minute": MINUTE, "hour": HOUR}


class Axis(Struct, frozen=True):
    """Lines and words."""

    ticks: tuple[Tick, ...]
    eras: tuple[Tick, ...]
    gaps: tuple[Gap, ...]


class Axes:
    """What makes the axis of a drawing: a zone's clocks and a language's words."""

    def __init__(self, zone: str, language: str, finest: float, closest: float = CLOSEST) -> None:
        """For events of which none is known more finely than to so many seconds; lines stand `closest` or further."""
        self.zone = zone
        self.finest = finest
        self.closest = closest
        self.language = language

    def axis(self, scale: Scale) -> Axis:
        """The axis of a scale."""
        ticks: list[Tick] = []
        eras: list[Tick] = []
        for segment in scale.segments:
            unit, step = self._step(segment)
            starts = list(self._starts(unit, step, segment))
            ticks += self._worded(starts, unit, segment, scale)
            if _ABOVE[unit]:
                eras += self._eras(_ABOVE[unit], segment, scale)
        gaps = tuple(
            Gap(one.x, one.width, isolated("≈ " + _length(one.last - one.first, self.language))) for one in scale.breaks
        )
        return Axis(tuple(ticks), tuple(eras), gaps)

    def _step(self, segment: Segment) -> tuple[str, int]:
        """The smallest unit whose words have room."""
        pixels = segment.width / 100 * NARROWEST / (segment.last - segment.first)
        for unit, seconds, steps in _STEPS:
            if seconds < self.finest and unit != "year":
                continue
            need = max(self._widest(unit, segment) + OFF + BETWEEN, self.closest)
            for step in steps:
                if pixels * seconds * step >= need:
                    return unit, step
        return "year", _STEPS[-1][2][-1]

    def _widest(self, unit: str, segment: Segment) -> float:
        if unit == "year":
            ends = (local_at(at, self.zone) for at in (segment.first, segment.last))
            return max(width(_words(unit, at, self.language), LETTERS) for at in ends)
        return _widest(unit, self.language)

    def _starts(self, unit: str, step: int, segment: Segment) -> Iterator[tuple[int, Local]]:
        """The beginnings of the units within a segment."""
        ways = {"year": self._years, "month": self._months, "day": self._days}
        found = ways[unit](step, segment) if unit in ways else self._times(_SECONDS[unit] * step, segment)
        return ((at, local) for at, local in found if segment.first <= at < segment.last)

    def _times(self, step: int, segment: Segment) -> Iterator[tuple[int, Local]]:
        at = segment.first
        while at < segment.last:
            local = local_at(at, self.zone)
            day = Local(local.year, local.month, local.day)
            second = -(-local.second // step) * step
            if second >= DAY:
                days = days_from_civil(day.year, day.month, day.day) + 1
                at, local = day_start(days, self.zone), Local(*civil_from_days(days))
            else:
                local = Local(day.year, day.month, day.day, second)
                at = max(instant_of(local, self.zone), at)
            yield at, local
            at += max(step // 2, 1)  # never past the next one, however the clocks change

    def _days(self, step: int, segment: Segment) -> Iterator[tuple[int, Local]]:
        one = local_at(segment.first, self.zone)
        days = days_from_civil(one.year, one.month, one.day)
        while (at := day_start(days, self.zone)) < segment.last:
            local = Local(*civil_from_days(days))
            if _is_day_of_step(local, step):
                yield at, local
            days += 1

    def _months(self, step: int, segment: Segment) -> Iterator[tuple[int, Local]]:
        one = local_at(segment.first, self.zone)
        months = (one.year * 12 + one.month - 1) // step * step
        while (at := instant_of(local := Local(*month_after(0, 1, months), 1), self.zone)) < segment.last:
            yield at, local
            months += step

    def _years(self, step: int, segment: Segment) -> Iterator[tuple[int, Local]]:
        count = local_at(segment.first, self.zone).year // step - 1
        while (at := instant_of(local := Local(_round_year(count, step), 1, 1), self.zone)) < segment.last:
            yield at, local
            count += 1

    def _worded(self, starts: Sequence[tuple[int, Local]], unit: str, segment: Segment, scale: Scale) -> Iterator[Tick]:
        """Lines, with words where these have room."""
        free, end = 0.0, (segment.x + segment.width) * NARROWEST / 100
        for at, local in starts:
            x = scale.percent(at)
            label = isolated(_words(unit, local, self.language))
            left = x * NARROWEST / 100 + OFF
            right = left + width(label, LETTERS)
            fits = left >= free and right <= end
            if fits:
                free = right + BETWEEN
            yield Tick(x, label if fits else "")

    def _eras(self, unit: str, segment: Segment, scale: Scale) -> Iterator[Tick]:
        """The larger unit at the left end and where it changes, each in its longest words that have room."""
        changes = [(scale.percent(at), local) for at, local in self._starts(unit, 1, segment)]
        if not changes or changes[0][0] > segment.x:
            changes.insert(0, (segment.x, local_at(segment.first, self.zone)))
        ends = [x for x, _ in changes[1:]] + [segment.x + segment.width]
        free = segment.x
        for (x, local), end in zip(changes, ends, strict=True):
            room = (end - x) * NARROWEST / 100 - OFF
            fitting = (words for words in _era(unit, local, self.language) if width(words, LETTERS) + BETWEEN <= room)
            label = next(fitting, "") if x >= free else ""
            yield Tick(x, isolated(label))


# The words: pure functions of small values, remembered since many drawings have the same days and months.


@lru_cache(maxsize=64)
def _widest(unit: str, language: str) -> float:
    """How wide a unit below a year is at most, in pixels."""
    samples = [Local(0, month, 1) for month in range(1, 13)]
    samples = samples if unit == "month" else [Local(2000, 1, 30, 20 * HOUR + 20 * MINUTE)]
    return max(width(_words(unit, at, language), LETTERS) for at in samples)


@lru_cache(maxsize=4096)
def _words(unit: str, at: Local, language: str) -> str:
    """A unit as a line says it: `2025`, `Sept`, `11`, `10:30`."""
    from dateline.dates import ticking  # noqa: PLC0415 - Babel is slow to load
    from dateline.dates.tongue import tongue  # noqa: PLC0415 - as above

    if unit == "year":
        return ticking.year(at.year, tongue(language))
    if unit == "month":
        return ticking.month(at.month, tongue(language))
    return str(at.day) if unit == "day" else ticking.clock(at.second, tongue(language), seconds=unit == "second")


@lru_cache(maxsize=4096)
def _era(unit: str, at: Local, language: str) -> tuple[str, ...]:
    """A larger unit, in its longest words and in shorter ones."""
    from dateline.dates import ticking  # noqa: PLC0415 - Babel is slow to load
    from dateline.dates.tongue import tongue  # noqa: PLC0415 - as above

    if unit == "day":
        return ticking.day(at, tongue(language))
    return ticking.month_of_year(at, tongue(language)) if unit == "month" else (_words(unit, at, language),)


def _length(seconds: int, language: str) -> str:
    from dateline.dates import ticking  # noqa: PLC0415 - Babel is slow to load
    from dateline.dates.tongue import tongue  # noqa: PLC0415 - as above

    return ticking.length(seconds, tongue(language))


def _is_day_of_step(at: Local, step: int) -> bool:
    """Whether a day of a month has a line: the first, and round ones that are not too close to the next first."""
    if at.day == 1 or step == 1:
        return True
    left = month_length(at.year, at.month) + 1 - at.day
    of_step = at.day % step == (1 if step == 2 else 0)  # noqa: PLR2004 - every second one: odd ones
    return of_step and left >= step * 0.6 + (step == 2)  # noqa: PLR2004


def _round_year(count: int, step: int) -> int:
    """A year whose number is round as it is said: 100 BCE is the year -99; between the eras stands the year 1."""
    if step == 1 or count > 0:
        return count * step
    return 1 if count == 0 else count * step + 1
