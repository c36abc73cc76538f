"""The timeline, whole: a drawn scale and the list."""

from msgspec import Struct

from dateline.model.names import Address, SitePath
from dateline.pages.frame import Frame, Lead, frame
from dateline.pages.pieces import EventLine, event_lines
from dateline.pages.scale import Drawing, drawing
from dateline.pages.views.thread import thread_leads
from dateline.pages.wording import Wording
from dateline.story import Story


class TimelineView(Struct, frozen=True, tag="timeline"):
    """What the timeline's page shows."""

    path: SitePath
    frame: Frame
    drawing: Drawing | None
    threads: tuple[Lead, ...]
    events: tuple[EventLine, ...]


def timeline_view(story: Story, words: Wording) -> TimelineView:
    """The timeline's page."""
    made = frame(story, words, "timeline", Address("timeline/"), words("timeline"))
    threads = thread_leads(story, [thread.id for thread in story.settings.threads], made.root)
    return TimelineView(
        SitePath("timeline/index.html"),
        made,
        drawing(story, story.order, made.root),
        threads,
        event_lines(story, story.order, made.root, words),
    )
