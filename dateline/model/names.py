"""Own types for the sorts of name that a generator must not mix up."""

from enum import StrEnum
from typing import NewType

from msgspec import Struct

InputPath = NewType("InputPath", str)
"""A file of the author's, from the folder of `config.yaml`, with forward slashes: `content/events/release.md`."""

SitePath = NewType("SitePath", str)
"""A file of the site, from its root, with forward slashes: `events/release/index.html`."""

Address = NewType("Address", str)
"""Where a page stands, from the site's root: `events/release/`. The home page is the empty string."""

Fragment = NewType("Fragment", str)
"""What follows `#` in a link, without it."""

Id = NewType("Id", str)
"""A document's name within its kind: its file's name without `.md`."""


class Kind(StrEnum):
    """What a document is: the folder below `content/` that it stands in."""

    ARTICLE = "articles"
    ANNOTATION = "annotations"
    EVENT = "events"
    PERSON = "people"
    ORGANISATION = "organisations"
    PLACE = "places"
    PAGE = "pages"
    INDEX = "index"
    """The introduction on the home page, `content/index.md`: one document, with the id `index`."""

    @property
    def singular(self) -> str:
        """The kind's name for one document, as in `data-kind`."""
        return _SINGULAR[self]


_SINGULAR = {
    "articles": "article",
    "annotations": "annotation",
    "events": "event",
    "people": "person",
    "organisations": "organisation",
    "places": "place",
    "pages": "page",
    "index": "home",
}


class Key(Struct, frozen=True, order=True, array_like=True, cache_hash=True):
    """What names one document among all: its kind and id."""

    kind: Kind
    id: Id

    @staticmethod
    def written(name: str) -> "Key":
        """The key that other programs read as this."""
        kind, _, own = name.partition("/")
        return Key(Kind(kind), Id(own or name))

    def __str__(self) -> str:
        """As other programs read it: `events/release`; the introduction is `index`."""
        return "index" if self.kind is Kind.INDEX else self.kind + "/" + self.id
