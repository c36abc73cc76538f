"""The whole drawing: threads as lanes, each with rows of its own."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from dateline.model.names import Key
from dateline.pages.drawing.choosing import Request
from dateline.pages.drawing.composing import composed
from dateline.pages.drawing.drawn import Drawing
from dateline.pages.wording import Wording
from dateline.story import Story

MOST = 400
"""So many events at most are drawn, the important ones first; a longer list is the list's."""
NO_FACETS: Mapping[Key, str] = MappingProxyType({})


def drawing(
    story: Story,
    keys: Sequence[Key],
    root: str,
    words: Wording,
    *,
    facets: Mapping[Key, str] = NO_FACETS,
    first: int | None = None,
    last: int | None = None,
) -> Drawing | None:
    """The drawing of these events, given in the timeline's order; `None` where there is nothing to draw.

    `facets` are class names for each event's group. `first` and `last` are the instants at the drawing's ends; without
    them it is as wide as its events, and long times in which nothing happened are left out.
    """
    return composed(Request(story, tuple(keys), root, words, MOST, MOST, facets=facets, first=first, last=last))
