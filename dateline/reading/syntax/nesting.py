"""Blocks that are nested too deep are shown as the author typed them; the parser alone would drop them silently."""

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from dateline.reading.mistakes import note

DEEPEST = 60
"""The parser's limit of levels for blocks: a quotation is one, a list with its item two."""
DEEPEST_INLINE = 10
"""The same for brackets in brackets within a line, each of which costs a look at all the rest of the block."""


def add(md: MarkdownIt) -> None:
    """Teaches a parser to stop in time; goes before all other rules."""
    md.block.ruler.before("callout", "nesting", _stop)


def _stop(state: StateBlock, start: int, end: int, _silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    if state.level < DEEPEST - 2:  # a list adds two levels at once, and at the limit no rule is asked any more
        return False
    line = start + 1
    while line < end and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent):
        line += 1
    place = state.bMarks[start] + state.tShift[start]
    message = f"more than {DEEPEST - 2} quotations and lists are nested here"
    note(state.env, "nested-too-deep", message, (place, state.eMarks[start]), "take some of the levels away")
    state.push("paragraph_open", "p", 1).map = [start, line]
    token = state.push("inline", "", 0)
    token.content = state.getLines(start, line, state.blkIndent, keepLastLF=False).strip()
    token.map, token.children = [start, line], []
    state.push("paragraph_close", "p", -1)
    state.line = line
    return True
