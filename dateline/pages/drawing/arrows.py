"""Lines between events: what led to what, and of which two it is not known which came first.

A line is built of parts whose x is in percent and of curves in pixels, so that it is crisp at any width.
"""

from msgspec import Struct

from dateline.pages.drawing.drawn import Arrow, Tie
from dateline.pages.drawing.lanes import ROW

CLOSE = 1.3
"""Beginnings nearer than this, in percent, are joined by a bow beside them."""
HALF = 6
"""Half the height of a sign, in pixels."""
HEAD = 2
"""An arrow ends so far before what it points at, in pixels."""
CURVE = 6
"""The radius of an elbow, in pixels."""
DEEPEST = 30
"""How far a bow bends out at most, in pixels."""
WIDE = 2.0
"""A sign that is wider, in percent, has room for an arrow from above or below."""
TIE_INSIDE = 8
"""A tie between bars stands so far inside, in pixels."""
FARTHEST_TIE = 4
"""Two events more rows apart are not tied by a line."""


class Stand(Struct, frozen=True):
    """Where an event's sign stands: in percent, and its middle in pixels."""

    first: float
    last: float
    y: int
    is_dot: bool
    label_before: bool
    """Whether its label stands left of it."""
    label_above: bool
    """Whether its label stands above it, from where it begins."""
    classes: str
    """Those by which it is filtered."""

    @property
    def middle(self) -> float:
        """Its middle, in percent."""
        return round((self.first + self.last) / 2, 2)

    @property
    def width(self) -> float:
        """Its width, in percent."""
        return self.last - self.first

    @property
    def side(self) -> int:
        """How far its sign reaches out to the left of `first`, in pixels."""
        return HALF if self.is_dot else 0


def arrow(cause: Stand, effect: Stand, number: int = 0) -> Arrow:
    """From a cause to what it led to, the `number`th of these."""
    if cause.y == effect.y:
        return _under(cause, effect)
    if effect.width >= WIDE and effect.first <= cause.middle <= effect.last:
        return _drop(cause, effect, number)
    if abs(cause.first - effect.first) < CLOSE:
        return _bow(cause, effect)
    if effect.first >= cause.middle + CLOSE:
        return _over(cause, effect) if effect.label_before else _elbow(cause, effect)
    return _drop(cause, effect, number)


def _bow(cause: Stand, effect: Stand) -> Arrow:
    """A curve on that side of both where no label is; the farther apart they are, the deeper, so that bows nest."""
    right = cause.label_before and effect.label_before and abs(cause.last - effect.last) < CLOSE
    way = 1 if right else -1
    one, two = way * (cause.side + 1), way * (effect.side + HEAD + 4)
    deep = way * min(10 + 5 * abs(effect.y - cause.y) // ROW, DEEPEST)
    path = f"M{one} {cause.y}C{one + deep} {cause.y} {two + deep} {effect.y} {two} {effect.y}"
    x = max(cause.last, effect.last) if right else min(cause.first, effect.first)
    return Arrow(cause.classes, x, 0.0, path, None, "l" if right else "r", 0, two - 4 * way, effect.y)


def _elbow(cause: Stand, effect: Stand) -> Arrow:
    """Down or up from the cause, then level to the effect."""
    way = 1 if effect.y > cause.y else -1
    turn = effect.y - way * CURVE
    path = f"M0 {cause.y + way * HALF}V{turn}q0 {way * CURVE} {CURVE} {way * CURVE}"
    width = round(effect.first - cause.middle, 2)
    return Arrow(cause.classes, cause.middle, width, path, effect.y, "r", 100, -effect.side - HEAD, effect.y)


def _over(cause: Stand, effect: Stand) -> Arrow:
    """Down or up to the edge of the effect's row, along it past the label, and into the sign."""
    way = 1 if effect.y > cause.y else -1
    edge = effect.y - way * ROW // 2
    turn = edge - way * CURVE
    path = f"M0 {cause.y + way * HALF}V{turn}q0 {way * CURVE} {CURVE} {way * CURVE}"
    width, tip = round(effect.middle - cause.middle, 2), effect.y - way * (HALF + 1)
    return Arrow(cause.classes, cause.middle, width, path, edge, "v" if way > 0 else "w", 100, 0, tip)


def _drop(cause: Stand, effect: Stand, number: int) -> Arrow:
    """Straight down or up, where both their times are; each of a cause's arrows in a place of its own."""
    way = 1 if effect.y > cause.y else -1
    first, last = max(cause.first, effect.first), min(cause.last, effect.last)
    if first >= last:
        x = max(min(cause.middle, effect.last), effect.first)
    else:
        share = 0.14 * (number % 5)
        x = round(first + (last - first) * (0.9 - share if way > 0 and effect.label_above else 0.3 + share), 2)
    tip = effect.y - way * (HALF + HEAD)
    return Arrow(cause.classes, x, 0.0, f"M0 {cause.y + way * HALF}V{tip}", None, "d" if way > 0 else "u", 0, 0, tip)


def _under(cause: Stand, effect: Stand) -> Arrow:
    """Along the foot of their row."""
    foot = cause.y + ROW // 2 - 1
    path = f"M0 {cause.y + HALF}V{foot - 3}q0 3 3 3"
    width = round(effect.middle - cause.middle, 2)
    tip = effect.y + HALF + 1
    return Arrow(cause.classes, cause.middle, max(width, 0.0), path, foot, "w", 100, 0, tip)


def tie(one: Stand, two: Stand) -> Tie | None:
    """Between neighbours whose order is not known, where they stand near each other."""
    if one.y == two.y or abs(two.y - one.y) > FARTHEST_TIE * ROW:
        return None
    way = (HALF + 2) if two.y > one.y else -(HALF + 2)
    first = max(one.first, two.first)
    if first <= min(one.last, two.last) + CLOSE:
        inside = 0 if one.is_dot or two.is_dot else TIE_INSIDE
        below = two if two.y > one.y else one
        if below.label_above and not one.is_dot:
            last = min(one.last, two.last)
            return Tie(two.classes, last, last, one.y + way, two.y - way, -inside)
        return Tie(two.classes, first, first, one.y + way, two.y - way, inside)
    return Tie(two.classes, one.first, two.first, one.y + way, two.y - way, 0)
