"""The words of a folded text with their places, and where a passage may begin and end.

A word is what a reader would not part: `don't`, `52 000`, `1.5`, `-5`, `2025-09-11`. Scripts that put no spaces between
words (Chinese, Japanese, Thai, Lao, Khmer, Burmese) give a word a character. The end of a sentence counts as a word, so
that a passage does not run from one sentence into the next unnoticed. All offsets are of the folded text.
"""

import re
from bisect import bisect_left
from collections.abc import Container
from itertools import pairwise

from msgspec import Struct

from dateline.kernel.folding import Folded, inside_cluster
from dateline.linking.meaning_words import MULTIPLIERS, NEGATIONS, NUMBERS, SYMBOLS

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fff\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3040-\u30fa\u30fc-\u30ff"
    "\u3100-\u312f\u3400-\u9fff\uf900-\ufaff\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
_MARKS = (
    "\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece"
    "\u102b-\u103e\u17b6-\u17d3\u3099\u309a"
)
_EMOJI = "\u2600-\u27bf\U0001f000-\U0001faff"
_NO_LETTERS = (
    r"\s!-/:-@\[-^`{-~\x7f-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7\u037e\u0387\u055a-\u055f\u0589\u058a\u05be\u05c0\u05c3"
    "\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u2000-\u200b\u200e-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020"
    "\u3030\u303d\u30fb\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
_LETTER = f"[^{_NO_LETTERS}{_UNSPACED}{_EMOJI}]"
_NUMBER = rf"(?:(?<![^\s(\[\"'])[-+](?=\d))?(?:\d{{1,3}}(?: \d{{3}})+(?!\d)|\d+)(?:[.,:/-]\d+)*{_LETTER}*"
_WORD = rf"{_LETTER}+(?:'{_LETTER}+)*"
_SIGN = rf"°[CF]?(?!{_LETTER})|[{SYMBOLS}]"
_STOP = r"[.!?]+(?=[\"')\]]*(?:\s|$))|[\u3002\uff01\uff1f\u061f\u06d4\u0964]"
_WORDS = re.compile(
    rf"{_NUMBER}|{_WORD}|{_SIGN}|[{_UNSPACED}][{_MARKS}]*|[{_EMOJI}][{_EMOJI}\ufe0f\u200d\U000e0020-\U000e007f]*|{_STOP}"
)
STOPS = ".!?\u3002\uff01\uff1f\u061f\u06d4\u0964"
"""What the end of a sentence begins with."""


class Wording(Struct, frozen=True):
    """A folded text and its words."""

    text: str
    words: tuple[str, ...]
    keys: tuple[str, ...]
    """What two spellings of a word have in common: letter case and the spaces of a number aside."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    breaks: frozenset[int] = frozenset()
    """The spaces between two blocks or table cells."""

    def first_from(self, offset: int) -> int:
        """The number of the first word that begins there or later."""
        return bisect_left(self.starts, offset)

    def last_until(self, offset: int) -> int:
        """The number after the last word that ends there or earlier."""
        end = bisect_left(self.ends, offset)
        return end + 1 if end < len(self.ends) and self.ends[end] == offset else end


def breaks_of(text: str, whole: Folded) -> frozenset[int]:
    """The spaces of a folded text that part two blocks or table cells."""
    return frozenset(whole.refold(found.start()) for found in _BREAKS.finditer(text))


_BREAKS = re.compile(r"[\n\t]+")


def wording(text: str, breaks: frozenset[int] = frozenset()) -> Wording:
    """The words of a folded text."""
    borders = (-1, *sorted(breaks), len(text))
    found = [word for before, end in pairwise(borders) for word in _WORDS.finditer(text, before + 1, end)]
    words = tuple(match.group() for match in found)
    keys = tuple(word.casefold().replace(" ", "") for word in words)
    return Wording(text, words, keys, tuple(m.start() for m in found), tuple(m.end() for m in found), breaks)


_ONE_LETTER = re.compile(_LETTER)
_LAST_PART = re.compile(rf"(?:{_LETTER}|')+$")
_FIRST_PART = re.compile(rf"(?:{_LETTER}|')+")
_THOUSANDS_LEFT = re.compile(r"(?<!\d)\d{1,3}$")
_THOUSANDS_RIGHT = re.compile(r"\d{3}(?!\d)")
_NUMBER_PARTED = re.compile(
    rf"\d[.,:/-]?\|[.,:/-]?\d|(?<!\S)[-+]\|\d|[{SYMBOLS}]\|\d|\d\|[{SYMBOLS}]",
)
_WIDTH = 40
"""How far around a border words are looked at, in code points."""


def parts_word(text: str, offset: int, breaks: Container[int] = ()) -> bool:
    """Whether a border there parts what belongs together: a letter and its marks, a word, a number.

    A passage that began or ended there would hide what stands beside it: `legal` in `illegal`, `52` in `152` or in
    `52 thousand`, `two` in `fifty-two`, `can` in `can't`. `breaks` are the spaces between two blocks or
    cells: nothing goes on across them.
    """
    if not 0 < offset < len(text) or offset in breaks or offset - 1 in breaks:
        return False
    if inside_cluster(text, offset) or between_letters(text, offset):
        return True
    if text.startswith(("'t", "'T"), offset) and _ONE_LETTER.match(text[offset - 1]):
        return not _ONE_LETTER.match(text, offset + 2)
    return _parts_number(text[max(0, offset - _WIDTH) : offset], text[offset : offset + _WIDTH])


def between_letters(text: str, offset: int) -> bool:
    """Whether letters of one word stand on both sides."""
    return bool(_ONE_LETTER.match(text, offset) and _ONE_LETTER.match(text, offset - 1))


_ENDS_WORD = re.compile(f"[{_NO_LETTERS}{_UNSPACED}{_EMOJI}]")


def end_of_word(text: str, offset: int) -> int:
    """Where the letters from there on end."""
    found = _ENDS_WORD.search(text, offset)
    return found.start() if found else len(text)


def _parts_number(left: str, right: str) -> bool:
    if _NUMBER_PARTED.search(f"{left[-3:]}|{right[:3]}"):
        return True
    gap = left[len(left.rstrip(" -")) :] + right[: len(right) - len(right.lstrip(" -"))]
    if gap not in (" ", "-"):
        return False
    outer, inner = left.rstrip(" -"), right.lstrip(" -")
    if gap == " " and _THOUSANDS_RIGHT.match(inner) and _THOUSANDS_LEFT.search(outer):
        return True
    before, after = _LAST_PART.search(outer), _FIRST_PART.match(inner)
    return bool(before and after and _make_one(before[0].casefold(), after[0].casefold(), hyphen=gap == "-"))


def _make_one(before: str, after: str, *, hyphen: bool) -> bool:
    """Whether two words are one number or, with a hyphen, a word and its negation."""
    if hyphen and before in NEGATIONS:
        return True
    if before[-1:].isdigit():
        return after in MULTIPLIERS
    return before in NUMBERS and after in NUMBERS


_ABBREVIATIONS = re.compile(
    "mr|mrs|ms|dr|st|prof|gen|col|lt|sgt|capt|sen|rep|gov|pres|vs|kun|vysk|dyr|red|inż|hab|im|ul|г|вул|праф",
    re.IGNORECASE,
)
_SPEECH = re.compile("[:,] ?[\"']")


def opens_sentence(words: Wording, number: int) -> bool:
    """Whether a word may have its capital only for being the first of a sentence, a block or direct speech."""
    start = words.starts[number]
    if number == 0:
        return True
    before, end = words.words[number - 1], words.ends[number - 1]
    if any(between in words.breaks for between in range(end, start)):
        return True
    if before[0] not in STOPS:
        return bool(_SPEECH.search(words.text[end:start]))
    named = words.words[number - 2] if number > 1 else ""
    return before != "." or not (_ABBREVIATIONS.fullmatch(named) or (len(named) == 1 and named.isupper()))
