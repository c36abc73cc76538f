"""People, organisations and places as schema.org has them."""

from dateline.model.names import Key, Kind
from dateline.pages.structured.graph import TYPES, Node, file_url, name_of, node, place_position, url_of
from dateline.story import Story

WIKIDATA = "https://www.wikidata.org/entity/"


def entity(story: Story, key: Key) -> Node:
    """A person, an organisation or a place. A role is told in words: it need not be a job's title."""
    found = story.entity(key)
    told = ". ".join(one.rstrip(".") for one in (found.role, found.head.summary) if one)
    same = [WIKIDATA + found.wikidata] if found.wikidata else []
    return node(
        TYPES[key.kind],
        name_of(story, key),
        name=found.head.title,
        alternateName=list(found.also_known_as),
        description=told,
        url=url_of(story, key),
        sameAs=[*same, *found.same_as],
        image=file_url(story, key),
        geo=place_position(found) if key.kind is Kind.PLACE else None,
    )
