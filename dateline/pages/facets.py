"""What a list of events can be narrowed to: threads, statuses, people, organisations and places, with their counts.

Narrowing needs no script: each value has a number within its group, each event the classes of its values (`ft1 fp3`),
and the timeline's sheet has a rule for each number. So only the values with most events have one; the others are links.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from dateline.model.names import Key
from dateline.pages.frame import Lead
from dateline.pages.pieces import lead
from dateline.pages.threads import thread_leads
from dateline.pages.wording import Wording
from dateline.story import Story

V = TypeVar("V", str, Key)

MOST = 12
"""So many values of a group at most have a number: the timeline's sheet has as many rules for each group."""
STATUSES = ("confirmed", "reported", "disputed", "denied", "planned")


class Value(Struct, frozen=True):
    """What a list can be narrowed to."""

    name: str
    """The class of its events: `f`, the letter of its group, and its number in it."""
    title: str
    count: int
    """How many events of the list have it."""
    language: str = ""
    """Of its title, where that is not the page's."""


class Other(Struct, frozen=True):
    """A value without a number: its page shows its events."""

    lead: Lead
    count: int


class Group(Struct, frozen=True):
    """Values of one sort, of which one is chosen at a time."""

    letter: str
    title: str
    values: tuple[Value, ...]
    others: tuple[Other, ...]


class Facets(Struct, frozen=True):
    """What a list can be narrowed to, and the classes of its events."""

    groups: tuple[Group, ...]
    classes: Mapping[Key, str]


class _Sorted(Struct, frozen=True):
    """A group, and the numbered values of each event."""

    group: Group
    names: Mapping[Key, tuple[str, ...]]


def facets(story: Story, keys: Sequence[Key], root: str, words: Wording) -> Facets:
    """What these events can be narrowed to; a group in which all events are alike is left out."""
    found = [one for one in _sorted(story, keys, root, words) if _divides(one.group, len(keys))]
    classes = {key: " ".join(name for one in found for name in one.names[key]) for key in keys}
    return Facets(tuple(one.group for one in found), classes)


def _divides(group: Group, total: int) -> bool:
    return any(value.count < total for value in group.values)


def _sorted(story: Story, keys: Sequence[Key], root: str, words: Wording) -> Iterator[_Sorted]:
    threads = tuple(thread.id for thread in story.settings.threads)
    titles = {str(name): one for name, one in zip(threads, thread_leads(story, threads, root), strict=True)}
    in_threads: dict[Key, Sequence[str]] = {key: story.links[key].threads for key in keys}
    yield _group("t", words("threads"), in_threads, titles.__getitem__, threads)
    statuses: dict[Key, Sequence[str]] = {key: (story.event(key).status,) for key in keys}
    yield _group("s", words("status"), statuses, lambda name: Lead(words(f"status.{name}"), ""), STATUSES)
    for letter, name in (("p", "people"), ("o", "organisations"), ("l", "places")):
        named: dict[Key, Sequence[Key]] = {key: getattr(story.links[key], name) for key in keys}
        yield _group(letter, words(name), named, lambda key: lead(story, key, root))


def _group(
    letter: str, title: str, of: Mapping[Key, Sequence[V]], lead_of: Callable[[V], Lead], order: Sequence[V] = ()
) -> _Sorted:
    """A group of what each event has; in an order of its own, else those with most events first."""
    counts = Counter(value for values in of.values() for value in dict.fromkeys(values))
    leads = {value: lead_of(value) for value in counts}
    ranked = sorted(counts, key=lambda value: (-counts[value], leads[value].title.casefold(), value))
    chosen = ranked[:MOST]
    names = {value: f"f{letter}{number}" for number, value in enumerate(chosen, 1)}
    shown = sorted(chosen, key=order.index) if order else chosen
    group = Group(
        letter,
        title,
        tuple(Value(names[value], leads[value].title, counts[value], leads[value].language) for value in shown),
        tuple(Other(leads[value], counts[value]) for value in ranked[MOST:]),
    )
    return _Sorted(
        group, {key: tuple(names[value] for value in values if value in names) for key, values in of.items()}
    )
