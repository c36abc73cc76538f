"""Markdown tokens to pieces: the walk over the tokens, and what the rules of the syntax share while they write.

Every syntax brings a handler for each sort of token that it makes (`WRITERS` of its module); this module knows only
how elements nest and how a place in the words is a place in the file.
"""

from collections.abc import Callable, Mapping, Sequence

from markdown_it.token import Token
from msgspec import Struct

from dateline.kernel.diagnostics import Diagnostic, Place, Span, diagnostic
from dateline.model.body import Body, File, Heading, Link, LinkEnd, Markup
from dateline.model.names import InputPath
from dateline.reading.positions import BodyLines, Source, source_of_cell, source_of_lines
from dateline.reading.stream import Stream

Handler = Callable[[Token, "Writer"], None]
Handlers = Mapping[str, Handler]


class Opened(Struct, frozen=True):
    """An element that is open, and how it ends."""

    end: Markup | LinkEnd | None
    tag: str = ""
    raw: bool = False
    """Whether an author's raw HTML opened it: then what stands around may close it."""


def _no_footnotes(_token: Token, _writer: "Writer") -> None:
    """There are none."""


class Writer:
    """A body while it is written: its pieces, its questions, and what was found wrong."""

    def __init__(self, path: str, name: str, lines: BodyLines, handlers: Handlers) -> None:
        self.path, self.name, self.lines = InputPath(path), name, lines
        self.stream = Stream()
        self.links: list[Link] = []
        self.files: list[File] = []
        self.headings: list[Heading] = []
        self.external: list[str] = []
        self.found: list[Diagnostic] = []
        self.definitions: Mapping[str, Span] = {}
        """Where the destinations of link definitions stand, by normalised label."""
        self.mark_footnote: Handler = _no_footnotes
        """Writes the mark of a footnote, which knows of all the others."""
        self.gap = "\n"
        """What parts the next block of words from the one before."""
        self._handlers = handlers
        self._open: list[Opened] = []
        self._links = 0
        self._inline = Token("inline", "", 0)
        self._shift = 0
        self._source: tuple[Token, Source] | None = None

    def write_all(self, tokens: Sequence[Token]) -> None:
        """Writes tokens, blocks or what stands inside one, in order."""
        for token in tokens:
            self._handlers[token.type](token, self)

    def write_words(self, token: Token) -> None:
        """Writes a block of words."""
        self.stream.begin(self.gap)
        self.write_inline(token, token.children or [], 0)
        self.stream.end()

    def enter(self, token: Token) -> None:
        """Makes a block the one that places are looked for in."""
        self._inline, self._shift = token, 0

    def write_inline(self, token: Token, children: Sequence[Token], shift: int) -> None:
        """Writes words that begin `shift` characters into the words of a block."""
        before, self._inline, self._shift = (self._inline, self._shift), token, shift
        depth = len(self._open)
        self.write_all(children)
        self._close_down_to(depth)
        self._inline, self._shift = before

    def open(self, html: str, close: str, tag: str = "", *, raw: bool = False) -> None:
        """Begins an element that ends with `close`."""
        self.stream.markup(html)
        self._open.append(Opened(Markup(close), tag, raw))

    def open_link(self, end: Markup | LinkEnd, *, raw: bool) -> None:
        """Notes that a link was begun."""
        self._open.append(Opened(end, "a", raw))
        self._links += 1

    def open_nothing(self, *, raw: bool) -> None:
        """Notes that a link could not be begun: its end in Markdown ends nothing, and in HTML does not matter."""
        if not raw:
            self._open.append(Opened(None))

    def close(self) -> None:
        """Ends the element of Markdown's that began last, and any raw HTML left open in it."""
        depth = len(self._open) - 1
        while self._open[depth].raw:
            depth -= 1
        self._close_down_to(depth)

    def close_raw(self, tag: str) -> None:
        """Ends an element of raw HTML, if one is open that no element of Markdown's stands in the way of."""
        for depth in range(len(self._open) - 1, -1, -1):
            if not self._open[depth].raw:
                return
            if self._open[depth].tag == tag:
                self._close_down_to(depth)
                return

    def _close_down_to(self, depth: int) -> None:
        while len(self._open) > depth:
            opened = self._open.pop()
            self._links -= opened.tag == "a"
            match opened.end:
                case Markup(html=html):
                    self.stream.markup(html)
                case LinkEnd() as end:
                    self.stream.put(end)
                case None:
                    pass

    @property
    def linking(self) -> bool:
        """Whether a link is open, which takes no other."""
        return self._links > 0

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._open)

    def place(self) -> tuple[Token, int]:
        """The block of words that is being written, and where in it; for what is written later."""
        return self._inline, self._shift

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of the words that are being written stands in the file."""
        # Few blocks have a link in them, so the way back is looked for only when it is asked for, and then kept:
        # a block may hold thousands.
        if self._source is None or self._source[0] is not self._inline:
            self._source = self._inline, self._source_of(self._inline)
        return self._source[1].within(self._shift).span(start, end)

    def _source_of(self, token: Token) -> Source:
        if (cell := token.meta.get("cell")) is not None:
            return source_of_cell(token.content, self.lines.start + cell)
        first, end = token.map or (0, 1)
        return source_of_lines(token.content, self.lines, first, end)

    def problem(self, code: str, message: str, span: Span, hint: str = "") -> None:
        """Notes something wrong in the body."""
        self.found.append(diagnostic(code, message, Place(self.path, span), hint))

    def body(self) -> Body:
        """What was written."""
        self._close_down_to(0)
        return Body(
            self.stream.pieces(),
            tuple(self.links),
            tuple(self.files),
            tuple(self.headings),
            tuple(self.external),
        )
