"""What is wrong with a date or a duration as written, as a value."""

from msgspec import Struct


class Malformed(Struct, frozen=True):
    """Text that is not what it should be: what is wrong, where in it, and what to write instead."""

    message: str
    """What is wrong, quoting the author's words; lower-case start, no full stop."""
    start: int
    """Offset of the offending part's first character in the text, in code points."""
    end: int
    """Offset after its last character."""
    hint: str = ""
    """What to do, as an imperative."""


_SHOWN = 60


def quoted(text: str) -> str:
    """The author's words in quotation marks, shortened where they are long."""
    return f'"{text}"' if len(text) <= _SHOWN else f'"{text[: _SHOWN - 1]}…"'


def within(found: Malformed, offset: int) -> Malformed:
    """The same fault, seen from a text in which the part that has it starts at `offset`."""
    return Malformed(found.message, found.start + offset, found.end + offset, found.hint)
