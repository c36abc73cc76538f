"""A body cut into its blocks, so that notes can stand at the paragraph that they belong to.

A block is what stands at the top level of a body: a paragraph, a list, a table, a quotation, a heading. A note stands
right after the block that its passage ends in; on a wide page the style moves it beside the line (`margin`).

What belongs to one note is told by classes that are numbered within its block, `k1` to `k32`: its reference, the note
itself and the pieces of its highlight have one in common, so that the style sheet needs one rule a number and not one a
note. A highlight that comes from another block has an `x1` to `x6` besides, numbered over the whole body.
"""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from markupsafe import Markup as Html
from msgspec import Struct, structs

from dateline.model.body import LinkEnd, LinkStart, Markup, Media, Piece, visible_text
from dateline.pages.frame import Lead
from dateline.pages.prose import Mark, Prose, by_end, html

NUMBERED = 32
"""So many notes at one block are each lit up with their passage."""
CROSSING = 6
"""So many highlights that cross blocks."""


class Side(Struct, frozen=True):
    """What stands beside a block: a note, or the documents whose source a passage is."""

    classes: str
    number: int
    """The note's on its page; 0 for sources."""
    at: int
    """Where in the block's visible text its passage ends."""
    name: str = ""
    """The fragment of a source's passage."""
    leads: tuple[Lead, ...] = ()
    """What rests on the passage, where that is more than one."""


class Block(Struct, frozen=True):
    """A block, or a run of blocks that nothing stands beside."""

    html: Html
    size: int
    """The length of its visible text."""
    lines: int
    """How many blocks of words are in it, at least one."""
    sides: tuple[Side, ...] = ()
    images: tuple[tuple[int, int], ...] = ()
    """The width and height of each, in CSS pixels, where they are known."""
    many: bool = False
    """Whether what stands beside it is much taller than it (`dateline.pages.margin`)."""


def blocks(body: Prose) -> tuple[Block, ...]:
    """A body in blocks, in order."""
    if not body.marks:
        return (Block(Html(html(body)), 0, 1),)  # noqa: S704 - our own HTML
    made: list[Block] = []
    plain: list[Prose] = []
    for part in parts(body):
        if not _sided(part):
            plain.append(part)
            continue
        if plain:
            made.append(_block(_joined(plain), ()))
            plain = []
        made.append(_block(part, _sides(part)))
    return (*made, _block(_joined(plain), ())) if plain else tuple(made)


def _block(part: Prose, sides: tuple[Side, ...]) -> Block:
    text = visible_text(part.pieces)
    files = [part.files[piece.file] for piece in part.pieces if isinstance(piece, Media)]
    images = tuple((one.width, one.height) for one in files if one and one.width and one.height)
    return Block(Html(html(part)), len(text), text.strip().count("\n") + 1, sides, images)  # noqa: S704 - our own HTML


def _joined(run: Sequence[Prose]) -> Prose:
    if len(run) == 1:
        return run[0]
    marks = {mark: None for part in run for mark in part.marks}
    return structs.replace(run[0], pieces=tuple(piece for part in run for piece in part.pieces), marks=tuple(marks))


def _sided(part: Prose) -> bool:
    return any(mark.link_class for mark in part.marks)


def _sides(part: Prose) -> tuple[Side, ...]:
    return tuple(
        Side(mark.link_class, mark.number, mark.end - part.start, mark.name, mark.leads)
        for mark in part.marks
        if mark.link_class and (mark.note or mark.leads)
    )


# Which marks belong to which block


def parts(body: Prose) -> Iterator[Prose]:
    """The blocks of a body as bodies of their own, each with its highlights; those that end in it are numbered."""
    cuts = list(top_level(body.pieces)) or [()]
    starts = list(accumulate((len(visible_text(cut)) for cut in cuts), initial=body.start))
    starts[-1] = max(starts[-1], *(mark.end for mark in body.marks))
    crossing = _crossing(body.marks, starts)
    waiting = deque(sorted(body.marks, key=lambda mark: mark.start))
    opened: list[Mark] = []
    for pieces, (start, end) in zip(cuts, pairwise(starts), strict=True):
        while waiting and waiting[0].start < end:
            opened.append(waiting.popleft())
        inside = _numbered(sorted(opened, key=by_end), start, end, crossing)
        yield structs.replace(body, pieces=pieces, start=start, marks=inside)
        opened = [mark for mark in opened if mark.end > end]


def _crossing(marks: Sequence[Mark], starts: Sequence[int]) -> dict[Mark, str]:
    """The classes of highlights that cross a border of blocks."""
    found = [mark for mark in marks if starts[bisect_right(starts, mark.start, hi=len(starts) - 1)] < mark.end]
    return {mark: f"x{number}" for number, mark in enumerate(found[:CROSSING], 1)}


def _numbered(marks: Sequence[Mark], start: int, end: int, crossing: dict[Mark, str]) -> tuple[Mark, ...]:
    made: list[Mark] = []
    number = 0
    for mark in marks:
        wide = crossing.get(mark, "")
        if mark.end > end:
            made.append(structs.replace(mark, piece_class=wide))
            continue
        number += 1
        own = f"k{number}" if number <= NUMBERED else "k"
        everywhere = wide or mark.start < start
        made.append(structs.replace(mark, piece_class=wide if everywhere else own, link_class=f"{own} {wide}".strip()))
    return tuple(made)


# Where blocks begin and end

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*>\n?")
"""A tag of our own making: in the values of attributes `<` and `>` are escaped, and every element is closed."""
_VOID = frozenset({"br", "col", "hr", "img", "wbr"})
_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "details", "div", "dl", "figure", "footer", "h1", "h2", "h3"),
        *("h4", "h5", "h6", "header", "hr", "ol", "p", "pre", "section", "table", "ul"),
    }
)
"""Elements that may stand on their own; others belong to the words around them."""


def top_level(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    """The pieces of each top-level block of a body, in order. Together they are the body's: only markup is cut."""
    depth, current = 0, list[Piece]()
    for piece in pieces:
        if isinstance(piece, Markup):
            places, depth = _borders(piece.html, depth)
            for first, last in pairwise((0, *places, len(piece.html))):
                if first in places and current:
                    yield tuple(current)
                    current = []
                current += [Markup(piece.html[first:last])] if last > first else []
        else:
            depth += isinstance(piece, LinkStart) - isinstance(piece, LinkEnd)
            current.append(piece)
    if current:
        yield tuple(current)


def _borders(markup: str, depth: int) -> tuple[list[int], int]:
    """Where blocks begin or end in markup that stands `depth` elements deep, and how deep its end stands."""
    places: list[int] = []
    for tag in _TAG.finditer(markup):
        name, is_block = tag[2], tag[2] in _BLOCKS
        places += [tag.start()] if is_block and depth == 0 else []
        depth += 0 if name in _VOID else -1 if tag[1] else 1
        places += [tag.end()] if is_block and depth == 0 else []
    return list(dict.fromkeys(places)), depth
