"""A unit of the site made whole: its views, described, laid out as HTML."""

from msgspec import Struct

from dateline.kernel.codec import digest
from dateline.kernel.diagnostics import Diagnostic
from dateline.model.names import SitePath
from dateline.pages.cards import CardTask, Line, card_task
from dateline.pages.describing import described
from dateline.pages.layouts import Layouts
from dateline.pages.palette import Palette
from dateline.pages.render import PageTask, render_page
from dateline.pages.views import Unit, View, views
from dateline.story import Story


class Site(Struct, frozen=True):
    """All that pages are made of."""

    story: Story
    layouts: Layouts
    palette: Palette
    line: Line | None
    """Of the social cards, where the site has them."""


class Made(Struct, frozen=True):
    """The pages of a unit."""

    paths: tuple[SitePath, ...]
    digests: tuple[bytes, ...]
    html: tuple[bytes, ...]
    listed: tuple[str, ...]
    """The addresses of those that are to be found."""
    cards: tuple[CardTask, ...]
    """The social cards that stand for them."""
    found: tuple[Diagnostic, ...]


def make(site: Site, unit: Unit) -> Made:
    """The pages of a unit."""
    story, palette, shown = site.story, site.palette, shown_in(site, unit)
    pages = [render_page(PageTask(site.layouts, view)) for view in shown]
    cards = (card_task(story, view.frame, palette, site.line) for view in shown)
    return Made(
        tuple(one.path for one in pages),
        tuple(digest(one.html) for one in pages),
        tuple(one.html for one in pages),
        tuple(view.frame.canonical for view in shown if view.frame.in_sitemap),
        tuple(card for card in cards if card),
        tuple(problem for one in pages for problem in one.found),
    )


def shown_in(site: Site, unit: Unit) -> list[View]:
    """What the pages of a unit show, their heads included."""
    return [described(site.story, view, site.palette) for view in views(site.story, unit)]
