"""The way to a page, and lists of pages, as schema.org has them."""

from collections.abc import Sequence

from dateline.pages.frame import Frame, Lead, full
from dateline.pages.structured.graph import Node, node

MOST = 30
"""So many items of a list at most are named; how many there are is said."""


def breadcrumbs(frame: Frame) -> Node | None:
    """The way from the home page to this one, this one included; `None` where there is no way to go."""
    if not frame.crumbs:
        return None
    steps = [(lead.title, full(frame, lead.href)) for lead in frame.crumbs]
    items = [
        node("ListItem", position=number, name=title, item=url)
        for number, (title, url) in enumerate([*steps, (frame.title, frame.canonical)], 1)
    ]
    return node("BreadcrumbList", f"{frame.canonical}#breadcrumbs", itemListElement=items)


def item_list(frame: Frame, leads: Sequence[Lead], count: int, *, in_time: bool = False) -> Node | None:
    """What a page lists, in its order: so many, of which these are the first."""
    if not leads:
        return None
    items = [
        node("ListItem", position=number, name=lead.title, url=full(frame, lead.href))
        for number, lead in enumerate(leads, 1)
    ]
    return node(
        "ItemList",
        numberOfItems=count,
        itemListOrder=f"https://schema.org/ItemList{'OrderAscending' if in_time else 'Unordered'}",
        itemListElement=items,
    )
