"""Lines, columns and display widths of a text, and how a text is shown where it must do no harm.

Lines and columns count from 1, columns in code points. A width counts the cells that a terminal gives a character: two
to East Asian wide ones and emoji (Unicode Standard Annex 11), none to marks that join the one before.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

TAB = 4
"""A tab goes on to the next multiple of so many cells."""

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_JAMO_IN_A_SYLLABLE = range(0x1160, 0x1200)
_KEPT_FORMATS = frozenset("\u200c\u200d\u00ad")
"""Format characters that writing needs: the joiner and the non-joiner, and the soft hyphen."""


class Position(Struct, frozen=True, order=True):
    """A line and a column, both from 1."""

    line: int
    column: int


class Lines(Struct, frozen=True):
    """A text whose lines end in one line feed, and where each begins."""

    text: str
    starts: tuple[int, ...]

    def position(self, offset: int) -> Position:
        """Where an offset stands; one past the text stands at its end."""
        within = max(0, min(offset, len(self.text)))
        line = bisect_right(self.starts, within)
        return Position(line, within - self.starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """A line without its line feed."""
        end = self.starts[number] - 1 if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end]


def lines(text: str) -> Lines:
    """The text with its lines found."""
    return Lines(text, tuple(_starts(text)))


def _starts(text: str) -> Iterator[int]:
    yield 0
    found = text.find("\n")
    while found >= 0:
        yield found + 1
        found = text.find("\n", found + 1)


def decoded(data: bytes) -> str:
    """A file's text as offsets count in it: no byte order mark, line feeds alone, U+FFFD for what is not UTF-8."""
    return data.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def width(text: str) -> int:
    """How many cells a text takes that has neither tabs nor control characters."""
    cells = last = 0
    joined = False
    for char in text:
        if char == _EMOJI_STYLE and last == 1:
            own, last = 1, 2
        elif joined or _takes_no_cell(char) or (ord(char) in _SKIN_TONES and last):
            own = 0
        else:
            own = last = 2 if unicodedata.east_asian_width(char) in "WF" else 1
        cells += own
        joined = char == _JOINER and last > 1
    return cells


def _takes_no_cell(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me", "Cf") or ord(char) in _JAMO_IN_A_SYLLABLE


def visible(text: str) -> str:
    """The text with nothing in it that a terminal would obey, or that hides or turns text around.

    Control characters become their pictures (U+2400 and on), others stand as `<U+202E>`; tabs and line feeds do too.
    """
    return text if text.isprintable() else "".join(map(_visible, text))


def _visible(char: str) -> str:
    if char.isprintable() or char in _KEPT_FORMATS or unicodedata.category(char) in ("Zs", "Co", "Cn"):
        return char
    if char < " ":
        return chr(0x2400 + ord(char))
    return "\u2421" if char == "\x7f" else f"<U+{ord(char):04X}>"


def spread(text: str) -> list[str]:
    """What each character of a line is shown as: a tab as spaces up to its stop, the rest `visible`."""
    pieces: list[str] = []
    column = 0
    for char in text:
        piece = " " * (TAB - column % TAB) if char == "\t" else visible(char)
        column += width(piece)
        pieces.append(piece)
    return pieces
