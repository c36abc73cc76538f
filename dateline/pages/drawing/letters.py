"""How wide words are when drawn, without a font: an estimate on the safe side, in CSS pixels.

The widths are those of wide system typefaces (Verdana, DejaVu Sans): words in narrower ones only leave more room.
"""

import re
from functools import lru_cache
from unicodedata import combining, east_asian_width, normalize

SIZE = 12
"""The size of a label's letters, in CSS pixels."""

_THIN, _SLIM, _MILD, _PLAIN, _BROAD, _WIDE, _FULL = 0.33, 0.43, 0.58, 0.635, 0.75, 0.97, 1.06
"""Widths of letters, in ems."""

_BY_LETTER = {
    **dict.fromkeys("ijlI|!:;.,'’‘`·", _THIN),
    **dict.fromkeys(' ftr()[]{}/\\-“”„"*°J', _SLIM),
    **dict.fromkeys("scxzvykEFLTPSaeo?–", _MILD),
    **dict.fromkeys("bdghnpquBKRXYZ0123456789«»", _PLAIN),
    **dict.fromkeys("mwMW%@&—…æœÆŒ", _WIDE),
    **dict.fromkeys("іїј", _THIN),
    **dict.fromkeys("гґтсзхукваеопрнл", _PLAIN),
    **dict.fromkeys("шщжюыфмШЩЖЮЫФМ", _WIDE),
    **dict.fromkeys("اأإآلدذرزوؤ", _SLIM),
    **dict.fromkeys("سشصضطظ", _WIDE),
    **dict.fromkeys("ł", _THIN),
    "\u2068": 0.0,
    "\u2069": 0.0,
}
_LAST_LATIN = "\u024f"


@lru_cache(maxsize=8192)  # a pure function of a few words; an event's label stands in the drawings of its neighbours
def width(text: str, size: float = SIZE) -> float:
    """The width of words in letters of a size, both in CSS pixels."""
    return sum(map(_em, text)) * size


@lru_cache(maxsize=4096)  # a pure function of a letter
def _em(letter: str) -> float:
    found = _BY_LETTER.get(letter)
    if found is not None:
        return found
    if letter <= _LAST_LATIN:
        plain = normalize("NFD", letter)[0]
        if plain != letter:
            return _em(plain)
        return _BROAD if letter.isupper() else _PLAIN
    if combining(letter) or not letter.isprintable():
        return 0.0
    return _FULL if east_asian_width(letter) in "WF" else _BROAD


def shortened(text: str, most: float, size: float = SIZE) -> str:
    """The words, or as many of their letters as fit a width, with an ellipsis; cut between words where that is near."""
    if width(text, size) <= most:
        return text
    taken, room = 0, most / size - _em("…")
    for letter in text:
        room -= _em(letter)
        if room < 0:
            break
        taken += 1
    kept = text[:taken]
    space = kept.rfind(" ")
    near = space > taken * 2 // 3
    return (kept[:space] if near and not text[taken : taken + 1].isspace() else kept).rstrip(" ,;:–-") + "…"


def isolated(text: str) -> str:
    """Words that hold letters of a script written from right to left, so marked that they keep their own order."""
    return f"\u2068{text}\u2069" if not text.isascii() and _FROM_RIGHT(text) else text


_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufefc\U00010800-\U00010fff]").search
"""Finds a letter of a script that is written from right to left: Hebrew to Arabic Extended-A, and their forms."""
