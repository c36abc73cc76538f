"""One file to one document: decoded, split, its fields read by their table, its body by the Markdown parser.

Whatever can be read is read, so that all that is wrong is told at once; a document that lacks what it cannot be made
without is none. Nothing here knows another document.
"""

import re

import msgspec
from msgspec import Struct

from dateline.dates import edtf
from dateline.dates.date import Date
from dateline.kernel.diagnostics import START, Checked, Diagnostic, Place, Span, diagnostic, in_order
from dateline.model.body import Body, Time
from dateline.model.documents import (
    Annotation,
    Article,
    Dated,
    Document,
    Entity,
    Event,
    FreePage,
    Head,
    Revision,
)
from dateline.model.names import InputPath, Key, Kind
from dateline.reading import fields
from dateline.reading.decoding import decode
from dateline.reading.frontmatter import Split, split
from dateline.reading.identity import document_key, look_alikes, titles_turned
from dateline.reading.markdown import BodyTask, read_body
from dateline.reading.records import quote_of
from dateline.reading.tables import Answers, Field, read_table
from dateline.reading.values import Reader, Vocabulary
from dateline.reading.when import check_time
from dateline.reading.yaml_nodes import Mapping, Node, Sequence, read_yaml

__all__ = ["DocumentTask", "document_key", "read_document"]


class DocumentTask(Struct, frozen=True):
    """A document to be read: its bytes, and what reading needs of the site's settings."""

    path: InputPath
    data: bytes
    zone: str
    """The site's time zone: dates without a zone are local to it."""
    html: bool
    """Whether raw HTML in the body is kept, sanitised."""
    types: tuple[str, ...]
    """The types that an annotation can have."""
    scale: tuple[str, ...]
    """The ratings that a verdict can have."""


def read_document(task: DocumentTask) -> Checked[Document]:
    """The document in a file, if one can be made of it, and everything that is wrong with the file."""
    key = document_key(task.path)
    named = look_alikes(key, task.path) if isinstance(key, Key) else (key,)
    text = decode(task.data, task.path)
    if text.value is None:
        return Checked(None, (*named, *text.found))
    parts = _parts(text.value, key, task.path)
    if parts.value is None:
        return Checked(None, (*named, *parts.found))
    reader = Reader(task.path, text.value, task.zone, Vocabulary(task.types, task.scale))
    body = _body(parts.value, key, task, reader)
    document = _document(parts.value, key, body, reader)
    return Checked(document, in_order([*named, *reader.found]))


def _parts(text: str, key: Key | Diagnostic, path: str) -> Checked[Split]:
    """The introduction on the home page needs no field, so it needs no front matter."""
    parts = split(text, path)
    bare = isinstance(key, Key) and key.kind is Kind.INDEX and text.strip() and not text.startswith("---")
    return Checked(Split("", 0, 0)) if bare else parts


def _fragment_name(key: Key) -> str:
    """What keeps the footnotes of a note apart from those of the document whose page it stands on."""
    return f"note-{key.id}" if key.kind is Kind.ANNOTATION else key.id


def _body(parts: Split, key: Key | Diagnostic, task: DocumentTask, reader: Reader) -> Body:
    name = _fragment_name(key) if isinstance(key, Key) else "document"
    text = _FORBIDDEN.sub(_LEFT_OUT, reader.text)
    body, found = read_body(BodyTask(task.path, text, parts.body, task.html, name))
    reader.found.extend(found)
    if text != reader.text:
        body = _without_forbidden(body, parts.body, reader)
    for piece in body.pieces:
        if isinstance(piece, Time):
            check_time(piece.edtf, piece.span, reader)
    return body


_FORBIDDEN = re.compile("[\x01-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that XML 1.0 or HTML do not allow."""
_LEFT_OUT = "\ufdd0"
"""Stands for them while a body is read, so that places stay what they are: no text may hold it either."""


def _without_forbidden(body: Body, start: int, reader: Reader) -> Body:
    at = [found.start() for found in _FORBIDDEN.finditer(reader.text, start)]
    if at:
        place = Place(reader.path, Span(at[0], at[0] + 1))
        message = f"{len(at)} control characters in the text were left out"
        reader.found.append(diagnostic("control-characters", message, place, "remove them: nobody can see them"))
    return msgspec.json.decode(msgspec.json.encode(body).replace(_LEFT_OUT.encode(), b""), type=Body)


def _document(parts: Split, key: Key | Diagnostic, body: Body, reader: Reader) -> Document | None:
    line = reader.text.count("\n", 0, parts.start) + 1
    read = read_yaml(parts.block, reader.path, parts.start, line=line)
    reader.found.extend(read.found)
    if read.value is None or isinstance(key, Diagnostic):
        if read.value is not None:
            _only_check(read.value, reader)
        return None
    said = read_table(read.value, fields.TABLES[key.kind], reader)
    return _made(said, key, body, reader)


def _only_check(mapping: Mapping, reader: Reader) -> None:
    """Fields of a file that can be no document: its folder still tells its kind."""
    folder = reader.path.removeprefix("content/").split("/")[0]
    kind = next((kind for kind in fields.TABLES if kind.value == folder), None)
    if kind:
        read_table(mapping, fields.TABLES[kind], reader)


def _made(said: Answers, key: Key, body: Body, reader: Reader) -> Document | None:
    match key.kind:
        case Kind.ARTICLE:
            return _article(said, key, body, reader)
        case Kind.ANNOTATION:
            return _annotation(said, key, body, reader)
        case Kind.EVENT:
            return _event_now(said, key, body, reader)
        case Kind.PERSON | Kind.ORGANISATION | Kind.PLACE:
            return _entity(said, key, body, reader)
        case Kind.PAGE | Kind.INDEX:
            return FreePage(_head(said, key, reader), body, said.get(fields.NAV_FIELD))


def _head(said: Answers, key: Key, reader: Reader, title: Field[str] = fields.TITLE) -> Head:
    """A required title that is missing has been told of; the id stands in for it, so that reading goes on."""
    needed = not said.complete and not said.get(title)
    words, span = said.get(title), said.span(title)
    if words:
        reader.found.extend(titles_turned(words, reader.path, span))
    return Head(
        key,
        InputPath(reader.path),
        words or (key.id if needed else ""),
        span,
        summary=said.get(fields.SUMMARY),
        slug=said.get(fields.SLUG_FIELD),
        slug_span=said.span(fields.SLUG_FIELD) if said.get(fields.SLUG_FIELD) else None,
        aliases=said.all(fields.ALIASES),
        draft=said.get(fields.DRAFT) or False,
        extra=tuple(said.own),
    )


def _article(said: Answers, key: Key, body: Body, reader: Reader) -> Article:
    return Article(
        _head(said, key, reader),
        body,
        said.get(fields.PUBLISHED) or _undated(reader),
        updated=said.get(fields.UPDATED),
        authors=said.all(fields.AUTHORS),
        publisher=said.get(fields.PUBLISHER),
        url=said.get(fields.URL_FIELD),
        archive_url=said.get(fields.ARCHIVE_URL),
        language=said.get(fields.LANGUAGE_FIELD),
        tags=_distinct(said.all(fields.TAGS)),
        threads=said.all(fields.THREADS),
        events=said.all(fields.EVENTS),
        image=said.get(fields.PICTURE),
        licence=said.get(fields.LICENCE),
    )


def _undated(reader: Reader) -> Dated:
    """What stands in for a date that is missing, of which the author has been told."""
    date = edtf.parse("XXXX", reader.zone)
    assert isinstance(date, Date)  # noqa: S101 - EDTF's own way to write it
    return Dated(date, START)


def _distinct(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _annotation(said: Answers, key: Key, body: Body, reader: Reader) -> Annotation | None:
    target = said.get(fields.TARGET)
    head = _head(said, key, reader)
    quote = quote_of(said, reader)
    if target is None:
        return None
    return Annotation(
        head,
        body,
        target,
        quote,
        type=said.get(fields.TYPE) or "context",
        authors=said.all(fields.AUTHORS),
        date=said.get(fields.DATE_WRITTEN),
        events=said.all(fields.EVENTS),
        sources=said.all(fields.SOURCES_FIELD),
        tags=_distinct(said.all(fields.TAGS)),
        verdict=said.get(fields.VERDICT_FIELD),
    )


def _event_now(said: Answers, key: Key, body: Body, reader: Reader) -> Event:
    if not said.has(fields.DATE_OF) and not any(map(_gives_date, (said.nodes.get("after"), said.nodes.get("before")))):
        hint = f"add a line `date: {fields.DATE_OF.example}`, or a `by` to one of `after` and `before`"
        reader.say("missing-date", "an event needs a date, or a relation that gives one", START, hint)
    past = tuple(_revision(one, key, reader) for one in said.all(fields.REVISIONS))
    revisions = tuple(one for one in past if one)
    _check_order(revisions, reader)
    return _event(said, _head(said, key, reader), body, revisions)


def _gives_date(node: Node | None) -> bool:
    """Whether a relation has a `by`, readable or not."""
    match node:
        case Sequence():
            return any(map(_gives_date, node.items))
        case Mapping():
            return any(entry.key.text == "by" for entry in node.entries)
        case _:
            return False


def _event(said: Answers, head: Head, body: Body, revisions: tuple[Revision, ...]) -> Event:
    return Event(
        head,
        body,
        date=said.get(fields.DATE_OF),
        as_said=said.get(fields.AS_SAID),
        known=said.get(fields.KNOWN),
        status=said.get(fields.STATUS_FIELD) or "confirmed",
        after=said.all(fields.AFTER),
        before=said.all(fields.BEFORE),
        during=said.all(fields.DURING),
        caused_by=said.all(fields.CAUSED_BY),
        related=said.all(fields.RELATED),
        people=said.all(fields.PEOPLE),
        organisations=said.all(fields.ORGANISATIONS),
        places=said.all(fields.PLACES),
        threads=said.all(fields.THREADS),
        tags=_distinct(said.all(fields.TAGS)),
        sources=said.all(fields.SOURCES_FIELD),
        accounts=said.all(fields.ACCOUNTS_FIELD),
        importance=said.get(fields.IMPORTANCE) or 2,
        image=said.get(fields.PICTURE),
        revisions=revisions,
    )


def _revision(past: fields.Past, key: Key, reader: Reader) -> Revision | None:
    known = past.said.get(fields.KNOWN)
    if known is None:
        return None
    given = tuple(name for name in past.said.values if name != fields.KNOWN.name)
    event = _event(past.said, _head(past.said, key, reader), Body(), ())
    return Revision(known, past.span, given, event)


def _check_order(revisions: tuple[Revision, ...], reader: Reader) -> None:
    latest: Dated | None = None
    for one in revisions:
        begins = one.known.date.stated.earliest
        before = latest.date.stated.earliest if latest else None
        if latest and begins is not None and before is not None and begins < before:
            message = f'"{one.known.date.edtf}" stands behind "{latest.date.edtf}", but is earlier'
            reader.say("invalid-field", message, one.known.span, "put the revisions in order, the newest last")
        latest = one.known


def _entity(said: Answers, key: Key, body: Body, reader: Reader) -> Entity:
    latitude, longitude = said.get(fields.LATITUDE), said.get(fields.LONGITUDE)
    for one, other in ((fields.LATITUDE, fields.LONGITUDE), (fields.LONGITUDE, fields.LATITUDE)):
        if said.has(one) and not said.has(other):
            message = f'"{one.name}" stands without "{other.name}"'
            reader.say("invalid-field", message, said.keys[one.name], f"add a line `{other.name}: {other.example}`")
    both = latitude is not None and longitude is not None
    return Entity(
        _head(said, key, reader, fields.NAME),
        body,
        also_known_as=_distinct(said.all(fields.ALSO_KNOWN_AS)),
        role=said.get(fields.ROLE),
        wikidata=said.get(fields.WIKIDATA),
        same_as=_distinct(said.all(fields.SAME_AS)),
        image=said.get(fields.PICTURE),
        latitude=latitude if both else None,
        longitude=longitude if both else None,
    )
