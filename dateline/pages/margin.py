"""Whether the notes of a page may stand beside their lines, or must lengthen the page; and how much of each is shown.

Beside its line a note takes no room in the text. Where many notes crowd on few lines they push each other down, far
from what they are about and at last past the end of the text. So their heights are estimated. Where they would drift
too far, less of each is shown at once; where even that does not help, each block is made as tall as its notes, or,
where they are many, has them below it in columns. Browsers measure otherwise, but nothing overlaps either way.

Heights are in rem, the size of the page's letters.
"""

from collections.abc import Sequence
from math import ceil

from msgspec import Struct, structs

from dateline.model.body import Words
from dateline.pages import folds
from dateline.pages.blocks import Block, Side, blocks
from dateline.pages.folds import LONG
from dateline.pages.notes import Cite, Note
from dateline.pages.prose import Prose

LINE = 1.55
LETTERS = 62
"""In a line of the text."""
BETWEEN = 1.0
"""Between two blocks of words, with what their last lines leave empty."""
WIDTH = 34.0
"""Of the text."""
PIXELS = 18.0
"""Of an image, in a rem."""
NOTE_LINE = 1.18
NOTE_LETTERS = 40
NOTE_BETWEEN = 0.75
NEAR = 36.0
"""So far a note may stand below its line without being shortened."""
FARTHEST = 48.0
"""How far a note may stand below its line: about a screen."""
BELOW = 45.0
"""How far the notes may run past the end of the text."""
BRIEF = 25
"""So many words of a note are shown at once where notes are crowded."""
TALLER = 8.0
"""By how much several notes may be taller than their block to stand beside it."""


class Drift(Struct, frozen=True):
    """How notes beside their lines would lie."""

    farthest: float
    """The greatest distance of a note below its line."""
    below: float
    """By how much the last note ends below the text; negative where it ends above."""


class Laid(Struct, frozen=True):
    """A body in blocks with what stands beside each."""

    blocks: tuple[Block, ...]
    sided: bool = False
    """Whether anything stands beside one."""
    floats: bool = False
    """Whether it may stand beside its line."""
    words: int = LONG
    """About how many words of a note are shown at once."""


def laid(body: Prose, notes: Sequence[Note]) -> Laid:
    """A body with its notes; those on passages are given in the order of their numbers, from 1."""
    made = blocks(body)
    if not any(block.sides for block in made):
        return Laid(made)
    words, floats = LONG, False
    for words, farthest in ((LONG, NEAR), (BRIEF, FARTHEST)):
        found = drift(made, notes, words)
        if floats := found.farthest <= farthest and found.below <= BELOW:
            break
    words = words if floats else LONG
    return Laid(tuple(_sized(block, notes, words) for block in made), sided=True, floats=floats, words=words)


def _sized(block: Block, notes: Sequence[Note], words: int) -> Block:
    height = sum(_side_height(side, notes, words) + NOTE_BETWEEN for side in block.sides)
    return structs.replace(block, many=len(block.sides) > 1 and height > _text_height(block) + TALLER)


def _side_height(side: Side, notes: Sequence[Note], words: int) -> float:
    return note_height(notes[side.number - 1], words) if side.number else len(side.leads) * NOTE_LINE


def drift(made: Sequence[Block], notes: Sequence[Note], words: int = LONG) -> Drift:
    """The estimate, where so many words of a note are shown at once."""
    top = bottom = farthest = 0.0
    for block in made:
        height = _text_height(block)
        for side in block.sides:
            line = top + height * side.at / max(block.size, 1)
            placed = max(line, bottom + NOTE_BETWEEN)
            farthest = max(farthest, placed - line)
            bottom = placed + _side_height(side, notes, words)
        top += height
    return Drift(farthest, bottom - top)


def _text_height(block: Block) -> float:
    images = sum(min(WIDTH, width / PIXELS) * height / width for width, height in block.images)
    return block.size / LETTERS * LINE + block.lines * BETWEEN + images


def note_height(note: Note, words: int) -> float:
    """About how tall a note is in the margin, while folded."""
    shown, left = folds.shown(note.body, words)
    parts = [len(note.title), _letters(note.body) * shown // max(shown + left, 1)]
    if note.warning:
        parts += [len(note.warning), len(note.quote) + 12, len(note.matched) + 12]
    if note.verdict:
        parts += [len(note.verdict.claim) + 8, 20]
    if not left or words > BRIEF:
        parts += [_cite_length(cite) for cite in note.sources]
        parts += [sum(len(lead.title) + 2 for lead in note.events)]
    lines = 1 + bool(left) + bool(note.authors or note.date or note.tags)
    lines += sum(ceil(part / NOTE_LETTERS) for part in parts)
    return lines * NOTE_LINE + 1.5 + sum(note_height(reply, words) + NOTE_BETWEEN for reply in note.replies)


def _letters(body: Prose) -> int:
    return sum(len(piece.text) for piece in body.pieces if isinstance(piece, Words))


def _cite_length(cite: Cite) -> int:
    return len(cite.lead.title) + len(cite.publisher) + len(cite.quote) + len(cite.note) + 4
