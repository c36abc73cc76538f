"""The timeline: a drawn scale and the list, and where it is long a page for each of its periods."""

from collections.abc import Iterator

from msgspec import Struct

from dateline.linking.addresses import Spot
from dateline.model.names import Address, SitePath
from dateline.pages.frame import Frame, Lead, frame, href
from dateline.pages.listing import Listing, thread_chips
from dateline.pages.pieces import Chip
from dateline.pages.sheets import sheets
from dateline.pages.wording import Wording
from dateline.story import Story

ADDRESS = Address("timeline/")


class TimelineView(Struct, frozen=True, tag="timeline"):
    """What the timeline's page, or that of one of its periods, shows."""

    path: SitePath
    frame: Frame
    listing: Listing
    whole: Lead | None
    """From a period to the whole timeline."""
    threads: tuple[Chip, ...]


def timeline_views(story: Story, words: Wording) -> Iterator[TimelineView]:
    """The timeline's page and those of its periods."""
    for sheet in sheets(story, story.order, ADDRESS, words):
        made = frame(
            story,
            words,
            "timeline",
            sheet.address,
            sheet.title or words("timeline"),
            sheet.listing.says,
            sheet.period,
        )
        whole = Lead(words("all-events"), href(made.root, Spot(ADDRESS))) if sheet.period else None
        chips = thread_chips(story, made.root)
        yield TimelineView(SitePath(sheet.address + "index.html"), made, sheet.listing, whole, chips)
