"""Data files for other programs: one standard a module. Knows no templates."""

from collections.abc import Iterable

from dateline.exports.sitemap import robots, sitemap
from dateline.exports.timeline_json import timeline_json
from dateline.exports.timeline_schema import timeline_schema
from dateline.story import Story


def data_files(story: Story, pages: Iterable[str]) -> dict[str, bytes]:
    """All data files, given the full addresses of the pages that are to be found."""
    return {
        "data/timeline.json": timeline_json(story),
        "data/timeline.schema.json": timeline_schema(),
        "robots.txt": robots(story.settings.base_url),
        "sitemap.xml": sitemap(pages),
    }
