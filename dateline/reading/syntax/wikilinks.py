"""Wikilinks, `[[release]]` or `[[release#heading|the release]]`, and embedded media, `![[photo.jpg|alternative]]`."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from dateline.kernel.diagnostics import Span
from dateline.model.body import File, Link, LinkEnd, LinkStart, Media
from dateline.reading.pieces import Handlers, Writer

_WIKILINK = re.compile(r"\[\[([^\[\]\n]+)\]\]")
_BAR = re.compile(r"\\?\|")
_SIZE = re.compile(r"\d+(?:x\d+)?")
"""Obsidian's width and height, which a stylesheet decides here."""


def add(md: MarkdownIt) -> None:
    """Teaches a parser wikilinks and embedded media."""
    md.inline.ruler.before("link", "wikilink", _wikilink)
    md.inline.ruler.before("image", "embed", _embed)


def _wikilink(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    # Not looking ahead, and not inside a link: so `[x [[a]] y](z)` stays one link with brackets in its words.
    if silent or state.linkLevel or not state.src.startswith("[[", state.pos):
        return False
    match = _WIKILINK.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    start, end, label = _parts(state.src, match.start(1), match.end(1))
    reference, _, heading = state.src[start:end].partition("#")
    if not reference.strip() and not heading.strip():
        return False
    token = state.push("wikilink", "a", 0)
    token.meta = {"at": (start, end), "label": label, "written": reference.rstrip(), "heading": heading.strip()}
    state.pos = match.end()
    return True


def _embed(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    if silent or not state.src.startswith("![[", state.pos):
        return False
    match = _WIKILINK.match(state.src, state.pos + 1, state.posMax)
    if match is None:
        return False
    start, end, label = _parts(state.src, match.start(1), match.end(1))
    file = state.src[start:end].partition("#")[0].rstrip()
    if not file:
        return False
    alt = " ".join(part for part in _BAR.split(label) if not _SIZE.fullmatch(part.strip()))
    token = state.push("embed", "img", 0)
    token.meta = {"at": (start, start + len(file)), "alt": " ".join(alt.split()), "written": file}
    state.pos = match.end()
    return True


def _parts(text: str, start: int, end: int) -> tuple[int, int, str]:
    """Where the reference stands between the brackets, without space around it, and the label after the bar."""
    bar = _BAR.search(text, start, end)
    stop = bar.start() if bar else end
    reference = text[start:stop]
    start += len(reference) - len(reference.lstrip())
    return start, max(start, start + len(reference.strip())), text[bar.end() : end].strip() if bar else ""


def _link(token: Token, writer: Writer) -> None:
    start, end = token.meta["at"]
    label, heading = token.meta["label"], token.meta["heading"]
    if writer.linking:  # inside raw HTML's link
        writer.stream.words(label or token.meta["written"] or heading)
        return
    number = len(writer.links)
    writer.links.append(_question(token.meta["written"], heading, writer.span(start, end), writer.lines.text))
    writer.stream.put(LinkStart(number))
    if label:
        writer.stream.words(label)
    else:
        writer.stream.title(number)
    writer.stream.put(LinkEnd())


def _question(reference: str, heading: str, span: Span, text: str) -> Link:
    if not heading:
        return Link(reference, Span(span.start, span.start + len(reference)), wiki=True)
    mark = text.find("#", span.start, span.end) + 1 or span.start
    first = mark + len(text[mark : span.end]) - len(text[mark : span.end].lstrip())
    whole = Span(span.start, span.start + len(reference)) if reference else span
    return Link(reference, whole, wiki=True, heading=heading, heading_span=Span(first, span.end))


def _media(token: Token, writer: Writer) -> None:
    start, end = token.meta["at"]
    writer.stream.put(Media(len(writer.files), token.meta["alt"]))
    writer.files.append(File(token.meta["written"], writer.span(start, end)))


WRITERS: Handlers = {"wikilink": _link, "embed": _media}
