"""The whole program in order: a build is a pure function from an author's files to a site's files.

    snapshot → documents → story without words → words → story → pages and data → files

Larger steps go through a `Memory`, which may have their results already; the rest is linear and cheap. Nothing here
reads a disk or a clock, and no step knows what the others do.
"""

from collections.abc import Mapping
from functools import partial

from msgspec import Struct

from dateline.assembling import Telling, Told, located, tell
from dateline.exports import DATA_FILES, Exporting, export
from dateline.exports.timeline_json import LISTS, entry
from dateline.gathering import Gathered, gather, published_files
from dateline.kernel.call import direct
from dateline.kernel.codec import digest
from dateline.kernel.diagnostics import Diagnostic, in_order
from dateline.kernel.files import Files
from dateline.kernel.lens import Derived
from dateline.kernel.memory import Columns, Forgetful, Memory
from dateline.model.settings import Settings
from dateline.model.snapshot import Snapshot
from dateline.pages.assets import assets
from dateline.pages.cards import CardTask, card_line
from dateline.pages.layouts import layouts_of
from dateline.pages.making import Site, make
from dateline.pages.palette import palette
from dateline.pages.records import Record, records
from dateline.pages.views import Unit, units
from dateline.pages.webmanifest import webmanifest
from dateline.speaking import Saying, Sought, Texts, Words, anchor, filled, speak, story
from dateline.story import Story
from dateline.surveying import Surveying, survey, surveyed


class Built(Struct, frozen=True):
    """A site as files, and what is wrong with its content."""

    tree: Files
    """Paths from the site's root. Complete, but not to be written where `found` holds an error."""
    found: tuple[Diagnostic, ...]
    search: tuple[Record, ...] = ()
    """What an index for searching is to be made of, if one is; not a part of the tree."""
    cards: tuple[CardTask, ...] = ()
    """The social cards to be drawn, if any are; not a part of the tree either."""


PLAIN = Forgetful(direct)


def build(snapshot: Snapshot, settings: Settings, memory: Memory = PLAIN) -> Built:
    """The site that these files and settings make."""
    gathered = gather(snapshot, settings, memory)
    told = memory.once(tell, Telling(gathered.bare, gathered.sizes, settings))
    whole, in_words = _whole(gathered, told, settings, memory)
    site, laying = site_of(whole, snapshot)
    made = _made(site, snapshot, memory)
    wrong = (*gathered.found, *told.found, *located(told.asked, gathered.bodies), *in_words, *laying, *made.found)
    files = _files(made, gathered, told)
    cards = tuple(card for cards in made.pages["cards"].values() for card in cards) if settings.social_cards else ()
    return Built(files, in_order(wrong), records(whole) if settings.search else (), cards)


def story_of(snapshot: Snapshot, settings: Settings) -> Story:
    """The story that these files tell."""
    gathered = gather(snapshot, settings, PLAIN)
    told = PLAIN.once(tell, Telling(gathered.bare, gathered.sizes, settings))
    return _whole(gathered, told, settings, PLAIN)[0]


def site_of(whole: Story, snapshot: Snapshot) -> tuple[Site, tuple[Diagnostic, ...]]:
    """All that pages are made of, and what is wrong with the layouts."""
    layouts, found = layouts_of(snapshot, whole.settings.language)
    return Site(whole, layouts, palette(snapshot.layouts), card_line(whole)), found


def _whole(gathered: Gathered, told: Told, settings: Settings, memory: Memory) -> tuple[Story, tuple[Diagnostic, ...]]:
    """The story with its words, and what is wrong in them."""
    texts = Derived(filled, Texts(told.documents, gathered.bodies, told.answers))
    sought = Sought(told.documents, texts, told.wishes, told.guard, settings)
    anchored = memory.over(anchor, sought, tuple(told.wishes))
    spoken = memory.over(speak, Saying(told.documents, texts), tuple(told.documents))
    found = memory.once(survey, Surveying(told, settings, anchored["states"], spoken["opening"]))
    words = Words(texts, anchored["quotes"], spoken["mentions"])
    wrong = tuple(problem for problems in anchored["found"].values() for problem in problems)
    return surveyed(story(told, settings, words), found), wrong


class _Made(Struct, frozen=True):
    """What a reader and a program see."""

    pages: Columns[Unit]
    data: Columns[str]
    extra: Mapping[str, bytes]
    found: tuple[Diagnostic, ...]


def _made(site: Site, snapshot: Snapshot, memory: Memory) -> _Made:
    whole = site.story
    pages = memory.over(make, site, tuple(units(whole, whole.aliases)), fleeting=("html",))
    listed = tuple(address for addresses in pages["listed"].values() for address in addresses)
    entries = memory.over(entry, whole, tuple(key for kind in LISTS for key in whole.of_kind(kind)))
    exporting = Exporting(whole, entries["json"], listed)
    data = memory.over(export, exporting, DATA_FILES, fleeting=("data",))
    extra = {"site.webmanifest": webmanifest(whole.settings, site.palette), **assets(snapshot.layouts)}
    found = tuple(problem for problems in pages["found"].values() for problem in problems)
    return _Made(pages, data, extra, found)


def _files(made: _Made, gathered: Gathered, told: Told) -> Files:
    """All files of the site; their bytes may still have to be made."""
    files = Files()
    html, digests = made.pages["html"], made.pages["digests"]
    for unit, paths in made.pages["paths"].items():
        for number, path in enumerate(paths):
            files.put(path, digests[unit][number], partial(_page, html, unit, number))
    for path, one in made.data["digest"].items():
        files.put(path, one, partial(made.data["data"].__getitem__, path))
    for path, data in made.extra.items():
        files.put(path, digest(data), partial(bytes, data))
    for path in published_files(gathered.data, told.shown_files, told.kept_back):
        files.put(told.media[path].address, gathered.digests[path], partial(gathered.data.__getitem__, path))
    return files


def _page(html: Mapping[Unit, tuple[bytes, ...]], unit: Unit, number: int) -> bytes:
    return html[unit][number]
