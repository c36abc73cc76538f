"""Highlights cut into flat pieces."""

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from dateline.model.body import Gap, LinkEnd, LinkStart, Markup, Piece, Words
from dateline.pages.prose import Mark, Prose, html

PARAGRAPHS: tuple[Piece, ...] = (
    Markup("<p>"),
    Words("The weir "),
    Markup("<em>"),
    Words("gave way"),
    Markup("</em>"),
    Words(" in the night."),
    Markup("</p>"),
    Gap("\n"),
    Markup("<p>"),
    Words("Nobody "),
    LinkStart(0),
    Words("rang"),
    LinkEnd(),
    Words(" & ran."),
    Markup("</p>"),
)
TEXT = "The weir gave way in the night.\nNobody rang & ran."


def prose(*marks: Mark) -> Prose:
    ordered = tuple(sorted(marks, key=lambda mark: (mark.end, -mark.start)))
    return Prose(PARAGRAPHS, ("../bell/",), (), ordered)


def joined(page: str, name: str) -> str:
    """The words of every piece of one note, as a program would join them."""
    pieces = re.findall(r'<mark[^>]* data-annotation="([^"]*)"[^>]*>(.*?)</mark>', page)
    return "".join(words for names, words in pieces if name in names.split())


def test_no_marks_change_nothing() -> None:
    assert html(prose()) == (
        '<p>The weir <em>gave way</em> in the night.</p><p>Nobody <a href="../bell/">rang</a> &amp; ran.</p>'
    )


def test_a_highlight_that_crosses_an_element_is_cut_there() -> None:
    made = html(prose(Mark(4, 13, note="a", number=1, label="Note 1")))
    assert made.startswith(
        '<p>The <mark class="d1" data-annotation="a">weir </mark><em>'
        '<mark class="d1" data-annotation="a">gave</mark>'
        '<a class="ref" role="doc-noteref" id="ref-a" href="#note-a" data-n="1" aria-label="Note 1"></a> way</em>'
    )


def test_overlapping_highlights_name_every_note() -> None:
    made = html(prose(Mark(0, 8, note="a", number=1), Mark(4, 17, note="b", number=2)))
    assert '<mark class="d2" data-annotation="b a">weir</mark>' in made or '"a b">weir</mark>' in made
    assert joined(made, "a") == "The weir"
    assert joined(made, "b") == "weir gave way"


def test_a_note_reference_never_stands_inside_a_link() -> None:
    made = html(prose(Mark(39, 41, note="a", number=1)))
    assert '</mark>ng</a><a class="ref" role="doc-noteref"' in made


def test_a_highlight_across_paragraphs() -> None:
    made = html(prose(Mark(25, 38, note="a", number=1)))
    assert joined(made, "a") == TEXT[25:38].replace("\n", "")


def test_a_source_leads_to_its_event() -> None:
    made = html(prose(Mark(0, 3, source="events/flood", href="../events/flood/", label="Source of: Flood", name="s-1")))
    assert '<mark class="d0" data-source="events/flood">The</mark>' in made
    assert '<a class="source-ref" id="s-1" href="../events/flood/" aria-label="Source of: Flood"></a>' in made


class _Balance(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - its signature
        assert not (tag == "a" and "a" in self.stack), "a link inside a link"
        self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@given(
    st.lists(
        st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 20), st.booleans()).map(
            lambda one: (one[0], min(one[0] + one[1], len(TEXT)), one[2])
        ),
        max_size=8,
    )
)
def test_any_highlights_give_sound_html_and_lose_no_word(spans: list[tuple[int, int, bool]]) -> None:
    marks = [
        Mark(start, end, note="" if is_source else f"n{number}", source=f"events/e{number}" if is_source else "")
        for number, (start, end, is_source) in enumerate(spans)
    ]
    made = html(prose(*marks))
    parser = _Balance()
    parser.feed(made)
    assert not parser.stack
    assert "".join(parser.text) == TEXT.replace("\n", "")
    for mark in marks:
        if mark.note:
            assert joined(made, mark.note).replace("&amp;", "&") == TEXT[mark.start : mark.end].replace("\n", "")
            assert made.count(f'id="ref-{mark.note}"') == 1
