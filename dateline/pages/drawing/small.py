"""A small drawing, to stand beside other things: no lanes, few rows, no word more than it needs."""

from collections.abc import Sequence

from dateline.model.names import Key
from dateline.pages.drawing.choosing import Request
from dateline.pages.drawing.composing import composed
from dateline.pages.drawing.drawn import Drawing
from dateline.pages.wording import Wording
from dateline.story import Story

MOST = 60
"""So many events at most are drawn…"""
LABELS = 12
"""… and so many of them have a label: `here`, then the important ones."""


def small_drawing(
    story: Story, keys: Sequence[Key], root: str, words: Wording, here: Key | None = None
) -> Drawing | None:
    """A drawing of these events, given in the timeline's order; `here` is the one that the page is about.

    `None` where there is nothing to draw, or where `here` cannot be drawn.
    """
    return composed(Request(story, tuple(keys), root, words, MOST, LABELS, small=True, here=here))
