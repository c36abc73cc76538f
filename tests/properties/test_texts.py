"""Laws of annotated text: wherever notes stand, no word is lost and everything is in its place."""

import re
from html import unescape
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from dateline.model.body import Title, Words, visible_text
from dateline.pages.blocks import blocks, top_level
from dateline.pages.folds import folded
from dateline.pages.prose import Mark, Prose, Shown, by_end, html
from tests.bodies import read, shown
from tests.properties.test_markdown import ANYTHING, bodies

VOID = {"br", "col", "hr", "img", "wbr"}


class Page(HTMLParser):
    """Reads HTML that must be well nested, and keeps its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.words = ""
        self.feed(str(html))
        self.close()
        assert self.stack == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - its signature
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


@st.composite
def annotated(draw: st.DrawFn) -> Prose:
    made, _ = read(draw(bodies() | ANYTHING), html=draw(st.booleans()))
    pieces = tuple(
        Words(shown(made.links[one.link]), one.counted) if isinstance(one, Title) else one for one in made.pieces
    )
    prose = Prose(pieces, ("../x/",) * len(made.links), (Shown("x.jpg"),) * len(made.files))
    length = len(visible_text(pieces))
    if length == 0:
        return prose
    spans = draw(st.lists(st.tuples(st.integers(0, length - 1), st.integers(1, 30), st.booleans()), max_size=10))
    marks = [
        Mark(start, min(start + size, length), "" if source else f"n{number}", f"events/e{number}" if source else "")
        for number, (start, size, source) in enumerate(spans)
    ]
    marks.sort(key=by_end)
    numbers = iter(range(1, len(marks) + 1))
    numbered = [structs.replace(mark, number=next(numbers)) if mark.note else mark for mark in marks]
    return structs.replace(prose, marks=tuple(numbered))


def plain(page: str) -> str:
    """HTML without the classes that tell notes of a block apart."""
    return re.sub(r'(class="(?:d\d|ref|source-ref))[^"]*"', r'\1"', page)


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(annotated())
@settings(max_examples=100, deadline=None)
def test_blocks_are_the_body_and_each_is_sound_by_itself(prose: Prose) -> None:
    made = blocks(prose)
    joined = "".join(block.html for block in made)
    assert plain(joined) == plain(html(prose))
    assert "".join(Page(block.html).words for block in made) == Page(html(structs.replace(prose, marks=()))).words
    pieces = [piece for cut in top_level(prose.pieces) for piece in cut]
    assert visible_text(pieces) == visible_text(prose.pieces)


@given(annotated())
@settings(max_examples=100, deadline=None)
def test_every_note_stands_once_beside_the_block_of_its_reference(prose: Prose) -> None:
    made = blocks(prose)
    notes = [mark for mark in prose.marks if mark.note]
    assert [side.number for block in made for side in block.sides] == [mark.number for mark in notes]
    for block in made:
        for side in block.sides:
            assert f'href="#note-{next(mark.note for mark in notes if mark.number == side.number)}"' in block.html
            assert block.html.count(f'class="ref {side.classes}"') == 1
    assert "".join(block.html for block in made).count('class="ref') == len(notes)


@given(annotated())
@settings(max_examples=100, deadline=None)
def test_the_pieces_of_a_note_are_its_words(prose: Prose) -> None:
    text = visible_text(prose.pieces)
    found = re.findall(
        r'<mark class="[^"]*"((?: data-[a-z]+="[^"]*")+)>(.*?)</mark>', "".join(one.html for one in blocks(prose))
    )
    for mark in prose.marks:
        name = mark.note or mark.source
        words = "".join(unescape(piece) for names, piece in found if name in re.findall(r"[^\s\"=]+", names))
        assert squeezed(words) == squeezed(text[mark.start : mark.end])


@given(annotated(), st.integers(1, 40))
@settings(max_examples=100, deadline=None)
def test_a_fold_loses_nothing(prose: Prose, most: int) -> None:
    made = folded(prose, most)
    assert squeezed(Page(made.first).words + Page(made.rest).words) == squeezed(Page(html(prose)).words)
    assert bool(made.words) == bool(made.rest)
    references = re.findall(r'id="ref-([^"]*)"', made.first + made.rest)
    assert sorted(references) == sorted(mark.note for mark in prose.marks if mark.note)
