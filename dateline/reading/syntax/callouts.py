"""Callouts, as Obsidian and GitHub have them: a quotation that begins with `[!note] Title`; `-` or `+` folds it."""

import re
from html import escape

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from dateline.model.body import Word
from dateline.reading.pieces import Handlers, Writer

CALLOUTS = (
    "note", "abstract", "info", "todo", "tip", "important", "success", "question", "warning", "caution", "failure",
    "danger", "bug", "example", "quote",
)  # fmt: skip
"""The sorts that have a word of their own (`callout.note`) and a look; any other looks like a note."""

_SAME = {
    "summary": "abstract", "tldr": "abstract", "hint": "tip", "check": "success", "done": "success",
    "help": "question", "faq": "question", "attention": "warning", "fail": "failure", "missing": "failure",
    "error": "danger", "cite": "quote",
}  # fmt: skip
_TITLE = re.compile(r"\[!(\w[\w -]*)\]([+-]?)(?:[ \t]+(.*)|[ \t]*)")


def add(md: MarkdownIt) -> None:
    """Teaches a parser callouts."""
    md.block.ruler.before("table", "callout", _callout)


def _callout(state: StateBlock, start: int, _end: int, _silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    # The rule of quotations has just opened one and now has its first line read: turn what it opened.
    opening = state.tokens[-1] if state.tokens else None
    if opening is None or opening.type != "blockquote_open" or not opening.map or opening.map[0] != start:
        return False
    match = _TITLE.fullmatch(state.src, state.bMarks[start] + state.tShift[start], state.eMarks[start])
    if match is None or state.is_code_block(start):
        return False
    sort = match[1].strip().lower()
    opening.type = "callout_open"
    opening.meta = {"sort": _SAME.get(sort, sort), "written": match[1].strip(), "fold": match[2]}
    if match[3] and match[3].strip():
        token = state.push("inline", "", 0)
        token.content, token.map, token.children = match[3].strip(), [start, start + 1], []
        opening.meta["titled"] = True
        token.meta["callout"] = True
    state.line = start + 1
    return True


def _open(token: Token, writer: Writer) -> None:
    sort, fold = token.meta["sort"], token.meta["fold"]
    look = sort if sort in CALLOUTS else "note"
    names = f'class="callout callout-{look}" data-callout="{escape(sort)}"'
    if fold:
        writer.open(f"<details {names}{' open' if fold == '+' else ''}>\n", "</details>\n")
        writer.open('<summary class="callout-title">', "</summary>\n")
    else:
        writer.open(f"<aside {names}>\n", "</aside>\n")
        writer.open('<p class="callout-title">', "</p>\n")
    if token.meta.get("titled"):
        return
    if sort in CALLOUTS:
        writer.stream.put(Word(f"callout.{sort}"))
    else:
        writer.stream.markup(escape(token.meta["written"].capitalize()))
    writer.close()


WRITERS: Handlers = {"callout_open": _open}
