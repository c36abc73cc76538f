"""Everything, assembled: what pages and data files are cut from.

The story is made by folds over all documents, linear and cheap. A step that makes a page reads it through a lens
(`dateline.kernel.lens`), which notes what it reads: so a page must read no more of it than it shows.
"""

from collections.abc import Mapping
from typing import TypeVar

from msgspec import Struct

from dateline.chronology.network import Chronology
from dateline.dates.date import Date
from dateline.kernel.diagnostics import Diagnostic
from dateline.linking.addresses import Spot
from dateline.linking.answers import Answer
from dateline.linking.backlinks import Backlink
from dateline.linking.prose import Filled, Mention
from dateline.linking.references import Links
from dateline.model.anchors import Anchor
from dateline.model.documents import Annotation, Article, Document, Entity, Event, FreePage, Quote
from dateline.model.names import Address, Id, InputPath, Key, Kind
from dateline.model.settings import Settings

D = TypeVar("D", bound=Document)


class Medium(Struct, frozen=True):
    """A file of the author's that is no document."""

    address: Address
    width: int | None = None
    """In CSS pixels, for an image."""
    height: int | None = None


class Anchored(Struct, frozen=True):
    """A quote and where it stands: of an annotation, or of a source that a document names."""

    owner: Key
    """The annotation, or the document whose source it is."""
    source: int | None
    """Which of the owner's sources, those of its accounts counted on; `None` for an annotation's own quote."""
    target: Key
    quote: Quote
    anchor: Anchor


class Passages(Struct, frozen=True):
    """Where the quotes on one document stand."""

    quotes: tuple[Anchored, ...] = ()
    """In the order of their owners; those of notes on the whole come last."""
    states: tuple[tuple[Key, str], ...] = ()
    """Of each annotation among them, the state of its anchor."""
    found: tuple[Diagnostic, ...] = ()


class Spoken(Struct, frozen=True):
    """What the body of one document says of others."""

    mentions: tuple[Mention, ...] = ()
    opening: str = ""
    """The first words of a note that has no other name."""


class Named(Struct, frozen=True):
    """A document as others name it: all that a link to it shows."""

    title: str
    """Never empty: of an annotation without a title what it quotes or how it begins; else the id."""
    language: str = ""
    """Of the title, where it is not the site's."""
    way: str = ""
    """From the site's root to it, percent-encoded; empty where it has no place of its own."""
    date: Date | None = None
    """When it happened, was published or was written."""


class MenuLink(Struct, frozen=True):
    """An entry of the main navigation."""

    title: str
    """Empty where the interface has a word."""
    spot: Spot | None = None
    """In the site, or else…"""
    url: str = ""
    """… an outside address."""
    word: str = ""
    """The interface's word for a list."""


class Neighbours(Struct, frozen=True):
    """What stands beside an event in the timeline, or beside an article by publication."""

    before: Key | None = None
    after: Key | None = None
    unordered: bool = False
    """Whether it is not known that an event follows the one before it."""


class Tag(Struct, frozen=True):
    """A tag, and what carries it."""

    title: str
    """As first written."""
    keys: tuple[Key, ...]
    """All that carries it, sorted by key."""
    events: tuple[Key, ...]
    """Those of them that are events, in the timeline's order."""


class InThread(Struct, frozen=True):
    """What belongs to a thread."""

    events: tuple[Key, ...] = ()
    """In the timeline's order."""
    articles: tuple[Key, ...] = ()
    """Sorted by id."""


class Version(Struct, frozen=True):
    """A version of an event becoming known: one of its revisions, or the event as it stands."""

    key: Key
    number: int
    """Which of its versions, from 0, which adds it to what is known; the last is the event as it stands."""
    known: Date
    day: str
    """The day in the site's zone, as EDTF; empty where it is not known to the day."""


class Day(Struct, frozen=True):
    """A day on which something became known or was changed."""

    versions: tuple[Version, ...]
    articles: tuple[Key, ...]
    """Published on this day, in the order of publication."""
    notes: tuple[Key, ...]
    """Written on this day, sorted by id."""
    so_far: int
    """How many events were known by the end of this day."""
    total: int
    """How many events there are."""
    before: str
    """The day before it on which something became known; empty for the first."""
    after: str


class Amendment(Struct, frozen=True):
    """A correction, or a revision of an event."""

    key: Key
    """The annotation, or the event."""
    revision: int | None
    """Which of the event's revisions; `None` for a correction."""


class Story(Struct, frozen=True):
    """A site's whole content, linked, anchored and ordered."""

    settings: Settings
    documents: Mapping[Key, Document]
    """Without their words: those stand in `filled`."""
    links: Mapping[Key, Links]
    answers: Mapping[Key, tuple[Answer, ...]]
    """Of each body's links, in order."""
    files: Mapping[Key, tuple[InputPath | None, ...]]
    """Of each body's files, in order."""
    images: Mapping[Key, InputPath]
    """The image that stands for a document."""
    media: Mapping[InputPath, Medium]
    filled: Mapping[Key, Filled]
    spots: Mapping[Key, Spot]
    roots: Mapping[Key, Key | None]
    """For each annotation the document at whose page it stands."""
    quotes: Mapping[Key, tuple[Anchored, ...]]
    """By target: every quote looked for in its visible text."""
    chronology: Chronology
    order: tuple[Key, ...]
    """The events in the timeline's order."""
    order_index: Mapping[Key, int]
    """The place of each event in it, from 0."""
    backlinks: Mapping[Key, tuple[Backlink, ...]]
    nav: tuple[tuple[str, Spot | None, str], ...]
    """The config's own entries of the navigation: title, place in the site, or else an outside address."""

    # what follows is cut from the above once, since many pages ask for it
    kinds: Mapping[Kind, tuple[Key, ...]]
    """The documents of each kind, sorted by id."""
    notes: Mapping[Key, tuple[Key, ...]]
    """By target: the annotations on it, sorted by id."""
    anchors: Mapping[Key, Anchored]
    """The quotes of annotations, by annotation."""
    cited: Mapping[Key, Mapping[int, Anchored]]
    """The quotes of sources, by owner and number."""
    led_to: Mapping[Key, tuple[Key, ...]]
    """The reverse of `caused_by`, in the timeline's order."""
    known: Mapping[Key, Date | None]
    """When the public could first know of each event."""
    events_with: Mapping[Key, tuple[Key, ...]]
    """By person, organisation or place: its events, in the timeline's order."""
    resting_on: Mapping[Key, tuple[Key, ...]]
    """By article: the events that name it as a source, in the timeline's order."""
    aliases: Mapping[Address, Key]
    """Old addresses, and what they lead to now."""

    # the survey (`dateline.surveying`): so that a page reads what it shows and not the whole story
    menu: tuple[MenuLink, ...] = ()
    """The main navigation."""
    named: Mapping[Key, Named] = {}
    neighbours: Mapping[Key, Neighbours] = {}
    """Of each event and each article."""
    around: Mapping[Key, tuple[Key, ...]] = {}
    """Each event with two neighbours on each side, its causes and consequences, in the timeline's order."""
    reported: Mapping[Key, tuple[Key, ...]] = {}
    """By article: the events that it reports, in the timeline's order."""
    standing: Mapping[Key, str] = {}
    """The state of each annotation's anchor."""
    referrals: Mapping[Key, int] = {}
    """How many documents refer to each event."""
    newest: tuple[Key, ...] = ()
    """The articles by publication, newest first; among equals by id."""
    most_noted: Key | None = None
    """The article with most notes; of several the one that was published first."""
    newest_notes: tuple[Key, ...] = ()
    """The annotations by date, newest first; those without a date last."""
    foremost: tuple[Key, ...] = ()
    """The events, the most important first; among equals in the timeline's order."""
    busiest: tuple[Key, ...] = ()
    """People, organisations and places that take part in events, those in most events first; among equals by name."""
    tagged: Mapping[str, Tag] = {}
    """By the name of each tag's page, sorted."""
    in_thread: Mapping[Id, InThread] = {}
    """By thread, in the config's order."""
    amended: tuple[Amendment, ...] = ()
    """Every correction and every revision, newest first."""
    versions: tuple[Version, ...] = ()
    """All versions of all events in the order in which they became known; at one time in the timeline's order."""
    days: Mapping[str, Day] = {}
    """By day as EDTF, in order."""
    always_known: tuple[Key, ...] = ()
    """Events that nothing says when they became known, in the timeline's order."""
    years: tuple[int, ...] = ()
    """The years that dates touch, in the order of time."""

    def article(self, key: Key) -> Article:
        """The article with this key."""
        return _is(self.documents[key], Article)

    def event(self, key: Key) -> Event:
        """The event with this key."""
        found = self.documents[key]
        return found if isinstance(found, Event) else _is(found, Event)

    def annotation(self, key: Key) -> Annotation:
        """The annotation with this key."""
        return _is(self.documents[key], Annotation)

    def of_kind(self, kind: Kind) -> tuple[Key, ...]:
        """The documents of a kind, sorted by id."""
        return self.kinds.get(kind, ())

    @property
    def intro(self) -> FreePage | None:
        """The introduction on the home page."""
        found = self.documents.get(Key(Kind.INDEX, Id("index")))
        return found if isinstance(found, FreePage) else None

    def entity(self, key: Key) -> Entity:
        """The person, organisation or place with this key."""
        return _is(self.documents[key], Entity)


def _is(document: Document, kind: type[D]) -> D:
    if not isinstance(document, kind):
        raise TypeError(document)
    return document
