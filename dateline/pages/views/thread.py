"""A thread of the timeline, and where it is long a page for each of its periods."""

from collections.abc import Iterator

from msgspec import Struct, structs

from dateline.linking.addresses import Spot
from dateline.model.names import SitePath
from dateline.model.settings import Thread
from dateline.pages.frame import Frame, Lead, frame, href
from dateline.pages.listing import Listing, thread_chips
from dateline.pages.pieces import Chip, leads
from dateline.pages.sheets import sheets
from dateline.pages.threads import thread_address, thread_leads
from dateline.pages.wording import Wording
from dateline.story import Story

__all__ = ["ThreadView", "thread_address", "thread_leads", "thread_views"]


class ThreadView(Struct, frozen=True, tag="thread"):
    """What a thread's page, or that of one of its periods, shows."""

    path: SitePath
    frame: Frame
    period: str
    """Its period in words; empty for the whole thread."""
    summary: str
    listing: Listing
    articles: tuple[Lead, ...]
    threads: tuple[Chip, ...]
    """All threads, this one being the current."""
    whole: Lead | None
    """From a period to the whole thread."""


def thread_views(story: Story, thread: Thread, words: Wording) -> Iterator[ThreadView]:
    """A thread's page and those of its periods."""
    address = thread_address(thread.id)
    names = [one.id for one in story.settings.threads]
    found = story.in_thread[thread.id]
    for sheet in sheets(story, found.events, address, words):
        title = f"{thread.title}: {sheet.title}" if sheet.title else thread.title
        made = frame(
            story, words, "thread", sheet.address, title, thread.summary, f"{thread.id}/{sheet.period}".strip("/")
        )
        chips = zip(names, thread_chips(story, made.root), strict=True)
        yield ThreadView(
            SitePath(sheet.address + "index.html"),
            made,
            sheet.title,
            "" if sheet.period else thread.summary,
            sheet.listing,
            () if sheet.period else leads(story, found.articles, made.root),
            tuple(
                structs.replace(chip, lead=structs.replace(chip.lead, current=name == thread.id))
                for name, chip in chips
            ),
            Lead(thread.title, href(made.root, Spot(address))) if sheet.period else None,
        )
