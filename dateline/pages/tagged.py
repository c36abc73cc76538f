"""Which tags there are, and what carries each."""

from dateline.linking.addresses import tag_name
from dateline.model.documents import Annotation, Article, Event
from dateline.model.names import Key
from dateline.story import Story


def tags(story: Story) -> dict[str, tuple[str, tuple[Key, ...]]]:
    """For the name of each tag's page the tag as first written, and what carries it."""
    found: dict[str, tuple[str, list[Key]]] = {}
    for key, document in sorted(story.documents.items()):
        if isinstance(document, Article | Annotation | Event):
            for tag in dict.fromkeys(document.tags):
                found.setdefault(tag_name(tag), (tag, []))[1].append(key)
    return {name: (tag, tuple(keys)) for name, (tag, keys) in sorted(found.items())}
