"""Draws a social card: a leaf of paper with a title on it, a date, and the story in a line.

A pure function of the task and of what is installed; Pillow is imported when the first card is drawn.
"""

import io
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.edge.lettering import Line, Type, set_line
from dateline.pages.cards import HEIGHT, WIDTH, CardTask, Strip

if TYPE_CHECKING:
    from PIL.Image import Image

VERSION = 1
"""Of what is drawn: to be counted on with every change of this module or of `lettering`."""

EDGE = 84
"""Pixels from the sides to what is drawn, as the next ones."""
BAND = 16
TOP = 66
TITLE_TOP = 150
TITLE_ROOM = 268
STRIP_Y = 520
MOST_LINES = 4
LEADING, NASKH_LEADING = 1.16, 1.36
"""Of lines, in sizes of their letters; Arabic letters reach higher and lower."""
SIZES = (88, 78, 68, 60, 52, 46)
SMALL, FACTS, ENDS = Type(30), Type(36), Type(24)
KIND = Type(30, 600)
FINE = 4
"""Round things are drawn so many times larger, and then made smaller: that smooths their edges."""
SHADES = 24
"""Of each colour; more cannot be told apart."""
INSET = 30
"""By how many pixels the line of events is shorter on either side, so that its marks do not stand out."""
_ROOM = WIDTH - 2 * EDGE


class _Leaf(Struct):
    """The card while it is drawn."""

    image: "Image"
    task: CardTask

    @property
    def is_mirrored(self) -> bool:
        return self.task.direction == "rtl"

    def write(self, line: Line, kind: Type, y: int, colour: str, *, at_end: bool = False, text: str = "") -> None:
        """A line with its baseline at `y`, from the side where reading begins, or to the other one."""
        from PIL import ImageDraw  # noqa: PLC0415 - only there with the extra

        shown = text or line.text
        to_right = at_end != self.is_mirrored
        x = WIDTH - EDGE if to_right else EDGE
        ImageDraw.Draw(self.image).text(
            (x, y),
            shown,
            fill=colour,
            font=line.font(kind),
            anchor="rs" if to_right else "ls",
            direction=line.direction,
        )


def draw_card(task: CardTask) -> bytes:
    """The card as a PNG."""
    from PIL import Image  # noqa: PLC0415 - only there with the extra

    leaf = _Leaf(Image.new("RGB", (WIDTH, HEIGHT), task.paper), task)
    x = WIDTH - BAND if leaf.is_mirrored else 0
    leaf.image.paste(task.accent, (x, 0, x + BAND, HEIGHT))
    _head(leaf)
    below = _title(leaf)
    facts = set_line(task.facts)
    if facts:
        _facts(leaf, facts, below + FACTS.size)
    if task.strip:
        _strip(leaf, task.strip)
    written = io.BytesIO()
    shades = leaf.image.quantize(palette=_shades(task), dither=Image.Dither.NONE)
    shades.save(written, "PNG", compress_level=6)
    return written.getvalue()


def _shades(task: CardTask) -> "Image":
    """The colours that a card can have: the paper turning into each of the others."""
    from PIL import Image, ImageColor  # noqa: PLC0415 - only there with the extra

    paper = ImageColor.getrgb(task.paper)
    shades: list[int] = []
    for colour in (task.ink, task.soft, task.rule, task.accent):
        for step in range(SHADES):
            shades += (
                a + (b - a) * step // (SHADES - 1) for a, b in zip(paper, ImageColor.getrgb(colour), strict=True)
            )
    made = Image.new("P", (1, 1))
    made.putpalette(shades)
    return made


def _head(leaf: _Leaf) -> None:
    """The site's name, and what sort of page it is."""
    task, kind = leaf.task, set_line(leaf.task.kind)
    site = set_line(task.site)
    room = _ROOM - (kind.width(kind.text, KIND) + 40 if kind else 0)
    if site:
        leaf.write(site, SMALL, TOP + SMALL.size, task.soft, text=_cut(site, SMALL, room))
    if kind:
        leaf.write(kind, KIND, TOP + KIND.size, task.accent, at_end=site is not None)


def _title(leaf: _Leaf) -> int:
    """The title in as few and as even lines as it needs. Where what follows may stand."""
    line = set_line(leaf.task.title)
    if line is None:
        return TITLE_TOP
    kind, lines = fitted(line)
    step = round(kind.size * _leading(line))
    for number, text in enumerate(lines):
        leaf.write(line, kind, TITLE_TOP + kind.size + number * step, leaf.task.ink, text=text)
    return TITLE_TOP + kind.size + (len(lines) - 1) * step + (56 if line.is_right_to_left else 34)


def _facts(leaf: _Leaf, line: Line, top: int) -> None:
    """What is said below the title, in as many lines as there is room for."""
    step = round(FACTS.size * (_leading(line) + 0.1))
    most = max(1, (STRIP_Y - 40 - top) // step)
    lines = broken(line.text, _ROOM, _measure(line, FACTS))
    if len(lines) > most:
        lines = [*lines[: most - 1], _cut(line, FACTS, _ROOM, lines[most - 1] + "…")]
    for number, text in enumerate(lines):
        leaf.write(line, FACTS, top + number * step, leaf.task.soft, text=text)


def _leading(line: Line) -> float:
    return NASKH_LEADING if line.is_right_to_left else LEADING


def fitted(line: Line, room: int = _ROOM) -> tuple[Type, list[str]]:
    """The largest letters with which a title fits, and its lines."""
    for size in SIZES:
        kind = Type(size, 600)
        lines = balanced(line.text, room, _measure(line, kind))
        if len(lines) <= MOST_LINES and len(lines) * size * _leading(line) <= TITLE_ROOM:
            return kind, lines
    kind = Type(SIZES[-1], 600)
    lines = broken(line.text, room, _measure(line, kind))
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], _cut(line, kind, room, lines[MOST_LINES - 1] + "…")]
    return kind, lines


def _measure(line: Line, kind: Type) -> Callable[[str], float]:
    """Measures words of a line, each once."""
    space, known = line.width(" ", kind), dict[str, float]()

    def width(text: str) -> float:
        words = text.split(" ")
        for word in words:
            if word not in known:
                known[word] = line.width(word, kind)
        return sum(known[word] for word in words) + space * (len(words) - 1)

    return width


def balanced(text: str, room: float, width: Callable[[str], float]) -> list[str]:
    """The text in as few lines as `room` needs, none longer than it must be for that."""
    lines = broken(text, room, width)
    low, high = room / 2, room
    while high - low > 4:  # noqa: PLR2004 - pixels that nobody sees
        middle = (low + high) / 2
        tried = broken(text, middle, width)
        low, high, lines = (low, middle, tried) if len(tried) <= len(lines) else (middle, high, lines)
    return lines


def broken(text: str, room: float, width: Callable[[str], float]) -> list[str]:
    """The text in lines of at most `room`; a word that is longer is broken too."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if width(longer) <= room:
            lines[-1] = longer
            continue
        rest = word
        while width(rest) > room and len(rest) > 1:
            part = next(size for size in range(len(rest) - 1, 0, -1) if size == 1 or width(rest[:size]) <= room)
            lines += [rest[:part]]
            rest = rest[part:]
        lines.append(rest)
    return [one for one in lines if one]


def _cut(line: Line, kind: Type, room: float, text: str = "") -> str:
    """The text, or as much of it as there is room for."""
    shown = text or line.text
    if line.width(shown, kind) <= room:
        return shown
    while len(shown) > 1 and line.width(shown + "…", kind) > room:
        shown = shown[:-1].rstrip(" …")
    return shown + "…"


def _strip(leaf: _Leaf, strip: Strip) -> None:
    """The story in a line, from left to right in every language, and where in it this page stands."""
    task, first, room = leaf.task, EDGE + INSET, _ROOM - 2 * INSET
    leaf.image.paste(task.rule, (EDGE, STRIP_Y - 1, WIDTH - EDGE, STRIP_Y + 2))
    count = len(strip.marks)
    pitch = room / max(count - 1, 1)
    for number, mark in enumerate(strip.marks):
        _mark(leaf, first + round(number * pitch), mark, min(7, max(3, round(pitch / 5))))
    for place in strip.here:
        mark = strip.marks[round(place * (count - 1) / 1000)] if count else "o"
        _mark(leaf, first + round(place * room / 1000), mark, 15, here=True)
    for text, side in ((strip.first, "ls"), (strip.last, "rs")):
        _end(leaf, text, side)


def _end(leaf: _Leaf, text: str, side: str) -> None:
    from PIL import ImageDraw  # noqa: PLC0415 - only there with the extra

    line = set_line(text)
    if line:
        x = EDGE if side == "ls" else WIDTH - EDGE
        shown = _cut(line, ENDS, WIDTH / 2 - EDGE - 20)
        draw = ImageDraw.Draw(leaf.image)
        draw.text((x, STRIP_Y + 52), shown, leaf.task.soft, font=line.font(ENDS), anchor=side, direction=line.direction)


def _mark(leaf: _Leaf, x: int, mark: str, radius: int, *, here: bool = False) -> None:
    """An event in the line: a dot, a soft bar where its day is not known, a ring where nothing is."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - only there with the extra

    wide, tall = (radius * 2, radius * 2 // 3) if mark == "~" else (radius, radius)
    half = wide + 6
    size = (2 * half * FINE, 2 * half * FINE)
    shape, rim = Image.new("L", size), Image.new("L", size)
    box = tuple(FINE * one for one in (half - wide, half - tall, half + wide, half + tall))
    ImageDraw.Draw(shape).rounded_rectangle(box, FINE * tall, fill=255)
    ImageDraw.Draw(rim).rounded_rectangle(_grown(box, 5 * FINE), FINE * (tall + 5), fill=255)
    where = (x - half, STRIP_Y - half)
    if here:
        leaf.image.paste(leaf.task.paper, where, rim.reduce(FINE))
    leaf.image.paste(leaf.task.accent if here else leaf.task.soft, where, shape.reduce(FINE))
    if mark == "-":
        hole = Image.new("L", size)
        ImageDraw.Draw(hole).ellipse(_grown(box, -max(2, radius // 3) * FINE), fill=255)
        leaf.image.paste(leaf.task.paper, where, hole.reduce(FINE))


def _grown(box: Sequence[int], by: int) -> tuple[int, int, int, int]:
    left, top, right, bottom = box
    return left - by, top - by, right + by, bottom + by
