"""How what is too long for one page is divided into several, by period.

The first page then holds how many events fall in each period, and a choice, the most important events; each period has
a page of its own, with all its events.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, structs

from dateline.dates.instants import Local, instant_of
from dateline.linking.addresses import Spot
from dateline.model.names import Address, Key
from dateline.pages.drawing import Density, density
from dateline.pages.frame import Lead, href, root_of
from dateline.pages.listing import Listing, listing, says
from dateline.pages.periods import UNDATED, Limits, Period, beginnings, divide, spoken
from dateline.pages.wording import Wording
from dateline.story import Story

WHOLE = Limits(300, 250_000)
"""What stands on one page undivided: so many events, and so many bytes of HTML by estimate."""
PERIOD = Limits(150, 200_000)
"""What a period's page holds."""
CHOICE = Limits(60, 120_000)
"""What of a divided list stands on its first page."""
_EVENT = 1_000
"""About what an event takes in a page, in the list and in the drawing, without the author's words, in bytes."""
_LINK = 60
"""And each link to another page, without its words."""


class Sheet(Struct, frozen=True):
    """A page, and the listing that stands on it."""

    address: Address
    period: str
    """What its period is told by; empty for the whole."""
    title: str
    """Its period in words; empty for the whole."""
    listing: Listing


class _Divided(Struct, frozen=True):
    """A list that is more than one page."""

    keys: tuple[Key, ...]
    begins: tuple[Local | None, ...]
    weights: tuple[int, ...]
    periods: tuple[Period, ...]
    titles: tuple[str, ...]
    places: tuple[Address, ...]


def sheets(story: Story, keys: Sequence[Key], address: Address, words: Wording) -> Iterator[Sheet]:
    """The page at an address that shows these events, given in the timeline's order, and those of its periods."""
    weights = tuple(weight(story, key) for key in keys)
    if len(keys) <= WHOLE.events and sum(weights) <= WHOLE.weight:
        yield Sheet(address, "", "", listing(story, keys, root_of(address), words))
        return
    begins = beginnings([story.chronology.bounds[key.id].earliest for key in keys], story.settings.timezone)
    periods = divide(begins, weights, PERIOD)
    titles = tuple(_title(story, period, words) for period in periods)
    places = tuple(Address(address + period.path) for period in periods)
    divided = _Divided(tuple(keys), begins, weights, periods, titles, places)
    yield _first(story, divided, address, words)
    for number in range(len(periods)):
        yield _period(story, divided, number, words)


def weight(story: Story, key: Key) -> int:
    """About how many bytes an event takes in a page: its words stand in the list, and its title in the drawing too."""
    event, links = story.event(key), story.links[key]
    others = (*links.people, *links.organisations, *links.places, *story.led_to.get(key, ()))
    others = (*others, *(tie.other for tie in links.caused_by))
    names = sum(_LINK + _size(story.documents[one].head.title) for one in others)
    words = 3 * _size(event.head.title) + _size(event.head.summary or "") + _size(event.as_said or "")
    return _EVENT + words + names + _LINK * len(links.threads)


def _size(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode())


def _title(story: Story, period: Period, words: Wording) -> str:
    settings = story.settings
    unknown = period.said == UNDATED
    title = words("beginning-unknown") if unknown else spoken(period.said, settings.language, settings.timezone)
    if period.parts == 1:
        return title
    return words("period-part", period=title, part=str(period.part), parts=str(period.parts))


def _first(story: Story, divided: _Divided, address: Address, words: Wording) -> Sheet:
    root = root_of(address)
    made = listing(story, chosen(story, divided.keys, divided.weights), root, words)
    whole = says(story, divided.keys, words)
    strip = _strip(story, divided, root)
    return Sheet(address, "", "", structs.replace(made, says=whole, total=len(divided.keys), density=strip))


def _period(story: Story, divided: _Divided, number: int, words: Wording) -> Sheet:
    period, address = divided.periods[number], divided.places[number]
    root = root_of(address)
    made = listing(story, divided.keys[period.start : period.end], root, words)
    before, after = (_lead(divided, one, root) for one in (number - 1, number + 1))
    made = structs.replace(made, total=len(divided.keys), previous=before, next=after)
    return Sheet(address, period.id, divided.titles[number], made)


def _lead(divided: _Divided, number: int, root: str) -> Lead | None:
    if not 0 <= number < len(divided.periods):
        return None
    return Lead(divided.titles[number], href(root, Spot(divided.places[number])))


def _strip(story: Story, divided: _Divided, root: str) -> Density:
    """How many events fall in each period; the columns stand for time, the counts for what the period's page holds."""
    starts = [_instant(divided.begins[period.start], story.settings.timezone) for period in divided.periods]
    bounds = [story.chronology.bounds[key.id].earliest for key in divided.keys]
    end = max((one for one in bounds if one is not None), default=0)
    parts = [
        (title, href(root, Spot(place)), start, max(start, after - 1))
        for title, place, start, after in zip(
            divided.titles, divided.places, starts, (*starts[1:], end + 1), strict=True
        )
    ]
    made = density(story, divided.keys, parts)
    counted = zip(made.parts, divided.periods, strict=True)
    return structs.replace(made, parts=tuple(structs.replace(part, count=one.end - one.start) for part, one in counted))


def _instant(at: Local | None, zone: str) -> int:
    return 0 if at is None else instant_of(at, zone)


def chosen(story: Story, keys: Sequence[Key], weights: Sequence[int]) -> tuple[Key, ...]:
    """The most important of these events; of equally important ones those most referred to, from all times."""
    weighed = dict(zip(keys, weights, strict=True))
    place: Mapping[Key, int] = {key: number for number, key in enumerate(keys)}
    digits = len(keys).bit_length()

    def rank(key: Key) -> tuple[int, int, int]:
        return -story.event(key).importance, -story.referrals[key], _mirrored(place[key], digits)

    taken: list[Key] = []
    total = 0
    for key in sorted(keys, key=rank):
        total += weighed[key]
        if len(taken) == CHOICE.events or (taken and total > CHOICE.weight):
            break
        taken.append(key)
    return tuple(sorted(taken, key=place.__getitem__))


def _mirrored(number: int, digits: int) -> int:
    """A number with its binary digits in reverse: the first so many numbers by this rank are spread evenly."""
    return int(f"{number:0{digits}b}"[::-1], 2)
