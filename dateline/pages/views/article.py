"""An article with its notes, and the list of all articles."""

from msgspec import Struct

from dateline.model.names import Address, Key, SitePath
from dateline.pages.drawing import Drawing, small_drawing
from dateline.pages.frame import Frame, Lead, document_frame, frame
from dateline.pages.notes import Notes, marks, notes_on, tag_leads
from dateline.pages.pieces import (
    Author,
    EventLine,
    Picture,
    ReferrerGroup,
    When,
    bylines,
    dated,
    event_lines,
    lead,
    picture,
    prose,
    referrers,
    when,
)
from dateline.pages.prose import Prose
from dateline.pages.tongues import tongue
from dateline.pages.views.thread import thread_leads
from dateline.pages.wording import Wording
from dateline.story import Story


class ArticleNeighbour(Struct, frozen=True):
    """The article before or after this one, by publication."""

    lead: Lead
    published: When


class ArticleView(Struct, frozen=True, tag="article"):
    """What an article's page shows."""

    path: SitePath
    frame: Frame
    summary: str
    body: Prose
    language: str
    """Where it is not the site's; else empty."""
    published: When
    updated: When | None
    authors: tuple[Author, ...]
    publisher: str
    url: str
    archive_url: str
    licence: str
    image: Picture | None
    tags: tuple[Lead, ...]
    threads: tuple[Lead, ...]
    notes: Notes
    note_count: int
    drawing: Drawing | None
    """The events that it reports, on a scale."""
    events: tuple[EventLine, ...]
    """The events that it reports."""
    resting: tuple[EventLine, ...]
    """Other events that name it as a source."""
    previous: ArticleNeighbour | None
    next: ArticleNeighbour | None
    referrers: tuple[ReferrerGroup, ...]


class ArticleLine(Struct, frozen=True):
    """An article in a list."""

    lead: Lead
    published: When
    summary: str
    publisher: str
    authors: tuple[Author, ...]
    notes: int
    language: str


class ArticlesView(Struct, frozen=True, tag="articles"):
    """All articles, newest first."""

    path: SitePath
    frame: Frame
    articles: tuple[ArticleLine, ...]


def article_view(story: Story, key: Key, words: Wording) -> ArticleView:
    """An article's page."""
    article, links = story.article(key), story.links[key]
    made = document_frame(story, key, words)
    events, beside = story.reported[key], story.neighbours[key]
    rest = [one for one in story.resting_on.get(key, ()) if one not in events]
    return ArticleView(
        path=SitePath(made.address + "index.html"),
        frame=made,
        summary=article.head.summary or "",
        body=prose(story, key, made.root, words, marks(story, key, made.root, words)),
        language=tongue(story, key),
        published=when(article.published.date, story.settings),
        updated=dated(article.updated, story.settings),
        authors=bylines(story, links.authors, made.root),
        publisher=article.publisher or "",
        url=article.url or "",
        archive_url=article.archive_url or "",
        licence=article.licence or "",
        image=picture(story, key, article.image, made.root),
        tags=tag_leads(article.tags, made.root),
        threads=thread_leads(story, links.threads, made.root),
        notes=notes_on(story, key, made.root, words),
        note_count=len(story.notes.get(key, ())),
        drawing=small_drawing(story, events, made.root, words),
        events=event_lines(story, events, made.root, words),
        resting=event_lines(story, rest, made.root, words),
        previous=_neighbour(story, beside.before, made.root),
        next=_neighbour(story, beside.after, made.root),
        referrers=referrers(story, key, made.root, words),
    )


def _neighbour(story: Story, key: Key | None, root: str) -> ArticleNeighbour | None:
    date = story.named[key].date if key else None
    return ArticleNeighbour(lead(story, key, root), when(date, story.settings)) if key and date else None


def article_line(story: Story, key: Key, root: str) -> ArticleLine:
    """An article for a list."""
    article = story.article(key)
    return ArticleLine(
        lead(story, key, root),
        when(article.published.date, story.settings),
        article.head.summary or "",
        article.publisher or "",
        bylines(story, story.links[key].authors, root),
        len(story.notes.get(key, ())),
        tongue(story, key),
    )


def articles_view(story: Story, words: Wording) -> ArticlesView:
    """The list of articles."""
    made = frame(story, words, "articles", Address("articles/"), words("articles"))
    lines = tuple(article_line(story, key, made.root) for key in story.newest)
    return ArticlesView(SitePath("articles/index.html"), made, lines)
