"""What the references of a document's front matter mean.

Every reference is looked up among the kinds that its field takes; what leads nowhere is left out and told.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct, structs

from dateline.dates.duration import Duration
from dateline.kernel.diagnostics import Diagnostic, Place, Span, diagnostic
from dateline.kernel.nearest import did_you_mean
from dateline.linking.catalogue import Catalogue, look_up
from dateline.model.documents import (
    Annotation,
    Article,
    Author,
    Document,
    Event,
    Reference,
    Relation,
    Source,
)
from dateline.model.names import Id, InputPath, Key, Kind

TARGETS = (Kind.ARTICLE, Kind.EVENT, Kind.ANNOTATION)
RELATIONS = ("after", "before", "during", "caused_by")


class Tied(Struct, frozen=True):
    """A relation whose other event is found."""

    other: Key
    by: Duration | None
    by_written: str
    span: Span


class Cited(Struct, frozen=True):
    """A source, and the article that it means, if it means one that is there."""

    source: Source
    article: Key | None


class Byline(Struct, frozen=True):
    """An author: a name, and the person where there is a page for them."""

    name: str
    person: Key | None = None


class Links(Struct, frozen=True):
    """What the front matter of a document leads to; every list in the author's order."""

    target: Key | None = None
    authors: tuple[Byline, ...] = ()
    events: tuple[Key, ...] = ()
    people: tuple[Key, ...] = ()
    organisations: tuple[Key, ...] = ()
    places: tuple[Key, ...] = ()
    related: tuple[Key, ...] = ()
    threads: tuple[Id, ...] = ()
    after: tuple[Tied, ...] = ()
    before: tuple[Tied, ...] = ()
    during: tuple[Tied, ...] = ()
    caused_by: tuple[Tied, ...] = ()
    sources: tuple[Cited, ...] = ()
    accounts: tuple[tuple[Cited, ...], ...] = ()
    """The sources of each account."""
    revisions: "tuple[Links, ...]" = ()

    def all_keys(self) -> frozenset[Key]:
        """Every document that is referred to."""
        plain = (*self.events, *self.people, *self.organisations, *self.places, *self.related)
        ties = (*self.after, *self.before, *self.during, *self.caused_by)
        cited = (*self.sources, *(one for account in self.accounts for one in account))
        found = {*plain, *(tie.other for tie in ties)}
        found |= {one.article for one in cited if one.article}
        found |= {author.person for author in self.authors if author.person}
        found |= {key for revision in self.revisions for key in revision.all_keys()}
        return frozenset(found | {self.target} if self.target else found)


class Resolver:
    """Looks up the references of one document and keeps what is wrong with them."""

    def __init__(self, document: Document, names: Catalogue, threads: Sequence[Id]) -> None:
        self.key = document.head.key
        self.path: InputPath = document.head.path
        self.names = names
        self.threads = threads
        self.found: list[Diagnostic] = []

    def one(self, reference: Reference, kinds: Sequence[Kind]) -> Key | None:
        """The document that is meant."""
        result = look_up(reference.written, kinds, Place(self.path, reference.span), self.names)
        if result.problem:
            self.found.append(result.problem)
        return result.key

    def all(self, references: Sequence[Reference], kind: Kind) -> tuple[Key, ...]:
        """The documents that are meant, each once."""
        keys = (self.one(reference, (kind,)) for reference in references)
        return tuple(dict.fromkeys(key for key in keys if key))

    def others(self, references: Sequence[Reference]) -> tuple[Key, ...]:
        """Events other than this one itself."""
        keys = [(self.one(reference, (Kind.EVENT,)), reference.span) for reference in references]
        return tuple(dict.fromkeys(key for key, span in keys if key and self._not_self(key, span)))

    def ties(self, relations: Sequence[Relation]) -> tuple[Tied, ...]:
        """The relations whose other event is there."""
        found = []
        for relation in relations:
            other = self.one(relation.event, (Kind.EVENT,))
            if other and self._not_self(other, relation.event.span):
                found.append(Tied(other, relation.by, relation.by_written, relation.event.span))
        return tuple(found)

    def cited(self, sources: Sequence[Source]) -> tuple[Cited, ...]:
        """Sources with their articles; one whose article is not there is left out."""
        pairs = [(one, self.one(one.article, (Kind.ARTICLE,)) if one.article else None) for one in sources]
        return tuple(Cited(one, key) for one, key in pairs if key or one.article is None)

    def lanes(self, references: Sequence[Reference]) -> tuple[Id, ...]:
        """Threads that stand in the config."""
        kept = []
        for reference in references:
            if reference.written in self.threads:
                kept.append(Id(reference.written))
                continue
            known = ", ".join(self.threads) or "none"
            hint = did_you_mean(reference.written, self.threads) or f"threads of config.yaml: {known}"
            message = f'no thread "{reference.written}"'
            self.found.append(diagnostic("unknown-thread", message, Place(self.path, reference.span), hint))
        return tuple(dict.fromkeys(kept))

    def bylines(self, authors: Sequence[Author]) -> tuple[Byline, ...]:
        """Authors: a reference to a person where there is such a person, else a name."""
        found = []
        for author in authors:
            written = author.written
            if written.startswith("people/"):
                key = self.one(Reference(written, author.span), (Kind.PERSON,))
            else:
                key = Key(Kind.PERSON, Id(written))
                key = key if key in self.names.documents and key not in self.names.hidden else None
            name = self.names.documents[key].head.title if key else written.removeprefix("people/")
            found.append(Byline(name, key))
        return tuple(found)

    def _not_self(self, key: Key, span: Span) -> bool:
        if key == self.key:
            message = f'"{key}" is related to itself'
            hint = "name another event, or remove the reference"
            self.found.append(diagnostic("self-reference", message, Place(self.path, span), hint))
        return key != self.key


def links(document: Document, names: Catalogue, threads: Sequence[Id]) -> tuple[Links, tuple[Diagnostic, ...]]:
    """What a document's front matter leads to, and which of its references lead nowhere."""
    resolver = Resolver(document, names, threads)
    match document:
        case Article():
            made = Links(
                authors=resolver.bylines(document.authors),
                events=resolver.all(document.events, Kind.EVENT),
                threads=resolver.lanes(document.threads),
            )
        case Annotation():
            made = Links(
                target=_target(document, resolver),
                authors=resolver.bylines(document.authors),
                events=resolver.all(document.events, Kind.EVENT),
                sources=resolver.cited(document.sources),
            )
        case Event():
            made = _event(document, resolver)
            past = tuple(_event(revision.event, resolver) for revision in document.revisions)
            made = structs.replace(made, revisions=past)
        case _:
            made = Links()
    return made, tuple(resolver.found)


def _target(annotation: Annotation, resolver: Resolver) -> Key | None:
    key = resolver.one(annotation.target, TARGETS)
    if key == resolver.key:
        message = f'"{key}" is a note on itself'
        place = Place(resolver.path, annotation.target.span)
        resolver.found.append(diagnostic("self-reference", message, place, "name another document as `target`"))
        return None
    return key


def _event(event: Event, resolver: Resolver) -> Links:
    return Links(
        people=resolver.all(event.people, Kind.PERSON),
        organisations=resolver.all(event.organisations, Kind.ORGANISATION),
        places=resolver.all(event.places, Kind.PLACE),
        related=resolver.others(event.related),
        threads=resolver.lanes(event.threads),
        after=resolver.ties(event.after),
        before=resolver.ties(event.before),
        during=resolver.ties(event.during),
        caused_by=resolver.ties(event.caused_by),
        sources=resolver.cited(event.sources),
        accounts=tuple(resolver.cited(account.sources) for account in event.accounts),
    )


def all_cited(links: Links) -> tuple[Cited, ...]:
    """The sources of a document, those of its accounts counted on."""
    return (*links.sources, *(one for account in links.accounts for one in account))


def roots(targets: Mapping[Key, Key | None]) -> Mapping[Key, Key | None]:
    """The document at whose page each annotation stands: its target, or that of the note that it answers.

    `None` where the target is not there, or where notes answer each other in a circle.
    """
    found: dict[Key, Key | None] = {}
    for start in sorted(targets):
        chain, last = {start: None}, start
        while last not in found:
            target = targets[last]
            if target is None or target in chain:
                found[last] = None
            elif target.kind is Kind.ANNOTATION and target in targets:
                chain[target] = None
                last = target
            else:
                found[last] = target if target.kind is not Kind.ANNOTATION else None
        for key in chain:
            found[key] = found[last]
    return found
