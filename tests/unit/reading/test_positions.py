"""Where references stand in the file, in every nesting."""

import pytest

from dateline.kernel.diagnostics import Span
from dateline.reading.positions import lines_of, source_of_cell, source_of_lines
from tests.bodies import at, column, read

REFERENCES = "[[one]] [a](two.md) ![b](three.jpg) ![[four.png|c]] [[ five | d ]] [e]( <six.md> 'f' ) [g][label]"
CELL = REFERENCES.replace("|", "\\|")
WRITTEN = ["one", "two.md", "three.jpg", "four.png", "five", "six.md", "seven.md"]

NESTINGS = {
    "a paragraph": "§",
    "the second line of a paragraph": "one two.md\n   §\nfive",
    "a heading": "one\n\n## § ##",
    "an underlined heading": "one\n§\n===",
    "a quotation": "> one\n> > §",
    "a lazy line of a quotation": "> one\n§",
    "a list": "- one\n-   §\n\n  two.md",
    "a numbered list after a tab": "10.\t§",
    "a list in a quotation in a list": "- one\n  > 1. two.md\n  >\n  >    §",
    "a quotation in a list": "* > §",
    "a callout's title": "> [!note]- §\n> one",
    "a callout's words": "> [!note] one\n> §",
    "a table's head": "> | one | ¶ |\n> |---|---|\n> | | two.md |",
    "a table's second cell": "- one | two.md\n  ---|---\n  \\| one | ¶",
    "a post": '::: post author="one"\n> §\n:::',
    "a definition": "one\n\n:   five\n\n    §",
    "a term": "§\n: one",
    "a footnote": "five[^1]\n\n[^1]: one\n\n    > §",
    "a footnote's first line": "five[^one]\n\n[^one]: §",
    "a footnote in the line": "five ^[one *§*]",
    "a footnote in a footnote in the line": "> five ^[one ^[two.md §]]",
    "emphasis": "one *two.md **§***",
    "after an escape and an entity": "\\*one &amp; §",
}


@pytest.mark.parametrize("frame", NESTINGS.values(), ids=NESTINGS)
def test_references_are_found_where_they_stand(frame: str) -> None:
    start = (frame + "§").replace("¶", "§").index("§")
    text = frame.replace("§", REFERENCES).replace("¶", CELL) + "\n\n> [label]:\n> <seven.md> 'h'\n"
    made, found = read(text)
    assert found == ()
    spans = sorted([one.span for one in made.links] + [one.span for one in made.files])
    assert [at(text, span) for span in spans] == WRITTEN
    assert spans[0].start == column(text[start:], "one") + start


@pytest.mark.parametrize(
    ("text", "reference", "heading"),
    [
        ("> [[release# After noon ]]", "release", "After noon"),
        ("[[#After]]", "#After", "After"),
        ("[a](../events/release.md#after)", "../events/release.md", "after"),
        ("[a](#after)", "#after", "after"),
        ("- [a][b]\n\n[b]: release.md#after", "release.md", "after"),
        ("| a |\n|-|\n| [[release#After\\|so]] |", "release", "After"),
    ],
)
def test_headings_are_found_where_they_stand(text: str, reference: str, heading: str) -> None:
    (link,) = read(text)[0].links
    assert at(text, link.span) == reference
    assert at(text, link.heading_span) == link.heading == heading


def test_the_same_reference_twice_in_a_row() -> None:
    text = "| a | b |\n|---|---|\n| [[one]] | [[one]] |"
    first, second = read(text)[0].links
    assert (first.span.start, second.span.start) == (column(text, "one"), column(text, "one", 1))


def test_a_destination_is_found_as_it_is_spelled() -> None:
    text = "[a](b%20&amp;%C5%BE.md)"
    (link,) = read(text)[0].links
    assert (link.written, at(text, link.span)) == ("b &ž.md", "b%20&amp;%C5%BE.md")


def test_lines() -> None:
    lines = lines_of("---\n---\none\n\ntwo", 8)
    assert [lines[number] for number in range(len(lines))] == ["one", "", "two"]
    assert lines.start == 8
    assert [len(lines_of(text, 0)) for text in ("", "a", "a\n", "a\nb")] == [1, 1, 2, 2]


def test_the_way_back_from_lines() -> None:
    lines = lines_of("> # one #\n> 1. two\n>    three\n", 0)
    heading = source_of_lines("one", lines, 0, 1)
    assert heading.span(0, 3) == Span(4, 7)
    words = source_of_lines("two\nthree", lines, 1, 3)
    assert words.span(0, 3) == Span(15, 18)
    assert words.span(4, 9) == words.within(4).span(0, 5) == Span(24, 29)
    assert words.span(3, 3) == Span(18, 18)


def test_words_that_stand_nowhere_are_placed_at_their_line() -> None:
    assert source_of_lines("four", lines_of("one\ntwo", 0), 1, 2).place(2) == 6


def test_the_way_back_from_a_cell() -> None:
    row = "| a\\|b\\|c | d |"
    source = source_of_cell("a|b|c", 2)
    assert [row[source.place(number)] for number in (0, 2, 4)] == ["a", "b", "c"]
