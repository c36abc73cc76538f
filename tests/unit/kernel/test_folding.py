import time

import pytest

from dateline.kernel.folding import fold, folded, inside_cluster


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("„a“ “b” «c» ″d″ ＂e＂", '"a" "b" "c" "d" "e"'),
        ("‘a’ ‚b‛ ‹c› it’s Семʼі `d´ 5′", "'a' 'b' 'c' it's Сем'і 'd' 5'"),
        ("a–b — c ― d − 5 ‑ e", "a-b - c - d - 5 - e"),
        ("a -- b --- c", "a - b - c"),
        ("wait…", "wait..."),
        ("a \t\n\u00a0\u2009b\u3000c\u2028d", "a b c d"),
        ("co\u00adopera\u200btion\ufeff \u2066x\u2069", "cooperation x"),
        ("e\u0301 \u212b q\u0323\u0307", "é Å q\u0323\u0307"),
        ("\u1112\u1161\u11ab", "한"),
        ("नि\u200dक", "नि\u200dक"),
        ("Case Stays", "Case Stays"),
        ("", ""),
    ],
)
def test_what_a_reader_does_not_see_is_folded(written: str, plain: str) -> None:
    assert fold(written).text == plain


@pytest.mark.parametrize(
    ("text", "start", "end", "written"),
    [
        ("plain text", 6, 10, "text"),
        ("a \n b", 2, 3, "b"),
        ("a \n b", 1, 2, " \n "),
        ("ab… cd", 2, 5, "…"),
        ("ab… cd", 4, 6, "… "),
        ("ab… cd", 6, 8, "cd"),
        ("x -- y", 2, 3, "--"),
        ("co\u00adop end", 0, 4, "co\u00adop"),
        ("co\u00adop end", 2, 4, "op"),
        ("co\u00adop end", 0, 2, "co"),
        ("e\u0301te\u0301 x", 0, 3, "e\u0301te\u0301"),
        ("e\u0301te\u0301 x", 4, 5, "x"),
        ("\u00ade\u0301…  \u00adx", 5, 6, "x"),
    ],
)
def test_the_way_back(text: str, start: int, end: int, written: str) -> None:
    first, last = fold(text).unfold(start, end)
    assert text[first:last] == written


def test_the_way_there() -> None:
    text = "e\u0301… \n \u00adx -- y"
    whole = fold(text)
    assert whole.text == "é... x - y"
    assert [whole.text[whole.refold(text.index(char)) :][:1] for char in "…xy"] == [".", "x", "y"]
    assert whole.refold(len(text)) == len(whole.text)


def test_folded_leaves_nothing_at_the_ends() -> None:
    assert folded("  a  b\n") == "a b"


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("e|\u0301", True),
        ("a|b", False),
        ("กิ|น", False),
        ("ก|ิน", True),
        ("👩|\u200d👧", True),
        ("👩\u200d|👧", True),
        ("👍|\U0001f3fd", True),
        ("❤|\ufe0f", True),
        ("🇱|🇹", True),
        ("🇱🇹|🇵🇱", False),
        ("🇱🇹🇵|🇱", True),
        ("ᄒ|ᅡ", True),
        ("|a", False),
        ("a|", False),
    ],
)
def test_characters_of_several_code_points(text: str, inside: bool) -> None:  # noqa: FBT001 - a table's column
    assert inside_cluster(text.replace("|", ""), text.index("|")) is inside


@pytest.mark.parametrize(
    "text", ["a" + "\u0301\u0323" * 50_000, "\u0323\u0301" * 50_000, "--" * 50_000, " \n" * 50_000]
)
def test_long_runs_take_no_time(text: str) -> None:
    begun = time.process_time()
    whole = fold(text)
    whole.unfold(0, len(whole.text))
    assert time.process_time() - begun < 1
