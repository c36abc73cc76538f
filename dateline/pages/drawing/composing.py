"""How a drawing is put together: events, their signs and labels, an axis, and rows for all of it."""

from dateline.model.names import Key
from dateline.pages.drawing.axis import CLOSEST, CLOSEST_SMALL, Axes
from dateline.pages.drawing.choosing import Request, backgrounds, drawable, finest, most_important, scale_of
from dateline.pages.drawing.drawn import Drawing
from dateline.pages.drawing.placed import placed
from dateline.pages.drawing.sheet import Sheet

NONE: frozenset[Key] = frozenset()


def composed(request: Request) -> Drawing | None:
    """The drawing; `None` where there is nothing to draw, or not even what the page is about can be drawn."""
    known = drawable(request)
    kept = most_important(request, known, request.most)
    keys = [key for key in known if key in kept]
    if not keys or (request.here is not None and request.here not in kept):
        return None
    behind = NONE if request.small else backgrounds(request.story, keys)
    scale = scale_of(request, [key for key in keys if key not in behind])
    labelled = most_important(request, keys, request.labels)
    events = [placed(request, key, scale, labelled=key in labelled, background=key in behind) for key in keys]
    settings = request.story.settings
    closest = CLOSEST_SMALL if request.small else CLOSEST
    axes = Axes(settings.timezone, settings.language, finest([one.date for one in events]), closest)
    return Sheet(request, events, axes.axis(scale)).drawing(len(known) - len(keys))
