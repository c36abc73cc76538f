"""Which events are drawn, on which scale, and which of them stand behind the others."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from dateline.dates.date import Bounds, Date, Precision
from dateline.dates.instants import DAY, MINUTE
from dateline.model.names import Key
from dateline.pages.drawing.scale import Scale, Stretch, around, scale, whole
from dateline.pages.drawing.shapes import opened, reach
from dateline.pages.wording import Wording
from dateline.story import Story

BACKGROUND = 1 / 3
"""A period in the background that is longer than so much of the story stands behind it."""
MOST_BACKGROUNDS = 3
"""So many of them at most, the longest; where more lie over one another, none is seen."""
AROUND, AROUND_LASTING = 18, 0.6
"""A single event has so many times its own time around it, and one that lasted so much of it."""
OPEN_MARGIN = 0.12
"""The room that is left for what is open at one end, as a part of the scale there."""
_MONTH, _YEAR = 28 * DAY, 365 * DAY
_UNITS = {Precision.SECOND: 1, Precision.MINUTE: MINUTE, Precision.DAY: DAY, Precision.SET: DAY,
          Precision.MONTH: _MONTH, Precision.SEASON: _MONTH}  # fmt: skip


class Request(Struct, frozen=True):
    """What is to be drawn."""

    story: Story
    keys: tuple[Key, ...]
    root: str
    words: Wording
    most: int
    """So many events are drawn…"""
    labels: int
    """… and so many have a label."""
    facets: Mapping[Key, str] = MappingProxyType({})
    first: int | None = None
    last: int | None = None
    small: bool = False
    here: Key | None = None


def is_undated(bounds: Bounds) -> bool:
    """Whether it is open on both sides, so that it cannot be drawn."""
    return bounds.earliest is None and bounds.latest is None


def drawable(request: Request) -> list[Key]:
    """The events that can be drawn: those with a bound that are not wholly outside what is asked for."""
    bounds = request.story.chronology.bounds
    return [key for key in request.keys if not is_undated(bounds[key.id]) and _is_inside(bounds[key.id], request)]


def _is_inside(bounds: Bounds, request: Request) -> bool:
    before = request.first is not None and bounds.latest is not None and bounds.latest < request.first
    return not before and (request.last is None or bounds.earliest is None or bounds.earliest <= request.last)


def most_important(request: Request, keys: Sequence[Key], most: int) -> frozenset[Key]:
    """The `most` important of these events, the earlier first; above all the one that the page is about."""
    if len(keys) <= most:
        return frozenset(keys)
    ranked = sorted(keys, key=lambda key: (key != request.here, -request.story.event(key).importance))
    return frozenset(ranked[:most])


def backgrounds(story: Story, keys: Sequence[Key]) -> frozenset[Key]:
    """Long periods that are only background to the others."""
    bounds, dates = story.chronology.bounds, story.chronology.dates
    periods = [
        key for key in keys if story.event(key).importance == 1 and dates[key.id].precision is Precision.INTERVAL
    ]
    others = [key for key in keys if key not in frozenset(periods)]
    main = [key for key in others if story.event(key).importance > 1] or others
    if not main:
        return frozenset()
    ends = [one for key in main for one in (bounds[key.id].earliest, bounds[key.id].latest) if one is not None]
    span = max(ends) - min(ends)
    lengths = {key: _length(bounds[key.id], max(ends), min(ends)) for key in periods}
    longest = sorted(periods, key=lambda key: -lengths[key])[:MOST_BACKGROUNDS]
    return frozenset(key for key in longest if lengths[key] > span * BACKGROUND)


def _length(bounds: Bounds, last: int, first: int) -> int:
    end = last if bounds.latest is None else bounds.latest
    return end - (first if bounds.earliest is None else bounds.earliest)


def scale_of(request: Request, keys: Sequence[Key]) -> Scale:
    """The scale on which these events stand."""
    chronology = request.story.chronology
    pairs = [(chronology.dates[key.id], chronology.bounds[key.id]) for key in keys]
    stretches = [one for date, bounds in pairs for one in _stretches(date, bounds)]
    if request.first is not None or request.last is not None:
        first = min(one.first for one in stretches) if request.first is None else request.first
        return whole(first, max(one.last for one in stretches) if request.last is None else request.last)
    if len(stretches) == 1:
        lasting = pairs[0][0].precision is Precision.INTERVAL
        return around(stretches[0], AROUND_LASTING if lasting else AROUND)
    before, after = (OPEN_MARGIN if any(_is_open(bounds, end) for _, bounds in pairs) else 0 for end in (0, 1))
    return scale(stretches, (before, after))


def _is_open(bounds: Bounds, end: int) -> bool:
    return (bounds.earliest, bounds.latest)[end] is None


def _stretches(date: Date, bounds: Bounds) -> list[Stretch]:
    """The time that an event surely takes up in the drawing: of an open one only its ends."""
    first, last = reach(date, bounds)
    if first is None or last is None or opened(date, bounds):
        return [Stretch(one, one) for one in (first, last) if one is not None]
    return [Stretch(first, last)]


def finest(dates: Sequence[Date]) -> float:
    """In seconds, how finely the best known date is known: no axis has smaller units."""
    return min(_unit(date) for date in dates)


def _unit(date: Date) -> float:
    if date.precision is not Precision.INTERVAL:
        return _UNITS.get(date.precision, _YEAR)
    stated = date.stated
    doubts = [
        until - since + 1
        for since, until in ((stated.earliest, stated.start_latest), (stated.end_earliest, stated.latest))
        if since is not None and until is not None
    ]
    least = min(doubts, default=DAY)
    return next((unit for unit in (1, MINUTE, DAY, _MONTH) if least <= unit * 1.2), _YEAR)
