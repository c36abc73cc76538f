"""Articles, pages and fact-checks as schema.org has them."""

from collections.abc import Iterator, Sequence

from dateline.dates.words import html_value
from dateline.linking.references import Byline
from dateline.model.documents import Dated
from dateline.model.names import Key, Kind
from dateline.pages.structured.graph import (
    Node,
    file_url,
    licence_url,
    name_of,
    node,
    reference,
    references,
    site_name,
    url_of,
)
from dateline.story import Story

MENTIONED = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.EVENT})
MOST_MENTIONS = 30
UNRATED = "unproven"
"""A rating that is no degree of truth, so it has no place between best and worst."""


def website(story: Story) -> Node:
    """The site itself, on its home page."""
    settings = story.settings
    return node(
        "WebSite",
        site_name(story),
        name=settings.title,
        url=settings.base_url,
        description=settings.tagline,
        inLanguage=settings.language,
        creditText=settings.author,
        license=licence_url(settings.licence),
        potentialAction=_search(story) if settings.search else None,
    )


def _search(story: Story) -> Node:
    """How to look for words on the site (schema.org, Potential Actions)."""
    target = node("EntryPoint", urlTemplate=f"{story.settings.base_url}search/?q={{q}}")
    return node("SearchAction", target=target, **{"query-input": "required name=q"})


def page(story: Story, url: str, name: str, sort: str = "WebPage", **properties: object) -> Node:
    """A page of the site, as distinct from what it is about."""
    language = story.settings.language
    return node(sort, url, url=url, name=name, inLanguage=language, isPartOf={"@id": site_name(story)}, **properties)


def article(story: Story, key: Key) -> Node:
    """An article. What was first published elsewhere says where, and names its publisher."""
    found, links = story.article(key), story.links[key]
    return node(
        "NewsArticle",
        name_of(story, key),
        headline=found.head.title,
        description=found.head.summary,
        url=url_of(story, key),
        mainEntityOfPage=url_of(story, key),
        datePublished=iso(found.published, story),
        dateModified=iso(found.updated, story),
        author=credited(story, links.authors),
        publisher=node("Organization", name=found.publisher) if found.publisher else None,
        inLanguage=found.language or story.settings.language,
        isBasedOn=found.url,
        archivedAt=found.archive_url,
        license=licence_url(found.licence or ("" if found.url else story.settings.licence)),
        keywords=list(found.tags),
        articleSection=[one.title for one in story.settings.threads if one.id in links.threads],
        about=references(story, links.events),
        mentions=references(story, mentioned(story, key)),
        image=file_url(story, key),
        isPartOf={"@id": site_name(story)},
    )


def mentioned(story: Story, key: Key) -> tuple[Key, ...]:
    """Whom and what a body links to, in its order, besides what its front matter names."""
    named = frozenset(story.links[key].events)
    targets = (one.target for one in story.answers[key])
    found = (target for target in targets if target and target.kind in MENTIONED and target not in named)
    return tuple(dict.fromkeys(found))[:MOST_MENTIONS]


def credited(story: Story, authors: Sequence[Byline]) -> list[Node | str]:
    """Authors. Of a name alone nobody knows whether it is a person's or an organisation's, so it stays a name."""
    return [reference(story, one.person) if one.person else one.name for one in authors]


def iso(date: Dated | None, story: Story) -> str:
    """A date of front matter in ISO 8601, where that can say it."""
    return (html_value(date.date, story.settings.timezone) or "") if date else ""


def claim_reviews(story: Story, target: Key) -> Iterator[Node]:
    """The fact-checks among the notes on a document and their replies, in the order of their ids."""
    waiting = list(reversed(story.notes.get(target, ())))
    while waiting:
        key = waiting.pop()
        waiting += reversed(story.notes.get(key, ()))
        made = _claim_review(story, key, target)
        if made:
            yield made


def _claim_review(story: Story, key: Key, target: Key) -> Node | None:
    note = story.annotation(key)
    verdict = note.verdict
    claim = (verdict.claim or (note.quote.exact if note.quote else "")) if verdict else ""
    if verdict is None or not claim:
        return None
    said_in = {"@id": name_of(story, target)} if target.kind is Kind.ARTICLE else None
    url = url_of(story, key)
    return node(
        "ClaimReview",
        url,
        url=url,
        claimReviewed=claim,
        datePublished=iso(note.date, story),
        author=credited(story, story.links[key].authors) or story.settings.author,
        reviewRating=rating(verdict.rating, story.settings.verdict_scale),
        itemReviewed=node("Claim", appearance=said_in) if said_in else None,
        inLanguage=story.settings.language,
    )


def rating(written: str, scale: Sequence[str]) -> Node:
    """A rating of a scale that has the best first: the worst is 1."""
    ranks = [one for one in scale if one != UNRATED]
    if written not in ranks:
        return node("Rating", alternateName=written)
    value = len(ranks) - ranks.index(written)
    return node("Rating", ratingValue=value, bestRating=len(ranks), worstRating=1, alternateName=written)
