"""An event: when, what it rests on, who and where, what came of it."""

from msgspec import Struct

from dateline.linking.references import Tied
from dateline.model.names import Key, SitePath
from dateline.pages.frame import Frame, Lead, document_frame
from dateline.pages.notes import Cite, Notes, cites, marks, notes_on, tag_leads
from dateline.pages.pieces import (
    EventLine,
    Picture,
    ReferrerGroup,
    When,
    event_date,
    event_line,
    lead,
    leads,
    moment,
    picture,
    prose,
    referrers,
    when,
)
from dateline.pages.prose import Prose
from dateline.pages.views.thread import thread_leads
from dateline.pages.wording import Wording
from dateline.story import Story


class Relation(Struct, frozen=True):
    """A relation to another event, in words."""

    words: str
    other: Lead


class AccountView(Struct, frozen=True):
    """What one speaker says."""

    says: str
    status_words: str
    sources: tuple[Cite, ...]


class RevisionView(Struct, frozen=True):
    """What was believed before."""

    known: When
    title: str
    date: When | None
    status_words: str
    summary: str


class EventView(Struct, frozen=True, tag="event"):
    """What an event's page shows."""

    path: SitePath
    frame: Frame
    when: When
    between: tuple[str, str] | None
    """The earliest beginning and the latest end, where relations say more than the date does."""
    known: When | None
    status: str
    status_words: str
    importance: int
    summary: str
    body: Prose
    image: Picture | None
    sources: tuple[Cite, ...]
    accounts: tuple[AccountView, ...]
    people: tuple[Lead, ...]
    organisations: tuple[Lead, ...]
    places: tuple[Lead, ...]
    threads: tuple[Lead, ...]
    tags: tuple[Lead, ...]
    relations: tuple[Relation, ...]
    led_to: tuple[Lead, ...]
    related: tuple[Lead, ...]
    previous: EventLine | None
    next: EventLine | None
    notes: Notes
    revisions: tuple[RevisionView, ...]
    referrers: tuple[ReferrerGroup, ...]


def event_view(story: Story, key: Key, words: Wording) -> EventView:
    """An event's page."""
    event, links = story.event(key), story.links[key]
    made = document_frame(story, key, words)
    root, known = made.root, story.known[key]
    before, after = neighbours(story, key, root, words)
    return EventView(
        path=SitePath(made.address + "index.html"),
        frame=made,
        when=event_date(story, key),
        between=_between(story, key),
        known=when(known, story.settings) if known else None,
        status=event.status,
        status_words=words(f"status.{event.status}"),
        importance=event.importance,
        summary=event.head.summary or "",
        body=prose(story, key, root, words, marks(story, key, root, words)),
        image=picture(story, key, event.image, root),
        sources=cites(story, key, links.sources, root),
        accounts=_accounts(story, key, root, words),
        people=leads(story, links.people, root),
        organisations=leads(story, links.organisations, root),
        places=leads(story, links.places, root),
        threads=thread_leads(story, links.threads, root),
        tags=tag_leads(event.tags, root),
        relations=_relations(story, key, root, words),
        led_to=leads(story, story.led_to.get(key, ()), root),
        related=leads(story, links.related, root),
        previous=before,
        next=after,
        notes=notes_on(story, key, root, words),
        revisions=revisions(story, key, words),
        referrers=referrers(story, key, root, words),
    )


def neighbours(story: Story, key: Key, root: str, words: Wording) -> tuple[EventLine | None, EventLine | None]:
    """The events before and after in the timeline; `unordered` where that order is not known."""
    order = story.order_index
    place = order[key]
    known = story.chronology.known_after_previous
    before = story.order[place - 1] if place > 0 else None
    after = story.order[place + 1] if place + 1 < len(known) else None
    return (
        event_line(story, before, root, words, unordered=known[place] is False) if before else None,
        event_line(story, after, root, words, unordered=known[place + 1] is False) if after else None,
    )


def _between(story: Story, key: Key) -> tuple[str, str] | None:
    """In words, where tightening moved a bound that the date states."""
    bounds, date = story.chronology.bounds[key.id], story.chronology.dates[key.id]
    if bounds == date.stated:
        return None
    ends = (bounds.earliest, bounds.latest)
    first, last = ("" if end is None else moment(end, story.settings) for end in ends)
    return first, last


def _relations(story: Story, key: Key, root: str, words: Wording) -> tuple[Relation, ...]:
    links = story.links[key]
    groups = (
        ("after", links.after),
        ("before", links.before),
        ("during", links.during),
        ("caused_by", links.caused_by),
    )
    return tuple(_relation(story, name, tie, root, words) for name, ties in groups for tie in ties)


def _relation(story: Story, name: str, tie: Tied, root: str, words: Wording) -> Relation:
    return Relation(words(f"relation.{name}"), lead(story, tie.other, root))


def _accounts(story: Story, key: Key, root: str, words: Wording) -> tuple[AccountView, ...]:
    links, found = story.links[key], []
    first = len(links.sources)
    for account, cited in zip(story.event(key).accounts, links.accounts, strict=True):
        status = words(f"status.{account.status}") if account.status else ""
        found.append(AccountView(account.says, status, cites(story, key, cited, root, first)))
        first += len(cited)
    return tuple(found)


def revisions(story: Story, key: Key, words: Wording) -> tuple[RevisionView, ...]:
    """What was believed of an event before, newest last."""
    settings = story.settings
    return tuple(
        RevisionView(
            when(one.known.date, settings),
            one.event.head.title if "title" in one.fields else "",
            when(one.event.date.date, settings, one.event.as_said) if one.event.date else None,
            words(f"status.{one.event.status}") if "status" in one.fields else "",
            one.event.head.summary or "",
        )
        for one in story.event(key).revisions
    )
