"""One module a sort of page: its view, and how it is sliced from the story."""

from collections.abc import Iterator, Mapping

from dateline.model.names import Address, Key, Kind
from dateline.pages.views.article import ArticlesView, ArticleView, article_views, articles_view
from dateline.pages.views.entity import EntitiesView, EntityView, entities_view, entity_view
from dateline.pages.views.event import EventView, event_view
from dateline.pages.views.home import (
    HomeView,
    MissingView,
    PageView,
    RedirectView,
    home_view,
    missing_view,
    page_view,
    redirect_views,
)
from dateline.pages.views.known import KnownDayView, KnownView, known_views
from dateline.pages.views.lists import (
    AnnotationsView,
    CorrectionsView,
    SourcesView,
    TagsView,
    TagView,
    annotations_view,
    corrections_view,
    sources_view,
    tag_views,
    tags_view,
)
from dateline.pages.views.search import LetterView, SearchView, search_views
from dateline.pages.views.thread import ThreadView, thread_views
from dateline.pages.views.timeline import TimelineView, timeline_views
from dateline.pages.wording import wording
from dateline.story import Story

View = (
    AnnotationsView
    | ArticleView
    | ArticlesView
    | CorrectionsView
    | EntitiesView
    | EntityView
    | EventView
    | HomeView
    | KnownDayView
    | KnownView
    | LetterView
    | MissingView
    | PageView
    | RedirectView
    | SearchView
    | SourcesView
    | TagView
    | TagsView
    | ThreadView
    | TimelineView
)


def all_views(story: Story, aliases: Mapping[Address, Key]) -> Iterator[View]:
    """What every page of the site shows."""
    words = wording(story.settings.language)
    yield home_view(story, words)
    yield from timeline_views(story, words)
    for thread in story.settings.threads:
        yield from thread_views(story, thread, words)
    yield articles_view(story, words)
    yield from article_views(story, words)
    yield from (event_view(story, key, words) for key in story.of_kind(Kind.EVENT))
    for kind in (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE):
        yield entities_view(story, kind, words)
        yield from (entity_view(story, key, words) for key in story.of_kind(kind))
    yield from known_views(story, words)
    yield annotations_view(story, words)
    for name in story.tagged:
        yield from tag_views(story, name, words)
    yield tags_view(story, words)
    yield sources_view(story, words)
    yield corrections_view(story, words)
    yield from (page_view(story, key, words) for key in story.of_kind(Kind.PAGE))
    yield from search_views(story, words)
    yield missing_view(story, words)
    yield from redirect_views(story, aliases, words)
