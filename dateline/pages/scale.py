"""The drawn timeline: where each event stands on a scale, in percent of its width.

A vague date is never drawn as a point: what a bar shows is what is known. Positions are percentages, so that the
drawing stretches to any width while its letters keep their size; heights are CSS pixels.
"""

from collections.abc import Sequence

from msgspec import Struct

from dateline.dates.date import Bounds, Date, Precision
from dateline.dates.edtf import parse
from dateline.dates.gregorian import civil_from_days, days_from_civil, month_after
from dateline.dates.instants import DAY, Local, day_start, instant_of, local_at
from dateline.dates.words import words as date_words
from dateline.model.names import Key
from dateline.pages.frame import Lead
from dateline.pages.pieces import lead
from dateline.story import Story

LANE = 26
"""The height of a lane."""
TOP = 30
"""The height of the axis above the lanes."""
NARROWEST = 640
"""The width in CSS pixels at which labels must not touch."""
LETTER = 6.9
"""The usual width of a letter of a label, in CSS pixels."""
LONGEST_LABEL = 34
MOST = 400
"""So many events at most are drawn; a longer list is the list's."""
TICKS = 9


class Bar(Struct, frozen=True):
    """An event on the scale."""

    id: str
    lead: Lead
    label: str
    shape: str
    """`point`, `soft`, `span`, `frame`, `about`, `open-start` or `open-end`: a class for the style."""
    x: float
    width: float
    middle: float
    y: int
    label_x: float
    label_dx: int
    """By how many pixels the label stands off."""
    label_end: bool
    """Whether the label ends at its place instead of beginning there."""
    title: str
    """Title and date in words."""


class Tick(Struct, frozen=True):
    """A line of the axis, and its words."""

    x: float
    label: str


class Drawing(Struct, frozen=True):
    """A drawn timeline."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    height: int
    shapes: tuple[str, ...]
    """The shapes that occur, for the key."""
    undated: tuple[Lead, ...]


class _Range(Struct, frozen=True):
    """What the width of the drawing stands for."""

    first: int
    last: int

    def percent(self, instant: int) -> float:
        share = (instant - self.first) / (self.last - self.first)
        return round(min(max(share, 0.0), 1.0) * 100, 3)


def drawing(story: Story, keys: Sequence[Key], root: str) -> Drawing | None:
    """The drawing of these events, given in order; `None` where there is nothing to draw."""
    bounds = story.chronology.bounds
    drawn = [key for key in keys if not _is_open(bounds[key.id])][:MOST]
    if not drawn:
        return None
    reach = _range([bounds[key.id] for key in drawn])
    ends: list[float] = []
    bars = tuple(_bar(story, key, root, reach, ends) for key in drawn)
    undated = tuple(lead(story, key, root) for key in keys if _is_open(bounds[key.id]))
    ticks = _ticks(reach, story.settings.timezone, story.settings.language)
    shapes = tuple(sorted({"open" if bar.shape.startswith("open") else bar.shape for bar in bars}))
    return Drawing(bars, ticks, TOP + LANE * len(ends) + LANE // 2, shapes, undated)


def small_drawing(story: Story, keys: Sequence[Key], root: str, here: Key | None = None) -> Drawing | None:
    """A drawing to stand beside other things: of few events, `here` among them the one that the page is about."""
    return drawing(story, keys, root) if here is None or here in keys else None


def _is_open(bounds: Bounds) -> bool:
    return bounds.earliest is None and bounds.latest is None


def _range(all_bounds: Sequence[Bounds]) -> _Range:
    known = [one for bounds in all_bounds for one in (bounds.earliest, bounds.latest) if one is not None]
    first, last = min(known), max(known)
    margin = max((last - first) // 25, DAY)
    return _Range(first - margin, last + margin)


def shape(date: Date, bounds: Bounds) -> str:
    """How a date is drawn."""
    within = date.precision is not Precision.INTERVAL  # relations bound an open interval, but do not close it
    if bounds.earliest is None or (date.stated.earliest is None and not within):
        return "open-start"
    if bounds.latest is None or (date.stated.latest is None and not within):
        return "open-end"
    if date.approximate:
        return "about"
    if date.precision in {Precision.DAY, Precision.MINUTE, Precision.SECOND}:
        return "point"
    return {Precision.INTERVAL: "span", Precision.SET: "frame"}.get(date.precision, "soft")


def _bar(story: Story, key: Key, root: str, reach: _Range, ends: list[float]) -> Bar:
    date, bounds = story.chronology.dates[key.id], story.chronology.bounds[key.id]
    made = lead(story, key, root)
    said = date_words(date, story.settings.language, story.settings.timezone)
    first = reach.percent(reach.first if bounds.earliest is None else bounds.earliest)
    last = reach.percent(reach.last if bounds.latest is None else bounds.latest)
    label = made.title if len(made.title) <= LONGEST_LABEL else made.title[: LONGEST_LABEL - 1].rstrip() + "…"
    label += "?" if date.uncertain else ""
    needed = (len(label) * LETTER + 14) / NARROWEST * 100
    to_left = last + needed > 100 and first - needed >= 0  # noqa: PLR2004 - percent
    inside = last + needed > 100 and not to_left  # noqa: PLR2004 - percent
    start, end = (first - needed, last) if to_left else (first, max(last, first + needed) if inside else last + needed)
    lane = _lane(ends, start, end)
    look = shape(date, bounds)
    label_x, offset = (first, -10) if to_left else (first, 8) if inside else (last, 10)
    return Bar(
        id=key.id,
        lead=made,
        label=label,
        shape=look,
        x=first,
        width=round(max(last - first, 0.0), 3),
        middle=round((first + last) / 2, 3),
        y=TOP + lane * LANE,
        label_x=label_x,
        label_dx=offset,
        label_end=to_left,
        title=f"{made.title}, {said}",
    )


def _lane(ends: list[float], start: float, end: float) -> int:
    """The first lane that is free from `start` on; a new one where none is."""
    for number, taken in enumerate(ends):
        if taken + 1 <= start:
            ends[number] = end
            return number
    ends.append(end)
    return len(ends) - 1


_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 300, 600, 1_200, 6_000, 12_000, 24_000, 120_000)
_DAYS = (1, 2, 5, 10)
_MONTH = 31 * DAY


def _ticks(reach: _Range, zone: str, language: str) -> tuple[Tick, ...]:
    """The axis: days for a short stretch, else months, years or more, at most `TICKS`."""
    length = reach.last - reach.first
    if length < 2 * _MONTH:
        step = next((days for days in _DAYS if length / DAY / days <= TICKS), 10)
        return _day_ticks(reach, step, zone, language)
    months = next((step for step in _STEPS if length / (step * 30.4 * DAY) <= TICKS), 0)
    return _month_ticks(reach, months or length // (TICKS * 30 * DAY) // 12_000 * 12_000, zone, language)


def _day_ticks(reach: _Range, step: int, zone: str, language: str) -> tuple[Tick, ...]:
    found: list[Tick] = []
    first, last = (local_at(one, zone) for one in (reach.first, reach.last))
    days = range(
        days_from_civil(first.year, first.month, first.day), days_from_civil(last.year, last.month, last.day) + 1
    )
    for day in days:
        year, month, number = civil_from_days(day)
        at = day_start(day, zone)
        if at >= reach.first and (number - 1) % step == 0:
            found.append(Tick(reach.percent(at), _label(f"{_year(year)}-{month:02}-{number:02}", language, zone)))
    return tuple(found)


def _month_ticks(reach: _Range, step: int, zone: str, language: str) -> tuple[Tick, ...]:
    found: list[Tick] = []
    start = local_at(reach.first, zone)
    months = (start.year * 12 + start.month - 1) // step * step
    while True:
        year, month = month_after(0, 1, months)
        at = instant_of(Local(year, month, 1), zone)
        if at > reach.last:
            return tuple(found)
        if at >= reach.first:
            written = _year(year) if step % 12 == 0 else f"{_year(year)}-{month:02}"
            found.append(Tick(reach.percent(at), _label(written, language, zone)))
        months += step


def _year(year: int) -> str:
    return f"Y{year}" if abs(year) > 9999 else f"{'-' if year < 0 else ''}{abs(year):04}"  # noqa: PLR2004


def _label(edtf: str, language: str, zone: str) -> str:
    date = parse(edtf, zone)
    return date_words(date, language, zone) if isinstance(date, Date) else edtf
