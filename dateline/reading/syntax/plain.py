"""Words without their markup: for alternative texts and the ids of headings."""

from collections.abc import Sequence

from markdown_it.token import Token


def plain(tokens: Sequence[Token]) -> str:
    """The words of inline tokens, white space folded; marks of footnotes and images say nothing."""
    return " ".join("".join(_plain(token) for token in tokens).split())


def described(tokens: Sequence[Token]) -> str:
    """The same for an image's alternative text, in which an image counts by its own (CommonMark 6.4)."""
    return " ".join("".join(_described(token) for token in tokens).split())


def _plain(token: Token) -> str:
    match token.type:
        case "text" | "code_inline" | "text_special":
            return token.content
        case "softbreak" | "hardbreak":
            return " "
        case "wikilink":
            return str(token.meta["label"] or token.meta["written"] or token.meta["heading"])
        case _:
            return ""


def _described(token: Token) -> str:
    return described(token.children or []) if token.type == "image" else _plain(token)
