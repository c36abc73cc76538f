"""What was known when: the versions of events as they were believed, one after another.

An event's versions are its `revisions`, oldest first, and then the event as it stands. The first adds it to what is
known; each later one changes it.
"""

from dateline.model.documents import Event
from dateline.model.names import Address
from dateline.selection import revised
from dateline.story import Story, Version


def believed(story: Story, version: Version) -> Event:
    """The event as this version of it says."""
    return _numbered(story.event(version.key), version.number)


def believed_before(story: Story, version: Version) -> Event:
    """The event as the version before this one says, which must not be the first."""
    return _numbered(story.event(version.key), version.number - 1)


def _numbered(event: Event, number: int) -> Event:
    return revised(event, event.revisions[number]) if number < len(event.revisions) else event


def day_address(day: str) -> Address:
    """Where the page of a day stands."""
    return Address(f"known/{day}/")
