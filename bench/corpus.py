"""A made-up story of any size, the same on every machine: what both generators are given to build.

Of N documents 40 % are articles (some 320 words each), 40 % annotations that quote them (some 65 words), 15 % events
and 5 % people, places and organisations. Every quote stands exactly once in its article, and every relation holds, so
the story builds without an error. A link in a body is written `[text](ref:ID)`; each generator gets its own spelling.

Documents are made one after the other, an article with the notes on it, so that a story of 100,000 fits anywhere: what
is held are titles and dates.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, timezone
from random import Random
from typing import TypeAlias, TypeVar

from msgspec import Struct

from bench.language import Block, Language, Link

A = TypeVar("A")

TYPES = ("context", "correction", "fact-check", "related")
ZONES = tuple(timezone(timedelta(hours=hours)) for hours in (0, 1, 2, -5, 9))


class Article(Struct, frozen=True):
    id: str
    title: str
    published: str
    author: str
    publisher: str
    url: str
    tags: tuple[str, ...]
    mentions: tuple[str, ...]
    """The people, places and organisations that its body links to."""
    body: str


class Note(Struct, frozen=True):
    id: str
    target: str
    quote: str
    prefix: str
    suffix: str
    type: str
    author: str
    date: str
    event: str
    body: str


class Event(Struct, frozen=True):
    id: str
    title: str
    date: str
    begins: str
    """The first day of its date, for a generator that knows days only."""
    position: int
    """Its place among all events in order of that day, from 1."""
    people: tuple[str, ...]
    organisations: tuple[str, ...]
    places: tuple[str, ...]
    sources: tuple[str, ...]
    related: tuple[str, ...]
    after: tuple[str, ...]
    body: str


class Entity(Struct, frozen=True):
    id: str
    name: str
    body: str


Document: TypeAlias = Article | Note | Event | Entity


def sort_of(name: str) -> str:
    """`article`, `note`, `event`, `person`, `place` or `organisation`, from an id."""
    return name.partition("-")[0]


def counts(size: int) -> dict[str, int]:
    """How many of a story's documents are of each sort; `entity` for people, places and organisations together."""
    made = {"article": round(size * 0.4), "event": round(size * 0.15), "entity": max(3, round(size * 0.05))}
    return {**made, "note": max(1, size - sum(made.values()))}


def numbered(sort: str, number: int) -> str:
    """A document's id; the numbers of a sort begin with 1."""
    return f"{sort}-{number:05}"


def corpus(size: int, seed: int = 1) -> Iterator[Document]:
    """A story of so many documents."""
    return _Author(Random(seed), size).write()


class _Author:
    """Everything is drawn from one source of chance, in a fixed order."""

    def __init__(self, chance: Random, size: int) -> None:
        self._chance = chance
        self._language = Language(chance)
        self._counts = counts(size)
        self._articles = [numbered("article", number) for number in range(1, self._counts["article"] + 1)]
        self._events = [numbered("event", number) for number in range(1, self._counts["event"] + 1)]
        sorts = ("person", "place", "organisation")
        self._entities = [numbered(sorts[number % 3], number) for number in range(1, self._counts["entity"] + 1)]
        self._of_sort = {sort: [one for one in self._entities if sort_of(one) == sort] for sort in sorts}
        self._people = [self._language.title(2, 2) for _ in range(40)]
        self._publishers = [self._language.title(1, 2) for _ in range(30)]
        self._titles = {one: self._language.title(4, 8) for one in (*self._articles, *self._events)}
        self._titles |= {one: self._language.title(2, 3) for one in self._entities}
        self._dates = {one: self._date() for one in self._events}
        in_order = sorted(self._events, key=lambda one: (self._dates[one][1], one))
        self._positions = {one: position for position, one in enumerate(in_order, 1)}

    def write(self) -> Iterator[Document]:
        for entity in self._entities:
            yield Entity(entity, self._titles[entity], self._language.paragraph(40).markdown)
        notes: dict[str, list[str]] = defaultdict(list)
        for number in range(1, self._counts["note"] + 1):
            notes[self._chance.choice(self._articles)].append(numbered("note", number))
        for article in self._articles:
            yield from self._annotated(article, notes[article])
        for event in self._events:
            yield self._event(event)

    def _annotated(self, name: str, notes: Sequence[str]) -> Iterator[Document]:
        links = self._links(name)
        blocks = tuple(self._language.article([Link(self._titles[one], one) for one in links]))
        yield self._article(name, blocks, links)
        for note in notes:
            yield self._note(note, name, blocks)

    def _article(self, name: str, blocks: Sequence[Block], links: Sequence[str]) -> Article:
        chance = self._chance
        publisher = chance.randrange(len(self._publishers))
        return Article(
            id=name,
            title=self._titles[name],
            published=self._instant(2012, 13),
            author=chance.choice(self._people),
            publisher=self._publishers[publisher],
            url=f"https://source-{publisher:02}.example.org/{name}",
            tags=self._language.tags(chance.randint(2, 4)),
            mentions=tuple(one for one in links if sort_of(one) not in ("article", "event")),
            body="\n\n".join(block.markdown for block in blocks),
        )

    def _links(self, name: str) -> list[str]:
        """Two to four documents that an article links to."""
        kinds = (self._articles, self._events, self._entities)
        drawn = [self._chance.choice(kind) for kind in (*kinds, self._chance.choice(kinds))]
        return [one for one in dict.fromkeys(drawn[: self._chance.randint(2, 4)]) if one != name]

    def _note(self, name: str, target: str, blocks: Sequence[Block]) -> Note:
        chance, event = self._chance, self._chance.choice(self._events)
        prefix, quote, suffix = self._quote(blocks)
        body = self._language.paragraph(chance.randint(40, 65), [Link(self._titles[event], event)])
        return Note(
            id=name,
            target=target,
            quote=quote,
            prefix=prefix,
            suffix=suffix,
            type=chance.choice(TYPES),
            author=chance.choice(self._people),
            date=self._instant(2020, 5),
            event=event,
            body=body.markdown,
        )

    def _quote(self, blocks: Sequence[Block]) -> tuple[str, str, str]:
        """Six to fifteen words that an article has once, with what stands before and after."""
        text = "\n".join(block.text for block in blocks)
        while True:
            words = self._chance.choice(blocks).text.partition("\n")[0].split(" ")
            count = self._chance.randint(6, 15)
            if len(words) < count + 2:
                continue
            first = self._chance.randrange(len(words) - count)
            quote = " ".join(words[first : first + count])
            if text.count(quote) == 1:
                before, _, after = text.partition(quote)
                return before[-24:], quote, after[:24]

    def _event(self, name: str) -> Event:
        written, begins, _ = self._dates[name]
        paragraphs = [self._language.paragraph(self._chance.randint(30, 50)) for _ in range(2)]
        return Event(
            id=name,
            title=self._titles[name],
            date=written,
            begins=f"{begins:%Y-%m-%d}",
            position=self._positions[name],
            people=self._some(self._of_sort["person"], 1, 2),
            organisations=self._some(self._of_sort["organisation"], 0, 1),
            places=self._some(self._of_sort["place"], 0, 2),
            sources=self._some(self._articles, 1, 4),
            related=tuple(one for one in self._some(self._events, 1, 2) if one != name),
            after=self._earlier(begins),
            body="\n\n".join(paragraph.markdown for paragraph in paragraphs),
        )

    def _some(self, of: Sequence[A], least: int, most: int) -> tuple[A, ...]:
        return tuple(self._chance.sample(of, min(len(of), self._chance.randint(least, most))))

    def _earlier(self, begins: datetime) -> tuple[str, ...]:
        """For every third event another that was over well before it began."""
        other = self._chance.choice(self._events)
        over = self._dates[other][2] + timedelta(days=750) < begins
        return (other,) if over and self._chance.random() < 2 / 3 else ()

    def _instant(self, first: int, years: int) -> str:
        minutes = self._chance.randrange(60 * 24 * 365 * years)
        return (datetime(first, 1, 1, tzinfo=self._chance.choice(ZONES)) + timedelta(minutes=minutes)).isoformat()

    def _date(self) -> tuple[str, datetime, datetime]:
        """A date in EDTF, its first day and about its last."""
        day = datetime(1990, 1, 1, tzinfo=ZONES[0]) + timedelta(days=self._chance.randrange(365 * 35))
        later = day + timedelta(days=self._chance.randint(2, 400))
        year = (f"{day:%Y}", day.replace(month=1, day=1), day.replace(month=12, day=28))
        month = (f"{day:%Y-%m}", day.replace(day=1), day.replace(day=28))
        exact = (f"{day:%Y-%m-%d}", day, day)
        interval = (f"{day:%Y-%m-%d}/{later:%Y-%m-%d}", day, later)
        about = self._chance.choice((year, month, exact))
        qualified = (f"{about[0]}~", *about[1:])
        return self._chance.choices((year, month, exact, interval, qualified), weights=(12, 18, 40, 15, 15))[0]
