"""Bodies whose questions are answered: the visible text, and the sentence that each link stands in."""

import re
from collections.abc import Sequence

from msgspec import Struct

from dateline.linking.answers import Answer
from dateline.model.body import Body, Gap, LinkEnd, LinkStart, Piece, Title, Words
from dateline.model.names import Key

SENTENCE_LIMIT = 320
"""The longest sentence shown with a backlink, in code points; a longer one is cut around the link."""

_SENTENCE_END = re.compile(r"""[.!?…。！？։؟]+["'”’“‘»«)\]]*\s+(?=\S)|\n|\t""")
_ABBREVIATION = re.compile(r"(?:^|[\s(\"“„])(?:\w|Mr|Mrs|Ms|Dr|St|No|vs|pvz|d|m|np|tzn|prof|ul|г|гг|ст|див)\.\s*$")


class Mention(Struct, frozen=True):
    """A place in a body where another document is linked to."""

    target: Key
    sentence: str
    start: int
    """Where the linked words begin in `sentence`."""
    end: int


class Filled(Struct, frozen=True):
    """A body with every title filled in."""

    text: str
    """The visible text."""
    pieces: tuple[Piece, ...]
    """As in the body, each `Title` replaced by `Words`."""
    mentions: tuple[Mention, ...]
    titled: tuple[int, ...] = ()
    """The links whose words are such a title, by number."""


def fill(body: Body, answers: Sequence[Answer]) -> Filled:
    """The body with its titles filled in, its visible text and its mentions."""
    if not body.links:
        return Filled("".join(map(_counted, body.pieces)), body.pieces, ())
    pieces: list[Piece] = []
    streams: tuple[list[str], list[str]] = ([], [])  # what counts, and what does not: notes at the foot
    lengths = [0, 0]
    open_links: list[tuple[int, int, int]] = []
    stretches: list[tuple[int, int, int, int]] = []
    for piece in body.pieces:
        filled: Piece = Words(answers[piece.link].shown, piece.counted) if isinstance(piece, Title) else piece
        pieces.append(filled)
        match filled:
            case Words() | Gap():
                which = 1 if isinstance(filled, Words) and not filled.counted else 0
                streams[which].append(filled.text)
                lengths[which] += len(filled.text)
            case LinkStart():
                open_links.append((filled.link, lengths[0], lengths[1]))
            case LinkEnd() if open_links:
                link, counted, uncounted = open_links.pop()
                which = 0 if lengths[0] > counted or lengths[1] == uncounted else 1
                stretches.append((link, which, (counted, uncounted)[which], lengths[which]))
    texts = ("".join(streams[0]), "".join(streams[1]))
    mentions = [
        _mention(texts[which], start, end, target)
        for link, which, start, end in stretches
        if (target := answers[link].target)
    ]
    titled = tuple(piece.link for piece in body.pieces if isinstance(piece, Title))
    return Filled(texts[0], tuple(pieces), tuple(mentions), titled)


def _counted(piece: Piece) -> str:
    match piece:
        case Words(text=text, counted=True) | Gap(text=text):
            return text
        case _:
            return ""


def _mention(text: str, start: int, end: int, target: Key) -> Mention:
    first, last = sentence(text, start, end)
    return Mention(target, text[first:last], start - first, min(end, last) - first)


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a stretch of a visible text, within its block and of bounded length."""
    floor = max(text.rfind("\n", 0, start) + 1, start - SENTENCE_LIMIT)
    ceiling = min(_next(text, "\n", end), end + SENTENCE_LIMIT)
    first, last = floor, ceiling
    for match in _SENTENCE_END.finditer(text, floor, ceiling):
        if _ABBREVIATION.search(text, max(floor, match.start() - 8), match.end()):
            continue
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end:
            last = match.end()
            break
    stretch = text[first:last]
    first += len(stretch) - len(stretch.lstrip())
    return min(first, start), max(first + len(stretch.strip()), end)


def _next(text: str, what: str, start: int) -> int:
    found = text.find(what, start)
    return len(text) if found < 0 else found
