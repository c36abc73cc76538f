"""Where an event's label stands: right of its sign, or left of it, or above it where neither has room."""

from msgspec import Struct

from dateline.pages.drawing.letters import width
from dateline.pages.drawing.shapes import Sign

NARROWEST = 680
"""The width, in CSS pixels, at which labels must not touch: in a wider drawing they only have more room."""
BESIDE_DOT, BESIDE_BAR, BESIDE_ARROW = 11, 7, 13
"""By how many pixels a label stands off."""
STATUS = 17
"""The room that the mark of a status takes, in pixels."""
LONGEST = 300
"""The width of a label at most, in pixels."""
ABOVE = 8
"""A label above its bar stands so much higher, in pixels."""
BOLD = 1.13
"""How much wider bold letters are."""
EDGE = 4
"""The room at the drawing's ends, in pixels."""


class Place(Struct, frozen=True):
    """Where a label stands, and from where to where label and sign reach, in pixels of the narrowest drawing."""

    x: float
    """In percent."""
    dx: int
    end: bool
    """Whether the label ends there."""
    above: bool
    left: float
    right: float
    status_dx: int
    """Where the middle of a status mark is, from `x`."""


def place(sign: Sign, label: str, *, status: bool = False, bold: bool = False) -> Place:
    """Where the label of a sign stands; a `status` wants room for its mark."""
    first, last = _pixels(sign)
    kinds = {shape.kind for shape in sign.shapes}
    off = BESIDE_DOT if kinds & {"dot", "tick", "thin"} else BESIDE_BAR
    left, right = first - off, last + off
    mark = STATUS if status else 0
    wide = _width(label, mark, bold=bold)
    after, before = (BESIDE_ARROW if arrow in kinds else off for arrow in ("on", "back"))
    if not wide or last + after + wide <= NARROWEST - EDGE:
        return Place(sign.last, after + mark, False, False, left, max(last + after + wide, right), after + _half(mark))
    if first - before - wide >= EDGE:
        return Place(sign.first, -before - mark, True, False, first - before - wide, right, -before - _half(mark))
    if first + wide <= NARROWEST - 2 * EDGE:
        start = EDGE if first < EDGE else 0
        return Place(sign.first, start + mark, False, True, left, max(right, first + wide), start + _half(mark))
    return Place(sign.last, -mark, True, True, min(left, last - wide), right, -_half(mark))


def within(sign: Sign, label: str, *, status: bool = False, bold: bool = False) -> Place:
    """Where the label of a period in the background stands: inside it as far as it goes."""
    first, last = _pixels(sign)
    mark = STATUS if status else 0
    wide = _width(label, mark, bold=bold)
    if first + wide + EDGE <= NARROWEST:
        end = max(last, first + wide + EDGE)
        return Place(sign.first, EDGE + mark, False, False, first, end, EDGE + _half(mark))
    return Place(sign.last, -EDGE - mark, True, False, min(first, last - wide - EDGE), last, -EDGE - _half(mark))


def _half(mark: int) -> int:
    """The middle of the mark itself: the room for it has some air on the label's side."""
    return (mark - 4) // 2 if mark else 0


def _pixels(sign: Sign) -> tuple[float, float]:
    return sign.first * NARROWEST / 100, sign.last * NARROWEST / 100


def _width(label: str, mark: int, *, bold: bool) -> float:
    return width(label) * (BOLD if bold else 1) + mark if label else 0.0
