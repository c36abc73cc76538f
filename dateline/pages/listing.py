"""A listing of the timeline as a page shows it: its events drawn, listed, and what they can be narrowed to."""

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from msgspec import Struct, structs

from dateline.chronology.given import NO_DATE
from dateline.dates.instants import local_at
from dateline.model.names import Id, Key
from dateline.pages.drawing import Density, Drawing, drawing, hue
from dateline.pages.drawing.drawn import Bar
from dateline.pages.eras import Era, eras
from dateline.pages.facets import Group, facets
from dateline.pages.frame import Lead
from dateline.pages.periods import DAY, LONGEST_YEAR, MONTH, Size, spoken, unit_name, unit_of
from dateline.pages.pieces import Chip, EventLine, event_lines, lead
from dateline.pages.threads import thread_leads
from dateline.pages.wording import Wording
from dateline.story import Story

FEW = 6
"""A shorter list cannot be narrowed."""


class Listing(Struct, frozen=True):
    """Events as a page shows them."""

    says: str
    """How many there are, and from when to when."""
    shown: int
    total: int
    """More than `shown` where the page holds a choice, or a period, of more."""
    drawing: Drawing | None
    eras: tuple[Era, ...]
    groups: tuple[Group, ...]
    density: Density | None = None
    """Of a divided list, on its first page: how many events fall in each period."""
    previous: Lead | None = None
    next: Lead | None = None


def listing(story: Story, keys: Sequence[Key], root: str, words: Wording) -> Listing:
    """These events, given in the timeline's order."""
    narrowed = facets(story, keys, root, words)
    classes = narrowed.classes if len(keys) >= FEW else {}
    lines = full_lines(story, keys, root, words, classes)
    drawn = drawing(story, keys, root, words, facets=classes)
    drawn = structs.replace(drawn, bars=_led(drawn.bars), backgrounds=_led(drawn.backgrounds)) if drawn else None
    return Listing(
        says=says(story, keys, words),
        shown=len(keys),
        total=len(keys),
        drawing=drawn,
        eras=eras(story, keys, lines, words),
        groups=narrowed.groups if classes else (),
    )


def fragment(name: Id) -> str:
    """The link to an event in a list on the same page."""
    return "#event-" + quote(name)


def _led(bars: Sequence[Bar]) -> tuple[Bar, ...]:
    """Bars that lead to their events in the list below."""
    return tuple(structs.replace(bar, href=fragment(Id(bar.id))) for bar in bars)


def full_lines(
    story: Story, keys: Sequence[Key], root: str, words: Wording, classes: Mapping[Key, str]
) -> tuple[EventLine, ...]:
    """Events with who, where, why and what came of it; what is in the same list is led to there."""
    here = frozenset(keys)
    chips = dict(zip((thread.id for thread in story.settings.threads), thread_chips(story, root), strict=True))

    def others(found: Sequence[Key]) -> tuple[Lead, ...]:
        leads = ((key, lead(story, key, root)) for key in found)
        return tuple(structs.replace(one, href=fragment(key.id)) if key in here else one for key, one in leads)

    def full(key: Key, line: EventLine) -> EventLine:
        links = story.links[key]
        return structs.replace(
            line,
            classes=classes.get(key, ""),
            threads=tuple(chips[name] for name in links.threads),
            who=tuple(lead(story, one, root) for one in (*links.people, *links.organisations)),
            places=tuple(lead(story, one, root) for one in links.places),
            because=others([tie.other for tie in links.caused_by]),
            led_to=others(story.led_to.get(key, ())),
        )

    return tuple(full(key, line) for key, line in zip(keys, event_lines(story, keys, root, words), strict=True))


def thread_chips(story: Story, root: str) -> tuple[Chip, ...]:
    """All threads, in the order of the lanes."""
    names = [thread.id for thread in story.settings.threads]
    leads = thread_leads(story, names, root)
    return tuple(Chip(one, hue(number, len(names))) for number, one in enumerate(leads))


def says(story: Story, keys: Sequence[Key], words: Wording) -> str:
    """How many events these are, and from when to when, each end as finely as it is known."""
    count, zone = len(keys), story.settings.timezone
    bounds = [story.chronology.bounds[key.id] for key in keys]
    first = min((one for one in bounds if one.earliest is not None), key=lambda one: one.earliest or 0, default=None)
    last = max((one for one in bounds if one.latest is not None), key=lambda one: one.latest or 0, default=None)
    start = _unit(first.earliest, first.start_latest, zone, 0) if first else ".."
    end = _unit(last.end_earliest, last.latest, zone, 1) if last else ".."
    said = NO_DATE.edtf if start == end == ".." else start if start == end else f"{start}/{end}"
    span = spoken(said, story.settings.language, zone, capital=False)
    return words("timeline-spans", events=words.count("events", count), span=span)


def _unit(low: int | None, high: int | None, zone: str, end: int) -> str:
    """The smallest unit within which one of two instants and the other both lie, as EDTF: at most a year."""
    known = [local_at(one, zone) for one in (low, high) if one is not None]
    size: Size = DAY
    if len(known) > 1:
        size = next((one for one in (DAY, MONTH) if unit_of(known[0], one) == unit_of(known[1], one)), 0)
    at = known[-1] if end else known[0]
    return unit_name(at, size if abs(at.year) <= LONGEST_YEAR else 0)
