"""What stands in the words of bodies: each body filled in, every quote found, every sentence that refers to a document.

Each is made for one document at a time, from the story without words (`dateline.assembling`) and the bodies it needs.
"""

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from dateline.assembling import Told, Wish
from dateline.chronology.network import Chronology
from dateline.kernel.diagnostics import Diagnostic
from dateline.kernel.lens import Derived
from dateline.linking.answers import Answer
from dateline.linking.backlinks import TOLD, Backlink, spoken_of
from dateline.linking.judged import judge
from dateline.linking.prose import Filled, Mention, fill
from dateline.linking.quotes import AnchorTask, Guard, Selector, anchor_all
from dateline.linking.references import Links, all_cited
from dateline.model.anchors import Whole, state
from dateline.model.body import Body
from dateline.model.documents import Annotation, Document
from dateline.model.names import InputPath, Key, Kind
from dateline.model.settings import Settings
from dateline.story import Anchored, Passages, Spoken, Story


class Texts(Struct, frozen=True):
    """What the words of documents are made of."""

    documents: Mapping[Key, Document]
    bodies: Mapping[InputPath, Body]
    answers: Mapping[Key, tuple[Answer, ...]]


def filled(texts: Texts, key: Key) -> Filled:
    """The body of a document, its titles filled in."""
    return fill(texts.bodies[texts.documents[key].head.path], texts.answers[key])


class Sought(Struct, frozen=True):
    """What is needed to find the quotes on a document."""

    documents: Mapping[Key, Document]
    filled: Mapping[Key, Filled]
    wishes: Mapping[Key, tuple[Wish, ...]]
    guard: Guard
    settings: Settings


def anchor(sought: Sought, target: Key) -> Passages:
    """Every quote on a document, looked for in its visible text."""
    wishes = [one for one in sought.wishes[target] if not one.whole]
    wholes = [one for one in sought.wishes[target] if one.whole]
    selectors = tuple(Selector(one.quote.exact, one.quote.prefix, one.quote.suffix) for one in wishes)
    anchors = anchor_all(AnchorTask(sought.filled[target].text, selectors, sought.guard)) if wishes else ()
    warn = sought.settings.anchors.changed_meaning == "warn"
    found: list[Diagnostic] = []
    for wish, anchor in zip(wishes, anchors, strict=True):
        found += judge(anchor, wish.quote, wish.path, target, warn=warn)
    stand = [Anchored(one.owner, one.source, target, one.quote, at) for one, at in zip(wishes, anchors, strict=True)]
    whole = [Anchored(one.owner, None, target, one.quote, Whole()) for one in wholes]
    quotes = (*stand, *whole)
    return Passages(quotes, tuple((one.owner, state(one.anchor)) for one in quotes if one.source is None), tuple(found))


class Saying(Struct, frozen=True):
    """What is needed to tell what a document says of others."""

    documents: Mapping[Key, Document]
    filled: Mapping[Key, Filled]


def speak(saying: Saying, key: Key) -> Spoken:
    """The sentences in which a document's body refers to others, and what it is called by where it has no title."""
    filled, document = saying.filled[key], saying.documents[key]
    nameless = isinstance(document, Annotation) and not document.head.title and not document.quote
    return Spoken(filled.mentions, opening_of(filled.text) if nameless else "")


LONGEST_TITLE = 60
"""Of an annotation that is called by other words than a title, in code points."""


def opening_of(text: str) -> str:
    """The first words of a text, as a title."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_TITLE else line[: LONGEST_TITLE - 1].rstrip() + "…"


class Placed(Struct, frozen=True):
    """What is needed to find the quotes of a document, and those that refer to it."""

    links: Mapping[Key, Links]
    quotes: Mapping[Key, tuple[Anchored, ...]]
    mentions: Mapping[Key, tuple[Mention, ...]]
    referring: Mapping[Key, tuple[Key, ...]]


def own_anchor(placed: Placed, key: Key) -> Anchored:
    """An annotation's quote, and where it stands; `KeyError` where it has no target."""
    target = placed.links[key].target
    for one in placed.quotes.get(target, ()) if target else ():
        if one.owner == key and one.source is None:
            return one
    raise KeyError(key)


def cited_anchors(placed: Placed, key: Key) -> Mapping[int, Anchored]:
    """The quotes of a document's sources by their numbers; `KeyError` where it has none."""
    articles = dict.fromkeys(one.article for one in all_cited(placed.links[key]) if one.article and one.source.quote)
    found = [one for article in articles for one in placed.quotes.get(article, ()) if one.owner == key]
    if not found:
        raise KeyError(key)
    return {one.source: one for one in found if one.source is not None}


def backlinks(placed: Placed, key: Key) -> tuple[Backlink, ...]:
    """What refers to a document, and in which sentences; `KeyError` where nothing does.

    Sentences stand only where a page tells them, so that a page that has very many referrers does not change with each.
    """
    so_far: Counter[Kind] = Counter()
    made = []
    for origin in placed.referring[key]:
        so_far[origin.kind] += 1
        told = placed.mentions[origin] if so_far[origin.kind] <= TOLD else ()
        made.append(Backlink(origin, spoken_of(told, key)))
    return tuple(made)


class Words(Struct, frozen=True):
    """All words, and what stands in them."""

    filled: Mapping[Key, Filled]
    quotes: Mapping[Key, tuple[Anchored, ...]]
    mentions: Mapping[Key, tuple[Mention, ...]]


def story(told: Told, settings: Settings, words: Words) -> Story:
    """The whole story."""
    placed = Placed(told.links, words.quotes, words.mentions, told.referring)
    return Story(
        settings=settings,
        documents=told.documents,
        links=told.links,
        answers=told.answers,
        files=told.files,
        images=told.images,
        media=told.media,
        filled=words.filled,
        spots=told.spots,
        roots=told.roots,
        quotes=words.quotes,
        chronology=Chronology(tuple(one.id for one in told.order), told.dates, told.bounds, told.known_after_previous),
        order=told.order,
        order_index=told.order_index,
        backlinks=Derived(backlinks, placed),
        nav=told.nav,
        kinds=told.kinds,
        notes=told.notes,
        anchors=Derived(own_anchor, placed),
        cited=Derived(cited_anchors, placed),
        led_to=told.led_to,
        known=told.known,
        events_with=told.events_with,
        resting_on=told.resting_on,
        aliases=told.aliases,
    )
