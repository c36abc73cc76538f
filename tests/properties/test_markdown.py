"""Laws of bodies: what holds whatever an author writes."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import html5lib
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model.body import Body, Gap, LinkEnd, LinkStart, Markup, Title, Words
from tests.bodies import FRONT, at, read, rendered, visible

REFERENCES = ("[[R]]", "[[ R | so ]]", "[so](R.md)", "[*so* so](<R.md> 'so')", "![[R.jpg]]", "![so](R.jpg)", "[[R#so]]")
BESIDE = (
    "so",
    "*so* &amp;",
    "`so`  so",
    "\\*",
    "so\nso",
    "so  \nso",
    "**so *so***",
    "[",
    "]",
    "ž 𝄞",
    "~~so~~",
    "<https://a.b>",
)


def indented(mark: str, rest: str) -> Callable[[str], str]:
    return lambda block: mark + "\n".join(rest + line if line else line for line in block.split("\n"))[len(rest) :]


def quoted(first: str) -> Callable[[str], str]:
    return lambda block: first + "\n".join(f"> {line}" for line in block.split("\n"))


FRAMES: tuple[Callable[[str], str], ...] = (
    quoted(""),
    quoted("> [!note]\n"),
    quoted("> [!tip]- so *so*\n"),
    indented("- ", "  "),
    indented("-   ", "    "),
    indented("10. ", "    "),
    indented("so\n\n: ", "  "),
    lambda block: f'::: post author="A"\n{block}\n:::',
    lambda block: f"so\n\n{block}\n\nso",
)


@st.composite
def words(draw: st.DrawFn) -> str:
    parts = draw(st.lists(st.sampled_from((*REFERENCES, *BESIDE)), min_size=1, max_size=5))
    return " ".join(("so", *parts))


@st.composite
def blocks(draw: st.DrawFn) -> str:
    made = draw(words())
    line = made.replace("\n", " ").replace("  ", " ")
    cell = line.replace("|", "\\|")
    made = draw(
        st.sampled_from(
            (
                made,
                made,
                f"## {line} ##",
                f"{line}\n===",
                f"| so | so |\n|---|:-:|\n| {cell} | |\n| | {cell} |",
                "    so  so",
                "```\nso\n```",
            )
        )
    )
    for frame in draw(st.lists(st.sampled_from(FRAMES), max_size=4)):
        made = frame(made)
    return made


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """Bodies in which every reference has a name of its own."""
    text = "\n\n<!-- -->\n\n".join(draw(st.lists(blocks(), min_size=1, max_size=3)))
    if draw(st.booleans()):
        text = f"so[^1]\n\n{text}\n\n[^1]: so {draw(words())}"
    number = iter(range(10_000))
    return re.sub(r"R", lambda _: f"r{next(number)}", text)


FRAGMENTS = st.sampled_from(
    (
        "[[", "]]", "![", "[", "](", ")", "`", "``", "*", "**", "_", "~~", "\n", "\n\n", "> ", "- ", "1. ", "# ", "|",
        "|---|---|\n", "::: post", ":::", ' author="a"', "[!note]", "[^1]", "[^1]: ", "^[", "    ", "\t", "\\", "&amp;",
        "&#32;", "<", ">", ": ", "===\n", "a", "b c", " ", "#", "a.md", "[a]: b.md\n", "javascript:", "https://a.b",
        "<b>", "</b>", "<div>\n", "</div>\n", "<!--", "-->", "<a href='a.md'>", "</a>", "<img src=a.jpg onerror=b>",
        "<script>", "</script>", "<p style='a'>", "<td>", "<svg onload=a>", "<br>", "ž",
    )
)  # fmt: skip
CHARACTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"))
ANYTHING = st.lists(FRAGMENTS | st.text(CHARACTERS, max_size=3), max_size=40).map("".join)

BLOCKS = {
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "pre", "dl", "dt", "dd", "tr", "table",
    "aside", "details", "summary", "figure", "figcaption", "div", "section", "hr",
}  # fmt: skip
INLINE = {"a", "b", "br", "code", "em", "img", "s", "span", "strong", "sup"}
STRUCTURE = {"table", "thead", "tbody", "tr", "ul", "ol", "dl"}
PARTS = {"thead", "tbody", "td", "th"}


def parsed(made: Body) -> Any:
    return html5lib.parseFragment(rendered(made, words=False), namespaceHTMLElements=False)


def said(element: Any) -> Iterator[str]:
    """What a reader of a page reads, without what the manual leaves out: a line a block, a tab after a cell."""
    skipped = element.get("role") == "doc-endnotes" or element.get("class") == "footnote-mark"
    if element.tag == "figcaption" and element.find("span[@class='post-author']") is not None:
        skipped = True
    border = (
        "\n" if element.tag in BLOCKS else "\t" if element.tag in ("td", "th") else " " if element.tag == "br" else ""
    )
    yield border
    if not skipped:
        holds_words = element.tag not in STRUCTURE
        yield (element.text or "") * holds_words
        for child in element:
            yield from said(child)
            yield (child.tail or "") * holds_words
    yield border


def lines(text: str) -> list[list[str]]:
    rows = [[" ".join(cell.split()) for cell in line.split("\t")] for line in text.split("\n")]
    return [cells for row in rows if (cells := [cell for cell in row if cell])]


@given(bodies())
def test_the_visible_text_is_what_a_page_shows(text: str) -> None:
    made, _ = read(text)
    assert lines(visible(made)) == lines("".join(said(parsed(made))))


@given(bodies())
def test_every_reference_is_found_where_it_stands(text: str) -> None:
    made, _ = read(text)
    found = sorted([*((one.span, one.written) for one in made.links), *((one.span, one.written) for one in made.files)])
    assert [at(text, span) for span, _ in found] == [written for _, written in found]
    assert [written for _, written in found] == re.findall(r"r\d+(?:\.md|\.jpg)?", text)


@given(bodies() | ANYTHING)
def test_gaps_part_words_and_nothing_else(text: str) -> None:
    pieces = read(text)[0].pieces
    counted = [one for one in pieces if isinstance(one, Gap | Title | Words) and getattr(one, "counted", True)]
    assert not counted or not isinstance(counted[0], Gap)
    assert not counted or not isinstance(counted[-1], Gap)
    for one, other in pairwise(counted):
        assert not (isinstance(one, Gap) and isinstance(other, Gap))
        if isinstance(other, Gap):
            assert isinstance(one, Title) or not one.text.endswith(" ")
        if isinstance(one, Gap):
            assert isinstance(other, Title) or not other.text.startswith(" ")
        if isinstance(one, Words) and isinstance(other, Words):
            assert not (one.text.endswith(" ") and other.text.startswith(" "))
    for left, right in pairwise(pieces):
        assert not (isinstance(left, Markup) and isinstance(right, Markup))
        assert not (isinstance(left, Words) and isinstance(right, Words) and left.counted == right.counted)


@settings(max_examples=100)
@given(ANYTHING, st.booleans())
def test_nothing_unsafe_comes_of_anything(text: str, html: bool) -> None:  # noqa: FBT001 - hypothesis fills it in
    made, found = read(text, html=html)
    for element in parsed(made).iter():
        if isinstance(element.tag, str) and element.tag != "DOCUMENT_FRAGMENT":
            assert element.tag in BLOCKS | INLINE | PARTS
            assert not [name for name in element.keys() if name.startswith("on") or name == "style"]  # noqa: SIM118
    markup = "".join(piece.html for piece in made.pieces if isinstance(piece, Markup))
    assert all(
        re.match(r"https?://|mailto:|tel:|#", address) for address in re.findall(r"(?:href|cite)=\"([^\"]*)", markup)
    )
    assert all(re.match(r"[^:?#]*([?#/]|$)", one.written) for one in made.links if not one.wiki)
    depth = 0
    for piece in made.pieces:
        depth += isinstance(piece, LinkStart) - isinstance(piece, LinkEnd)
        assert depth in (0, 1)
    for one in found:
        assert len(FRONT) <= one.place.span.start <= one.place.span.end <= len(FRONT + text)


@given(ANYTHING)
def test_no_word_is_lost_or_added(text: str) -> None:
    made, _ = read(text)
    assert "".join(visible(made).split()) == "".join("".join(said(parsed(made))).split())


@given(ANYTHING, st.booleans())
def test_a_body_is_read_the_same_again(text: str, html: bool) -> None:  # noqa: FBT001 - hypothesis fills it in
    assert read(text, html=html) == read(text, html=html)
