"""How tests read a body and show what came of it."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from dateline.kernel.diagnostics import Diagnostic, Span
from dateline.model.body import (
    Body,
    Link,
    LinkEnd,
    LinkStart,
    Markup,
    Media,
    Piece,
    Time,
    Title,
    Word,
    Words,
    visible_text,
)
from dateline.reading.markdown import BodyTask, read_body

FRONT = "---\ntitle: A file that [[looks]] like [this](one.md)\n---\n"
"""Stands before every body, so that an offset into the body alone is a wrong one."""
CASES = Path(__file__).parent / "cases"


def read(text: str, *, html: bool = False, name: str = "note") -> tuple[Body, tuple[Diagnostic, ...]]:
    return read_body(BodyTask("content/pages/note.md", FRONT + text, len(FRONT), html, name))


def body(text: str, *, html: bool = False) -> Body:
    """A body that has nothing wrong with it."""
    made, found = read(text, html=html)
    assert found == ()
    return made


def at(text: str, span: Span | None) -> str:
    """What stands at a place of a body's file."""
    assert span is not None
    return (FRONT + text)[span.start : span.end]


def column(text: str, words: str, number: int = 0) -> int:
    """The offset in the file of words that stand in a body, the first time or a later one."""
    found = -1
    for _ in range(number + 1):
        found = text.index(words, found + 1)
    return len(FRONT) + found


def shown(link: Link) -> str:
    return f"«{link.written}»"


def visible(made: Body) -> str:
    return visible_text(made.pieces, [shown(link) for link in made.links])


def rendered(made: Body, *, words: bool = True) -> str:
    """A body as HTML, the plainest way: links lead to what was written, interface words are `{name}` or left out."""
    return "".join(_rendered(piece, made, words=words) for piece in made.pieces)


def _rendered(piece: Piece, made: Body, *, words: bool) -> str:
    match piece:
        case Markup(html=html):
            return html
        case Words(text=text):
            return escape(text, quote=False)
        case LinkStart(link=number):
            link = made.links[number]
            heading = f"#{link.heading}" if link.heading else ""
            return f'<a href="{escape(link.written + heading)}">'
        case LinkEnd():
            return "</a>"
        case Title(link=number):
            return escape(shown(made.links[number]))
        case Media(file=number, alt=alt, title=title):
            titled = f' title="{escape(title)}"' if title else ""
            return f'<img src="{escape(made.files[number].written)}" alt="{escape(alt)}"{titled}>'
        case Word(name=name):
            return f"{{{name}}}" if words else ""
        case Time(edtf=edtf):
            return f"<time>{escape(edtf)}</time>" if words else ""
        case _:
            return ""


def cases(name: str) -> Iterator[tuple[str, str, str]]:
    """The cases of a file: a title, a dot, what is read, a dot, what comes of it, a dot."""
    parts = (CASES / name).read_text("utf-8").split("\n.\n")
    for number in range(0, len(parts) - 1, 3):
        title, given, expected = parts[number : number + 3]
        yield title.strip().splitlines()[-1], given.replace("␉", "\t"), expected.replace("␉", "\t")
