"""Headings: their ids, as GitHub and Hugo make them, and their levels below the page's own title."""

import unicodedata
from html import escape

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from dateline.model.body import Heading
from dateline.model.names import Fragment
from dateline.reading.pieces import Handlers, Writer
from dateline.reading.syntax.plain import plain

_TAKEN = ("note-", "fn-", "fnref-")
"""How a page's own ids begin."""
_DEEPEST = 6


def add(md: MarkdownIt) -> None:
    """Teaches a parser ids and levels of headings."""
    md.core.ruler.push("headings", _headings)


def _headings(state: StateCore) -> None:
    """Gives each heading its id, and moves all one level down if the body has one that only a page's title may have."""
    opened = [(at, token) for at, token in enumerate(state.tokens) if token.type == "heading_open"]
    shift = any(token.tag == "h1" for _, token in opened)
    used: dict[str, int] = {}
    for at, token in opened:
        words = plain(state.tokens[at + 1].children or [])
        level = min(int(token.tag[1]) + shift, _DEEPEST)
        token.meta = {"level": level, "words": words, "fragment": _unique(slug(words), used)}


def slug(words: str) -> str:
    """The fragment of a heading: letters of any script, digits, `-` and `_`, in lower case."""
    normal = unicodedata.normalize("NFC", words.lower())
    made = "".join("-" if character == " " else character for character in normal if _is_kept(character))
    if not made.strip("-"):
        return "section"
    return f"section-{made}" if made.startswith(_TAKEN) else made


def _is_kept(character: str) -> bool:
    return character in " -_" or character.isalnum() or unicodedata.category(character).startswith("M")


def _unique(made: str, used: dict[str, int]) -> str:
    """The fragment itself, or with `-1`, `-2` after it where an earlier heading has it."""
    fragment = made
    while fragment in used:
        used[made] += 1
        fragment = f"{made}-{used[made]}"
    used[fragment] = 0
    return fragment


def _open(token: Token, writer: Writer) -> None:
    level, words, fragment = token.meta["level"], token.meta["words"], token.meta["fragment"]
    writer.headings.append(Heading(level, words, Fragment(fragment)))
    writer.open(f'<h{level} id="{escape(fragment)}">', f"</h{level}>\n")


def _close(_token: Token, writer: Writer) -> None:
    writer.close()


WRITERS: Handlers = {"heading_open": _open, "heading_close": _close}
