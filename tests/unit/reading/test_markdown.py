"""Bodies, read: what comes of each piece of syntax, what counts as text, and what is wrong."""

import re
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from markdown_it import MarkdownIt

from dateline.kernel.diagnostics import Diagnostic
from dateline.model.body import Gap, LinkEnd, LinkStart, Markup, Title, Words
from tests.bodies import CASES, at, body, cases, read, rendered, visible


def named(name: str) -> list[object]:
    return [pytest.param(given, expected, id=title) for title, given, expected in cases(name)]


@pytest.mark.parametrize(("given", "expected"), named("markdown-html.md"))
def test_html(given: str, expected: str) -> None:
    assert rendered(body(given)).rstrip("\n") == expected


@pytest.mark.parametrize(("given", "expected"), named("markdown-text.md"))
def test_visible_text(given: str, expected: str) -> None:
    assert visible(body(given)) == expected


def told(text: str, found: tuple[Diagnostic, ...]) -> str:
    return "\n".join(f"{one.code} «{at(text, one.place.span)}» {one.message}\n    {one.hint}" for one in found)


@pytest.mark.parametrize(("given", "expected"), named("markdown-problems.md"))
def test_problems(given: str, expected: str) -> None:
    _, found = read(given)
    assert told(given, found) == expected
    assert {one.place.path for one in found} <= {"content/pages/note.md"}


def test_pieces() -> None:
    assert body("# A [[b]]\n\n*c*, [d](e.md)\n").pieces == (
        Markup('<h2 id="a-b">'),
        Words("A "),
        LinkStart(0),
        Title(0),
        LinkEnd(),
        Markup("</h2>\n<p>"),
        Gap("\n"),
        Markup("<em>"),
        Words("c"),
        Markup("</em>"),
        Words(", "),
        LinkStart(1),
        Words("d"),
        LinkEnd(),
        Markup("</p>\n"),
    )


def test_an_empty_body_has_no_pieces() -> None:
    assert body("").pieces == body("\n \n").pieces == ()


EXAMPLES = (
    "a *b* **c** ***d*** `e` <https://example.org> f\\\ng  \nh &copy; \\* &#35;",
    "- a\n- b\n  - c\n\n1. d\n2. e\n\n   f\n",
    "> a\n> > b\n\nc\n***\nd\n\n    code\n",
    "*a `*` b*, **a**b, _c_d, *(**e**)*, `` ` ``",
    "### a ###\n\nb\n---\n\n~~~ x\ny\n~~~\n",
    "\t- a\n\n   - b\n\n     c\n- \n-\td\n",
    "[not a link] ![nor this] [a] (b) <c d>",
)


@pytest.mark.parametrize("text", EXAMPLES)
def test_what_is_not_ours_is_as_common_mark_has_it(text: str) -> None:
    theirs = MarkdownIt("commonmark", {"html": False, "xhtmlOut": False}).render(text)
    ours = re.sub(r' (id|rel|tabindex)="[^"]*"', "", rendered(body(text)))
    assert folded(ours) == folded(theirs)


def folded(html: str) -> str:
    """Without the white space beside tags of blocks and breaks, which browsers don't show."""
    return re.sub(r"\s*(</?(?:p|ul|ol|li|blockquote|pre|hr|h\d|br)\b[^>]*>)\s*", r"\1", " ".join(html.split())).strip()


FLOODS = (
    "[", "[[", "![", "![[", "[^", "^[", "[[a", "[a](", "*a ", "*a **b ", "_a", "` `` ", "~~a ", "> ", ">", "- ", "1. ",
    "::: post\n", '::: post author="a"\n', ":::\n", "> [!note] a\n", "> [!note] a\n\n", "|", "|a", "<a ", "<", "&#x41;",
    "\\", "[a]: b\n", "[^a]: b\n", "# a\n", "\t", "```\n", "[[a]]", "[a](b.md)", "- > ",
)  # fmt: skip


@pytest.mark.parametrize("flood", FLOODS)
def test_twice_a_flood_of_anything_takes_about_twice_the_work(flood: str) -> None:
    once, twice = (flood * (size // len(flood)) + "]" for size in (2_000, 4_000))
    markdown = MarkdownIt("commonmark")
    theirs = lines_run(lambda: markdown.render(twice)) / lines_run(lambda: markdown.render(once))
    ours = lines_run(lambda: read(twice, html=flood.startswith("<"))) / lines_run(
        lambda: read(once, html=flood.startswith("<"))
    )
    assert ours < max(2.5, 1.2 * theirs), "nothing quadratic of ours"


def lines_run(work: Callable[[], object]) -> int:
    """How many lines of Python some work runs: a measure of it that no other program on the machine changes."""
    count, before = 0, sys.gettrace()

    def trace(_frame: FrameType, event: str, _value: object) -> Callable[..., Any]:
        nonlocal count
        count += event == "line"
        return trace

    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def test_a_space_that_does_not_break_is_kept() -> None:
    assert visible(body("52&nbsp;people &ensp; here")) == "52\xa0people \u2002 here"


@pytest.mark.parametrize("name", ["markdown-html.md", "markdown-text.md", "markdown-problems.md"])
def test_no_case_is_cut_short(name: str) -> None:
    text = (CASES / name).read_text("utf-8")
    assert len(text.split("\n.\n")) % 3 == 1
    assert text.endswith("\n.\n")
