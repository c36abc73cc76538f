"""The whole program in order: a build is a pure function from an author's files to a site's files.

    snapshot → documents → links, places, answers → quotes → chronology → story → pages and data → tree

Maps over documents and pages go through `call`; what stands between them are folds, linear and cheap. Nothing here
reads a disk or a clock, and no step knows what the others do.
"""

from collections.abc import Mapping

from msgspec import Struct, structs

from dateline.assembling import Parts, anchor_quotes, answer_all, assemble, chronicle, link_all
from dateline.exports import data_files
from dateline.gathering import Files, gather, gather_files, published_files
from dateline.kernel.call import Call, direct
from dateline.kernel.diagnostics import Diagnostic, in_order
from dateline.linking.answers import Atlas, atlas
from dateline.linking.catalogue import Catalogue, with_hidden
from dateline.model.names import Address, InputPath, Key
from dateline.model.settings import Settings
from dateline.model.snapshot import Snapshot
from dateline.pages.assets import assets
from dateline.pages.cards import CardTask, card_tasks
from dateline.pages.describing import described
from dateline.pages.layouts import layouts_of
from dateline.pages.palette import palette
from dateline.pages.records import Record, records
from dateline.pages.render import PageTask, render_page
from dateline.pages.views import all_views
from dateline.pages.webmanifest import webmanifest
from dateline.placing import navigation, place_all
from dateline.selection import Selection, left_out, select
from dateline.story import Story


class Built(Struct, frozen=True):
    """A site as files, and what is wrong with its content."""

    tree: dict[str, bytes]
    """Paths from the site's root. Complete, but not to be written where `found` holds an error."""
    found: tuple[Diagnostic, ...]
    search: tuple[Record, ...] = ()
    """What an index for searching is to be made of, if one is; not a part of the tree."""
    cards: tuple[CardTask, ...] = ()
    """The social cards to be drawn, if any are; not a part of the tree either."""


def build(snapshot: Snapshot, settings: Settings, call: Call = direct) -> Built:
    """The site that these files and settings make."""
    gathered, files = gather(snapshot, settings, call), gather_files(snapshot, call)
    selected = select(gathered.names, settings)
    told = _tell(selected, with_hidden(gathered.names, selected.hidden), files, settings, call)
    kept_back = left_out(gathered.names, selected.hidden, told.where)
    made = _make(told, snapshot, published_files(files, told.shown_files, kept_back), call)
    found = in_order([*gathered.found, *files.found, *told.found, *made.found])
    return structs.replace(made, found=found, search=records(told.story) if settings.search else ())


class _Told(Struct, frozen=True):
    story: Story
    aliases: Mapping[Address, Key]
    where: Atlas
    shown_files: frozenset[InputPath]
    found: tuple[Diagnostic, ...]


def _tell(selected: Selection, names: Catalogue, files: Files, settings: Settings, call: Call) -> _Told:
    """What refers to what, where it stands, and what happened in which order."""
    documents = selected.documents
    linked = link_all(documents, names, settings)
    placed = place_all(documents, linked.targets)
    where = atlas(placed.spots, files.addresses, placed.aliases)
    answered = answer_all(documents, names, where)
    quoted = anchor_quotes(documents, linked.links, answered.filled, settings, call)
    ordered = chronicle(documents, linked.links, settings)
    nav, lost = navigation(settings, names, placed.spots)
    story = assemble(Parts(settings, names, documents, files.media, linked, placed, answered, quoted, ordered, nav))
    found = (*linked.found, *placed.found, *answered.found, *quoted.found, *ordered.found, *lost)
    return _Told(story, placed.aliases, where, answered.shown_files, found)


def _make(told: _Told, snapshot: Snapshot, files: Mapping[str, bytes], call: Call) -> Built:
    """What a reader and a program see."""
    story, colours = told.story, palette(snapshot.layouts)
    layouts, laying = layouts_of(snapshot, story.settings.language)
    views = described(story, all_views(story, told.aliases), colours)
    pages = call(render_page, [PageTask(layouts, view) for view in views])
    listed = [view.frame.canonical for view in views if view.frame.in_sitemap]
    tree: dict[str, bytes] = {page.path: page.html for page in pages}
    tree |= {**data_files(story, listed), "site.webmanifest": webmanifest(story.settings, colours)}
    tree |= {**assets(snapshot.layouts), **files}
    found = (*laying, *(problem for page in pages for problem in page.found))
    return Built(tree, found, cards=card_tasks(story, views, colours))
