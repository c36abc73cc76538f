"""Long texts, long quotes and hostile ones, as seen from outside: `anchor` hands them to `nearby`."""

import time
from random import Random

import pytest

from dateline.linking.quotes import Guard, Selector, anchor
from dateline.model.anchors import Anchor, Changed, Orphan, place, state

SYLLABLES = "ba co du fe gi lo mu ne po ra si ta vu we zi".replace(" ", "\n").splitlines()


def prose(words: int, seed: int) -> str:
    """Invented words in sentences of twelve."""
    rng = Random(seed)  # noqa: S311 - no secret
    vocabulary = ["".join(rng.choices(SYLLABLES, k=rng.randint(1, 4))) for _ in range(2_000)]
    sentences = [" ".join(rng.choices(vocabulary, k=12)) + "." for _ in range(words // 12)]
    return "\n".join(" ".join(sentences[at : at + 5]) for at in range(0, len(sentences), 5))


LONG = prose(40_000, 1)


def only(text: str, quote: str, prefix: str | None = None, suffix: str | None = None) -> Anchor:
    return anchor(text, [Selector(quote, prefix, suffix)], Guard())[0]


def with_changes(quote: str, every: int) -> str:
    """Every so manieth word replaced."""
    words = quote.split(" ")
    return " ".join("otherwise" if at % every == every // 2 else word for at, word in enumerate(words))


@pytest.mark.parametrize("length", [60, 300, 3_000, 9_000])
def test_an_edited_passage_is_found_in_a_long_text(length: int) -> None:
    start = LONG.index(". ", 100_000) + 2
    end = LONG.index(".", start + length) + 1
    found = only(LONG, with_changes(LONG[start:end], 7))
    assert isinstance(found, Changed)
    assert (found.start, found.end) == (start, end)


def test_a_quote_of_thousands_of_words_is_found_only_unchanged() -> None:
    quote = LONG[:15_000].strip()
    assert state(only(LONG, quote)) == "exact"
    assert only(LONG, with_changes(quote, 50)) == Orphan()


def test_words_spelt_otherwise_are_found_in_a_long_text() -> None:
    text = f"{LONG[:120_000]} Kalinowski Podlaskie Wierzbicki. {LONG[120_000:]}"
    found = only(text, "Kalinowsky Podlaski Wierzbicky")
    assert place(found) == (120_001, 120_001 + len("Kalinowski Podlaskie Wierzbicki"))


def test_two_passages_that_are_as_close_are_no_place() -> None:
    twice = "The lorry came through {} hour later than the other one. Rain fell on the roof all day. "
    text = twice.format("an") + twice.format("an")
    assert only(text, "The lorry went through an hour later than the other one.") == Orphan()


def test_the_surroundings_choose_between_them() -> None:
    text = "One: the lorry came through slowly. Two: the lorry came through slowly. Three: nothing."
    found = only(text, "the lorry drove through slowly", "Two:")
    assert isinstance(found, Changed)
    assert found.start == text.index("Two:") + 5
    assert found.prefix == "Two:"


HOSTILE = {
    "one letter, a longer quote": ("a" * 300_000, "a" * 64_000),
    "words of one letter": ("a " * 150_000, "a " * 32_000 + "b"),
    "words of one letter, a prefix that is everywhere": ("a " * 150_000, "b a a c"),
    "one long number": ("1," * 150_000, "1"),
    "groups of digits": ("111 " * 75_000, "1 1"),
    "a number in words": ("two-" * 75_000, "two"),
    "marks on one letter": ("a" + "\u0301\u0323" * 100_000, "a\u0301"),
    "flags": ("\U0001f1f1" * 100_000, "\U0001f1f1"),
    "stops": ("." * 300_000, "x."),
    "ideographs": ("".join(chr(0x4E00 + at * 7919 % 5_000) for at in range(100_000)), "囚犯" * 200),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_takes_for_ever(name: str) -> None:
    text, quote = HOSTILE[name]
    begun = time.process_time()
    for prefix, suffix in ((None, None), ("a", "a"), ("two", "two")):
        only(text, quote, prefix, suffix)
    assert time.process_time() - begun < 4


def test_many_quotes_share_the_work() -> None:
    selectors = [Selector(prose(24, seed), "nothing like", "it") for seed in range(2, 302)]
    begun = time.process_time()
    assert set(map(state, anchor(LONG, selectors, Guard()))) == {"orphan"}
    assert time.process_time() - begun < 5
