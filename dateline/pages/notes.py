"""Notes as the page of their target shows them, and the highlights that lead to them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from string import ascii_lowercase

from msgspec import Struct, structs

from dateline.linking.addresses import tag_name
from dateline.linking.references import Cited
from dateline.model.anchors import Changed, Orphan, Whole, place, state
from dateline.model.documents import Annotation
from dateline.model.names import Address, Key, Kind
from dateline.pages.frame import Lead, href
from dateline.pages.pieces import Author, When, address_name, bylines, dated, lead, leads, prose
from dateline.pages.prose import Mark, Prose, rests_on
from dateline.pages.tongues import quoted_tongue, tongue
from dateline.pages.wording import Wording
from dateline.story import Anchored, Story


class Cite(Struct, frozen=True):
    """A source as a page names it."""

    lead: Lead
    quote: str = ""
    note: str = ""
    publisher: str = ""
    outside: bool = False
    state: str = ""
    """The state of its quote's anchor."""
    language: str = ""
    """Of the words that are quoted, where it is not the site's."""


class NoteVerdict(Struct, frozen=True):
    """What a fact-check found."""

    claim: str
    rating: str
    language: str = ""
    """Of the claim, where it is not the site's."""
    scale: tuple[str, ...] = ()
    """All ratings of the site, best first, where this is one of them."""


class Note(Struct, frozen=True):
    """A note on a document."""

    id: str
    number: int
    """In the order of the passages; 0 where it is on none."""
    sign: str
    """What it is called by: its number, or, for a reply, a letter."""
    type: str
    type_words: str
    state: str
    title: str
    body: Prose
    quote: str
    """The words that the note was written about, as its author quoted them."""
    matched: str
    """What stands there now, where it differs."""
    language: str
    """Of these words, where it is not the site's."""
    is_anchored: bool
    """Whether a highlight in the text leads to it."""
    warning: str
    """What a reader must know of its anchor, in words."""
    authors: tuple[Author, ...]
    date: When | None
    events: tuple[Lead, ...]
    sources: tuple[Cite, ...]
    tags: tuple[Lead, ...]
    verdict: NoteVerdict | None
    replies: "tuple[Note, ...]" = ()
    target: Lead | None = None
    """The document it is on, where it is shown elsewhere."""


class Notes(Struct, frozen=True):
    """All notes on a document: on passages in reading order, on the whole, on what is no longer there."""

    anchored: tuple[Note, ...] = ()
    whole: tuple[Note, ...] = ()
    orphaned: tuple[Note, ...] = ()


def notes_on(story: Story, target: Key, root: str, words: Wording, depth: int = 0) -> Notes:
    """The notes on a document."""
    if target not in story.notes:
        return Notes()
    numbers = numbering(story, target)
    shown = {key: note(story, key, root, words, numbers.get(key, 0), depth) for key in story.notes.get(target, ())}
    anchored = tuple(shown[key] for key in numbers)
    whole = tuple(one for key, one in shown.items() if isinstance(story.anchors[key].anchor, Whole))
    rest = tuple(one for key, one in shown.items() if key not in numbers and one not in whole)
    return Notes(anchored, whole, rest)


def numbering(story: Story, target: Key) -> Mapping[Key, int]:
    """The notes on passages of a document, numbered by where their passage ends, so that numbers read in order."""
    found = []
    for key in story.notes.get(target, ()):
        where = place(story.anchors[key].anchor) if key in story.anchors else None
        if where:
            found.append((where[1], -where[0], key))
    return {key: number for number, (_, _, key) in enumerate(sorted(found), 1)}


def sign(number: int, target: Key | None) -> str:
    """What a note is called by: on a document its number, on a note a letter, so that the two are not mixed up."""
    replies = target is not None and target.kind is Kind.ANNOTATION and number <= len(ascii_lowercase)
    return ascii_lowercase[number - 1] if replies and number else str(number)


PAIRED = 6
"""So many replies to one note are each lit up with the words that they are on: classes `y1` to `y6`."""
DEEPEST = 12
"""So many replies stand inside one another; those further down stand below each other in the last."""


def _replies(story: Story, key: Key, root: str, words: Wording, depth: int) -> tuple["Note", ...]:
    if depth < DEEPEST:
        found = notes_on(story, key, root, words, depth + 1)
        return (*found.anchored, *found.whole, *found.orphaned)
    if depth > DEEPEST:
        return ()
    below, waiting = [], list(reversed(story.notes.get(key, ())))
    while waiting:
        below.append(waiting.pop())
        waiting += reversed(story.notes.get(below[-1], ()))
    return tuple(note(story, one, root, words, 0, depth + 1) for one in below)


def note(story: Story, key: Key, root: str, words: Wording, number: int, depth: int = 0) -> Note:
    """One note with its replies."""
    annotation, links = story.annotation(key), story.links[key]
    anchored = story.anchors.get(key)
    return Note(
        id=key.id,
        number=number,
        sign=sign(number, links.target),
        type=annotation.type,
        type_words=type_words(story, annotation.type, words),
        state=state(anchored.anchor) if anchored else "whole",
        title=annotation.head.title,
        body=prose(story, key, root, words, marks(story, key, root, words), inner=True),
        quote=annotation.quote.exact if annotation.quote else "",
        matched=_matched(anchored),
        language=quoted_tongue(story, key),
        is_anchored=number > 0,
        warning=_warning(anchored, words),
        authors=bylines(story, links.authors, root),
        date=dated(annotation.date, story.settings),
        events=leads(story, links.events, root),
        sources=cites(story, key, links.sources, root),
        tags=tag_leads(annotation.tags, root),
        verdict=_verdict(annotation, story.settings.verdict_scale, quoted_tongue(story, key)),
        replies=_replies(story, key, root, words, depth),
    )


def type_words(story: Story, name: str, words: Wording) -> str:
    """The label of an annotation's type."""
    label = next((one.label for one in story.settings.annotation_types if one.id == name), "")
    return label or words(f"type.{name}")


def _verdict(annotation: Annotation, scale: tuple[str, ...], language: str) -> NoteVerdict | None:
    if annotation.verdict is None:
        return None
    claim, rating = annotation.verdict.claim, annotation.verdict.rating
    quoted = annotation.quote.exact if annotation.quote else ""
    return NoteVerdict(claim or quoted, rating, "" if claim else language, scale if rating in scale else ())


def _matched(anchored: Anchored | None) -> str:
    match anchored.anchor if anchored else None:
        case Changed(matched=matched):
            return matched
        case _:
            return ""


def _warning(anchored: Anchored | None, words: Wording) -> str:
    match anchored.anchor if anchored else None:
        case Changed(meaning=meaning) if meaning:
            return words("anchor.changed-meaning")
        case Changed():
            return words("anchor.changed")
        case Orphan():
            return words("anchor.orphan")
        case _:
            return ""


def marks(story: Story, target: Key, root: str, words: Wording) -> tuple[Mark, ...]:
    """The highlights in a document: of the notes on it, and of the passages that are somebody's source."""
    if target not in story.quotes:
        return ()
    numbers = numbering(story, target)
    found: list[Mark] = []
    passages: dict[tuple[int, int], dict[Key, None]] = {}
    for one in story.quotes.get(target, ()):
        where = place(one.anchor)
        if where and one.source is None:
            number = numbers[one.owner]
            shown = sign(number, target)
            label = words("note-number", number=shown)
            pair = f"y{number}" if target.kind is Kind.ANNOTATION and number <= PAIRED else ""
            made = Mark(*where, note=one.owner.id, label=label, number=number, sign=shown)
            found.append(structs.replace(made, piece_class=pair, link_class=pair))
        elif where:
            passages.setdefault(where, {})[one.owner] = None
    found += [_passage(story, where, owners, root, words) for where, owners in passages.items()]
    return tuple(found)


def _passage(story: Story, where: tuple[int, int], owners: Iterable[Key], root: str, words: Wording) -> Mark:
    """The highlight of a source: it leads to what rests on it, or to a list of that."""
    resting = leads(story, owners, root)
    source, name = " ".join(map(str, owners)), source_fragment(where)
    if len(resting) == 1:
        label = words("source-of", title=resting[0].title)
        return Mark(*where, source=source, name=name, href=resting[0].href, label=label)
    label = words("source-of-many", entries=words.count("entries", len(resting)))
    return Mark(*where, source=source, name=name, href=f"#{rests_on(name)}", label=label, leads=resting)


def cites(story: Story, owner: Key, cited: Sequence[Cited], root: str, first: int = 0) -> tuple[Cite, ...]:
    """Sources as a page names them; `first` is the number of the first among all of the owner's."""
    return tuple(_cite(story, owner, one, number, root) for number, one in enumerate(cited, first))


def _cite(story: Story, owner: Key, cited: Cited, number: int, root: str) -> Cite:
    source = cited.source
    if cited.article is None:
        url = source.url or ""
        return Cite(Lead(source.title or address_name(url), url), note=source.note or "", outside=True)
    anchored = story.cited.get(owner, {}).get(number)
    article = story.article(cited.article)
    target = href(root, story.spots[cited.article])
    where = place(anchored.anchor) if anchored else None
    if where and source.quote:
        target += f"#{source_fragment(where)}"
    made = lead(story, cited.article, root)
    quoted = source.quote.exact if source.quote else ""
    return Cite(
        Lead(made.title, target, language=made.language),
        quoted,
        source.note or "",
        article.publisher or "",
        state=state(anchored.anchor) if anchored else "",
        language=tongue(story, cited.article),
    )


def source_fragment(where: tuple[int, int]) -> str:
    """The fragment of a passage that is a source, on the page of its article."""
    return f"source-{where[0]}-{where[1]}"


def tag_leads(tags: Iterable[str], root: str) -> tuple[Lead, ...]:
    """Links to the pages of tags."""
    return tuple(Lead(tag, href(root, _tag_address(tag))) for tag in tags)


@lru_cache(maxsize=1024)  # a pure function of a word; the same few tags stand on very many pages
def _tag_address(tag: str) -> Address:
    return Address(f"tags/{tag_name(tag)}/")
