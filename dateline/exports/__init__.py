"""Data files for other programs: one standard a module. Knows no templates."""

from collections.abc import Mapping

from msgspec import Struct

from dateline.exports.sitemap import robots, sitemap
from dateline.exports.timeline_json import timeline_json
from dateline.exports.timeline_schema import timeline_schema
from dateline.kernel.codec import digest
from dateline.model.names import Key
from dateline.story import Story

DATA_FILES = ("data/timeline.json", "data/timeline.schema.json", "robots.txt", "sitemap.xml")


class Exporting(Struct, frozen=True):
    """What data files are made of."""

    story: Story
    entries: Mapping[Key, bytes]
    """What `timeline.json` says of each document."""
    pages: tuple[str, ...]
    """The full addresses of the pages that are to be found."""


class Exported(Struct, frozen=True):
    """A data file."""

    data: bytes
    digest: bytes


def export(exporting: Exporting, path: str) -> Exported:
    """The data file that stands at a path."""
    data = _data(exporting, path)
    return Exported(data, digest(data))


def _data(exporting: Exporting, path: str) -> bytes:
    match path:
        case "data/timeline.json":
            return timeline_json(exporting.story, exporting.entries)
        case "data/timeline.schema.json":
            return timeline_schema()
        case "robots.txt":
            return robots(exporting.story.settings.base_url)
        case _:
            return sitemap(exporting.pages)
