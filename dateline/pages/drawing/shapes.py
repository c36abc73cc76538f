"""How a date is drawn: never more exactly than it is known.

What is known only to lie within a day is a dot as long as a day is narrow; where a day is wide it is a bar that fades
at both ends, as a month or a year is everywhere.
"""

from collections.abc import Sequence

from msgspec import Struct

from dateline.dates.date import Bounds, Date, Precision
from dateline.dates.expression import Members, Point
from dateline.dates.extent import extent
from dateline.dates.grammar import read
from dateline.dates.instants import DAY, HOUR
from dateline.pages.drawing.drawn import Shape
from dateline.pages.drawing.scale import Scale

DOT = 3.0
"""A day, a minute or a second narrower than this, in percent, is a dot."""
THIN = 2.0
"""What is narrower than this, in percent, has no room for fades: its edges are blurred instead."""
LEAST = 0.4
"""The width of a bar, in percent, at least."""
MOST_MEMBERS = 16
"""A set of more members is drawn from its first to its last."""
_EXACT = frozenset({Precision.DAY, Precision.MINUTE, Precision.SECOND})
_HARDLY = 1.5
"""Doubt about an end narrower than this, in percent, is not seen."""


_OVERLAP = 0.1
"""Parts of a bar overlap by so much, in percent, lest a gap shows between them."""


class Sign(Struct, frozen=True):
    """How an event is drawn."""

    name: str
    """What the key calls it: `point`, `soft`, `span`, `ends`, `frame`, `days`, `all`, `about` or `open`."""
    shapes: tuple[Shape, ...]
    first: float
    """Where it begins, in percent."""
    last: float

    @property
    def is_dot(self) -> bool:
        """Whether it is one dot."""
        return len(self.shapes) == 1 and self.shapes[0].kind == "dot"

    @property
    def middle(self) -> float:
        """Its middle, in percent."""
        return round((self.first + self.last) / 2, 2)


def sign(date: Date, bounds: Bounds, scale: Scale, zone: str) -> Sign:
    """How a date is drawn, of which the relations leave these bounds: at least one of them is not open."""
    members = _members(date, bounds, zone)
    if members:
        return _set_of(members, scale, every=date.edtf.lstrip().startswith("{"))
    first, last = reach(date, bounds)
    x = 0.0 if first is None else scale.percent(first)
    end = 100.0 if last is None else scale.percent(last + 1)
    fade = opened(date, bounds)
    if fade:
        return _open(date, fade, x, end)
    if date.precision in _EXACT and end - x < DOT:
        middle = round((x + end) / 2, 2)
        name = "about" if date.approximate else "point"
        return Sign(name, (Shape("dot", middle, fade="about" if date.approximate else ""),), middle, middle)
    made = _closed(date, bounds, scale, x, end)
    on = _beyond(first, last, scale)
    return Sign(made.name, made.shapes + on, made.first, made.last) if on else made


def reach(date: Date, bounds: Bounds) -> tuple[int | None, int | None]:
    """From when to when an event is drawn.

    About a time: half a unit further than it says, as far as no relation cuts it.
    """
    first, last = bounds.earliest, bounds.latest
    if not date.approximate or first is None or last is None:
        return first, last
    stated, slack = date.stated, date.slack
    if first == stated.earliest and slack.earliest is not None:
        first -= (first - slack.earliest) // 2
    if last == stated.latest and slack.latest is not None:
        last += (slack.latest - last) // 2
    return first, last


def opened(date: Date, bounds: Bounds) -> str:
    """The fade of what is open at one end, where nothing but a relation, or nothing at all, bounds it; else empty."""
    within = date.precision is not Precision.INTERVAL  # relations bound an open interval, but do not close it
    if bounds.earliest is None or (date.stated.earliest is None and not within):
        return "in"
    return "out" if bounds.latest is None or (date.stated.latest is None and not within) else ""


def _open(date: Date, fade: str, x: float, end: float) -> Sign:
    """Solid at the known end; only a frame where not even that is an end, but a bound that a relation gives."""
    x, end = _widened(x, end, 100.0)
    kind = "bar" if date.precision is not Precision.UNKNOWN else "frame"
    arrow = Shape("back", x) if fade == "in" else Shape("on", end)
    return Sign("open" if kind == "bar" else "frame", (Shape(kind, x, round(end - x, 2), fade), arrow), x, end)


def _closed(date: Date, bounds: Bounds, scale: Scale, x: float, end: float) -> Sign:
    x, end = _widened(x, end, LEAST)
    width = round(end - x, 2)
    thin = width < THIN
    if date.precision is Precision.INTERVAL:
        bare = Shape("thin" if date.approximate else "bar", x, width)
        shapes = (bare,) if thin else _span(date, bounds, scale, x, end)
        return Sign("ends" if len(shapes) > 1 else "span", shapes, x, end)
    if date.precision in {Precision.SET, Precision.UNKNOWN}:
        return Sign("frame", (Shape("frame", x, width),), x, end)
    name = "about" if date.approximate else "soft"
    return Sign(name, (Shape("thin", x, width) if thin else Shape("bar", x, width, name),), x, end)


def _span(date: Date, bounds: Bounds, scale: Scale, x: float, end: float) -> tuple[Shape, ...]:
    """A solid bar; an end that is known less exactly fades over the time in which it lies."""
    begun = x if bounds.start_latest is None else min(scale.percent(bounds.start_latest), end)
    ending = end if bounds.end_earliest is None else max(scale.percent(bounds.end_earliest), x)
    if begun > ending:  # known so badly that nothing is surely within
        return (Shape("bar", x, round(end - x, 2), "about" if date.approximate else "soft"),)
    shapes = []
    if begun - x < _HARDLY:
        begun = x
    if end - ending < _HARDLY:
        ending = end
    if begun > x:
        shapes.append(Shape("end", x, round(begun - x, 2), "in"))
        begun -= _OVERLAP
    if end > ending:
        shapes.append(Shape("end", ending, round(end - ending, 2), "out"))
        ending += _OVERLAP
    shapes.append(Shape("bar", round(begun, 2), round(ending - begun, 2)))
    return tuple(shapes)


def _widened(x: float, end: float, most: float) -> tuple[float, float]:
    """At least `LEAST` wide, within the drawing."""
    least = min(LEAST, most)
    if end - x >= least:
        return x, end
    x = round(min(max((x + end - least) / 2, 0.0), 100 - least), 2)
    return x, round(x + least, 2)


def _beyond(first: int | None, last: int | None, scale: Scale) -> tuple[Shape, ...]:
    """Arrowheads where it goes on outside the drawing."""
    back = (Shape("back", 0.0),) if first is not None and first < scale.first else ()
    return (*back, Shape("on", 100.0)) if last is not None and last > scale.last else back


def _members(date: Date, bounds: Bounds, zone: str) -> list[tuple[int, int]]:
    """The members of a set that relations leave, from when to when each lies; none where a list would say too much."""
    if date.precision is not Precision.SET:
        return []
    expression = read(date.edtf)
    if not isinstance(expression, Members):
        return []
    points = [one for one in expression.members if isinstance(one, Point)]
    if len(points) != len(expression.members) or not 1 < len(points) <= MOST_MEMBERS:
        return []
    found = []
    for one in (extent(point, zone) for point in points):
        if one.first is None or one.last is None:
            return []
        if (bounds.earliest is None or one.last >= bounds.earliest) and (
            bounds.latest is None or one.first <= bounds.latest
        ):
            found.append((one.first, one.last))
    return sorted(found)


def _set_of(members: Sequence[tuple[int, int]], scale: Scale, *, every: bool) -> Sign:
    """Each member by itself, joined by a line: full where all are meant, dashed where one of them is."""
    every = every or len(members) == 1
    places = [_widened(scale.percent(first), scale.percent(last + 1), LEAST) for first, last in members]
    x, end = places[0][0], max(place[1] for place in places)
    exact = all(last - first <= DAY + 2 * HOUR for first, last in members)  # a day has up to 26 hours
    marks = [_member(one, two, exact=exact, every=every) for one, two in places]
    join = Shape("join", x, round(end - x, 2), "" if every else "dashed")
    return Sign("all" if every else "days", (join, *marks), x, end)


def _member(x: float, end: float, *, exact: bool, every: bool) -> Shape:
    width, middle = round(end - x, 2), round((x + end) / 2, 2)
    if exact and width < DOT:
        return Shape("dot" if every else "tick", middle)
    if not every:
        return Shape("frame", x, width)
    return Shape("thin", x, width) if width < THIN else Shape("bar", x, width, "soft")
