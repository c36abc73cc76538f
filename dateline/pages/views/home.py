"""The home page, free pages, the page for what is not found, and what stands at old addresses."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from msgspec import Struct, structs

from dateline.linking.addresses import site_path
from dateline.model.names import Address, Key, Kind, SitePath
from dateline.pages.frame import Frame, Lead, absolute, document_frame, frame, href
from dateline.pages.notes import Notes, marks, notes_on
from dateline.pages.pieces import EventLine, ReferrerGroup, event_lines, lead, prose, referrers
from dateline.pages.prose import Prose
from dateline.pages.scale import Drawing, drawing
from dateline.pages.views.article import ArticleLine, article_line, newest_first
from dateline.pages.views.lists import NoteLine, note_line
from dateline.pages.views.thread import thread_leads
from dateline.pages.wording import Wording
from dateline.story import Story

LATEST = 6
"""How many of the latest articles and notes the home page shows."""
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
    threads: tuple[Lead, ...]
    events: tuple[EventLine, ...]
    """The timeline in short: the most important events, in order."""
    event_count: int
    articles: tuple[ArticleLine, ...]
    notes: tuple[NoteLine, ...]


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
    root, events = made.root, in_short(story)
    return HomeView(
        path=SitePath("index.html"),
        frame=structs.replace(made, description=(intro.head.summary if intro else "") or made.description),
        heading=(intro.head.title if intro else "") or story.settings.title,
        summary=(intro.head.summary if intro else "") or story.settings.tagline,
        intro=prose(story, intro.head.key, root, words) if intro else None,
        drawing=drawing(story, events, root),
        threads=thread_leads(story, [thread.id for thread in story.settings.threads], root),
        events=event_lines(story, events, root, words),
        event_count=len(story.order),
        articles=tuple(article_line(story, key, root) for key in newest_first(story)[:LATEST]),
        notes=tuple(note_line(story, key, root) for key in latest_notes(story)[:LATEST]),
    )


def in_short(story: Story) -> tuple[Key, ...]:
    """The most important events, at most `SHORT`, in the timeline's order."""
    ranked = sorted(story.order, key=lambda key: (-story.event(key).importance, story.order_index[key]))
    chosen = frozenset(ranked[:SHORT])
    return tuple(key for key in story.order if key in chosen)


def latest_notes(story: Story) -> tuple[Key, ...]:
    """The annotations by date, newest first; those without a date last."""

    def rank(key: Key) -> tuple[bool, int, Key]:
        date = story.annotation(key).date
        earliest = date.date.stated.earliest if date else None
        return (earliest is None, -(earliest or 0), key)

    return tuple(sorted(story.of_kind(Kind.ANNOTATION), key=rank))


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


def redirect_views(story: Story, aliases: Mapping[Address, Key], words: Wording) -> Iterator[RedirectView]:
    """What stands at old addresses; `events/` itself leads to the timeline."""
    yield _redirect(story, Address("events/"), Lead(words("timeline"), "../timeline/"), Address("timeline/"), words)
    for alias, key in sorted(aliases.items()):
        made = frame(story, words, "redirect", alias, "")
        goal = Lead(lead(story, key, made.root).title, href(made.root, story.spots[key]))
        yield _redirect(story, alias, goal, story.spots[key].address, words)


def _redirect(story: Story, alias: Address, goal: Lead, address: Address, words: Wording) -> RedirectView:
    made = structs.replace(frame(story, words, "redirect", alias, goal.title), in_sitemap=False)
    return RedirectView(site_path(alias), made, goal, absolute(story, address))
