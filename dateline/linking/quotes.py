"""Where quotes stand in a visible text now: the states of the manual's table, weighed and never guessed in silence.

Words that stand exactly once, beside the prefix and suffix given, are found first. For the rest, all places are weighed
together: the same words elsewhere, and other words in the same surroundings. Knows nothing of documents.
"""

from collections.abc import Sequence

from msgspec import Struct

from dateline.kernel.folding import Folded, fold
from dateline.linking.meaning import Guard, Judge, Pair, counts, judge_of, negates, same, touched
from dateline.linking.nearby import Hunt, Passage, Terrain, beside, gaps, hunt, passages, terrain, weigh
from dateline.linking.standing import (
    Selector,
    Sought,
    as_written,
    selector_for,
    sought,
    standing,
    stands_after,
    stands_before,
    stretch_after,
    stretch_before,
    surroundings,
    tell_apart,
    written,
)
from dateline.linking.wording import Wording, breaks_of, wording
from dateline.model.anchors import Ambiguous, Anchor, Candidate, Changed, Exact, Moved, Orphan, Whole

__all__ = ["AnchorTask", "Guard", "Selector", "anchor", "anchor_all", "selector_for"]


class AnchorTask(Struct, frozen=True):
    """All quotes that are looked for in one text."""

    text: str
    """The visible text: blocks parted by line feeds, cells by tabs."""
    selectors: tuple[Selector, ...]
    guard: Guard


def anchor_all(task: AnchorTask) -> tuple[Anchor, ...]:
    """Where each quote stands, in the quotes' order."""
    return anchor(task.text, task.selectors, task.guard)


_EFFORT = 1_000_000
"""So many pairs of words are compared for all quotes of one text, shared evenly among those that do not stand there."""
_MOST_EFFORT, _LEAST_EFFORT = 150_000, 3_000
"""For one quote."""


def anchor(text: str, selectors: Sequence[Selector], guard: Guard) -> tuple[Anchor, ...]:
    """Where each quote stands, in the quotes' order; offsets count code points of the text as it stands."""
    whole = fold(text)
    wanted = [sought(one) for one in selectors]
    breaks = breaks_of(text, whole)
    settled = [_settled(text, whole, one, breaks) for one in wanted]
    missing = settled.count(None)
    if not missing:
        return tuple(one for one in settled if one)
    land = terrain(wording(whole.text, breaks))
    scene = _Scene(text, whole, land, judge_of(guard, land.words))
    effort = min(_MOST_EFFORT, max(_LEAST_EFFORT, _EFFORT // missing))
    return tuple(
        found or _weighed(scene, hunt(one, effort), selector)
        for found, one, selector in zip(settled, wanted, selectors, strict=True)
    )


class _Scene(Struct, frozen=True):
    text: str
    whole: Folded
    land: Terrain
    judge: Judge

    @property
    def words(self) -> Wording:
        return self.land.words


def _settled(text: str, whole: Folded, wanted: Sought, breaks: frozenset[int]) -> Anchor | None:
    """What is found by looking for the very words; nothing where they do not stand beside what is given."""
    if not wanted.words:
        return Whole()
    starts = standing(whole.text, wanted, breaks=breaks)
    if not starts:
        return None
    if len(starts) > 1:
        return _ambiguous(text, whole, wanted, starts)
    return Exact(*whole.unfold(starts[0], starts[0] + len(wanted.words)))


def _ambiguous(text: str, whole: Folded, wanted: Sought, starts: list[int]) -> Ambiguous:
    befores = tell_apart(whole.text, starts)
    return Ambiguous(
        tuple(
            Candidate(*whole.unfold(start, start + len(wanted.words)), written(text, whole, before))
            for start, before in zip(starts, befores, strict=True)
        )
    )


def _weighed(scene: _Scene, game: Hunt, selector: Selector) -> Anchor:
    """The same words without the surroundings given, or other words: whichever has more evidence."""
    wanted = game.wanted
    hits = _hits(scene.words, wanted)
    taken = [(start, start + len(wanted.words)) for start in hits]
    passage = _acceptable(scene, game, passages(scene.land, game, taken))
    evidence = [_evidence(scene, wanted, start) for start in hits]
    if passage and passage.evidence > max(evidence, default=0.0):
        return _changed(scene, game, selector, passage)
    chosen = _chosen(hits, evidence, wanted)
    if chosen is not None:
        return _moved(scene, game, selector, chosen)
    return _ambiguous(scene.text, scene.whole, wanted, hits) if hits else Orphan()


def _hits(words: Wording, wanted: Sought) -> list[int]:
    """Where the words stand with some of what is given, or nothing of it."""
    if not (wanted.before or wanted.after):
        return []
    sides = [("", "")]
    sides += [(wanted.before, ""), ("", wanted.after)] if wanted.before and wanted.after else []
    found = (standing(words.text, Sought(wanted.words, *side), breaks=words.breaks) for side in sides)
    return sorted({start for starts in found for start in starts})


def _evidence(scene: _Scene, wanted: Sought, start: int) -> float:
    return weigh(wanted, 1.0, *beside(scene.whole.text, start, start + len(wanted.words), wanted))


MARGIN = 0.12
"""By how much of all possible evidence a place must be better than any other."""


def _margin(wanted: Sought) -> float:
    return MARGIN * weigh(wanted, 1.0, float(bool(wanted.before)), float(bool(wanted.after)))


def _chosen(hits: list[int], evidence: list[float], wanted: Sought) -> int | None:
    if len(hits) == 1:
        return hits[0]
    ranked = sorted(zip(evidence, hits, strict=True), reverse=True)
    return ranked[0][1] if ranked and ranked[0][0] - ranked[1][0] >= _margin(wanted) else None


ALONE = 0.7
"""How alike words must be that nothing beside them confirms."""
BESIDE = 0.4
"""How alike they must be where a prefix or suffix of some length stands."""
OUTSPOKEN, OUTSPOKEN_BESIDE = 0.6, 0.2
"""The same where the difference touches meaning: then the author is told by an error."""
STRANGE = 0.8
"""How alike they must be where neither the prefix nor the suffix given stands anywhere near."""
_TELLING = 16
"""A prefix or suffix of so many code points tells a place."""
_NOTHING_NEAR = 0.3


def _acceptable(scene: _Scene, game: Hunt, found: list[Passage]) -> Passage | None:
    """The best passage, if it is close enough and clearly closer than any other."""
    if not found or found[0].likeness < _threshold(scene, game, found[0]):
        return None
    best, others = found[0], found[1:]
    if others and not _clearly_closer(best, others[0], game.wanted):
        return None
    return None if _was_cut_out(scene.whole.text, game.wanted, best) else best


_AS_ALIKE = 0.1


def _clearly_closer(best: Passage, other: Passage, wanted: Sought) -> bool:
    """By evidence; or a prefix or suffix stands beside it and not beside the other, which is hardly more alike."""
    if best.evidence - other.evidence >= _margin(wanted):
        return True
    sides = (best.before == 1) + (best.after == 1) - (other.before == 1) - (other.after == 1)
    return sides > 0 and best.likeness >= other.likeness - _AS_ALIKE


def _threshold(scene: _Scene, game: Hunt, passage: Passage) -> float:
    wanted = game.wanted
    length = len(wanted.before) * (passage.before == 1) + len(wanted.after) * (passage.after == 1)
    outspoken = bool(touched(game.quote, scene.words, passage.pairs, scene.judge))
    if passage.before == passage.after == 1 and (outspoken or length >= _TELLING / 2):
        return 0.0
    if (wanted.before or wanted.after) and max(passage.before, passage.after) < _NOTHING_NEAR:
        return STRANGE
    alone, beside_all = (OUTSPOKEN, OUTSPOKEN_BESIDE) if outspoken else (ALONE, BESIDE)
    return alone - (alone - beside_all) * min(1.0, length / _TELLING)


_NEAR = 40
"""So close to a passage, in code points, a prefix or suffix is still beside it."""


def _was_cut_out(text: str, wanted: Sought, best: Passage) -> bool:
    """Whether the surroundings given are still there without the passage, so that what was found is another."""
    if best.before == 1 and best.after == 1:
        return False
    if any(start == end for start, end in gaps(text, wanted)):
        return True
    if best.before == 1 or best.after == 1:
        return False
    before = text[max(0, best.start - len(wanted.before) - _NEAR) : best.start]
    after = text[best.end : best.end + len(wanted.after) + _NEAR]
    sides = [
        (one, there) for one, there in ((wanted.before, before), (wanted.after, after)) if len(one) >= _TELLING / 2
    ]
    return any(one in text for one, _ in sides) and not any(one in there for one, there in sides)


def _changed(scene: _Scene, game: Hunt, selector: Selector, passage: Passage) -> Changed:
    meaning = touched(game.quote, scene.words, passage.pairs, scene.judge)
    edges = _edges(scene, game, passage)
    start, end = scene.whole.unfold(passage.start, passage.end)
    prefix, suffix = _renewed(scene, selector, game.wanted, passage.start, passage.end)
    return Changed(start, end, scene.text[start:end], edges[0] + meaning + edges[1], prefix, suffix)


_Meaning = tuple[tuple[str, str], ...]


def _edges(scene: _Scene, game: Hunt, passage: Passage) -> tuple[_Meaning, _Meaning]:
    """A negation right before a passage that changed, and a number or a negation at an end that itself changed.

    Nobody knows whether it stood there before, unless a prefix or suffix says so.
    """
    words, first, last = scene.words, passage.first - 1, passage.last
    before: _Meaning = ()
    after: _Meaning = ()
    if first >= 0 and passage.before < 1:
        negation = negates(words.keys[first], scene.judge)
        number = not _kept(game, words, passage.pairs[0]) and counts(words.words[first], words.keys[first])
        before = (("", words.words[first]),) if negation or number else ()
    if last < len(words.words) and passage.after < 1 and not _kept(game, words, passage.pairs[-1]):
        telling = negates(words.keys[last], scene.judge) or counts(words.words[last], words.keys[last])
        after = (("", words.words[last]),) if telling else ()
    return before, after


def _kept(game: Hunt, words: Wording, pair: Pair) -> bool:
    here, there = pair
    return here is not None and there is not None and same(game.quote.words[here], words.words[there])


def _moved(scene: _Scene, game: Hunt, selector: Selector, start: int) -> Moved | Changed:
    end = start + len(game.wanted.words)
    grown = _grown(scene, game, start, end)
    if grown:
        return _changed(scene, game, selector, grown)
    prefix, suffix = _renewed(scene, selector, game.wanted, start, end)
    return Moved(*scene.whole.unfold(start, end), prefix, suffix)


_SQUEEZED_IN = 3
"""So many words between a passage and its prefix or suffix were put in between."""


def _grown(scene: _Scene, game: Hunt, start: int, end: int) -> Passage | None:
    """The passage with a number or negation that was put between it and its prefix or suffix, if there is one.

    `released` after the prefix `was` is not the same passage in `was not released`.
    """
    words, wanted = scene.words, game.wanted
    first, last = words.first_from(start), words.last_until(end)
    low, high = first, last
    for more in range(1, _SQUEEZED_IN + 1):
        if wanted.before and first >= more and stands_before(words.text, words.starts[first - more], wanted.before):
            low = first - more
            break
    for more in range(_SQUEEZED_IN):
        if (
            wanted.after
            and last + more < len(words.words)
            and stands_after(words.text, words.ends[last + more], wanted.after)
        ):
            high = last + more + 1
            break
    new = [*range(low, first), *range(last, high)]
    if not any(counts(words.words[one], words.keys[one]) or negates(words.keys[one], scene.judge) for one in new):
        return None
    pairs: list[Pair] = [(None, one) for one in range(low, first)]
    pairs += [(one - first, one) for one in range(first, last)]
    pairs += [(None, one) for one in range(last, high)]
    start, end = (words.starts[low] if low < first else start), (words.ends[high - 1] if high > last else end)
    return Passage(start, end, low, high, tuple(pairs), 1.0, *beside(words.text, start, end, wanted), 0.0)


def _renewed(scene: _Scene, selector: Selector, wanted: Sought, start: int, end: int) -> tuple[str | None, str | None]:
    """Prefix and suffix with which the stretch is found exactly: those given where they still stand, else new ones."""
    text = scene.whole.text
    before = after = ""
    prefix = suffix = None
    if wanted.before:
        stands = stands_before(text, start, wanted.before)
        stretch = stretch_before(text, start, len(wanted.before))
        before = wanted.before if stands else text[slice(*stretch)]
        prefix = selector.prefix if stands else written(scene.text, scene.whole, stretch)
    if wanted.after:
        stands = stands_after(text, end, wanted.after)
        stretch = stretch_after(text, end, len(wanted.after))
        after = wanted.after if stands else text[slice(*stretch)]
        suffix = selector.suffix if stands else written(scene.text, scene.whole, stretch)
    if standing(text, Sought(text[start:end], before, after), 2, scene.words.breaks) == [start]:
        return prefix or None, suffix or None
    found = surroundings(text, start, end, scene.words.breaks)
    before, after = as_written(scene.text, scene.whole, start, end, found)
    return before or None, after or None
