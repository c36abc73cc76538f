"""Two wordings laid side by side: which word of a text stands for which word of a quote.

Costs count in words of middling length. Knows nothing of prefixes, states and meaning.
"""

from collections.abc import Sequence

from msgspec import Struct
from rapidfuzz import process
from rapidfuzz.distance import Indel, LCSseq

from dateline.linking.meaning import Pair
from dateline.linking.wording import STOPS

ALIKE = 0.6
"""Two words are taken for spellings or cases of one word from this share of common letters on."""
_SHORTEST_ALIKE = 3
_DELETED = 1.0
_INSERTING = 0.5
"""A word put in costs less than one that is gone: the quote's own words are looked for first."""
_STOP_INSERTING = 1.5
"""What it costs to run into another sentence."""
_REPLACED = 0.3
"""What it costs, beyond their weight, that words have nothing in common."""
_STOP_WEIGHT = 1.2
_LONGEST_WORD = 64
"""Longer words are the same or not; letters are not compared."""


def weight(key: str) -> float:
    """How much a word tells: longer ones are rarer."""
    return 1 + min(len(key), 10) / 5 if key[0].isalnum() else _STOP_WEIGHT


_NUMBERS_ALIKE = 0.5
"""Two numbers are a little alike, so that they are set side by side."""


def likeness(one: str, other: str) -> float:
    """How far two words are one, 0 to 1."""
    if one == other:
        return 1.0
    if one[0].isdigit() and other[0].isdigit():
        return _NUMBERS_ALIKE
    return Indel.normalized_similarity(one, other, score_cutoff=ALIKE) if _has_letters(one, other) else 0.0


def _has_letters(*keys: str) -> bool:
    return all(_SHORTEST_ALIKE <= len(key) <= _LONGEST_WORD for key in keys)


def align(old: Sequence[str], new: Sequence[str], *, fixed: bool = False) -> tuple[Pair, ...]:
    """The words of `old`, in order, with those of `new` that stand for them where it fits best.

    New words before and after the place are left out; `fixed` says that the place is all of `new`.
    """
    steps = _steps(old, new, fixed=fixed)
    here, there = len(old), steps[1]
    pairs: list[Pair] = []
    rows = steps[0]
    while here > 0 or (fixed and there > 0):
        step = rows[here][there]
        here, there = here - (step != _INSERTED), there - (step != _GONE)
        pairs.append((None if step == _INSERTED else here, None if step == _GONE else there))
    return tuple(reversed(pairs))


_PAIRED, _GONE, _INSERTED = 0, 1, 2


def _steps(old: Sequence[str], new: Sequence[str], *, fixed: bool) -> tuple[list[bytearray], int]:
    """The best last step to each pair of lengths, and where in `new` the best place ends."""
    weights = [weight(key) for key in new]
    inserting = [_STOP_INSERTING if key[0] in STOPS else weight(key) * _INSERTING for key in new]
    costs = [0.0] * (len(new) + 1)
    rows = [bytearray([_INSERTED]) * (len(new) + 1)]
    if fixed:
        for there, more in enumerate(inserting):
            costs[there + 1] = costs[there] + more
    places = _places(new)
    lettered = [key for key in places if _has_letters(key)]
    known: dict[str, list[float]] = {}
    for key in old:
        if key not in known:
            known[key] = _replacing(key, weights, places, lettered)
        costs, row = _row(costs, weight(key) + _DELETED, known[key], inserting)
        rows.append(row)
    return rows, len(new) if fixed else costs.index(min(costs))


def _places(keys: Sequence[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for number, key in enumerate(keys):
        places.setdefault(key, []).append(number)
    return places


def _replacing(
    key: str, weights: Sequence[float], places: dict[str, list[int]], lettered: Sequence[str]
) -> list[float]:
    """What it costs that each of the new words stands for this one."""
    own = weight(key)
    costs = [(own + other) / 2 + _REPLACED for other in weights]
    for other, numbers in places.items():
        if (other[0] in STOPS) != (key[0] in STOPS):
            for number in numbers:
                costs[number] += own + weights[number]  # a word is no end of a sentence
    alike = {key: 1.0} if key in places else {}
    if key[0].isdigit():
        alike |= {other: likeness(key, other) for other in places if other[0].isdigit()}
    elif _has_letters(key):
        found = process.extract(key, lettered, scorer=Indel.normalized_similarity, score_cutoff=ALIKE, limit=None)
        alike |= {other: score for other, score, _ in found}
    for other, score in alike.items():
        for number in places[other]:
            costs[number] = (own + weights[number]) / 2 * (1 - score)
    return costs


def _row(
    costs: list[float], gone: float, replacing: list[float], inserting: list[float]
) -> tuple[list[float], bytearray]:
    """One more old word: the cheapest way to each length of `new`."""
    best = costs[0] + gone
    made, steps = [best], bytearray([_GONE])
    for above, diagonal, change, more in zip(costs[1:], costs, replacing, inserting, strict=False):
        inserted, paired, dropped = best + more, diagonal + change, above + gone
        best, step = (paired, _PAIRED) if paired <= dropped else (dropped, _GONE)
        if inserted < best:
            best, step = inserted, _INSERTED
        made.append(best)
        steps.append(step)
    return made, steps


class Block(Struct, frozen=True):
    """Words that stand in both wordings in one piece."""

    old: int
    new: int
    length: int


def align_long(old: Sequence[str], new: Sequence[str]) -> tuple[Pair, ...]:
    """As `align`, for thousands of words: equal words only are recognised, ends are less exact."""
    blocks = [
        Block(step.src_start, step.dest_start, step.src_end - step.src_start)
        for step in LCSseq.opcodes(old, new)
        if step.tag == "equal"
    ]
    kept = _together(blocks)
    if not kept:
        return tuple((number, None) for number in range(len(old)))
    lead = min(kept[0].old, kept[0].new)
    trail = min(len(old) - kept[-1].old - kept[-1].length, len(new) - kept[-1].new - kept[-1].length)
    here, there = 0, kept[0].new - (lead if lead <= _RAGGED else 0)
    pairs: list[Pair] = []
    for block in kept:
        pairs += _filled(here, block.old, there, block.new)
        pairs += [(block.old + step, block.new + step) for step in range(block.length)]
        here, there = block.old + block.length, block.new + block.length
    return (*pairs, *_filled(here, len(old), there, there + (trail if trail <= _RAGGED else 0)))


_RAGGED = 5
"""So many words that changed at an end are set beside what stands there."""


def _together(blocks: list[Block]) -> list[Block]:
    """The run of blocks that lie close together and have most words."""
    best = score = 0.0
    first = best_first = best_end = 0
    for number, block in enumerate(blocks):
        gap = block.new - blocks[number - 1].new - blocks[number - 1].length if number > first else 0
        score -= gap / 2
        if score <= 0:
            score, first = 0.0, number
        score += block.length
        if score > best:
            best, best_first, best_end = score, first, number + 1
    return blocks[best_first:best_end]


def _filled(old: int, old_end: int, new: int, new_end: int) -> list[Pair]:
    """Words between blocks, set side by side as far as they go."""
    paired = min(old_end - old, new_end - new)
    pairs: list[Pair] = [(old + step, new + step) for step in range(paired)]
    pairs += [(number, None) for number in range(old + paired, old_end)]
    return pairs + [(None, number) for number in range(new + paired, new_end)]
