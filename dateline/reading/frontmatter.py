"""Where the front matter of a document begins and ends: between a first line `---` and the next line `---` or `...`."""

import re

from msgspec import Struct

from dateline.kernel.diagnostics import START, Checked, Place, Span, diagnostic
from dateline.reading.objection import Objection

LARGEST = 64 * 1024
"""The largest front matter, in bytes of UTF-8."""

_OPENING = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_LATE_OPENING = re.compile(r"\s+---[ \t]*$", re.MULTILINE)
_FENCE = Span(0, 3)


class Split(Struct, frozen=True):
    """A document's text in two."""

    block: str
    """The front matter without the lines around it."""
    start: int
    """Offset of the block in the text, in code points."""
    body: int
    """Offset of the body's first character."""


def split(text: str, path: str) -> Checked[Split]:
    """The front matter and the body of a document."""
    if not text.strip():
        hint = "begin with a line `---`, the fields, and another line `---`"
        return _fault("missing-front-matter", "the file is empty", path, START, hint)
    opening = _OPENING.match(text)
    if not opening:
        return _fault("missing-front-matter", "the front matter is missing", path, START, _how_to_begin(text))
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        hint = "add a line `---` after the last field"
        return _fault("unclosed-front-matter", "the front matter that begins here is never closed", path, _FENCE, hint)
    block = text[opening.end() : closing.start()]
    too_large = size_objection(block)
    if too_large:
        return _fault("front-matter-too-large", too_large.message, path, _FENCE, too_large.hint)
    return Checked(Split(block, opening.end(), closing.end()))


def size_objection(block: str) -> Objection | None:
    """What is wrong with front matter, or a config, that is too large to be read."""
    size = len(block.encode())
    if size <= LARGEST:
        return None
    message = f"the fields take {size / 1024:.1f} KiB, and at most {LARGEST // 1024} KiB are read"
    return Objection(message, "move long texts into the body of a document")


def _fault(code: str, message: str, path: str, span: Span, hint: str) -> Checked[Split]:
    return Checked(None, (diagnostic(code, message, Place(path, span), hint),))


def _how_to_begin(text: str) -> str:
    if text.startswith("+++"):
        return "write the fields as YAML between two lines `---`, not as TOML between `+++`"
    if _LATE_OPENING.match(text):
        return "remove what stands before the first line `---`"
    return "begin with a line `---`, the fields, and another line `---`"
