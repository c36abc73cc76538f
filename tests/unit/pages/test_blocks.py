"""A body cut into blocks, with what stands beside each."""

import re

from dateline.model.body import Gap, LinkEnd, LinkStart, Markup, Piece, Words
from dateline.pages.blocks import CROSSING, NUMBERED, blocks, top_level
from dateline.pages.frame import Lead
from dateline.pages.prose import Mark, Prose, by_end
from tests.bodies import body

TEXT = """The weir *gave way* in the night.

- one
- two

| a | b |
|---|---|
| c | d |

Nobody rang.
"""
VISIBLE = "The weir gave way in the night.\none\ntwo\na\tb\nc\td\nNobody rang."


def prose(*marks: Mark, text: str = TEXT, html: bool = False) -> Prose:
    return Prose(body(text, html=html).pieces, marks=tuple(sorted(marks, key=by_end)))


def on(words: str, name: str, number: int = 1) -> Mark:
    start = VISIBLE.index(words)
    return Mark(start, start + len(words), note=name, number=number)


def tops(text: str, *, html: bool = False) -> list[str]:
    """The first tag of each block."""
    cuts = [
        "".join(one.html for one in cut if isinstance(one, Markup))
        for cut in top_level(prose(text=text, html=html).pieces)
    ]
    return [found[0] if (found := re.search(r"<[a-z0-9]+", cut)) else cut for cut in cuts]


def test_blocks_are_what_stands_at_the_top() -> None:
    assert tops(TEXT) == ["<p", "<ul", "<div", "<p"]
    assert tops("# A\n\n> b\n>\n> c\n\n---\n\n    d\n\n> [!tip]- e\n> f\n\n1. g\n\n   h\n") == [
        *("<h2", "<blockquote", "<hr", "<pre", "<details", "<ol"),
    ]


def test_raw_html_that_holds_blocks_is_one_block() -> None:
    assert tops("<div>\n\na\n\nb\n\n</div>\n\nc\n", html=True) == ["<div", "<p"]
    assert tops("<b>\n\na\n\n</b>\n\nc\n", html=True)[-1] == "<p"


def test_words_at_the_top_stay_together() -> None:
    words: tuple[Piece, ...] = (Words("a "), Markup("<b>"), Words("b"), Markup("</b>"), Words(" c"))
    pieces = (*words, Markup("<p>"), Gap("\n"), Words("d"), Markup("</p>"))
    assert [len(cut) for cut in top_level(pieces)] == [5, 4]


def test_a_link_around_blocks_holds_them_together() -> None:
    pieces: tuple[Piece, ...] = (
        LinkStart(0),
        Markup("<p>"),
        Words("a"),
        Markup("</p>\n<p>"),
        Words("b"),
        Markup("</p>"),
        LinkEnd(),
    )
    assert list(top_level(pieces)) == [pieces]


def test_a_note_stands_at_the_block_that_its_highlight_ends_in() -> None:
    made = blocks(prose(on("gave way", "a", 1), on("two", "b", 2), on("rang", "c", 3)))
    assert [[side.number for side in block.sides] for block in made] == [[1], [2], [], [3]]
    assert [side.classes for block in made for side in block.sides] == ["k1", "k1", "k1"]
    assert made[3].html == (
        '<p>Nobody <mark class="d1 k1" data-annotation="c">rang</mark>'
        '<a class="ref k1" role="doc-noteref" id="ref-c" href="#note-c" data-n="3" aria-label=""></a>.</p>\n'
    )


def test_a_highlight_over_blocks_is_numbered_in_the_whole_body() -> None:
    start, end = VISIBLE.index("night"), VISIBLE.index("rang") + 4
    first, middle, last = blocks(prose(Mark(start, end, note="long", number=2), on("weir", "a", 1)))
    assert '<mark class="d1 x1" data-annotation="long">night.</mark>' in first.html
    assert [side.classes for side in first.sides] == ["k1"]
    assert middle.sides == ()
    assert middle.html.count('class="d1 x1"') == 6
    assert [side.classes for side in last.sides] == ["k1 x1"]
    assert 'class="ref k1 x1"' in last.html


def test_beyond_the_numbers_of_the_style_a_note_has_none_of_its_own() -> None:
    many = [Mark(0, 3 + number, note=f"n{number}", number=number + 1) for number in range(NUMBERED + 2)]
    text = "x" * (NUMBERED + 9)
    (made,) = blocks(prose(*many, text=text))
    assert [side.classes for side in made.sides[-3:]] == [f"k{NUMBERED}", "k", "k"]
    wide = "\n\n".join(["x"] * (CROSSING + 2))
    crossed = blocks(
        prose(*[Mark(2 * at, 2 * at + 3, note=f"n{at}", number=at + 1) for at in range(CROSSING + 1)], text=wide)
    )
    assert crossed[-2].sides[0].classes == f"k1 x{CROSSING}"
    assert crossed[-1].sides[0].classes == "k1"


def test_a_source_with_several_owners_has_a_list_beside_it() -> None:
    leads = (Lead("Flood", "../flood/"), Lead("Storm", "../storm/"))
    several = Mark(
        4, 8, source="events/flood events/storm", name="source-4-8", href="#rests-on-source-4-8", leads=leads
    )
    one = Mark(9, 13, source="events/flood", name="source-9-13", href="../flood/")
    made = blocks(prose(several, one))[0]
    assert [(side.number, side.name, side.leads) for side in made.sides] == [(0, "source-4-8", leads)]
    assert made.html.count('class="source-ref k') == 2


def test_a_body_without_highlights_is_one_block() -> None:
    (made,) = blocks(prose())
    assert made.sides == ()
    assert made.html.startswith("<p>The weir <em>gave way</em>")
