"""From documents to the story: each fold over all documents, and the quotes looked for in between."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, structs

from dateline.chronology.network import Chronology
from dateline.chronology.network import chronology as make_chronology
from dateline.chronology.ties import Happening, Relating, Tie
from dateline.dates.date import Date
from dateline.kernel.call import Call
from dateline.kernel.diagnostics import Diagnostic, Span
from dateline.linking.answers import Answer, Atlas, answer, file_answer
from dateline.linking.backlinks import backlinks
from dateline.linking.catalogue import Catalogue
from dateline.linking.judged import judge
from dateline.linking.prose import Filled, fill
from dateline.linking.quotes import AnchorTask, Guard, Selector, anchor_all
from dateline.linking.references import Links, all_cited, links
from dateline.model.anchors import Whole
from dateline.model.documents import Annotation, Article, Document, Entity, Event, Image, Quote
from dateline.model.names import Id, InputPath, Key, Kind
from dateline.model.settings import Settings
from dateline.placing import NavPlace, Placing
from dateline.selection import first_published
from dateline.story import Anchored, Medium, Story
from dateline.surveying import grouped, surveyed
from dateline.telling import tell

TYING: tuple[Relating, ...] = ("after", "before", "during", "caused_by")


class Linked(Struct, frozen=True):
    """What all front matter leads to."""

    links: Mapping[Key, Links]
    found: tuple[Diagnostic, ...]

    @property
    def targets(self) -> Mapping[Key, Key | None]:
        """The targets of all annotations."""
        return {key: one.target for key, one in self.links.items() if key.kind is Kind.ANNOTATION}


class Answered(Struct, frozen=True):
    """All bodies with their questions answered."""

    answers: Mapping[Key, tuple[Answer, ...]]
    files: Mapping[Key, tuple[InputPath | None, ...]]
    images: Mapping[Key, InputPath]
    filled: Mapping[Key, Filled]
    found: tuple[Diagnostic, ...]

    @property
    def shown_files(self) -> frozenset[InputPath]:
        """The files that these documents show or link to."""
        linked = {one.file for answers in self.answers.values() for one in answers if one.file}
        return (
            frozenset(path for paths in self.files.values() for path in paths if path)
            | linked
            | {*self.images.values()}
        )


class Quoted(Struct, frozen=True):
    """All quotes, and where they stand."""

    quotes: tuple[Anchored, ...]
    found: tuple[Diagnostic, ...]


def link_all(documents: Mapping[Key, Document], names: Catalogue, settings: Settings) -> Linked:
    """What the front matter of every document leads to."""
    threads = [thread.id for thread in settings.threads]
    made: dict[Key, Links] = {}
    found: list[Diagnostic] = []
    for key, document in documents.items():
        made[key], problems = links(document, names, threads)
        found += problems
        names = _weary(names, found)
    return Linked(made, tuple(found))


def answer_all(documents: Mapping[Key, Document], names: Catalogue, atlas: Atlas) -> Answered:
    """Every body's questions answered."""
    answers: dict[Key, tuple[Answer, ...]] = {}
    files: dict[Key, tuple[InputPath | None, ...]] = {}
    images: dict[Key, InputPath] = {}
    filled: dict[Key, Filled] = {}
    found: list[Diagnostic] = []
    for key, document in documents.items():
        given = [answer(document, link, names, atlas) for link in document.body.links]
        shown = [file_answer(document.head.path, file, atlas) for file in document.body.files]
        image = _image(document)
        if image:
            path, problems = file_answer(document.head.path, image.src, atlas)
            found += problems
            images |= {key: path} if path else {}
        found += [problem for _, problems in (*given, *shown) for problem in problems]
        answers[key] = tuple(one for one, _ in given)
        files[key] = tuple(path for path, _ in shown)
        filled[key] = fill(document.body, answers[key])
        names = _weary(names, found)
    return Answered(answers, files, images, filled, tuple(found))


MANY = 300
"""So many mistakes come with the names that may have been meant."""


def _weary(names: Catalogue, found: Sequence[Diagnostic]) -> Catalogue:
    return structs.replace(names, guesses=False) if names.guesses and len(found) > MANY else names


def _image(document: Document) -> Image | None:
    return document.image if isinstance(document, Article | Event | Entity) else None


class Ordered(Struct, frozen=True):
    """The events in order."""

    chronology: Chronology
    found: tuple[Diagnostic, ...]


class _Wish(Struct, frozen=True):
    """A quote to look for."""

    owner: Key
    source: int | None
    target: Key
    quote: Quote


def anchor_quotes(
    documents: Mapping[Key, Document],
    made: Mapping[Key, Links],
    filled: Mapping[Key, Filled],
    settings: Settings,
    call: Call,
) -> Quoted:
    """Every quote looked for in the visible text of its target, those of one text together."""
    wishes: dict[Key, list[_Wish]] = {}
    for key, document in documents.items():
        for wish in _wishes(document, made[key]):
            if wish.target in filled:
                wishes.setdefault(wish.target, []).append(wish)
    guard = Guard(names=_names(documents.values()), words=settings.anchors.words)
    targets = sorted(wishes)
    tasks = [AnchorTask(filled[key].text, tuple(_selector(one.quote) for one in wishes[key]), guard) for key in targets]
    quotes: list[Anchored] = []
    found: list[Diagnostic] = []
    warn = settings.anchors.changed_meaning == "warn"
    for key, anchors in zip(targets, call(anchor_all, tasks), strict=True):
        for wish, anchor in zip(wishes[key], anchors, strict=True):
            quotes.append(Anchored(wish.owner, wish.source, key, wish.quote, anchor))
            found += judge(anchor, wish.quote, documents[wish.owner].head.path, key, warn=warn)
    return Quoted((*quotes, *_whole(documents, made)), tuple(found))


def _selector(quote: Quote) -> Selector:
    return Selector(quote.exact, quote.prefix, quote.suffix)


def _whole(documents: Mapping[Key, Document], made: Mapping[Key, Links]) -> Iterable[Anchored]:
    for key, document in documents.items():
        target = made[key].target
        if isinstance(document, Annotation) and document.quote is None and target:
            yield Anchored(key, None, target, Quote("", document.target.span), Whole())


def _wishes(document: Document, links: Links) -> Iterable[_Wish]:
    key = document.head.key
    if isinstance(document, Annotation) and document.quote and links.target:
        yield _Wish(key, None, links.target, document.quote)
    for number, cited in enumerate(all_cited(links)):
        if cited.article and cited.source.quote:
            yield _Wish(key, number, cited.article, cited.source.quote)


def _names(documents: Iterable[Document]) -> tuple[str, ...]:
    """The words of all names of people, organisations and places; where a script has capitals, those with one."""
    names = (name for one in documents if isinstance(one, Entity) for name in (one.head.title, *one.also_known_as))
    words = {word.strip(".,;:'’\"()") for name in names for word in name.split()}
    return tuple(sorted(word for word in words if word and not word[:1].islower()))


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
    return Ordered(chronology, tell(chronology.problems, events, spans))


class Parts(Struct, frozen=True):
    """All that a story is assembled from."""

    settings: Settings
    names: Catalogue
    documents: Mapping[Key, Document]
    media: Mapping[InputPath, Medium]
    linked: Linked
    placed: Placing
    answered: Answered
    quoted: Quoted
    ordered: Ordered
    nav: tuple[NavPlace, ...]


def assemble(parts: Parts) -> Story:
    """The story, with what many pages ask of it cut once."""
    documents, links, placed, answered = parts.documents, parts.linked.links, parts.placed, parts.answered
    quotes, chronology = parts.quoted.quotes, parts.ordered.chronology
    order = tuple(Key(Kind.EVENT, Id(name)) for name in chronology.order)
    told = Story(
        settings=parts.settings,
        documents=documents,
        links=links,
        answers=answered.answers,
        files=answered.files,
        images=answered.images,
        media=parts.media,
        filled=answered.filled,
        spots=placed.spots,
        roots=placed.roots,
        quotes=_by_target(quotes),
        chronology=chronology,
        order=order,
        nav=tuple((one.title, one.spot, one.url) for one in parts.nav),
        order_index={key: place for place, key in enumerate(order)},
        backlinks=backlinks(links, {key: filled.mentions for key, filled in answered.filled.items()}),
        kinds={kind: tuple(sorted(key for key in documents if key.kind is kind)) for kind in Kind},
        notes=grouped((one.target, key) for key, one in sorted(links.items()) if one.target),
        anchors={one.owner: one for one in quotes if one.source is None},
        cited=_cited(quotes),
        led_to=grouped((tie.other, key) for key in order for tie in links[key].caused_by),
        known=_known(documents, parts.names),
        events_with=grouped((one, key) for key in order for one in _who_and_where(links[key])),
        resting_on=grouped((one.article, key) for key in order for one in all_cited(links[key]) if one.article),
    )
    return surveyed(told)


def _known(documents: Mapping[Key, Document], names: Catalogue) -> Mapping[Key, Date | None]:
    events = {key: one for key, one in documents.items() if isinstance(one, Event)}
    return {key: one.known.date if one.known else first_published(one, names) for key, one in events.items()}


def _who_and_where(links: Links) -> tuple[Key, ...]:
    return (*links.people, *links.organisations, *links.places)


def _by_target(quotes: Iterable[Anchored]) -> Mapping[Key, tuple[Anchored, ...]]:
    found: dict[Key, list[Anchored]] = {}
    for one in quotes:
        found.setdefault(one.target, []).append(one)
    return {key: tuple(ones) for key, ones in found.items()}


def _cited(quotes: Iterable[Anchored]) -> Mapping[Key, Mapping[int, Anchored]]:
    found: dict[Key, dict[int, Anchored]] = {}
    for one in quotes:
        if one.source is not None:
            found.setdefault(one.owner, {})[one.source] = one
    return found
