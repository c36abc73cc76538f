"""What a search can find: the passages of the story, each with the address at which a reader finds its words.

A passage is what a reader calls one: a section of a text below its heading, a note, an event, a person, a tag.
Notes are found on their own and not within the text that they are on, so that every result leads to its very words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from msgspec import Struct, structs

from dateline.dates.date import OPEN, Date
from dateline.dates.edtf import parse
from dateline.dates.words import words as date_words
from dateline.linking.addresses import Spot
from dateline.linking.prose import Filled
from dateline.model.body import Gap, Markup, Words
from dateline.model.documents import Annotation, Article, Document, Entity, Event
from dateline.model.names import Address, Fragment, Id, Key, Kind
from dateline.pages.frame import href
from dateline.pages.notes import type_words
from dateline.pages.pieces import event_date, lead
from dateline.pages.threads import thread_address
from dateline.pages.tongues import tongue
from dateline.pages.wording import Wording, wording
from dateline.story import Story
from dateline.surveying import years_of


class Record(Struct, frozen=True):
    """One thing that a search can find."""

    address: str
    """From the site's root, with a fragment, percent-encoded: `articles/release/#two-verbs`."""
    title: str
    kind: str
    """What it is, in words: `Article`, `Note: Correction`."""
    group: str
    """The words by which a reader chooses its kind: `Articles`."""
    text: str
    """The words that are looked through, a line a block of the page, each with a stop at its end."""
    language: str = ""
    """Of the text, where it is not the site's; else empty."""
    title_language: str = ""
    """Likewise of the title, which may be words of another text."""
    context: str = ""
    """What it stands in, or who wrote it."""
    date: str = ""
    """In words."""
    threads: tuple[str, ...] = ()
    """The titles of the threads that it belongs to."""
    years: tuple[str, ...] = ()
    rank: int = 0
    """Its place in time among all: what has no date is last."""


_ORDER = (
    *(Kind.ARTICLE, Kind.EVENT, Kind.ANNOTATION, Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.INDEX, Kind.PAGE),
)
"""The kinds as a reader chooses among them."""


def groups(story: Story, words: Wording) -> tuple[str, ...]:
    """The words by which a reader chooses the kind of what a search can find, as far as there is any."""
    kinds = [kind for kind in _ORDER if any(key in story.spots or kind is Kind.INDEX for key in story.of_kind(kind))]
    made = (("threads", story.settings.threads), ("tags", story.tagged))
    names = [*(_as_page(kind).value for kind in kinds), *(name for name, found in made if found)]
    return tuple(words(name) for name in dict.fromkeys(names))


class _Dated(Struct, frozen=True):
    record: Record
    date: Date | None = None


def records(story: Story) -> tuple[Record, ...]:
    """All that a search can find, in the order of the kinds, then of ids."""
    words = wording(story.settings.language)
    found = [*_documents(story, words), *_threads(story, words), *_tags(story, words)]
    in_time = sorted(range(len(found)), key=lambda number: _rank(found[number], number))
    ranks = {number: rank for rank, number in enumerate(in_time)}
    return tuple(_finished(one, ranks[number], story) for number, one in enumerate(found))


def _rank(one: _Dated, number: int) -> tuple[bool, int, int]:
    bounds = one.date.stated if one.date else OPEN
    first = bounds.latest if bounds.earliest is None else bounds.earliest
    return first is None, first or 0, number


def _finished(one: _Dated, rank: int, story: Story) -> Record:
    settings = story.settings
    touched = years(one.date, settings.timezone, settings.language) if one.date else ()
    return structs.replace(one.record, years=touched, rank=rank)


def _documents(story: Story, words: Wording) -> Iterator[_Dated]:
    for key in sorted(story.documents, key=lambda key: (_ORDER.index(key.kind), key.id)):
        document = story.documents[key]
        spot = story.spots.get(key) or (Spot(Address("")) if key.kind is Kind.INDEX else None)
        if spot:
            yield from _document(story, key, document, spot, words)


def _document(story: Story, key: Key, document: Document, spot: Spot, words: Wording) -> Iterator[_Dated]:
    """A document's own record, and one for each section of its text that a link can lead to."""
    named = lead(story, key, "")
    title = named.title if key.kind is not Kind.INDEX else document.head.title or story.settings.title
    date, shown = _date(story, key, document)
    first, *rest = sections(story.filled[key])
    inner = isinstance(document, Annotation)
    opening = [document.head.summary or "", *_said(document), first.text]
    if inner:  # headings in a note are no places that a link can lead to
        opening += [part for one in rest for part in (one.title, one.text)]
    made = Record(
        address=href("", spot),
        title=title,
        kind=_kind(story, key, document, words),
        group=words(_as_page(key.kind).value),
        text=blocks(opening),
        language=tongue(story, key),
        title_language=named.language,
        context=_context(story, key, document),
        date=shown,
        threads=_thread_titles(story, key),
    )
    yield _Dated(made, date)
    for one in () if inner else rest:
        address = href("", Spot(spot.address, one.fragment))
        yield _Dated(_section(made, one, address), date)


def _section(made: Record, one: "Section", address: str) -> Record:
    title, text = one.title or made.title, blocks([one.text])
    return structs.replace(made, address=address, title=title, text=text, context=made.title)


def _kind(story: Story, key: Key, document: Document, words: Wording) -> str:
    if isinstance(document, Annotation):
        return f"{words('note')}: {type_words(story, document.type, words)}"
    return words(f"one.{_as_page(key.kind).value}")


def _as_page(kind: Kind) -> Kind:
    """The introduction on the home page is found among the free pages."""
    return Kind.PAGE if kind is Kind.INDEX else kind


def _said(document: Document) -> Iterator[str]:
    """What a document's front matter says in words of its own."""
    match document:
        case Entity(also_known_as=names):
            yield from names
        case Event(as_said=said, accounts=accounts):
            yield said or ""
            yield from (account.says for account in accounts)
        case Annotation(verdict=verdict) if verdict:
            yield verdict.claim or ""
            yield verdict.rating


def _context(story: Story, key: Key, document: Document) -> str:
    match document:
        case Article(publisher=publisher):
            names = [one.name for one in story.links[key].authors]
            return " · ".join(dict.fromkeys(one for one in (", ".join(names), publisher) if one))
        case Entity(role=role):
            return role or ""
        case Annotation():
            target = story.links[key].target
            return lead(story, target, "").title if target else ""
        case _:
            return ""


def _date(story: Story, key: Key, document: Document) -> tuple[Date | None, str]:
    """When it happened, appeared or was written; and that in words."""
    match document:
        case Event():
            return story.chronology.dates[key.id], event_date(story, key).words
        case Article(published=dated):
            date = dated.date
        case Annotation(date=dated) if dated:
            date = dated.date
        case _:
            return None, ""
    return date, date_words(date, story.settings.language, story.settings.timezone)


def _thread_titles(story: Story, key: Key) -> tuple[str, ...]:
    """The threads of an article or event; of a note those of its events and of what it is on."""
    keys: Sequence[Key] = [key]
    if key.kind is Kind.ANNOTATION:
        root = story.roots.get(key)
        keys = [*story.links[key].events, *([root] if root else [])]
    named = {name for one in keys if one in story.links for name in story.links[one].threads}
    return tuple(thread.title for thread in story.settings.threads if thread.id in named)


def _threads(story: Story, words: Wording) -> Iterator[_Dated]:
    for thread in story.settings.threads:
        address = href("", thread_address(Id(thread.id)))
        text = blocks([thread.summary])
        yield _Dated(Record(address, thread.title, words("one.threads"), words("threads"), text))


def _tags(story: Story, words: Wording) -> Iterator[_Dated]:
    for name, tag in story.tagged.items():
        address = href("", Address(f"tags/{name}/"))
        yield _Dated(Record(address, tag.title, words("one.tags"), words("tags"), ""))


# Texts


class Section(Struct, frozen=True):
    """A body from one heading to the next."""

    title: str
    fragment: Fragment | None
    text: str


_HEADING = re.compile(r'<h[1-6] id="([^"]*)"')
_ENDS_BLOCK = re.compile(r"</(?:p|li|t[dh]|h[1-6]|div|dd|dt|pre|blockquote|figcaption)>|<br")


def sections(filled: Filled) -> list[Section]:
    """The sections of a body; the first is what stands before any heading. Words of footnotes belong to the last."""
    fragments: list[Fragment | None] = [None]
    titles: list[list[str]] = [[]]
    texts: list[list[str]] = [[]]
    in_heading = False
    for piece in filled.pieces:
        match piece:
            case Markup(html=markup) if opened := _HEADING.search(markup):
                fragments.append(Fragment(unescape(opened[1])))
                titles.append([])
                texts.append([])
                in_heading = True
            case Markup(html=markup):
                in_heading = in_heading and "</h" not in markup
                texts[-1].append("\n" if _ENDS_BLOCK.search(markup) else "")
            case Words(text=text) | Gap(text=text):
                (titles if in_heading else texts)[-1].append(text)
            case _:
                pass
    parts = zip(fragments, titles, texts, strict=True)
    return [Section(" ".join("".join(title).split()), fragment, "".join(text)) for fragment, title, text in parts]


_CLOSING = "\"'”’“‘»«)]}"
_SPLITS_WORDS = "\u200b"
"""Pagefind takes the zero-width space for the mark between two words, and then no other."""


def blocks(texts: Iterable[str]) -> str:
    """The blocks of texts, a line each; one that ends in a letter or digit is given a stop, so that none runs on."""
    lines = (" ".join(line.replace(_SPLITS_WORDS, "").split()) for text in texts for line in text.splitlines())
    return "\n".join(f"{line}." if line.rstrip(_CLOSING)[-1:].isalnum() else line for line in lines if line)


# Years


def years(date: Date, zone: str, language: str) -> tuple[str, ...]:
    """The years that a date touches, in words."""
    return tuple(year_words(year, zone, language) for year in years_of(date.stated.earliest, date.stated.latest, zone))


def year_words(year: int, zone: str, language: str) -> str:
    """A year as the site says it: `2025`, `44 BCE`."""
    if 0 < year < 10_000:  # noqa: PLR2004 - what is written with up to four digits is said as it is written
        return str(year)
    sign = "-" if year < 0 else ""
    date = parse(f"{sign}{abs(year):04}" if abs(year) < 10_000 else f"Y{year}", zone)  # noqa: PLR2004
    return date_words(date, language, zone) if isinstance(date, Date) else str(year)
