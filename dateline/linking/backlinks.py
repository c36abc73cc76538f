"""What refers to what: every reference of a body and of front matter, seen from the other end."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from dateline.linking.prose import Mention
from dateline.linking.references import Links
from dateline.model.names import Key


class Backlink(Struct, frozen=True, order=True):
    """One document that refers to another, once or in several sentences."""

    origin: Key
    mentions: tuple[Mention, ...] = ()
    """The sentences of its body; none where only its front matter refers."""


def backlinks(
    links: Mapping[Key, Links], mentions: Mapping[Key, tuple[Mention, ...]]
) -> Mapping[Key, tuple[Backlink, ...]]:
    """For each document what refers to it, sorted by key; a document never refers to itself."""
    found: dict[Key, dict[Key, list[Mention]]] = {}
    for origin in sorted(links):
        for target in _targets(links[origin], mentions.get(origin, ())):
            if target != origin:
                found.setdefault(target, {}).setdefault(origin, [])
        for mention in mentions.get(origin, ()):
            if mention.target != origin:
                found[mention.target][origin].append(mention)
    return {
        target: tuple(Backlink(origin, _once(spoken)) for origin, spoken in sorted(origins.items()))
        for target, origins in found.items()
    }


def _targets(links: Links, mentions: Iterable[Mention]) -> frozenset[Key]:
    return links.all_keys() | {mention.target for mention in mentions}


def _once(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple({mention.sentence: mention for mention in mentions}.values())
