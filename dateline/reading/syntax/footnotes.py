"""Footnotes: `[^1]` with `[^1]: …` anywhere in the body, and `^[words]` right in the line.

They stand at the end of the body, numbered as their marks are met, and take no part in the visible text.
"""

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from dateline.kernel.diagnostics import Span
from dateline.model.body import Word
from dateline.reading.pieces import Handlers, Writer
from dateline.reading.syntax.links import may_close

_MARK = re.compile(r"\[\^([^\s\[\]]+)\]")


def add(md: MarkdownIt) -> None:
    """Teaches a parser footnotes."""
    md.use(footnote_plugin, inline=False, move_to_end=False)
    md.inline.ruler.at("footnote_ref", _mark)
    md.inline.ruler.after("footnote_ref", "footnote_inline", _inline)
    md.core.ruler.push("footnotes", _gather)


def _mark(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    # Not looking ahead, and not inside a link, which cannot hold another: there a mark stays text.
    if silent or state.linkLevel:
        return False
    match = _MARK.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    token = state.push("footnote_mark", "", 0)
    token.meta = {"label": match[1], "at": match.span()}
    state.pos = match.end()
    return True


def _inline(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    if silent or state.linkLevel or not state.src.startswith("^[", state.pos) or not may_close(state):
        return False
    start = state.pos + 2
    end = parseLinkLabel(state, start - 1)
    if end < 0 or not state.src[start:end].strip():
        return False
    token = state.push("footnote_mark", "", 0)
    token.meta = {"label": "", "at": (start, end)}
    token.children = []
    state.md.inline.parse(state.src[start:end], state.md, state.env, token.children)
    state.pos = end + 1
    return True


def _gather(state: StateCore) -> None:
    """Takes the definitions out of the body and hands them on in `env`, each with the token that began it."""
    body: list[Token] = []
    found: list[tuple[Token, list[Token]]] = []
    inside: list[list[Token]] = []
    for token in state.tokens:
        if token.type == "footnote_reference_open":
            inside.append([])
            found.append((token, inside[-1]))
        elif token.type == "footnote_reference_close":
            inside.pop()
        else:
            (inside[-1] if inside else body).append(token)
    state.tokens = body
    state.env["definitions"] = found


def notes_of(env: Mapping[str, Any], writer: Writer) -> "Notes":
    """The footnotes of a body, which the writer tells of each mark."""
    notes = Notes(writer, env.get("definitions", ()))
    writer.mark_footnote = notes.mark
    return notes


class Notes:
    """The footnotes of a body while it is written."""

    def __init__(self, writer: Writer, definitions: Sequence[tuple[Token, list[Token]]]) -> None:
        self._writer = writer
        self._tokens: dict[str, list[Token]] = {}
        self._places: dict[str, Span] = {}
        self._numbers: dict[str, int] = {}
        self._marks: list[int] = []
        """For each footnote met, in order, how many marks it has so far."""
        self._waiting: list[tuple[Token, int, list[Token]] | list[Token]] = []
        """The words of each: those of a line, with where they stand, or the blocks of a definition."""
        for opening, tokens in definitions:
            self._define(str(opening.meta["label"]), (opening.map or [0])[0], tokens)

    def _define(self, label: str, line: int, tokens: list[Token]) -> None:
        lines = self._writer.lines
        start = lines.starts[line] + max(lines[line].find(f"[^{label}]:"), 0)
        place = Span(start, start + len(label) + 3)
        if label in self._tokens:
            message = f'the footnote "[^{label}]" is given twice, and only the first is shown'
            self._writer.problem("unused-footnote", message, place, "give this one another name, or remove it")
            return
        self._tokens[label], self._places[label] = tokens, place

    def mark(self, token: Token, writer: Writer) -> None:
        """A footnote's mark in the text."""
        label = token.meta["label"]
        if label and label not in self._tokens:
            message = f'there is no footnote "[^{label}]"'
            hint = f'write it on a line of its own, as "[^{label}]: …", or remove the mark'
            writer.problem("unknown-footnote", message, writer.span(*token.meta["at"]), hint)
            writer.stream.words(f"[^{label}]")
            return
        number = self._numbers.get(label) or self._new(token)
        self._marks[number - 1] += 1
        identity, again = f"{writer.name}-{number}", self._marks[number - 1]
        fragment = escape(identity if again == 1 else f"{identity}_{again}")
        link = f'<a href="#fn-{escape(identity)}" id="fnref-{fragment}" role="doc-noteref">{number}</a>'
        writer.stream.markup(f'<sup class="footnote-mark">{link}</sup>')

    def _new(self, token: Token) -> int:
        label = token.meta["label"]
        if label:
            self._waiting.append(self._tokens[label])
            self._numbers[label] = len(self._waiting)
        else:
            outer, shift = self._writer.place()
            self._waiting.append((outer, shift + token.meta["at"][0], token.children or []))
        self._marks.append(0)
        return len(self._waiting)

    def write(self) -> None:
        """All footnotes that have a mark, those that only a footnote marks too, and what is wrong with the others."""
        stream, name = self._writer.stream, escape(self._writer.name)
        if self._waiting:
            stream.end()
            stream.counted = False
            label = f"footnotes-{name}"
            stream.markup(f'<section class="footnotes" role="doc-endnotes" aria-labelledby="{label}">\n')
            stream.markup(f'<p class="footnotes-title" id="{label}">')
            stream.put(Word("footnotes"))
            stream.markup("</p>\n<ol>\n")
            number = 0
            while number < len(self._waiting):  # writing one may find marks of more
                number += 1
                self._write(number)
            stream.markup("</ol>\n</section>\n")
        for label in self._tokens:
            if label not in self._numbers:
                message = f'the footnote "[^{label}]" has no mark in the text, so it is not shown'
                hint = f'write "[^{label}]" where it belongs, or remove it'
                self._writer.problem("unused-footnote", message, self._places[label], hint)

    def _write(self, number: int) -> None:
        writer, waiting = self._writer, self._waiting[number - 1]
        writer.stream.markup(f'<li id="fn-{escape(writer.name)}-{number}">')
        if isinstance(waiting, tuple):
            token, shift, children = waiting
            writer.stream.markup("<p>")
            writer.stream.begin()
            writer.write_inline(token, children, shift)
            self._write_way_back(number)
            writer.stream.markup("</p>")
        else:
            self._write_blocks(number, waiting)
        writer.stream.markup("</li>\n")

    def _write_blocks(self, number: int, tokens: list[Token]) -> None:
        ends_in_words = bool(tokens) and tokens[-1].type == "paragraph_close"
        self._writer.write_all(tokens[:-1] if ends_in_words else tokens)
        if not ends_in_words:
            self._writer.stream.markup("<p>")
        self._write_way_back(number)
        if ends_in_words:
            self._writer.write_all(tokens[-1:])
        else:
            self._writer.stream.markup("</p>")

    def _write_way_back(self, number: int) -> None:
        stream, identity = self._writer.stream, escape(f"{self._writer.name}-{number}")
        for again in range(1, self._marks[number - 1] + 1):
            which = "" if again == 1 else f"_{again}"
            stream.markup(f' <a href="#fnref-{identity}{which}" role="doc-backlink">')
            stream.markup('<span aria-hidden="true">↩\ufe0e</span><span class="visually-hidden">')
            stream.put(Word("footnote.back"))
            stream.markup(f" {number}{'' if again == 1 else f'.{again}'}</span></a>")


def _write_mark(token: Token, writer: Writer) -> None:
    writer.mark_footnote(token, writer)


WRITERS: Handlers = {"footnote_mark": _write_mark}
