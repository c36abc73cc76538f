"""Lists over the whole site: annotations, tags, sources, corrections."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct, structs

from dateline.linking.addresses import Spot
from dateline.linking.references import all_cited
from dateline.model.anchors import state
from dateline.model.names import Address, Key, Kind, SitePath
from dateline.pages.differing import Difference, differences
from dateline.pages.drawing import Drawing, small_drawing
from dateline.pages.frame import Frame, Lead, frame, href
from dateline.pages.listing import Listing
from dateline.pages.notes import Cite, cites, tag_leads, type_words
from dateline.pages.pieces import LISTED, EventLine, When, dated, event_lines, lead, prose, when
from dateline.pages.prose import Prose
from dateline.pages.sheets import sheets
from dateline.pages.tagged import tags
from dateline.pages.tongues import quoted_tongue, tongue
from dateline.pages.views.article import ArticleLine, article_line, newest_first
from dateline.pages.wording import Wording
from dateline.selection import revised
from dateline.story import Story

TELLING = 400
"""So many uses of sources are listed with the words they quote; of more each is named alone…"""
NAMING = 1_500
"""… and of still more they are counted, since an article's own page lists what rests on it."""


class NoteLine(Struct, frozen=True):
    """An annotation in a list."""

    id: str
    lead: Lead
    target: Lead
    type: str
    type_words: str
    quote: str
    state: str
    date: When | None
    language: str = ""
    """Of the quote, where it is not the site's."""


class NoteGroup(Struct, frozen=True):
    """The annotations of one type."""

    type: str
    words: str
    notes: tuple[NoteLine, ...]


class AnnotationsView(Struct, frozen=True, tag="annotations"):
    """All annotations, by type."""

    path: SitePath
    frame: Frame
    groups: tuple[NoteGroup, ...]


class TagView(Struct, frozen=True, tag="tag"):
    """What a tag's page shows: all that carries it."""

    path: SitePath
    frame: Frame
    drawing: Drawing | None
    events: tuple[EventLine, ...]
    listing: Listing | None
    """Instead of `events` where they are many: as on the timeline, divided by period."""
    whole: Lead | None
    """From a period to the whole tag."""
    articles: tuple[ArticleLine, ...]
    notes: tuple[NoteLine, ...]


class TagsView(Struct, frozen=True, tag="tags"):
    """All tags, and how often each is given."""

    path: SitePath
    frame: Frame
    tags: tuple[tuple[Lead, int], ...]


class Resting(Struct, frozen=True):
    """A document that names a source."""

    lead: Lead
    uses: tuple[Cite, ...]
    """Each time that it does, with the words that it quotes."""


class SourceLine(Struct, frozen=True):
    """A source, and what rests on it."""

    cite: Cite
    published: When | None
    count: int
    """How often it is named."""
    resting: tuple[Resting, ...]
    """The documents that name it."""


class SourcesView(Struct, frozen=True, tag="sources"):
    """Each article and outside source, and what rests on it."""

    path: SitePath
    frame: Frame
    articles: tuple[SourceLine, ...]
    outside: tuple[SourceLine, ...]
    unused: tuple[Lead, ...]
    """Articles that nothing rests on."""


class Correction(Struct, frozen=True):
    """A correction, or a revision of an event."""

    when: When | None
    lead: Lead
    quote: str
    body: Prose | None
    differences: tuple[Difference, ...] = ()
    """Of a revision: what was believed before, and what after it."""
    language: str = ""
    """Of the quote, where it is not the site's."""


class CorrectionsView(Struct, frozen=True, tag="corrections"):
    """Every correction and every revision, newest first."""

    path: SitePath
    frame: Frame
    corrections: tuple[Correction, ...]


def annotations_view(story: Story, words: Wording) -> AnnotationsView:
    """The list of annotations."""
    made = frame(story, words, "annotations", Address("annotations/"), words("annotations"))
    groups: dict[str, list[NoteLine]] = {}
    for key in story.of_kind(Kind.ANNOTATION):
        groups.setdefault(story.annotation(key).type, []).append(note_line(story, key, made.root, words))
    order = [one.id for one in story.settings.annotation_types if one.id in groups]
    listed = tuple(NoteGroup(name, type_words(story, name, words), tuple(groups[name])) for name in order)
    return AnnotationsView(SitePath("annotations/index.html"), made, listed)


def note_line(story: Story, key: Key, root: str, words: Wording) -> NoteLine:
    """An annotation for a list."""
    annotation, target = story.annotation(key), story.links[key].target
    date = when(annotation.date.date, story.settings) if annotation.date else None
    quote = annotation.quote.exact if annotation.quote else ""
    anchored = story.anchors.get(key)
    goal = lead(story, target, root) if target else Lead("", "")
    standing = state(anchored.anchor) if anchored else "whole"
    return NoteLine(
        id=key.id,
        lead=lead(story, key, root),
        target=goal,
        type=annotation.type,
        type_words=type_words(story, annotation.type, words),
        quote=quote,
        state=standing,
        date=date,
        language=quoted_tongue(story, key),
    )


def tags_view(story: Story, words: Wording) -> TagsView:
    """The list of all tags."""
    made = frame(story, words, "tags", Address("tags/"), words("tags"))
    listed = sorted(tags(story).values(), key=lambda one: (one[0].casefold(), one[0]))
    counted = tuple((tag_leads([tag], made.root)[0], len(keys)) for tag, keys in listed)
    return TagsView(SitePath("tags/index.html"), made, counted)


def tag_views(story: Story, name: str, words: Wording) -> Iterator[TagView]:
    """The page of a tag, by the page's name; of a tag that very many events carry also those of its periods."""
    tag, keys = tags(story)[name]
    address = Address(f"tags/{name}/")
    events = sorted((key for key in keys if key.kind is Kind.EVENT), key=story.order_index.__getitem__)
    if len(events) <= LISTED:
        yield _tag_view(story, frame(story, words, "tag", address, tag, name=name), keys, events, words)
        return
    for sheet in sheets(story, events, address, words):
        title, part = (f"{tag}: {sheet.title}" if sheet.title else tag), f"{name}/{sheet.period}".strip("/")
        made = frame(story, words, "tag", sheet.address, title, name=part)
        shown = _tag_view(story, made, () if sheet.period else keys, (), words)
        whole = Lead(tag, href(made.root, Spot(address))) if sheet.period else None
        yield structs.replace(shown, listing=sheet.listing, whole=whole)


def _tag_view(story: Story, made: Frame, keys: Sequence[Key], events: Sequence[Key], words: Wording) -> TagView:
    return TagView(
        path=SitePath(made.address + "index.html"),
        frame=made,
        drawing=small_drawing(story, events, made.root, words),
        events=event_lines(story, events, made.root, words),
        listing=None,
        whole=None,
        articles=tuple(article_line(story, key, made.root) for key in keys if key.kind is Kind.ARTICLE),
        notes=tuple(note_line(story, key, made.root, words) for key in keys if key.kind is Kind.ANNOTATION),
    )


def sources_view(story: Story, words: Wording) -> SourcesView:
    """The list of sources."""
    made = frame(story, words, "sources", Address("sources/"), words("sources"))
    inside: dict[Key, dict[Key, list[Cite]]] = {}
    outside: dict[str, tuple[Cite, dict[Key, list[Cite]]]] = {}
    owners = (*story.order, *story.of_kind(Kind.ANNOTATION))
    count = sum(len(all_cited(story.links[key])) for key in owners)
    for key in owners:
        for cited, cite in zip(all_cited(story.links[key]), _cites(story, key, made.root), strict=True):
            if cited.article:
                uses = inside.setdefault(cited.article, {})
            else:
                uses = outside.setdefault(cite.lead.href or cite.lead.title, (cite, {}))[1]
            uses.setdefault(key, []).append(cite if count <= TELLING else structs.replace(cite, quote="", note=""))
    order = newest_first(story)
    articles = [_source_line(story, key, inside[key], made.root) for key in order if key in inside]
    others = [_used(story, cite, None, uses, made.root) for _, (cite, uses) in sorted(outside.items())]
    if count > NAMING:
        articles, others = ([structs.replace(one, resting=()) for one in lines] for lines in (articles, others))
    unused = tuple(lead(story, key, made.root) for key in order if key not in inside)
    return SourcesView(SitePath("sources/index.html"), made, tuple(articles), tuple(others), unused)


def _cites(story: Story, key: Key, root: str) -> tuple[Cite, ...]:
    return cites(story, key, all_cited(story.links[key]), root)


def _used(
    story: Story, cite: Cite, published: When | None, uses: Mapping[Key, Sequence[Cite]], root: str
) -> SourceLine:
    resting = tuple(Resting(lead(story, key, root), tuple(found)) for key, found in uses.items())
    return SourceLine(cite, published, sum(map(len, uses.values())), resting)


def _source_line(story: Story, key: Key, uses: Mapping[Key, Sequence[Cite]], root: str) -> SourceLine:
    article = story.article(key)
    cite = Cite(lead(story, key, root), publisher=article.publisher or "", language=tongue(story, key))
    return _used(story, cite, when(article.published.date, story.settings), uses, root)


def corrections_view(story: Story, words: Wording) -> CorrectionsView:
    """The list of corrections and revisions."""
    made = frame(story, words, "corrections", Address("corrections/"), words("corrections"))
    return CorrectionsView(SitePath("corrections/index.html"), made, corrections(story, made.root, words))


def corrections(story: Story, root: str, words: Wording) -> tuple[Correction, ...]:
    """Every correction and every revision, newest first."""
    found: list[tuple[int, str, Correction]] = []
    for key in story.of_kind(Kind.ANNOTATION):
        annotation = story.annotation(key)
        if annotation.type == "correction":
            date = annotation.date.date.stated.earliest if annotation.date else None
            found.append((-(date or 0), str(key), _correction(story, key, root, words)))
    for key in story.order:
        event = story.event(key)
        versions = (*(revised(event, one) for one in event.revisions), event)
        for revision, (before, after) in zip(event.revisions, pairwise(versions), strict=True):
            known = revision.known.date
            told = differences(story, key, before, after, words)
            made = Correction(when(known, story.settings), lead(story, key, root), "", None, told)
            found.append((-(known.stated.earliest or 0), str(key), made))
    return tuple(one for _, _, one in sorted(found, key=lambda entry: entry[:2]))


def _correction(story: Story, key: Key, root: str, words: Wording) -> Correction:
    annotation, target = story.annotation(key), story.links[key].target
    on = lead(story, target, root) if target else Lead(key.id, "")
    quote = annotation.quote.exact if annotation.quote else ""
    body = prose(story, key, root, words, inner=True)
    shown = Lead(on.title, href(root, story.spots[key]), language=on.language)
    return Correction(dated(annotation.date, story.settings), shown, quote, body, (), quoted_tongue(story, key))
