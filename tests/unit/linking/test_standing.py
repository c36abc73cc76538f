import pytest

from dateline.linking.standing import MOST, Selector, selector_for, sought, standing, tell_apart

TEXT = "The gate opened. The old gate closed. A gate opened again."


def places(text: str, exact: str, prefix: str | None = None, suffix: str | None = None) -> list[int]:
    return standing(text, sought(Selector(exact, prefix, suffix)))


@pytest.mark.parametrize(
    ("prefix", "suffix", "expected"),
    [
        (None, None, [4, 25, 40]),
        ("The", None, [4]),
        ("The ", None, [4]),
        ("old", "closed", [25]),
        (None, "opened", [4, 40]),
        ("A", " opened", [40]),
        ("A", "closed", []),
        ("", "", [4, 25, 40]),
    ],
)
def test_beside_what_is_given(prefix: str | None, suffix: str | None, expected: list[int]) -> None:
    assert places(TEXT, "gate", prefix, suffix) == expected


def test_a_part_of_a_word_stands_only_where_a_prefix_says_so() -> None:
    assert places("illegal", "legal") == []
    assert places("illegal", "legal", "il") == [2]
    assert places("illegal il legal", "legal", "il") == [11]


def test_places_may_overlap_and_are_not_counted_for_ever() -> None:
    assert places("a b a b a", "a b a") == [0, 4]
    assert len(places("a " * 1000, "a")) == MOST


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("old gate", Selector("old gate")),
        ("The| gate", Selector("The gate")),
        ("A |gate", Selector("gate", "A")),
        ("old |gate", Selector("gate", "old")),
        ("closed", Selector("closed")),
        ("A gate |opened", Selector("opened", None, "again")),
    ],
)
def test_the_shortest_selector(passage: str, expected: Selector) -> None:
    outer, _, inner = (
        passage.rpartition("|") if "|" in passage and passage[0] != "T" else ("", "", passage.replace("|", ""))
    )
    start = TEXT.index(outer + inner) + len(outer)
    assert selector_for(TEXT, start, start + len(inner)) == expected


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("gate gate", 0, 4, Selector("gate", None, "gate")),
        ("gate gate", 5, 9, Selector("gate", "gate")),
        (" gate ", 0, 6, Selector("gate")),
        ("illegal", 2, 7, Selector("legal", "il")),
        ("a\tgate\nb gate", 2, 6, Selector("gate", "a")),
        ("„gate” — gate.", 1, 5, Selector("gate", "„")),
        ("anything", 3, 3, Selector("")),
    ],
)
def test_a_selector_where_it_is_not_easy(text: str, start: int, end: int, expected: Selector) -> None:
    assert selector_for(text, start, end) == expected


def test_prefixes_that_tell_places_apart() -> None:
    assert [TEXT[slice(*one)] for one in tell_apart(TEXT, [4, 25, 40])] == ["The", "old", "A"]
    text = "he said yes, she said yes, and they said yes"
    starts = [8, 22, 41]
    assert [text[slice(*one)] for one in tell_apart(text, starts)] == ["he said", "she said", "they said"]
