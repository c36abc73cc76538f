"""Which known word an author probably meant.

Likeness counts insertions, deletions, replacements and exchanges of neighbours (optimal string alignment), letter case
aside; a word that is a whole part of a longer name (`incursion` of `drone-incursion`) is like it too.
"""

import re
from collections.abc import Iterable

ENOUGH = 0.6
"""The least likeness worth a suggestion, from 0 (nothing in common) to 1 (equal but for letter case)."""

_AS_A_PART = 0.7
_SHORTEST_PART = 3
_LONGEST = 200
"""Words longer than this, in code points, are nobody's slip of the keyboard; they are not compared."""

_PARTS = re.compile(r"[\W_]+")


def nearest(word: str, choices: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """The choices most like a word, best first; equally like ones in code point order."""
    if len(word) > _LONGEST:
        return ()
    names = sorted(set(choices))
    folded = word.casefold()
    plain = [name.casefold() for name in names]
    likeness = {at: score for _, score, at in _alike(folded, plain)}
    if len(folded) >= _SHORTEST_PART:
        for at, name in enumerate(plain):
            if folded in name and folded in _PARTS.split(name):
                likeness[at] = max(likeness.get(at, 0), _AS_A_PART)
    best = sorted(likeness, key=lambda at: (-likeness[at], names[at]))
    return tuple(names[at] for at in best[:limit])


def _alike(word: str, names: list[str]) -> list[tuple[str, float, int]]:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - needed only where something is wrong
    from rapidfuzz.process import extract  # noqa: PLC0415

    return extract(word, names, scorer=OSA.normalized_similarity, score_cutoff=ENOUGH, limit=None)


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """A question that names the nearest choice, or an empty string where none is near."""
    found = nearest(word, choices, 1)
    return f'did you mean "{found[0]}"?' if found else ""
