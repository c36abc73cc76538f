"""What refers to what: every reference of a body and of front matter, seen from the other end."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from dateline.linking.answers import Answer
from dateline.linking.prose import Mention
from dateline.linking.references import Links
from dateline.model.names import Key

TOLD = 100
"""So many referrers of a kind come with the sentences that they refer in; more are named alone."""


class Backlink(Struct, frozen=True, order=True):
    """One document that refers to another, once or in several sentences."""

    origin: Key
    mentions: tuple[Mention, ...] = ()
    """The sentences of its body; none where only its front matter refers, and none after very many of its kind."""


def referring(links: Mapping[Key, Links], answers: Mapping[Key, tuple[Answer, ...]]) -> Mapping[Key, tuple[Key, ...]]:
    """For each document what refers to it, sorted by key; a document never refers to itself."""
    found: dict[Key, list[Key]] = {}
    for origin in sorted(links, key=lambda key: (key.kind, key.id)):  # as keys are sorted, and in half the time
        spoken = {one.target for one in answers.get(origin, ()) if one.target}
        for target in links[origin].all_keys() | spoken:
            if target != origin:
                found.setdefault(target, []).append(origin)
    return {target: tuple(found[target]) for target in sorted(found)}


def spoken_of(mentions: Iterable[Mention], target: Key) -> tuple[Mention, ...]:
    """The sentences, each once, that refer to one document."""
    return tuple({one.sentence: one for one in mentions if one.target == target}.values())
