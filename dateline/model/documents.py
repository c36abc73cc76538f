"""What an author wrote, read but not yet linked: one closed union of documents."""

from msgspec import Struct

from dateline.dates.date import Date
from dateline.dates.duration import Duration
from dateline.kernel.diagnostics import Span
from dateline.model.body import Body, File
from dateline.model.names import InputPath, Key


class Reference(Struct, frozen=True):
    """A reference as written in front matter, not yet looked up."""

    written: str
    span: Span


class Dated(Struct, frozen=True):
    """A date in front matter and where it stands."""

    date: Date
    span: Span


class Author(Struct, frozen=True):
    """A name, which may turn out to be a reference to a person."""

    written: str
    span: Span


class Relation(Struct, frozen=True):
    """One item of `after`, `before`, `during` or `caused_by`."""

    event: Reference
    by: Duration | None = None
    by_written: str = ""


class Quote(Struct, frozen=True):
    """A TextQuoteSelector (W3C Web Annotation Data Model 4.2.4), with where its three parts stand in the file."""

    exact: str
    span: Span
    prefix: str | None = None
    suffix: str | None = None


class Source(Struct, frozen=True):
    """What an event rests on: an article of the site, or something outside."""

    span: Span
    article: Reference | None = None
    quote: Quote | None = None
    note: str | None = None
    url: str | None = None
    title: str | None = None


class Account(Struct, frozen=True):
    """What one speaker says where speakers differ."""

    says: str
    span: Span
    sources: tuple[Source, ...] = ()
    status: str | None = None


class Image(Struct, frozen=True):
    """The image that stands for a document."""

    src: File
    alt: str | None = None
    caption: str | None = None
    credit: str | None = None


class Verdict(Struct, frozen=True):
    """A fact-check's result. `claim` is `None` where the quote is the claim."""

    rating: str
    claim: str | None = None


class Alias(Struct, frozen=True):
    """An old address that must go on working, as written."""

    written: str
    span: Span


class Head(Struct, frozen=True):
    """What every document has, whatever its kind."""

    key: Key
    path: InputPath
    title: str
    """The title, or the name of a person, organisation or place; empty for an annotation that has none."""
    title_span: Span
    summary: str | None = None
    slug: str | None = None
    slug_span: Span | None = None
    aliases: tuple[Alias, ...] = ()
    draft: bool = False
    extra: tuple[tuple[str, str], ...] = ()
    """The `x-…` keys with their values as JSON: the author's own, for templates."""


class Article(Struct, frozen=True, tag_field="document", tag="article"):
    """What was published."""

    head: Head
    body: Body
    published: Dated
    updated: Dated | None = None
    authors: tuple[Author, ...] = ()
    publisher: str | None = None
    url: str | None = None
    archive_url: str | None = None
    language: str | None = None
    """A BCP 47 tag; `None` is the site's language."""
    tags: tuple[str, ...] = ()
    threads: tuple[Reference, ...] = ()
    events: tuple[Reference, ...] = ()
    image: Image | None = None
    licence: str | None = None


class Annotation(Struct, frozen=True, tag_field="document", tag="annotation"):
    """What we say about a passage, or about a whole document."""

    head: Head
    body: Body
    target: Reference
    quote: Quote | None = None
    type: str = "context"
    authors: tuple[Author, ...] = ()
    date: Dated | None = None
    events: tuple[Reference, ...] = ()
    sources: tuple[Source, ...] = ()
    tags: tuple[str, ...] = ()
    verdict: Verdict | None = None


class Event(Struct, frozen=True, tag_field="document", tag="event"):
    """What happened."""

    head: Head
    body: Body
    date: Dated | None = None
    as_said: str | None = None
    known: Dated | None = None
    status: str = "confirmed"
    after: tuple[Relation, ...] = ()
    before: tuple[Relation, ...] = ()
    during: tuple[Relation, ...] = ()
    caused_by: tuple[Relation, ...] = ()
    related: tuple[Reference, ...] = ()
    people: tuple[Reference, ...] = ()
    organisations: tuple[Reference, ...] = ()
    places: tuple[Reference, ...] = ()
    threads: tuple[Reference, ...] = ()
    tags: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    accounts: tuple[Account, ...] = ()
    importance: int = 2
    image: Image | None = None
    revisions: "tuple[Revision, ...]" = ()


class Revision(Struct, frozen=True):
    """What was believed of an event before: the fields that then stood otherwise."""

    known: Dated
    """When it became known as it stands here."""
    span: Span
    fields: tuple[str, ...]
    """The names of the fields given, besides `known`: only these of `event` are meant."""
    event: Event
    """An event with the fields given, the rest being defaults; its body is empty."""


class Entity(Struct, frozen=True, tag_field="document", tag="entity"):
    """A person, an organisation or a place; `head.key.kind` tells which."""

    head: Head
    body: Body
    also_known_as: tuple[str, ...] = ()
    role: str | None = None
    wikidata: str | None = None
    same_as: tuple[str, ...] = ()
    image: Image | None = None
    latitude: float | None = None
    longitude: float | None = None


class FreePage(Struct, frozen=True, tag_field="document", tag="page"):
    """A free page, or the introduction on the home page."""

    head: Head
    body: Body
    nav: int | None = None
    """Its place in the navigation: 0 for `true`, `None` for not there."""


Document = Article | Annotation | Event | Entity | FreePage
