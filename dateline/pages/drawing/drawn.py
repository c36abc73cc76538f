"""What a drawing shows, as a template sees it: x and widths in percent of the drawing's width, y in CSS pixels."""

from msgspec import Struct

from dateline.pages.frame import Lead


class Shape(Struct, frozen=True):
    """A part of an event's sign."""

    kind: str
    """What it is, as the template knows it.

    `dot`, `bar`, `end` (the fading end of a bar), `thin` (too narrow for fades), `frame`, `tick` (one of several days),
    `join` (a line between members of a set), `back` or `on` (an arrowhead: it goes on to the left or right).
    """
    x: float
    width: float = 0.0
    fade: str = ""
    """Where it fades: `soft` (both ends), `about` (towards both ends), `in` or `out`; empty where it does not."""


class Bar(Struct, frozen=True):
    """An event: its sign and its label."""

    id: str
    href: str
    title: str
    """Title and date in words, and the source's own words for the date."""
    classes: str
    shapes: tuple[Shape, ...]
    y: int
    """The middle of its sign."""
    height: int
    """Of its sign, where that is a bar."""
    label: str
    label_x: float
    label_dx: int
    """By how many pixels the label stands off."""
    label_y: int
    label_end: bool
    """Whether the label ends at its place instead of beginning there."""
    status: str
    """The public name of its status, where that is not `confirmed`."""
    status_dx: int
    here: bool
    """Whether it is what the page is about."""


class Arrow(Struct, frozen=True):
    """What led to what: a path in pixels at `x`, then perhaps a level line to the end of `width`, and a head."""

    classes: str
    x: float
    width: float
    path: str
    line_y: int | None
    head: str
    """`r`, `l`, `d` or `u`: where it points; `v` and `w`, down and up, have a tail of their own."""
    head_x: int
    """0 where the path ends; 100 at the end of the line."""
    head_dx: int
    head_y: int


class Tie(Struct, frozen=True):
    """A dotted line between two events of which it is not known which came first."""

    classes: str
    x1: float
    x2: float
    y1: int
    y2: int
    dx: int
    """By how many pixels it stands off."""


class Tick(Struct, frozen=True):
    """A line of the axis, and its words, if it has any."""

    x: float
    label: str


class Gap(Struct, frozen=True):
    """Time left out: where the break stands, and how long it is in words."""

    x: float
    width: float
    label: str


class Band(Struct, frozen=True):
    """The lane of a thread."""

    title: str
    number: int
    """Its colour, 1 to 6; 0 for events of no thread."""
    y: int
    height: int


class Drawing(Struct, frozen=True):
    """A drawn timeline."""

    name: str
    """What the names of its definitions begin with: unique on a page."""
    bars: tuple[Bar, ...]
    """In the timeline's order."""
    backgrounds: tuple[Bar, ...]
    """Long periods behind the story."""
    arrows: tuple[Arrow, ...]
    ties: tuple[Tie, ...]
    bands: tuple[Band, ...]
    ticks: tuple[Tick, ...]
    """The smaller units."""
    eras: tuple[Tick, ...]
    """The larger units: where they change, and at the left end of each stretch."""
    gaps: tuple[Gap, ...]
    top: int
    """The height of the axis."""
    height: int
    signs: tuple[str, ...]
    """What the key explains."""
    fades: tuple[str, ...]
    """The sorts of fade that occur."""
    heads: tuple[str, ...]
    """The arrowheads that occur: those of arrows, and `on` and `back` of signs."""
    undated: tuple[Lead, ...]
    left_out: int = 0
    """How many of the events had no room."""
    small: bool = False
