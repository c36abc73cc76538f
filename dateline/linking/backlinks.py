"""What refers to what: every reference of a body and of front matter, seen from the other end."""

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from dateline.linking.prose import Mention
from dateline.linking.references import Links
from dateline.model.names import Key, Kind

TOLD = 100
"""So many referrers of a kind come with the sentences that they refer in; more are named alone."""


class Backlink(Struct, frozen=True, order=True):
    """One document that refers to another, once or in several sentences."""

    origin: Key
    mentions: tuple[Mention, ...] = ()
    """The sentences of its body; none where only its front matter refers, and none after very many of its kind."""


def backlinks(
    links: Mapping[Key, Links], mentions: Mapping[Key, tuple[Mention, ...]]
) -> Mapping[Key, tuple[Backlink, ...]]:
    """For each document what refers to it, sorted by key; a document never refers to itself.

    Sentences stand only where a page tells them, so that a page that has very many referrers does not change with each.
    """
    found: dict[Key, dict[Key, list[Mention]]] = {}
    for origin in sorted(links, key=lambda key: (key.kind, key.id)):  # as keys are sorted, and in half the time
        for target in links[origin].all_keys():
            found.setdefault(target, {})[origin] = []
        for mention in mentions.get(origin, ()):
            found.setdefault(mention.target, {}).setdefault(origin, []).append(mention)
        found.get(origin, {}).pop(origin, None)
    return {target: _told(origins) for target, origins in found.items() if origins}


def _told(origins: Mapping[Key, list[Mention]]) -> tuple[Backlink, ...]:
    so_far: Counter[Kind] = Counter()
    made = []
    for origin, spoken in origins.items():
        so_far[origin.kind] += 1
        made.append(Backlink(origin, _once(spoken) if spoken and so_far[origin.kind] <= TOLD else ()))
    return tuple(made)


def _once(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple({mention.sentence: mention for mention in mentions}.values())
