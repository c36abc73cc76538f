"""From documents to the story: folds over all documents without their words.

`tell` sees no word of any body, so that an edit of a body changes nothing that it makes (`dateline.speaking` does).
"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, structs

from dateline.chronology.network import Chronology
from dateline.chronology.network import chronology as make_chronology
from dateline.chronology.ties import Happening, Relating, Tie
from dateline.dates.date import Bounds, Date
from dateline.kernel.diagnostics import Diagnostic, Place, Related, Span, diagnostic
from dateline.linking.addresses import Spot
from dateline.linking.answers import Answer, Atlas, answer, atlas, file_answer
from dateline.linking.backlinks import referring
from dateline.linking.catalogue import Catalogue, catalogue, with_hidden
from dateline.linking.quotes import Guard
from dateline.linking.references import Links, all_cited, links
from dateline.model.body import Body
from dateline.model.documents import Annotation, Article, Document, Entity, Event, Image, Quote
from dateline.model.names import Address, Id, InputPath, Key, Kind
from dateline.model.settings import Settings
from dateline.placing import Placing, media_address, navigation, place_all
from dateline.reading.documents import document_key
from dateline.selection import Selection, first_published, left_out, select
from dateline.story import Medium
from dateline.telling import tell as tell_problems

TYING: tuple[Relating, ...] = ("after", "before", "during", "caused_by")


class Telling(Struct, frozen=True):
    """All that the story is told from, besides the words of bodies."""

    bare: Mapping[InputPath, Document | None]
    """Every document's file, and the document without its words."""
    sizes: Mapping[InputPath, tuple[int | None, int | None]]
    """Every other file, and the width and height of those that are images."""
    settings: Settings


class Asked(Struct, frozen=True):
    """What is wrong with a question of a body; where the body asks it is known to the body alone."""

    path: InputPath
    file: bool
    """Whether it is one of the body's files, else one of its links."""
    number: int
    problem: Diagnostic


class Wish(Struct, frozen=True):
    """A quote to look for in the words of a document, or a note on the whole of it."""

    owner: Key
    source: int | None
    quote: Quote
    path: InputPath
    """The owner's file."""
    whole: bool = False


class Told(Struct, frozen=True):
    """The story without the words of bodies; every field is a part of it, see `dateline.story.Story`."""

    documents: Mapping[Key, Document]
    links: Mapping[Key, Links]
    answers: Mapping[Key, tuple[Answer, ...]]
    files: Mapping[Key, tuple[InputPath | None, ...]]
    images: Mapping[Key, InputPath]
    media: Mapping[InputPath, Medium]
    spots: Mapping[Key, Spot]
    roots: Mapping[Key, Key | None]
    dates: Mapping[str, Date]
    bounds: Mapping[str, Bounds]
    known_after_previous: tuple[bool | None, ...]
    order: tuple[Key, ...]
    order_index: Mapping[Key, int]
    nav: tuple[tuple[str, Spot | None, str], ...]
    kinds: Mapping[Kind, tuple[Key, ...]]
    notes: Mapping[Key, tuple[Key, ...]]
    led_to: Mapping[Key, tuple[Key, ...]]
    known: Mapping[Key, Date | None]
    events_with: Mapping[Key, tuple[Key, ...]]
    resting_on: Mapping[Key, tuple[Key, ...]]
    referring: Mapping[Key, tuple[Key, ...]]
    """What refers to each document, by key."""
    wishes: Mapping[Key, tuple[Wish, ...]]
    """By target."""
    guard: Guard
    aliases: Mapping[Address, Key]
    shown_files: tuple[InputPath, ...]
    kept_back: tuple[InputPath, ...]
    asked: tuple[Asked, ...]
    found: tuple[Diagnostic, ...]


class _Folds(Struct, frozen=True):
    """What the folds over all documents make."""

    names: Catalogue
    doubled: tuple[Diagnostic, ...]
    selected: Selection
    media: Mapping[InputPath, Medium]
    linked: "Linked"
    placed: Placing
    where: Atlas
    answered: "Answered"
    ordered: "Ordered"


def _folds(telling: Telling) -> _Folds:
    settings = telling.settings
    names, doubled = _catalogue(telling.bare)
    selected = select(names, settings)
    names = with_hidden(names, selected.hidden)
    media = {path: Medium(media_address(path), *size) for path, size in telling.sizes.items()}
    linked = link_all(selected.documents, names, settings)
    placed = place_all(selected.documents, linked.targets)
    where = atlas(placed.spots, {path: one.address for path, one in media.items()}, placed.aliases)
    answered = answer_all(selected.documents, names, where)
    ordered = chronicle(selected.documents, linked.links, settings)
    return _Folds(names, doubled, selected, media, linked, placed, where, answered, ordered)


def tell(telling: Telling) -> Told:
    """The story without its words: what refers to what, where everything stands, what happened in which order."""
    settings, made = telling.settings, _folds(telling)
    documents, links, chronology = made.selected.documents, made.linked.links, made.ordered.chronology
    answered, placed = made.answered, made.placed
    nav, lost = navigation(settings, made.names, placed.spots)
    order = tuple(Key(Kind.EVENT, Id(name)) for name in chronology.order)
    return Told(
        documents=documents,
        links=links,
        answers=answered.answers,
        files=answered.files,
        images=answered.images,
        media=made.media,
        spots=placed.spots,
        roots=placed.roots,
        dates=chronology.dates,
        bounds=chronology.bounds,
        known_after_previous=chronology.known_after_previous,
        order=order,
        order_index={key: place for place, key in enumerate(order)},
        nav=tuple((one.title, one.spot, one.url) for one in nav),
        kinds={kind: tuple(sorted(key for key in documents if key.kind is kind)) for kind in Kind},
        notes=_grouped((one.target, key) for key, one in sorted(links.items()) if one.target),
        led_to=_grouped((tie.other, key) for key in order for tie in links[key].caused_by),
        known=_known(documents, made.names),
        events_with=_grouped((one, key) for key in order for one in _who_and_where(links[key])),
        resting_on=_grouped((one.article, key) for key in order for one in all_cited(links[key]) if one.article),
        referring=referring(links, answered.answers),
        wishes=_by_target(documents, links),
        guard=Guard(names=_names(documents.values()), words=settings.anchors.words),
        aliases=dict(sorted(placed.aliases.items())),
        shown_files=answered.shown_files,
        kept_back=tuple(sorted(left_out(made.names, made.selected.hidden, made.where))),
        asked=answered.asked,
        found=(*made.doubled, *made.linked.found, *placed.found, *answered.found, *made.ordered.found, *lost),
    )


def _catalogue(bare: Mapping[InputPath, Document | None]) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """The catalogue of all documents that could be read, each id once."""
    documents: dict[Key, Document] = {}
    unread: dict[InputPath, Key] = {}
    found: list[Diagnostic] = []
    for path, document in bare.items():
        if document is None:
            key = document_key(path)
            unread |= {path: key} if isinstance(key, Key) else {}
        elif document.head.key in documents:
            found.append(_duplicate(document, documents[document.head.key]))
        else:
            documents[document.head.key] = document
    return catalogue(documents.values(), unread), tuple(found)


def _duplicate(document: Document, other: Document) -> Diagnostic:
    message = f'a second {document.head.key.kind.singular} with the id "{document.head.key.id}"'
    related = (Related(Place(other.head.path), "the first one stands here"),)
    return diagnostic(
        "duplicate-id", message, Place(document.head.path), "rename one of the two files", related=related
    )


class Linked(Struct, frozen=True):
    """What all front matter leads to."""

    links: Mapping[Key, Links]
    found: tuple[Diagnostic, ...]

    @property
    def targets(self) -> Mapping[Key, Key | None]:
        """The targets of all annotations."""
        return {key: one.target for key, one in self.links.items() if key.kind is Kind.ANNOTATION}


class Answered(Struct, frozen=True):
    """The answers to what all bodies ask."""

    answers: Mapping[Key, tuple[Answer, ...]]
    files: Mapping[Key, tuple[InputPath | None, ...]]
    images: Mapping[Key, InputPath]
    asked: tuple[Asked, ...]
    found: tuple[Diagnostic, ...]

    @property
    def shown_files(self) -> tuple[InputPath, ...]:
        """The files that these documents show or link to."""
        linked = {one.file for answers in self.answers.values() for one in answers if one.file}
        shown = {path for paths in self.files.values() for path in paths if path}
        return tuple(sorted({*shown, *linked, *self.images.values()}))


def link_all(documents: Mapping[Key, Document], names: Catalogue, settings: Settings) -> Linked:
    """What the front matter of every document leads to."""
    threads = [thread.id for thread in settings.threads]
    made: dict[Key, Links] = {}
    found: list[Diagnostic] = []
    for key, document in documents.items():
        made[key], problems = links(document, names, threads)
        found += problems
        names = _weary(names, len(found))
    return Linked(made, tuple(found))


def answer_all(documents: Mapping[Key, Document], names: Catalogue, atlas: Atlas) -> Answered:
    """Every question of every body answered."""
    answers: dict[Key, tuple[Answer, ...]] = {}
    files: dict[Key, tuple[InputPath | None, ...]] = {}
    images: dict[Key, InputPath] = {}
    found: list[Diagnostic] = []
    asked: list[Asked] = []
    for key, document in documents.items():
        head, body = document.head, document.body
        given = [answer(document, link, names, atlas) for link in body.links]
        shown = [file_answer(head.path, file, atlas) for file in body.files]
        image = _image(document)
        if image:
            path, problems = file_answer(head.path, image.src, atlas)
            found += problems
            images |= {key: path} if path else {}
        for file, told in ((False, given), (True, shown)):
            asked += [Asked(head.path, file, at, one) for at, (_, all_of) in enumerate(told) for one in all_of]
        answers[key] = tuple(one for one, _ in given)
        files[key] = tuple(path for path, _ in shown)
        names = _weary(names, len(found) + len(asked))
    return Answered(answers, files, images, tuple(asked), tuple(found))


def located(asked: Iterable[Asked], bodies: Mapping[InputPath, Body]) -> Iterator[Diagnostic]:
    """What is wrong with questions of bodies, at the place where each is asked."""
    for one in asked:
        body = bodies[one.path]
        span = (body.files if one.file else body.links)[one.number].span
        yield structs.replace(one.problem, place=Place(one.path, span))


MANY = 300
"""So many mistakes come with the names that may have been meant."""


def _weary(names: Catalogue, mistakes: int) -> Catalogue:
    return structs.replace(names, guesses=False) if names.guesses and mistakes > MANY else names


def _image(document: Document) -> Image | None:
    return document.image if isinstance(document, Article | Event | Entity) else None


class Ordered(Struct, frozen=True):
    """The events in order."""

    chronology: Chronology
    found: tuple[Diagnostic, ...]


def chronicle(documents: Mapping[Key, Document], made: Mapping[Key, Links], settings: Settings) -> Ordered:
    """The events in order, and what contradicts itself."""
    events: dict[str, Event] = {key.id: one for key, one in documents.items() if isinstance(one, Event)}
    happenings = [Happening(name, one.date.date if one.date else None) for name, one in sorted(events.items())]
    ties: list[Tie] = []
    spans: list[Span] = []
    for key, one in sorted(made.items()):
        for kind in TYING:
            for tied in getattr(one, kind):
                ties.append(Tie(kind, key.id, tied.other.id, tied.by, len(ties)))
                spans.append(tied.span)
    chronology = make_chronology(happenings, ties, settings.timezone)
    return Ordered(chronology, tell_problems(chronology.problems, events, spans))


def _by_target(documents: Mapping[Key, Document], made: Mapping[Key, Links]) -> Mapping[Key, tuple[Wish, ...]]:
    """The quotes to look for, by the document to look in; what is on the whole of one comes last."""
    wishes: dict[Key, list[Wish]] = {}
    wholes: dict[Key, list[Wish]] = {}
    for key, document in documents.items():
        path, links = document.head.path, made[key]
        if isinstance(document, Annotation) and links.target:
            if document.quote:
                wishes.setdefault(links.target, []).append(Wish(key, None, document.quote, path))
            else:
                whole = Wish(key, None, Quote("", document.target.span), path, whole=True)
                wholes.setdefault(links.target, []).append(whole)
        for number, cited in enumerate(all_cited(links)):
            if cited.article and cited.source.quote:
                wishes.setdefault(cited.article, []).append(Wish(key, number, cited.source.quote, path))
    return {key: (*wishes.get(key, ()), *wholes.get(key, ())) for key in sorted({*wishes, *wholes}) if key in documents}


def _names(documents: Iterable[Document]) -> tuple[str, ...]:
    """The words of all names of people, organisations and places; where a script has capitals, those with one."""
    names = (name for one in documents if isinstance(one, Entity) for name in (one.head.title, *one.also_known_as))
    words = {word.strip(".,;:'’\"()") for name in names for word in name.split()}
    return tuple(sorted(word for word in words if word and not word[:1].islower()))


def _known(documents: Mapping[Key, Document], names: Catalogue) -> Mapping[Key, Date | None]:
    events = {key: one for key, one in documents.items() if isinstance(one, Event)}
    return {key: one.known.date if one.known else first_published(one, names) for key, one in events.items()}


def _who_and_where(links: Links) -> tuple[Key, ...]:
    return (*links.people, *links.organisations, *links.places)


def _grouped(pairs: Iterable[tuple[Key, Key]]) -> Mapping[Key, tuple[Key, ...]]:
    """For each first of the pairs its seconds, in their order, each once."""
    found: dict[Key, dict[Key, None]] = {}
    for first, second in pairs:
        found.setdefault(first, {})[second] = None
    return {key: tuple(seconds) for key, seconds in found.items()}
