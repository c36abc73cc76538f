"""The home page, free pages, the page for what is not found, and what stands at old addresses."""

from urllib.parse import urlsplit

from msgspec import Struct, structs

from dateline.linking.addresses import site_path
from dateline.model.names import Address, Key, Kind, SitePath
from dateline.pages.drawing import HUES, Drawing, drawing
from dateline.pages.frame import Frame, Lead, absolute, document_frame, frame, href
from dateline.pages.listing import says
from dateline.pages.notes import Notes, marks, notes_on
from dateline.pages.pieces import EventLine, ReferrerGroup, event_lines, lead, prose, referrers
from dateline.pages.prose import Prose
from dateline.pages.threads import thread_leads
from dateline.pages.views.article import ArticleLine, article_line
from dateline.pages.views.lists import Correction, NoteLine, correction, note_line
from dateline.pages.wording import Wording
from dateline.story import Story

LATEST = 6
"""How many of the latest articles and notes the home page shows."""
MOST = 8
"""How many people, and how many places, it shows."""
CORRECTED = 3
"""How many of the latest corrections and revisions."""
SHORT = 12
"""How many events the timeline in short shows at most."""


class HomeView(Struct, frozen=True, tag="home"):
    """What the home page shows."""

    path: SitePath
    frame: Frame
    heading: str
    summary: str
    intro: Prose | None
    drawing: Drawing | None
    starts: tuple[tuple[str, Lead], ...]
    """Where to begin: what it is, in words, and the page."""
    threads: tuple["ThreadCard", ...]
    people: tuple["Counted", ...]
    """The people and organisations with most events."""
    places: tuple["Counted", ...]
    events: tuple[EventLine, ...]
    """The timeline in short: the most important events, in order."""
    event_count: int
    articles: tuple[ArticleLine, ...]
    notes: tuple[NoteLine, ...]
    corrections: tuple[Correction, ...]


class ThreadCard(Struct, frozen=True):
    """A thread as the home page shows it."""

    lead: Lead
    summary: str
    says: str
    """How many events it has, and from when to when."""
    hue: int
    """The number of its colour in the drawing."""


class Counted(Struct, frozen=True):
    """A person, an organisation or a place, and in how many events it takes part."""

    lead: Lead
    events: int


class PageView(Struct, frozen=True, tag="page"):
    """What a free page shows."""

    path: SitePath
    frame: Frame
    summary: str
    body: Prose
    notes: Notes
    referrers: tuple[ReferrerGroup, ...]


class MissingView(Struct, frozen=True, tag="missing"):
    """What is shown where nothing is."""

    path: SitePath
    frame: Frame


class RedirectView(Struct, frozen=True, tag="redirect"):
    """What stands at an old address."""

    path: SitePath
    frame: Frame
    target: Lead
    canonical: str


def home_view(story: Story, words: Wording) -> HomeView:
    """The home page."""
    intro, made = story.intro, frame(story, words, "home", Address(""), "")
    root, events = made.root, sorted(story.foremost[:SHORT], key=story.order_index.__getitem__)
    return HomeView(
        path=SitePath("index.html"),
        frame=structs.replace(made, description=(intro.head.summary if intro else "") or made.description),
        heading=(intro.head.title if intro else "") or story.settings.title,
        summary=(intro.head.summary if intro else "") or story.settings.tagline,
        intro=prose(story, intro.head.key, root, words) if intro else None,
        drawing=drawing(story, events, root, words),
        starts=_starts(story, root, words),
        threads=_thread_cards(story, root, words),
        people=_most(story, (Kind.PERSON, Kind.ORGANISATION), root),
        places=_most(story, (Kind.PLACE,), root),
        events=event_lines(story, events, root, words),
        event_count=len(story.foremost),
        articles=tuple(article_line(story, key, root) for key in story.newest[:LATEST]),
        notes=tuple(note_line(story, key, root, words) for key in story.newest_notes[:LATEST]),
        corrections=tuple(correction(story, one, root, words) for one in story.amended[:CORRECTED]),
    )


def _starts(story: Story, root: str, words: Wording) -> tuple[tuple[str, Lead], ...]:
    """The article with most notes on it, the event that matters most, and the whole timeline: where there is one."""
    found: list[tuple[str, Lead]] = []
    if story.most_noted:
        found.append((words("start.article"), lead(story, story.most_noted, root)))
    if story.foremost:
        found.append((words("start.event"), lead(story, story.foremost[0], root)))
        found.append((words("start.timeline"), Lead(words("timeline"), href(root, Address("timeline/")))))
    return tuple(found)


def _thread_cards(story: Story, root: str, words: Wording) -> tuple[ThreadCard, ...]:
    threads = story.settings.threads
    leads = thread_leads(story, [thread.id for thread in threads], root)
    made = zip(threads, leads, strict=True)
    return tuple(
        ThreadCard(one, thread.summary, says(story, events, words) if events else "", number % HUES + 1)
        for number, (thread, one) in enumerate(made)
        for events in (story.in_thread[thread.id].events,)
    )


def _most(story: Story, kinds: tuple[Kind, ...], root: str) -> tuple[Counted, ...]:
    shown = [key for key in story.busiest if key.kind in kinds][:MOST]
    return tuple(Counted(lead(story, key, root), len(story.events_with[key])) for key in shown)


def page_view(story: Story, key: Key, words: Wording) -> PageView:
    """A free page."""
    made = document_frame(story, key, words)
    return PageView(
        SitePath(made.address + "index.html"),
        made,
        story.documents[key].head.summary or "",
        prose(story, key, made.root, words, marks(story, key, made.root, words)),
        notes_on(story, key, made.root, words),
        referrers(story, key, made.root, words),
    )


def missing_view(story: Story, words: Wording) -> MissingView:
    """The page for what is not found: served at any address, so its links start at the site's own root."""
    made = frame(story, words, "missing", Address("404.html"), words("missing"))
    root = urlsplit(story.settings.base_url).path or "/"
    nav = tuple(
        Lead(one.title, one.href if "://" in one.href else root + one.href.removeprefix("./")) for one in made.nav
    )
    return MissingView(SitePath("404.html"), structs.replace(made, root=root, nav=nav, in_sitemap=False))


def events_view(story: Story, words: Wording) -> RedirectView:
    """What stands at `events/`: it leads to the timeline."""
    return _redirect(story, Address("events/"), Lead(words("timeline"), "../timeline/"), Address("timeline/"), words)


def alias_view(story: Story, alias: Address, key: Key, words: Wording) -> RedirectView:
    """What stands at the old address of a document."""
    made = frame(story, words, "redirect", alias, "")
    named = lead(story, key, made.root)
    goal = Lead(named.title, href(made.root, story.spots[key]), language=named.language)
    return _redirect(story, alias, goal, story.spots[key].address, words)


def _redirect(story: Story, alias: Address, goal: Lead, address: Address, words: Wording) -> RedirectView:
    made = structs.replace(frame(story, words, "redirect", alias, goal.title), in_sitemap=False)
    return RedirectView(site_path(alias), made, goal, absolute(story, address))
