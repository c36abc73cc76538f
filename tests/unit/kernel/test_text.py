import pytest

from dateline.kernel.text import Position, decoded, lines, spread, visible, width


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("after", 5),
        ("Žvėrynas", 8),
        ("e\u0301te\u0301", 3),
        ("日本", 4),
        ("ｆｕｌｌ", 8),
        ("한국", 4),
        ("\u1112\u1161\u11ab", 2),
        ("🙂", 2),
        ("👍🏽", 2),
        ("👩\u200d🚀", 2),
        ("👨\u200d👩\u200d👧", 2),
        ("❤", 1),
        ("❤\ufe0f", 2),
        ("❤\ufe0fa", 3),
        ("🇱🇹", 2),
        ("\u05d0\u200c\u05d1", 2),
        ("ক\u09cd", 1),
    ],
)
def test_width_counts_the_cells_of_a_terminal(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain – “text” 🙂", "plain – “text” 🙂"),
        ("\x1b[31mred", "␛[31mred"),
        ("a\x00b\x7f", "a␀b␡"),
        ("a\x9b31m", "a<U+009B>31m"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\u200bb\ufeff", "a<U+200B>b<U+FEFF>"),
        ("a\u2028b\u0085", "a<U+2028>b<U+0085>"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("non\u00a0breaking", "non\u00a0breaking"),
        ("line\nfeed\ttab", "line␊feed␉tab"),
        ("\udcff", "<U+DCFF>"),
    ],
)
def test_visible_shows_what_would_act_or_hide(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_positions_count_from_one_in_code_points() -> None:
    text = lines("a\n🙂b\n\nend")
    assert [text.position(at) for at in (0, 1, 2, 3, 4, 5, 6, 9)] == [
        Position(1, 1),
        Position(1, 2),
        Position(2, 1),
        Position(2, 2),
        Position(2, 3),
        Position(3, 1),
        Position(4, 1),
        Position(4, 4),
    ]


def test_a_position_outside_stands_at_the_nearest_end() -> None:
    text = lines("ab\n")
    assert text.position(99) == Position(2, 1)
    assert text.position(-1) == Position(1, 1)
    assert lines("").position(0) == Position(1, 1)


def test_lines_come_without_their_line_feed() -> None:
    text = lines("a\nbc\n")
    assert [text.line(number) for number in (1, 2, 3)] == ["a", "bc", ""]
    assert lines("").line(1) == ""


def test_only_a_line_feed_ends_a_line() -> None:
    assert lines("a\u2028b\x0bc\x85d").starts == (0,)


def test_tabs_are_spread_to_their_stops_by_width() -> None:
    assert "".join(spread("\ta\tb")) == "    a   b"
    assert "".join(spread("日\tb")) == "日  b"
    assert spread("a\x1b") == ["a", "␛"]


def test_decoding_drops_the_mark_and_evens_the_line_ends() -> None:
    assert decoded(b"\xef\xbb\xbfa\r\nb\rc\n") == "a\nb\nc\n"
    assert decoded(b"a\xffb") == "a\ufffdb"
