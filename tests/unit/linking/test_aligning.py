import pytest

from dateline.linking.aligning import align, align_long, likeness


def shown(old: str, new: str, *, long: bool = False) -> str:
    here, there = old.split(), new.split()
    pairs = align_long(here, there) if long else align(here, there)
    return " ".join(f"{'' if a is None else here[a]}/{'' if b is None else there[b]}" for a, b in pairs)


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ("the gate opened", "and so the gate opened again", "the/the gate/gate opened/opened"),
        ("the gate opened", "the old gate opened", "the/the /old gate/gate opened/opened"),
        ("the old gate opened", "now the gate opened", "the/the old/ gate/gate opened/opened"),
        ("the gate opened", "the gaet opened", "the/the gate/gaet opened/opened"),
        ("released 52 men", "released 54 men", "released/released 52/54 men/men"),
        ("quiet men left", "loud men left", "quiet/loud men/men left/left"),
    ],
)
def test_words_side_by_side(old: str, new: str, pairs: str) -> None:
    assert shown(old, new) == pairs


def test_a_sentence_s_end_holds_the_passage_together() -> None:
    assert (
        shown("yesterday men walked home", "by bus . men walked home") == "yesterday/ men/men walked/walked home/home"
    )


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ("a b c d e f", "x a b c d e f y", "a/a b/b c/c d/d e/e f/f"),
        ("a b c d e f", "x a b n d e f y", "a/a b/b c/n d/d e/e f/f"),
        ("a b c d e f", "x k b c d e l y", "a/k b/b c/c d/d e/e f/l"),
        ("a b c d e f", "f x x x x x x x a b c d e y", "a/a b/b c/c d/d e/e f/y"),
        ("a b", "x y", "a/ b/"),
    ],
)
def test_long_ones(old: str, new: str, pairs: str) -> None:
    assert shown(old, new, long=True) == pairs


def test_likeness() -> None:
    assert likeness("gate", "gate") == 1
    assert 0.6 < likeness("nationalities", "nationalitys") < 1
    assert likeness("gate", "bus") == 0
    assert likeness("a", "an") == 0
    assert 0 < likeness("52", "54") < 1
    assert likeness("x" * 70, "x" * 71) == 0
