"""Which documents a build shows: drafts only when asked for, and, as of a time, only what was there by then."""

from collections.abc import Mapping

from msgspec import Struct, structs

from dateline.dates.date import Date
from dateline.linking.answers import Atlas, file_answer, file_of_link
from dateline.linking.catalogue import Catalogue, only
from dateline.linking.references import TARGETS
from dateline.model.documents import Annotation, Article, Dated, Document, Event, Revision
from dateline.model.names import InputPath, Key, Kind
from dateline.model.settings import Settings

HEAD_FIELDS = frozenset({"title", "summary", "slug", "aliases", "draft"})
"""Fields of an event that stand in its head."""


class Selection(Struct, frozen=True):
    """What is shown, and what is not."""

    documents: Mapping[Key, Document]
    hidden: Mapping[Key, str]
    """Why a document is left out: `draft` or `later`."""


def select(names: Catalogue, settings: Settings) -> Selection:
    """The documents that a build with these settings shows; a note on what is left out is left out too."""
    hidden: dict[Key, str] = {}
    shown: dict[Key, Document] = {}
    for key, document in sorted(names.documents.items()):
        if document.head.draft and not settings.drafts:
            hidden[key] = "draft"
            continue
        then = document if settings.as_of is None else as_it_stood(document, names, settings.as_of)
        if then is None:
            hidden[key] = "later"
        else:
            shown[key] = then
    _hide_notes(names, shown, hidden)
    return Selection({key: one for key, one in shown.items() if key not in hidden}, hidden)


def _hide_notes(names: Catalogue, shown: Mapping[Key, Document], hidden: dict[Key, str]) -> None:
    """A note follows its target; a reply the note that it answers."""
    replies: dict[Key, list[Key]] = {}
    for key, document in shown.items():
        if isinstance(document, Annotation):
            target = only(document.target.written, TARGETS, names)
            if target:
                replies.setdefault(target, []).append(key)
    waiting = list(hidden)
    while waiting:
        target = waiting.pop()
        for key in replies.get(target, ()):
            if key not in hidden:
                hidden[key] = hidden[target]
                waiting.append(key)


def as_it_stood(document: Document, names: Catalogue, when: int) -> Document | None:
    """A document as it stood at an instant, or `None` where it was not there yet."""
    match document:
        case Article():
            return document if _by(document.published, when) else None
        case Annotation():
            return document if document.date is None or _by(document.date, when) else None
        case Event():
            return _event_then(document, names, when)
        case _:
            return document


def _event_then(event: Event, names: Catalogue, when: int) -> Event | None:
    known = event.known.date if event.known else first_published(event, names)
    if known is None or (known.stated.earliest is not None and known.stated.earliest <= when):
        return event
    past = [revision for revision in event.revisions if _by(revision.known, when)]
    return structs.replace(revised(event, past[-1]), revisions=tuple(past[:-1])) if past else None


def revised(event: Event, revision: Revision) -> Event:
    """The event as a revision says it stood."""
    fields = {name: getattr(revision.event, name) for name in revision.fields if name not in HEAD_FIELDS}
    head = {name: getattr(revision.event.head, name) for name in revision.fields if name in HEAD_FIELDS}
    return structs.replace(event, **fields, known=revision.known, head=structs.replace(event.head, **head))


def first_published(event: Event, names: Catalogue) -> Date | None:
    """The earliest publication among an event's sources that are shown."""
    dates = []
    for source in event.sources:
        key = only(source.article.written, (Kind.ARTICLE,), names) if source.article else None
        article = names.documents.get(key) if key else None
        if isinstance(article, Article) and key not in names.hidden:
            dates.append(article.published.date)
    return min(dates, key=lambda date: (date.stated.earliest is not None, date.stated.earliest or 0), default=None)


def _by(dated: Dated, when: int) -> bool:
    earliest = dated.date.stated.earliest
    return earliest is None or earliest <= when


def left_out(names: Catalogue, hidden: Mapping[Key, str], where: Atlas) -> frozenset[InputPath]:
    """The files that documents use which this build leaves out."""
    found: set[InputPath | None] = set()
    for key in hidden:
        document = names.documents[key]
        for file in document.body.files:
            found.add(file_answer(document.head.path, file, where)[0])
        for link in document.body.links:
            found.add(file_of_link(link, document.head.path, where))
        image = getattr(document, "image", None)
        if image:
            found.add(file_answer(document.head.path, image.src, where)[0])
    return frozenset(path for path in found if path)
