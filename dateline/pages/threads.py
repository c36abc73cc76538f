"""Where threads stand."""

from collections.abc import Iterable

from dateline.linking.addresses import Spot
from dateline.model.names import Address, Id
from dateline.pages.frame import Lead, href
from dateline.story import Story


def thread_address(name: Id) -> Address:
    """Where a thread's page stands."""
    return Address(f"threads/{name}/")


def thread_leads(story: Story, names: Iterable[Id], root: str) -> tuple[Lead, ...]:
    """Links to threads."""
    titles = {thread.id: thread.title for thread in story.settings.threads}
    return tuple(Lead(titles[name], href(root, Spot(thread_address(name)))) for name in names)
