"""What was known when: each time at which an event became known, or was believed otherwise from then on.

An event's versions are its `revisions`, oldest first, and then the event as it stands. The first adds it to what is
known; each later one changes it.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from dateline.dates.date import Date
from dateline.dates.instants import local_text
from dateline.model.documents import Event
from dateline.model.names import Address, Key
from dateline.selection import revised
from dateline.story import Story


class Step(Struct, frozen=True):
    """A version of an event becoming known."""

    key: Key
    known: Date
    day: str
    """The day in the site's zone, as EDTF; empty where it is not known to the day."""
    before: Event | None
    """What was believed until then; `None` where the event was not known yet."""
    after: Event


def steps(story: Story) -> tuple[Step, ...]:
    """All versions of all events in the order in which they became known; at one time in the timeline's order."""
    found = [step for key in story.order for step in _versions(story, key)]

    def rank(step: Step) -> tuple[bool, int, int]:
        earliest = step.known.stated.earliest
        return earliest is not None, earliest or 0, story.order_index[step.key]

    return tuple(sorted(found, key=rank))


def by_day(all_steps: tuple[Step, ...]) -> Mapping[str, tuple[Step, ...]]:
    """The steps that are known to the day, by day, in order."""
    days: dict[str, list[Step]] = {}
    for step in all_steps:
        if step.day:
            days.setdefault(step.day, []).append(step)
    return {day: tuple(found) for day, found in days.items()}


def day_of(date: Date, zone: str) -> str:
    """The day of a date in a zone, as EDTF; empty where the date is not known to the day."""
    first, last = date.stated.earliest, date.stated.latest
    if first is None or last is None:
        return ""
    day = local_text(first, zone).partition("T")[0]
    return day if local_text(last, zone).partition("T")[0] == day else ""


def day_address(day: str) -> Address:
    """Where the page of a day stands."""
    return Address(f"known/{day}/")


def _versions(story: Story, key: Key) -> Iterator[Step]:
    zone, event = story.settings.timezone, story.event(key)
    before: Event | None = None
    for revision in event.revisions:
        after = revised(event, revision)
        yield Step(key, revision.known.date, day_of(revision.known.date, zone), before, after)
        before = after
    known = story.known[key]
    if known is not None:
        yield Step(key, known, day_of(known, zone), before, event)
