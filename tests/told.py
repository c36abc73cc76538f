"""An author's file read, and what is said of it, in the words of `tests/cases/wrong-front-matter.txt`."""

from collections.abc import Iterable

from dateline.kernel.diagnostics import Checked, Diagnostic
from dateline.kernel.text import decoded, lines
from dateline.model.documents import Document
from dateline.model.names import InputPath
from dateline.reading.configuration import BUILT_IN_TYPES, DEFAULT_SCALE
from dateline.reading.documents import DocumentTask, read_document

ZONE = "Europe/Vilnius"


def read(path: str, text: str | bytes) -> Checked[Document]:
    """A file read as it would be on a site without settings of its own."""
    types, scale = tuple(BUILT_IN_TYPES), DEFAULT_SCALE
    return read_document(DocumentTask(InputPath(path), in_bytes(text), ZONE, html=False, types=types, scale=scale))


def in_bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


def told(text: str | bytes, found: Iterable[Diagnostic]) -> str:
    """All that is said, a paragraph a diagnostic."""
    return "\n\n".join(_paragraph(decoded(in_bytes(text)), one) for one in found)


def _paragraph(text: str, found: Diagnostic) -> str:
    start, end = found.place.span.start, found.place.span.end
    places = f"{place(text, start)}-{place(text, end)}"
    said = [f"{places} {found.severity}[{found.code}]: {found.message}"]
    said += [f"> {text[start:end]}".replace("\n", "\\n")] if start < end else []
    said += [f"= {found.hint}"] if found.hint else []
    said += [f"+ {place(text, other.place.span.start)} {other.message}" for other in found.related]
    return "\n".join(said)


def place(text: str, offset: int) -> str:
    """Line and column of an offset."""
    found = lines(text).position(offset)
    return f"{found.line}:{found.column}"
