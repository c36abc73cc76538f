"""Nodes of JSON-LD, and what all of them need: names for things, addresses, licences."""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import json

from dateline.model.documents import Entity
from dateline.model.names import Address, Key, Kind
from dateline.pages.frame import absolute
from dateline.story import Story

DENIED = "denied"
Node = dict[str, object]
"""A node of the graph, or a reference to one."""

TYPES = {
    Kind.ARTICLE: "NewsArticle",
    Kind.EVENT: "Event",
    Kind.PERSON: "Person",
    Kind.ORGANISATION: "Organization",
    Kind.PLACE: "Place",
    Kind.PAGE: "WebPage",
}
"""The type of schema.org for each kind that has a page of its own."""


def node(sort: str, name: str = "", /, **properties: object) -> Node:
    """A node; `name` is its identifier. What is empty is left out: an absent property claims nothing."""
    made: Node = {"@type": sort}
    if name:
        made["@id"] = name
    for key, value in properties.items():
        if value or value == 0:
            made[key] = value
    return made


def document(nodes: Sequence[Node]) -> str:
    """The nodes as one JSON-LD document."""
    return json.encode({"@context": "https://schema.org", "@graph": nodes}).decode()


def site_name(story: Story) -> str:
    """The identifier of the site."""
    return f"{story.settings.base_url}#site"


def name_of(story: Story, key: Key) -> str:
    """The identifier of what a document is about: of the event itself, not of its page."""
    return f"{url_of(story, key)}#{key.kind.singular}"


def url_of(story: Story, key: Key) -> str:
    """The full address of a document's page; of an annotation with its fragment."""
    return story.settings.base_url + story.named[key].way


def reference(story: Story, key: Key) -> Node:
    """What another page is about, by identifier, type and name: enough to be understood on this page alone."""
    title = "headline" if key.kind is Kind.ARTICLE else "name"
    return node(TYPES[key.kind], name_of(story, key), url=url_of(story, key), **{title: story.named[key].title})


def references(story: Story, keys: Sequence[Key]) -> list[Node]:
    """References to several documents, each once; not to an event of which somebody says that it did not happen."""
    return [reference(story, key) for key in dict.fromkeys(keys) if key.kind in TYPES and is_told(story, key)]


def is_told(story: Story, key: Key) -> bool:
    """Whether a document is told to programs: schema.org has no word for an event that is denied."""
    return key.kind is not Kind.EVENT or story.event(key).status != DENIED


def place_position(entity: Entity) -> Node | None:
    """Where a place lies (WGS 84), if the author says so."""
    if entity.latitude is None or entity.longitude is None:
        return None
    return node("GeoCoordinates", latitude=entity.latitude, longitude=entity.longitude)


def file_url(story: Story, key: Key) -> str:
    """The full address of the image that stands for a document; empty without one."""
    path = story.images.get(key)
    medium = story.media.get(path) if path else None
    return absolute(story, Address(medium.address)) if medium else ""


@lru_cache(maxsize=256)  # a pure function of a few words; nearly all pages have the same licence
def licence_url(written: str) -> str:
    """The address of a licence: one that is written, or that of a Creative Commons licence by its usual name."""
    if re.match(r"https?://\S+$", written):
        return written
    found = _COMMONS.fullmatch(written.strip())
    if found:
        return f"https://creativecommons.org/licenses/{found[1].lower().replace(' ', '-')}/{found[2]}/"
    return "https://creativecommons.org/publicdomain/zero/1.0/" if _ZERO.fullmatch(written.strip()) else ""


_COMMONS = re.compile(r"CC[ -](BY(?:[ -](?:SA|ND|NC|NC[ -]SA|NC[ -]ND))?)(?:[ -]([1-4]\.0))", re.IGNORECASE)
_ZERO = re.compile(r"CC0(?:[ -]1\.0)?(?: Universal)?", re.IGNORECASE)
