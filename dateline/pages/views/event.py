"""An event: when, what it rests on, who and where, what came of it."""

from itertools import pairwise

from msgspec import Struct

from dateline.dates.date import Date
from dateline.dates.duration import Duration
from dateline.dates.length import length_words
from dateline.model.names import Key, SitePath
from dateline.pages.differing import Difference, differences
from dateline.pages.drawing import Drawing, small_drawing
from dateline.pages.frame import Frame, Lead, document_frame, href
from dateline.pages.knowing import day_address
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
from dateline.surveying import day_of


class Relation(Struct, frozen=True):
    """A relation to another event, in words."""

    words: str
    other: Lead
    when: When
    """When the other happened."""
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
    sort: tuple[str, ...]
    """How surely and exactly the date is known, in words."""
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
    """What it came after, before, or during."""
    causes: tuple[Relation, ...]
    led_to: tuple[Relation, ...]
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
        sort=_sort(story, key, words),
        between=_between(story, key),
        known=when(known, story.settings) if known else None,
        known_href=_known_href(story, known, root),
        drawing=small_drawing(story, story.around[key], root, words, here=key),
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
        causes=tuple(_cause(story, key, tie.other, root, words) for tie in links.caused_by),
        led_to=tuple(_consequence(story, key, other, root, words) for other in story.led_to.get(key, ())),
        related=leads(story, links.related, root),
        previous=before,
        next=after,
        notes=notes_on(story, key, root, words),
        revisions=revisions(story, key, words),
        referrers=referrers(story, key, root, words),
    )


def neighbours(story: Story, key: Key, root: str, words: Wording) -> tuple[EventLine | None, EventLine | None]:
    """The events before and after in the timeline; `unordered` where that order is not known."""
    beside = story.neighbours[key]
    before, after = beside.before, beside.after
    return (
        event_line(story, before, root, words, unordered=beside.unordered) if before else None,
        event_line(story, after, root, words, unordered=story.neighbours[after].unordered) if after else None,
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
    """What an event came after, before or during, apart from its causes and consequences."""
    links = story.links[key]
    told = {*(tie.other for tie in links.caused_by), *story.led_to.get(key, ())}
    groups = (("after", "after", links.after), ("before", "before", links.before), ("during", "after", links.during))
    return tuple(
        _relation(story, name, tie.other, _length(story, tie.by, side, words), root, words)
        for name, side, ties in groups
        for tie in ties
        if tie.other not in told
    )


def _relation(story: Story, name: str, other: Key, by: str, root: str, words: Wording) -> Relation:
    return Relation(words(f"relation.{name}"), lead(story, other, root), event_date(story, other), by)


def _length(story: Story, by: Duration | None, side: str, words: Wording) -> str:
    """How long an event was `after` or `before` another, or how much `later` another came."""
    return words(f"length.{side}", length=length_words(by, story.settings.language)) if by else ""


def _cause(story: Story, key: Key, other: Key, root: str, words: Wording) -> Relation:
    by = _length(story, _apart(story, other, key), "after", words)
    return _relation(story, "caused_by", other, by, root, words)


def _consequence(story: Story, key: Key, other: Key, root: str, words: Wording) -> Relation:
    by = _length(story, _apart(story, key, other), "later", words)
    return _relation(story, "caused_by", other, by, root, words)


def _apart(story: Story, earlier: Key, later: Key) -> Duration | None:
    """How long one event came after another, where either says so."""
    ties = [(tie, earlier) for tie in story.links[later].after] + [(tie, later) for tie in story.links[earlier].before]
    return next((tie.by for tie, other in ties if tie.other == other and tie.by), None)


def _sort(story: Story, key: Key, words: Wording) -> tuple[str, ...]:
    date = story.chronology.dates[key.id]
    marks = (("approximate", date.approximate), ("uncertain", date.uncertain))
    return (words(f"precision.{date.precision.value}"), *(words(name) for name, said in marks if said))


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


def _known_href(story: Story, known: Date | None, root: str) -> str:
    day = day_of(known, story.settings.timezone) if known else ""
    return href(root, day_address(day)) if day else ""
