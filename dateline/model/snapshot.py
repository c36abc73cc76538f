"""All that a build reads: the author's files at one moment."""

from collections.abc import Mapping

from msgspec import Struct

from dateline.kernel.codec import Content
from dateline.model.names import InputPath


class Snapshot(Struct, frozen=True):
    """The files of a site, their contents as bytes.

    Holds what stands in `content/` and `layouts/` (the product's own layouts where the site has none), and nothing that
    is not the author's: no dot-files, no editors' litter.
    """

    content: Mapping[InputPath, Content]
    """`content/events/release.md` and the like."""
    layouts: dict[InputPath, bytes]
    """`layouts/pages/event.html` and the like: the site's own file where it has one, else the product's.

    Where a template of the site's lies over one of the product's, that one stands here too, as
    `layouts/dateline/pages/event.html`.
    """
    own_layouts: tuple[InputPath, ...] = ()
    """Which of the layouts are the site's own; none where the site is the product's own repository."""
