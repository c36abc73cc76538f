"""Lists over the whole site: annotations, tags, sources, corrections."""

from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from dateline.linking.addresses import Spot
from dateline.linking.references import Cited, all_cited
from dateline.model.names import Address, Key, Kind, SitePath
from dateline.pages.differing import Difference, differences
from dateline.pages.drawing import Drawing, small_drawing
from dateline.pages.frame import Frame, Lead, frame, href
from dateline.pages.listing import Listing
from dateline.pages.notes import Cite, cites, tag_leads, type_words
from dateline.pages.pieces import LISTED, EventLine, When, dated, event_lines, lead, prose, when
from dateline.pages.prose import Prose
from dateline.pages.sheets import sheets
from dateline.pages.tongues import quoted_tongue, tongue
from dateline.pages.views.article import ArticleLine, article_line
from dateline.pages.wording import Wording
from dateline.selection import revised
from dateline.story import Amendment, Story

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
    goal = lead(story, target, root) if target else Lead("", "")
    return NoteLine(
        id=key.id,
        lead=lead(story, key, root),
        target=goal,
        type=annotation.type,
        type_words=type_words(story, annotation.type, words),
        quote=quote,
        state=story.standing[key],
        date=date,
        language=quoted_tongue(story, key),
    )


def tags_view(story: Story, words: Wording) -> TagsView:
    """The list of all tags."""
    made = frame(story, words, "tags", Address("tags/"), words("tags"))
    listed = sorted(story.tagged.values(), key=lambda one: (one.title.casefold(), one.title))
    counted = tuple((tag_leads([one.title], made.root)[0], len(one.keys)) for one in listed)
    return TagsView(SitePath("tags/index.html"), made, counted)


def tag_views(story: Story, name: str, words: Wording) -> Iterator[TagView]:
    """A tag's page; of a tag that very many events carry also those of its periods."""
    address, tag = Address(f"tags/{name}/"), story.tagged[name]
    if len(tag.events) <= LISTED:
        made = frame(story, words, "tag", address, tag.title, name=name)
        yield _tag_view(story, made, tag.keys, tag.events, words)
        return
    for sheet in sheets(story, tag.events, address, words):
        title, part = (f"{tag.title}: {sheet.title}" if sheet.title else tag.title), f"{name}/{sheet.period}".strip("/")
        made = frame(story, words, "tag", sheet.address, title, name=part)
        shown = _tag_view(story, made, () if sheet.period else tag.keys, (), words)
        whole = Lead(tag.title, href(made.root, Spot(address))) if sheet.period else None
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
    inside: dict[Key, _Uses] = {}
    outside: dict[str, tuple[Cite, _Uses]] = {}
    owners = {key: all_cited(story.links[key]) for key in (*story.order, *story.of_kind(Kind.ANNOTATION))}
    count = sum(map(len, owners.values()))
    for key, cited in owners.items():
        for number, one in enumerate(cited):
            if one.article:
                uses = inside.setdefault(one.article, {})
            else:
                (cite,) = cites(story, key, (one,), made.root)
                uses = outside.setdefault(cite.lead.href or cite.lead.title, (cite, {}))[1]
            uses.setdefault(key, []).append((number, one))
    articles = [_source_line(story, key, inside[key], made.root, count) for key in story.newest if key in inside]
    others = [_used(story, cite, None, uses, made.root, count) for _, (cite, uses) in sorted(outside.items())]
    unused = tuple(lead(story, key, made.root) for key in story.newest if key not in inside)
    return SourcesView(SitePath("sources/index.html"), made, tuple(articles), tuple(others), unused)


_Uses = dict[Key, list[tuple[int, Cited]]]
"""Which documents name a source, and as which of their own."""


def _used(story: Story, cite: Cite, published: When | None, uses: _Uses, root: str, count: int) -> SourceLine:
    """A source, where all sources are named so often."""
    resting = () if count > NAMING else tuple(_resting(story, key, uses[key], root, count) for key in uses)
    return SourceLine(cite, published, sum(map(len, uses.values())), resting)


def _resting(story: Story, key: Key, cited: Sequence[tuple[int, Cited]], root: str, count: int) -> Resting:
    found = tuple(cite for number, one in cited for cite in cites(story, key, (one,), root, number))
    brief = found if count <= TELLING else tuple(structs.replace(one, quote="", note="") for one in found)
    return Resting(lead(story, key, root), brief)


def _source_line(story: Story, key: Key, uses: _Uses, root: str, count: int) -> SourceLine:
    article = story.article(key)
    cite = Cite(lead(story, key, root), publisher=article.publisher or "", language=tongue(story, key))
    return _used(story, cite, when(article.published.date, story.settings), uses, root, count)


def corrections_view(story: Story, words: Wording) -> CorrectionsView:
    """The list of corrections and revisions."""
    made = frame(story, words, "corrections", Address("corrections/"), words("corrections"))
    found = tuple(correction(story, one, made.root, words) for one in story.amended)
    return CorrectionsView(SitePath("corrections/index.html"), made, found)


def correction(story: Story, amendment: Amendment, root: str, words: Wording) -> Correction:
    """A correction, or a revision of an event."""
    key, number = amendment.key, amendment.revision
    if number is None:
        return _correction(story, key, root, words)
    event = story.event(key)
    before, after = revised(event, event.revisions[number]), event
    if number + 1 < len(event.revisions):
        after = revised(event, event.revisions[number + 1])
    known = when(event.revisions[number].known.date, story.settings)
    return Correction(known, lead(story, key, root), "", None, differences(story, key, before, after, words))


def _correction(story: Story, key: Key, root: str, words: Wording) -> Correction:
    annotation, target = story.annotation(key), story.links[key].target
    on = lead(story, target, root) if target else Lead(key.id, "")
    quote = annotation.quote.exact if annotation.quote else ""
    body = prose(story, key, root, words, inner=True)
    shown = Lead(on.title, href(root, story.spots[key]), language=on.language)
    return Correction(dated(annotation.date, story.settings), shown, quote, body, (), quoted_tongue(story, key))
