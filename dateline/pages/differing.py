"""How two versions of an event differ, in words: what was believed before, and what from then on."""

from msgspec import Struct

from dateline.model.documents import Event, Source
from dateline.model.names import Key
from dateline.pages.pieces import When, event_date, when
from dateline.pages.wording import Wording
from dateline.story import Story

_SHOWN = ("title", "date", "status", "summary")
_NAMED = ("people", "organisations", "places", "threads", "tags", "sources", "accounts", "after", "before", "during")


class Difference(Struct, frozen=True):
    """What was believed before, and what from then on; both empty where only the name of the field is told."""

    words: str
    before: str = ""
    after: str = ""


def differences(story: Story, key: Key, before: Event, after: Event, words: Wording) -> tuple[Difference, ...]:
    """In what a version of an event differs from the one before it."""
    return tuple(_difference(story, key, name, before, after, words) for name in altered(before, after))


def date_then(story: Story, key: Key, event: Event) -> When:
    """When an event happened, as a version of it says."""
    if event.date is None or event.date == story.event(key).date:
        return event_date(story, key)
    return when(event.date.date, story.settings, event.as_said)


def altered(before: Event, after: Event) -> tuple[str, ...]:
    """The names of the fields in which two versions of an event differ as readers see them."""
    return tuple(name for name in (*_SHOWN, *_NAMED) if _field(before, name) != _field(after, name))


def _field(event: Event, name: str) -> object:
    """What a field says, apart from where it stands in a file."""
    match name:
        case "title":
            return event.head.title
        case "summary":
            return event.head.summary or ""
        case "date":
            return (event.date.date.edtf if event.date else "", event.as_said)
        case "people" | "organisations" | "places" | "threads":
            return tuple(reference.written for reference in getattr(event, name))
        case "after" | "before" | "during":
            return tuple((tie.event.written, tie.by) for tie in getattr(event, name))
        case "sources":
            return tuple(_source(one) for one in event.sources)
        case "accounts":
            return tuple(one.says for one in event.accounts)
        case _:
            return getattr(event, name)


def _source(source: Source) -> tuple[str | None, ...]:
    article = source.article.written if source.article else None
    return article, source.quote.exact if source.quote else None, source.note, source.url, source.title


def _difference(story: Story, key: Key, name: str, before: Event, after: Event, words: Wording) -> Difference:
    match name:
        case "title":
            return Difference(words("field.title"), before.head.title, after.head.title)
        case "summary":
            return Difference(words("field.summary"), before.head.summary or "", after.head.summary or "")
        case "date":
            return Difference(words("when"), date_then(story, key, before).words, date_then(story, key, after).words)
        case "status":
            return Difference(words("status"), words(f"status.{before.status}"), words(f"status.{after.status}"))
        case "after" | "before" | "during":
            return Difference(words(f"relation.{name}"))
        case _:
            return Difference(words(name))
