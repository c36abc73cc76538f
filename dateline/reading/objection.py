"""What may be said against a text that an author wrote."""

from msgspec import Struct

from dateline.dates.malformed import quoted
from dateline.kernel.text import visible


def shown(text: str) -> str:
    """The author's words in quotation marks, on one line, shortened where they are long, nothing in them hidden."""
    return quoted(visible(" ".join(text.split())))


class Objection(Struct, frozen=True):
    """Why a text is not what it should be."""

    message: str
    """What is wrong, quoting the author's words; lower-case start, no full stop."""
    hint: str = ""
    """What to do, as an imperative or a question."""
