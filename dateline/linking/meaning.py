"""Whether words that changed touch meaning: numbers, negations, the calendar, units, names, and a site's own words.

Judged from the words alone, without knowing the language; where that is unsure, the meaning is taken to be touched.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from dateline.kernel.folding import folded
from dateline.linking.meaning_words import (
    CALENDAR,
    CAPITAL_CALENDAR,
    LITHUANIAN_NEGATIONS,
    NEGATING_PREFIXES,
    NEGATIONS,
    NUMBERS,
    SYMBOLS,
    UNITS,
)
from dateline.linking.wording import STOPS, Wording, opens_sentence, wording

Pair = tuple[int | None, int | None]
"""A word of the old wording and the one of the new that stands for it, by number; `None` where there is none."""


class Guard(Struct, frozen=True):
    """What a site adds to the words that touch meaning."""

    names: tuple[str, ...] = ()
    """The capitalised words of the names of its people, places and organisations."""
    words: tuple[str, ...] = ()
    """Its own words, letter case aside."""


class Judge(Struct, frozen=True):
    """What touches meaning in one text."""

    names: frozenset[str]
    stems: frozenset[str]
    """How names begin, letter case aside, so that their other cases are known too."""
    uncased: tuple[str, ...]
    """Names in scripts without capitals."""
    own: frozenset[str]
    lithuanian: bool


_STEM = 4
_LITHUANIAN = re.compile("[ėįųū]", re.IGNORECASE)


def judge_of(guard: Guard, text: Wording) -> Judge:
    """What touches meaning in this text: what the guard says, and names that the text itself shows to be names."""
    words = {word for name in guard.names for word in wording(folded(name)).words}
    cased = {word for word in words if word[0].isupper()}
    return Judge(
        names=frozenset(words | {_bare(text.words[number]) for number in _shown_names(text)}),
        stems=frozenset(word.casefold()[: max(_STEM, len(word) - 2)] for word in cased if len(word) >= _STEM),
        uncased=tuple(sorted(name for name in map(folded, guard.names) if name and name.lower() == name.upper())),
        own=frozenset(key for word in guard.words for key in wording(folded(word)).keys),
        lithuanian=bool(_LITHUANIAN.search(text.text)),
    )


def _shown_names(text: Wording) -> list[int]:
    """Words with a capital that they do not owe to their place."""
    return [number for number, word in enumerate(text.words) if word[0].isupper() and not opens_sentence(text, number)]


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("'")


def same(old: str, new: str) -> bool:
    """Whether two words are written alike; a number may have its thousands parted or not."""
    return old == new or (old[-1:].isdigit() and old.replace(" ", "") == new.replace(" ", ""))


def touched(old: Wording, new: Wording, pairs: Sequence[Pair], judge: Judge) -> tuple[tuple[str, str], ...]:
    """The old and new words, in pairs, in which two wordings of a passage differ in meaning."""
    opening = next((opens_sentence(new, there) for _, there in pairs if there is not None), True)
    found: list[list[Pair]] = []
    joins = False
    for pair in pairs:
        here, there = pair
        if here is not None and there is not None and same(old.words[here], new.words[there]):
            joins = False
        elif _touches(old, new, pair, judge, opening=opening):
            whole = here is not None and there is not None
            if joins and not (whole and None not in found[-1][-1]):
                found[-1].append(pair)
            else:
                found.append([pair])
            joins = True
    return tuple((_between(old, [a for a, _ in run]), _between(new, [b for _, b in run])) for run in found)


def _between(words: Wording, numbers: list[int | None]) -> str:
    there = [number for number in numbers if number is not None]
    return words.text[words.starts[there[0]] : words.ends[there[-1]]] if there else ""


def _touches(old: Wording, new: Wording, pair: Pair, judge: Judge, *, opening: bool) -> bool:
    here, there = pair
    if here is not None and there is not None and _opposite(old.keys[here], new.keys[there]):
        return True
    if there is not None and _carries_meaning(new, there, judge, opens=opens_sentence(new, there)):
        return True
    opens = here is not None and (opens_sentence(old, here) if here else opening)
    return here is not None and _carries_meaning(old, here, judge, opens=opens)


_SHORTEST_ROOT = 3


def _opposite(one: str, other: str) -> bool:
    """Whether one is the other with a negating prefix, or nearly: `paleido` and `nepaleis`."""
    for short, long in ((one, other), (other, one)):
        for prefix in NEGATING_PREFIXES:
            rest = long.removeprefix(prefix)
            if rest != long and len(rest) >= _SHORTEST_ROOT and (rest == short or _same_root(rest, short, prefix)):
                return True
    return False


def _same_root(one: str, other: str, prefix: str) -> bool:
    return prefix.startswith(("n", "н")) and one[:_SHORTEST_ROOT] == other[:_SHORTEST_ROOT] != prefix[:_SHORTEST_ROOT]


_ROMAN = re.compile("[IVXLCDM]{2,}")
_SIGN = re.compile(f"[{SYMBOLS}]")
_SLAVIC_NEGATION = re.compile("nie.{3}|не.{3}|ня.{3}", re.DOTALL)
_LITHUANIAN_NEGATION = re.compile("ne[^\\W\\d_]{2}")


def _carries_meaning(words: Wording, number: int, judge: Judge, *, opens: bool) -> bool:
    word, key = words.words[number], words.keys[number]
    if word[0] in STOPS:
        return False
    bare = _bare(key)
    return (
        counts(word, key)
        or negates(key, judge)
        or bare in CALENDAR
        or (bare in CAPITAL_CALENDAR and word[0].isupper())
        or bare in UNITS
        or bool(_SIGN.match(word))
        or not judge.own.isdisjoint((key, bare))
        or _is_name(words, number, judge, opens=opens)
    )


def counts(word: str, key: str) -> bool:
    """Whether a word is a number, in digits, in words or Roman."""
    return any(map(str.isdigit, word)) or key in NUMBERS or bool(_ROMAN.fullmatch(word))


def negates(key: str, judge: Judge) -> bool:
    """Whether a word is a negation or has one in it."""
    if key in NEGATIONS or key.endswith("n't") or _SLAVIC_NEGATION.match(key):
        return True
    return judge.lithuanian and (key in LITHUANIAN_NEGATIONS or bool(_LITHUANIAN_NEGATION.match(key)))


def _is_name(words: Wording, number: int, judge: Judge, *, opens: bool) -> bool:
    word = words.words[number]
    if word in judge.names or _bare(word) in judge.names:
        return True
    if word[0].isupper():
        return not opens or any(word.casefold()[:length] in judge.stems for length in range(_STEM, len(word) + 1))
    start, end = words.starts[number], words.ends[number]
    return any(
        word in name and name in words.text[max(0, start - len(name) + 1) : end + len(name) - 1]
        for name in judge.uncased
    )
