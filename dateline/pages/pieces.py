"""What several sorts of page show: dates in words, lines of events, bodies, bylines, backlinks."""

import posixpath
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

from dateline.dates.date import Date
from dateline.dates.edtf import parse
from dateline.dates.instants import local_text
from dateline.dates.words import edtf_value, edtf_words, html_value
from dateline.dates.words import words as date_words
from dateline.linking.addresses import Spot
from dateline.linking.prose import Mention
from dateline.linking.references import Byline
from dateline.model.body import Markup, Piece, Time, Word
from dateline.model.documents import Dated, Image
from dateline.model.names import Address, InputPath, Key, Kind
from dateline.model.settings import Settings
from dateline.pages.frame import Lead, href, joined
from dateline.pages.prose import Mark, Prose, Shown, by_end
from dateline.pages.shapes import shape
from dateline.pages.tongues import link_tongues, tongue, words_within
from dateline.pages.wording import Wording
from dateline.story import Story

LISTED = 200
"""So many events are listed on a page that is not the timeline's; of more the most important."""


class When(Struct, frozen=True):
    """A date in words."""

    words: str
    value: str | None = None
    """For `<time datetime>`, where HTML allows the date."""
    as_said: str = ""
    """The source's own words for it."""
    edtf: str = ""


class Chip(Struct, frozen=True):
    """A thread, in the colour that it has in drawings."""

    lead: Lead
    hue: int


class EventLine(Struct, frozen=True):
    """An event in a list."""

    id: str
    lead: Lead
    when: When
    summary: str
    status: str
    """Empty for a confirmed one; else the public name, as a class."""
    status_words: str
    importance: int
    unordered: bool
    """Whether it is not known that it follows the one before."""
    mark: str = "point"
    """How its date looks: see `dateline.pages.shapes`."""
    classes: str = ""
    """What it can be narrowed to, where the list can be narrowed."""
    threads: tuple[Chip, ...] = ()
    who: tuple[Lead, ...] = ()
    """People and organisations."""
    places: tuple[Lead, ...] = ()
    because: tuple[Lead, ...] = ()
    led_to: tuple[Lead, ...] = ()


class Saying(Struct, frozen=True):
    """A sentence that refers to this page, cut around the words that link here."""

    before: str
    linked: str
    after: str
    language: str = ""
    """Of the linked words, where they are a title in another language than the sentence."""


class Referrer(Struct, frozen=True):
    """A document that refers to this page."""

    lead: Lead
    when: When | None = None
    """When it happened, was published or was written."""
    sayings: tuple[Saying, ...] = ()
    language: str = ""
    """Its own, where that is not the site's."""


class ReferrerGroup(Struct, frozen=True):
    """The referrers of one kind."""

    words: str
    referrers: tuple[Referrer, ...]


class Author(Struct, frozen=True):
    """An author, with a page where there is one."""

    name: str
    href: str = ""


class Picture(Struct, frozen=True):
    """The image that stands for a document."""

    src: str
    alt: str
    width: int | None
    height: int | None
    caption: str
    credit: str
    language: str = ""
    """Of the words, where it is not the site's."""


def when(date: Date, settings: Settings, as_said: str | None = None) -> When:
    """A date in the site's language and zone."""
    return _when(date.edtf, settings.language, settings.timezone, as_said or "")


@lru_cache(maxsize=32_768)  # a pure function of strings; a site shows each of its dates on many pages
def _when(edtf: str, language: str, zone: str, as_said: str) -> When:
    return When(edtf_words(edtf, language, zone), edtf_value(edtf, zone), as_said, edtf)


def moment(instant: int, settings: Settings) -> str:
    """An instant in words: the day alone where it begins or ends a day, else to the minute."""
    text = local_text(instant, settings.timezone)
    day, _, clock = text.partition("T")
    whole = clock.startswith(("00:00:00", "23:59:59"))
    date = parse(day if whole else f"{day}T{clock[:5]}", settings.timezone)
    return date_words(date, settings.language, settings.timezone) if isinstance(date, Date) else text


def dated(date: Dated | None, settings: Settings) -> When | None:
    """A date of front matter, if it is given."""
    return when(date.date, settings) if date else None


def lead(story: Story, key: Key, root: str) -> Lead:
    """A link to a document."""
    named = story.named[key]
    return Lead(named.title, joined(root, named.way) if named.way else "", language=named.language)


def leads(story: Story, keys: Iterable[Key], root: str) -> tuple[Lead, ...]:
    """Links to documents."""
    return tuple(lead(story, key, root) for key in keys)


def bylines(story: Story, authors: Sequence[Byline], root: str) -> tuple[Author, ...]:
    """Authors, linked where they have a page."""
    return tuple(Author(one.name, href(root, story.spots[one.person]) if one.person else "") for one in authors)


def event_date(story: Story, key: Key) -> When:
    """When an event happened, as the page says it."""
    return when(story.chronology.dates[key.id], story.settings, story.event(key).as_said)


def event_line(story: Story, key: Key, root: str, words: Wording, *, unordered: bool = False) -> EventLine:
    """An event for a list."""
    event = story.event(key)
    status = "" if event.status == "confirmed" else event.status
    return EventLine(
        id=key.id,
        lead=lead(story, key, root),
        when=event_date(story, key),
        summary=event.head.summary or "",
        status=status,
        status_words=words(f"status.{status}") if status else "",
        importance=event.importance,
        unordered=unordered,
        mark=shape(story.chronology.dates[key.id], story.chronology.bounds[key.id]),
    )


def foremost(story: Story, keys: Sequence[Key], most: int) -> tuple[Key, ...]:
    """The most important of these events, at most so many; given and told in the timeline's order."""
    if len(keys) <= most:
        return tuple(keys)
    chosen = frozenset(sorted(keys, key=lambda key: -story.event(key).importance)[:most])
    return tuple(key for key in keys if key in chosen)


def event_lines(story: Story, keys: Sequence[Key], root: str, words: Wording) -> tuple[EventLine, ...]:
    """Events for a list, in order; a neighbour of the whole timeline that does not surely follow is marked."""
    lines = []
    for before, key in zip((None, *keys), keys, strict=False):
        beside = story.neighbours[key]
        unordered = beside.unordered and beside.before == before
        lines.append(event_line(story, key, root, words, unordered=unordered))
    return tuple(lines)


def prose(
    story: Story, key: Key, root: str, words: Wording, marks: Sequence[Mark] = (), *, inner: bool = False
) -> Prose:
    """A document's body as a page at `root` shows it; `inner` where the page is another document's.

    An inner body's headings have no fragments: the page's own document has them.
    """
    pieces = story.filled[key].pieces
    questions = [piece for piece in pieces if type(piece) in _QUESTIONS]
    return Prose(
        pieces=_inner(pieces) if inner else pieces,
        links=tuple(href(root, one.spot) if one.spot else None for one in story.answers[key]),
        files=tuple(shown(story, path, root) for path in story.files[key]),
        marks=tuple(sorted(marks, key=by_end)),
        dates=_dates(story, key, questions) if questions else (),
        interface=_interface(words_within(story, key, words), questions) if questions else (),
        foreign=link_tongues(story, key),
    )


_QUESTIONS = frozenset({Time, Word})
"""What only the page can answer. Bodies have very many pieces, so their classes are compared and nothing more."""


def _inner(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return tuple(_plain_heading(piece) if isinstance(piece, Markup) else piece for piece in pieces)


def _plain_heading(piece: Markup) -> Markup:
    return Markup(_HEADING.sub(r"\1", piece.html)) if "<h" in piece.html else piece


_HEADING = re.compile(r'(<h[1-6]) id="[^"]*"')


def _dates(story: Story, key: Key, questions: Iterable[Piece]) -> tuple[tuple[str, str, str | None], ...]:
    times = {piece.edtf for piece in questions if isinstance(piece, Time)}
    return tuple(_date_in_body(edtf, story.settings, tongue(story, key)) for edtf in sorted(times))


def _interface(within: Wording, questions: Iterable[Piece]) -> tuple[tuple[str, str], ...]:
    names = {piece.name for piece in questions if isinstance(piece, Word)}
    return tuple((name, within(name)) for name in sorted(names))


def _date_in_body(edtf: str, settings: Settings, language: str) -> tuple[str, str, str | None]:
    date = parse(edtf, settings.timezone)
    if not isinstance(date, Date):
        return edtf, edtf, None
    return edtf, date_words(date, language or settings.language, settings.timezone), html_value(date, settings.timezone)


def shown(story: Story, path: InputPath | None, root: str) -> Shown | None:
    """A file of the author's as a page shows it."""
    medium = story.media.get(path) if path else None
    return Shown(href(root, Spot(medium.address)), medium.width, medium.height) if medium else None


def picture(story: Story, key: Key, image: Image | None, root: str) -> Picture | None:
    """The image that stands for a document."""
    found = shown(story, story.images.get(key), root)
    if image is None or found is None:
        return None
    alt = image.alt if image.alt is not None else ""
    return Picture(
        found.href, alt, found.width, found.height, image.caption or "", image.credit or "", tongue(story, key)
    )


def referrers(story: Story, key: Key, root: str, words: Wording) -> tuple[ReferrerGroup, ...]:
    """What refers to a document, by kind."""
    groups: dict[Kind, list[Referrer]] = {}
    for link in story.backlinks.get(key, ()):
        group = groups.setdefault(link.origin.kind, [])
        sayings = tuple(_saying(story, key, link.origin, one) for one in link.mentions)
        date, origin = story.named[link.origin].date, _origin(story, link.origin, root, words)
        time = when(date, story.settings) if date else None
        group.append(Referrer(origin, time, sayings, tongue(story, link.origin)))
    return tuple(ReferrerGroup(words(_GROUPS[kind]), tuple(groups[kind])) for kind in Kind if kind in groups)


def _saying(story: Story, key: Key, origin: Key, mention: Mention) -> Saying:
    before, linked = mention.sentence[: mention.start], mention.sentence[mention.start : mention.end]
    own, named = tongue(story, origin), story.named[key]
    language = named.language
    other = language != own and linked == named.title
    return Saying(
        before, linked, mention.sentence[mention.end :], (language or story.settings.language) if other else ""
    )


_GROUPS = {kind: kind.value for kind in Kind} | {Kind.INDEX: "home"}


def _origin(story: Story, key: Key, root: str, words: Wording) -> Lead:
    if key.kind is Kind.INDEX:
        return Lead(story.documents[key].head.title or words("home"), href(root, Address("")))
    return lead(story, key, root)


def address_name(url: str) -> str:
    """What an outside address without a title is called: its host and last part."""
    plain = url.split("://", 1)[-1].rstrip("/")
    host, _, path = plain.partition("/")
    last = posixpath.basename(path)
    return f"{host}: {last}" if last else host
