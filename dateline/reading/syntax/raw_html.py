"""Raw HTML, where a site allows it (`markdown.html: true`).

Nothing that an author wrote is passed on: every tag is read, and one of those listed here is written anew with those of
its attributes listed here, so it makes no difference how a browser would have read the original. Elements are closed
where the Markdown around them ends. Links and images are judged and looked up as Markdown's are, and words are words.
"""

import re
from html import escape, unescape

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, html_inline
from markdown_it.token import Token
from msgspec import Struct

from dateline.reading.pieces import Handlers, Writer
from dateline.reading.syntax.figures import show
from dateline.reading.syntax.links import open_link

_PHRASES = frozenset(
    {
        "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img", "ins", "kbd",
        "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
        "wbr",
    }
)  # fmt: skip
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "caption", "col", "colgroup", "dd", "details", "div", "dl", "dt",
        "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "ol", "p", "pre",
        "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
_VOID = frozenset({"br", "col", "hr", "img", "wbr"})
_SILENT = ("script", "style", "template", "textarea", "title", "iframe", "noscript", "object", "svg", "math", "select")
"""Elements that are dropped with what stands in them."""
_ATTRIBUTES = frozenset(
    {"class", "title", "lang", "dir", "colspan", "rowspan", "scope", "start", "reversed", "datetime", "open", "value"}
)
_DEEPEST = 100

_TAG = re.compile(
    r"""<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*)\s*/?>"""
)
_ATTRIBUTE = re.compile(r"""\s([^\s"'<>/=]+)(?:\s*=\s*([^\s"'=<>`]+|'[^']*'|"[^"]*"))?""")
_ENDS = {"<!--": "-->", "<?": "?>", "<![CDATA[": "]]>", "<!": ">"}


class Value(Struct, frozen=True):
    """An attribute's value, and where it stands in the words that are being written."""

    text: str
    start: int
    end: int


def add(md: MarkdownIt) -> None:
    """Teaches a parser to tell where raw HTML stands in a line."""
    md.inline.ruler.at("html_inline", _html_inline)


def _html_inline(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    start = state.pos
    if not html_inline(state, silent):
        return False
    if not silent:
        state.tokens[-1].meta["at"] = start
    return True


def _inline(token: Token, writer: Writer) -> None:
    match = _TAG.fullmatch(token.content)
    if match and match[2].lower() in _PHRASES:
        _tag(match, token.meta["at"], writer)


def _block(token: Token, writer: Writer) -> None:
    """A stretch of lines of HTML, with words and tags in any order, perhaps with the beginning of an element alone."""
    writer.enter(token)
    writer.stream.begin(writer.gap)
    html, at = token.content, 0
    while at < len(html):
        start = html.find("<", at)
        writer.stream.words(unescape(html[at : start if start >= 0 else None]))
        if start < 0:
            break
        at = _piece(html, start, writer)
    writer.stream.end()


def _piece(html: str, start: int, writer: Writer) -> int:
    """What begins with `<`, and where it ends."""
    for opening, closing in _ENDS.items():
        if html.startswith(opening, start):
            end = html.find(closing, start + len(opening))
            return len(html) if end < 0 else end + len(closing)
    match = _TAG.match(html, start)
    if match is None:
        writer.stream.words("<")
        return start + 1
    name = match[2].lower()
    if name in _SILENT and not match[1]:
        ending = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(html, match.end())
        return ending.end() if ending else len(html)
    if name in _BLOCKS:
        writer.stream.begin("\t" if name in ("td", "th") else "\n")
        _tag(match, start, writer)
        writer.stream.begin("\t" if name in ("td", "th") else "\n")
    elif name in _PHRASES:
        _tag(match, start, writer)
    return match.end()


def _tag(match: re.Match[str], shift: int, writer: Writer) -> None:
    # A page has one h1, its title.
    name = "h2" if match[2].lower() == "h1" else match[2].lower()
    if match[1]:
        writer.close_raw(name)
        return
    given = _attributes(match, shift)
    said = {key: one.text for key, one in given.items()}
    if name == "img" and "src" in given:
        span = writer.span(given["src"].start, given["src"].end)
        show(said["src"], span, said.get("alt", ""), said.get("title", ""), writer)
    elif name in ("a", "img") or writer.depth > _DEEPEST:
        if "href" in given and writer.depth <= _DEEPEST:
            span = writer.span(given["href"].start, given["href"].end)
            open_link(said["href"], span, said.get("title", ""), writer, html=True)
    else:
        kept = "".join(f' {key}="{escape(text)}"' for key, text in said.items() if key in _ATTRIBUTES)
        if name in _VOID:
            writer.stream.markup(f"<{name}{kept}>")
        else:
            writer.open(f"<{name}{kept}>", f"</{name}>", name, raw=True)
        if name == "br":
            writer.stream.words(" ")


def _attributes(match: re.Match[str], shift: int) -> dict[str, Value]:
    """A tag's attributes by name; of one that is given twice the first counts, as in HTML."""
    found: dict[str, Value] = {}
    shift += match.start(3) - match.start()
    for one in _ATTRIBUTE.finditer(match[3]):
        raw, (start, end) = one[2] or "", one.span(2 if one[2] else 1)
        quoted = raw[:1] in ("'", '"')
        value = Value(unescape(raw[1:-1] if quoted else raw), shift + start + quoted, shift + end - quoted)
        found.setdefault(one[1].lower(), value)
    return found


WRITERS: Handlers = {"html_inline": _inline, "html_block": _block}
