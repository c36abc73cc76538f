"""Passages of a text that a quote may have become: found by its words and by what stood beside it, and weighed.

Evidence counts in code points: those of the quote, as far as its words are still there, and those of its prefix and
suffix, as far as they stand beside the passage. So a short quote is found by its surroundings, a long one by itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import pairwise

from msgspec import Struct
from rapidfuzz import process
from rapidfuzz.distance import Indel

from dateline.linking.aligning import ALIKE, align, align_long, likeness, weight
from dateline.linking.meaning import Pair
from dateline.linking.standing import Sought, stands_after, stands_before
from dateline.linking.wording import STOPS, Wording, parts_word, wording


class Terrain(Struct, frozen=True):
    """A text to look for quotes in."""

    words: Wording
    index: Mapping[str, Sequence[int]]
    """Where each word stands, by number."""


def terrain(words: Wording) -> Terrain:
    """A text made ready to be searched."""
    index: dict[str, list[int]] = {}
    for number, key in enumerate(words.keys):
        index.setdefault(key, []).append(number)
    return Terrain(words, index)


class Hunt(Struct, frozen=True):
    """A quote to look for by its words."""

    wanted: Sought
    quote: Wording
    before: tuple[str, ...]
    """The words of the prefix that are closest to the quote."""
    after: tuple[str, ...]
    effort: int
    """How many pairs of words may be compared."""


class Passage(Struct, frozen=True):
    """A stretch of a text that a quote may have become."""

    start: int
    end: int
    first: int
    last: int
    """The numbers of its first word and the one after its last."""
    pairs: tuple[Pair, ...]
    likeness: float
    """How far the words are the quote's, 0 to 1."""
    before: float
    """How far the prefix stands beside it, 0 to 1; 1 is exactly. 0 where none was given."""
    after: float
    evidence: float


_CLOSE = 12
"""So many words of a prefix or suffix take part in finding a passage."""
LONGEST = 2_000
"""Quotes of more words are found only where they stand unchanged."""
_LONG = 150
"""Longer quotes are laid beside a text by their equal words only."""


def hunt(wanted: Sought, effort: int) -> Hunt:
    """A quote made ready to be looked for."""
    before, after = wording(wanted.before[-_REACH:]).keys[-_CLOSE:], wording(wanted.after[:_REACH]).keys[:_CLOSE]
    return Hunt(wanted, wording(wanted.words), before, after, effort)


_REACH = 200

Span = tuple[int, int]


def passages(land: Terrain, game: Hunt, taken: Sequence[Span]) -> list[Passage]:
    """What the quote may have become, best first; none overlaps another or a stretch that is taken (code points)."""
    if not game.quote.keys or len(game.quote.keys) > LONGEST:
        return []
    found = [*_enclosed(land, game, taken), *_alike(land, game, _free(land, taken))]
    if not found:
        return []
    best = max(found, key=_rank)
    if best.likeness < _HOPELESS and best.before < 1 and best.after < 1:
        return [best]
    others = _alike(land, game, _free(land, [*taken, (best.start, best.end)]))
    apart = [one for one in (*found, *others) if one.end <= best.start or one.start >= best.end]
    return [best, *sorted(apart, key=_rank, reverse=True)]


_HOPELESS = 0.4
"""With words as little alike as that and nothing beside them, nobody asks for the second best."""


def _rank(one: Passage) -> tuple[float, float, int]:
    return one.evidence, one.likeness, -one.start


def _free(land: Terrain, taken: Sequence[Span]) -> list[Span]:
    """The words, by number, that are not taken."""
    borders = [0]
    for start, end in sorted(taken):
        borders += (land.words.last_until(start), land.words.first_from(end))
    borders.append(len(land.words.words))
    pairs = list(pairwise(borders))[::2]
    return [(first, last) for first, last in pairs if first < last]


def _alike(land: Terrain, game: Hunt, free: list[Span]) -> list[Passage]:
    """The best passage of each stretch that is worth a look."""
    pattern = (*game.before, *game.quote.keys, *game.after)
    total = sum(last - first for first, last in free)
    spans = free if total * len(pattern) <= game.effort else _promising(land, game, pattern, free)
    found = (_best_within(land, game, first, last) for first, last in spans)
    return [one for one in found if one]


def _best_within(land: Terrain, game: Hunt, first: int, last: int) -> Passage | None:
    keys = land.words.keys[first:last]
    if len(game.quote.keys) > _LONG:
        found = [(old, None if new is None else new + first) for old, new in align_long(game.quote.keys, keys)]
        return _passage(land, game, found)
    lead, trail = len(game.before), len(game.before) + len(game.quote.keys)
    pattern = (*game.before, *game.quote.keys, *game.after)
    pairs = [(old, None if new is None else new + first) for old, new in align(pattern, keys)]
    return _passage(land, game, _of_quote(land, game, pairs, lead, trail))


def _of_quote(land: Terrain, game: Hunt, pairs: list[Pair], lead: int, trail: int) -> list[Pair]:
    """What of an alignment belongs to the quote; new words between it and a prefix or suffix that stands do too."""
    own = [number for number, (old, new) in enumerate(pairs) if old is not None and lead <= old < trail]
    start, end = own[0], own[-1] + 1
    while start > 0 and pairs[start - 1][0] is None:
        start -= 1
    while end < len(pairs) and pairs[end][0] is None:
        end += 1
    text, wanted = land.words, game.wanted
    first, last = pairs[start][1], pairs[end - 1][1]
    if not wanted.before or first is None or not stands_before(text.text, text.starts[first], wanted.before):
        start = own[0]
    if not wanted.after or last is None or not stands_after(text.text, text.ends[last], wanted.after):
        end = own[-1] + 1
    return [(None if old is None else old - lead, new) for old, new in pairs[start:end]]


def _passage(land: Terrain, game: Hunt, pairs: Sequence[Pair]) -> Passage | None:
    """The passage that the pairs describe, weighed; nothing where no word is left."""
    numbers = [new for _, new in pairs if new is not None]
    if not any(land.words.words[number][0] not in STOPS for number in numbers):
        return None
    start, end = _with_marks(land.words, game.quote, numbers[0], numbers[-1])
    text = land.words.text
    parts = parts_word(text, start, land.words.breaks) or parts_word(text, end, land.words.breaks)
    if parts or " " in (text[start], text[end - 1]):
        return None
    first, last = land.words.first_from(start), land.words.last_until(end)
    grown = [(None, number) for number in range(numbers[-1] + 1, last)]
    pairs = [*((None, number) for number in range(first, numbers[0])), *pairs, *grown]
    alike = _likeness(land, game, pairs)
    before, after = beside(text, start, end, game.wanted)
    evidence = weigh(game.wanted, alike, before, after)
    return Passage(start, end, first, last, tuple(pairs), alike, before, after, evidence)


def _with_marks(text: Wording, quote: Wording, first: int, last: int) -> Span:
    """Code points from one word to another, with punctuation at the ends that the quote has there too."""
    start, end = text.starts[first], text.ends[last]
    head, tail = quote.text[: quote.starts[0]], quote.text[quote.ends[-1] :]
    if head and text.text.endswith(head, 0, start):
        start -= len(head)
    if tail and text.text.startswith(tail, end):
        end += len(tail)
    return _outwards(text, start, -1), _outwards(text, end, 1)


_LONGEST_NUMBER = 60


def _outwards(text: Wording, offset: int, step: int) -> int:
    """The next border of a word or number in words, if it is not too far."""
    for _ in range(_LONGEST_NUMBER):
        if not parts_word(text.text, offset, text.breaks):
            break
        offset += step
    return offset


def _likeness(land: Terrain, game: Hunt, pairs: Sequence[Pair]) -> float:
    shared = total = 0.0
    for old, new in pairs:
        here = game.quote.keys[old] if old is not None else None
        there = land.words.keys[new] if new is not None else None
        total += (weight(here) if here else 0) + (weight(there) if there else 0)
        if here and there:
            shared += (weight(here) + weight(there)) * likeness(here, there) ** 2
    return shared / total if total else 0.0


def beside(text: str, start: int, end: int, wanted: Sought) -> tuple[float, float]:
    """How far prefix and suffix stand beside a stretch, 0 to 1 each; 0 where none was given."""
    before = after = 0.0
    if wanted.before:
        exactly = stands_before(text, start, wanted.before)
        near = text[max(0, start - len(wanted.before) - 1) : start].strip()
        before = 1.0 if exactly else _near(wanted.before, near)
    if wanted.after:
        exactly = stands_after(text, end, wanted.after)
        after = 1.0 if exactly else _near(wanted.after, text[end : end + len(wanted.after) + 1].strip())
    return before, after


_COMPARED = 200
"""So much of a prefix or suffix is compared, in code points."""


def _near(wanted: str, there: str) -> float:
    """How far two surroundings are one: unrelated ones share half of their letters."""
    return max(0.0, 2 * Indel.normalized_similarity(wanted[:_COMPARED], there[:_COMPARED]) - 1) * 0.9


_WORDS_COUNT = 60
_SIDE_COUNTS = 32
_BOTH_SIDES = 15
"""What it is worth that prefix and suffix both stand: that hardly happens by chance, however short they are."""


def weigh(wanted: Sought, alike: float, before: float, after: float) -> float:
    """The evidence for a passage."""
    words = max(0.0, 2 * alike - 1) * min(len(wanted.words), _WORDS_COUNT)
    sides = before * min(len(wanted.before), _SIDE_COUNTS) + after * min(len(wanted.after), _SIDE_COUNTS)
    return words + sides + (_BOTH_SIDES if before == after == 1 else 0)


_TRIED = 20
"""So many places of a prefix are tried, and so many of a suffix after each."""


def _enclosed(land: Terrain, game: Hunt, taken: Sequence[Span]) -> Iterator[Passage]:
    """What stands between prefix and suffix, whatever it is."""
    for start, end in gaps(land.words.text, game.wanted):
        first, last = land.words.first_from(start), land.words.last_until(end)
        if first >= last or any(start < stop and begin < end for begin, stop in taken):
            continue
        if (last - first) * len(game.quote.keys) <= game.effort:
            pairs = align(game.quote.keys, land.words.keys[first:last], fixed=True)
            shifted = [(old, None if new is None else new + first) for old, new in pairs]
            found = _passage(land, game, shifted)
            if found and found.before == found.after == 1:
                yield found


def gaps(text: str, wanted: Sought) -> Iterator[Span]:
    """What stands between the prefix and the suffix, if both are given; empty where they have come together."""
    if not (wanted.before and wanted.after):
        return
    most = 2 * len(wanted.words) + 80
    at = text.find(wanted.before)
    for _ in range(_TRIED):
        if at < 0:
            return
        start = at + len(wanted.before)
        end = text.find(wanted.after, start, start + most + len(wanted.after))
        tried = 0
        while end >= 0 and tried < _TRIED:
            yield _stripped(text, start, end)
            end, tried = text.find(wanted.after, end + 1, start + most + len(wanted.after)), tried + 1
        at = text.find(wanted.before, at + 1)


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start] == " ":
        start += 1
    while start < end and text[end - 1] == " ":
        end -= 1
    return start, end


_VOTES = 4_000
_FEWEST_WINDOWS = 2
_LOOKED_UP = 6
"""So many words of a quote that the text does not have are looked for in other spellings."""


def _promising(land: Terrain, game: Hunt, pattern: Sequence[str], free: list[Span]) -> list[Span]:
    """Stretches where many words of the quote stand at about the right distance from each other."""
    width = max(8, len(pattern) // 4)
    votes: dict[int, float] = {}
    for offset, positions, worth in _rarest_first(land, game, pattern):
        for position in positions:
            line = (position - offset) // width
            votes[line] = votes.get(line, 0) + worth
            votes[line - 1] = votes.get(line - 1, 0) + worth
    size = len(pattern) + 3 * width
    most = max(_FEWEST_WINDOWS, game.effort // (size * len(pattern)))
    chosen: list[int] = []
    for line in nsmallest(4 * most, votes, key=lambda line: (-votes[line], line)):
        if len(chosen) < most and line - 1 not in chosen and line + 1 not in chosen:
            chosen.append(line)
    windows = [(line * width - width // 2, line * width - width // 2 + size) for line in sorted(chosen)]
    return [
        (max(first, low), min(last, high))
        for low, high in windows
        for first, last in free
        if first < high and low < last
    ]


def _rarest_first(land: Terrain, game: Hunt, pattern: Sequence[str]) -> Iterator[tuple[int, Sequence[int], float]]:
    """Words of the pattern with where they stand and what that tells, until enough have been looked at."""
    found: list[tuple[int, Sequence[int], float]] = []
    for offset, key in enumerate(pattern):
        positions = land.index.get(key)
        if positions:
            found.append((offset, positions, weight(key) / len(positions) ** 0.5))
    missing = [(offset, key) for offset, key in enumerate(pattern) if key not in land.index]
    found += _respelled(land, game, missing)
    left = min(_VOTES, game.effort // 4)
    for offset, positions, worth in sorted(found, key=lambda one: (len(one[1]), one[0])):
        yield offset, positions[:left], worth
        left -= len(positions)
        if left <= 0:
            return


def _respelled(land: Terrain, game: Hunt, missing: list[tuple[int, str]]) -> Iterator[tuple[int, Sequence[int], float]]:
    longest = sorted(missing, key=lambda one: (-len(one[1]), one[0]))[:_LOOKED_UP]
    affordable = 4 * game.effort // max(1, len(land.index))
    for offset, key in longest[:affordable]:
        similar = process.extract(
            key, land.index.keys(), scorer=Indel.normalized_similarity, score_cutoff=ALIKE, limit=3
        )
        for other, alike, _ in similar:
            positions = land.index[other]
            yield offset, positions, weight(key) * alike / len(positions) ** 0.5
