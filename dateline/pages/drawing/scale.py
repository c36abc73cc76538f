"""Where an instant stands: a scale of one stretch of time, or of several with breaks between them.

Within a stretch the scale is linear. A long time in which nothing begins or ends is left out at a break, so that what
lies years before does not squeeze the story to one end; positions stay in order and without a jump all along.
"""

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from msgspec import Struct

from dateline.dates.instants import HOUR, MINUTE

BREAK = 3.0
"""The width of a break, in percent of the drawing."""
NARROWEST = 13.0
"""The width of a stretch, in percent, at least."""
MOST_BREAKS = 3
_LONG = 0.4
"""A gap that takes so much of a stretch squeezes what stands beside it…"""
_SQUEEZED = 3
"""… where so many events stand there…"""
_CLOSE = 0.35
"""… within so much of the stretch."""
_NOTABLE, _CROWDED, _CROWDED_WITHIN = 0.15, 4, 0.12
"""A shorter gap does so where more events stand in much less."""
_INNER = 0.05
"""The room before and after the events of a segment, as a part of its length."""
_ALONE = 6 * HOUR
"""The room before and after a single event, at least."""


class Stretch(Struct, frozen=True, order=True):
    """Time that an event takes, from its first to its last second."""

    first: int
    last: int


class Segment(Struct, frozen=True):
    """A part of the scale: from which to which instant, and where it stands in percent."""

    first: int
    last: int
    x: float
    width: float


_first = attrgetter("first")


class Scale(Struct, frozen=True):
    """Instants to percent."""

    segments: tuple[Segment, ...]

    @property
    def first(self) -> int:
        """The instant at the left end."""
        return self.segments[0].first

    @property
    def last(self) -> int:
        """The instant at the right end."""
        return self.segments[-1].last

    def percent(self, instant: int) -> float:
        """Where an instant stands, 0 to 100; what lies outside stands at the end that is nearer to it."""
        number = bisect_right(self.segments, instant, key=_first) - 1
        if number < 0:
            return 0.0
        here = self.segments[number]
        if instant <= here.last:
            return _between(instant, here.first, here.last, here.x, here.x + here.width)
        if number + 1 == len(self.segments):
            return 100.0
        after = self.segments[number + 1]
        return _between(instant, here.last, after.first, here.x + here.width, after.x)

    @property
    def breaks(self) -> tuple[Segment, ...]:
        """The times left out, and where their breaks stand."""
        return tuple(
            Segment(one.last, two.first, one.x + one.width, two.x - one.x - one.width)
            for one, two in zip(self.segments, self.segments[1:], strict=False)
        )


def _between(instant: int, first: int, last: int, low: float, high: float) -> float:
    return round(low + (high - low) * ((instant - first) / (last - first)), 2)


def whole(first: int, last: int) -> Scale:
    """The scale from one instant to another, without breaks."""
    return Scale((Segment(first, max(last, first + 1), 0.0, 100.0),))


def around(one: Stretch, room: float) -> Scale:
    """The scale for a single event, with so many times its length before and after it."""
    beside = max(int((one.last - one.first) * room), _ALONE)
    return whole(one.first - beside, one.last + 1 + beside)


def scale(stretches: Sequence[Stretch], margins: tuple[float, float] = (0, 0), most_breaks: int = MOST_BREAKS) -> Scale:
    """The scale for events that take these stretches of time (at least one), with room at both ends.

    `margins` is the least room before and after, as parts of the outermost segments.
    """
    parts = _parted(_clustered(stretches), most_breaks)
    widths = _widths([sum(one.count for one in part) for part in parts])
    ranges = _ranges(parts, margins)
    segments, x = [], 0.0
    for (first, last), width in zip(ranges, widths, strict=True):
        segments.append(Segment(first, last, round(x, 2), width))
        x += width + BREAK
    return Scale(tuple(segments))


class _Cluster(Struct, frozen=True):
    """Events whose times meet."""

    first: int
    last: int
    count: int


_Part = tuple[_Cluster, ...]


def _clustered(stretches: Sequence[Stretch]) -> _Part:
    found: list[_Cluster] = []
    for one in sorted(stretches):
        if found and one.first <= found[-1].last + 1:
            old = found[-1]
            found[-1] = _Cluster(old.first, max(old.last, one.last), old.count + 1)
        else:
            found.append(_Cluster(one.first, one.last, 1))
    return tuple(found)


def _parted(clusters: _Part, most_breaks: int) -> list[_Part]:
    """The stretches of time that are left when the longest gaps are left out."""
    parts = [clusters]
    for _ in range(most_breaks):
        cuts = [
            (_gap(part, place) / _length(part), -number, place)
            for number, part in enumerate(parts)
            for place in _cuttable(part)
        ]
        if not cuts:
            break
        _, number, place = max(cuts)
        part = parts[-number]
        parts[-number : -number + 1] = [part[:place], part[place:]]
    return parts


def _cuttable(part: _Part) -> list[int]:
    """The gaps that squeeze what stands beside them, each by the cluster that follows it."""
    whole, found = _length(part), []
    counts = [0]
    for one in part:
        counts.append(counts[-1] + one.count)
    for place in range(1, len(part)):
        gap = _gap(part, place)
        if gap < _NOTABLE * whole:
            continue
        sides = (
            (counts[place], part[place - 1].last - part[0].first),
            (counts[-1] - counts[place], part[-1].last - part[place].first),
        )
        if any(_is_squeezed(gap / whole, count, length / whole) for count, length in sides):
            found.append(place)
    return found


def _is_squeezed(gap: float, count: int, length: float) -> bool:
    """Whether so many events stand too close, beside a gap; gap and length as shares of the whole."""
    close = count >= _SQUEEZED and gap >= _LONG and length <= _CLOSE
    return close or (count >= _CROWDED and length <= _CROWDED_WITHIN and gap >= 2 * length)


def _gap(part: _Part, place: int) -> int:
    return part[place].first - part[place - 1].last


def _length(part: _Part) -> int:
    return max(part[-1].last - part[0].first, 1)


def _widths(counts: Sequence[int]) -> list[float]:
    """How wide each segment is: the wider, the more events stand in it."""
    room = 100 - BREAK * (len(counts) - 1)
    spare = room - NARROWEST * len(counts)
    widths = [round(NARROWEST + spare * count / sum(counts), 2) for count in counts]
    widths[-1] = round(room - sum(widths[:-1]), 2)
    return widths


def _ranges(parts: Sequence[_Part], margins: tuple[float, float]) -> list[tuple[int, int]]:
    """From where to where each segment reaches: a little more than its events take, and never into another."""
    found = []
    for number, part in enumerate(parts):
        length = _length(part)
        room = max(int(length * _INNER), MINUTE)
        before = max(room, int(length * margins[0])) if number == 0 else room
        after = max(room, int(length * margins[1])) if number == len(parts) - 1 else room
        if number > 0:
            before = min(before, (part[0].first - parts[number - 1][-1].last) // 4)
        if number < len(parts) - 1:
            after = min(after, (parts[number + 1][0].first - part[-1].last) // 4)
        found.append((part[0].first - before, part[-1].last + 1 + after))
    return found
