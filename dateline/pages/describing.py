"""What the head of each page says of it: title, description, image, dates, structured values.

All of it follows from the story and from the page's frame, so the views need not know of it.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from dateline import __version__
from dateline.model.documents import Article, Entity, Event
from dateline.model.names import Id, Key, Kind
from dateline.pages.brevity import brief, opening
from dateline.pages.cards import card_image
from dateline.pages.frame import Frame, Lead, absolute, href
from dateline.pages.meta import POLICY, WASM_POLICY, Meta, MetaImage
from dateline.pages.palette import Palette
from dateline.pages.pieces import event_date, lead, when
from dateline.pages.structured.entities import entity
from dateline.pages.structured.graph import Node, document, file_url, licence_url
from dateline.pages.structured.happenings import event
from dateline.pages.structured.trails import MOST, breadcrumbs, item_list
from dateline.pages.structured.works import article, claim_reviews, iso, page, website
from dateline.pages.views import View
from dateline.pages.views.home import MissingView, RedirectView
from dateline.pages.views.known import KnownDayView
from dateline.pages.views.search import SearchView
from dateline.pages.views.thread import ThreadView
from dateline.pages.views.timeline import TimelineView
from dateline.pages.wording import Wording, wording
from dateline.story import Story

KINDS = {kind.singular: kind for kind in Kind}
LONGEST_TITLE = 70
"""Of the home page: where title and tagline together are longer, the tagline is left to the description."""
NAMED = 8
"""So many of what a page lists are named in its description."""


class _Site(Struct, frozen=True):
    """What the pages of a site have in common."""

    story: Story
    words: Wording
    palette: Palette


def described(story: Story, view: View, palette: Palette) -> View:
    """The view, with what its page's head says."""
    if isinstance(view, RedirectView):
        return view
    made = _meta(_Site(story, wording(story.settings.language), palette), view)
    return structs.replace(view, frame=structs.replace(view.frame, description=made.description, meta=made))


def _meta(site: _Site, view: View) -> Meta:
    story, frame, key = site.story, view.frame, _key(view.frame)
    found = story.documents[key] if key else None
    before, after = _neighbours(story, view, key)
    listed = () if key else _listed(site, frame)
    description = brief(_parts(site, frame, key, listed))
    made = Meta(
        title=_title(frame),
        name=frame.title or frame.site_title,
        description=description,
        policy=WASM_POLICY if isinstance(view, SearchView) else POLICY,
        type={Kind.ARTICLE: "article", Kind.PERSON: "profile"}.get(key.kind, "website") if key else "website",
        locale=_locale((found.language if isinstance(found, Article) else None) or frame.language),
        image=card_image(story, frame) or (_own_image(story, key) if key else None),
        previous=before,
        next=after,
        licence=licence_url((found.licence if isinstance(found, Article) else None) or frame.licence),
        generator=f"Dateline {__version__}",
        paper=(site.palette.paper.light, site.palette.paper.dark),
        structured="" if isinstance(view, MissingView) else document(_nodes(site, frame, key, listed)),
        is_hidden=frame.draft,
    )
    return _of_article(story, key, found, made) if key and isinstance(found, Article) else made


def _of_article(story: Story, key: Key, found: Article, made: Meta) -> Meta:
    links = story.links[key]
    people = [one.person for one in links.authors if one.person]
    section = next((one.title for one in story.settings.threads if one.id in links.threads), "")
    return structs.replace(
        made,
        published=iso(found.published, story),
        modified=iso(found.updated, story),
        authors=tuple(one.name for one in links.authors),
        profiles=tuple(absolute(story, story.spots[one].address) for one in people),
        section=section,
        tags=found.tags,
    )


def _key(frame: Frame) -> Key | None:
    kind = KINDS.get(frame.kind)
    return Key(kind, Id(frame.id)) if kind and kind is not Kind.INDEX else None


def _title(frame: Frame) -> str:
    if frame.title:
        return f"{frame.title} · {frame.site_title}"
    full = f"{frame.site_title}: {frame.tagline}" if frame.tagline else frame.site_title
    return full if len(full) <= LONGEST_TITLE else frame.site_title


_COUNTRIES = {"ar": "ar_AR", "be": "be_BY", "en": "en_GB", "lt": "lt_LT", "pl": "pl_PL"}
"""As Facebook's list of locales has them; `en` writes its dates as Britain does."""


def _locale(language: str) -> str:
    first, *rest = language.split("-")
    country = next((part.upper() for part in rest if len(part) == 2), "")  # noqa: PLR2004 - ISO 3166-1
    return f"{first.lower()}_{country}" if country else _COUNTRIES.get(first.lower(), "")


_RASTER = (".png", ".jpg", ".jpeg", ".gif", ".webp")
"""What those take who show an image for a page; none of them takes SVG."""


def _own_image(story: Story, key: Key) -> MetaImage | None:
    path, found = story.images.get(key), story.documents[key]
    medium = story.media.get(path) if path else None
    if (
        medium is None
        or not medium.address.lower().endswith(_RASTER)
        or not isinstance(found, Article | Event | Entity)
    ):
        return None
    alt = (found.image.alt if found.image else "") or ""
    return MetaImage(file_url(story, key), alt, medium.width, medium.height, large=(medium.width or 0) >= 600)  # noqa: PLR2004


def _neighbours(story: Story, view: View, key: Key | None) -> tuple[str, str]:
    """Links to the pages before and after, where the pages stand in an order."""
    if key and key.kind is Kind.EVENT:
        beside, root = story.neighbours[key], view.frame.root
        before, after = (href(root, story.spots[one]) if one else "" for one in (beside.before, beside.after))
        return before, after
    match view:
        case KnownDayView(previous=first, next=last):
            return _href(first), _href(last)
        case TimelineView() | ThreadView():
            return _href(view.listing.previous), _href(view.listing.next)
        case _:
            return "", ""


def _href(found: Lead | None) -> str:
    return found.href if found else ""


# Descriptions


def _parts(site: _Site, frame: Frame, key: Key | None, listed: Sequence[Key]) -> Iterator[str]:
    """What can be said of a page, the best first."""
    story = site.story
    if key:
        yield from _of_document(site, frame, key)
        return
    yield "" if frame.description == frame.tagline and frame.title else frame.description
    if not frame.title:
        yield opening(story.filled[story.intro.head.key].text) if story.intro else ""
    names = "; ".join(_names(site, frame, listed))
    if not frame.title:
        yield names
        return
    heading = f"{site.words('one.tags')}: {frame.title}" if frame.kind == "tag" else frame.title
    yield f"{heading}: {names}" if names else heading
    yield f"{frame.site_title}: {frame.tagline}"


def _of_document(site: _Site, frame: Frame, key: Key) -> Iterator[str]:
    story = site.story
    head = story.documents[key].head
    date = event_date(story, key).words if key.kind is Kind.EVENT else ""
    begins = opening(story.filled[key].text)
    own = head.summary or begins
    yield f"{date}. {own}" if date and own else own
    yield begins
    facts = _facts(site, key)
    yield facts
    yield frame.site_title if facts else f"{head.title}: {frame.site_title}"


def _names(site: _Site, frame: Frame, listed: Sequence[Key]) -> list[str]:
    """The first of what a page lists."""
    story = site.story
    if frame.kind == "tags":
        return [tag.title for tag in story.tagged.values()][:NAMED]
    return [story.named[one].title for one in listed[:NAMED]]


def _facts(site: _Site, key: Key) -> str:
    """What front matter says, in words: `Event: 9–10 September 2025. People: Donald Trump`."""
    story, words, links = site.story, site.words, site.story.links[key]
    found = story.documents[key]
    kind = words(f"one.{key.kind.value}")
    facts = []
    match found:
        case Event(head=head) if head.summary or story.filled[key].text:  # the date stands before these
            facts.append(f"{kind}: {head.title}")
        case Event():
            facts.append(f"{kind}: {event_date(story, key).words}")
        case Article():
            facts.append(f"{kind}: {when(found.published.date, story.settings).words}")
        case Entity():
            facts.append(f"{kind}: {found.role}" if found.role else f"{kind}: {found.head.title}")
    for name, keys in (("people", links.people), ("organisations", links.organisations), ("places", links.places)):
        if keys:
            facts.append(f"{words(name)}: {', '.join(story.named[one].title for one in keys)}")
    events = story.events_with.get(key, ())
    if events:
        facts.append(f"{words('events')}: {'; '.join(story.named[one].title for one in events[:NAMED])}")
    return ". ".join(facts)


def _listed(site: _Site, frame: Frame) -> Sequence[Key]:
    """The documents that a page lists, in its order; of a page for a part of a list, none."""
    story = site.story
    match frame.kind:
        case "timeline" if not frame.id:
            return story.order
        case "thread" if "/" not in frame.id:
            return story.in_thread[Id(frame.id)].events
        case "articles" | "sources":
            return story.newest
        case "people" | "organisations" | "places":
            keys = story.of_kind(Kind(frame.kind))
            return sorted(keys, key=lambda key: (story.named[key].title.casefold(), key))
        case "annotations":
            return story.of_kind(Kind.ANNOTATION)
        case "tag":
            return story.tagged[frame.id].keys if frame.id in story.tagged else ()
        case _:
            return ()


# Structured values


_COLLECTIONS = frozenset(
    {
        *("timeline", "thread", "articles", "people", "organisations", "places", "annotations", "tag", "tags"),
        *("known", "sources", "corrections"),
    }
)


def _nodes(site: _Site, frame: Frame, key: Key | None, listed: Sequence[Key]) -> list[Node]:
    story = site.story
    trail = breadcrumbs(frame)
    around = [trail] if trail else []
    if key:
        return [*_document_nodes(site, frame, key), *around]
    if not frame.address:
        return [website(story)]
    sort = "CollectionPage" if frame.kind in _COLLECTIONS else "WebPage"
    sort = "SearchResultsPage" if frame.kind == "search" and not frame.id else sort
    leads = [lead(story, one, frame.root) for one in listed[:MOST]]
    main = item_list(frame, leads, len(listed), in_time=frame.kind in ("timeline", "thread"))
    return [page(story, frame.canonical, frame.title, sort, mainEntity=main), *around]


def _document_nodes(site: _Site, frame: Frame, key: Key) -> list[Node]:
    """What a document is about, its page, and the claims that are checked on it."""
    story = site.story
    checks = list(claim_reviews(story, key))
    match key.kind:
        case Kind.ARTICLE:
            return [article(story, key), *checks]
        case Kind.EVENT:
            told = event(story, key, site.words, event_date(story, key).words)
            covered = story.chronology.dates[key.id].edtf
            main = {"@id": told["@id"]} if told else None
            around = page(story, frame.canonical, frame.title, temporalCoverage=covered, mainEntity=main)
            return [*([told] if told else []), around, *checks]
        case Kind.PERSON | Kind.ORGANISATION | Kind.PLACE:
            return [entity(story, key), *checks]
        case _:
            return [page(story, frame.canonical, frame.title), *checks]
