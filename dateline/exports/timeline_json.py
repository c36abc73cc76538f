"""`data/timeline.json`: the whole story as data, version 1, exactly as the manual says.

Absent values are `null`, absent lists `[]`; ids stand alone where the key says the kind, as `kind/id` elsewhere.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from dateline.dates.date import Bounds, Date
from dateline.dates.edtf import to_second
from dateline.dates.instants import local_text
from dateline.dates.words import words as date_words
from dateline.linking.references import Byline, Cited, Tied
from dateline.model.anchors import Anchor, place, state
from dateline.model.documents import Dated, Entity, Event, Image, Quote
from dateline.model.names import Key, Kind
from dateline.story import Story

VERSION = 1
Record = dict[str, Any]


LISTS = (Kind.EVENT, Kind.ARTICLE, Kind.ANNOTATION, Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.PAGE)
"""The kinds whose documents have an entry of their own."""


class Entry(Struct, frozen=True):
    """What the file says of one document."""

    json: bytes
    """As it stands in the file, from brace to brace."""


def entry(story: Story, key: Key) -> Entry:
    """What the file says of a document."""
    return Entry(_shown(_MAKERS[key.kind](story, key)).replace(b"\n", b"\n  "))


def timeline_json(story: Story, entries: Mapping[Key, bytes]) -> bytes:
    """The file's bytes, out of its entries."""
    settings = story.settings
    site = {
        "title": settings.title,
        "base_url": settings.base_url,
        "language": settings.language,
        "timezone": settings.timezone,
        "as_of": settings.as_of_written,
    }
    known = dict(entries.items())
    keys = {kind: story.order if kind is Kind.EVENT else story.of_kind(kind) for kind in LISTS}
    lists = {kind.value: _list([known[key] for key in keys[kind]]) for kind in LISTS}
    pages = lists.pop(Kind.PAGE.value)
    parts = {
        "version": _shown(VERSION),
        "site": _within(_shown(site)),
        **lists,
        "threads": _within(_shown(_threads(story))),
        "pages": pages,
    }
    return b"{\n" + b",\n".join(b' "%s": %s' % (name.encode(), part) for name, part in parts.items()) + b"\n}\n"


def _shown(value: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=1)


def _within(shown: bytes) -> bytes:
    """A value as it stands one level further in."""
    return shown.replace(b"\n", b"\n ")


def _list(entries: Sequence[bytes]) -> bytes:
    return b"[\n  " + b",\n  ".join(entries) + b"\n ]" if entries else b"[]"


def _event(story: Story, key: Key) -> Record:
    event, links = story.event(key), story.links[key]
    date = story.chronology.dates[key.id]
    known = story.known[key]
    return {
        "id": key.id,
        "title": event.head.title,
        "address": story.spots[key].address,
        "date": date.edtf if date.written else None,
        "as_said": event.as_said,
        "date_text": date_words(date, story.settings.language, story.settings.timezone),
        **bounds(story.chronology.bounds[key.id], story.settings.timezone),
        "precision": date.precision.value,
        "approximate": date.approximate,
        "uncertain": date.uncertain,
        "order_known_after_previous": story.chronology.known_after_previous[story.order_index[key]],
        "known": _instant(known, story),
        "status": event.status,
        "importance": event.importance,
        "summary": event.head.summary,
        "image": _image(story, key, event.image),
        "people": _ids(links.people),
        "organisations": _ids(links.organisations),
        "places": _ids(links.places),
        "threads": list(links.threads),
        "tags": list(event.tags),
        "after": _others(links.after),
        "before": _others(links.before),
        "during": _others(links.during),
        "caused_by": _others(links.caused_by),
        "led_to": _ids(story.led_to.get(key, ())),
        "related": _ids(links.related),
        "sources": _sources(story, key, links.sources, 0),
        "accounts": _accounts(story, key, event),
        "revisions": [_revision(one.event, one.fields, one.known, story) for one in event.revisions],
        **_common(story, key),
    }


def bounds(of: Bounds, zone: str) -> Record:
    """The four bounds in local time, `null` where open."""
    ends = (of.earliest, of.latest, of.start_latest, of.end_earliest)
    said = {value: None if value is None else local_text(value, zone) for value in {*ends}}  # many are the same
    return dict(zip(("earliest", "latest", "start_latest", "end_earliest"), map(said.__getitem__, ends), strict=True))


def _common(story: Story, key: Key) -> Record:
    return {
        "annotations": _ids(story.notes.get(key, ())),
        "mentioned_by": [str(link.origin) for link in story.backlinks.get(key, ())],
        "text": story.filled[key].text,
    }


def _article(story: Story, key: Key) -> Record:
    article, links = story.article(key), story.links[key]
    return {
        "id": key.id,
        "title": article.head.title,
        "address": story.spots[key].address,
        "published": _instant(article.published.date, story),
        "updated": _instant(article.updated.date, story) if article.updated else None,
        "authors": _authors(links.authors),
        "publisher": article.publisher,
        "url": article.url,
        "archive_url": article.archive_url,
        "language": article.language,
        "summary": article.head.summary,
        "image": _image(story, key, article.image),
        "licence": article.licence,
        "tags": list(article.tags),
        "threads": list(links.threads),
        "events": _ids(links.events),
        **_common(story, key),
    }


def _annotation(story: Story, key: Key) -> Record:
    annotation, links = story.annotation(key), story.links[key]
    anchored = story.anchors.get(key)
    verdict = annotation.verdict
    claim = annotation.quote.exact if annotation.quote else None
    return {
        "id": key.id,
        "title": annotation.head.title or None,
        "address": str(story.spots[key]) if key in story.spots else None,
        "type": annotation.type,
        "target": str(links.target) if links.target else None,
        **_quote(annotation.quote),
        **(_anchor(story, anchored.target, anchored.anchor) if anchored else _anchor(story, key, None)),
        "verdict": {"claim": verdict.claim or claim, "rating": verdict.rating} if verdict else None,
        "authors": _authors(links.authors),
        "date": _instant(annotation.date.date, story) if annotation.date else None,
        "events": _ids(links.events),
        "sources": _sources(story, key, links.sources, 0),
        "tags": list(annotation.tags),
        **_common(story, key),
    }


def _quote(quote: Quote | None) -> Record:
    return {
        "quote": quote.exact if quote else None,
        "prefix": quote.prefix if quote else None,
        "suffix": quote.suffix if quote else None,
    }


def _anchor(story: Story, target: Key, anchor: Anchor | None) -> Record:
    """The state of a quote, and where it stands in the target's visible text."""
    where = place(anchor) if anchor else None
    return {
        "anchor": state(anchor) if anchor else "whole",
        "start": where[0] if where else None,
        "end": where[1] if where else None,
        "matched": story.filled[target].text[slice(*where)] if where else None,
    }


def _sources(story: Story, key: Key, cited: Sequence[Cited], first: int) -> list[Record]:
    return [_source(story, key, one, number) for number, one in enumerate(cited, first)]


def _source(story: Story, key: Key, cited: Cited, number: int) -> Record:
    source = cited.source
    if cited.article is None:
        return {"url": source.url, "title": source.title}
    anchored = story.cited.get(key, {}).get(number)
    made = _anchor(story, cited.article, anchored.anchor if anchored else None)
    return {"article": cited.article.id, **_quote(source.quote), "note": source.note, **made}


def _accounts(story: Story, key: Key, event: Event) -> list[Record]:
    links, found = story.links[key], []
    first = len(links.sources)
    for account, cited in zip(event.accounts, links.accounts, strict=True):
        found.append({"says": account.says, "status": account.status, "sources": _sources(story, key, cited, first)})
        first += len(cited)
    return found


def _revision(event: Event, fields: Sequence[str], known: Dated, story: Story) -> Record:
    """What stood before: only the fields that a revision gives, simple ones as values."""
    simple = {
        "title": event.head.title,
        "summary": event.head.summary,
        "date": event.date.date.edtf if event.date else None,
        "as_said": event.as_said,
        "status": event.status,
        "importance": event.importance,
    }
    given = {name: value for name, value in simple.items() if name in fields}
    return {"known": _instant(known.date, story), "fields": list(fields), **given}


def _entity(story: Story, key: Key) -> Record:
    entity: Entity = story.entity(key)
    naming = [link.origin.id for link in story.backlinks.get(key, ()) if link.origin.kind is Kind.ARTICLE]
    return {
        "id": key.id,
        "name": entity.head.title,
        "also_known_as": list(entity.also_known_as),
        "role": entity.role,
        "address": story.spots[key].address,
        "summary": entity.head.summary,
        "image": _image(story, key, entity.image),
        "wikidata": entity.wikidata,
        "same_as": list(entity.same_as),
        "latitude": entity.latitude,
        "longitude": entity.longitude,
        "events": _ids(story.events_with.get(key, ())),
        "articles": naming,
        **_common(story, key),
    }


def _threads(story: Story) -> list[Record]:
    return [
        {
            "id": one.id,
            "title": one.title,
            "address": f"threads/{one.id}/",
            "events": _ids(story.in_thread[one.id].events),
        }
        for one in story.settings.threads
    ]


def _page(story: Story, key: Key) -> Record:
    return {"id": key.id, "title": story.documents[key].head.title, "address": story.spots[key].address}


def _image(story: Story, key: Key, image: Image | None) -> Record | None:
    path = story.images.get(key)
    if image is None or path is None:
        return None
    return {"src": story.media[path].address, "alt": image.alt, "caption": image.caption, "credit": image.credit}


def _authors(authors: Sequence[Byline]) -> list[Record]:
    return [{"name": one.name, "person": one.person.id if one.person else None} for one in authors]


def _instant(date: Date | None, story: Story) -> str | None:
    return to_second(date.edtf, story.settings.timezone) if date else None


def _ids(keys: Sequence[Key]) -> list[str]:
    return [key.id for key in keys]


def _others(ties: Sequence[Tied]) -> list[str]:
    return list(dict.fromkeys(tie.other.id for tie in ties))


_MAKERS: Mapping[Kind, Callable[[Story, Key], Record]] = {
    Kind.EVENT: _event,
    Kind.ARTICLE: _article,
    Kind.ANNOTATION: _annotation,
    Kind.PERSON: _entity,
    Kind.ORGANISATION: _entity,
    Kind.PLACE: _entity,
    Kind.PAGE: _page,
}
