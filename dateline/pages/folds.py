"""A long note cut in two, so that a margin stays short: what is shown at once, and what a reader unfolds."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from markupsafe import Markup as Html
from msgspec import Struct, structs

from dateline.linking.prose import sentence
from dateline.model.body import LinkEnd, LinkStart, Markup, Piece, Words, visible_text
from dateline.pages.blocks import top_level
from dateline.pages.prose import Prose, html

LONG = 60
"""About so many words of a note are shown at once."""
SHORTEST_REST = 20
"""Fewer words are not worth unfolding."""


class Folded(Struct, frozen=True):
    """A body in two parts of HTML."""

    first: Html
    rest: Html = Html()
    words: int = 0
    """How many words the rest has."""


def folded(body: Prose, most: int = LONG) -> Folded:
    """A body with what follows its first words apart; all of it where it is short, or where `most` is 0."""
    halves = _halves(body, most)
    if halves is None:
        return Folded(Html(html(body)))  # noqa: S704 - our own HTML
    first, rest = halves
    start = body.start + len(visible_text(first))
    before = tuple(mark for mark in body.marks if mark.start < start)
    after = tuple(mark for mark in body.marks if mark.end > start)
    shown = html(structs.replace(body, pieces=first, marks=before))
    hidden = html(structs.replace(body, pieces=rest, marks=after, start=start))
    return Folded(Html(shown), Html(hidden), _words(rest))  # noqa: S704


def shown(body: Prose, most: int = LONG) -> tuple[int, int]:
    """How many words are shown at once, and how many are folded away."""
    halves = _halves(body, most)
    return (_words(halves[0]), _words(halves[1])) if halves else (_words(body.pieces), 0)


def _halves(body: Prose, most: int) -> tuple[tuple[Piece, ...], tuple[Piece, ...]] | None:
    if not most or _words(body.pieces) <= most + SHORTEST_REST:
        return None
    first, rest = _cut(body.pieces, most)
    return (first, rest) if _words(rest) >= SHORTEST_REST else None


def _words(pieces: Sequence[Piece]) -> int:
    return sum(len(piece.text.split()) for piece in pieces if isinstance(piece, Words))


def _cut(pieces: Sequence[Piece], most: int) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Cut after the last whole block within the limit; where that is early, after a sentence of the next paragraph."""
    blocks = list(top_level(pieces))
    sizes = list(accumulate(map(_words, blocks)))
    whole = bisect_right(sizes, most)
    taken = sizes[whole - 1] if whole else 0
    if taken * 2 < most and (halves := _cut_paragraph(blocks[whole], most - taken)):
        return (*_flat(blocks[:whole]), *halves[0]), (*halves[1], *_flat(blocks[whole + 1 :]))
    whole = max(whole, 1)
    return _flat(blocks[:whole]), _flat(blocks[whole:])


def _flat(blocks: Sequence[tuple[Piece, ...]]) -> tuple[Piece, ...]:
    return tuple(piece for block in blocks for piece in block)


def _cut_paragraph(block: tuple[Piece, ...], most: int) -> tuple[tuple[Piece, ...], tuple[Piece, ...]] | None:
    """A paragraph as two, cut after the last sentence that ends within `most` words in no element of its own."""
    if not (isinstance(block[0], Markup) and block[0].html == "<p>"):
        return None
    found = None
    for number, end in _sentence_ends(block):
        piece = block[number]
        first = (*block[:number], Words(piece.text[:end])) if isinstance(piece, Words) else block[:number]
        if _words(first) > most and found:
            break
        found = number, end
        if _words(first) > most:
            break
    if found is None:
        return None
    number, end = found
    piece = block[number]
    text = piece.text if isinstance(piece, Words) else ""
    later = (Words(text[end:]),) if text[end:] else ()
    return (*block[:number], Words(text[:end]), Markup("</p>\n")), (Markup("<p>"), *later, *block[number + 1 :])


def _sentence_ends(block: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Each place right in a paragraph where a sentence has ended: the number of the piece, and where in its words."""
    depth = 0
    for number, piece in enumerate(block):
        match piece:
            case Markup(html=markup):
                depth += markup.count("<") - 2 * markup.count("</") - markup.count("<br") - markup.count("<img")
            case LinkStart() | LinkEnd():
                depth += 1 if isinstance(piece, LinkStart) else -1
            case Words(text=text) if depth == 1:
                at = 0
                while at < len(text):
                    end = sentence(text, at, at + 1)[1]
                    if at < end < len(text) and text[end - 1 : end].strip() in _STOPS:
                        yield number, end
                    at = max(end, at + 1)
            case _:
                pass


_STOPS = {".", "!", "?", "…", "”", "’", "“", "»", "。", "؟", '"', ")"}
