"""Text folded for matching, with the way back to the text as it stands.

What an author types and what stands in a text differ in ways that no reader sees. Folded text is without invisible
characters (soft hyphen, zero-width space, word joiner, byte order mark, marks of direction), in Unicode's form NFC,
with a run of white space as one space, a run of dashes as `-`, an ellipsis as `...`, every double quotation mark as `"`
and every single one, apostrophes and primes among them, as `'`. Letter case stays, and so do the joiner and
the non-joiner, which change words.

Offsets are code points; of a range the end is exclusive. Knows nothing of quotes and documents.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator

from msgspec import Struct

_SORTS = {
    " ": "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000",
    "-": "\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d",
    '"': "\u00ab\u00bb\u201c-\u201f\u2033\u2036\u301d-\u301f\uff02",
    "'": "`\u00b4\u02b9\u02bb\u02bc\u02bd\u2018-\u201b\u2032\u2035\u2039\u203a\uff07",
}


def _each(ranges: str) -> Iterator[int]:
    """The code points of characters and ranges, as in a regular expression's brackets."""
    for first, last in re.findall("(.)(?:-(.))?", ranges, re.DOTALL):
        yield from range(ord(first), ord(last or first) + 1)


_PLAIN = {chr(code): plain for plain, ranges in _SORTS.items() for code in _each(ranges)}
"""What stands for one character as one character: nothing moves."""
_INVISIBLE = "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_UNSEEN = frozenset(map(chr, _each(_INVISIBLE)))
_UNSEEN_RUNS = re.compile(f"[{_INVISIBLE}]+")
_RUNS = re.compile("  +|--+|\u2026")

_BEYOND_ASCII = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")
_LONGEST_CLUSTER = 32
"""Marks on one letter that are put in order together: Unicode's stream-safe format (UAX 15) allows 30. Without a limit
a letter with a million marks would cost a day."""

_COMPOSING_VOWELS = range(0x1160, 0x1200)
"""Hangul vowels and final consonants, which join the consonant before them."""
_COMPOSING_LETTERS = frozenset("\U00016d63\U00016d67")
"""The only letters that join the one before without being marks (Kirat Rai, Unicode 16)."""


class Seam(Struct, frozen=True):
    """Where folding changed something: a stretch of the folded text and what it came from."""

    start: int
    end: int
    from_start: int
    from_end: int


class Layer(Struct, frozen=True):
    """The changes of one pass, in order."""

    seams: tuple[Seam, ...]
    starts: tuple[int, ...]
    """Where the seams begin in the text after the pass."""
    from_starts: tuple[int, ...]
    """Where they begin in the text before it."""


class Folded(Struct, frozen=True):
    """A text folded, and what each pass changed, the first pass first."""

    text: str
    layers: tuple[Layer, ...] = ()

    def unfold(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the text as it stands that a stretch of the folded text came from."""
        for layer in reversed(self.layers):
            start, end = _start_before(layer, start), _end_before(layer, end)
        return start, max(start, end)

    def refold(self, offset: int) -> int:
        """Where in the folded text an offset of the text as it stands has come to lie."""
        for layer in self.layers:
            offset = _after(layer, offset)
        return offset


def fold(text: str) -> Folded:
    """The text folded."""
    layers: list[Layer] = []
    if not text.isascii():
        if not _UNSEEN.isdisjoint(text):
            text = _pass(text, layers, _UNSEEN_RUNS.finditer, lambda _: "")
        if not unicodedata.is_normalized("NFC", text):
            text = _pass(text, layers, _clusters, lambda cluster: unicodedata.normalize("NFC", cluster))
    for char in _PLAIN.keys() & set(text):
        text = text.replace(char, _PLAIN[char])
    text = _pass(text, layers, _RUNS.finditer, lambda run: "..." if run == "\u2026" else run[0])
    return Folded(text, tuple(layers))


def folded(text: str) -> str:
    """The text folded, without white space at its ends and without a way back."""
    return fold(text).text.strip()


def _pass(
    text: str,
    layers: list[Layer],
    find: Callable[[str], Iterator[re.Match[str]]] | Callable[[str], Iterator[tuple[int, int]]],
    replace: Callable[[str], str],
) -> str:
    """The text with what is found replaced; the layer is noted where anything was."""
    seams: list[Seam] = []
    parts: list[str] = []
    done = length = 0
    for found in find(text):
        start, end = found if isinstance(found, tuple) else found.span()
        new = replace(text[start:end])
        parts += (text[done:start], new)
        length += start - done
        seams.append(Seam(length, length + len(new), start, end))
        length, done = length + len(new), end
    if not seams:
        return text
    layers.append(Layer(tuple(seams), tuple(one.start for one in seams), tuple(one.from_start for one in seams)))
    return "".join((*parts, text[done:]))


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Letters with their marks that are not in form NFC."""
    for stretch in _BEYOND_ASCII.finditer(text):
        start, stop = stretch.span()
        while start < stop:
            end = start + 1
            while end < stop and end - start <= _LONGEST_CLUSTER and _joins(text[end]):
                end += 1
            if not unicodedata.is_normalized("NFC", text[start:end]):
                yield start, end
            start = end


def _joins(char: str) -> bool:
    return unicodedata.category(char)[0] == "M" or ord(char) in _COMPOSING_VOWELS or char in _COMPOSING_LETTERS


def _start_before(layer: Layer, offset: int) -> int:
    at = bisect_right(layer.starts, offset) - 1
    if at < 0:
        return offset
    seam = layer.seams[at]
    return seam.from_start if offset < seam.end else seam.from_end + offset - seam.end


def _end_before(layer: Layer, offset: int) -> int:
    at = bisect_right(layer.starts, offset - 1) - 1
    if at < 0:
        return offset
    seam = layer.seams[at]
    return seam.from_end if offset <= seam.end and seam.start < seam.end else seam.from_end + offset - seam.end


def _after(layer: Layer, offset: int) -> int:
    at = bisect_right(layer.from_starts, offset) - 1
    if at < 0:
        return offset
    seam = layer.seams[at]
    if offset == seam.from_start:
        return seam.start
    return seam.end if offset < seam.from_end else seam.end + offset - seam.from_end


_CONTINUING = frozenset("\u200d\u200c")
_TONES = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)
_FLAGS = range(0x1F1E6, 0x1F200)


def inside_cluster(text: str, offset: int) -> bool:
    """Whether a border there would part what a reader sees as one character (an approximation of UAX 29)."""
    if not 0 < offset < len(text) or (text[offset] < "\u0300" and text[offset - 1] < "\u0300"):
        return False
    char, before = text[offset], text[offset - 1]
    if _joins(char) or char in _CONTINUING or before == "\u200d":
        return True
    code = ord(char)
    if code in _FLAGS and ord(before) in _FLAGS:
        return _flags_before(text, offset) % 2 == 1
    return code in _TONES or code in _TAGS


def _flags_before(text: str, offset: int) -> int:
    start = offset
    while start > max(0, offset - _MOST_FLAGS) and ord(text[start - 1]) in _FLAGS:
        start -= 1
    return offset - start


_MOST_FLAGS = 100
"""So many letters of flags in a row are counted, two a flag: more would make long rows slow."""
