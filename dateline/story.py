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
    found: tuple[Diagnostic, ...] = ()


class Spoken(Struct, frozen=True):
    """What the body of one document says of others."""

    mentions: tuple[Mention, ...] = ()


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
    neighbours: Mapping[Key, tuple[Key | None, Key | None]]
    """By article: the one that was published before it, and the one after."""
    aliases: Mapping[Address, Key]
    """Old addresses, and what they lead to now."""
    tagged: Mapping[str, tuple[str, tuple[Key, ...]]]
    """By the name of each tag's page: the tag as first written, and what carries it."""

    def article(self, key: Key) -> Article:
        """The article with this key."""
        return _is(self.documents[key], Article)

    def event(self, key: Key) -> Event:
        """The event with this key."""
        return _is(self.documents[key], Event)

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
