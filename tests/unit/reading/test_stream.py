"""Pieces in the making: gaps between blocks, and white space within them."""

from dateline.model.body import Gap, Markup, Media, Piece, Title, Words
from dateline.reading.stream import Stream


def blocks(*texts: str, gap: str = "\n") -> tuple[Piece, ...]:
    stream = Stream()
    for text in texts:
        stream.markup("<p>")
        stream.begin(gap)
        stream.words(text)
        stream.end()
        stream.markup("</p>")
    return stream.pieces()


def test_blocks_are_parted_by_gaps() -> None:
    assert blocks("a", "b") == (Markup("<p>"), Words("a"), Markup("</p><p>"), Gap("\n"), Words("b"), Markup("</p>"))


def test_an_empty_block_has_no_gap() -> None:
    assert blocks("", "a", " \n", "b", "") == (
        Markup("<p></p><p>"),
        Words("a"),
        Markup("</p><p></p><p>"),
        Gap("\n"),
        Words("b"),
        Markup("</p><p></p>"),
    )


def test_a_line_feed_is_stronger_than_a_tab() -> None:
    stream = Stream()
    for gap, text in (("\n", "a"), ("\t", "b"), ("\n", ""), ("\t", ""), ("\t", "c"), ("\t", ""), ("\t", "d")):
        stream.begin(gap)
        stream.words(text)
    assert (
        stream.pieces()
        == tuple(
            piece for pair in zip("a\tb\nc\td"[::2], "\t\n\t ", strict=True) for piece in (Words(pair[0]), Gap(pair[1]))
        )[:-1]
    )


def test_a_gap_stands_before_all_else_in_its_block() -> None:
    stream = Stream()
    stream.begin()
    stream.words("a")
    stream.begin()
    stream.markup("<em>")
    stream.title(3)
    assert stream.pieces() == (Words("a"), Gap("\n"), Markup("<em>"), Title(3))


def test_white_space_is_folded_across_pieces() -> None:
    stream = Stream()
    stream.begin()
    for text in ("  a \n", "\t b", " "):
        stream.words(text)
        stream.markup("|")
    stream.words(" c ")
    assert stream.pieces() == (
        Words("a "), Markup("| "), Words("b"), Markup("|"), Words(" "), Markup("| "), Words("c"), Markup(" "),
    )  # fmt: skip


def test_a_space_beside_an_image_is_shown_but_not_counted() -> None:
    stream = Stream()
    stream.begin()
    stream.put(Media(0, ""))
    stream.words(" a ")
    stream.put(Media(1, ""))
    stream.words(" ")
    stream.end()
    assert stream.pieces() == (Media(0, ""), Markup(" "), Words("a"), Markup(" "), Media(1, ""), Markup(" "))


def test_a_listing_is_shown_as_it_is_and_counts_folded() -> None:
    stream = Stream()
    stream.begin()
    stream.verbatim("\n  a  b\n\n c\n")
    assert stream.pieces() == (
        Markup("\n  "),
        Words("a"),
        Markup("  "),
        Gap(" "),
        Words("b"),
        Markup("\n\n "),
        Gap(" "),
        Words("c"),
        Markup("\n"),
    )
    empty = Stream()
    empty.begin()
    empty.verbatim(" \n")
    assert empty.pieces() == (Markup(" \n"),)


def test_what_does_not_count_makes_no_gaps() -> None:
    stream = Stream()
    stream.begin()
    stream.words("a")
    stream.counted = False
    stream.begin()
    stream.words("b")
    stream.title(0)
    stream.words(" ")
    stream.words(" c")
    assert stream.pieces() == (
        Words("a"), Words("b", counted=False), Title(0, counted=False), Words(" c", counted=False),
    )  # fmt: skip
