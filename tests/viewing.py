"""The views that a site's pages are made of, by the file of each page."""

from typing import Any

from dateline.pages.making import shown_in
from dateline.pages.views import units
from dateline.pipeline import site_of, story_of
from tests.site import Site


def views(made: Site) -> dict[str, Any]:
    """Each page's view, as it is handed to its template."""
    assert [one for one in made.found() if one.severity == "error"] == []
    return shown_by(made)


def shown_by(made: Site) -> dict[str, Any]:
    """The same of a site with mistakes."""
    site, _ = site_of(story_of(made.snapshot, made.settings), made.snapshot)
    return {view.path: view for unit in units(site.story, site.story.aliases) for view in shown_in(site, unit)}
