"""Links of CommonMark: `[text](release.md)`, `[text][label]`, `<https://…>`.

The parser's own rules read them; around them stands what they don't tell: where the destination was.
"""

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.helpers import parseLinkDestination, parseLinkLabel
from markdown_it.rules_inline import StateInline, autolink, image, link
from markdown_it.token import Token

from dateline.kernel.diagnostics import Span
from dateline.model.body import Link, LinkEnd, LinkStart, Markup
from dateline.reading.destinations import ALLOWED, External, Internal, Picture, Refused, judge
from dateline.reading.pieces import Handlers, Writer
from dateline.reading.positions import BodyLines

_LABEL = re.compile(r"\[((?:\\.|[^\\\[\]])+)\]:[\s>]*", re.DOTALL)
_HEADING = re.compile(r"(?<!&)#")


def add(md: MarkdownIt) -> None:
    """Teaches a parser to tell where destinations stand."""
    md.inline.ruler.at("link", _link)
    md.inline.ruler.at("image", _image)
    md.inline.ruler.at("autolink", _autolink)


def _link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    start, count = state.pos, len(state.tokens)
    if not may_close(state) or not link(state, silent):
        return False
    if not silent:
        opening = next(token for token in state.tokens[count : count + 2] if token.type == "link_open")
        opening.meta["at"] = _destination(state, start)
        opening.meta["empty"] = state.tokens[-2] is opening
    return True


def _image(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    start = state.pos
    if not may_close(state) or not image(state, silent):
        return False
    if not silent:
        state.tokens[-1].meta["at"] = _destination(state, start + 1)
    return True


def _autolink(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    start = state.pos
    if not autolink(state, silent):
        return False
    if not silent:
        address = state.src[start + 1 : state.pos - 1]
        raw = address if ":" in address else "mailto:" + address
        state.tokens[-3].meta["at"] = (start + 1, state.pos - 1, raw)
    return True


def may_close(state: StateInline) -> bool:
    """Whether any bracket closes from here on: a flood of opening ones is not looked through again and again."""
    # The parser's own memory of how far a look ahead got, by place; -1 is no place.
    if -1 not in state.cache:
        state.cache[-1] = state.src.rfind("]")
    return state.cache[-1] >= state.pos


def _destination(state: StateInline, bracket: int) -> tuple[int, int, str] | None:
    """Where the destination of a link that was just read begins and ends, and what it says; none if by a label."""
    end = state.pos
    after = parseLinkLabel(state, bracket) + 1
    if end <= after or state.src[after] != "(":
        return None
    start = after + 1
    while state.src[start] in " \t\n":
        start += 1
    found = parseLinkDestination(state.src, start, end)
    if not found.ok:
        return start, start, ""
    angle = state.src[start] == "<"
    return start + angle, found.pos - angle, found.str


def definitions(env: Mapping[str, Any], lines: BodyLines) -> dict[str, Span]:
    """Where the destination of each link definition (`[label]: release.md`) stands, by normalised label."""
    found = {}
    for label, reference in env.get("references", {}).items():
        first, end = reference["map"]
        found[label] = _definition(label, lines.text, lines.starts[first], lines.starts[min(end, len(lines))] - 1)
    return found


def _definition(label: str, text: str, start: int, stop: int) -> Span:
    for match in _LABEL.finditer(text, start, stop):
        if normalizeReference(match[1]) == label:
            found = parseLinkDestination(text, match.end(), stop)
            angle = text[match.end()] == "<" if match.end() < stop else False
            return Span(match.end() + angle, max(found.pos - angle, match.end() + angle))
    return Span(start, start)


def written(token: Token, writer: Writer, attribute: str) -> tuple[str, Span]:
    """The destination of a link or an image, and where it stands."""
    at = token.meta.get("at")
    if at is not None:
        start, end, raw = at
        return raw, writer.span(start, end)
    # The definition's own spelling is gone, but its normalised form says the same.
    span = writer.definitions.get(token.meta.get("label", ""), Span(writer.lines.start, writer.lines.start))
    return str(token.attrs[attribute]), span


def _open(token: Token, writer: Writer) -> None:
    raw, span = written(token, writer, "href")
    open_link(raw, span, str(token.attrs.get("title", "")), writer)
    if token.meta.get("empty"):
        _write_words(raw, writer)


def _write_words(raw: str, writer: Writer) -> None:
    """Words for a link that gives none: what it leads to."""
    if isinstance(judge(raw), Internal):
        writer.stream.title(len(writer.links) - 1)
    else:
        writer.stream.words(raw)


def open_link(raw: str, span: Span, title: str, writer: Writer, *, html: bool = False) -> None:
    """Begins a link, or, where it is not allowed, says why and leaves its words as text."""
    if writer.linking:
        writer.open_nothing(raw=html)
        return
    match judge(raw):
        case Internal(path=path, heading=heading):
            writer.stream.put(LinkStart(len(writer.links)))
            writer.links.append(_question(path, heading, span, writer.lines.text))
            writer.open_link(LinkEnd(), raw=html)
        case External(href=href):
            writer.external.append(href)
            titled = f' title="{escape(title)}"' if title else ""
            writer.stream.markup(f'<a href="{escape(href)}" rel="external"{titled}>')
            writer.open_link(Markup("</a>"), raw=html)
        case Refused() | Picture() as refused:
            hint = refused.hint if isinstance(refused, Refused) else ALLOWED
            writer.problem("invalid-link", f'the link "{raw}" is not allowed', span, hint)
            writer.open_nothing(raw=html)


def _question(path: str, heading: str, span: Span, text: str) -> Link:
    mark = _HEADING.search(text, span.start, span.end) if heading else None
    if mark is None:
        return Link(path, span, wiki=False, heading=heading, heading_span=span if heading else None)
    whole = Span(span.start, mark.start()) if path else span
    return Link(path, whole, wiki=False, heading=heading, heading_span=Span(mark.end(), span.end))


def _close(_token: Token, writer: Writer) -> None:
    writer.close()


WRITERS: Handlers = {"link_open": _open, "link_close": _close}
