"""What `config.yaml` says, with every default filled in."""

from msgspec import Struct

from dateline.kernel.diagnostics import START, Span
from dateline.model.names import Id


class Thread(Struct, frozen=True):
    """A lane of the timeline."""

    id: Id
    title: str
    summary: str = ""


class AnnotationType(Struct, frozen=True):
    """A sort of note. The built-in ones have no label here: theirs is an interface word."""

    id: str
    motivation: str
    """A motivation of the W3C Web Annotation Vocabulary, such as `commenting`."""
    label: str = ""


class NavLink(Struct, frozen=True):
    """An own entry in the navigation."""

    title: str
    target: str
    """A reference (`pages/about`), an address in the site (`/timeline/`) or an outside address."""
    span: Span = START
    """Where it stands in `config.yaml`."""


class AnchorSettings(Struct, frozen=True):
    """How strictly changed quotes are judged."""

    changed_meaning: str = "error"
    """`error` or `warn`."""
    words: tuple[str, ...] = ()
    """The site's own words that touch meaning, beside the built-in ones."""


class Settings(Struct, frozen=True):
    """A site's settings. `base_url` ends with a slash."""

    title: str
    base_url: str
    language: str
    """A BCP 47 tag."""
    timezone: str
    """A name of the IANA time zone database."""
    path: str = "config.yaml"
    """The file that says so, for diagnostics."""
    tagline: str = ""
    author: str = ""
    licence: str = ""
    threads: tuple[Thread, ...] = ()
    annotation_types: tuple[AnnotationType, ...] = ()
    """Built-in types first, then the site's own."""
    verdict_scale: tuple[str, ...] = ("true", "mostly true", "mixed", "false", "unproven")
    nav: tuple[NavLink, ...] = ()
    anchors: AnchorSettings = AnchorSettings()
    html: bool = False
    """`markdown.html`: whether raw HTML in bodies is kept, sanitised, instead of shown as text."""
    search: bool = True
    """Whether a build makes an index for searching, where it can."""
    social_cards: bool = False
    """Whether a build draws a social card for each page, where it can."""
    drafts: bool = False
    as_of: int | None = None
    """The instant at which the site is shown, inclusive; `None` is now and always."""
    as_of_written: str | None = None
