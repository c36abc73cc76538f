"""A social post as text: a line `::: post author="…" date="…"`, its words, and a line `:::`."""

import re
from collections.abc import Iterator
from html import escape

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from msgspec import Struct

from dateline.kernel.diagnostics import Span
from dateline.kernel.nearest import did_you_mean
from dateline.model.body import Time
from dateline.reading.destinations import External, judge
from dateline.reading.mistakes import note
from dateline.reading.pieces import Handlers, Writer

KEYS = ("author", "handle", "platform", "date", "url")
_FENCE = re.compile(r"(:{3,})[ \t]*(\S*)(.*)", re.DOTALL)
_PAIR = re.compile(
    r"""[ \t]+([^\s="'“”]+)[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)'|[“„]([^“”]*)[”“]|([^\s"'“”„]+))(?=\s|$)"""
)
_CONTAINER = "post"
_EXAMPLE = '::: post author="…" date="2025-09-11" url="https://…"'


class Value(Struct, frozen=True):
    """What an attribute says, and where its value stands in the body's text."""

    text: str
    start: int
    end: int


def add(md: MarkdownIt) -> None:
    """Teaches a parser posts."""
    md.block.ruler.before("fence", "post", _post, {"alt": ["paragraph", "reference", "blockquote", "list"]})


def _post(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    place = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith(":::", place) or state.is_code_block(start):
        return False
    match = _FENCE.fullmatch(state.src, place, state.eMarks[start])
    if match is None or silent:
        return match is not None
    if not match[2]:
        hint = f"remove the line, or begin a post above it with {_EXAMPLE}"
        note(state.env, "invalid-markup", f'"{match[1]}" closes nothing', match.span(1), hint)
        state.line = start + 1
        return True
    closing = _closing(state, start, end, len(match[1]))
    if closing is None and match[2] == _CONTAINER:
        hint = 'write ":::" on a line of its own after the words of the post'
        note(state.env, "invalid-markup", f'"{match[1]} {match[2]}" is never closed', match.span(1), hint)
    _read(state, start, closing, match)
    return True


def _closing(state: StateBlock, start: int, end: int, colons: int) -> int | None:
    """The line that closes a post: the first of at least as many colons and nothing else."""
    # Where one search found nothing, another within the same lines need not look: else many open posts are quadratic.
    known = state.env.setdefault("unclosed", {})
    key = (end, state.blkIndent, state.level, colons)
    first, last = known.get(key, (0, 0))
    if first <= start < last:
        return None
    for line in range(start + 1, end):
        place = state.bMarks[line] + state.tShift[line]
        if place < state.eMarks[line] and state.sCount[line] < state.blkIndent:
            known[key] = (start, line)
            return None
        if state.src.startswith(":::", place) and not state.is_code_block(line):
            words = state.src[place : state.eMarks[line]].rstrip()
            if len(words) >= colons and not words.strip(":"):
                return line
    known[key] = (start, end)
    return None


def _read(state: StateBlock, start: int, closing: int | None, fence: re.Match[str]) -> None:
    """Reads what stands in a container; of one that is never closed only its first line is taken."""
    if fence[2] != _CONTAINER:
        hint = did_you_mean(fence[2], (_CONTAINER,)) or f"there are only posts: {_EXAMPLE}"
        note(state.env, "invalid-markup", f'there is no container "{fence[2]}"', fence.span(2), hint)
    is_post = fence[2] == _CONTAINER and closing is not None
    if is_post:
        opening = state.push("post_open", "figure", 1)
        opening.map = [start, start + 1]
        opening.meta = {"values": _values(state, fence)}
    elif fence[2] == _CONTAINER:
        _values(state, fence)
    state.line = start + 1
    if closing is not None:
        parent, last = state.parentType, state.lineMax
        state.parentType, state.lineMax = "container", closing  # no paragraph runs on beyond the end
        state.md.block.tokenize(state, start + 1, closing)
        state.parentType, state.lineMax, state.line = parent, last, closing + 1
    if is_post:
        state.push("post_close", "figure", -1).meta = opening.meta


def _values(state: StateBlock, fence: re.Match[str]) -> dict[str, Value]:
    """The attributes of a post, and what is wrong with them."""
    values: dict[str, Value] = {}
    for name, at, value in _pairs(state, fence.start(3), fence.end(3)):
        if name not in KEYS:
            hint = did_you_mean(name, KEYS) or f"a post has {', '.join(KEYS)}"
            note(state.env, "invalid-markup", f'a post has no "{name}"', (at, at + len(name)), hint)
        elif name in values:
            note(state.env, "invalid-markup", f'"{name}" is given twice', (at, at + len(name)), "remove one of them")
        else:
            values[name] = value
    if "author" not in values or not values["author"].text.strip():
        hint = f'say whose words they are: author="…", as in {_EXAMPLE}'
        note(state.env, "invalid-markup", "a post has no author", (fence.start(), fence.end(2)), hint)
    url = values.get("url")
    if url and not _is_web(url.text):
        hint = "give the whole address, with https: in front"
        note(state.env, "invalid-link", f'the address "{url.text}" is not allowed', (url.start, url.end), hint)
    return values


def _pairs(state: StateBlock, start: int, end: int) -> Iterator[tuple[str, int, Value]]:
    end -= len(state.src[start:end]) - len(state.src[start:end].rstrip())
    while start < end:
        match = _PAIR.match(state.src, start, end)
        if match is None:
            rest = state.src[start:end].strip()
            place = start + len(state.src[start:end]) - len(state.src[start:end].lstrip())
            hint = f'write name="value" pairs with spaces between them, as in {_EXAMPLE}'
            note(state.env, "invalid-markup", f'"{rest}" is no attribute of a post', (place, end), hint)
            return
        which = match.lastindex or 2
        yield match[1], match.start(1), Value(match[which], *match.span(which))
        start = match.end()


def _is_web(address: str) -> bool:
    judged = judge(address)
    return isinstance(judged, External) and judged.href.lower().startswith("http")


def _open(token: Token, writer: Writer) -> None:
    url = token.meta["values"].get("url")
    cite = f' cite="{escape(url.text)}"' if url and _is_web(url.text) else ""
    writer.open('<figure class="post">\n', "</figure>\n")
    writer.open(f"<blockquote{cite}>\n", "</blockquote>\n")


def _close(token: Token, writer: Writer) -> None:
    writer.close()
    values = token.meta["values"]
    writer.stream.markup("<figcaption>")
    parts = [f'<span class="post-{key}">{escape(values[key].text)}</span>' for key in KEYS[:3] if key in values]
    writer.stream.markup(" ".join(parts))
    _write_date(values, writer)
    writer.stream.markup("</figcaption>\n")
    writer.close()


def _write_date(values: dict[str, Value], writer: Writer) -> None:
    """The date, linked to the post itself; without a date the address stands for it."""
    date, url, stream, shift = values.get("date"), values.get("url"), writer.stream, writer.lines.start
    judged = judge(url.text) if url and _is_web(url.text) else None
    if date is None and judged is None:
        return
    stream.markup(" ")
    if isinstance(judged, External):
        writer.external.append(judged.href)
        stream.markup(f'<a class="post-link" href="{escape(judged.href)}" rel="external">')
    if date is not None:
        stream.put(Time(date.text, Span(date.start + shift, date.end + shift)))
    elif url is not None:
        stream.markup(escape(url.text))
    if judged is not None:
        stream.markup("</a>")


WRITERS: Handlers = {"post_open": _open, "post_close": _close}
