"""Events on the scale, each with its sign and its label."""

from msgspec import Struct

from dateline.dates.date import Date
from dateline.model.documents import Event
from dateline.model.names import Key
from dateline.pages.drawing.choosing import Request
from dateline.pages.drawing.labels import LONGEST, Place, place, within
from dateline.pages.drawing.letters import isolated, shortened
from dateline.pages.drawing.scale import Scale
from dateline.pages.drawing.shapes import Sign, sign
from dateline.story import Story

BEHIND = 1.5
"""The label of a period in the background may be so many times longer."""
TURNING_POINT = 3


class Placed(Struct, frozen=True):
    """An event on the scale: its sign and its label, before it has a row."""

    key: Key
    event: Event
    date: Date
    sign: Sign
    label: str
    place: Place
    lane: int
    """The number of its thread from 0; one more than the last for none."""
    background: bool


def placed(request: Request, key: Key, reach: Scale, *, labelled: bool, background: bool) -> Placed:
    """An event on the scale."""
    story = request.story
    event, date = story.event(key), story.chronology.dates[key.id]
    made = sign(date, story.chronology.bounds[key.id], reach, story.settings.timezone)
    label = ""
    if labelled:
        label = shortened(event.head.title or key.id, LONGEST * (BEHIND if background else 1))
        label = isolated(label + (_question(label) if date.uncertain else ""))
    bold = event.importance >= TURNING_POINT or key == request.here
    where = (within if background else place)(made, label, status=event.status != "confirmed", bold=bold)
    return Placed(key, event, date, made, label, where, _lane(story, key), background)


def _question(label: str) -> str:
    return "؟" if "\u0600" <= label[-1] <= "\u06ff" else "?"


def _lane(story: Story, key: Key) -> int:
    names = [thread.id for thread in story.settings.threads]
    own = story.links[key].threads
    return names.index(own[0]) if own and own[0] in names else len(names)
