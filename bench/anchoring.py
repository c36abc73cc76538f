"""How well quotes are found again: 1,000 edits made on a seed, each of which knows where its passage has gone.

    python bench/anchoring.py [NUMBER [SEED]]

The prose is `bench/anchoring_prose.txt`. Beside our anchors stands what a threshold on rapidfuzz's best partial match
does with the same edits. It knows neither prefix and suffix nor meaning, so a changed meaning is `unseen` there by
construction: compare the places in the column `wrong`. Several seeds, with commas between, are counted together.
"""

import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from rapidfuzz import fuzz

from dateline.kernel.folding import fold
from dateline.linking.meaning_words import CALENDAR as CALENDAR_IN_WORDS
from dateline.linking.meaning_words import NEGATIONS
from dateline.linking.meaning_words import NUMBERS as NUMBERS_IN_WORDS
from dateline.linking.meaning_words import UNITS as UNITS_IN_WORDS
from dateline.linking.quotes import Guard, Selector, anchor
from dateline.model.anchors import place, state

PROSE = (Path(__file__).parent / "anchoring_prose.txt").read_text("utf-8").strip().split("\n\n")
RIGHT = 0.75
"""A place is right from this share of common code points on (of those of either)."""

FILLERS = ("finally", "quietly", "apparently", "as", "usual", "rather", "clearly", "once", "again", "of", "course")
PLAIN = (
    "people",
    "things",
    "matter",
    "place",
    "story",
    "question",
    "answer",
    "problem",
    "report",
    "house",
    "river",
    "people's",
    "moment",
)
NAMES = ("Prague", "Helsinki", "Canada", "Müller", "Novak", "Tallinn", "Sweden", "Rossi")
NUMBERS = re.compile(r"\d[\d,:]*|\b(?:two|three|four|five|six|ten|eleven|twelve|fourteen|sixteen|seventeen|nineteen)\b")
CALENDAR = re.compile("January|April|June|August|September|October|November|December|Thursday")
UNITS = re.compile(r"\b(?:km|hours|days|weeks|euros|years)\b")
NAMED = re.compile(r"(?<=[a-z,] )[A-Z][a-zó]{3,}")
AUXILIARY = re.compile(r"\b(?:was|were|had|is|may|could|had been)\b")


class Edited(NamedTuple):
    """A text after an edit."""

    text: str
    start: int
    end: int
    """Where the passage is now; both 0 where it is gone."""
    meaning: bool
    """Whether the edit changed what the passage says."""


class Passage(NamedTuple):
    """A stretch of a sentence that is quoted."""

    text: str
    start: int
    end: int
    first: int
    last: int
    """Where its sentence begins and ends."""

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]


Edit = Callable[[Random, Passage], Edited | None]


def choose(rng: Random) -> Passage:
    text = rng.choice(PROSE)
    sentences = [found.span() for found in re.finditer(r"[^.]+\.", text)]
    first, last = rng.choice(sentences[1:-1])
    first += 1
    words = [found.span() for found in re.finditer(r"\S+", text[first:last])]
    length = min(len(words), rng.randint(3, 16))
    at = rng.randint(0, len(words) - length)
    return Passage(text, first + words[at][0], first + words[at + length - 1][1], first, last)


def within(passage: Passage, new: str, *, meaning: bool = False) -> Edited:
    """The passage's words replaced."""
    text = passage.text[: passage.start] + new + passage.text[passage.end :]
    return Edited(text, passage.start, passage.start + len(new), meaning)


def plain_words(passage: Passage, inside: int = 1) -> list[tuple[int, int]]:
    """Words without a meaning that is guarded, not the first or last."""
    found = [one.span() for one in re.finditer(r"\b[a-ząčęėįšųūžłóśźćńа-яёіў]{3,}\b", passage.words)]
    whole = [(a, b) for a, b in found if inside <= a and b <= len(passage.words) - inside]
    return [(a, b) for a, b in whole if not guarded(passage.words[a:b])]


def guarded(word: str) -> bool:
    return word in (NUMBERS_IN_WORDS | NEGATIONS | UNITS_IN_WORDS | CALENDAR_IN_WORDS) or word.startswith(("ne", "не"))


def at_word(change: Callable[[Random, str], str]) -> Edit:
    def edit(rng: Random, passage: Passage) -> Edited | None:
        words = plain_words(passage)
        if not words:
            return None
        a, b = rng.choice(words)
        new = passage.words[:a] + change(rng, passage.words[a:b]) + passage.words[b:]
        return within(passage, re.sub("  +", " ", new).strip())

    return edit


def typo(rng: Random, word: str) -> str:
    at = rng.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def several(rng: Random, passage: Passage) -> Edited | None:
    """Two or three words of a longer passage replaced, put in or left out."""
    for _ in range(rng.randint(2, 3)):
        words = plain_words(passage)
        if len(passage.words.split()) < 8 or not words:
            return None
        a, b = rng.choice(words)
        new = rng.choice([rng.choice(PLAIN), f"{passage.words[a:b]} {rng.choice(FILLERS)}", passage.words[a:b]])
        done = within(passage, passage.words[:a] + new + passage.words[b:])
        passage = Passage(done.text, done.start, done.end, passage.first, passage.last)
    return Edited(passage.text, passage.start, passage.end, meaning=False)


def at_pattern(pattern: re.Pattern[str], change: Callable[[Random, str], str], *, inner: bool = False) -> Edit:
    def edit(rng: Random, passage: Passage) -> Edited | None:
        found = [one for one in pattern.finditer(passage.words) if one.end() < len(passage.words) or not inner]
        if not found:
            return None
        one = rng.choice(found)
        new = change(rng, one[0])
        if inner and passage.words[one.end() :].startswith(" not"):
            return None
        whole = passage.words[: one.start()] + new + passage.words[one.end() :]
        return within(passage, re.sub("  +", " ", whole), meaning=True) if new != one[0] else None

    return edit


def other(*choices: str) -> Callable[[Random, str], str]:
    return lambda rng, word: rng.choice([one for one in choices if one != word])


def number(rng: Random, word: str) -> str:
    if not word[0].isdigit():
        return rng.choice([one for one in ("two", "five", "nine", "eighteen") if one != word])
    digit = str(rng.randint(1, 9))
    return rng.choice([digit + word, word + digit, str(int(word[0]) % 9 + 1) + word[1:]])


def denied(rng: Random, word: str) -> str:
    return f"{word} {rng.choice(['not', 'never', 'no longer'])}"


def cut(passage: Passage) -> str:
    return passage.text[: passage.first] + passage.text[passage.last + 1 :]


def put_in(rng: Random, text: str, sentence: str, *, away_from: tuple[int, int]) -> tuple[str, int]:
    """The text with a sentence put in somewhere else, and where."""
    places = [one.end() for one in re.finditer(r"\. ", text)]
    places = [at for at in places if not away_from[0] - 1 <= at <= away_from[1] + 2]
    at = rng.choice(places)
    return f"{text[:at]}{sentence} {text[at:]}", at


def elsewhere(rng: Random, passage: Passage) -> Edited:
    text, at = put_in(rng, passage.text, "Nobody had thought of it.", away_from=(passage.first, passage.last))
    shift = len(text) - len(passage.text) if at <= passage.start else 0
    return Edited(text, passage.start + shift, passage.end + shift, meaning=False)


def moved(rng: Random, passage: Passage) -> Edited:
    sentence = passage.text[passage.first : passage.last]
    text, at = put_in(rng, cut(passage), sentence, away_from=(passage.first, passage.first))
    start = at + passage.start - passage.first
    return Edited(text, start, start + len(passage.words), meaning=False)


def deleted(rng: Random, passage: Passage) -> Edited:  # noqa: ARG001 - as all edits
    return Edited(cut(passage), 0, 0, meaning=False)


def look_alike(rng: Random, passage: Passage) -> str | None:
    """A sentence of the same make that says another thing."""
    sentence = passage.text[passage.first : passage.last]
    whole = Passage(sentence, 0, len(sentence), 0, len(sentence))
    words = plain_words(whole)
    if len(words) < 3:
        return None
    for a, b in sorted(rng.sample(words, max(2, len(words) // 2)), reverse=True):
        sentence = sentence[:a] + rng.choice(PLAIN) + sentence[b:]
    return sentence


def deleted_beside_look_alike(rng: Random, passage: Passage) -> Edited | None:
    double = look_alike(rng, passage)
    if not double:
        return None
    text, _ = put_in(rng, cut(passage), double, away_from=(passage.first, passage.first))
    return Edited(text, 0, 0, meaning=False)


def edited_beside(double_of: Callable[[Random, Passage], str | None]) -> Edit:
    """The passage edited lightly, with another sentence like it elsewhere."""

    def edit(rng: Random, passage: Passage) -> Edited | None:
        double = double_of(rng, passage)
        done = at_word(lambda chance, word: f"{chance.choice(FILLERS)} {word}")(rng, passage)
        if not double or not done or (double_of is look_alike and passage.words in double):
            return None
        grown = len(done.text) - len(passage.text)
        text, at = put_in(rng, done.text, double, away_from=(passage.first, passage.last + grown))
        shift = len(text) - len(done.text) if at <= done.start else 0
        return Edited(text, done.start + shift, done.end + shift, meaning=False)

    return edit


def same_words(_rng: Random, passage: Passage) -> str:
    return f"People remember this: {passage.words}, in those words."


EDITS: dict[str, Edit] = {
    "elsewhere in the text": elsewhere,
    "a word put in": at_word(lambda rng, word: f"{rng.choice(FILLERS)} {word}"),
    "a word left out": at_word(lambda _rng, _word: ""),
    "a word replaced": at_word(lambda rng, _word: rng.choice(PLAIN)),
    "several words": several,
    "a typing mistake": at_word(typo),
    "the sentence moved": moved,
    "the sentence deleted": deleted,
    "deleted, a look-alike there": deleted_beside_look_alike,
    "edited, a look-alike there": edited_beside(look_alike),
    "edited, the old words elsewhere": edited_beside(same_words),
    "a number": at_pattern(NUMBERS, number),
    "a negation": at_pattern(AUXILIARY, denied, inner=True),
    "a name": at_pattern(NAMED, other(*NAMES)),
    "a month or weekday": at_pattern(CALENDAR, other("March", "May", "July", "Friday")),
    "a unit": at_pattern(UNITS, other("miles", "minutes", "months", "dollars")),
}


class Sample(NamedTuple):
    kind: str
    selector: Selector
    edited: Edited


def samples(count: int, seed: int) -> list[Sample]:
    rng = Random(seed)
    made: list[Sample] = []
    while len(made) < count:
        kind = list(EDITS)[len(made) % len(EDITS)]
        passage = choose(rng)
        if passage.text.count(passage.words) > 1:
            continue
        edited = EDITS[kind](rng, passage)
        if edited is None or edited.text == passage.text:
            continue
        with_context = kind == "edited, the old words elsewhere" or rng.random() < 0.5
        before = passage.text[: passage.start][-rng.randint(8, 32) :] if with_context else None
        after = passage.text[passage.end :][: rng.randint(8, 32)] if with_context else None
        made.append(Sample(kind, Selector(passage.words, before, after), edited))
    return made


class Found(NamedTuple):
    span: tuple[int, int] | None
    error: bool


def ours(text: str, selector: Selector) -> Found:
    found = anchor(text, [selector], Guard())[0]
    return Found(place(found), state(found) in ("changed!", "ambiguous"))


def by_threshold(least: float) -> Callable[[str, Selector], Found]:
    def find(text: str, selector: Selector) -> Found:
        whole, quote = fold(text), fold(selector.exact).text
        best = fuzz.partial_ratio_alignment(quote, whole.text, score_cutoff=least)
        return Found(whole.unfold(best.dest_start, best.dest_end) if best else None, error=False)

    return find


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]))


def verdict(edited: Edited, found: Found) -> str:
    there = edited.end > 0
    if found.span is None:
        return "told" if found.error else ("lost" if there else "good")
    right = there and overlap(found.span, (edited.start, edited.end)) >= RIGHT
    if found.error:
        return "good" if right and edited.meaning else "told"
    return "wrong" if not right else ("unseen" if edited.meaning else "good")


VERDICTS = {
    "good": "as it should be",
    "told": "an error that need not be, or one about another place: nothing silent",
    "lost": "listed as no longer in the text, but it is",
    "wrong": "on other words, without an error",
    "unseen": "at the right place, but what changed there touches meaning and nothing says so",
}


def measure(name: str, find: Callable[[str, Selector], Found], tried: Sequence[Sample]) -> Counter[tuple[str, str]]:
    begun = time.perf_counter()
    found = [find(one.edited.text, one.selector) for one in tried]
    took = time.perf_counter() - begun
    counts = Counter((one.kind, verdict(one.edited, what)) for one, what in zip(tried, found, strict=True))
    totals = Counter({key: sum(n for (_, made), n in counts.items() if made == key) for key in VERDICTS})
    placed = [(one, what) for one, what in zip(tried, found, strict=True) if what.span and not what.error]
    honest = sum(verdict(one.edited, what) == "good" for one, what in placed)
    still = [(one, what) for one, what in zip(tried, found, strict=True) if one.edited.end and not one.edited.meaning]
    again = sum(verdict(one.edited, what) == "good" for one, what in still)
    figures = " | ".join(str(totals[key]) for key in VERDICTS)
    precision, recall = 100 * honest / max(1, len(placed)), 100 * again / max(1, len(still))
    print(f"| {name} | {figures} | {precision:.1f} % | {recall:.1f} % | {1000 * took / len(tried):.2f} ms |")
    return counts


SIDES = ("deleted, a look-alike there: no prefix", "deleted, a look-alike there: prefix and suffix")


def measure_by_sides(tried: Sequence[Sample], counts: Counter[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """The weakest sort of edit once more, by whether surroundings were given."""
    weakest = [one for one in tried if one.kind == "deleted, a look-alike there"]
    split = Counter(
        (SIDES[one.selector.prefix is not None], verdict(one.edited, ours(one.edited.text, one.selector)))
        for one in weakest
    )
    return counts + split


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seeds = [int(one) for one in sys.argv[2].split(",")] if len(sys.argv) > 2 else [20250911]
    tried = [sample for seed in seeds for sample in samples(count, seed)]
    print(f"{len(tried)} edits, seed {', '.join(map(str, seeds))}\n")
    print("| method | " + " | ".join(VERDICTS) + " | precision | recall | a quote |")
    print("|---|" + "--:|" * (len(VERDICTS) + 3))
    counts = measure("ours", ours, tried)
    for least in (60, 80, 90):
        measure(f"rapidfuzz, {least} %", by_threshold(least), tried)
    print("\n| edit (ours) | " + " | ".join(VERDICTS) + " |\n|---|" + "--:|" * len(VERDICTS))
    counts = measure_by_sides(tried, counts)
    for kind in (*EDITS, *SIDES):
        print(f"| {kind} | " + " | ".join(str(counts[kind, key] or "") for key in VERDICTS) + " |")


if __name__ == "__main__":
    main()
