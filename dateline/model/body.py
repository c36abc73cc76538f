"""A Markdown body, read once into a flat stream of pieces.

Reading a document never needs another document: what only other documents can answer stands in the stream as a
question. Links fill slots, a highlight splits `Words`, the visible text is a join; nothing is parsed twice.

The **visible text** (W3C Web Annotation calls it the text content) is the join of the `text` of every counted `Words`,
of every `Gap`, and of what every counted `Title` shows. A quote is anchored in it, and offsets count in it.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from dateline.kernel.diagnostics import Span
from dateline.model.names import Fragment


class Markup(Struct, frozen=True, tag="markup"):
    """HTML that carries no visible words: tags, and what the visible text leaves out (note marks, a post's author)."""

    html: str


class Words(Struct, frozen=True, tag="words"):
    """Plain words, not yet escaped. They lie inside one block, never across two."""

    text: str
    counted: bool = True
    """Whether they belong to the visible text; words of footnotes do not."""


class Gap(Struct, frozen=True, tag="gap"):
    """Between two blocks (a line feed) or two cells (a tab): part of the visible text; the markup shows it."""

    text: str


class LinkStart(Struct, frozen=True, tag="link"):
    """A link to somewhere in the site begins here; what it leads to is the answer to `Body.links[link]`."""

    link: int


class LinkEnd(Struct, frozen=True, tag="link-end"):
    """The link that began last ends here."""


class Title(Struct, frozen=True, tag="title"):
    """The words of a link that gives none (`[[release]]`), from the answer to `Body.links[link]`."""

    link: int
    counted: bool = True


class Media(Struct, frozen=True, tag="media"):
    """An image or another file of the author's; the answer to `Body.files[file]` gives its address and size."""

    file: int
    alt: str
    title: str = ""
    """A title given beside it; empty for a figure, whose title is its caption."""


class Word(Struct, frozen=True, tag="word"):
    """An interface word in the site's language, by its name: `callout.note`. Never part of the visible text."""

    name: str


class Time(Struct, frozen=True, tag="time"):
    """A date that an author wrote inside a body, to be shown in words. Never part of the visible text."""

    edtf: str
    """As written, not yet checked."""
    span: Span


Piece = Markup | Words | Gap | LinkStart | LinkEnd | Title | Media | Word | Time


class Link(Struct, frozen=True):
    """A question to the catalogue: what a reference in a body means."""

    written: str
    """The reference without heading and label: `release`, `events/release`, `../events/release.md`, `photo.pdf`; empty
    for a heading of the same document."""
    span: Span
    """Where it stands in the file, from its first character (after `[[`, or the destination)."""
    wiki: bool
    """Whether as a wikilink (`[[…]]`: by id, title or name) or as a Markdown destination (a path)."""
    heading: str = ""
    """The heading asked for, its words or its fragment, without `#`; percent-decoded for a Markdown destination."""
    heading_span: Span | None = None


class File(Struct, frozen=True):
    """A question about a file of the author's among the media."""

    written: str
    """The path as written, percent-decoded."""
    span: Span


class Heading(Struct, frozen=True):
    """A heading of the body, and how a link reaches it."""

    level: int
    words: str
    fragment: Fragment


class Body(Struct, frozen=True):
    """A body as read."""

    pieces: tuple[Piece, ...] = ()
    links: tuple[Link, ...] = ()
    files: tuple[File, ...] = ()
    headings: tuple[Heading, ...] = ()
    external: tuple[str, ...] = ()
    """Addresses outside the site that it links to, in order."""


def visible_text(pieces: Iterable[Piece], shown: Sequence[str] = ()) -> str:
    """The visible text of a body, given what each of its links shows where a link gives no words itself."""
    return "".join(_visible(piece, shown) for piece in pieces)


def _visible(piece: Piece, shown: Sequence[str]) -> str:
    match piece:
        case Words(text=text, counted=True) | Gap(text=text):
            return text
        case Title(link=link, counted=True):
            return shown[link]
        case _:
            return ""
