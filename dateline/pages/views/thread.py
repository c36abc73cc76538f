"""A thread of the timeline."""

from collections.abc import Iterable

from msgspec import Struct

from dateline.linking.addresses import Spot
from dateline.model.names import Address, Id, Key, Kind, SitePath
from dateline.model.settings import Thread
from dateline.pages.frame import Frame, Lead, frame, href
from dateline.pages.pieces import EventLine, event_lines, leads
from dateline.pages.scale import Drawing, drawing
from dateline.pages.wording import Wording
from dateline.story import Story


class ThreadView(Struct, frozen=True, tag="thread"):
    """What a thread's page shows."""

    path: SitePath
    frame: Frame
    summary: str
    drawing: Drawing | None
    events: tuple[EventLine, ...]
    articles: tuple[Lead, ...]


def thread_address(name: Id) -> Address:
    """Where a thread's page stands."""
    return Address(f"threads/{name}/")


def thread_leads(story: Story, names: Iterable[Id], root: str) -> tuple[Lead, ...]:
    """Links to threads."""
    titles = {thread.id: thread.title for thread in story.settings.threads}
    return tuple(Lead(titles[name], href(root, Spot(thread_address(name)))) for name in names)


def thread_events(story: Story, name: Id) -> tuple[Key, ...]:
    """A thread's events, in the timeline's order."""
    return tuple(key for key in story.order if name in story.links[key].threads)


def thread_view(story: Story, thread: Thread, words: Wording) -> ThreadView:
    """A thread's page."""
    made = frame(story, words, "thread", thread_address(thread.id), thread.title, thread.summary, thread.id)
    events = thread_events(story, thread.id)
    articles = [key for key in story.of_kind(Kind.ARTICLE) if thread.id in story.links[key].threads]
    return ThreadView(
        SitePath(made.address + "index.html"),
        made,
        thread.summary,
        drawing(story, events, made.root),
        event_lines(story, events, made.root, words),
        leads(story, articles, made.root),
    )
