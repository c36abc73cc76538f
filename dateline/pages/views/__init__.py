"""One module a sort of page: its view, and how it is sliced from the story."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from dateline.model.names import Address, Key, Kind
from dateline.pages.views.article import ArticlesView, ArticleView, article_view, articles_view
from dateline.pages.views.entity import EntitiesView, EntityView, entities_view, entity_view
from dateline.pages.views.event import EventView, event_view
from dateline.pages.views.home import (
    HomeView,
    MissingView,
    PageView,
    RedirectView,
    alias_view,
    events_view,
    home_view,
    missing_view,
    page_view,
)
from dateline.pages.views.known import KnownDayView, KnownView, known_day_view, known_view
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
from dateline.pages.wording import Wording, wording
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


Unit = str
"""What is made in one go: a page, or several that are cut from one whole. `event/release`, `timeline`."""


def units(story: Story, aliases: Iterable[Address]) -> Iterator[Unit]:
    """All that a site's pages are made of."""
    yield from ("home", "timeline", "articles", "known", "annotations", "tags", "sources", "corrections", "search")
    yield from ("missing", "events")
    yield from (f"thread/{thread.id}" for thread in story.settings.threads)
    for kind in (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE):
        yield f"list/{kind.value}"
    for kind in Kind:
        if kind not in (Kind.ANNOTATION, Kind.INDEX):
            yield from (f"document/{key}" for key in story.of_kind(kind))
    yield from (f"tag/{name}" for name in story.tagged)
    yield from (f"day/{day}" for day in story.days)
    yield from (f"alias/{address}" for address in aliases)


def views(story: Story, unit: Unit) -> Iterable[View]:
    """What the pages of a unit show."""
    words = wording(story.settings.language)
    sort, _, name = unit.partition("/")
    match sort:
        case "document":
            return (_document_view(story, Key.written(name), words),)
        case "tag":
            return tag_views(story, name, words)
        case "list":
            return (entities_view(story, Kind(name), words),)
        case "day":
            return (known_day_view(story, name, words),)
        case "thread":
            found = next(one for one in story.settings.threads if one.id == name)
            return thread_views(story, found, words)
        case "alias":
            return (alias_view(story, Address(name), story.aliases[Address(name)], words),)
        case _:
            return _SITE[sort](story, words)


def _document_view(story: Story, key: Key, words: Wording) -> View:
    match key.kind:
        case Kind.ARTICLE:
            return article_view(story, key, words)
        case Kind.EVENT:
            return event_view(story, key, words)
        case Kind.PAGE:
            return page_view(story, key, words)
        case _:
            return entity_view(story, key, words)


_SITE: Mapping[str, Callable[[Story, Wording], Iterable[View]]] = {
    "home": lambda story, words: (home_view(story, words),),
    "timeline": timeline_views,
    "articles": lambda story, words: (articles_view(story, words),),
    "known": lambda story, words: (known_view(story, words),),
    "annotations": lambda story, words: (annotations_view(story, words),),
    "tags": lambda story, words: (tags_view(story, words),),
    "sources": lambda story, words: (sources_view(story, words),),
    "corrections": lambda story, words: (corrections_view(story, words),),
    "search": search_views,
    "missing": lambda story, words: (missing_view(story, words),),
    "events": lambda story, words: (events_view(story, words),),
}
"""The pages that every site has."""
