"""Every diagnostic's code: a stable name for the fact, its severity, and what it means in a line.

`docs/diagnostics.md` explains each with an example; a test keeps the two equal.
"""

from msgspec import Struct


class Code(Struct, frozen=True):
    """A sort of diagnostic."""

    severity: str
    """`error` or `warning`."""
    meaning: str


def _error(meaning: str) -> Code:
    return Code("error", meaning)


def _warning(meaning: str) -> Code:
    return Code("warning", meaning)


CODES: dict[str, Code] = {
    # files
    "not-utf-8": _error("a file holds bytes that are not UTF-8, or NUL"),
    "not-a-file": _error("a symbolic link, pipe or device stands among the content"),
    "unreadable-file": _error("the system does not let a file be read"),
    "file-too-large": _error("a file is larger than the limit"),
    "unknown-folder": _error("a Markdown file stands in no folder that is a kind"),
    "invalid-id": _error("a file's name cannot be an id"),
    "duplicate-id": _error("two files of one kind have the same id"),
    "mixed-scripts": _warning("an id mixes scripts, or text holds characters that hide or turn it around"),
    # front matter and config.yaml
    "missing-front-matter": _error("a document does not begin with front matter"),
    "unclosed-front-matter": _error("the front matter is never closed"),
    "front-matter-too-large": _error("the front matter is larger than 64 KiB or nested more than 50 deep"),
    "invalid-yaml": _error("the front matter or the config is not YAML"),
    "forbidden-yaml": _error("YAML with a tag, an alias or a merge key"),
    "duplicate-key": _error("a key is given twice"),
    "unknown-field": _error("a field is not one that the kind has"),
    "missing-field": _error("a required field is missing"),
    "invalid-field": _error("a field's value is not of its type"),
    "invalid-date": _error("a date is not EDTF, or no such day exists"),
    "invalid-duration": _error("a duration is not one that can be added to a date"),
    "invalid-address": _error("an address, link or path that is not allowed"),
    "nonexistent-time": _warning("a local time that the clocks skipped or showed twice"),
    "missing-config": _error("there is no config.yaml"),
    # bodies
    "invalid-link": _error("a link's scheme or path is not allowed"),
    "invalid-markup": _error("a container or a callout in the body is not well formed"),
    "unknown-footnote": _warning("a footnote's mark has no footnote"),
    "unused-footnote": _warning("a footnote has no mark"),
    "nested-too-deep": _warning("the body is nested deeper than is shown"),
    # references
    "unknown-reference": _error("a reference leads to no document"),
    "ambiguous-reference": _error("a reference fits several documents"),
    "wrong-kind": _error("a reference leads to a kind that does not belong here"),
    "reference-to-draft": _error("a reference leads to a draft"),
    "unknown-heading": _error("a link leads to a heading that is not there"),
    "unknown-media": _error("an image or a file is not among the media"),
    "unknown-thread": _error("a thread does not stand in config.yaml"),
    "address-collision": _error("two pages would have the same address"),
    "self-reference": _error("a document is related to itself"),
    "unsafe-image": _warning("an SVG image carries a script"),
    # dates and order
    "contradiction": _error("dates and relations cannot all be true"),
    "cycle": _error("events stand after themselves"),
    "missing-date": _error("an event has neither a date nor a relation that gives one"),
    # anchors
    "moved-quote": _warning("a quote's words stand there, but not its prefix or suffix"),
    "changed-quote": _warning("other words stand where the quote stood"),
    "changed-meaning": _error("the words that changed touch the meaning"),
    "ambiguous-quote": _error("a quote stands in several places and nothing chooses"),
    "orphaned-quote": _warning("a quote is no longer in the text"),
    "reply-cycle": _error("annotations answer each other in a circle"),
    # the site
    "invalid-layout": _error("a template, style or other layout file cannot be used"),
    "control-characters": _warning("characters that XML forbids were dropped"),
    "broken-link": _error("a link in the built site leads nowhere"),
    "missing-site": _error("no built site stands where its links are to be checked"),
    # the world
    "output-refused": _error("the output folder is not one that may be written"),
    "output-failed": _error("a file could not be written or removed"),
}
