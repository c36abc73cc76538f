"""A Markdown body, read: CommonMark with tables, footnotes, definition lists, and the site's own syntax.

Knows one file. What only other documents can tell stands in the body as a question.
"""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from msgspec import Struct

from dateline.kernel.diagnostics import Diagnostic, in_order
from dateline.model.body import Body
from dateline.reading.mistakes import hand_on
from dateline.reading.pieces import Handlers, Writer
from dateline.reading.positions import lines_of
from dateline.reading.syntax import (
    callouts,
    figures,
    footnotes,
    headings,
    links,
    nesting,
    posts,
    prose,
    raw_html,
    tables,
    wikilinks,
)


class BodyTask(Struct, frozen=True):
    """A body to be read."""

    path: str
    """The file's, for diagnostics."""
    text: str
    """The whole file's text: decoded, no byte order mark, line feeds only."""
    start: int
    """Where the body begins in it, after the front matter."""
    html: bool
    """Whether raw HTML is kept, sanitised, instead of shown as text."""
    name: str
    """The document's id, which keeps the fragments of footnotes apart where notes share a page."""


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - the library's name and signature
        # Every destination is read as one, and judged with a message when it is written (`destinations`).
        return True


_SYNTAX = (prose, tables, links, wikilinks, figures, headings, footnotes, callouts, posts, nesting)
_HANDLERS: Handlers = {
    name: handler
    for module in (prose, tables, links, wikilinks, figures, headings, footnotes, callouts, posts, raw_html)
    for name, handler in module.WRITERS.items()
}


def _parser(*, html: bool) -> MarkdownIt:
    blocks, words = _configured(nesting.DEEPEST, html=html), _configured(nesting.DEEPEST_INLINE, html=html)

    def inline(state: StateCore) -> None:
        for token in state.tokens:
            if token.type == "inline":
                token.children = words.inline.parse(token.content, words, state.env, [])

    blocks.core.ruler.at("inline", inline)
    return blocks


def _configured(deepest: int, *, html: bool) -> MarkdownIt:
    parser = _Parser("commonmark", {"html": html, "maxNesting": deepest, "store_labels": True})
    for module in (*_SYNTAX, raw_html) if html else _SYNTAX:
        module.add(parser)
    return parser


# Made once, since that takes as long as reading a document; never changed afterwards. All that belongs to one
# document stands in the `env` that is passed with it.
_PLAIN = _parser(html=False)
_WITH_HTML = _parser(html=True)


def read_body(task: BodyTask) -> tuple[Body, tuple[Diagnostic, ...]]:
    """The body of a document, and what is wrong with it."""
    env: dict[str, object] = {}
    tokens = (_WITH_HTML if task.html else _PLAIN).parse(task.text[task.start :], env)
    lines = lines_of(task.text, task.start)
    writer = Writer(task.path, task.name, lines, _HANDLERS)
    hand_on(env, writer)
    writer.definitions = links.definitions(env, lines)
    notes = footnotes.notes_of(env, writer)
    writer.write_all(tokens)
    notes.write()
    return writer.body(), in_order(writer.found)
