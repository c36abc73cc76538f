"""A person, an organisation or a place, and the list of each kind."""

from msgspec import Struct

from dateline.model.names import Address, Key, Kind, SitePath
from dateline.pages.alphabets import alphabet
from dateline.pages.drawing import Drawing, small_drawing
from dateline.pages.frame import Frame, Lead, document_frame, frame
from dateline.pages.notes import Notes, marks, notes_on
from dateline.pages.pieces import (
    LISTED,
    EventLine,
    Picture,
    ReferrerGroup,
    event_lines,
    foremost,
    lead,
    picture,
    prose,
    referrers,
)
from dateline.pages.prose import Prose
from dateline.pages.wording import Wording
from dateline.story import Story

SHORT = 24
"""A list of so many is not divided by letters."""
WIKIDATA = "https://www.wikidata.org/wiki/"


class EntityView(Struct, frozen=True, tag="entity"):
    """What the page of a person, an organisation or a place shows."""

    path: SitePath
    frame: Frame
    kind_words: str
    summary: str
    role: str
    also_known_as: tuple[str, ...]
    body: Prose
    image: Picture | None
    outside: tuple[Lead, ...]
    """The same elsewhere: Wikidata, `same_as`."""
    coordinates: str
    latitude: str
    longitude: str
    drawing: Drawing | None
    """Of two events or more."""
    events: tuple[EventLine, ...]
    event_count: int
    """More than are listed where there are very many."""
    notes: Notes
    referrers: tuple[ReferrerGroup, ...]


class EntityLine(Struct, frozen=True):
    """One in a list."""

    lead: Lead
    role: str
    summary: str
    events: int


class EntityLetter(Struct, frozen=True):
    """Those whose names begin with a letter."""

    letter: str
    entities: tuple[EntityLine, ...]


class EntitiesView(Struct, frozen=True, tag="entities"):
    """All of a kind, by name."""

    path: SitePath
    frame: Frame
    letters: tuple[EntityLetter, ...]
    """One, which has no name, where the list is short."""


def entity_view(story: Story, key: Key, words: Wording) -> EntityView:
    """The page of a person, an organisation or a place."""
    entity = story.entity(key)
    made = document_frame(story, key, words)
    every = story.events_with.get(key, ())
    events = foremost(story, every, LISTED)
    wikidata = [Lead("Wikidata", WIKIDATA + entity.wikidata)] if entity.wikidata else []
    return EntityView(
        path=SitePath(made.address + "index.html"),
        frame=made,
        kind_words=words(f"one.{key.kind.value}"),
        summary=entity.head.summary or "",
        role=entity.role or "",
        also_known_as=entity.also_known_as,
        body=prose(story, key, made.root, words, marks(story, key, made.root, words)),
        image=picture(story, key, entity.image, made.root),
        outside=(*wikidata, *(Lead(url, url) for url in entity.same_as)),
        coordinates=_coordinates(entity.latitude, entity.longitude),
        latitude=str(entity.latitude),
        longitude=str(entity.longitude),
        drawing=small_drawing(story, events, made.root, words) if len(events) > 1 else None,
        events=event_lines(story, events, made.root, words),
        event_count=len(every),
        notes=notes_on(story, key, made.root, words),
        referrers=referrers(story, key, made.root, words),
    )


def _coordinates(latitude: float | None, longitude: float | None) -> str:
    return f"{latitude}, {longitude}" if latitude is not None and longitude is not None else ""


def entities_view(story: Story, kind: Kind, words: Wording) -> EntitiesView:
    """The list of a kind."""
    made = frame(story, words, kind.value, Address(f"{kind.value}/"), words(kind.value))
    order = alphabet(story.settings.language)
    keys = sorted(story.of_kind(kind), key=lambda key: (order.rank(story.entity(key).head.title), key))
    letters: dict[str, list[EntityLine]] = {}
    for key in keys:
        letter = order.letter(story.entity(key).head.title) if len(keys) > SHORT else ""
        letters.setdefault(letter, []).append(_line(story, key, made.root))
    listed = tuple(EntityLetter(letter, tuple(lines)) for letter, lines in letters.items())
    return EntitiesView(SitePath(made.address + "index.html"), made, listed)


def _line(story: Story, key: Key, root: str) -> EntityLine:
    entity = story.entity(key)
    events = len(story.events_with.get(key, ()))
    return EntityLine(lead(story, key, root), entity.role or "", entity.head.summary or "", events)
