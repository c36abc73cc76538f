"""What pages ask of the whole story, found once: orders, neighbours, rankings, and how each document is named.

A page that needs one row of these reads that row; it need not look through every document to find out.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TypeVar

from msgspec import Struct, structs

from dateline.assembling import Told
from dateline.dates.date import Bounds, Date
from dateline.dates.gregorian import days_from_civil
from dateline.dates.instants import DAY, local_at, local_text, offset_at
from dateline.linking.addresses import Spot, tag_name, way
from dateline.model.documents import Annotation, Article, Dated, Document, Event, FreePage
from dateline.model.names import Address, Id, Key, Kind
from dateline.model.settings import Settings
from dateline.speaking import Words, opening_of
from dateline.speaking import story as whole
from dateline.story import Amendment, Day, InThread, MenuLink, Named, Neighbours, Story, Tag, Version

K = TypeVar("K", bound=Hashable)

NEAR = 2
"""So many neighbours on each side stand around an event."""
MOST_YEARS = 12
"""A longer time is found by its first and last year alone."""


class Surveying(Struct, frozen=True):
    """What is surveyed: the story, and of words only what others call a document by, and how its quotes stand."""

    told: Told
    settings: Settings
    states: Mapping[Key, tuple[tuple[Key, str], ...]]
    """By target the states of the anchors on it."""
    openings: Mapping[Key, str]
    """The first words of notes that have no other name."""


class Survey(Struct, frozen=True):
    """Each field is one of `dateline.story.Story`'s."""

    menu: tuple[MenuLink, ...]
    named: Mapping[Key, Named]
    neighbours: Mapping[Key, Neighbours]
    around: Mapping[Key, tuple[Key, ...]]
    reported: Mapping[Key, tuple[Key, ...]]
    standing: Mapping[Key, str]
    referrals: Mapping[Key, int]
    newest: tuple[Key, ...]
    most_noted: Key | None
    newest_notes: tuple[Key, ...]
    foremost: tuple[Key, ...]
    busiest: tuple[Key, ...]
    tagged: Mapping[str, Tag]
    in_thread: Mapping[Id, InThread]
    amended: tuple[Amendment, ...]
    versions: tuple[Version, ...]
    days: Mapping[str, Day]
    always_known: tuple[Key, ...]
    years: tuple[int, ...]


def survey(surveying: Surveying) -> Survey:
    """The survey of a story."""
    story = whole(surveying.told, surveying.settings, Words({}, {}, {}))
    newest = _newest(story)
    versions = _versions(story)
    always = tuple(key for key in story.order if story.known[key] is None and not story.event(key).revisions)
    place = story.order_index.__getitem__
    states = {key: state for states in surveying.states.values() for key, state in states}
    referring = surveying.told.referring
    return Survey(
        menu=_menu(story),
        named={key: _named(story, key, one, surveying.openings[key]) for key, one in story.documents.items()},
        neighbours={**_in_time(story), **_beside(tuple(reversed(newest)))},
        around={key: _around(story, key) for key in story.order},
        reported={key: tuple(sorted(story.links[key].events, key=place)) for key in newest},
        standing={key: states.get(key, "whole") for key in story.of_kind(Kind.ANNOTATION)},
        referrals={key: len(referring.get(key, ())) for key in story.order},
        newest=newest,
        most_noted=min(reversed(newest), key=lambda key: -len(story.notes.get(key, ())), default=None),
        newest_notes=_newest_notes(story),
        foremost=tuple(sorted(story.order, key=lambda key: -story.event(key).importance)),
        busiest=_busiest(story),
        tagged=_tagged(story),
        in_thread=_in_threads(story),
        amended=_amended(story),
        versions=versions,
        days=_days(story, reversed(newest), versions, len(always)),
        always_known=always,
        years=_years(story),
    )


def surveyed(story: Story, found: Survey) -> Story:
    """The story with its survey."""
    return structs.replace(story, **{name: getattr(found, name) for name in found.__struct_fields__})


# Names


LISTS: tuple[tuple[str, Kind | None], ...] = (
    ("timeline", None),
    ("articles", Kind.ARTICLE),
    ("people", Kind.PERSON),
    ("organisations", Kind.ORGANISATION),
    ("places", Kind.PLACE),
    ("annotations", Kind.ANNOTATION),
    ("sources", None),
)
"""The lists in the navigation, each where there is something of its kind."""


def _menu(story: Story) -> tuple[MenuLink, ...]:
    """The site's own entries where it gives any, else its lists; then pages that ask for it."""
    own = tuple(MenuLink(title, spot, url) for title, spot, url in story.nav)
    lists = (name for name, kind in LISTS if kind is None or story.of_kind(kind))
    pages = (story.documents[key] for key in story.of_kind(Kind.PAGE))
    asking = [page for page in pages if isinstance(page, FreePage) and page.nav is not None]
    return (
        *(own or (MenuLink("", Spot(Address(f"{name}/")), word=name) for name in lists)),
        *(
            MenuLink(page.head.title, Spot(story.spots[page.head.key].address))
            for page in sorted(asking, key=lambda page: page.nav or 0)
        ),
    )


def _named(story: Story, key: Key, document: Document, opening: str) -> Named:
    spot = story.spots.get(key)
    path = way(spot) if spot else ""
    match document:
        case Article():
            title = document.head.title or key.id
            return Named(title, foreign(document.language, story.settings), path, document.published.date)
        case Annotation():
            date = document.date.date if document.date else None
            return Named(document.head.title or _first_words(document, opening), _quoted(story, document), path, date)
        case Event():
            return Named(document.head.title or key.id, "", path, story.chronology.dates[key.id])
        case _:
            return Named(document.head.title or key.id, "", path)


def foreign(language: str | None, settings: Settings) -> str:
    """A language, where it is not the site's; else empty."""
    return language if language and language.lower() != settings.language.lower() else ""


def _first_words(note: Annotation, opening: str) -> str:
    """What an annotation without a title is called: its quote or its first words."""
    return (opening_of(note.quote.exact) if note.quote else opening) or note.head.key.id


def _quoted(story: Story, annotation: Annotation) -> str:
    """The language of the words that an annotation is called by, which may be those of what it is on."""
    target = story.links[annotation.head.key].target
    on = story.documents[target] if target and annotation.quote and not annotation.head.title else None
    return foreign(on.language, story.settings) if isinstance(on, Article) else ""


# Orders


def _newest(story: Story) -> tuple[Key, ...]:
    def rank(key: Key) -> tuple[int, Key]:
        earliest = story.article(key).published.date.stated.earliest
        return (-earliest if earliest is not None else 0, key)

    return tuple(sorted(story.of_kind(Kind.ARTICLE), key=rank))


def _newest_notes(story: Story) -> tuple[Key, ...]:
    def rank(key: Key) -> tuple[bool, int, Key]:
        date = story.annotation(key).date
        earliest = date.date.stated.earliest if date else None
        return (earliest is None, -(earliest or 0), key)

    return tuple(sorted(story.of_kind(Kind.ANNOTATION), key=rank))


def _beside(order: tuple[Key, ...]) -> Mapping[Key, Neighbours]:
    return {
        key: Neighbours(before, after)
        for before, key, after in zip((None, *order), order, (*order[1:], None), strict=False)
    }


def _in_time(story: Story) -> Mapping[Key, Neighbours]:
    known = story.chronology.known_after_previous
    return {
        key: structs.replace(one, unordered=True) if follows is False else one
        for (key, one), follows in zip(_beside(story.order).items(), known, strict=True)
    }


def _around(story: Story, key: Key) -> tuple[Key, ...]:
    place = story.order_index[key]
    near = story.order[max(place - NEAR, 0) : place + NEAR + 1]
    tied = (*story.led_to.get(key, ()), *(tie.other for tie in story.links[key].caused_by))
    return tuple(sorted({*near, *tied}, key=story.order_index.__getitem__)) if tied else near


def _busiest(story: Story) -> tuple[Key, ...]:
    def rank(key: Key) -> tuple[int, str, Key]:
        return -len(story.events_with[key]), story.entity(key).head.title.casefold(), key

    return tuple(sorted(story.events_with, key=rank))


# Groups


def _tagged(story: Story) -> Mapping[str, Tag]:
    found: dict[str, tuple[str, list[Key]]] = {}
    names: dict[str, str] = {}
    for key in (key for kind in _TAGGED for key in story.of_kind(kind)):
        for tag in dict.fromkeys(_tags(story.documents[key])):
            name = names.get(tag) or names.setdefault(tag, tag_name(tag))
            found.setdefault(name, (tag, []))[1].append(key)
    return {name: _tag(story, title, keys) for name, (title, keys) in sorted(found.items())}


_TAGGED = (Kind.ANNOTATION, Kind.ARTICLE, Kind.EVENT)
"""The kinds that tags are given to, in the order of keys."""


def _tags(document: Document) -> tuple[str, ...]:
    return document.tags if isinstance(document, Annotation | Article | Event) else ()


def _tag(story: Story, title: str, keys: Iterable[Key]) -> Tag:
    carried = tuple(keys)
    events = sorted((key for key in carried if key.kind is Kind.EVENT), key=story.order_index.__getitem__)
    return Tag(title, carried, tuple(events))


def _in_threads(story: Story) -> Mapping[Id, InThread]:
    events = _by_thread(story, story.order)
    articles = _by_thread(story, story.of_kind(Kind.ARTICLE))
    return {one.id: InThread(events.get(one.id, ()), articles.get(one.id, ())) for one in story.settings.threads}


def _by_thread(story: Story, keys: Iterable[Key]) -> Mapping[Id, tuple[Key, ...]]:
    return grouped((name, key) for key in keys for name in story.links[key].threads)


def grouped(pairs: Iterable[tuple[K, Key]]) -> Mapping[K, tuple[Key, ...]]:
    """For each first of the pairs its seconds, in their order, each once."""
    found: dict[K, dict[Key, None]] = {}
    for first, second in pairs:
        found.setdefault(first, {})[second] = None
    return {first: tuple(seconds) for first, seconds in found.items()}


def _amended(story: Story) -> tuple[Amendment, ...]:
    found: list[tuple[int, str, Amendment]] = []
    for key in story.of_kind(Kind.ANNOTATION):
        note = story.annotation(key)
        if note.type == "correction" and key in story.spots:  # one whose target is unknown stands nowhere
            date = note.date.date.stated.earliest if note.date else None
            found.append((-(date or 0), str(key), Amendment(key, None)))
    for key in story.order:
        for number, revision in enumerate(story.event(key).revisions):
            known = revision.known.date.stated.earliest
            found.append((-(known or 0), str(key), Amendment(key, number)))
    return tuple(one for *_, one in sorted(found, key=lambda entry: entry[:2]))


# Days


def _versions(story: Story) -> tuple[Version, ...]:
    def rank(one: Version) -> tuple[bool, int]:
        earliest = one.known.stated.earliest
        return earliest is not None, earliest or 0

    return tuple(sorted((one for key in story.order for one in _versions_of(story, key)), key=rank))


def _versions_of(story: Story, key: Key) -> Iterator[Version]:
    dates = [*(one.known.date for one in story.event(key).revisions), story.known[key]]
    for number, known in enumerate(dates):
        if known is not None:
            yield Version(key, number, known, day_of(known, story.settings.timezone))


def _days(story: Story, newest: Iterable[Key], versions: Iterable[Version], known: int) -> Mapping[str, Day]:
    """The days of these versions, where so many events were known all along."""
    of_day: dict[str, list[Version]] = {}
    so_far: dict[str, int] = {}
    for one in versions:
        known += one.number == 0
        if one.day:
            of_day.setdefault(one.day, []).append(one)
            so_far[one.day] = known
    dated = ((key, story.annotation(key).date) for key in story.of_kind(Kind.ANNOTATION))
    articles = _by_day(story, ((key, story.article(key).published) for key in newest))
    notes = _by_day(story, dated)
    total = len(story.order)
    beside = zip(("", *of_day), of_day, (*list(of_day)[1:], ""), strict=False)
    return {
        day: Day(tuple(of_day[day]), articles.get(day, ()), notes.get(day, ()), so_far[day], total, before, after)
        for before, day, after in beside
    }


def _by_day(story: Story, dated: Iterable[tuple[Key, Dated | None]]) -> Mapping[str, tuple[Key, ...]]:
    return grouped((day_of(one.date, story.settings.timezone), key) for key, one in dated if one)


def day_of(date: Date, zone: str) -> str:
    """The day of a date in a zone, as EDTF; empty where the date is not known to the day."""
    first, last = date.stated.earliest, date.stated.latest
    return "" if first is None or last is None else _day(first, last, zone)


def _day(first: int, last: int, zone: str) -> str:
    days = (first + offset_at(first, zone)) // DAY, (last + offset_at(last, zone)) // DAY
    return _day_text(days[0]) if days[0] == days[1] else ""


@lru_cache(maxsize=4096)  # a pure function of a number; much of a story has the same few days
def _day_text(days: int) -> str:
    return local_text(days * DAY, "UTC").partition("T")[0]


# Years


def _years(story: Story) -> tuple[int, ...]:
    """Of all dates, those first that begin first."""
    placed = (key for kind in _DATED for key in story.of_kind(kind) if key in story.spots)
    dates = dict.fromkeys((one.earliest, one.latest) for key in placed for one in _stated(story, key))
    found: dict[int, None] = {}
    inside = range(0)
    for first, last in sorted(dates, key=_begins):
        if first in inside and last in inside:
            continue
        touched = years_of(first, last, story.settings.timezone)
        found |= dict.fromkeys(touched)
        inside = _surely(touched[-1]) if touched else inside
    return tuple(found)


def _surely(year: int) -> range:
    """Instants that lie in a year whatever the zone is."""
    first, after = (days_from_civil(one, 1, 1) * DAY for one in (year, year + 1))
    return range(first + DAY, after - DAY)


_DATED = (Kind.ARTICLE, Kind.EVENT, Kind.ANNOTATION)


def _stated(story: Story, key: Key) -> Iterator[Bounds]:
    document = story.documents[key]
    match document:
        case Event():
            yield story.chronology.dates[key.id].stated
        case Article():
            yield document.published.date.stated
        case Annotation(date=dated) if dated:
            yield dated.date.stated


def _begins(ends: tuple[int | None, int | None]) -> tuple[bool, int]:
    """What is open at its beginning counts by its end, what is open at both ends is last."""
    first = ends[1] if ends[0] is None else ends[0]
    return first is None, first or 0


def years_of(earliest: int | None, latest: int | None, zone: str) -> tuple[int, ...]:
    """The years that a date touches, by the clocks of the zone."""
    ends = [local_at(instant, zone).year for instant in (earliest, latest) if instant is not None]
    if not ends:
        return ()
    first, last = ends[0], ends[-1]
    return tuple(range(first, last + 1)) if 0 <= last - first < MOST_YEARS else (first, last)
