"""Tables: each cell a block of its own, parted by tabs, and where it stands in its row."""

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, table
from markdown_it.token import Token

from dateline.reading.pieces import Handlers, Writer


def add(md: MarkdownIt) -> None:
    """Teaches a parser tables that know where their cells stand."""
    md.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    first = len(state.tokens)
    if not table(state, start, end, silent):
        return False
    line, place = -1, 0
    for token in state.tokens[first:]:
        if token.type == "inline" and token.content and token.map:
            if token.map[0] != line:
                line = token.map[0]
                place = state.bMarks[line] + state.tShift[line]
            # A cell's words hold a bar only where the row has `\|`, so from the cell before on, the first match is it.
            raw = token.content.replace("|", "\\|")
            place = max(state.src.find(raw, place, state.eMarks[line]), place)
            token.meta["cell"] = place
            place += len(raw)
    return True


def _open(_token: Token, writer: Writer) -> None:
    # A wide table is scrolled in its own box, which the keyboard must reach.
    writer.open('<div class="table" tabindex="0">\n<table>\n', "</table>\n</div>\n")


def _part(token: Token, writer: Writer) -> None:
    writer.gap = "\n"
    writer.open(f"<{token.tag}>\n", f"</{token.tag}>\n")


def _cell(token: Token, writer: Writer) -> None:
    # The parser aligns by a style attribute, which no page of ours may have.
    side = str(token.attrs.get("style", "")).removeprefix("text-align:")
    scope = ' scope="col"' if token.tag == "th" else ""
    writer.open(f'<{token.tag}{scope} class="align-{side}">' if side else f"<{token.tag}{scope}>", f"</{token.tag}>\n")


def _cell_end(_token: Token, writer: Writer) -> None:
    writer.close()
    writer.gap = "\t"


def _close(_token: Token, writer: Writer) -> None:
    writer.close()
    writer.gap = "\n"


WRITERS: Handlers = {
    "table_open": _open,
    **{f"{part}_open": _part for part in ("thead", "tbody", "tr")},
    **{f"{cell}_open": _cell for cell in ("th", "td")},
    **{f"{cell}_close": _cell_end for cell in ("th", "td")},
    **{f"{part}_close": _close for part in ("table", "thead", "tbody", "tr")},
}
