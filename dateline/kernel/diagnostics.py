"""What is wrong with an author's input, as a value.

A diagnostic is part of a step's result, never an exception and never printed by the step. Places are offsets into the
text of a file; line and column are computed when a diagnostic is shown (`dateline.edge.console`).
"""

from enum import StrEnum
from typing import Generic, TypeVar

from msgspec import Struct

from dateline.kernel.codes import CODES

T = TypeVar("T")


class Severity(StrEnum):
    """How bad it is: with an error nothing is written; `--strict` makes a warning an error."""

    ERROR = "error"
    WARNING = "warning"


class Span(Struct, frozen=True, order=True):
    """A stretch of a file's text.

    The text is the decoded one: without a byte order mark, every line ended by one line feed.
    """

    start: int
    """Offset of the first character, in code points."""
    end: int
    """Offset after the last character, in code points."""


START = Span(0, 0)
"""Where what is missing from a file, or a file that is empty, is reported: line 1, column 1."""


class Place(Struct, frozen=True, order=True):
    """A stretch of a named file."""

    path: str
    """Path from the folder of `config.yaml`, with forward slashes."""
    span: Span = START


class Related(Struct, frozen=True):
    """Another place that takes part in what is wrong."""

    place: Place
    message: str


class Edit(Struct, frozen=True):
    """A change of a file's text that would mend what is wrong."""

    place: Place
    replacement: str


class Diagnostic(Struct, frozen=True):
    """One thing that is wrong, where, and what to do about it."""

    code: str
    """A stable name from `dateline.kernel.codes`."""
    message: str
    """What is wrong, in the author's own words where there are any; no full stop."""
    place: Place
    severity: Severity
    hint: str = ""
    """What to do, as an imperative or a question; may be empty where the message says it."""
    related: tuple[Related, ...] = ()
    edits: tuple[Edit, ...] = ()


def diagnostic(
    code: str,
    message: str,
    place: Place,
    hint: str = "",
    *,
    related: tuple[Related, ...] = (),
    edits: tuple[Edit, ...] = (),
) -> Diagnostic:
    """A diagnostic with the severity that its code has."""
    return Diagnostic(code, message, place, Severity(CODES[code].severity), hint, related, edits)


class Checked(Struct, Generic[T], frozen=True):
    """What a step made of an author's input, and what it found wrong on the way."""

    value: T | None
    """`None` where nothing usable could be made."""
    found: tuple[Diagnostic, ...] = ()


def in_order(found: tuple[Diagnostic, ...] | list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Diagnostics by file, place and code, each once."""
    seen = {(d.place.path, d.place.span, d.code, d.message): d for d in found}
    return tuple(seen[key] for key in sorted(seen))
