"""The story of a small site, and which rows of it are read."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from msgspec import structs

from dateline import pipeline
from dateline.pages.views import View, units, views
from dateline.story import Story
from tests.site import Site

K = TypeVar("K")
V = TypeVar("V")


def story_of(made: Site) -> Story:
    """The story that a site's pages are cut from."""
    return pipeline.story_of(made.snapshot, made.settings)


def all_views(story: Story) -> Iterator[View]:
    """What every page of a site shows, its head apart."""
    for unit in units(story, story.aliases):
        yield from views(story, unit)


class Reads(Mapping[K, V]):
    """A table that remembers which of its rows were read; whoever goes through it has read all."""

    def __init__(self, rows: Mapping[K, V]) -> None:
        self.rows = rows
        self.read: set[K] = set()

    def __getitem__(self, key: K) -> V:
        self.read.add(key)
        return self.rows[key]

    def __iter__(self) -> Iterator[K]:
        self.read |= set(self.rows)
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def watched(story: Story, *tables: str) -> tuple[Story, dict[str, Reads[Any, Any]]]:
    """The same story with some of its tables watched."""
    found: dict[str, Reads[Any, Any]] = {name: Reads(getattr(story, name)) for name in tables}
    return structs.replace(story, **found), found
