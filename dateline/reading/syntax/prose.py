"""What CommonMark itself has: paragraphs, lists, quotations, listings, emphasis; and definition lists."""

from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin

from dateline.reading.pieces import Handlers, Writer


def add(md: MarkdownIt) -> None:
    """Teaches a parser strikethrough and definition lists."""
    md.enable(["table", "strikethrough"])
    md.use(deflist_plugin)


def _block(token: Token, writer: Writer) -> None:
    feed = "\n" if token.tag in ("ul", "ol", "dl", "blockquote") else ""
    start = f' start="{escape(str(token.attrs["start"]))}"' if "start" in token.attrs else ""
    writer.open(f"<{token.tag}{start}>{feed}", f"</{token.tag}>\n")


def _paragraph(token: Token, writer: Writer) -> None:
    writer.open("" if token.hidden else "<p>", "" if token.hidden else "</p>\n")


def _inline(token: Token, writer: Writer) -> None:
    writer.write_words(token)
    if token.meta.get("callout"):  # a callout's title, whose element its beginning left open
        writer.close()


def _emphasis(token: Token, writer: Writer) -> None:
    writer.open(f"<{token.tag}>", f"</{token.tag}>")


def _close(_token: Token, writer: Writer) -> None:
    writer.close()


def _text(token: Token, writer: Writer) -> None:
    writer.stream.words(token.content)


def _space(token: Token, writer: Writer) -> None:
    if token.type == "hardbreak":
        writer.stream.markup("<br>")
    writer.stream.words(" ")


def _code(token: Token, writer: Writer) -> None:
    writer.stream.markup("<code>")
    writer.stream.words(token.content)
    writer.stream.markup("</code>")


def _rule(_token: Token, writer: Writer) -> None:
    writer.stream.markup("<hr>\n")


def _listing(token: Token, writer: Writer) -> None:
    language = token.info.split(maxsplit=1)[:1]
    named = f' class="language-{escape(language[0])}"' if language else ""
    # A wide listing is scrolled in its own box, which the keyboard must reach.
    writer.stream.markup(f'<pre tabindex="0"><code{named}>')
    writer.stream.begin(writer.gap)
    writer.stream.verbatim(token.content)
    writer.stream.end()
    writer.stream.markup("</code></pre>\n")


_BLOCKS = ("bullet_list", "ordered_list", "list_item", "blockquote", "dl", "dt", "dd")
_EMPHASES = ("em", "strong", "s")

WRITERS: Handlers = {
    **{f"{name}_open": _block for name in _BLOCKS},
    **{f"{name}_open": _emphasis for name in _EMPHASES},
    **{f"{name}_close": _close for name in (*_BLOCKS, *_EMPHASES, "paragraph")},
    "paragraph_open": _paragraph,
    "inline": _inline,
    "text": _text,
    "softbreak": _space,
    "hardbreak": _space,
    "code_inline": _code,
    "hr": _rule,
    "fence": _listing,
    "code_block": _listing,
}
