"""Where in an author's file the words stand that a Markdown parser hands on.

A parser strips quotation marks, bullets and indentation from a block's lines before it reads what stands in them, and
tells only which lines a block took. Each line as handed on is the end of its line in the file, so the way back is to
lay the two side by side from the right.
"""

from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from dateline.kernel.diagnostics import Span


class BodyLines(Struct, frozen=True):
    """A file's text and where the lines of its body begin in it."""

    text: str
    starts: tuple[int, ...]
    """One more than there are lines: the last is past the end."""

    @property
    def start(self) -> int:
        """Where the body begins."""
        return self.starts[0]

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, number: int) -> str:
        return self.text[self.starts[number] : self.starts[number + 1] - 1]


def lines_of(text: str, start: int) -> BodyLines:
    """The lines of a body that begins at `start`."""
    starts, end = [start], start
    while (end := text.find("\n", end) + 1) > 0:
        starts.append(end)
    if starts[-1] <= len(text):
        starts.append(len(text) + 1)
    return BodyLines(text, tuple(starts))


class Source(Struct, frozen=True):
    """The way from offsets in a block's words, as a parser handed them on, to offsets in the file."""

    knots: tuple[tuple[int, int], ...]
    """Offset in the words and in the file: from each on, the two run side by side."""
    shift: int = 0
    """Added to an offset: where the words read now begin in the block's words."""

    def place(self, offset: int) -> int:
        """Where a character of the words stands in the file."""
        wanted = offset + self.shift
        ours, files = self.knots[max(bisect_right(self.knots, (wanted, 1 << 60)) - 1, 0)]
        return files + max(wanted - ours, 0)

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of the words stands in the file."""
        first = self.place(start)
        return Span(first, max(first, self.place(end - 1) + 1) if end > start else first)

    def within(self, shift: int) -> "Source":
        """The same for words that begin `shift` characters further on."""
        return Source(self.knots, self.shift + shift)


def source_of_lines(content: str, lines: BodyLines, first: int, end: int) -> Source:
    """For words that took the lines from `first` to before `end`, one line of them a line."""
    end = min(max(end, first + 1), len(lines))
    knots = tuple(_knots(content, lines, first, end))
    return Source(knots or ((0, lines.starts[min(first, len(lines))]),))


def _knots(content: str, lines: BodyLines, number: int, end: int) -> Iterator[tuple[int, int]]:
    offset = 0
    for line in content.split("\n"):
        words = line.strip()
        column = _column(lines[number], words) if words and number < end else -1
        if column >= 0:
            yield offset + len(line) - len(line.lstrip()), lines.starts[number] + column
        offset += len(line) + 1
        number += 1


def _column(line: str, words: str) -> int:
    """Where in its line a stretch of words that ends it begins, a heading's closing marks aside; -1 if it does not."""
    whole = line.rstrip()
    for part in (whole, whole.rstrip("#").rstrip()):
        if part.endswith(words):
            return len(part) - len(words)
    return -1


def source_of_cell(content: str, place: int) -> Source:
    r"""For a table's cell that begins at `place` in the file, where each of its `|` is written `\|`."""
    pipes = [at for at, character in enumerate(content) if character == "|"]
    return Source(((0, place), *((at + 1, place + at + 2 + before) for before, at in enumerate(pipes))))
