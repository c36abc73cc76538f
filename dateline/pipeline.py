"""The whole program in order: a build is a pure function from an author's files to a site's files.

    snapshot → documents → links, places, answers → quotes → chronology → story → pages and data → tree

Maps over documents and pages go through `call`; what stands between them are folds, linear and cheap. Nothing here
reads a disk or a clock, and no step knows what the others do.
"""

from itertools import chain

from msgspec import Struct

from dateline.assembling import anchor_quotes, answer_all, assemble, chronicle, link_all
from dateline.exports import data_files
from dateline.gathering import gather, gather_files, published_files
from dateline.kernel.call import Call, direct
from dateline.kernel.diagnostics import Diagnostic, in_order
from dateline.linking.answers import atlas
from dateline.linking.catalogue import with_hidden
from dateline.model.settings import Settings
from dateline.model.snapshot import Snapshot
from dateline.pages.assets import assets
from dateline.pages.layouts import layouts_of
from dateline.pages.render import PageTask, render_page
from dateline.pages.views import all_views
from dateline.placing import place_all
from dateline.selection import left_out, select


class Built(Struct, frozen=True):
    """A site as files, and what is wrong with its content."""

    tree: dict[str, bytes]
    """Paths from the site's root. Complete, but not to be written where `found` holds an error."""
    found: tuple[Diagnostic, ...]


def build(snapshot: Snapshot, settings: Settings, call: Call = direct) -> Built:
    """The site that these files and settings make."""
    # what the author wrote
    gathered = gather(snapshot, settings, call)
    files = gather_files(snapshot, call)
    selected = select(gathered.names, settings)
    documents, names = selected.documents, with_hidden(gathered.names, selected.hidden)

    # what refers to what, and where it stands
    linked = link_all(documents, names, settings)
    placed = place_all(documents, linked.targets)
    where = atlas(placed.spots, files.addresses, placed.aliases)
    answered = answer_all(documents, names, where)
    quoted = anchor_quotes(documents, linked.links, answered.filled, settings, call)

    # what happened in which order
    ordered = chronicle(documents, linked.links, settings)
    story = assemble(
        settings=settings,
        names=names,
        documents=documents,
        linked=linked,
        placed=placed,
        answered=answered,
        quoted=quoted,
        ordered=ordered,
        media=files.media,
    )

    # what a reader and a program see
    layouts, laying = layouts_of(snapshot.layouts, settings.language)
    views = list(all_views(story, placed.aliases))
    pages = call(render_page, [PageTask(layouts, view) for view in views])
    listed = [view.frame.canonical for view in views if view.frame.in_sitemap]
    tree: dict[str, bytes] = {page.path: page.html for page in pages}
    tree |= data_files(story, listed) | assets(snapshot.layouts)
    tree |= published_files(files, answered.shown_files, left_out(gathered.names, selected.hidden, where))

    steps = (
        gathered.found,
        files.found,
        linked.found,
        placed.found,
        answered.found,
        quoted.found,
        ordered.found,
        laying,
    )
    return Built(tree, in_order([*chain(*steps, *(page.found for page in pages))]))
