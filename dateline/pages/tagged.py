"""Which tags there are, and what carries each."""

from collections.abc import Mapping

from dateline.model.names import Key
from dateline.story import Story


def tags(story: Story) -> Mapping[str, tuple[str, tuple[Key, ...]]]:
    """For the name of each tag's page the tag as first written, and what carries it."""
    return story.tagged
