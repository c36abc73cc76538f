"""Pieces in the making: how words are joined to the visible text.

Knows what a block of words is, and the white space within and between blocks; nothing of Markdown.
"""

import re
from itertools import groupby

from dateline.model.body import Gap, LinkEnd, LinkStart, Markup, Media, Piece, Time, Title, Word, Words

_SPACES = re.compile(r"[ \t\n\r\f\v]+")
"""White space that HTML folds; a no-break space is not among it, since an author means it to be seen."""
_CORE = re.compile(r"\S(?:.*\S)?", re.DOTALL)
_RUNS = re.compile(r"([ \t\n\f\r]{2,}|[\t\n\f\r])")


class Stream:
    """A body's pieces while they are written, one block of words after another.

    Blocks don't nest: `begin` stands before a paragraph's or a cell's words, `end` after them, and only markup between.
    """

    def __init__(self) -> None:
        self.counted = True
        """Whether words belong to the visible text."""
        self._pieces: list[Piece] = []
        self._gap = ""
        """The strongest border since the last counted words: a line feed is stronger than a tab."""
        self._started = False
        """Whether any counted words stand before."""
        self._slot = 0
        """Where this block's gap goes if it turns out to have words."""
        self._tail = -1
        """The block's last words if they end in a space, which is not counted at the end of a block."""
        self._spaced = True
        """Whether a space now would be a second one, or the block's first character."""

    def markup(self, html: str) -> None:
        """HTML without visible words."""
        self._pieces.append(Markup(html))

    def put(self, piece: Media | Word | Time | LinkStart | LinkEnd) -> None:
        """A piece that has no words of the visible text itself."""
        self._pieces.append(piece)

    def begin(self, gap: str = "\n") -> None:
        """Begins a block of words, or a cell (with a tab)."""
        self.end()
        if self.counted and self._gap != "\n":
            self._gap = gap
        self._slot = len(self._pieces)
        self._pieces.append(Gap(""))
        self._spaced = True

    def end(self) -> None:
        """Ends a block of words: a space that it ends with is shown but does not count."""
        if self._tail >= 0:
            last = self._pieces[self._tail]
            assert isinstance(last, Words)  # noqa: S101 - by construction
            parts = (Words(last.text[:-1], last.counted), Markup(" "))
            self._pieces[self._tail : self._tail + 1] = parts if parts[0].text else parts[1:]
        self._tail = -1

    def words(self, text: str) -> None:
        """Words within a block, white space folded, also across pieces."""
        folded = _SPACES.sub(" ", text)
        if self._spaced and folded.startswith(" "):
            folded = folded[1:]
            if len(self._pieces) > self._slot + 1 and not _ends_in_space(self._pieces[-1]):
                self.markup(" ")  # beside an image it is seen
        if folded:
            self._fill()
            self._spaced = folded.endswith(" ")
            self._tail = len(self._pieces) if self._spaced else -1
            self._pieces.append(Words(folded, self.counted))

    def verbatim(self, text: str) -> None:
        """A listing: its lines and spaces shown as they are, and folded in the visible text."""
        core = _CORE.search(text)
        if core is None:
            self.markup(text)
            return
        self.markup(text[: core.start()])
        self._fill()
        for number, part in enumerate(_RUNS.split(core[0])):
            if number % 2 == 0:
                self._pieces.append(Words(part, self.counted))
            else:
                # shown as it is, counted as the one space that white space inside a block is folded to
                self._pieces.append(Markup(part))
                self._pieces.extend([Gap(" ")] if self.counted else [])
        self.markup(text[core.end() :])

    def title(self, link: int) -> None:
        """What a link shows that gives no words."""
        self._fill()
        self._spaced, self._tail = False, -1
        self._pieces.append(Title(link, self.counted))

    def _fill(self) -> None:
        if not self.counted:
            return
        if self._gap and self._started:
            self._pieces[self._slot] = Gap(self._gap)
        self._gap, self._started = "", True

    def pieces(self) -> tuple[Piece, ...]:
        """What was written: no empty pieces, neighbours of a sort made one."""
        self.end()
        kept = (piece for piece in self._pieces if not isinstance(piece, Markup | Gap) or _text(piece))
        merged: list[Piece] = []
        for sort, group in groupby(kept, key=_sort):
            run = list(group)
            merged.extend([_joined(run)] if sort else run)
        return tuple(merged)


def _ends_in_space(piece: Piece) -> bool:
    match piece:
        case Words(text=text) | Markup(html=text):
            return text.endswith(" ")
        case _:
            return False


def _text(piece: Markup | Gap) -> str:
    return piece.html if isinstance(piece, Markup) else piece.text


def _sort(piece: Piece) -> int:
    """Equal for neighbours that are one piece; 0 for pieces that stand alone."""
    match piece:
        case Markup():
            return 1
        case Words(counted=counted):
            return 2 + counted
        case _:
            return 0


def _joined(group: list[Piece]) -> Piece:
    if len(group) == 1:
        return group[0]
    html = "".join(piece.html for piece in group if isinstance(piece, Markup))
    text = "".join(piece.text for piece in group if isinstance(piece, Words))
    return Words(text, any(isinstance(piece, Words) and piece.counted for piece in group)) if text else Markup(html)
