"""Whether it is known that an event follows the one before it in the timeline."""

from collections.abc import Sequence

from dateline.chronology.circles import Graph
from dateline.chronology.order import Order
from dateline.dates.date import Bounds


def known_after_previous(order: Order, follows: Graph, left: Sequence[Bounds]) -> tuple[bool | None, ...]:
    """For each place in the order whether relations or dates (with slack) say that it follows; `None` for the first.

    Relations may say so through any number of events, but between neighbours only a tie from the one to the other
    counts. For let a way lead from one event to the next one in the order. Whatever lies on it stands, in a
    topological order, between the two; but nothing does, so the way is a single tie. A circle stands in the order as
    one, so this holds for circles: a way from one to the next is a tie between any of their members. And within a
    circle a way leads from each event to each.
    """
    tied = {(order.circles[event], order.circles[one]) for event, later in enumerate(follows) for one in later}
    known: list[bool | None] = [None] if order.sequence else []
    for previous, event in zip(order.sequence, order.sequence[1:], strict=False):
        circles = order.circles[previous], order.circles[event]
        known.append(circles[0] == circles[1] or circles in tied or _lies_before(left[previous], left[event]))
    return tuple(known)


def _lies_before(previous: Bounds, event: Bounds) -> bool:
    """Whether the one began for certain before the other did: at one second both may begin in either order."""
    if previous.start_latest is None or event.earliest is None:
        return False
    return previous.start_latest < event.earliest
