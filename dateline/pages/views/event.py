"""An event: when, what it rests on, who and where, what came of it."""

from itertools import pairwise

from msgspec import Struct

from dateline.dates.date import Date
from dateline.dates.length import length_words
from dateline.linking.references import Tied
from dateline.model.names import Key, SitePath
from dateline.pages.differing import Difference, differences
from dateline.pages.drawing import Drawing, small_drawing
from dateline.pages.frame import Frame, Lead, document_frame, href
from dateline.pages.knowing import day_address, day_of
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
from dateline.selection import revised
from dateline.story import Story


class Relation(Struct, frozen=True):
    """A relation to another event, in words."""

    words: str
    other: Lead
    by: str = ""
    """How long after or before, in words, where that is given."""


class AccountView(Struct, frozen=True):
    """What one speaker says."""

    says: str
    status_words: str
    sources: tuple[Cite, ...]


class RevisionView(Struct, frozen=True):
    """What was believed before, and what after it."""

    known: When
    differences: tuple[Difference, ...]


class EventView(Struct, frozen=True, tag="event"):
    """What an event's page shows."""

    path: SitePath
    frame: Frame
    when: When
    between: tuple[str, str] | None
    """The earliest beginning and the latest end, where relations say more than the date does."""
    known: When | None
    known_href: str
    """The page of that day; empty where it is not known to the day."""
    drawing: Drawing | None
    """This event among its neighbours."""
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
        known_href=_known_href(story, known, root),
        drawing=small_drawing(story, around(story, key), root, words, here=key),
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
    by = length_words(tie.by, story.settings.language) if tie.by else ""
    return Relation(words(f"relation.{name}"), lead(story, tie.other, root), by)


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
    event = story.event(key)
    versions = (*(revised(event, one) for one in event.revisions), event)
    return tuple(
        RevisionView(when(revision.known.date, story.settings), differences(story, key, before, after, words))
        for revision, (before, after) in zip(event.revisions, pairwise(versions), strict=True)
    )


def around(story: Story, key: Key) -> tuple[Key, ...]:
    """An event with two neighbours on each side, and its causes and consequences, in the timeline's order."""
    place = story.order_index[key]
    near = {*story.order[max(place - 2, 0) : place + 3], *story.led_to.get(key, ())}
    near |= {tie.other for tie in story.links[key].caused_by}
    return tuple(sorted(near, key=story.order_index.__getitem__))


def _known_href(story: Story, known: Date | None, root: str) -> str:
    day = day_of(known, story.settings.timezone) if known else ""
    return href(root, day_address(day)) if day else ""
